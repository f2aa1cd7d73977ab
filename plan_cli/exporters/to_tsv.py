"""Tab-separated text for other programs: one row per line, no heading, never cut."""

from itertools import islice

from plan_cli.report import Report

AT_ONCE = 500
"""How many lines are put together at a time: as many short texts take half as much room again."""


def export(report: Report) -> str:
    """Return one line per row; tabs and line ends inside a cell become spaces."""
    shown = report.shown("sheet")
    is_whole = len(shown) == len(report.columns)
    rows, pieces = report.rows, []
    while some := list(islice(rows, AT_ONCE)):
        lines = []
        for row in some:
            cells = row.cells if is_whole else [row.cells[place] for place in shown]
            # Text as it is nearly always: a call for each cell takes as long as all of this.
            texts = [c if type(c) is str else "" if c is None else str(c) for c in cells]
            if not "".join(texts).isprintable():
                texts = [text if text.isprintable() else " ".join(text.split()) for text in texts]
            lines.append("\t".join(texts) + "\n")
        pieces.append("".join(lines))
    return "".join(pieces)
