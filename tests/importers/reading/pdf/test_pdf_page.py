from collections.abc import Sequence

import pytest

from plan_cli.importers.reading.pdf.pdf_page import Pages
from plan_cli.importers.reading.pdf.pdf_words import Piece
from tests.importers.making import pdf_of, show
from tests.importers.reading.pdf.asking import LONG, printed, read, texts


def test_columns_are_read_one_after_the_other() -> None:
    left = [show(60, 700 - 20 * i, f"左{i}{LONG}"[:18]) for i in range(8)]
    right = [
        show(310 + 24 * (i == 3), 690 - 20 * i, f"右{i}{LONG}"[: 18 - 2 * (i == 3)])
        for i in range(7)
    ]
    foot = [show(270, 60, "某市科协"), show(330, 60, "办公室"), show(240, 60, "一")]
    page = "\n".join([show(180, 760, "某市科协年度工作要点安排"), *right, *left, *foot])
    lines = read(pdf_of(page))
    assert [line.text[:2] for line in lines] == [
        "某市",
        *(f"左{i}" for i in range(8)),
        *(f"右{i}" for i in range(7)),
        "一 ",
    ]
    assert [line.text[:2] for line in lines if line.begins] == ["右3"]


def test_a_watermark_parts_no_lines() -> None:
    mark = f"q 0.7 0.7 -0.7 0.7 200 500 cm {show(0, 0, '内部资料', 40)} Q"
    lines = [show(80, 700 - 20 * i, LONG) for i in range(10)]
    assert texts(pdf_of("\n".join([*lines[:5], mark, *lines[5:]]))) == [LONG] * 10 + ["内部资料"]


def two_columns(count: int, letters: int = 10, down: float = 0, right: int = 0) -> list[Piece]:
    """Return two columns of so many lines of so many letters, the right one set further down."""
    right = right or letters
    left = [printed(700 - 20 * i, (50, "左" * letters)) for i in range(count)]
    other = [printed(700 - down - 20 * i, (350, "右" * right)) for i in range(count)]
    return [piece for line in (*left, *other) for piece in line]


def put_together(pieces: Sequence[Piece]) -> list[str]:
    return [line.text for line in Pages().lines(pieces, (), lambda one, other: False)]


@pytest.mark.parametrize(
    ("count", "letters", "parted"), [(5, 10, True), (4, 10, False), (5, 9, True), (5, 8, False)]
)
def test_columns_have_five_lines_and_more_than_eight_letters(
    count: int, letters: int, parted: bool
) -> None:
    lines = put_together(two_columns(count, letters))
    apart = ["左" * letters] * count + ["右" * letters] * count
    assert lines == (apart if parted else [f"{'左' * letters} {'右' * letters}"] * count)


def test_columns_stand_beside_each_other() -> None:
    for down, first in ((60, "左" * 10), (70, "左" * 10), (80, "左" * 10)):
        lines = put_together(two_columns(5, down=down))
        parted = lines == ["左" * 10] * 5 + ["右" * 10] * 5
        assert lines[0] == first
        assert parted is (down < 70)


@pytest.mark.parametrize(("letters", "parted"), [(7, True), (6, False)])
def test_lines_that_are_more_than_half_empty_are_no_prose(letters: int, parted: bool) -> None:
    long = printed(720, (350, "右" * 20))
    lines = put_together([*two_columns(5, right=letters), *long])
    assert lines[0] == ("左" * 10 if parted else "右" * 20)


@pytest.mark.parametrize(("across", "parted"), [(2, True), (3, False)])
def test_a_fifth_of_the_lines_may_stand_across(across: int, parted: bool) -> None:
    titles = [printed(800 - 20 * i, (50, "题" * 40))[0] for i in range(across)]
    lines = put_together([*titles, *two_columns(5)])
    assert lines[:across] == ["题" * 40] * across
    assert (lines[across] == "左" * 10) is parted


@pytest.mark.parametrize(("count", "begins"), [(6, True), (5, None)])
def test_that_a_line_stands_in_is_told_where_there_are_enough(
    count: int, begins: bool | None
) -> None:
    pieces = [printed(700 - 20 * i, (61 if i == 1 else 50, "甲" * 30))[0] for i in range(count)]
    lines = Pages().lines(pieces, (), lambda one, other: False)
    assert lines[1].begins is begins
    pieces[1] = printed(680, (60, "甲" * 30))[0]
    assert not Pages().lines(pieces, (), lambda one, other: False)[1].begins
