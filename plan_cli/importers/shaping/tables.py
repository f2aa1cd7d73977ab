"""Tables of tasks: which column holds the number, the task, the responsible units."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from plan_cli.importers.shaping.layout import Paragraph
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


def with_columns(paragraphs: Sequence[Paragraph]) -> list[tuple[Paragraph, Columns | None]]:
    """Return each paragraph with the columns that hold for it, if it is a row of tasks.

    A row with a single filled cell is a heading inside the table; rows of other tables are
    paragraphs like any other. Headings that a table repeats on each page are left out.
    """
    columns: Columns | None = None
    result: list[tuple[Paragraph, Columns | None]] = []
    for paragraph in paragraphs:
        if not paragraph.cells:
            columns = None if len(paragraph.text) > 60 else columns
            result.append((paragraph, None))
            continue
        if found := find_columns(paragraph.cells):
            if columns and found.headings == columns.headings:
                continue
            columns = found
            result.append((_plain(paragraph), None))
        elif columns and _is_task(paragraph, columns):
            result.append((paragraph, columns))
        else:
            result.append((_plain(paragraph), None))
    return result


def _is_task(paragraph: Paragraph, columns: Columns) -> bool:
    filled = [cell for cell in paragraph.cells if cell]
    return len(paragraph.cells) == len(columns.headings) and len(set(filled)) >= 2


def _plain(paragraph: Paragraph) -> Paragraph:
    """Return a row as a paragraph; with a single filled cell it can be a heading."""
    cells = [
        cell
        for index, cell in enumerate(paragraph.cells)
        if cell and not (index and cell == paragraph.cells[index - 1])
    ]
    text = "　".join(cells) or paragraph.text
    return paragraph._replace(text=text, cells=() if len(cells) == 1 else paragraph.cells)
