import pytest

from plan_cli.importers.sniffing import kind_of
from tests.importers.making import packed

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def old_office(*streams: str) -> bytes:
    """Return a file of old Office as far as its directory tells its form."""
    entries = [name.encode("utf-16-le").ljust(64, b"\0") + bytes(64) for name in streams]
    return OLD_OFFICE + b"".join(entries)


def zipped(*names: str) -> bytes:
    return packed(dict.fromkeys(names, "x"))


MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (b"%PDF-1.7", "x.docx", "pdf"),
        (b"\xef\xbb\xbf%PDF-1.7", "x.txt", "pdf"),
        (zipped("word/document.xml"), "x.wps", "docx"),
        (zipped("word/document.xml"), "-", "docx"),
        (packed({"[Content_Types].xml": MAIN, "word/document2.xml": "x"}), "x.zip", "docx"),
        (zipped("xl/workbook.xml"), "x.docx", "xlsx"),
        (zipped("ppt/presentation.xml", "ppt/embeddings/x.xlsx"), "x.docx", "pptx"),
        (zipped("OFD.xml", "Doc_0/Document.xml"), "x.pdf", "ofd"),
        (packed({"mimetype": ODT, "content.xml": "x"}), "x.doc", "office"),
        (packed({"mimetype": ODS, "content.xml": "x"}), "x.odt", "ods"),
        (zipped("a.txt"), "x.docx", "zip"),
        (b"PK\x03\x04 cut off", "x.docx", "docx"),
        (b"PK\x03\x04 cut off", "x.zip", "zip"),
        (b"PK\x03\x04 cut off", "x.ofd", "ofd"),
        (old_office("Root Entry", "1Table", "WordDocument"), "x.xls", "office"),
        (old_office("Root Entry", "Workbook"), "x.doc", "xls"),
        (old_office("WordDocument", "Workbook"), "x.doc", "office"),
        (old_office("PowerPoint Document"), "x.doc", "ppt"),
        (old_office("EncryptionInfo", "EncryptedPackage"), "x.docx", "locked"),
        (old_office("__properties_version1.0", "WordDocument"), "x.msg", "msg"),
        (OLD_OFFICE, "x.et", "xls"),
        (OLD_OFFICE, "x.wps", "office"),
        (rb"{\rtf1\ansi", "x.doc", "office"),
        (b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>', "x.doc", "office"),
        (b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>', "x.xls", "xls"),
        ('<?xml version="1.0"?><uof:UOF xmlns:字="x">'.encode(), "x.uot", "office"),
        (b"<!DOCTYPE html><html>", "x.html", "html"),
        (b'\xef\xbb\xbf<html xmlns:o="urn">', "x.doc", "html"),
        (b"<!-- a --><!-- b --><meta charset=gbk><table>", "x.xls", "html"),
        ("<html><body>一".encode("utf-16"), "x.doc", "html"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', "-", "html"),
        ("一、总则".encode(), "x.html", "html"),
        ("一、总则".encode(), "x.pdf", "text"),
        ("# 总则".encode(), "x.md", "text"),
        ("一、总则".encode("utf-16"), "-", "text"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=x", "x.doc", "mail"),
        (b"X-Mark: " + b"x" * 15_000 + b"\nMIME-Version: 1.0\n\n", "x.eml", "mail"),
        (b"X-Mark: " + b"x" * 20_000 + b"\nMIME-Version: 1.0\n\n", "x.eml", "text"),
        (b"Received: by a\r\nFrom: b\r\n\r\n", "x.eml", "mail"),
        (b"Note: one\nTwo: three\n\nContent-Type: four", "x.txt", "text"),
        (b"\x89PNG\r\n\x1a\n", "x.pdf", "scan"),
        (b"\xff\xd8\xff\xe0", "x.docx", "scan"),
        (b"BM\x36\x30\0\0\0\0\0\0", "x.doc", "scan"),
        (b"GIF89a", "x.png", "picture"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "x.png", "picture"),
        (b"\0\0\0\x18ftypheic", "x.jpg", "picture"),
        (b"PK\x03\x04 cut off", "x.xlsx", "xlsx"),
        (b"Rar!\x1a\x07", "x.zip", "packed"),
        (b"7z\xbc\xaf\x27\x1c", "x.docx", "packed"),
    ],
)
def test_the_content_says_what_a_file_is(content: bytes, name: str, kind: str) -> None:
    assert kind_of(content, name).name == kind
