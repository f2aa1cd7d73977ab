"""Groups that hold paragraphs, or a table of their own beside the report's."""

import io
from typing import Any

import pytest

from plan_cli.report import Column, Group, Report, Row
from tests.exporters.reading import rendered, text_in, workbook
from tests.exporters.test_contract import PLACES

ASIDE = (Column("甲", 4), Column("乙", 8), Column("丙", 8))


def report(text: str = "一段话。", **changes: Any) -> Report:
    return Report(
        "标题",
        (Column("编号", 4), Column("内容", 30)),
        (
            Group((Row(("1", "自己的行")),), folded=True),
            Group((Row(("a", text, "c")),), "旁表", text=(text, "又一段。"), columns=ASIDE),
            Group((), part="signature", text=("某单位", "某日")),
        ),
        **changes,
    )


@pytest.mark.parametrize("paper", ["plain", "letter"])
@pytest.mark.parametrize("name", ["md", "txt", "html", "docx"])
def test_pages_show_text_and_table_in_their_place(name: str, paper: Any) -> None:
    shown = text_in(name, rendered(name, report(paper=paper)))
    places = [shown.index(word) for word in ("标题", "旁表", "一段话。", "又一段。", "某单位")]
    assert places == sorted(places)
    assert shown.index("又一段。") < shown.rindex("一段话。") < shown.index("某单位")
    assert "自己的行" not in shown


@pytest.mark.parametrize(
    ("name", "rows"), [("tsv", "1\t自己的行\n"), ("csv", "编号,内容\n1,自己的行\n")]
)
def test_sheets_without_tabs_show_the_table_of_the_report_alone(name: str, rows: str) -> None:
    assert rendered(name, report()) == rows


def test_a_workbook_shows_each_table_on_a_visible_sheet_and_hides_annexes() -> None:
    annex = Report("附表", (Column("丁", 4),), (Group((Row(("d",)),)),))
    book = workbook(rendered("xlsx", report(annexes=(annex,))))
    assert [(sheet.title, sheet.sheet_state) for sheet in book] == [
        ("标题", "visible"), ("旁表", "visible"), ("附表", "hidden"),
    ]  # fmt: skip
    assert [[c.value for c in row] for row in book["旁表"].iter_rows(min_row=2, max_row=3)] == [
        ["甲", "乙", "丙"], ["a", "一段话。", "c"],
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["html", "docx"])
@pytest.mark.parametrize("paper", ["plain", "letter"])
@pytest.mark.parametrize("text", PLACES.values(), ids=PLACES)
def test_hostile_paragraphs_come_back_as_they_were(name: str, paper: Any, text: str) -> None:
    assert text_in(name, rendered(name, report(text, paper=paper))).count(text) == 2


def test_a_terminal_draws_each_table_under_its_own_headings() -> None:
    from plan_cli.cli.terminal.views import draw

    stream = io.StringIO()
    draw(report(), stream)
    assert [line.rstrip() for line in stream.getvalue().splitlines()] == [
        "标题",
        "",
        "旁表",
        "一段话。",
        "又一段。",
        "甲  乙        丙",
        "a   一段话。  c",
        "",
        "某单位",
        "某日",
    ]
