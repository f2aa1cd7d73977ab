"""Ids survive a spreadsheet: 1.10 does not become 1.1, 1-1 no date."""

import csv
import io
import re
from datetime import datetime
from pathlib import Path

import pytest

from tests.conftest import Run, small_task, small_text
from tests.exporters.reading import workbook
from tests.office import SOFFICE, Convert

CHINESE = 2052
"""What LibreOffice calls the language."""
SENTENCES = [f"办好第{number}件事。" for number in "甲乙丙丁戊己庚辛壬癸"]
FIGURES = (
    "targets: [{what: 展, op: '=', value: 1, unit: 个, quote: 做完它}], "
    "deadlines: [{what: 展, due: 2023-12-31, precision: year, quote: 做完它}], "
    "links: [{to: '3.10', strength: strong}]"
)
PLAN = (
    small_text(small_task(1, measure="＠"), small_task(2, "办展"), small_task(3, "办会"))
    .replace('["＠"]', f"[{', '.join(SENTENCES)}]")
    .replace("number: 2", "number: 1-1")
    .replace("number: 3", "number: 3.10")
    .replace("title: 办会。", "title: 办会。\n        project: 春晖工程")
    .replace("title: 办展。", f"title: 办展。\n        editor: {{{FIGURES}}}")
)


@pytest.fixture(autouse=True)
def _files(_clean_environment: None) -> None:
    Path("plan.yaml").write_text(PLAN, encoding="utf-8")
    Path("old.yaml").write_text(PLAN.replace("3.10", "3.1"), encoding="utf-8")


SHOW = ("show", "1", "-p", "plan.yaml")
IDS = ["1．1", "1．2", "1．3", "1．4", "1．5", "1．6", "1．7", "1．8", "1．9", "1．10"]


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def test_csv_has_full_width_signs_in_ids(cli: Run) -> None:
    first, *_ = zip(*rows(cli("search", "件事", "-p", "plan.yaml", "-f", "csv").out), strict=True)
    assert list(first) == ["编号", *IDS]
    assert cli("list", "-p", "plan.yaml", "-o", "a.csv").code == 0
    written = rows(Path("a.csv").read_text(encoding="utf-8-sig"))
    assert [row[0] for row in written] == ["编号", "1", "1－1", "3．10"]


def test_ids_are_found_as_csv_writes_them(cli: Run) -> None:
    for id in ("1．10", "1－1", "3．10"):
        wide = cli("show", id, "-p", "plan.yaml")
        plain = cli("show", id.replace("．", ".").replace("－", "-"), "-p", "plan.yaml")
        assert (wide.code, wide.out) == (0, plain.out)


@pytest.mark.parametrize(
    "arguments",
    ["list", "show 1 1-1", "search 件事", "dept 甲部", "action", "action 东风", "project",
     "project 春晖", "checklist 甲部", "checklist 甲部 --brief", "targets", "due", "trace",
     "matrix", "board"],
)  # fmt: skip
def test_no_report_has_an_id_that_opens_as_something_else(cli: Run, arguments: str) -> None:
    result = cli(*arguments.split(), "-p", "plan.yaml", "-f", "csv")
    assert result.code == 0
    cells = [cell for row in rows(result.out) for cell in row]
    assert [cell for cell in cells if re.fullmatch(r"[0-9]+[.-][0-9]+", cell)] == []


def test_a_comparison_has_ids_in_two_columns(cli: Run) -> None:
    for options in ((), ("--stat",)):
        out = cli("diff", "old.yaml", "plan.yaml", "-f", "csv", *options).out
        assert [row[1:3] for row in rows(out) if row[0] == "改编号"] == [["3．1", "3．10"]]


def test_other_forms_for_programs_are_not_altered(cli: Run) -> None:
    assert "1.10\t" in cli("search", "件事", "-p", "plan.yaml").out
    assert '"1.10"' in cli(*SHOW, "--json").out


@pytest.mark.parametrize(
    ("arguments", "places"),
    [(("checklist", "甲部"), (1, 8)), (SHOW[:2], (1,)), (("list",), (1,))],
)
def test_in_a_workbook_ids_are_text_cells(
    cli: Run, arguments: tuple[str, ...], places: tuple[int, ...]
) -> None:
    assert cli(*arguments, "-p", "plan.yaml", "-o", "a.xlsx").code == 0
    cells = [cell for row in workbook(Path("a.xlsx").read_bytes()).active.rows for cell in row]
    ids = [cell for cell in cells if re.fullmatch(r"[0-9]+([.-][0-9]+)?", str(cell.value))]
    assert {cell.column for cell in ids} == set(places)
    assert {(cell.number_format, cell.data_type) for cell in ids} == {("@", "s")}
    others = {cell.number_format for cell in cells if cell not in ids and cell.row > 3}
    assert "General" in others


@pytest.mark.skipif(not SOFFICE, reason="LibreOffice (soffice) is not installed")
def test_a_spreadsheet_opens_ids_as_text(cli: Run, convert: Convert, tmp_path: Path) -> None:
    """Opened with the settings of a Chinese system, on which 1-1 is a date; they are looked for."""
    for name, arguments in (("ids", ("list",)), ("steps", ("search", "件事"))):
        assert cli(*arguments, "-p", "plan.yaml", "-o", f"{name}.csv").code == 0
    Path("plain.csv").write_text("编号\n1.10\n1-1\n", encoding="utf-8-sig")
    read = f"--infilter=CSV:44,34,76,1,,{CHINESE},false,true"
    convert(tmp_path, "xlsx", "ids.csv", "steps.csv", "plain.csv", options=(read,))
    opened = {
        name: [row[0] for row in workbook(Path(f"{name}.xlsx").read_bytes()).active.values][1:]
        for name in ("ids", "steps", "plain")
    }
    assert opened["ids"] == [1, "1－1", "3．10"]
    assert opened["steps"] == IDS
    assert opened["plain"][0] == 1.1  # what would happen otherwise
    assert isinstance(opened["plain"][1], datetime)
