"""Tables of tasks: which row heads one, and which column holds what."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from plan_cli.notes.labels import Part, label_part
from plan_cli.notes.words import (
    CONTACTS,
    CONTENTS,
    DUTIES,
    DUTIES_IN_LABELS,
    GROUPS,
    HEADINGS,
    HELPS_IN_LABELS,
    HOLDERS,
    ITEMS,
    LEADS,
    LEVEL,
    LOCAL_HOLDERS,
    OTHER_HOLDERS,
    PLAIN_DUTIES,
    REMARKS,
    SHARES,
    TIMES,
    either,
)

_DUTY = either(DUTIES, DUTIES_IN_LABELS, HELPS_IN_LABELS)
_RESPONSIBLE = re.compile(
    rf"^(?!联系人|组织机构)(?:[（(]?(?:{_DUTY}|{LEVEL}|[和及与、/]){{1,4}}[）)]?){{1,2}}"
    rf"(?:{either(HOLDERS, LOCAL_HOLDERS)}|领导|人)(?:[（(].*[）)])?$"
    rf"|^{either(PLAIN_DUTIES, HELPS_IN_LABELS)}$"
    rf"|^(?:(?![及和与各]|有关|相关)[一-鿿]){{2,8}}(?:责任|{either(LEADS)}){either(HOLDERS)}$"
)
_SHARED_OUT = re.compile(f"{either(SHARES)}$")
"""Heads cells that say who leads and who helps; over columns of their own it says nothing."""
_NOTED = re.compile(
    rf"{either(CONTENTS)}(?:[及和与、]|[（(]含)(?:{_DUTY})+{either(HOLDERS)}[）)]?$"
)
_NUMBER = re.compile(r"^(?:序号|编号|序|项次|No\.?|№)$")
_WHEN = re.compile(either(TIMES))
_OTHERS = re.compile(f"{either(OTHER_HOLDERS)}$")
_GROUP, _ITEM = re.compile(f"{either(GROUPS)}$"), re.compile(f"{either(ITEMS)}(?:名称)?$")
_CONTENTS, _REMARKS = re.compile(f"{either(CONTENTS)}$"), re.compile(f"{either(REMARKS)}$")
_CONTACT = re.compile(f"{either(CONTACTS)}$")
_KNOWN = (HEADINGS, CONTENTS, REMARKS, CONTACTS, HOLDERS, OTHER_HOLDERS, GROUPS, ITEMS, TIMES)
_HEADING = re.compile(f"{either(*_KNOWN)}$")
_NO_HEADING = re.compile(r"[。；，;,]|^\d+$")
_LONGEST = 16
"""How many characters the heading of a column may have, brackets aside."""


class Columns(NamedTuple):
    """What the columns of a table of tasks are, by their indices."""

    headings: tuple[str, ...]
    number: int | None
    responsible: tuple[tuple[int, Part], ...]
    times: tuple[int, ...]
    others: tuple[int, ...] = ()
    """Columns of units of which it is not said that they answer for the task (建设单位)."""
    noted: tuple[int, ...] = ()
    """Columns of measures with notes behind them (具体措施及责任单位)."""
    groups: tuple[int, ...] = ()
    """Columns that put rows together under a heading, the outermost first."""
    outer: int | None = None
    """The column of the numbers of groups, where rows have numbers of their own."""

    @property
    def telling(self) -> list[int]:
        """The columns that tell what is to be done."""
        people = [index for index, _ in self.responsible]
        taken = {self.number, self.outer, *people, *self.times, *self.others, *self.groups}
        return [index for index in range(len(self.headings)) if index not in taken]

    def names_groups(self, index: int) -> bool:
        """Say whether a heading is that of a column of groups (领域, 类别)."""
        return bool(_GROUP.search(self.headings[index]))

    def names_contents(self, index: int) -> bool:
        """Say whether a heading is that of a column of measures (主要内容, 工作目标)."""
        return bool(_CONTENTS.search(self.headings[index]))

    def remarks(self, index: int) -> bool:
        """Say whether a heading is that of a column of remarks (备注)."""
        return bool(_REMARKS.search(self.headings[index]))

    def names_items(self, index: int) -> bool:
        """Say whether a heading is that of a column of tasks by name (工作事项, 项目名称)."""
        return bool(_ITEM.search(self.headings[index]))


def find_columns(cells: Sequence[str], above: Sequence[str] = ()) -> Columns | None:
    """Return what the columns are if ``cells`` are the headings of a table of tasks.

    ``above`` is the first of two lines of headings, of which ``cells`` are the second.
    """
    headings = _headings(cells, above)
    responsible = tuple(
        (index, label_part(heading))
        for index, heading in enumerate(headings)
        if (_RESPONSIBLE.match(heading) or _SHARED_OUT.match(heading))
        and label_part(heading) is not Part.TIME
    )
    noted = tuple(i for i, heading in enumerate(headings) if _NOTED.search(heading))
    if not (responsible or noted) or len(headings) < 2 or len(responsible) == len(headings):
        return None
    if len(headings) == 2 and not all(_HEADING.search(heading) for heading in headings):
        return None  # a label and what it says
    contacts = [(i, Part.PERSON) for i, each in enumerate(headings) if _CONTACT.search(each)]
    responsible = tuple(sorted({**dict(contacts), **dict(responsible)}.items()))
    number = next((i for i, heading in enumerate(headings) if _NUMBER.match(heading)), None)
    times = tuple(i for i, heading in enumerate(headings) if _WHEN.search(heading))
    others = tuple(i for i, heading in enumerate(headings) if _OTHERS.search(heading))
    return Columns(headings, number, responsible, times, others, noted)


def _headings(cells: Sequence[str], above: Sequence[str]) -> tuple[str, ...]:
    """Return headings without spaces; of two lines the one that says more, or both together."""
    own = ["".join(cell.split()) for cell in cells]
    if len(above) != len(own):
        return tuple(own)
    upper = ["".join(cell.split()) for cell in above]
    return tuple(
        next((each for each in (low, low + up, up) if _RESPONSIBLE.match(each)), low or up)
        for low, up in zip(own, upper, strict=True)
    )


def heads_table(cells: Sequence[str]) -> bool:
    """Say whether ``cells`` are headings of columns, of whatever table.

    They are a few short words each, most of them known to head columns; or the first is 序号.
    """
    filled = list(dict.fromkeys("".join(cell.split()) for cell in cells if cell.strip()))
    short = [re.sub(r"[（(].*?[）)]", "", heading) for heading in filled]
    if len(filled) < 2 or any(len(each) > _LONGEST or _NO_HEADING.search(each) for each in short):
        return False
    known = sum(bool(_HEADING.search(heading) or _NUMBER.match(heading)) for heading in short)
    return bool(_NUMBER.match(short[0])) or known >= 0.75 * len(short)


def other_holders(cells: Sequence[str]) -> list[str]:
    """Return the headings among ``cells`` that name units which need not answer (建设单位)."""
    headings = ("".join(cell.split()) for cell in cells)
    return [heading for heading in headings if _OTHERS.search(heading)]
