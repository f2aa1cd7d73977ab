"""Web pages, and documents saved as web pages."""

import re
from html.parser import HTMLParser

from plan_cli.errors import InputError
from plan_cli.importers.decoding import decode
from plan_cli.importers.lines import Line, Progress, joined_runs, no_progress

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "aside",
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
        "td",
        "th",
        "br",
        "hr",
        "blockquote",
        "pre",
        "center",
        "form",
        "fieldset",
        "body",
        "html",
    ]
)
_SILENT = frozenset(
    ["script", "style", "head", "template", "noscript", "select", "button", "nav", "svg", "math"]
)
_BOLD = frozenset(("b", "strong"))
_VOID = frozenset(
    ["br", "hr", "img", "input", "meta", "link", "col", "area", "base", "wbr", "source"]
)
MAX_CELLS = 200_000
MAX_DEPTH = 2000
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.I)


def read(content: bytes, progress: Progress = no_progress) -> list[Line]:
    """Return the lines of a page: one for each block of text, one for each row of a table."""
    reader = _Reader()
    reader.feed(_text(content))
    reader.close()
    reader.finish()
    return reader.lines


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
        self.lines: list[Line] = []
        self.runs: list[tuple[str, bool]] = []
        self.bold = 0
        self.level = 0
        self.silent: list[str] = []
        self.numbers: list[int | None] = []
        self.number = ""
        self.rows: list[_Table] = []

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
        if tag in _BOLD:
            self.bold += 1
        elif tag in ("ol", "ul"):
            self.numbers.append(_count(given.get("start"), 1) - 1 if tag == "ol" else None)
        elif tag == "li" and self.numbers and self.numbers[-1] is not None:
            self.numbers[-1] += 1
            self.number = f"{self.numbers[-1]}. "
        elif re.fullmatch("h[1-6]", tag):
            self.level = int(tag[1])
        elif tag == "table":
            self.rows.append(_Table())
        elif tag == "tr" and self.rows:
            self.rows[-1].start_row()
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].start_cell(_count(given.get("rowspan")), _count(given.get("colspan")))

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
        if tag in _BOLD:
            self.bold = max(0, self.bold - 1)
        elif tag in ("ol", "ul") and self.numbers:
            self.numbers.pop()
        elif re.fullmatch("h[1-6]", tag):
            self.level = 0
        elif tag == "tr" and self.rows:
            self._row()
        elif tag == "table" and self.rows:
            self._row()
            self.rows.pop()

    def handle_data(self, data: str) -> None:
        """Take text."""
        if not self.silent:
            self.runs.append((data, self.bold > 0))

    def finish(self) -> None:
        """Close what the page left open."""
        self._flush()
        while self.rows:
            self._row()
            self.rows.pop()

    def _flush(self) -> None:
        text, bold = joined_runs(self.runs)
        self.runs = []
        if not text:
            return
        if self.rows and self.rows[-1].in_cell:
            self.rows[-1].add(text)
            return
        head, self.number = self.number, ""
        bold = tuple((start + len(head), end + len(head)) for start, end in bold)
        self.lines.append(Line(head + text, self._place(), bold, self.level))

    def _row(self) -> None:
        self._flush()
        if row := self.rows[-1].end_row():
            cells, merged = row
            if len(self.rows) > 1:
                self.rows[-2].add(" ".join(cells))
            elif any(cells):
                self.lines.append(Line("\t".join(cells), self._place(), cells=cells, merged=merged))

    def _place(self) -> str:
        return f"第 {self.getpos()[0]} 行"


def _count(value: str | None, otherwise: int = 1) -> int:
    return min(int(value), 1000) if value and value.isascii() and value.isdigit() else otherwise


class _Table:
    """Rows of cells; a cell that spans rows is repeated in each."""

    def __init__(self) -> None:
        self.cells: list[list[str]] | None = None
        self.in_cell = False
        self.spans: dict[int, tuple[int, str]] = {}
        self.wide: list[tuple[int, int]] = []
        self.merged: set[int] = set()
        self.total = 0

    def start_row(self) -> None:
        self.cells, self.wide, self.merged = [], [], set()

    def start_cell(self, rows: int, columns: int) -> None:
        if self.cells is None:
            self.start_row()
        assert self.cells is not None
        self._spanned()
        self.cells.append([])
        self.wide.append((max(rows, 1), max(1, min(columns, 60))))
        self.in_cell = True
        for _ in range(self.wide[-1][1] - 1):
            self.cells.append([])
            self.wide.append((self.wide[-1][0], 0))
        self.total += self.wide[-1][1] + 1
        if self.total > MAX_CELLS:
            raise InputError("网页里的表格过大", "请只保留任务表，另存后再导入。")

    def _spanned(self) -> None:
        """Put in the cells that reach down from the rows above."""
        assert self.cells is not None
        while (span := self.spans.get(len(self.cells))) is not None:
            self.merged.add(len(self.cells))
            left, text = span
            index = len(self.cells)
            self.spans[index] = (left - 1, text)
            if left <= 1:
                del self.spans[index]
            self.cells.append([text])
            self.wide.append((1, 1))

    def add(self, text: str) -> None:
        if self.cells:
            index = len(self.cells) - 1
            while index and self.wide[index][1] == 0:
                index -= 1
            self.cells[index].append(text)

    def end_row(self) -> tuple[tuple[str, ...], frozenset[int]] | None:
        if self.cells is None:
            return None
        self._spanned()
        cells = tuple(" ".join(cell) for cell in self.cells)
        for index, (rows, _) in enumerate(self.wide):
            if rows > 1:
                self.spans[index] = (rows - 1, cells[index])
        merged, self.cells, self.in_cell = frozenset(self.merged), None, False
        return cells, merged
