import pytest

from plan_cli.importers.reading.raised import raised


@pytest.mark.parametrize(
    ("before", "text", "shown"),
    [
        ("覆盖人口10", "4", "⁴"),
        ("浓度10", "-6", "⁻⁶"),
        ("面积3km", "2", "²"),
        ("面积300米", "2", "²"),
        ("建筑面积300平方米", "2", None),
        ("建基地20", "1", None),
        ("增长1.10", "2", None),
        ("办好年会", "1", None),
        ("办好年会。", "[12]", None),
        ("办好年会", "①", None),
        ("办好年会", "*", None),
        ("", "注1", None),
        ("20", "th", "th"),
        ("20", "2.5", " 2.5"),
        ("办好年会", "1，3", None),
        ("办好年会", "[1][2]", None),
    ],
)
def test_raised_text_is_an_exponent_or_the_mark_of_a_note(
    before: str, text: str, shown: str | None
) -> None:
    assert raised(text, before, "superscript") == shown


@pytest.mark.parametrize(
    ("before", "text", "shown"), [("H", "2", "₂"), ("PM", "2.5", "2.5"), ("20", "2.5", " 2.5")]
)
def test_lowered_text(before: str, text: str, shown: str) -> None:
    assert raised(text, before, "subscript") == shown


def test_a_number_that_links_to_a_note_is_its_mark_behind_ten_too() -> None:
    assert raised("1", "10", "superscript", linked=True) is None
    assert raised("th", "10", "superscript", linked=True) == "th"
