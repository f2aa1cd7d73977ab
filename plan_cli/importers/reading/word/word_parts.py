"""The parts of a Word file: unpacked and parsed within bounds, entities refused.

Only the text is wanted, and a document may come from anywhere.
"""

import html
import posixpath
import re
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from typing import Any, NamedTuple
from xml.etree import ElementTree

from plan_cli.archives import FAILURES, in_pieces
from plan_cli.errors import InputError
from plan_cli.importers.reading.decoding import decode

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_USUAL = {
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}": W,
    "{http://purl.oclc.org/ooxml/officeDocument/math}": M,
    "{http://purl.oclc.org/ooxml/drawingml/main}": A,
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}": R,
}
"""The names of a strict document, and what they are called elsewhere."""
MAX_UNPACKED = 64 * 1024 * 1024
BROKEN = InputError("docx 文件损坏，打不开", "请用 Word 或 WPS 打开后另存一份，再试。")
NO_WORD = InputError("这不是 Word 文档（docx）", "请用 Word 或 WPS 打开后另存为 .docx，再试。")


class Link(NamedTuple):
    """What one part says of another that belongs to it."""

    kind: str
    name: str
    part: str


class Package:
    """The parts of a Word file by name, unpacked when asked for."""

    def __init__(self, content: bytes, room: int | None = None) -> None:
        """Open the file; it may unpack to ``room`` bytes. Raises InputError if it cannot be."""
        self.room = MAX_UNPACKED if room is None else room
        try:
            self._archive = zipfile.ZipFile(BytesIO(content))
        except FAILURES:
            raise BROKEN from None
        self._infos: dict[str, zipfile.ZipInfo] = {}
        for info in self._archive.infolist():
            if info.flag_bits & 1:
                raise InputError("docx 文件设有密码", "请用 Word 或 WPS 去掉密码再试。")
            self._infos.setdefault(info.filename.replace("\\", "/").lower(), info)
        self.names = list(self._infos)
        self.main = self._main()
        self.links = list(self._related(self.main))

    def part(self, name: str) -> bytes | None:
        """Return a part, or None if there is none. Raises InputError if it is broken, too big."""
        info = self._infos.get(name.lower())
        if info is None:
            return None
        try:
            with self._archive.open(info) as opened:
                content = opened.read(max(self.room, 0) + 1)
        except FAILURES:
            raise BROKEN from None
        self.room -= len(content)
        if self.room < 0:
            hint = "请用 Word 或 WPS 另存一份再试。"
            raise InputError("docx 解开后超过 64 MB，不像正常的文件", hint)
        return content

    def tree(self, kind: str) -> ElementTree.Element | None:
        """Return the part that belongs to the document as its ``kind`` (styles), or None."""
        folder = posixpath.dirname(self.main)
        usual = posixpath.join(folder, f"{kind}.xml")
        found = self.part(next((link.part for link in self.links if link.kind == kind), usual))
        return None if found is None else parsed(found)

    def _related(self, name: str) -> Iterator[Link]:
        """Yield what part ``name`` ("" for the file) refers to."""
        folder, base = posixpath.split(name)
        relations = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        for each in [] if relations is None else parsed(relations):
            target = (each.get("Target") or "").replace("\\", "/")
            if each.get("TargetMode") != "External":
                path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                yield Link(posixpath.basename(each.get("Type") or ""), each.get("Id") or "", path)

    def _main(self) -> str:
        named = [link.part for link in self._related("") if link.kind == "officeDocument"]
        return next((name for name in named if name.lower() in self._infos), "word/document.xml")


def parsed(part: bytes) -> ElementTree.Element:
    """Return a part as a tree; entity declarations and deep nesting are refused."""
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part or "<!DOCTYPE".encode("utf-16-le") in part:
        raise BROKEN
    builder = _Bounded()
    parser = ElementTree.XMLParser(target=builder)
    try:
        for piece in in_pieces(part):
            parser.feed(piece)
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
        return super().start(_usual(tag), {_usual(key): value for key, value in attrs.items()})

    def end(self, tag: str, /) -> ElementTree.Element:
        self._depth -= 1
        return super().end(_usual(tag))


@lru_cache(maxsize=1000)
def _usual(name: str) -> str:
    space, brace, local = name.rpartition("}")
    return _USUAL.get(space + brace, space + brace) + local


_TEXT = frozenset((W + "t", M + "t", A + "t"))
_FURNITURE = frozenset(("hdr", "ftr", "comments", "glossaryDocument", "drawing"))
"""Roots of parts that hold page furniture, remarks, or (drawing) a diagram's words once more."""


def texts(content: bytes) -> str:
    """Return every text of a Word file as it stands there, with nothing of a reader's judgment.

    Notes, boxes, charts and embedded parts are in it, as is text that is struck out or hidden;
    headers, footers and comments are not. Raises InputError as `Package` does.
    """
    text = "\n".join(_plain(Package(content), 1))
    return re.sub(r"\n+", "\n", text).strip("\n")


def _plain(package: Package, deeper: int) -> Iterator[str]:
    for name in sorted(package.names, key=lambda name: name != package.main.lower()):
        stem, suffix = posixpath.splitext(name)
        if suffix == ".xml" and not stem.startswith(("docprops/", "customxml/")):
            root = parsed(package.part(name) or b"")
            if root.tag.rpartition("}")[2] not in _FURNITURE:
                yield _texts(root)
        elif suffix in (".htm", ".html", ".xhtml", ".txt"):
            text = decode(package.part(name) or b"")
            yield text if suffix == ".txt" else html.unescape(re.sub(r"<[^>]*>", "\n", text))
        elif suffix == ".docx" and deeper:
            inner = Package(package.part(name) or b"", package.room)
            yield from _plain(inner, deeper - 1)
            package.room = inner.room


def _texts(node: ElementTree.Element) -> str:
    """Return the texts in ``node``, paragraphs parted; alternatives that are equal once."""
    if node.tag in _TEXT:
        return node.text or ""
    parts = [_texts(child) for child in node]
    if node.tag == MC + "AlternateContent":
        parts = list(dict.fromkeys(parts))
    text = "".join(parts)
    return f"\n{text}\n" if text and node.tag in (W + "p", A + "p") else text
