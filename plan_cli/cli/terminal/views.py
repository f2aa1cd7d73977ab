"""Reports drawn at a terminal: folded, never cut.

Rich gives the styles; what is how wide is measured by `screen` alone, for Rich takes every
terminal to draw ambiguous characters one column wide.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, TextIO

from rich.console import Console
from rich.text import Text

from plan_cli.bars import SIGNS, Bar
from plan_cli.cli.terminal.screen import breaks, width
from plan_cli.cli.terminal.slots import GAP, Slot, slots_of
from plan_cli.report import Cell, Group, Mark, Marked, Report, Row, cell_text
from plan_cli.text import visible

STYLES: dict[Mark, str] = {
    "hit": "bold reverse",
    "added": "bold green",
    "removed": "strike red",
    "strong": "bold",
    "small": "dim",
}
PAGE_WIDTH = 100
HEAT = tuple(f"color(16) on color({colour})" for colour in (230, 229, 222, 215, 209))
"""Black on ever warmer yellow, from the 256 colours that every terminal with colour has."""


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Leave a reader that has left to `standard_output`; Rich would exit with 1."""
        raise


def draw(report: Report, stream: TextIO) -> None:
    """Draw ``report`` on ``stream``, as wide as the terminal is."""
    console = _Console(file=stream, highlight=False, markup=False, emoji=False)
    report = report.paged()
    if console.color_system is None:
        report = _signed(report)
    if report.title:
        _print(_wrapped(Text(visible(report.title), "bold"), console.width), console)
    for line in report.heading:
        _print(_wrapped(Text(visible(line), "dim"), console.width), console)
    if report.layout == "page":
        _draw_page(report, console)
    else:
        _draw_table(report, console)


def _print(text: Text, console: Console) -> None:
    """Print lines that are already as long as they may be."""
    console.print(text, no_wrap=True, overflow="ignore", crop=False)


def _signed(report: Report) -> Report:
    """Return ``report`` with signs for marks, where a terminal can show no styles."""
    return report._replace(
        groups=tuple(
            group._replace(
                rows=tuple(
                    row._replace(
                        cells=tuple(str(c) if isinstance(c, Marked) else c for c in row.cells)
                    )
                    for row in group.rows
                )
            )
            for group in report.groups
        )
    )


def _draw_page(report: Report, console: Console) -> None:
    for number, group in enumerate(report.groups):
        labels = [width(visible(cell_text(row.cells[0]))) for row in group.rows]
        indent = max(labels, default=0)
        indent = indent + GAP if indent else 0
        room = min(console.width, PAGE_WIDTH) - indent
        if number or report.title:
            console.print()
        _draw_heading(group, console)
        _draw_text(group, console)
        for row in group.rows:
            label = Text(visible(cell_text(row.cells[0])), "cyan")
            label.append(" " * (indent - width(label.plain)))
            lines = _wrapped(_styled(row.cells[1]), room)
            for line_number, line in enumerate(lines.split("\n")):
                lead = label if not line_number else Text(" " * indent)
                _print(Text.assemble(lead, line), console)


def _draw_heading(group: Group, console: Console) -> None:
    if group.heading:
        heading = Text(visible(group.heading), "bold")
        if group.note:
            heading.append(f"　{visible(group.note)}", "not bold dim")
        _print(_wrapped(heading, console.width), console)


def _draw_text(group: Group, console: Console) -> None:
    for line in group.text:
        _print(_wrapped(Text(visible(line)), min(console.width, PAGE_WIDTH)), console)


class _Table(NamedTuple):
    """How the rows of a report stand side by side."""

    report: Report
    slots: Sequence[Slot]
    hottest: int | float


def _laid_out(report: Report, console: Console) -> _Table:
    return _Table(report, slots_of(report, console.width), _hottest(report))


