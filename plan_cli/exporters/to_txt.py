"""Plain text to read: unwrapped, every value behind its label."""

from collections.abc import Iterator

from plan_cli.report import Group, Layout, On, Report, Row, cell_text
from plan_cli.text import pad, width


def export(report: Report) -> str:
    """Return the report as lines of text, blocks parted by empty lines."""
    head = [line for line in (report.title, *report.heading) if line]
    blocks = ["\n".join(head)] if head else []
    body = _page if report.layout is Layout.PAGE else _stanzas
    for group in report.groups:
        headed = [line for line in (group.heading, group.note) if line]
        blocks.append("\n".join([*headed, *body(report, group)]))
    if report.closing:
        blocks.append("\n".join(report.closing))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _page(report: Report, group: Group) -> Iterator[str]:
    labels = [cell_text(row.cells[0]) for row in group.rows]
    room = max(map(width, labels), default=0)
    for row, label in zip(group.rows, labels, strict=True):
        text = cell_text(row.cells[1])
        yield f"{pad(label, room)}  {text}" if room else text


def _stanzas(report: Report, group: Group) -> Iterator[str]:
    for row in group.rows:
        yield from row.band or _stanza(report, row)


def _stanza(report: Report, row: Row) -> Iterator[str]:
    """Yield a row as its first two columns on a line, then one labelled line per column."""
    first, second, *rest = [i for i in report.shown(On.PAGE)]
    yield f"{cell_text(row.cells[first])}  {cell_text(row.cells[second])}"
    for i in rest:
        if text := cell_text(row.cells[i]):
            yield f"    {report.columns[i].heading}：{text}"
