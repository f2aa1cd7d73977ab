"""One web page: no script, nothing from elsewhere, prints like the Word form."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from plan_cli.bars import Bar
from plan_cli.exporters.html_bars import drawn
from plan_cli.exporters.markup import NARROW, escaped, lines, may_break, pieces
from plan_cli.report import AnyColumn, Cell, Group, Mark, Report, cell_text

STYLE = Path(__file__).parent / "page.css"

LANDSCAPE = "size: A4 landscape; margin: 14mm 18mm;"
UPRIGHT = "size: A4 portrait; margin: 25mm 24mm 22mm 26mm;"

_TAGS: dict[Mark, tuple[str, str]] = {
    "hit": ("<mark>", "</mark>"),
    "added": ("<ins>", "</ins>"),
    "removed": ("<del>", "</del>"),
    "strong": ("<b>", "</b>"),
    "small": ("<small>", "</small>"),
}


def export(report: Report) -> str:
    """Return a whole HTML document; every text in it is escaped."""
    return "\n".join([*_head(report), *_body(report), "</body>", "</html>", ""])


def _head(report: Report) -> Iterator[str]:
    upright = report.layout == "page" or report.paper == "letter"
    yield "<!DOCTYPE html>"
    yield '<html lang="zh-CN">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escaped(report.title)}</title>"
    for name, content in (
        ("author", report.imprint.author),
        ("description", report.imprint.subject),
    ):
        if content:
            yield f'<meta name="{name}" content="{escaped(content)}">'
    paper = UPRIGHT if upright and report.paper != "one sheet" else LANDSCAPE
    yield f"<style>\n@page {{ {paper} }}\n{STYLE.read_text(encoding='utf-8')}</style>"
    yield "</head>"
    shape = "sheet" if report.paper == "one sheet" else "upright" if upright else ""
    yield f'<body class="{shape}">' if shape else "<body>"


def _body(report: Report) -> Iterator[str]:
    if report.title:
        yield f"<h1>{escaped(report.title)}</h1>"
    for line in report.heading:
        yield f'<p class="subtitle">{escaped(line)}</p>'
    for group in report.groups:
        if group.heading:
            note = f" <small>{escaped(group.note)}</small>" if group.note else ""
            yield f"<h2>{escaped(group.heading)}{note}</h2>"
        at_right = group.part == "signature"
        look = 'style="text-align:right"' if at_right else 'class="text"'
        yield from (f"<p {look}>{escaped(line)}</p>" for line in group.text)
        if group.rows:
            body = _page if report.layout == "page" else _table
            yield from body(report.within(group), group)
    yield from _foot(report)


def _foot(report: Report) -> Iterator[str]:
    yield "<footer>"
    for line in report.closing:
        yield f'<p class="closing">{escaped(line)}</p>'
    for labels in report.imprint.signed:
        slots = "".join(f"<span>{escaped(label)}：</span>" for label in labels)
        yield f'<p class="signed">{slots}</p>'
    if report.imprint.source:
        yield f'<p class="source">{escaped(report.imprint.source)}</p>'
    yield "</footer>"


def _page(report: Report, group: Group) -> Iterator[str]:
    if not any(cell_text(row.cells[0]) for row in report.rows):
        for row in group.rows:
            yield f'<p class="text">{_content(row.cells[1])}</p>'
        return
    yield "<dl>"
    for row in group.rows:
        label, text = row.cells
        yield f"<dt>{_content(label)}</dt><dd>{_content(text)}</dd>"
    yield "</dl>"


def _table(report: Report, group: Group) -> Iterator[str]:
    shown = report.shown("page")
    columns = [report.columns[i] for i in shown]
    yield "<table>"
    yield _widths(columns)
    heads = "".join(f'<th scope="col">{escaped(column.heading)}</th>' for column in columns)
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for row in group.rows:
        if row.band:
            yield _band(row.band, len(columns))
        else:
            yield _row([row.cells[i] for i in shown], columns, row.total)
    yield "</tbody>"
    yield "</table>"


def _widths(columns: Sequence[AnyColumn]) -> str:
    """Share out the width: one character more than usual each, for the padding."""
    total = sum(column.width + 1 for column in columns)
    shares = (100 * (column.width + 1) / total for column in columns)
    return "<colgroup>" + "".join(f'<col style="width:{s:.2f}%">' for s in shares) + "</colgroup>"


def _band(lines: Sequence[str], span: int) -> str:
    first, *rest = map(escaped, lines)
    content = " ".join([f"<b>{first}</b>", *(f"<small>{line}</small>" for line in rest)])
    return f'<tr class="band"><td colspan="{span}">{content}</td></tr>'


def _row(cells: Sequence[Cell], columns: Sequence[AnyColumn], total: bool) -> str:
    kind = ' class="total"' if total else ' class="long"' if may_break(cells, columns) else ""
    parts = []
    for cell, column in zip(cells, columns, strict=True):
        centred = column.width <= NARROW or isinstance(cell, int | float)
        shape = ' class="centred"' if centred else ""
        parts.append(f"<td{shape}>{_lines(cell)}</td>")
    return f"<tr{kind}>{''.join(parts)}</tr>"


def _lines(cell: Cell) -> str:
    """Return a cell, lines apart where some are in small type and so set closer."""
    if isinstance(cell, Bar):
        return drawn(cell)
    parted = list(lines(cell))
    if not any(small for _, small in parted):
        return _content(cell)
    kinds = {True: ' class="small"', False: ""}
    return "".join(f"<div{kinds[small]}>{_content(line)}</div>" for line, small in parted)


def _content(cell: Cell) -> str:
    parts = []
    for text, mark in pieces(cell):
        start, end = _TAGS[mark] if mark else ("", "")
        parts.append(start + escaped(text).replace("\n", "<br>") + end)
    return "".join(parts)
