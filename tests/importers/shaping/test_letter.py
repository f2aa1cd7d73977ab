import pytest

from plan_cli.importers.shaping.blocks import blocks_of
from plan_cli.importers.shaping.layout import Paragraph
from plan_cli.importers.shaping.letter import (
    NO_TITLE,
    Head,
    ending_start,
    issuer_of,
    read_head,
    year_of,
)
from plan_cli.importers.shaping.lists import list_starts
from plan_cli.importers.shaping.nodes import Block


def blocks(*texts: str) -> list[Block]:
    return blocks_of([Paragraph(text, "") for text in texts]).blocks


LETTER = blocks(
    "某省科学技术协会文件", "某科协发〔2023〕3号", "某省科协关于印发", "2023年工作要点的通知",
    "各市科协：", "现将要点印发给你们。", "某省科学技术协会", "2023年2月1日",
    "某省科协2023年工作要点", "一、科普", "1. 办活动。好。（责任单位：科普部）",
    "（此件公开发布）", "抄送：某省委办公厅。",
)  # fmt: skip


def test_the_parts_above_the_letter() -> None:
    head = read_head(LETTER)
    assert head.letterhead == "某省科学技术协会文件"
    assert (head.number, head.number_below) == ("某科协发〔2023〕3号", False)
    assert head.title == "某省科协关于印发2023年工作要点的通知"
    assert head.addressees == "各市科协："
    assert head.used == 5


def test_a_number_below_the_title() -> None:
    head = read_head(blocks("国务院关于加快发展的意见", "国发〔2019〕3号", "各省人民政府："))
    assert (head.number, head.number_below) == ("国发〔2019〕3号", True)
    assert head.addressees == "各省人民政府："


def test_the_list_begins_with_its_own_title_and_ends_before_the_distribution() -> None:
    head = read_head(LETTER)
    assert list_starts(LETTER, head) == [(8, 9)]
    assert ending_start(LETTER, 11) == 11


def test_only_what_continues_the_distribution_stands_behind_the_date() -> None:
    task, signed = (
        "1. 办活动。好。（科普部负责）",
        ("某省科学技术协会", "2023年2月1日", "抄送：省委办公厅，"),
    )
    assert ending_start(blocks(task, *signed, "各市人民政府。"), 1) == 1
    assert ending_start(blocks(task, *signed, "做好全年总结。"), 1) == 5


def test_year_and_issuer_come_from_the_head() -> None:
    head = read_head(LETTER)
    assert year_of(head, [block.text for block in LETTER]) == 2023
    assert issuer_of(head) == "某省科学技术协会"


def test_a_day_by_which_to_be_done_is_no_date_of_the_letter() -> None:
    head = Head("科普工作要点", 1, guessed=False)
    told = ["到2026年底，建成科普示范县10个。", "2026年6月30日前完成验收，"]
    assert year_of(head, told) == 0
    assert year_of(head, ["云山市科协", "2025年3月1日", *told]) == 2025


def test_a_document_without_a_title_says_so() -> None:
    head = read_head(blocks("1. 办活动，推动工作。（责任单位：科普部）"))
    assert head.guessed
    assert head.title == NO_TITLE


TITLE = "某市科协工作要点"


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("某市科协关于印发", f"某市科协关于印发{TITLE}"),
        ("某" * 42, f"{'某' * 42}{TITLE}"),
        ("某" * 43, TITLE),
        ("某市文件", TITLE),
        ("附件1", TITLE),
        ("2023年2月1日", TITLE),
        ("某科协发〔2023〕3号", TITLE),
        ("内部资料。", TITLE),
        ("（内部资料）", f"（内部资料）{TITLE}"),
        ("内部资料）", TITLE),
    ],
)
def test_a_title_begins_with_the_lines_above_that_are_nothing_else(above: str, title: str) -> None:
    assert read_head(blocks(above, TITLE)).title == title


def test_a_line_set_otherwise_is_not_of_the_title() -> None:
    two = [Paragraph("某市科协关于印发", "", level=2), Paragraph(TITLE, "", level=1)]
    assert read_head(blocks_of(two).blocks).title == TITLE


@pytest.mark.parametrize(
    "text",
    [
        "各市科协：",
        "1. 办好活动",
        "办好活动（责任单位：科普部）",
        "现将要点印发给你们。请落实",
        "现将要点印发给你们，请落实" * 5,
    ],
)
def test_no_title_is_looked_for_below_the_first_running_text(text: str) -> None:
    head = read_head(blocks("关于做好科普", text, TITLE))
    assert (head.title, head.guessed) == ("关于做好科普", True)


def test_nor_below_a_table() -> None:
    table = Paragraph("序号\t任务", "", cells=("序号", "任务"))
    lines = [Paragraph("关于做好科普", ""), table, Paragraph(TITLE, "")]
    assert read_head(blocks_of(lines).blocks).title == "关于做好科普"


