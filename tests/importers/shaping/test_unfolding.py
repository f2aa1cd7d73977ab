import pytest

from plan_cli.importers.shaping.layout import Paragraph
from plan_cli.importers.shaping.unfolding import unfolded

ONE_LINE = (
    "某区关于推进数字经济发展的实施方案为贯彻上级部署，制定本方案。一、夯实基础（一）建设算力中心。"
    "加快建设智算中心，推动算力普惠。（责任单位：区发改局）（二）完善网络。推进5G建设，新建基站200个，"
    "实现重点场所全覆盖。（责任单位：区工信局）二、壮大产业（三）培育企业。培育规上企业20家以上。"
    "（牵头单位：区工信局；配合单位：区税务局）某区人民政府2024年3月1日"
)


def texts(text: str) -> list[str]:
    return [part.text for part, _ in unfolded(Paragraph(text, "第 1 行"))]


def test_a_document_on_one_line() -> None:
    assert [text[:8] for text in texts(ONE_LINE)] == [
        "某区关于推进数字", "为贯彻上级部署，", "一、夯实基础", "（一）建设算力中",
        "（二）完善网络。", "二、壮大产业", "（三）培育企业。", "某区人民政府",
        "2024年3月1",
    ]  # fmt: skip
    assert "".join(texts(ONE_LINE)) == ONE_LINE


def test_short_paragraphs_and_those_with_one_note_are_left_alone() -> None:
    for text in ("一、科普（一）活动。（责任单位：科普部）", "做好工作，一是甲；二是乙。" * 20):
        assert texts(text) == [text]


NOTE = "（责任单位：科普部）"


def items(*texts: str) -> str:
    """Return a text of items, each with a note, long enough to be parted."""
    return "".join(f"{text}{NOTE}" for text in texts)


@pytest.mark.parametrize(("length", "count"), [(120, 2), (119, 1)])
def test_a_paragraph_is_parted_if_it_is_long(length: int, count: int) -> None:
    short = items("1. 。", "2. 办好年会。")
    text = short.replace("1. ", f"1. {'某' * (length - len(short))}", 1)
    assert len(text) == length
    assert len(texts(text)) == count


def test_a_row_of_a_table_is_not_parted() -> None:
    paragraph = Paragraph(ONE_LINE, "第 1 行", cells=(ONE_LINE,))
    assert [part.text for part, _ in unfolded(paragraph)] == [ONE_LINE]


A, B = f"做好{'甲' * 60}。", f"做好{'乙' * 60}。"


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        (items(f"1.{A}", f"2.{B}"), ["1.", "2."]),
        (items(f"1.{A}", f"3.{B}"), ["1."]),
        (items(f"1.{A}", f"1.{B}"), ["1.", "1."]),
        (items(f"做好科普1.{A}", f"2.{B}"), ["做好"]),
        (items(f"（一）科普1.{A}", f"2.{B}"), ["（一", "1.", "2."]),
        (items(f"（一）科普{A}", f"学会（二）{B}"), ["（一", "（二"]),
        (items(f"一、{A}", f"第二、{B}"), ["一、"]),
        (items(f"1.{A}", f"“好”2.{B}"), ["1.", "2."]),
        (items(f"1.{A}", f"好，2.{B}"), ["1."]),
        (items(f"1.{A}", f" 2.{B}"), ["1.", "2."]),
        (f"1.{A}（责任单位：科普部；2.学会部）2.{B}{NOTE}", ["1.", "2."]),
        *((items(f"（一）{A}", f"（二）{kind}{B}"), ["（一"]) for kind in "项款条"),
        (f"1.{A}2.{B}{NOTE}", ["1."]),
    ],
)
def test_items_begin_where_numbers_go_on(text: str, starts: list[str]) -> None:
    parts = texts(text)
    assert [part[: len(start)] for part, start in zip(parts, starts, strict=True)] == starts


def test_bold_stays_with_its_item() -> None:
    text = items(f"1.{A}", f"2.{B}")
    second = text.index("2.")
    bold = ((2, 4), (second + 2, second + 4))
    found = [part.bold for part, _ in unfolded(Paragraph(text, "", bold))]
    assert found == [((2, 4),), ((2, 4),)]


TWO = items(f"一、{A}", f"二、{B}")


@pytest.mark.parametrize(
    "head",
    [
        ["某政发〔2024〕1号", "各部门：", "制定本方案。"],
        ["某区科普工作方案", "某政发〔2024〕1号", "各部门：", "制定本方案。"],
        ["各部门：", "制定本方案。"],
        [f"{'各' * 149}：", "制定本方案。"],
        [f"{'各' * 150}：制定本方案。"],
        ["制定本方案。"],
        *(
            ["某区关于推进科普的工作方案", f"{word}上级部署，制定本方案。"]
            for word in ("为", "根据", "按照", "为了", "现将", "近年来", "经")
        ),
    ],
)
def test_what_stands_above_the_first_item_is_parted(head: list[str]) -> None:
    assert texts("".join(head) + TWO)[:-2] == head


def test_what_is_behind_the_last_item_is_a_signature_only_with_a_date() -> None:
    assert texts(f"{TWO}某区科协2024年3月1日")[2:] == ["某区科协", "2024年3月1日"]
    assert texts(f"{TWO}某区科协 2024年3月1日")[2:] == ["某区科协", "2024年3月1日"]
    assert texts(f"{TWO}某区科协")[1].endswith("某区科协")
