"""Rows of tables that the end of a page has cut in two, put together again."""

from collections.abc import Sequence

from plan_cli.importers.reading.lines import Line, joined_lines
from plan_cli.importers.shaping.tables import find_columns

SHORT = 20
"""Lines up to this long between two parts of a row are page numbers and running heads."""


def mended(lines: Sequence[Line]) -> list[Line]:
    """Return ``lines``, each row that goes on from the page before joined to its beginning."""
    whole: list[Line] = []
    for line in lines:
        begun = _begun(whole, line)
        if begun is None:
            whole.append(line)
        else:
            whole[begun] = _joined(whole[begun], line)
    return whole


def _begun(whole: Sequence[Line], line: Line) -> int | None:
    """Return the row that ``line`` goes on with: the last of the page before, in mid-sentence."""
    if not line.cells or line.cells[0] or line.merged:
        return None
    for index in range(len(whole) - 1, -1, -1):
        above = whole[index]
        between = above.page == line.page and bool(find_columns(above.cells))
        if between or (not above.cells and len(above.text) <= SHORT):
            continue
        goes_on = above.page == line.page - 1 and _breaks_off(above.cells, line.cells)
        return index if goes_on else None
    return None


def _breaks_off(above: Sequence[str], below: Sequence[str]) -> bool:
    """Say whether the longest cell of a row stops in mid-sentence and goes on below."""
    if len(above) != len(below):
        return False
    longest = max(range(len(above)), key=lambda index: len(above[index]))
    cut = [index for index, cell in enumerate(below) if cell and above[index]]
    return bool(cut) and (longest not in cut or above[longest][-1] not in "。；;")


def _joined(above: Line, below: Line) -> Line:
    cells = tuple(map(joined_lines, zip(above.cells, below.cells, strict=True)))
    return above._replace(text="\t".join(cells), cells=cells)
