"""Who leads and who helps, by name or in a collective: ``--role lead`` and ``--role support``."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run

PLAN = """\
format: 1
document: {title: 某市2025年工作要点, year: 2025}
kinds: [部门, 区]
units:
  - {name: 商务局, kind: 部门}
  - {name: 公安局, kind: 部门}
  - {name: 东区, kind: 区}
collectives:
  - {phrase: 各区, all: [区]}
  - {phrase: 有关部门, some: [部门]}
lists:
  - name: 要点
    tasks:
      - number: 1
        title: 办好展会。
        measures: [举办开幕式。]
        note: 商务局牵头，公安局、各区配合
        responsible:
          lead: [商务局]
          support: [公安局, 各区]
          named: [商务局, 公安局]
          collectives: [各区]
      - number: 2
        title: 清理河道。
        measures: [全面排查。]
        note: 各区牵头，有关部门配合
        responsible: {lead: [各区], support: [有关部门], collectives: [各区, 有关部门]}
      - number: 3
        title: 修好道路。
        measures: [修复路面。]
        note: 公安局、东区
        responsible: {named: [公安局, 东区]}
"""


@pytest.fixture
def plan() -> None:
    Path("x.yaml").write_text(PLAN, encoding="utf-8")


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize(
    ("dept", "role", "ids"),
    [
        ("商务局", "lead", ["1"]),
        ("商务局", "support", ["2"]),
        ("公安局", "配合", ["1", "2"]),
        ("东区", "lead", ["2"]),
        ("区", "牵头", ["2"]),
        ("东区", "support", ["1"]),
    ],
)
def test_who_leads_is_found_by_name_and_in_a_collective(
    cli: Run, dept: str, role: str, ids: list[str]
) -> None:
    result = cli("list", "-p", "x.yaml", "--dept", dept, "--role", role, "--json")
    assert [task["id"] for task in json.loads(result.out)] == ids


@pytest.mark.usefixtures("plan")
def test_the_account_names_all_tasks_where_only_some_are_shown(cli: Run) -> None:
    result = cli("list", "-p", "x.yaml", "--dept", "公安局", "--role", "lead")
    assert result.code == 0
    assert "公安局没有“牵头”任务。" in result.err
    assert "公安局：点名 2 项（1 3），待确认 1 项（2），未涉及 0 项；共 3 项。" in result.err


@pytest.mark.usefixtures("plan")
def test_pages_and_checklists_say_that_a_collective_leads(cli: Run) -> None:
    page = cli("show", "2", "-p", "x.yaml").out
    assert "牵头    各区\n配合    有关部门\n" in page
    checklist = cli("checklist", "东区", "-p", "x.yaml", "--role", "lead", "-f", "txt").out
    assert "各区（牵头），有关部门（配合）" in checklist
    assert "修复路面" not in checklist


@pytest.mark.usefixtures("plan")
def test_a_lead_that_is_read_nowhere_is_an_error(cli: Run) -> None:
    text = Path("x.yaml").read_text(encoding="utf-8").replace("lead: [各区]", "lead: [全市]")
    Path("x.yaml").write_text(text, encoding="utf-8")
    result = cli("check", "x.yaml")
    assert result.code == 1
    assert "lead 里的“全市”没有写进同一处的 named 或 collectives" in result.out + result.err
