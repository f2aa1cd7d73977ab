from collections.abc import Sequence

from plan_cli.importers.reading import from_text
from plan_cli.importers.reading.lines import Line


def read(content: bytes) -> Sequence[Line]:
    return from_text.read(content).lines


def test_plain_lines_with_their_numbers() -> None:
    lines = read("一、总则\r\n\n　　做好。\n".encode())
    assert [(line.text, line.place) for line in lines] == [
        ("一、总则", "第 1 行"),
        ("做好。", "第 3 行"),
    ]


def test_markdown_headings_bold_and_escapes() -> None:
    heading, item = read("## 一、总则\n\n**1\\. 做好科普。**办\\*活动\n".encode())
    assert (heading.text, heading.level) == ("一、总则", 2)
    assert (item.text, item.bold) == ("1. 做好科普。办*活动", ((0, 8),))


def test_markdown_tables() -> None:
    lines = read("# 表\n\n| 序号 | 任务 |\n|---|:--|\n| 1 | **甲** |\n".encode())
    assert [line.cells for line in lines] == [(), ("序号", "任务"), ("1", "甲")]


def test_a_star_in_plain_text_is_no_mark() -> None:
    assert [line.text for line in read("3*4=12，见*号".encode())] == ["3*4=12，见*号"]


def test_columns_parted_by_tabs() -> None:
    [row] = read("1\t做好科普\t科普部".encode())
    assert row.cells == ("1", "做好科普", "科普部")
