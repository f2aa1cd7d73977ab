"""Words that went and words that came, marked in one text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_cli.comparison.wording import changed_sentences, counted, mark_changes
from plan_cli.report import Mark, Marked
from plan_cli.text import fold


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("办好论坛。", "办好论坛。", "办好论坛。"),
        ("举办50期以上论坛。", "举办60期以上论坛。", "举办[-50-]{+60+}期以上论坛。"),
        ("举办 50 期论坛。", "举办50期论坛。", "举办50期论坛。"),
        (
            "推动全域科普，引导科普资源向农村倾斜。",
            "推动全域科普，引导优质科普资源向农村倾斜。",
            "推动全域科普，引导{+优质+}科普资源向农村倾斜。",
        ),
        ("建站。培训人员。", "建站。", "建站。[-培训人员。-]"),
        ("建站。", "建站。培训人员。", "建站。{+培训人员。+}"),
        (
            "办好报刊，开展调查，发布报告。",
            "办好报刊，压减一般性支出，发布报告。",
            "办好报刊，[-开展调查，-]{+压减一般性支出，+}发布报告。",
        ),
        (
            "力争年内建成投用，服务公众。",
            "建成投用，全年接待观众一百万，服务公众。",
            "[-力争年内-]建成投用，{+全年接待观众一百万，+}服务公众。",
        ),
        ("甲一乙二丙三。", "甲四乙五丙六。", "[-甲一乙二丙三。-]{+甲四乙五丙六。+}"),
        # a short stretch between two changes is part of them, unless one of these is shorter
        ("力争年内建成。", "确保明年建成。", "[-力争年内-]{+确保明年+}建成。"),
        ("举办5场6人培训。", "举办7场8人培训。", "举办[-5场6-]{+7场8+}人培训。"),
        ("举办大会5场6", "举办大会7场8", "举办大会[-5场6-]{+7场8+}"),
        ("举办5场次6人培训。", "举办7场次8人培训。", "举办[-5-]{+7+}场次[-6-]{+8+}人培训。"),
        (
            "举办5场次甲乙丙人员培训。",
            "举办7场次丁戊己人员培训。",
            "举办[-5-]{+7+}场次[-甲乙丙-]{+丁戊己+}人员培训。",
        ),
    ],
)
def test_marks(old: str, new: str, marked: str) -> None:
    assert str(mark_changes(old, new)) == marked


def test_a_number_is_marked_whole() -> None:
    assert str(mark_changes("2022年完成12.5亿元", "2023年完成13亿元")) == (
        "[-2022-]{+2023+}年完成[-12.5-]{+13+}亿元"
    )


def test_sentences_without_changes_are_counted_not_shown() -> None:
    marked = mark_changes(
        "第一句话。举办五场活动。第三句话。", "第一句话。举办六场活动。第三句话。"
    )
    shown, left_out = changed_sentences(marked)
    assert (str(shown), left_out) == ("举办[-五-]{+六+}场活动。", 2)


def test_a_sentence_that_went_does_not_end_the_one_around_it() -> None:
    shown, left_out = changed_sentences(mark_changes("甲事。乙事办妥。丙事。", "甲事。丙事。"))
    assert "[-乙事办妥。-]" in str(shown)
    assert left_out == 1


def test_counts_leave_out_spaces() -> None:
    assert counted(mark_changes("办 50 场论坛。", "办 600 场论坛，发 报告。")) == (7, 2)


TEXTS = st.text("甲乙丙丁，。、12 ", max_size=30)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_out_of_the_marks(old: str, new: str) -> None:
    parts = mark_changes(old, new).parts
    assert fold("".join(t for t, mark in parts if mark != "added")) == fold(old)
    assert fold("".join(t for t, mark in parts if mark != "removed")) == fold(new)
    assert all(text for text, _ in parts)


@given(TEXTS, TEXTS)
def test_no_marked_sentence_is_left_out(old: str, new: str) -> None:
    marked = mark_changes(old, new)
    shown, left_out = changed_sentences(marked)
    for kind in "added", "removed":
        assert only(shown, kind) == only(marked, kind)
    assert (left_out == 0) == (only(shown, None) == only(marked, None))


def only(marked: Marked, wanted: Mark | None) -> str:
    return "".join(text for text, mark in marked.parts if mark == wanted)


def test_letters_that_a_long_clause_repeats_are_compared_as_well() -> None:
    half = "甲乙丙丁" * 60
    assert str(mark_changes(half + half, f"{half}戊{half}")) == f"{half}{{+戊+}}{half}"
