import pytest

from plan_cli.importers.reading.lines import Line
from plan_cli.importers.shaping.contents import contents


def found(*texts: str, passed: tuple[int, ...] = ()) -> list[int]:
    return sorted(contents([Line(text, "") for text in texts], passed))


BODY = ("一、加强党建", "1. 学习。好。（责任部门：办公室）", "二、服务人才", "2. 办会。好。")


@pytest.mark.parametrize(
    "entries",
    [
        ("一、加强党建……………1", "二、服务人才………… 12"),
        ("一、加强党建......1", "二、服务人才 . . . . (12)"),
        ("一、加强党建 1", "二、服务人才 12"),
        ("一、加强党建1", "二、服务人才12"),
        ("一、加强党建", "1. 学习", "二、服务人才"),
    ],
)
def test_entries_with_dots_with_pages_or_bare(entries: tuple[str, ...]) -> None:
    for title in ("目录", "目　录", "【目次】"):
        expected = list(range(1, len(entries) + 2))
        assert found("2023年工作要点", title, *entries, *BODY) == expected


def test_contents_before_the_title() -> None:
    entries = ("一、加强党建……1", "二、服务人才……2")
    assert found("目录", *entries, "2023年工作要点", *BODY) == [0, 1, 2]


def test_an_entry_with_dots_that_stands_nowhere_below() -> None:
    assert found("目录", "前言……1", "一、加强党建……2", *BODY) == [0, 1, 2]


def test_parts_that_come_twice_in_contents_and_text() -> None:
    part = ("一、总体要求", "二、保障措施")
    text = [each for head in part for each in (head, "好。")]
    whole = ("附件1", *part, "附件2", *part, "附件1", *text, "附件2", *text)
    assert found("目录", *whole) == list(range(7))


def test_page_numbers_may_stand_between_entries() -> None:
    assert found("目录", "一、加强党建", "— 1 —", "二、服务人才", *BODY, passed=(2,)) == [0, 1, 3]


def test_three_lines_with_dots_and_pages_need_no_title() -> None:
    entries = ("一、加强党建……1", "二、服务人才……2", "三、改革……3")
    assert found("2023年工作要点", *entries, *BODY) == [1, 2, 3]
    assert found("2023年工作要点", *entries[:2], *BODY) == []


def test_a_document_without_contents_loses_nothing() -> None:
    assert found("2023年工作要点", *BODY, "一、加强党建", "办好。") == []
    assert found("目录", "做好目录管理。", *BODY) == []
    assert found("做好目录管理", *BODY, "三、目录", "好。") == []


def test_a_line_as_long_as_a_paragraph_is_no_entry() -> None:
    for length, entries in ((200, [1, 2, 3]), (201, [])):
        dots = "…" * (length - 7)
        lines = [f"一、加强党建{dots}{page}" for page in (1, 2, 3)]
        assert found("2023年工作要点", *lines, *BODY) == entries


def test_page_numbers_may_stand_between_lines_with_dots() -> None:
    first, *more = ("一、加强党建……1", "二、服务人才……2", "三、改革……3")
    assert found("2023年工作要点", first, "— 1 —", *more, *BODY, passed=(2,)) == [1, 3, 4]
