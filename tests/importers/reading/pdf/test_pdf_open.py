from collections.abc import Sequence

import pytest

from plan_cli.importers.doubts import Cause
from plan_cli.importers.reading.pdf.pdf_open import Spans, open_table
from plan_cli.importers.reading.pdf.pdf_words import Piece
from plan_cli.importers.reading.pdf_tables import Rule
from tests.importers.making import pdf_of, show
from tests.importers.reading.pdf.asking import LONG, printed, read, texts, told


def cells(y: float, *words: tuple[float, str]) -> str:
    return "\n".join(show(x, y, word) for x, word in words)


def heading(y: float) -> str:
    return cells(y, (60, "序号"), (110, "任务"), (400, "责任部门"))


def test_a_table_without_lines_goes_on_over_pages() -> None:
    one = [show(60, 760, "分工表"), heading(740)]
    one += [cells(720 - 20 * i, (60, str(i + 1)), (110, LONG), (400, "科普部")) for i in range(3)]
    two = [cells(740 - 20 * i, (60, str(i + 4)), (110, LONG), (400, "办公室")) for i in range(2)]
    lines = read(pdf_of("\n".join([*one, show(280, 40, "— 1 —")]), "\n".join(two)))
    rows = [(str(i), LONG, "科普部" if i < 4 else "办公室") for i in range(1, 6)]
    assert [line.cells for line in lines if line.cells] == [("序号", "任务", "责任部门"), *rows]
    assert [line.text for line in lines if not line.cells] == ["分工表", "— 1 —"]


def test_rows_of_several_lines_are_told_by_the_room_or_the_rules_between_them() -> None:
    page = heading(740)
    for top, number in ((700, "1"), (640, "2")):
        page += "\n" + cells(top, (110, LONG)) + "\n" + cells(top - 32, (110, "抓好落实。"))
        page += "\n" + cells(top - 16, (60, number), (110, LONG), (400, "科普部"))
    row = f"{LONG}\n{LONG}\n抓好落实。"
    rows = [("1", row, "科普部"), ("2", row, "科普部")]
    assert [line.cells for line in read(pdf_of(page))][1:] == rows
    close = page.replace(" 640 Td", " 652 Td").replace(" 624 Td", " 636 Td")
    close = close.replace(" 608 Td", " 620 Td")
    rules = "".join(f"\n50 {y} m 500 {y} l S" for y in (735, 712, 665, 615))
    assert [line.cells for line in read(pdf_of(close + rules))][1:] == rows
    assert told(pdf_of(close)) == [(Cause.TABLE_UNREAD, "第 1 页")]


def test_a_table_whose_rows_are_not_certain_is_told() -> None:
    page = heading(740)
    for i, (number, text) in enumerate(
        [("1", "甲"), ("", "乙"), ("2", "丙"), ("", "丁"), ("3", "戊")]
    ):
        unit = "科普部" if number else ""
        page += "\n" + cells(720 - 20 * i, (60, number), (110, text * 20), (400, unit))
    content = pdf_of(page)
    assert told(content) == [(Cause.TABLE_UNREAD, "第 1 页")]
    assert texts(content)[:3] == ["序号 任务 责任部门", f"1 {'甲' * 20} 科普部", "乙" * 20]


NAMES = ("序号", "任务", "责任部门")
HEAD = printed(740, *zip((60, 110, 400), NAMES, strict=True))
SPANS = ((60, 80), (110, 310), (400, 440))
"""Where the columns of `body` reach."""


def body(count: int, first: int = 1, top: float = 720) -> list[list[Piece]]:
    """Return rows of one line each, twenty points apart."""
    return [
        printed(top - 20 * i, (60, str(first + i)), (110, "甲" * 20), (400, "科普部"))
        for i in range(count)
    ]


def row(number: int) -> tuple[str, ...]:
    return (str(number), "甲" * 20, "科普部")


def found(
    *rows: list[Piece], above: Spans = (), across: Sequence[Rule] = ()
) -> list[tuple[str, ...]]:
    table = open_table(rows, across, above)
    return [row.cells for row in table.rows] if table else []


def test_a_table_has_a_heading_and_two_rows_at_least() -> None:
    above = printed(760, (60, "分工表"))
    table = open_table([above, HEAD, *body(2)], ())
    assert table
    assert (table.start, table.end, table.spans) == (1, 4, SPANS)
    assert found(HEAD, *body(2)) == [NAMES, row(1), row(2)]
    assert found(HEAD, *body(1)) == []


def test_one_that_goes_on_has_two_rows_and_no_heading() -> None:
    assert found(*body(2), above=SPANS) == [row(1), row(2)]
    assert found(*body(1), above=SPANS) == []
    assert found(*body(2)) == []
    title = printed(760, (60, "分工表"))
    assert found(title, *body(2), above=SPANS) == [row(1), row(2)]
    across = printed(760, (60, "甲" * 20), (400, "乙"))
    assert found(across, *body(2), above=SPANS) == [row(1), row(2)]


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("责任单位（科室和人员）", 3),
        ("责任单位（各科室、人员）", 3),
        ("责任单位（科室和人员名单）", 0),
    ],
)
def test_the_headings_of_columns_are_short(name: str, read: int) -> None:
    head = printed(740, (60, "序号"), (110, "任务"), (400, name))
    assert len(found(head, *body(2))) == read


