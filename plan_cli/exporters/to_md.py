"""Markdown: tables for tables, lists for pages."""

import re
from collections.abc import Iterator, Sequence

from plan_cli.report import Cell, Group, Mark, Marked, Report, cell_text

_SPECIAL = re.compile(r"([\\`*_\[\]|~])")
_LINE_START = re.compile(r"^(\s*\d*)(>|(?:#{1,6}|[+-]|(?<=\d)[.)])(?=\s|$)|-{2,}\s*$|=+\s*$)")
"""What would make a heading, a list, a quotation or a rule of a line (CommonMark 4.1-5.3)."""


def export(report: Report) -> str:
    """Return a Markdown document with every text escaped."""
    parts = [f"# {escape(report.title)}"] if report.title else []
    parts += [escape(line) for line in report.heading]
    body = _page if report.layout == "page" else _table
    for group in report.groups:
        parts += [f"## {escape(group.heading)}"] if group.heading else []
        parts += [escape(line) for line in (group.note, *group.text) if line]
        if group.rows:
            parts.append(body(report.within(group), group))
    parts += [escape(line) for line in report.foot]
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    """Return ``text`` so that Markdown shows it as it is, on one line."""
    safe = _SPECIAL.sub(r"\\\1", text.replace("&", "&amp;").replace("<", "&lt;"))
    return _LINE_START.sub(r"\1\\\2", safe).replace("\n", "<br>")


_SIGNS: dict[Mark, str] = {
    "hit": "**",
    "added": "**",
    "removed": "~~",
    "strong": "**",
    "small": "",
}


def _cell(cell: Cell) -> str:
    if not isinstance(cell, Marked):
        return escape(cell_text(cell))
    shown = ""
    for text, mark in cell.parts:
        shown = _glued(shown, _signed(text, mark))
    return shown


def _signed(text: str, mark: Mark | None) -> str:
    """Return ``text`` between the signs of its mark; signs next to a space would not work."""
    core = text.strip()
    if mark is None or not core:
        return escape(text)
    before, after = (space.replace("\n", "<br>") for space in text.split(core, 1))
    return f"{before}{_SIGNS[mark]}{escape(core)}{_SIGNS[mark]}{after}"


def _glued(before: str, after: str) -> str:
    """Join two pieces. Signs next to a punctuation mark inside and a letter outside are no
    signs to Markdown (“flanking”, CommonMark 6.2): a space between keeps them at work.
    """
    opens = re.match(r"(\*\*|~~)\W", after) and re.search(r"\w$", before)
    closes = re.search(r"\W(\*\*|~~)$", before) and re.match(r"\w", after)
    return f"{before} {after}" if opens or closes else before + after


def _table(report: Report, group: Group) -> str:
    return "\n".join(_table_lines(report, group))


def _table_lines(report: Report, group: Group) -> Iterator[str]:
    shown = report.shown("page")
    widest = max(shown, key=lambda i: report.columns[i].width)
    yield _line([escape(report.columns[i].heading) for i in shown])
    yield _line(["---"] * len(shown))
    for row in group.rows:
        if row.band:
            # Markdown cannot span columns: the band stands in the column with most room.
            yield _line([_band(row.band) if i == widest else "" for i in shown])
        else:
            yield _line([_cell(row.cells[i]) for i in shown])


def _band(lines: Sequence[str]) -> str:
    first, *rest = map(escape, lines)
    return "<br>".join([f"**{first}**", *rest])


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _page(report: Report, group: Group) -> str:
    """Return labelled rows as a list, others as paragraphs."""
    lines = []
    for row in group.rows:
        label, words = (_cell(cell) for cell in row.cells)
        lines.append(f"- **{label}** {words}" if label else f"\n{words}\n")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