def _draw_table(report: Report, console: Console) -> None:
    own = _laid_out(report, console)
    if any(group.rows or group.heading or group.text for group in report.groups):
        console.print()
    headed = _headed(report.groups)
    for number, group in enumerate(report.groups):
        if number == headed == 0:
            _draw_head(own, console)
        if number:
            console.print()
        _draw_heading(group, console)
        _draw_text(group, console)
        if group.columns and group.rows:
            aside = _laid_out(report.within(group), console)
            _draw_head(aside, console)
            _draw_rows(aside, group, console)
        else:
            if number and number == headed:
                _draw_head(own, console)
            _draw_rows(own, group, console)


def _headed(groups: Sequence[Group]) -> int | None:
    """Return above which group the columns of the report are headed, if above any.

    It is the first group, or behind tables of their own the first that is none.
    """
    filled = next((n for n, each in enumerate(groups) if each.rows and not each.columns), None)
    if filled is None:
        return None
    return filled if any(each.columns for each in groups[:filled]) else 0


def _draw_head(table: _Table, console: Console) -> None:
    headings = [visible(table.report.columns[slot.column].heading) for slot in table.slots]
    _draw_line([Text(each, "bold cyan") for each in headings], table.slots, console, low=True)


def _draw_rows(table: _Table, group: Group, console: Console) -> None:
    for place, (banded, rows) in enumerate(groupby(group.rows, key=lambda r: bool(r.band))):
        if banded and place:
            console.print()
        for row in rows:
            if banded:
                _draw_band(row, console)
            else:
                _draw_line(_cells(table, row), table.slots, console)


def _draw_band(row: Row, console: Console) -> None:
    for number, line in enumerate(row.band):
        style = "dim" if number else "bold"
        _print(_wrapped(Text(visible(line), style), console.width), console)


def _cells(table: _Table, row: Row) -> Iterator[Text]:
    for slot in table.slots:
        value = row.cells[slot.column]
        cell = _styled(
            value.drawn(slot.width // width(SIGNS[0])) if isinstance(value, Bar) else value
        )
        if row.total:
            cell.style = "bold"
        elif table.report.columns[slot.column].heat:
            cell.pad_left(slot.width - width(cell.plain))
            cell.stylize(_heat(value, table.hottest))
        yield cell


def _draw_line(
    cells: Iterable[Text], slots: Sequence[Slot], console: Console, low: bool = False
) -> None:
    """Draw cells side by side, each folded into its slot; ``low``: on a common last line."""
    folded = [
        list(_wrapped(cell, slot.width).split("\n", allow_blank=True))
        for cell, slot in zip(cells, slots, strict=True)
    ]
    tallest = max(map(len, folded), default=0)
    for number in range(tallest):
        line = Text()
        for pieces, slot in zip(folded, slots, strict=True):
            at = number - (tallest - len(pieces) if low else 0)
            piece = pieces[at] if 0 <= at < len(pieces) else Text()
            space = " " * (slot.width - width(piece.plain))
            line = Text.assemble(line, *((space, piece) if slot.right else (piece, space)))
            line.append(" " * GAP)
        line.rstrip()
        _print(line, console)


def _hottest(report: Report) -> int | float:
    heated = [i for i, column in enumerate(report.columns) if column.heat]
    numbers = [row.cells[i] for row in report.rows if not row.total for i in heated]
    return max((n for n in numbers if isinstance(n, int | float)), default=0)


def _heat(cell: Cell, hottest: int | float) -> str:
    """Return the style of a number on a scale from 0 to ``hottest``, fit for light and dark."""
    if not isinstance(cell, int | float) or not cell or not hottest:
        return "dim"
    return HEAT[min(len(HEAT) - 1, int(cell * len(HEAT) / hottest))]


def _styled(cell: Cell) -> Text:
    if not isinstance(cell, Marked):
        return Text(visible(cell_text(cell)))
    return Text.assemble(
        *((visible(text), STYLES[mark]) if mark else visible(text) for text, mark in cell.parts)
    )


def _wrapped(text: Text, columns: int) -> Text:
    """Return ``text`` with line ends where `breaks` puts them, styles kept."""
    lines = [
        piece
        for line in text.split("\n", allow_blank=True)
        for piece in line.divide(breaks(line.plain, columns))
    ]
    for line in lines:
        line.rstrip()
    return Text("\n").join(lines)
