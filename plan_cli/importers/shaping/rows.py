"""Rows of tables made whole: the lines of a cell run on, a row cut by the end of a page joined."""

import re
from collections.abc import Sequence

from plan_cli.importers.reading.lines import Line, joined_lines
from plan_cli.notes.columns import find_columns
from plan_cli.notes.labels import LABEL
from plan_cli.notes.organs import is_collective, is_place, looks_complete, names_a_class
from plan_cli.notes.words import BULLETS

SHORT = 20
"""Lines up to this long between two parts of a row are page numbers and running heads."""
_NEW_NAME = re.compile("[省市县区州团党]|各|有关|相关|其他|国家|中国|全国")
"""How the name of a unit begins, where the line before ends with one."""
_BRANCH = re.compile("[分支][公局行院店中队]|(?:股份)?有限|(?![省市县区州])[一-鿿]{2,4}分局$")
"""How the end of a name begins that may be cut off from what is a name as well (县邮政分公司)."""
_BELONGS = re.compile("[所下]属|所辖|[及和与]")
"""How a class begins that is of the unit in the line before (市教育局 / 所属各学校)."""
_SEATED = re.compile("(?:领导小组|指挥部|委员会|联席会议)$")
"""What has an office of its own, whose name may be cut in front of it."""
_FIRST = re.compile("[、，,；;]")
_CUT_WORD = re.compile("(?:科[技学研普]|委员|行[政业]|司法|部门|组织|社[会区]|团委|校园)$")
"""Words that begin as the name of a unit may end: cut, they make no two names."""


def whole_rows(lines: Sequence[Line]) -> list[Line]:
    """Return ``lines``, each row that goes on from the page before joined to its beginning."""
    whole: list[Line] = []
    for line in map(_in_one_piece, lines):
        begun = _begun(whole, line)
        if begun is None:
            whole.append(line)
        else:
            whole[begun] = _joined(whole[begun], line)
    return whole


def _in_one_piece(line: Line) -> Line:
    """Return a row whose cells were printed in several lines with each cell in one."""
    return _with_cells(line, tuple(map(_run_on, line.cells))) if line.cells else line


def _run_on(cell: str) -> str:
    """Return the words of a cell; lines run on, unless each is a unit of its own."""
    pieces = cell.split("\n")
    if len(pieces) > 2 and all(map(looks_complete, pieces)):
        return " ".join(pieces)
    whole = pieces[0]
    for piece in pieces[1:]:
        whole = f"{whole} {piece}" if _apart(whole, piece) else joined_lines((whole, piece))
    return whole


def _apart(above: str, below: str) -> bool:
    """Say whether two lines of a cell are names of two units, with no mark between."""
    above = above.rstrip(BULLETS)
    if LABEL.match(below) or (is_place(above) and is_place(below)):
        return True
    cut = (
        _CUT_WORD.search(above[-1:] + below[:1])
        or _BRANCH.match(below)
        or _BELONGS.match(below)
        or (below == "办公室" and _SEATED.search(above))
    )
    if cut or not (looks_complete(above) or names_a_class(above)):
        return False
    first = _FIRST.split(below)[0]
    a_class = is_collective(first) and names_a_class(first)
    return (
        bool(_NEW_NAME.match(below))
        or a_class
        or (len(above) <= SHORT and len(below) > 2 and looks_complete(below))
    )


def _begun(whole: Sequence[Line], line: Line) -> int | None:
    """Return the row that ``line`` goes on with: the last of the page before, in mid-sentence."""
    if not line.cells or line.cells[0]:
        return None
    repeated: tuple[str, ...] = ()
    for index in range(len(whole) - 1, -1, -1):
        above = whole[index]
        if above.page == line.page and find_columns(above.cells):
            repeated = above.cells
        between = above.cells == repeated if above.cells else len(above.text) <= SHORT
        if between:
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
    if any(_counts_on(above[index], below[index]) for index in cut):
        return False
    return bool(cut) and (longest not in cut or above[longest][-1] not in "。；;")


def _counts_on(above: str, below: str) -> bool:
    """Say whether a cell has the number behind that of the cell above."""
    both = above.isascii() and above.isdigit() and below.isascii() and below.isdigit()
    return both and int(below[:9]) == int(above[:9]) + 1


def _joined(above: Line, below: Line) -> Line:
    pairs = zip(above.cells, below.cells, strict=True)
    return _with_cells(above, tuple(map(joined_lines, pairs)))._replace(page=below.page)


def _with_cells(line: Line, cells: tuple[str, ...]) -> Line:
    return line._replace(text="\t".join(cells), cells=cells)
