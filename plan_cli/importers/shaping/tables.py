"""Tables of tasks: which column holds the number, the task, the responsible units."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from plan_cli.notes.labels import Part, label_part
from plan_cli.notes.words import DUTIES, DUTIES_IN_LABELS, HOLDERS, LEVEL, TIMES, either

_DUTY = either(DUTIES, DUTIES_IN_LABELS)
_RESPONSIBLE = re.compile(
    rf"^(?!联系人|组织机构)(?:[（(]?(?:{_DUTY}|{LEVEL}|[和及与、/]){{1,4}}[）)]?)"
    rf"(?:{either(HOLDERS)}|领导|人)(?:[（(].*[）)])?$"
)
_NUMBER = re.compile(r"^(?:序号|编号|序|项次|No\.?|№)$")
_WHEN = re.compile(either(TIMES))


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
