"""Word documents: paragraphs, their automatic numbers, tables. Read without a library.

Only the text is wanted, and a document may come from anywhere: what is unpacked is bounded,
entities are refused, and nothing is followed outside the file.
"""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

from plan_cli.errors import InputError
from plan_cli.importers.reading.lines import Line, Progress, joined_runs, no_progress
from plan_cli.importers.reading.numbering import Numbering, read_numbering

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
MAX_UNPACKED = 64 * 1024 * 1024
MAX_CELLS = 200_000
_SKIPPED = frozenset(
    W + name
    for name in (
        "del",
        "moveFrom",
        "pict",
        "object",
        "instrText",
        "footnoteReference",
        "rPr",
        "pPr",
    )
)
_BROKEN = InputError("docx 文件损坏，打不开", "请用 Word 或 WPS 打开后另存一份，再导入。")


def read(content: bytes, progress: Progress = no_progress) -> list[Line]:
    """Return the paragraphs and rows of a document. Raises InputError if it cannot be read."""
    parts = _unpacked(content)
    if "word/document.xml" not in parts:
        raise InputError(
            "这不是 Word 文档（docx）", "请用 Word 或 WPS 打开后另存为 .docx，再导入。"
        )
    root = _parsed(parts["word/document.xml"])
    styles = _parsed(parts["word/styles.xml"]) if "word/styles.xml" in parts else None
    numbers = _parsed(parts["word/numbering.xml"]) if "word/numbering.xml" in parts else None
    body = root.find(f"{W}body")
    if body is None:
        raise _BROKEN
    reader = _Reader(_Styles(styles), read_numbering(numbers, W))
    return list(reader.blocks(body))


_WANTED = ("word/document.xml", "word/styles.xml", "word/numbering.xml")


