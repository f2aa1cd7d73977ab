"""Plain text to read: unwrapped, every value behind its label."""

from collections.abc import Iterator

from plan_cli.report import WRITE_HERE, Group, Report, Row, cell_text
from plan_cli.text import pad, width

INDENT = " " * 4
LEAD = 2
"""How many columns stand on the first line of a row, without their headings."""


def export(report: Report) -> str:
    """Return the report as lines of text, blocks parted by empty lines."""
    head = [line for line in (report.title, *report.heading) if line]
    blocks = ["\n".join(head)] if head else []
    body = _page if report.layout == "page" else _stanzas
    for group in report.groups:
        headed = [line for line in (group.heading, group.note, *group.text) if line]
        blocks.append("\n".join([*headed, *body(report.within(group), group)]))
    if report.foot:
        blocks.append("\n".join(report.foot))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _page(report: Report, group: Group) -> Iterator[str]:
    labels = [cell_text(row.cells[0]) for row in group.rows]
    room = max(map(width, labels), default=0)
    for row, label in zip(group.rows, labels, strict=True):
        text = cell_text(row.cells[1])
        yield f"{pad(label, room)}  {text}" if room else text


def _stanzas(report: Report, group: Group) -> Iterator[str]:
    for row in group.rows:
        if row.band:
            yield from ("", *row.band)
        else:
            yield from _stanza(report, row)


def _stanza(report: Report, row: Row) -> Iterator[str]:
    """Yield a row as its first columns on a line, then one labelled line per column.

    Last comes the room for what is written by hand.
    """
    shown = report.shown("page")
    texts = {i: cell_text(row.cells[i]) for i in shown}
    yield "  ".join(texts[i] for i in shown[:LEAD] if texts[i]).replace("\n", f"\n{INDENT}")
    blanks = []
    for i in shown[LEAD:]:
        if text := texts[i].replace("\n", f"\n{INDENT * 2}"):
            yield f"{INDENT}{report.columns[i].heading}：{text}"
        elif report.columns[i].by_hand:
            blanks.append(f"{report.columns[i].heading}：{WRITE_HERE}")
    if blanks:
        yield INDENT + "　".join(blanks)
