"""Which documents can be imported. Modules are named here and imported only when used.

To add a form, write ``from_x.py`` with ``read(content, progress)`` and add one line to `READERS`.
"""

import re
from importlib import import_module
from pathlib import PurePath
from typing import NamedTuple

from plan_cli.errors import InputError, OutputError, install_hint
from plan_cli.importers.reading.lines import RECOGNISERS, Printed, Progress, no_progress


class Reader(NamedTuple):
    """What reads one form of document."""

    name: str
    suffixes: tuple[str, ...]
    libraries: tuple[str, ...] = ()
    """The distributions that read it, if they may be missing."""
    called: str = ""
    """What it is called, if not by its name."""


READERS = (
    Reader("docx", (".docx", ".docm", ".dotx"), libraries=("python-docx",)),
    Reader("pdf", (".pdf",), libraries=("pypdfium2",)),
    Reader("html", (".html", ".htm", ".xhtml")),
    Reader("text", (".txt", ".md", ".markdown", ".text")),
    Reader(
        "scan",
        (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp"),
        libraries=RECOGNISERS,
        called="图片",
    ),
)
READABLE = "、".join(suffix[1:] for reader in READERS for suffix in reader.suffixes[:2])
"""The forms that can be read, as people are told."""

_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"^\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|\?xml[^>]*\?>\s*<(?:!doctype\s+)?html)",
    re.I | re.S,
)


def read_document(content: bytes, name: str, progress: Progress = no_progress) -> Printed:
    """Return what is printed in a document; its content says what it is, its name where that fails.

    Raises InputError for what cannot be read, OutputError with the install command where
    the library that reads it is missing.
    """
    reader = find_reader(content, name)
    try:
        module = import_module(f"plan_cli.importers.reading.from_{reader.name}")
        printed: Printed = module.read(content, progress)
    except ModuleNotFoundError as error:
        if not reader.libraries:
            raise
        called = reader.called or f" {reader.name.upper()} "
        message = f"没有装读{called}的组件（缺少 {error.name}）"
        raise OutputError(message, install_hint(*reader.libraries)) from error
    return printed


def find_reader(content: bytes, name: str) -> Reader:
    """Return what ``content`` is. Raises InputError for forms that are known but not read."""
    suffix = PurePath(name).suffix.lower()
    by_name = {reader.name: reader for reader in READERS}
    if not content.strip():
        raise InputError("文件是空的", "请核对是否选错了文件。")
    if content.startswith(_OLD_OFFICE):
        raise _old_office(suffix)
    if b"%PDF-" in content[:1024]:
        return by_name["pdf"]
    if content.startswith(_PICTURES):
        return by_name["scan"]
    if content.startswith(b"PK"):
        return _zipped(content, suffix, by_name["docx"])
    if suffix in (".wps", ".doc", ".et", ".xls", ".ofd", ".rtf") and b"<html" not in content[:2000]:
        raise _old_office(suffix)
    if content.startswith(b"{\\rtf"):
        raise _old_office(".rtf")
    if _HTML.match(content[:2000].removeprefix(b"\xef\xbb\xbf")):
        return by_name["html"]
    found = next((reader for reader in READERS if suffix in reader.suffixes), by_name["text"])
    if found.name == "scan" and content.startswith(b"BM"):
        return found
    if found.name in ("docx", "pdf", "scan"):
        raise InputError(
            f"内容不是 {suffix[1:]} 文件", "文件可能损坏，或改过后缀；请重新另存一份。"
        )
    return found


def _zipped(content: bytes, suffix: str, docx: Reader) -> Reader:
    if suffix in (".xlsx", ".pptx", ".ods", ".odt", ".zip", ".ofd"):
        hint = f"请打开后另存为 .docx 再试；能读的有：{READABLE}。"
        raise InputError(f"读不了 {suffix} 文件", hint)
    return docx


def _old_office(suffix: str) -> InputError:
    shown = (
        suffix
        if suffix in (".doc", ".wps", ".et", ".xls", ".ppt", ".ofd", ".rtf", ".docx")
        else ".doc"
    )
    if shown == ".docx":
        return InputError(
            "文件设有密码，或实际是旧的 .doc 格式",
            "请用 Word 或 WPS 打开，去掉密码，另存为 .docx 再试。",
        )
    return InputError(
        f"不能直接读 {shown} 文件",
        "请用 Word 或 WPS 打开，选“文件—另存为”，类型选“Word 文档（*.docx）”，再用那个 .docx。",
    )
