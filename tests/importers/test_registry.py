import io
import zipfile

import pytest

from plan_cli.errors import InputError, OutputError
from plan_cli.importers import registry
from plan_cli.importers.registry import find_reader, read_document

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "form"),
    [
        (b"%PDF-1.7", "x.pdf", "pdf"),
        (b"%PDF-1.7", "x.txt", "pdf"),
        (zipped("word/document.xml"), "x.docx", "docx"),
        (zipped("word/document.xml"), "-", "docx"),
        (b"<!DOCTYPE html><html>", "x.html", "html"),
        (b"<html><body>", "x.doc", "html"),
        ("一、总则".encode(), "x.txt", "text"),
        ("# 总则".encode(), "x.md", "text"),
        ("一、总则".encode("utf-16"), "-", "text"),
        (b"\x89PNG\r\n\x1a\n", "-", "scan"),
        (b"\xff\xd8\xff\xe0", "x.png", "scan"),
        (b"II*\0", "x.tif", "scan"),
        (b"BM1234", "x.bmp", "scan"),
        (b"BMW", "x.txt", "text"),
    ],
)
def test_the_content_says_what_it_is(content: bytes, name: str, form: str) -> None:
    assert find_reader(content, name).name == form


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b" \n", "x.txt", "空的"),
        (OLD_OFFICE, "x.doc", "不能直接读 .doc 文件"),
        (OLD_OFFICE, "x.wps", "不能直接读 .wps 文件"),
        (OLD_OFFICE, "x.docx", "设有密码"),
        (b"{\\rtf1", "x.rtf", ".rtf"),
        (zipped("a"), "x.xlsx", "读不了 .xlsx 文件"),
        ("一、总则".encode(), "x.pdf", "内容不是 pdf 文件"),
        ("一、总则".encode(), "x.jpg", "内容不是 jpg 文件"),
    ],
)
def test_what_is_known_but_not_read_is_refused_with_advice(
    content: bytes, name: str, words: str
) -> None:
    with pytest.raises(InputError, match=words) as raised:
        find_reader(content, name)
    assert raised.value.hint


def test_pictures_without_what_recognises_them_are_told_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name=name)

    monkeypatch.setattr(registry, "import_module", missing)
    with pytest.raises(OutputError, match="没有装读图片的组件") as raised:
        read_document(b"\x89PNG\r\n\x1a\n", "x.png")
    assert "pip install rapidocr onnxruntime" in raised.value.hint
