"""Word documents: paragraphs, their automatic numbers, tables. Read without a library."""

from collections.abc import Iterator
from xml.etree import ElementTree

from plan_cli.errors import InputError
from plan_cli.importers.reading.lines import Line, Printed, Progress, joined_runs, no_progress
from plan_cli.importers.reading.numbering import Numbering, read_numbering
from plan_cli.importers.reading.word_parts import BROKEN, W, parsed, unpacked
from plan_cli.importers.reading.word_styles import Styles, is_on, value_of

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


def read(content: bytes, progress: Progress = no_progress) -> Printed:
    """Return the paragraphs and rows of a document. Raises InputError if it cannot be read."""
    parts = unpacked(content)
    if "word/document.xml" not in parts:
        raise InputError("这不是 Word 文档（docx）", "请用 Word 或 WPS 打开后另存为 .docx，再试。")
    root = parsed(parts["word/document.xml"])
    styles = parsed(parts["word/styles.xml"]) if "word/styles.xml" in parts else None
    numbers = parsed(parts["word/numbering.xml"]) if "word/numbering.xml" in parts else None
    body = root.find(f"{W}body")
    if body is None:
        raise BROKEN
    reader = _Reader(Styles(styles), read_numbering(numbers))
    return Printed(list(reader.blocks(body)))


class _Reader:
    """Walks through a document and numbers its paragraphs."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
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
        style = value_of(properties, "pStyle")
        label = self._label(properties, style)
        strong = is_on(self.styles.find(style, f"{W}rPr/{W}b"))
        level = self.styles.level(properties, style)
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

    def _label(self, properties: ElementTree.Element | None, style: str | None) -> str:
        number = None if properties is None else properties.find(W + "numPr")
        if number is None:
            number = self.styles.find(style, f"{W}pPr/{W}numPr")
        if number is None:
            return ""
        level = value_of(number, "ilvl") or "0"
        return self.numbering.next_label(
            value_of(number, "numId"), int(level) if level.isdecimal() else 0
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
                if hidden is None or not is_on(hidden):
                    yield from self._run(element, strong if bold is None else is_on(bold))
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
                span = value_of(cell.find(W + "tcPr"), "gridSpan") or "1"
                width = min(int(span), 60) if span.isdecimal() and int(span) else 1
                cells += [text] * width
                above.update(dict.fromkeys(range(column, column + width), cells[-1]))
            self.cells += len(cells)
            if self.cells > MAX_CELLS:
                raise InputError("文档里的表格过大", "请只保留任务表再试。")
            if any(cells):
                place = f"第 {self.count} 段（表格）"
                yield Line("\t".join(cells), place, cells=tuple(cells), merged=frozenset(merged))


def _rows(table: ElementTree.Element) -> Iterator[ElementTree.Element]:
    for element in table:
        if element.tag == W + "tr":
            yield element
        elif element.tag in (W + "sdt", W + "sdtContent", W + "customXml", W + "ins"):
            yield from _rows(element)


def _cells(row: ElementTree.Element) -> Iterator[ElementTree.Element]:
    for element in row:
        if element.tag == W + "tc":
            yield element
        elif element.tag in (W + "sdt", W + "sdtContent", W + "customXml"):
            yield from _cells(element)
