"""Web pages, and documents saved as web pages."""

import re
from collections.abc import Sequence
from html.parser import HTMLParser

from plan_cli.importers.reading.decoding import decode
from plan_cli.importers.reading.html_table import Table
from plan_cli.importers.reading.lines import Line, Printed, Progress, joined_runs, no_progress
from plan_cli.importers.reading.web import Piece, document_lines

_PARTS = frozenset(
    ["div", "section", "article", "main", "header", "footer", "aside", "center", "form", "td", "th"]
)
"""Elements that a page is divided into."""
_BLOCKS = _PARTS | frozenset(
    [
        "p",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "table",
        "tbody",
        "thead",
        "tr",
        "br",
        "hr",
        "blockquote",
        "pre",
        "fieldset",
        "body",
        "html",
    ]
)
_SILENT = frozenset(
    [
        "script",
        "style",
        "head",
        "template",
        "noscript",
        "select",
        "button",
        "nav",
        "svg",
        "math",
        "textarea",
        "iframe",
    ]
)
_BOLD = frozenset(("b", "strong"))
_VOID = frozenset(
    ["br", "hr", "img", "input", "meta", "link", "col", "area", "base", "wbr", "source"]
)
MAX_DEPTH = 2000
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.I)


def read(content: bytes, progress: Progress = no_progress) -> Printed:
    """Return the lines of a page: one for each block of text, one for each row of a table."""
    reader = _Reader()
    reader.feed(_text(content))
    reader.close()
    reader.finish()
    return Printed(document_lines(reader.pieces))


def _text(content: bytes) -> str:
    """Decode by the page's own declaration where it holds, else by the bytes."""
    declared = _CHARSET.search(content[:4096])
    if declared and declared[1].lower() in (b"gb2312", b"gbk", b"gb18030"):
        try:
            return content.decode("gb18030")
        except UnicodeDecodeError:
            pass
    return decode(content)


class _Reader(HTMLParser):
    """Collects runs of text, closed by every block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self.runs: list[tuple[str, bool]] = []
        self.bold = 0
        self.level = 0
        self.silent: list[str] = []
        self.numbers: list[int | None] = []
        self.number = ""
        self.tables: list[Table] = []
        self.parts: list[tuple[str, int]] = []
        self.count = 0
        self.links = 0
        self.linked = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a tag."""
        if self.silent:
            if tag not in _VOID and len(self.silent) < MAX_DEPTH:
                self.silent.append(tag)
            return
        given = dict(attrs)
        if tag in _SILENT:
            self.silent.append(tag)
            return
        if tag in _BLOCKS:
            self._flush()
        if tag in _PARTS and len(self.parts) < MAX_DEPTH:
            self.count += 1
            self.parts.append((tag, self.count))
        if tag in _BOLD:
            self.bold += 1
        elif tag == "a":
            self.links += 1
        elif tag in ("ol", "ul"):
            self.numbers.append(_count(given.get("start"), 1) - 1 if tag == "ol" else None)
        elif tag == "li" and self.numbers and self.numbers[-1] is not None:
            self.numbers[-1] += 1
            self.number = f"{self.numbers[-1]}. "
        elif re.fullmatch("h[1-6]", tag):
            self.level = int(tag[1])
        elif tag == "table":
            self.tables.append(Table())
        elif tag == "tr" and self.tables:
            self._row()
            self.tables[-1].start_row()
        elif tag in ("td", "th") and self.tables:
            self.tables[-1].start_cell(_count(given.get("rowspan")), _count(given.get("colspan")))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a tag that closes itself."""
        if tag in _BLOCKS and not self.silent:
            self._flush()

    def handle_endtag(self, tag: str) -> None:
        """Close a tag."""
        if self.silent:
            if tag in self.silent:
                while self.silent.pop() != tag:
                    pass
            return
        if tag in _BLOCKS:
            self._flush()
        if tag in _PARTS:
            self._leave(tag)
        if tag in _BOLD:
            self.bold = max(0, self.bold - 1)
        elif tag == "a":
            self.links = max(0, self.links - 1)
        elif tag in ("ol", "ul") and self.numbers:
            self.numbers.pop()
        elif re.fullmatch("h[1-6]", tag):
            self.level = 0
        elif tag == "tr" and self.tables:
            self._row()
        elif tag == "table" and self.tables:
            self._end_table()

    def handle_data(self, data: str) -> None:
        """Take text."""
        if not self.silent:
            self.runs.append((data, self.bold > 0))
            self.linked += len(data.strip()) if self.links else 0

    def finish(self) -> None:
        """Close what the page left open."""
        self._flush()
        while self.tables:
            self._end_table()

    def _leave(self, tag: str) -> None:
        """Close the innermost part that ``tag`` opened, and those left open in it."""
        opened = [i for i, (name, _) in enumerate(self.parts) if name == tag]
        if opened:
            del self.parts[opened[-1] :]

    def _flush(self) -> None:
        text, bold = joined_runs(self.runs)
        self.runs = []
        if text:
            head, self.number = self.number, ""
            bold = tuple((start + len(head), end + len(head)) for start, end in bold)
            self._put(Line(head + text, self._place(), bold, self.level))
        self.linked = 0

    def _row(self) -> None:
        """Close the row of the innermost table; it stands in a cell of the table around it."""
        self._flush()
        for line in self.tables[-1].end_row(self._place()):
            self._put(line, self.tables[:-1])

    def _end_table(self) -> None:
        self._row()
        self.tables.pop()

    def _put(self, line: Line, tables: Sequence[Table] | None = None) -> None:
        tables = self.tables if tables is None else tables
        if tables and tables[-1].in_cell:
            tables[-1].add(line)
        else:
            self.pieces.append(Piece(line, tuple(part for _, part in self.parts), self.linked))

    def _place(self) -> str:
        return f"第 {self.getpos()[0]} 行"


def _count(value: str | None, otherwise: int = 1) -> int:
    return min(int(value), 1000) if value and value.isascii() and value.isdigit() else otherwise
