import pytest

from plan_cli.importers.reading.numbering import Level, Numbering


def test_levels_count_and_begin_again_below() -> None:
    levels = {"0": {0: Level("chineseCounting", "%1、", 1), 1: Level("decimal", "（%2）", 1)}}
    numbering = Numbering(levels, {"5": "0"})
    printed = [numbering.next_label("5", level) for level in (0, 1, 1, 0, 1)]
    assert printed == ["一、", "（1）", "（2）", "二、", "（1）"]


def test_a_list_may_begin_elsewhere() -> None:
    numbering = Numbering({"0": {0: Level("decimal", "%1.", 3)}}, {"5": "0"})
    assert [numbering.next_label("5", 0) for _ in range(2)] == ["3. ", "4. "]


def test_bullets_and_unknown_lists_print_nothing() -> None:
    numbering = Numbering({"0": {0: Level("bullet", "•", 1)}}, {"5": "0"})
    assert numbering.next_label("5", 0) == ""
    assert numbering.next_label("6", 0) == ""
    assert numbering.next_label(None, 0) == ""


@pytest.mark.parametrize(
    ("form", "start", "printed"),
    [
        ("decimalEnclosedCircle", 1, "①"),
        ("decimalEnclosedCircleChinese", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "21 "),
        ("upperLetter", 1, "A "),
        ("lowerLetter", 26, "z "),
        ("decimalFullWidth", 10, "１０"),
        ("chineseCounting", 99, "九十九"),
    ],
)
def test_numbers_are_printed_in_their_digits(form: str, start: int, printed: str) -> None:
    numbering = Numbering({"0": {0: Level(form, "%1", start)}}, {"5": "0"})
    assert numbering.next_label("5", 0) == printed
