"""A page taken tag by tag: its lines, and what was passed over between them."""

import re
from collections import Counter
from collections.abc import Sequence
from html.parser import HTMLParser
from typing import NamedTuple

from plan_cli.importers.doubts import Cause
from plan_cli.importers.reading.lines import Line, joined_runs, tidy
from plan_cli.importers.reading.page.numbers import Numbers, count
from plan_cli.importers.reading.page.sheet import Sheet
from plan_cli.importers.reading.page.site import Piece
from plan_cli.importers.reading.page.skipped import Given, LeftOut, Skipped, skipped
from plan_cli.importers.reading.page.table import Table
from plan_cli.importers.reading.page.tags import BLOCKS, BOLD, BREAKING, MAX_DEPTH, PARTS, VOID
from plan_cli.importers.reading.raised import raised

_RAISING = re.compile(r"(?<![\w-])vertical-align:(su[bp])")
_STANDS = {"sup": "superscript", "sub": "subscript"}


class Gap(NamedTuple):
    """A place where something was passed over: in which part, inside or between which lines."""

    what: LeftOut
    part: int
    first: int
    last: int

    def stands_in(self, lines: Sequence[Line]) -> bool:
        """Say whether the lines there belong to the document."""
        return any(not line.aside for line in lines[self.first : self.last])


class _Lift:
    """Text that an element sets off the line: from which run on, whether it links in the page."""

    def __init__(self, tag: str, stands: str, start: int, linked: bool) -> None:
        self.tag = tag
        self.stands = stands
        self.start = start
        self.linked = linked
        self.depth = 0
        """How many elements of this tag are open in it, itself among them."""


