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
    head = Head(title="科普工作要点", number=None)
    told = ["到2026年底，建成科普示范县10个。", "2026年6月30日前完成验收，"]
    assert year_of(head, told) == 0
    assert year_of(head, ["云山市科协", "2025年3月1日", *told]) == 2025


def test_a_document_without_a_title_says_so() -> None:
    head = read_head(blocks("1. 办活动，推动工作。（责任单位：科普部）"))
    assert head.guessed
    assert head.title == NO_TITLE
