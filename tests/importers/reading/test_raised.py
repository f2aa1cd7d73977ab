import pytest

from plan_cli.importers.reading.raised import lowered, raised


@pytest.mark.parametrize(
    ("before", "text", "written"),
    [
        ("覆盖10", "4", "⁴"),
        ("5m", " 2 ", "²"),
        ("10", "-3", "⁻³"),
        ("x", "n", "ⁿ"),
        ("30平方公里、2万米", "3", "³"),
        ("10", "4.5", "^4.5"),
        ("1", "st", "st"),
        ("商标", "TM", "TM"),
    ],
)
def test_what_stays(before: str, text: str, written: str) -> None:
    assert raised(before, text) == written


@pytest.mark.parametrize(
    ("before", "text"),
    [("大会", "1"), ("大会", "[12]"), ("20", "〔1〕"), ("大会", "①②"), ("大会", "1，3"), ("", "*")],
)
def test_marks_of_notes_are_left_out(before: str, text: str) -> None:
    assert raised(before, text) is None


def test_a_number_that_links_to_a_note_is_its_mark_behind_a_number_too() -> None:
    assert raised("20", "1", linked=True) is None
    assert raised("20", "万", linked=True) == "万"


def test_lowered() -> None:
    assert [lowered(text) for text in ("2", "2.5", "总")] == ["₂", "2.5", "总"]
