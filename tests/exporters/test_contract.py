"""What every exporter owes every report, in both layouts."""

from datetime import date
from typing import get_args

import pytest

from plan_cli.exporters.forms import FORMS
from plan_cli.report import (
    Cell,
    Column,
    Group,
    Imprint,
    Layout,
    Mark,
    Marked,
    Report,
    Row,
)
from tests.exporters.reading import CHECKED, rendered, text_in

PAPER = ("md", "txt", "html", "docx", "xlsx")
"""Forms that show heading and foot."""

PLACES = {
    "<": "<script>alert(1)</script>",
    "&": "甲&amp;乙",
    "|": "甲|乙",
    "quotes": '"甲\'乙" style="x"',
    "formula": "=HYPERLINK(1)",
    "plus": "+1",
    "minus": "-1",
    "at": "@SUM(1)",
    "astral": "𠮷野家😀",
    "brackets": "]]> --> {{x}} %s",
}


def table(text: Cell, *more: Row) -> Report:
    columns = (Column("编号", 4), Column("内容", 30), Column("只在表里", 8, on="sheet"))
    rows = (Row(("1", text, "表")), *more)
    return Report(
        title="标题",
        heading=("说明",),
        columns=columns,
        groups=(Group(rows, "一组", "组注"),),
        closing=("脚注",),
        records=lambda: [{"id": "1", "text": str(text)}],
        imprint=Imprint("主题", "作者", "来源：某处", date(2022, 5, 10), (("签收人", "日期"),)),
    )


def upright(text: Cell) -> Report:
    return table(text)._replace(
        layout="page",
        columns=(Column("", 6), Column("", 40)),
        groups=(Group((Row(("标签", text)), Row(("", "第二行"))), "一组", "组注"),),
    )


EMPTY = Report(title="空", columns=(Column("编号", 4), Column("内容", 30)), groups=())
LAYOUTS = pytest.mark.parametrize("make", [table, upright], ids=["table", "page"])


@pytest.mark.parametrize("name", CHECKED)
@pytest.mark.parametrize("layout", get_args(Layout))
def test_an_empty_report_is_a_whole_file(name: str, layout: Layout) -> None:
    content = rendered(name, EMPTY._replace(layout=layout, closing=("没有符合条件的任务。",)))
    shown = text_in(name, content)
    if name in PAPER:
        assert "空" in shown
        assert "没有符合条件的任务。" in shown


@LAYOUTS
@pytest.mark.parametrize("name", CHECKED)
@pytest.mark.parametrize("text", PLACES.values(), ids=PLACES)
def test_hostile_text_comes_back_as_it_was(name: str, text: str, make: type[Report]) -> None:
    shown = text_in(name, rendered(name, make(text)))
    if name == "md":
        for sign in "\\":
            shown = shown.replace(sign, "")
        shown = shown.replace("&lt;", "<").replace("&amp;", "&")
    if name == "csv" and text[0] in "=+-@":
        text = f"'{text}"
    assert text in shown


@LAYOUTS
@pytest.mark.parametrize("name", CHECKED)
def test_a_very_long_text_is_whole(name: str, make: type[Report]) -> None:
    text = "".join(f"第{number}件，" for number in range(4000))
    assert text in text_in(name, rendered(name, make(text)))


@LAYOUTS
@pytest.mark.parametrize("name", ["html", "docx", "xlsx"])
@pytest.mark.parametrize(
    ("char", "mark"),
    [
        ("\0", r"\x00"),
        ("\x0b", r"\x0b"),
        ("\x1b", r"\x1b"),
        ("\r", r"\x0d"),
        ("\u202e", r"\u202e"),
        ("\ud800", r"\ud800"),
        ("\uffff", r"\uffff"),
    ],
)
def test_what_xml_cannot_hold_is_shown_as_a_mark(
    name: str, char: str, mark: str, make: type[Report]
) -> None:
    shown = text_in(name, rendered(name, make(f"甲{char}乙")._replace(title=f"题{char}")))
    assert f"甲{mark}乙" in shown
    assert char not in shown


@LAYOUTS
@pytest.mark.parametrize("name", CHECKED)
def test_lines_in_a_text_stay_apart_or_become_spaces(name: str, make: type[Report]) -> None:
    content = rendered(name, make("上句\n下句"))
    shown = text_in(name, content)
    if name == "tsv":
        assert "上句 下句" in shown
    else:
        assert "上句下句" not in shown
        assert "上句" in shown
        assert "下句" in shown


@LAYOUTS
@pytest.mark.parametrize("name", CHECKED)
def test_the_same_report_gives_the_same_bytes(
    name: str, make: type[Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = rendered(name, make("一"))
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    monkeypatch.setattr("time.localtime", lambda *_: (2033, 5, 18, 3, 33, 20, 2, 138, 0))
    assert rendered(name, make("一")) == first


@pytest.mark.parametrize("name", PAPER)
def test_heading_and_foot_are_printed_in_order(name: str) -> None:
    shown = text_in(name, rendered(name, table("内容在此")))
    words = ("标题", "说明", "内容在此", "脚注", "签收人", "日期", "来源：某处")
    places = [shown.index(word) for word in words]
    assert places == sorted(places)


@pytest.mark.parametrize("name", PAPER)
def test_a_page_column_is_not_on_the_sheet_nor_the_other_way_round(name: str) -> None:
    shown = text_in(name, rendered(name, table("内容在此")))
    assert ("只在表里" in shown) == (name == "xlsx")


@pytest.mark.parametrize("name", CHECKED)
def test_a_form_is_what_it_is_said_to_be(name: str) -> None:
    """It decides where closing lines go, which rows are shown, and what a screen can show."""
    form = FORMS[name]
    content = rendered(name, table("甲"))
    shown = text_in(name, content)
    assert form.binary == isinstance(content, bytes)
    assert form.foot == ("脚注" in shown)
    assert form.page == ("组注" in shown)
    assert form.bom == (name == "csv")


@pytest.mark.parametrize("name", CHECKED)
def test_bands_span_pages_and_are_left_out_of_sheets(name: str) -> None:
    report = table("甲", Row(band=("任务一行", "共同责任：乙")), Row(("2", "丙", "表")))
    shown = text_in(name, rendered(name, report))
    on_page = name in ("md", "txt", "html", "docx")
    assert ("任务一行" in shown) == on_page
    assert ("共同责任：乙" in shown) == on_page


@pytest.mark.parametrize("name", [name for name in CHECKED if name not in ("json", "yaml")])
def test_rows_of_a_folded_group_are_for_sheets(name: str) -> None:
    report = table("甲")
    folded = Group((Row(("2", "丙事", "表")),), "未变 1 项", folded=True)
    shown = text_in(name, rendered(name, report._replace(groups=(*report.groups, folded))))
    on_page = name in ("md", "txt", "html", "docx")
    assert ("未变 1 项" in shown) == on_page
    assert ("丙事" in shown) != on_page
    assert "甲" in shown


@pytest.mark.parametrize("name", [name for name in CHECKED if name not in ("json", "yaml")])
@pytest.mark.parametrize("mark", get_args(Mark))
def test_marked_text_is_whole(name: str, mark: Mark) -> None:
    report = table(Marked((("前", None), ("中", mark), ("后", None))))
    shown = text_in(name, rendered(name, report))
    for word in ("前", "中", "后"):
        assert word in shown