def test_sixty_characters_are_no_running_text_yet() -> None:
    assert read_head(blocks("某" * 60, "办公室", TITLE)).title == f"办公室{TITLE}"
    assert read_head(blocks("某" * 61, "办公室", TITLE)).title == NO_TITLE


def test_the_mark_of_an_enclosure_is_no_title() -> None:
    head = read_head(blocks("附件1", "某县办实事的安排", "1. 办活动。"))
    assert head.title == "某县办实事的安排"
    head = read_head(blocks("附件1", "某县办好十件事", "1. 办活动。"))
    assert (head.title, head.guessed) == ("某县办好十件事", True)


def test_without_a_title_that_ends_like_one_the_first_line_that_may_be_one_is_it() -> None:
    head = read_head(blocks("某省文件", "某科协发〔2023〕3号", "2023年2月1日", "关于做好科普"))
    assert (head.title, head.guessed, head.used) == ("关于做好科普", True, 4)
    assert (head.letterhead, head.number) == ("某省文件 2023年2月1日", "某科协发〔2023〕3号")
    assert read_head(blocks("某省文件", "2023年2月1日")).title == "某省文件"


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("各市科协：", True),
        ("各市科协", False),
        ("1. 各市科协：", False),
        ("（责任单位：科普部）各市科协：", False),
        ("请落实。各市科协：", False),
        (f"{'各市科协、' * 59}各县：", True),
        (f"{'各市科协、' * 59}各县区：", True),
        (f"{'各市科协、' * 59}各县市区：", False),
        ("工作安排如下：", False),
        ("提出以下要求：", False),
        ("有关通知：", False),
        ("制定本意见：", False),
        ("总体要求是：", False),
        ("是否参加的各市：", True),
    ],
)
def test_whom_a_letter_addresses(text: str, addresses: bool) -> None:
    head = read_head(blocks(TITLE, text))
    assert (head.addressees, head.used) == ((text, 2) if addresses else (None, 1))


def test_a_document_may_end_with_its_title() -> None:
    head = read_head(blocks(TITLE))
    assert (head.title, head.addressees, head.used) == (TITLE, None, 1)


def test_the_ending_is_looked_for_no_further_than_the_start() -> None:
    assert ending_start(blocks("某市科协", "2023年2月1日"), 0) == 0
    assert ending_start(blocks("某市科协", "2023年2月1日"), 1) == 1


@pytest.mark.parametrize(
    ("between", "start"),
    [
        ("1. 办好活动", 2),
        ("（责任单位：科普部）", 2),
        ("某" * 121, 2),
        ("某" * 120, 0),
    ],
)
def test_no_ending_reaches_above_a_task_or_a_long_paragraph(between: str, start: int) -> None:
    assert ending_start(blocks("2022年1月1日", between, "2023年2月1日"), 0) == start


def test_an_ending_has_no_more_than_26_lines() -> None:
    assert ending_start(blocks(*["抄送：某市科协"] * 30), 0) == 4


@pytest.mark.parametrize("first", [["附件：1.任务分解表"], ["附件：", "1.任务分解表"]])
def test_the_ending_begins_with_the_list_of_what_is_enclosed(first: list[str]) -> None:
    letter = (
        "1. 办好活动。（责任单位：科普部）",
        *first,
        "2.联系人名单",
        "某市科协",
        "2023年2月1日",
    )
    assert ending_start(blocks(*letter), 1) == 1
    assert ending_start(blocks(*letter[:-2]), 1) == 1
    apart = ("附件：1.任务分解表", "3.联系人名单", "2023年2月1日")
    assert ending_start(blocks(*apart), 0) == 2


@pytest.mark.parametrize(("name", "start"), [("某" * 30, 0), ("某" * 31, 1)])
def test_the_name_above_a_date_signs_if_it_is_short(name: str, start: int) -> None:
    assert ending_start(blocks(name, "2023年2月1日"), 0) == start


@pytest.mark.parametrize("more", ["各区科协。", "市直各单位。", "省科协。", "县科协。"])
def test_a_distribution_goes_on_in_another_line(more: str) -> None:
    letter = ("某市科协", "2023年2月1日", "抄送：省委办公厅，", more)
    assert ending_start(blocks(*letter), 0) == 0


@pytest.mark.parametrize(
    ("letterhead", "title", "issuer"),
    [
        ("某市科协文件", "关于做好科普的通知", "某市科协"),
        ("文件", "关于做好科普的通知", None),
        ("某市", "某市科协关于做好科普的通知", "某市科协"),
        (None, "甲关于做好科普的通知", None),
        (None, "甲乙关于做好科普的通知", "甲乙"),
        (None, f"{'某' * 40}关于做好科普的通知", "某" * 40),
        (None, f"{'某' * 41}关于做好科普的通知", None),
        (None, "某市科协工作要点", None),
    ],
)
def test_who_issued_a_document(letterhead: str | None, title: str, issuer: str | None) -> None:
    assert issuer_of(Head(title, 1, guessed=False, letterhead=letterhead)) == issuer
