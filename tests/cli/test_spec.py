"""How commands are made: they stay functions, and offer whatever form shows what they show."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from plan_cli.cli.commands import cmd_action, cmd_list
from plan_cli.cli.output import Shown
from plan_cli.exporters import forms
from plan_cli.exporters.forms import Form
from plan_cli.model.plan import Plan
from plan_cli.query.asked import select
from plan_cli.report import Report
from tests import truth
from tests.conftest import Run


@pytest.fixture
def _shouting(monkeypatch: pytest.MonkeyPatch) -> None:
    """A form that nobody has heard of: a module, and a line in the registry."""

    def export(report: Report) -> str:
        return f"{report.title}！"

    module = ModuleType("to_shout")
    monkeypatch.setattr(module, "export", export, raising=False)
    monkeypatch.setitem(sys.modules, "plan_cli.exporters.to_shout", module)
    monkeypatch.setitem(forms.FORMS, "shout", Form("shout", ("facts", "table")))


@pytest.mark.usefixtures("_shouting")
def test_a_new_form_is_offered_by_every_command_that_shows_such_answers(cli: Run) -> None:
    assert cli("action", "科普中原", "-f", "shout").out == "“科普中原”行动！"
    assert cli("dept", "科普部", "-o", "a.shout").code == 0
    assert Path("a.shout").read_text(encoding="utf-8") == "科普部！"
    assert cli("checklist", "--all", "-f", "shout", "-o", "夹").code == 0
    assert Path("夹/科普部.shout").read_text(encoding="utf-8") == "科普部责任清单！"
    assert "、shout" in "".join(cli("about", "--help").out.split())


@pytest.mark.usefixtures("_shouting")
def test_it_is_not_offered_where_it_cannot_show_the_answer(cli: Run) -> None:
    for command in ("text", "check"):
        refused = cli(command, "-f", "shout")
        assert refused.code == 2
        assert "没有“shout”格式" in refused.err
    assert "shout" not in cli("text", "--help").out


def test_a_command_is_called_like_a_function(plan: Plan) -> None:
    of_an_action = select(plan, {"action": ["科普中原"]})
    for answer in (cmd_list.run(of_an_action), cmd_action.run(select(plan, {}), "科普中原")):
        assert isinstance(answer, Shown)
        ids = [record["id"] for record in answer.report.records()]
        assert ids == truth.ACTIONS["科普中原"]


def test_a_command_has_the_options_that_it_needs(cli: Run) -> None:
    assert "--format" not in cli("schema", "--help").out
    assert "--format" not in cli("import", "--help").out
    assert "--plan" not in cli("schema", "--help").out
    assert "--plan" in cli("text", "--help").out
    assert "--dept" not in cli("text", "--help").out
    assert "[名称…]" in cli("due", "--help").out
    assert "名称…" not in cli("checklist", "--help").out