class PageReader(HTMLParser):
    """Collects runs of text, closed by every block."""

    def __init__(self, sheet: Sheet) -> None:
        """Read with the style sheets of the page."""
        super().__init__(convert_charrefs=True)
        self.sheet = sheet
        self.pieces: list[Piece] = []
        self.gaps: list[Gap] = []
        self.parents = [0]
        self.runs: list[tuple[str, bool]] = []
        self.bold = 0
        self.level = 0
        self.skipped: Skipped | None = None
        self.numbers = Numbers()
        self.tables: list[Table] = []
        self.parts: list[tuple[str, int]] = []
        self.open_parts: Counter[str] = Counter()
        self.anchors: list[bool] = []
        self.linked = 0
        self.lift: _Lift | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a tag."""
        if self.skipped:
            if self.skipped.opens(tag):
                return
            self._end_skipped()
        given = dict(attrs)
        given["style"] = self.sheet.style_of(tag, given)
        if tag in BREAKING:
            self._flush()
        self.skipped = skipped(tag, given, self._place())
        if self.skipped and tag in VOID:
            self._end_skipped()
        elif not self.skipped:
            self._open(tag, given)

    def _open(self, tag: str, given: Given) -> None:
        if tag in PARTS and len(self.parts) < MAX_DEPTH:
            self.parents.append(self._part())
            self.parts.append((tag, len(self.parents) - 1))
            self.open_parts[tag] += 1
        if tag in BOLD:
            self.bold += 1
        elif tag == "a":
            self.anchors.append("#" in (given.get("href") or ""))
            if self.lift:
                self.lift.linked |= self.anchors[-1]
        elif tag in ("ol", "ul"):
            self.numbers.open(tag, given)
        elif tag == "li":
            self.numbers.item(given)
        elif re.fullmatch("h[1-6]", tag):
            self.level = int(tag[1])
        elif tag == "table":
            self.tables.append(Table())
        elif tag == "tr" and self.tables:
            self._row()
            self.tables[-1].start_row()
        elif tag in ("td", "th") and self.tables:
            self.tables[-1].start_cell(count(given.get("rowspan")), count(given.get("colspan")))
        self._lift(tag, given)

    def _lift(self, tag: str, given: Given) -> None:
        """Note where words begin that stand high or low."""
        stands = _stands(tag, given)
        if stands and not self.lift:
            linked = bool(self.anchors) and self.anchors[-1]
            self.lift = _Lift(tag, stands, len(self.runs), linked)
        if self.lift and self.lift.tag == tag:
            self.lift.depth += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a tag that closes itself."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close a tag."""
        if self.skipped:
            own = tag == self.skipped.tag
            if not self.skipped.closes(tag):
                return
            self._end_skipped()
            if own:
                return
        if tag in BREAKING:
            self._flush()
        if tag in PARTS:
            self._leave(tag)
        if tag in BOLD:
            self.bold = max(0, self.bold - 1)
        elif tag == "a" and self.anchors:
            self.anchors.pop()
        elif tag in ("ol", "ul"):
            self.numbers.close()
        elif tag == "li":
            self._end_item()
        elif re.fullmatch("h[1-6]", tag):
            self.level = 0
        elif tag == "tr" and self.tables:
            self._row()
        elif tag == "table" and self.tables:
            self._end_table()
        if self.lift and self.lift.tag == tag:
            self._end_lift(self.lift)

    def _end_item(self) -> None:
        """Close an item of a list; its number alone is seen in a cell, where it prints 序号."""
        number = self.numbers.take().strip()
        if number and self.tables and self.tables[-1].in_cell:
            self._put(Line(number, self._place()))

    def handle_data(self, data: str) -> None:
        """Take text."""
        if self.skipped:
            self.skipped.add(data)
        elif self.runs or data.strip():
            self.runs.append((data, self.bold > 0))
            self.linked += len(data.strip()) if self.anchors else 0

    def finish(self) -> None:
        """Close what the page left open."""
        self._end_skipped()
        self._flush()
        while self.tables:
            self._end_table()

    def _end_skipped(self) -> None:
        if self.skipped and self.skipped.left_out:
            self._gap(self.skipped.left_out)
        self.skipped = None

    def _gap(self, what: LeftOut) -> None:
        """Keep what was passed over: in the line that is open, else between two lines."""
        end = len(self.pieces) + 1
        self.gaps.append(Gap(what, self._part(), max(0, end - (1 if self.runs else 2)), end))

    def _end_lift(self, lift: _Lift) -> None:
        """Close an element of the tag that lifted; with the last, the words are what they show."""
        lift.depth -= 1
        if lift.depth:
            return
        self.lift = None
        before = tidy("".join(text for text, _ in self.runs[max(0, lift.start - 3) : lift.start]))
        text = tidy("".join(text for text, _ in self.runs[lift.start :]))
        kept = raised(text, before, lift.stands, lift.linked) if text else ""
        del self.runs[lift.start :]
        if kept is None:
            self._gap(LeftOut(Cause.NOTE_MARKS, text, self._place()))
        elif kept:
            self.runs.append((kept, self.bold > 0))

    def _part(self) -> int:
        return self.parts[-1][1] if self.parts else 0

    def _leave(self, tag: str) -> None:
        """Close the innermost part that ``tag`` opened, and those left open in it."""
        while self.open_parts[tag]:
            name, _ = self.parts.pop()
            self.open_parts[name] -= 1
            if name == tag:
                return

    def _flush(self) -> None:
        text, bold = joined_runs(self.runs)
        self.runs, self.lift = [], None
        if text:
            head = self.numbers.take()
            bold = tuple((start + len(head), end + len(head)) for start, end in bold)
            line = Line(head + text, self._place(), bold, self.level, label=head)
            self._put(line._replace(series=self.numbers.series(head)))
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
            self.pieces.append(Piece(line, self._part(), self.linked))

    def _place(self) -> str:
        return f"第 {self.getpos()[0]} 行"


def _stands(tag: str, given: Given) -> str | None:
    """Return how an element sets its words off the line, by its tag or its style, or None."""
    style = "".join((given.get("style") or "").lower().split())
    raising = None if tag in BLOCKS else _RAISING.search(style)
    return _STANDS.get(raising[1] if raising else tag)
