"""Tables of tasks: which column holds the number, the task, the responsible units."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from plan_cli.notes.labels import Part, label_part

_RESPONSIBLE = re.compile(
    r"^(?:[（(]?(?:牵头|责任|配合|主办|协办|承办|负责|主责|落实|实施|参与|参加|协同|协助|支持|主要|具体|分管|市级|省级|市直|省直|县级|区级|[和及与、/]){1,4}[）)]?)"
    r"(?:单位|部门|处室|科室|部室|领导|人|机构|主体|责任单位|责任部门)(?:[（(].*[）)])?$"
)
_NUMBER = re.compile(r"^(?:序号|编号|序|项次|No\.?|№)$")
_WHEN = re.compile(r"时限|时间|期限|进度|节点")


class Columns(NamedTuple):
    """What the columns of a table of tasks are."""

    headings: tuple[str, ...]
    number: int | None
    responsible: tuple[tuple[int, Part], ...]
    times: tuple[int, ...]


def find_columns(cells: Sequence[str]) -> Columns | None:
    """Return what the columns are if ``cells`` are the headings of a table of tasks."""
    headings = tuple("".join(cell.split()) for cell in cells)
    responsible = tuple(
        (index, label_part(heading))
        for index, heading in enumerate(headings)
        if _RESPONSIBLE.match(heading) and label_part(heading) is not Part.TIME
    )
    if not responsible or len(headings) < 2 or len(responsible) == len(headings):
        return None
    number = next((i for i, heading in enumerate(headings) if _NUMBER.match(heading)), None)
    times = tuple(i for i, heading in enumerate(headings) if _WHEN.search(heading))
    return Columns(headings, number, responsible, times)