def test_columns_are_as_wide_as_their_words_unless_they_would_meet() -> None:
    wide = printed(720, (50, "1"), (100, "甲" * 28), (390, "科普部及办公室"))
    table = open_table([HEAD, wide, *body(2, 2, 700)], ())
    assert table
    assert table.spans == ((50, 80), (100, 380), (390, 460))
    narrow = [printed(y, (65, "1"), (150, "甲" * 20), (420, "办公")) for y in (720, 700)]
    table = open_table([HEAD, *narrow], ())
    assert table
    assert table.spans == ((60, 80), (110, 350), (400, 440))
    touching = printed(720, (60, "1"), (110, "甲" * 29), (400, "科普部"))
    table = open_table([HEAD, touching, *body(2, 2, 700)], ())
    assert table
    assert table.spans == SPANS


def test_words_stand_in_the_nearest_column() -> None:
    rules = [Rule(735 - 20 * i, 50, 500) for i in range(4)]
    for x, cells in ((352, ("3", "", "乙")), (348, ("3", "乙", ""))):
        line = printed(680, (60, "3"), (x, "乙"))
        assert found(HEAD, *body(2), line, across=rules)[3] == cells


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        (printed(680, (60, "二" * 30)), 5),
        (printed(680, (60, "二" * 31)), 3),
        (printed(680, (60, "二" * 10), (400, "丙")), 3),
    ],
)
def test_a_short_line_across_the_columns_is_a_heading_between_rows(
    line: list[Piece], rows: int
) -> None:
    rules = [Rule(735 - 20 * i, 50, 500) for i in range(5)]
    read = found(HEAD, *body(2), line, *body(1, 3, 660), across=rules)
    assert read == [NAMES, row(1), row(2), ("二" * 30, "", ""), row(3)][:rows]


def rows_of(*lines: tuple[float, str, str, str], across: Sequence[float] = ()) -> list[str]:
    """Return the numbers and the tasks of the rows that these lines make up."""
    rules = [Rule(at, 50, 500) for at in across]
    print_ = [
        printed(y, *((x, text) for x, text in zip((60, 110, 400), texts, strict=True) if text))
        for y, *texts in lines
    ]
    return ["|".join(cells[:2]).replace("\n", "/") for cells in found(HEAD, *print_, across=rules)]


TWO = (
    (700, "1", "甲甲", "科普部"),
    (690, "", "乙", ""),
    (670, "2", "丙丙", "学会部"),
    (660, "", "丁", ""),
)
ONE_BY_ONE = [
    (y, number, task, unit)
    for y, (_, number, task, unit) in zip((700, 685, 670, 655), TWO, strict=True)
]


def test_rows_begin_below_rules_more_room_or_at_their_numbers() -> None:
    read = ["序号|任务", "1|甲甲/乙", "2|丙丙/丁"]
    assert rows_of(*TWO) == read
    assert rows_of(*ONE_BY_ONE, across=[677]) == read
    assert rows_of(*ONE_BY_ONE) == []
    assert rows_of(*ONE_BY_ONE, across=[720, 640]) == []


def test_where_more_room_is_a_quarter_more() -> None:
    lines = [
        (700, "1", "甲甲", "科普部"),
        (680, "", "乙", ""),
        (655, "2", "丙丙", "学会部"),
        (635, "", "丁", ""),
    ]
    assert rows_of(*lines) == []
    lines[2:] = [(654, "2", "丙丙", "学会部"), (634, "", "丁", "")]
    assert rows_of(*lines) == ["序号|任务", "1|甲甲/乙", "2|丙丙/丁"]


def test_numbers_tell_rows_if_they_cannot_stand_in_the_middle() -> None:
    lines = [(700 - 15 * i, number, "甲" * 9, "部") for i, number in enumerate(("1", "", "2", "3"))]
    assert rows_of(*lines) == [
        "序号|任务",
        f"1|{'甲' * 9}/{'甲' * 9}",
        f"2|{'甲' * 9}",
        f"3|{'甲' * 9}",
    ]


def test_rows_that_tell_that_numbers_stand_on_top_tell_it_of_all_rows() -> None:
    numbers = ("1", "", "2", "3", "4", "")
    lines = [(700 - 15 * i, number, "甲", "部") for i, number in enumerate(numbers)]
    assert rows_of(*lines) == ["序号|任务", "1|甲/甲", "2|甲", "3|甲", "4|甲/甲"]


def test_a_lone_line_further_off_is_no_cell() -> None:
    near, far = printed(650, (110, "乙")), printed(649, (110, "乙"))
    assert found(HEAD, *body(3), near)[3] == ("3", f"{'甲' * 20}\n乙", "科普部")
    assert found(HEAD, *body(3), far)[3] == row(3)
