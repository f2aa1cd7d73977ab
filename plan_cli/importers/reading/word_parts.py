"""The parts of a Word file: unpacked and parsed within bounds, entities refused.

Only the text is wanted, and a document may come from anywhere.
"""

import zipfile
import zlib
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

from plan_cli.errors import InputError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
MAX_UNPACKED = 64 * 1024 * 1024
BROKEN = InputError("docx 文件损坏，打不开", "请用 Word 或 WPS 打开后另存一份，再试。")
_WANTED = ("word/document.xml", "word/styles.xml", "word/numbering.xml")


def unpacked(content: bytes) -> dict[str, bytes]:
    """Return the parts wanted, unpacked no further than is reasonable."""
    parts: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            for info in archive.infolist():
                name = info.filename.replace("\\", "/")
                if info.flag_bits & 1:
                    raise InputError("docx 文件设有密码", "请用 Word 或 WPS 去掉密码再试。")
                if name in _WANTED and name not in parts:
                    with archive.open(info) as part:
                        parts[name] = part.read(MAX_UNPACKED + 1)
                    if len(parts[name]) > MAX_UNPACKED:
                        raise InputError(
                            "docx 解开后超过 64 MB，不像正常的文件",
                            "请用 Word 或 WPS 另存一份再试。",
                        )
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
        KeyError,
        IndexError,
        OverflowError,
        UnicodeError,
    ):
        raise BROKEN from None
    return parts


def parsed(part: bytes) -> ElementTree.Element:
    """Return a part as a tree; entity declarations and deep nesting are refused."""
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part or "<!DOCTYPE".encode("utf-16-le") in part:
        raise BROKEN
    builder = _Bounded()
    parser = ElementTree.XMLParser(target=builder)
    try:
        parser.feed(part)
        root: ElementTree.Element = parser.close()
    except (ElementTree.ParseError, ValueError, LookupError):
        raise BROKEN from None
    return root


class _Bounded(ElementTree.TreeBuilder):
    """Builds a tree that is no deeper than a reader may recurse; strict names made usual."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def start(self, tag: Any, attrs: dict[Any, Any], /) -> ElementTree.Element:
        self._depth += 1
        if self._depth > 250:
            raise ValueError("too deep")
        if tag.startswith(_STRICT):
            tag = W + tag[len(_STRICT) :]
            attrs = {
                (W + key[len(_STRICT) :] if key.startswith(_STRICT) else key): value
                for key, value in attrs.items()
            }
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> ElementTree.Element:
        self._depth -= 1
        if tag.startswith(_STRICT):
            tag = W + tag[len(_STRICT) :]
        return super().end(tag)