def _unpacked(content: bytes) -> dict[str, bytes]:
    """Return the parts wanted, unpacked no further than is reasonable."""
    parts: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            for info in archive.infolist():
                name = info.filename.replace("\\", "/")
                if info.flag_bits & 1:
                    raise InputError("docx 文件设有密码", "请用 Word 或 WPS 去掉密码再导入。")
                if name in _WANTED and name not in parts:
                    with archive.open(info) as part:
                        parts[name] = part.read(MAX_UNPACKED + 1)
                    if len(parts[name]) > MAX_UNPACKED:
                        raise InputError(
                            "docx 解开后超过 64 MB，不像正常的文件",
                            "请用 Word 或 WPS 另存一份再导入。",
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
        raise _BROKEN from None
    return parts


def _parsed(part: bytes) -> ElementTree.Element:
    """Return a part as a tree; entity declarations and deep nesting are refused."""
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part or "<!DOCTYPE".encode("utf-16-le") in part:
        raise _BROKEN
    builder = _Bounded()
    parser = ElementTree.XMLParser(target=builder)
    try:
        parser.feed(part)
        root: ElementTree.Element = parser.close()
    except (ElementTree.ParseError, ValueError, LookupError):
        raise _BROKEN from None
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


class _Styles:
    """What paragraph styles say: heading level, bold, number."""

    def __init__(self, root: ElementTree.Element | None) -> None:
        self._styles = (
            {} if root is None else {s.get(W + "styleId"): s for s in root.iter(W + "style")}
        )

    def find(self, style: str | None, path: str) -> ElementTree.Element | None:
        """Return what ``path`` leads to in ``style`` or the nearest one it is based on."""
        for _ in range(20):
            element = self._styles.get(style)
            if element is None:
                return None
            if (found := element.find(path)) is not None:
                return found
            based = element.find(W + "basedOn")
            style = None if based is None else based.get(W + "val")
        return None

    def level(self, style: str | None) -> int:
        """Return the level of a heading style, or 0."""
        outline = self.find(style, f"{W}pPr/{W}outlineLvl")
        value = "" if outline is None else outline.get(W + "val") or ""
        return int(value) + 1 if value.isdecimal() and int(value) < 9 else 0


class _Reader:
    """Walks through a document and numbers its paragraphs."""

    def __init__(self, styles: _Styles, numbering: Numbering) -> None:
        self.styles = styles
        self.numbering = numbering
        self.count = 0
        self.cells = 0

    def blocks(self, holder: ElementTree.Element) -> Iterator[Line]:
        """Yield the paragraphs and rows in ``holder``, in order."""
        for element in holder:
            if element.tag == W + "p":
                yield from self.paragraph(element)
            elif element.tag == W + "tbl":
                yield from self.table(element)
            elif element.tag in (
                W + "sdt",
                W + "sdtContent",
                W + "customXml",
                W + "ins",
                W + "smartTag",
            ):
                yield from self.blocks(element)

    def paragraph(self, element: ElementTree.Element) -> Iterator[Line]:
        """Yield a paragraph; a line break inside it parts it."""
        self.count += 1
        place = f"第 {self.count} 段"
        properties = element.find(W + "pPr")
        style = _value(properties, "pStyle")
        label = self._label(properties, style)
        strong = _on(self.styles.find(style, f"{W}rPr/{W}b"))
        level = self._level(properties, style)
        lines: list[list[tuple[str, bool]]] = [[]]
        for text, bold in self.runs(element, strong):
            for index, piece in enumerate(text.split("\n")):
                if index:
                    lines.append([])
                lines[-1].append((piece, bold))
        for runs in lines:
            text, spans = joined_runs(runs)
            if text:
                spans = tuple((start + len(label), end + len(label)) for start, end in spans)
                yield Line(label + text, place, spans, level)
                label = ""

    def _level(self, properties: ElementTree.Element | None, style: str | None) -> int:
        own = _value(properties, "outlineLvl")
        if own and own.isdecimal() and int(own) < 9:
            return int(own) + 1
        return self.styles.level(style)

    def _label(self, properties: ElementTree.Element | None, style: str | None) -> str:
        number = None if properties is None else properties.find(W + "numPr")
        if number is None:
            number = self.styles.find(style, f"{W}pPr/{W}numPr")
        if number is None:
            return ""
        level = _value(number, "ilvl") or "0"
        return self.numbering.next_label(
            _value(number, "numId"), int(level) if level.isdecimal() else 0
        )

    def runs(self, holder: ElementTree.Element, strong: bool) -> Iterator[tuple[str, bool]]:
        """Yield the text of a paragraph with whether it is bold."""
        for element in holder:
            tag = element.tag
            if tag in _SKIPPED:
                continue
            if tag == W + "r":
                bold = element.find(f"{W}rPr/{W}b")
                hidden = element.find(f"{W}rPr/{W}vanish")
                if hidden is None or not _on(hidden):
                    yield from self._run(element, strong if bold is None else _on(bold))
            elif tag.endswith("}AlternateContent"):
                yield from self.runs(element[0] if len(element) else element, strong)
            else:
                yield from self.runs(element, strong)

    def _run(self, run: ElementTree.Element, bold: bool) -> Iterator[tuple[str, bool]]:
        for element in run:
            tag = element.tag
            if tag == W + "t":
                yield element.text or "", bold
            elif tag == W + "tab":
                yield " ", bold
            elif tag in (W + "br", W + "cr"):
                yield ("\n" if element.get(W + "type") in (None, "textWrapping") else " "), bold
            elif tag == W + "noBreakHyphen":
                yield "-", bold
            elif tag == W + "sym":
                yield "", bold
            elif tag.endswith("}AlternateContent"):
                yield from self.runs(element, bold)

    def table(self, table: ElementTree.Element) -> Iterator[Line]:
        """Yield the rows; cells merged downwards are repeated, and marked so."""
        above: dict[int, str] = {}
        for row in _rows(table):
            cells: list[str] = []
            merged: set[int] = set()
            for cell in _cells(row):
                column = len(cells)
                merge = cell.find(f"{W}tcPr/{W}vMerge")
                text = "\n".join(line.text for line in self.blocks(cell))
                if merge is not None and merge.get(W + "val") != "restart":
                    text = text or above.get(column, "")
                    merged.add(column)
                span = _value(cell.find(W + "tcPr"), "gridSpan") or "1"
                width = min(int(span), 60) if span.isdecimal() and int(span) else 1
                cells += [" ".join(text.split("\n"))] * width
                above.update(dict.fromkeys(range(column, column + width), cells[-1]))
            self.cells += len(cells)
            if self.cells > MAX_CELLS:
                raise InputError("文档里的表格过大", "请只保留任务表再导入。")
            if any(cells):
                place = f"第 {self.count} 段（表格）"
                yield Line("\t".join(cells), place, cells=tuple(cells), merged=frozenset(merged))


def _rows(table: ElementTree.Element) -> Iterator[ElementTree.Element]:
    for element in table:
        if element.tag == W + "tr":
            yield element
        elif element.tag in (W + "sdt", W + "sdtContent", W + "customXml", W + "ins"):
            yield from _rows(element)


def _value(holder: ElementTree.Element | None, name: str) -> str | None:
    found = None if holder is None else holder.find(W + name)
    return None if found is None else found.get(W + "val")


def _on(element: ElementTree.Element | None) -> bool:
    return element is not None and element.get(W + "val") not in ("0", "false", "off", "none")


def _cells(row: ElementTree.Element) -> Iterator[ElementTree.Element]:
    for element in row:
        if element.tag == W + "tc":
            yield element
        elif element.tag in (W + "sdt", W + "sdtContent", W + "customXml"):
            yield from _cells(element)
