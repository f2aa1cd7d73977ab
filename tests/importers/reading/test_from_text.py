from collections.abc import Sequence

from plan_cli.importers.doubts import Cause, Doubt
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


def test_markdown_tables_with_short_rules_pipes_of_their_own_and_none_outside() -> None:
    page = "# 表\n\n序号 | 任务 | 单位\n:-|:-:|-\n1 | 甲\\|乙 | 丙\n\n| 2 | 丁 | |\n\n甲|乙\n"
    assert [line.cells or line.text for line in read(page.encode())] == [
        "表",
        ("序号", "任务", "单位"),
        ("1", "甲|乙", "丙"),
        ("2", "丁", ""),
        "甲|乙",
    ]


def test_pipes_may_stand_close_to_the_words() -> None:
    lines = read("# 表\n\n|序号|任务|\n|-|-|\n|1|甲乙|\n|2|丙丁\n".encode())
    assert [line.cells for line in lines] == [(), ("序号", "任务"), ("1", "甲乙"), ("2", "丙丁")]


def test_bullets_rules_and_settings_are_marks_of_markdown() -> None:
    page = "---\ntitle: 题\n---\n# 要点\n\n总则\n===\n- 1. 办会\n  + 办展\n"
    lines = read(page.encode())
    assert [line.text for line in lines if not line.aside] == ["要点", "总则", "1. 办会", "办展"]
    assert [bool(line.series) for line in lines if not line.aside] == [False, False, True, True]
    assert [line.text for line in lines if line.aside] == ["---", "title: 题", "---"]
    dashed = read("---\n要点。\n---\n# 总则\n".encode())
    assert [line.text for line in dashed] == ["要点。", "总则"]


def test_a_star_in_plain_text_is_no_mark() -> None:
    assert [line.text for line in read("3*4=12，见*号".encode())] == ["3*4=12，见*号"]


def test_columns_parted_by_tabs() -> None:
    [row] = read("1\t做好科普\t科普部".encode())
    assert row.cells == ("1", "做好科普", "科普部")


def test_struck_words_marks_and_pictures_are_left_out_of_markdown_and_told() -> None:
    lines, doubts = from_text.read(
        "# 要点\n\n建站~~20~~30个（责任部门：~~**办公室**、~~人事部）\n\n<!-- 甲\n乙 -->\n\n"
        "**办会<del>大</del>**5场[^1]、办展<sup>2</sup>\n\n![表](a.png)\n\n[^1]: 脚注\n".encode()
    )
    assert [(line.text, line.place) for line in lines] == [
        ("要点", "第 1 行"),
        ("建站30个（责任部门：人事部）", "第 3 行"),
        ("办会5场、办展", "第 8 行"),
        ("[^1]: 脚注", "第 12 行"),
    ]
    assert doubts == (
        Doubt(Cause.STRUCK, (), "第 3 行、第 8 行", ("“20”“办公室**、”“大”",)),
        Doubt(Cause.NOTE_MARKS, (), "第 8 行", ("“[^1]”“2”",)),
        Doubt(Cause.DRAWINGS, (), "第 10 行"),
    )


def test_exponents_of_markdown_stay() -> None:
    page = "# 要点\n\n**10**<sup>4</sup>人、CO<sub>2</sub>、\\~~不划~~、~~~\n"
    assert read(page.encode())[1].text == "10⁴人、CO₂、~~不划~~、~~~"


def test_waves_in_a_plain_text_strike_nothing() -> None:
    assert [line.text for line in read("5~~10人、8~~12人".encode())] == ["5~~10人、8~~12人"]


def test_plain_text_stands_as_in_the_file() -> None:
    assert from_text.plain("# 题\n\n~~甲~~<sup>4</sup>\n".encode("gbk")) == (
        "# 题\n\n~~甲~~<sup>4</sup>\n"
    )
