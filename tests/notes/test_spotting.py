import pytest

from plan_cli.notes.spotting import find_notes


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("做好。（责任部门：科普部）", ["责任部门：科普部"]),
        ("做好。(责任单位:市数据局,市经信局)", ["责任单位:市数据局,市经信局"]),
        (
            "做好。〔责任单位：省市场监管局（省知识产权局）〕",
            ["责任单位：省市场监管局（省知识产权局）"],
        ),
        ("做好（教育部、财政部负责）。", ["教育部、财政部负责"]),
        ("做甲。（市教育局负责）做乙。（市财政局负责）", ["市教育局负责", "市财政局负责"]),
        ("做好。（市交通委（市道运局）牵头）", ["市交通委（市道运局）牵头"]),
        ("做好。责任单位：市教育局、市财政局", ["责任单位：市教育局、市财政局"]),
        ("牵头单位：市教育局", ["牵头单位：市教育局"]),
        ("做好。（人民银行某分行、某监管局）", ["人民银行某分行、某监管局"]),
        (
            "做好。（各区人民政府，市有关部门按职责分工负责）",
            ["各区人民政府，市有关部门按职责分工负责"],
        ),
    ],
)
def test_notes_are_found(text: str, notes: list[str]) -> None:
    assert [spot.text for spot in find_notes(text)] == notes


@pytest.mark.parametrize(
    "text",
    [
        "做好（以下简称“行动”）。",
        "详见（附件1）。",
        "建设示范县（市、区）。",
        "坚持党委领导、政府负责、社会协同的体制。",
        "压实属地责任，落实部门监管责任。",
        "开展培训（含线上）。",
        "由专人负责。",
    ],
)
def test_what_is_no_note(text: str) -> None:
    assert find_notes(text) == []


def test_brackets_and_the_mark_behind_are_kept() -> None:
    [spot] = find_notes("做好〔责任单位：市数据局〕。")
    assert (spot.brackets, spot.tail, spot.broken) == ("〔〕", "。", False)


def test_a_note_whose_bracket_is_not_closed_is_taken_and_told() -> None:
    [spot] = find_notes("做好。（责任单位：市数据局")
    assert spot.broken
