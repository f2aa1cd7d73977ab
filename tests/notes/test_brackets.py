import pytest

from plan_cli.notes.brackets import before_bracket, depths, is_open, pairs, without_brackets


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("甲（乙）丙", ["（乙）"]),
        ("甲（乙（丙）丁）", ["（丙）", "（乙（丙）丁）"]),
        ("甲(乙）丙〔丁］", ["(乙）", "〔丁］"]),
        ("甲〈乙>丙", ["〈乙>"]),
        ("甲（乙【丙）丁", ["（乙【丙）"]),
        ("甲）乙（丙", []),
        ("甲（乙】丙）", ["（乙】丙）"]),
    ],
)
def test_pairs_match_whatever_their_width(text: str, found: list[str]) -> None:
    assert [text[start : end + 1] for start, end, _ in pairs(text)] == found


def test_pairs_tell_in_how_many_others_they_stand() -> None:
    assert [depth for *_, depth in pairs("（甲（乙（丙）））（丁）")] == [2, 1, 0, 0]


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("做好（甲", True),
        ("做好（甲）", False),
        ("做好《甲（乙）", True),
        ("做好“甲", True),
        ("做好甲）乙", False),
        ("做好）（甲", True),
        ("增速<5的行业", False),
        ("做好<甲", False),
        ("（增速>5的行业", True),
        ("〈甲>", False),
        ("做好<甲（乙>", True),
    ],
)
def test_what_waits_for_its_end(text: str, open_: bool) -> None:
    assert is_open(text) is open_


def test_brackets_themselves_stand_inside() -> None:
    text = "甲（乙）丙“丁”<戊>己"
    assert [text[index] for index, depth in depths(text) if not depth] == list("甲丙己")
    assert [text[index] for index, _ in depths(text, 1, 4)] == list("（乙）")


def test_words_without_and_before_brackets() -> None:
    assert without_brackets("各县（市、区）和〈下同〉市教育局") == "各县和市教育局"
    assert before_bracket("各县（市、区）和〈下同〉") == "各县"
    assert before_bracket("市教育局") == "市教育局"
