"""What a file really is, told by its content; the suffix is asked only where that tells nothing."""

import re
from pathlib import PurePath
from typing import NamedTuple

from plan_cli.archives import Archive, BrokenArchive

_SAVE_SHEET = "请用 Excel 或 WPS 表格打开，选“文件—另存为”，类型选“Excel 工作簿（*.xlsx）”，再试。"
_COPY = "请把任务的文字复制到 Word 或 WPS 文档里，另存为 .docx 再试。"
_UNPACK = "请先解压，再用里面的文件。"
_PICTURE = "请用看图软件打开，另存为 PNG 或 JPG 图片，再试。"


class Kind(NamedTuple):
    """A form of file."""

    name: str
    """What a reader of it is called in the registry."""
    called: str = ""
    """What people call it, for forms that may be refused."""
    advice: str = ""


_XLS = Kind("xls", "旧的 Excel 工作簿（xls、et）", _SAVE_SHEET)
_PPT = Kind("ppt", "演示文稿（ppt、dps）", _COPY)
_LOCKED = Kind(
    "locked", "设有密码的 Office 文件", "请用 Word 或 WPS 打开，去掉密码，另存为 .docx 再试。"
)
_MSG = Kind("msg", "Outlook 邮件（msg）", "请在 Outlook 里打开，把附件另存成文件，再用那个文件。")
_OFFICE, _DOCX, _TEXT = Kind("office"), Kind("docx"), Kind("text")
_XLSX = Kind("xlsx", "Excel 工作簿（xlsx）", _COPY)
_MAIL = Kind("mail", "邮件", "请把附件另存成文件，再用那个文件。")
_ZIP = Kind("zip", "压缩包（zip）", _UNPACK)
_SCAN = Kind("scan")

_STARTS = (
    (b"\x89PNG", _SCAN),
    (b"\xff\xd8\xff", _SCAN),
    (b"II*\0", _SCAN),
    (b"MM\0*", _SCAN),
    (b"GIF8", Kind("picture", "图片（GIF）", _PICTURE)),
    (b"Rar!", Kind("packed", "压缩包（RAR）", _UNPACK)),
    (b"7z\xbc\xaf\x27\x1c", Kind("packed", "压缩包（7z）", _UNPACK)),
    (b"\x1f\x8b\x08", Kind("packed", "压缩包（gz）", _UNPACK)),
    (b"{\\rtf", _OFFICE),
)
_BITMAP = re.compile(rb"BM.{4}\0{4}", re.S)
_NEWER_PICTURE = re.compile(rb"RIFF.{4}WEBP|.{4}ftyp(?:heic|mif1|avif)", re.S)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = {"WordDocument": _OFFICE, "Workbook": _XLS, "Book": _XLS, "PowerPoint Document": _PPT}
"""The main stream of each form of old Office files."""
_BY_SUFFIX = {".xls": _XLS, ".et": _XLS, ".ppt": _PPT, ".dps": _PPT}
_MAIN = {
    "word/document.xml": _DOCX,
    "xl/workbook.xml": _XLSX,
    "xl/workbook.bin": Kind("xlsb", "Excel 二进制工作簿（xlsb）", _SAVE_SHEET),
    "ppt/presentation.xml": Kind("pptx", "演示文稿（pptx）", _COPY),
    "ofd.xml": Kind("ofd"),
}
"""The part that makes an archive a file of its form."""
_BROKEN = {".ofd": _MAIN["ofd.xml"], ".zip": _ZIP, ".xlsx": _XLSX, ".xlsm": _XLSX}
"""What an archive that cannot be opened is called."""
_TYPES = ((b"wordprocessingml", _DOCX), (b"spreadsheetml", _XLSX))
_OPEN_DOCUMENT = (
    (b"application/vnd.oasis.opendocument.text", _OFFICE),
    (
        b"application/vnd.oasis.opendocument.spreadsheet",
        Kind("ods", "电子表格（ods）", _SAVE_SHEET),
    ),
    (b"application/vnd.oasis.opendocument.presentation", Kind("odp", "演示文稿（odp）", _COPY)),
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|style|table)\b",
    re.I | re.S,
)
_WORD_XML = re.compile(
    rb"\s*<\?xml[^>]*>.{0,400}?"
    rb'(?:progid="Word\.Document"|<\w+:wordDocument|<office:document\b|<uof:UOF\b)',
    re.S,
)
"""Word 2003, OpenDocument in one piece, and the state's own UOF."""
_SHEET_XML = re.compile(rb'\s*<\?xml[^>]*>.{0,400}?progid="Excel\.Sheet"', re.S)
_HEADER = re.compile(rb"(?:From [^\n]*\n)?(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_MIME = re.compile(rb"^(?:MIME-Version|Content-Type|Received):", re.I | re.M)


def kind_of(content: bytes, name: str) -> Kind:
    """Return what ``content`` is; what no mark tells is text, or a web page by its suffix."""
    suffix = PurePath(name).suffix.lower()
    start = content[:4000].lstrip(b"\xef\xbb\xbf\r\n\t ")
    if content.startswith(_OLE):
        return _old_office(content, suffix)
    if b"%PDF-" in content[:1024]:
        return Kind("pdf")
    if content.startswith(b"PK"):
        return _zipped(content, suffix)
    if found := next((kind for mark, kind in _STARTS if start.startswith(mark)), None):
        return found
    if _BITMAP.match(content):
        return _SCAN
    if _NEWER_PICTURE.match(content):
        return Kind("picture", "图片（WebP 或 HEIC）", _PICTURE)
    return _written(content, start, suffix)


def _old_office(content: bytes, suffix: str) -> Kind:
    """Tell forms apart by their main stream, the first where documents are embedded in it."""
    if _wide("__properties_version1.0") in content:
        return _MSG
    if _wide("EncryptedPackage") in content:
        return _LOCKED
    places = {content.find(_wide(name) + b"\0\0"): kind for name, kind in _STREAMS.items()}
    found = min((place for place in places if place >= 0), default=None)
    return _BY_SUFFIX.get(suffix, _OFFICE) if found is None else places[found]


def _wide(name: str) -> bytes:
    return name.encode("utf-16-le")


def _zipped(content: bytes, suffix: str) -> Kind:
    try:
        archive = Archive(content)
        names = {name.lower(): name for name in archive.names}
        if found := next((kind for part, kind in _MAIN.items() if part in names), None):
            return found
        if "mimetype" in names:
            said = archive.read(names["mimetype"])
            return next((kind for mark, kind in _OPEN_DOCUMENT if said.startswith(mark)), _ZIP)
        if "[content_types].xml" in names:
            said = archive.read(names["[content_types].xml"])
            return next((kind for mark, kind in _TYPES if mark in said), _ZIP)
    except BrokenArchive:
        return _BROKEN.get(suffix, _DOCX)
    return _ZIP


def _written(content: bytes, start: bytes, suffix: str) -> Kind:
    """Tell apart what is made of text."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = content[:4000].decode("utf-16", "ignore").encode()
    if _WORD_XML.match(start):
        return _OFFICE
    if _SHEET_XML.match(start):
        return _XLS
    if _HTML.match(start):
        return Kind("html")
    header = _HEADER.match(content[:20_000].replace(b"\r\n", b"\n"))
    if header and _MIME.search(header[0]):
        return _MAIL
    return Kind("html") if suffix in (".html", ".htm", ".xhtml") else _TEXT
