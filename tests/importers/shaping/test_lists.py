"""Where the lists of a document begin: behind a title of their own, of one or several lines."""

import pytest

from plan_cli.importers.shaping.blocks import blocks_of
from plan_cli.importers.shaping.layout import Paragraph
from plan_cli.importers.shaping.letter import Head
from plan_cli.importers.shaping.lists import list_starts

TASK = "1. 办好活动。（责任单位：科普部）"
LONG = "某市科协年度工作要点"
"""A title of ten characters: it opens a list without more."""


def starts(
    *texts: str, title: str = "关于做好工作的通知", used: int = 0, level: int = 0
) -> list[tuple[int, int]]:
    """Return where lists begin; what ends in 要点 is a heading of ``level``."""
    paragraphs = [Paragraph(text, "", level=level * text.endswith("要点")) for text in texts]
    return list_starts(blocks_of(paragraphs).blocks, Head(title, used, guessed=False))


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("附件", "要点", TASK), [(1, 2)]),
        (("附件", "甲", "乙", "丙", "要点", TASK), [(1, 5)]),
        (("附件", "甲", "乙", "丙", "丁", "要点", TASK), []),
        (("某市科协", "附件1", "要点", TASK), [(2, 3)]),
        (("附件", "要点", "（征求意见稿）", "（2023年）", TASK), [(1, 4)]),
        (("附件", "要点", f"（{'某' * 31}）", TASK), [(1, 2)]),
        ((TASK, "附件", "要点"), [(2, 3)]),
        (("附件", "要点", "甲要点", TASK), [(1, 2)]),
        (("附件", "1. 办好活动", "要点", TASK), []),
    ],
)
def test_the_lines_of_a_title(texts: tuple[str, ...], found: list[tuple[int, int]]) -> None:
    assert starts(*texts) == found


def test_lines_set_otherwise_are_no_one_title() -> None:
    assert starts("附件", "某市科协", "要点", TASK, level=3) == []
    assert starts("附件", "某市科协", "要点", TASK) == [(1, 3)]


@pytest.mark.parametrize("before", ["附件2", "2023年2月1日"])
def test_a_list_without_notes_opens_only_behind_one_with_and_a_sign(before: str) -> None:
    assert starts(TASK, before, LONG, "1. 办会。") == [(2, 3)]
    assert starts("做好工作。", before, LONG, "1. 办会。") == []
    assert starts(TASK, "办公室：", LONG, "1. 办会。") == []


def test_the_first_title_opens_a_list_without_notes() -> None:
    assert starts(LONG, "1. 办会。") == [(0, 1)]
    assert starts("通知：", LONG, "1. 办会。", used=1) == [(1, 2)]


def test_a_title_that_the_letter_quotes_opens_a_list() -> None:
    assert starts("现印发。", "学会要点", TASK) == []
    assert starts("现印发。", "学会要点", TASK, title="关于印发《学会要点》的通知") == [(1, 2)]
    assert starts("现印发《学会要点》。", "学会要点", TASK) == [(1, 2)]


@pytest.mark.parametrize(("lines", "found"), [(7, [(8, 9)]), (8, [])])
def test_it_quotes_it_in_its_first_paragraphs(lines: int, found: list[tuple[int, int]]) -> None:
    letter = ["做好工作。"] * lines
    assert starts(*letter, "现印发《学会要点》。", "学会要点", TASK) == found


@pytest.mark.parametrize(
    ("title", "level", "opens"),
    [
        (LONG, 0, True),
        (LONG[1:], 0, False),
        ("学会要点", 0, False),
        ("学会要点", 1, True),
        ("学会要点", 2, True),
        ("学会要点", 3, False),
        (LONG[3:], 3, False),
        (LONG[2:], 3, True),
    ],
)
def test_a_title_is_long_or_a_high_heading(title: str, level: int, opens: bool) -> None:
    assert starts("现印发。", title, TASK, level=level) == ([(1, 2)] if opens else [])


@pytest.mark.parametrize(
    ("before", "behind", "level", "opens"),
    [
        ((), (TASK,), 0, True),
        ((), ("2. 办会。（责任单位：科普部）",), 0, False),
        ((), (*["做好工作。"] * 11, TASK), 0, True),
        ((), (*["做好工作。"] * 12, TASK), 0, False),
        (("一、总则",), (TASK,), 0, False),
        (("一、总则",), (TASK,), 1, True),
        (("一、总则",), (TASK,), 2, True),
        (("一、总则",), (TASK,), 3, False),
        (("1. 总则",), (TASK,), 0, True),
        (("1. 总则",), ("一、办会。（责任单位：科普部）",), 0, True),
        (("一、总则", "1. 总则"), (TASK,), 0, False),
    ],
)
def test_numbers_begin_anew_behind_a_title(
    before: tuple[str, ...], behind: tuple[str, ...], level: int, opens: bool
) -> None:
    at = len(before) + 1
    found = starts(*before, "做好工作。", LONG, *behind, level=level)
    assert found == ([(at, at + 1)] if opens else [])
