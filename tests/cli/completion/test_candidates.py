"""Words typed so far, and what can follow."""

from pathlib import Path

import pytest

from plan_cli.cli.app import build
from plan_cli.cli.commands.cmd_ledger import COMMANDS as LEDGER
from plan_cli.cli.completion.candidates import Offer, offer
from plan_cli.cli.completion.metavars import Values
from plan_cli.cli.panels import COMMANDS
from plan_cli.query import filters
from plan_cli.query.choices import Choice
from plan_cli.query.filters import FILTERS, Filter
from tests import truth
from tests.conftest import small_task, small_text


def offered(*words: str) -> Offer:
    return offer(build(), words)


def values(*words: str) -> list[str]:
    return [candidate.value for candidate in offered(*words).candidates]


@pytest.mark.parametrize("typed", ["kp", "KPB", "ｋｐ", "kepu", "科普", "科 普部", "kpb"])
def test_a_beginning_of_any_spelling_finds_the_department(typed: str) -> None:
    assert values("list", "--dept", typed) == ["科普部"]
    assert values("list", "-d", typed) == ["科普部"]
    assert values("dept", typed) == ["科普部"]
    assert values("checklist", typed) == ["科普部"]
    assert values("diff", "a.yaml", "-", "--dept", typed) == []


def test_a_part_of_a_name_finds_it_where_nothing_begins_so() -> None:
    assert values("project", "筑基") == ["科普筑基惠民工程"]
    assert values("project", "科") == ["科技创新人才引育工程", "科普筑基惠民工程"]
    assert values("list", "--dept", "没有这个") == []


def test_values_of_each_filter() -> None:
    assert values("list", "--action", "") == list(truth.ACTIONS)
    assert values("list", "--list", "") == ["重点工作", "工作要点"]
    assert values("list", "--list", "k") == ["重点工作"]
    assert values("list", "--dept", "科普部", "--role", "s") == ["some", "support"]
    assert values("list", "--role", "点") == ["named"]
    assert values("list", "--search", "") == []
    assert values("matrix", "--by", "工") == ["project"]
    assert values("ledger", "set", "12.4", "--status", "推") == ["推进中"]


def test_names_may_stand_without_an_option() -> None:
    found = {each.value: each.meaning for each in offered("list", "科普").candidates}
    assert found == {"科普部": "部门（单位）", "科普中原": "行动", "科普筑基惠民工程": "工程"}
    assert values("list", "科普部", "--json", "重点") == ["重点工作"]
    assert values("dept", "科普部", "科普") == []


def test_ids_come_with_their_titles_and_measures_behind_the_dot() -> None:
    found = offered("show", "1").candidates
    assert [each.value for each in found] == ["1", *(str(number) for number in range(10, 20))]
    assert found[4].meaning == "完善科普工作机制"
    assert values("show", "14", "k1") == ["K1", "K10", "K11"]
    assert values("show", "13.")[:2] == ["13.1", "13.2"]
    assert values("ledger", "log", "12.5-") == ["12.5-1", "12.5-2"]
    assert values("show", "12.5-") == []


def test_a_title_is_told_whole_and_its_measures_by_their_first_words() -> None:
    title = "提高科技馆，特别是县级科技馆的能力"
    text = small_text(small_task(1, title, "建设新馆，力争年内开放。"))
    Path("其他.yaml").write_text(text, encoding="utf-8")
    assert [each.meaning for each in offered("-p", "其他.yaml", "show", "1").candidates] == [title]
    [measure] = offered("-p", "其他.yaml", "show", "1.").candidates
    assert measure.meaning == "建设新馆"


def test_commands_come_with_what_they_do_and_lead_into_theirs() -> None:
    assert {each.value: each.meaning for each in offered("").candidates} == COMMANDS
    assert values("l") == ["list", "ledger"]
    assert values("help", "che") == ["checklist", "check"]
    assert values("ledger", "") == list(LEDGER)
    assert values("ledger", "reb") == ["rebind"]
    assert values("ledger", "nothing", "") == []


def test_the_first_word_may_be_a_name_or_an_id() -> None:
    assert values("kp") == ["科普部"]
    assert values("2") == ["2", "20", "21", "22"]
    assert values("科普部", "--ro") == ["--role"]
    assert values("14", "--js") == ["--json"]


def test_options_of_the_command_that_are_not_given_yet() -> None:
    assert values("--") == ["--plan", "--version", "--help"]
    assert values("list", "--d") == ["--dept"]
    assert values("list", "-d") == ["-d"]
    assert "--today" not in values("list", "--today", "x", "--")
    assert "--dept" in values("list", "--dept", "科普部", "--")
    assert values("about", "")[:2] == ["--plan", "--json"]
    assert values("ledger", "set", "--no-") == ["--no-lead", "--no-confirm"]
    assert values("search", "--", "--d") == []


def test_forms_are_those_of_the_command() -> None:
    assert values("text", "-f", "") == ["table", "txt", "md", "docx", "html"]
    assert values("due", "--format=i") == ["ics"]
    assert offered("due", "--format=i").flag == "--format="


@pytest.mark.parametrize(
    "words",
    [
        ("import", "工作"),
        ("check", ""),
        ("check", "--against", "原"),
        ("diff", "a", ""),
        ("list", "-p", ""),
        ("--plan", "x"),
        ("list", "--output=a"),
        ("ledger", "state", "-l", ""),
        ("ledger", "init", "--from", ""),
        ("ledger", "merge", "收回/"),
    ],
)
def test_the_shell_completes_files(words: tuple[str, ...]) -> None:
    assert offered(*words).files


def test_values_are_those_of_the_plan_that_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("其他.yaml").write_text(small_text(small_task()), encoding="utf-8")
    assert values("list", "-p", "其他.yaml", "--dept", "j") == ["甲部"]
    assert values("list", "-p其他.yaml", "--dept", "j") == ["甲部"]
    assert values("-p", "其他.yaml", "list", "--dept", "j") == ["甲部"]
    assert values("diff", "a.yaml", "其他.yaml", "--dept", "j") == ["甲部"]
    monkeypatch.setenv("PLAN_FILE", "其他.yaml")
    assert values("dept", "j") == ["甲部"]
    monkeypatch.setenv("HOME", str(Path.cwd()))
    assert values("list", "--plan=~/其他.yaml", "--dept", "j") == ["甲部"]


def test_values_are_those_of_all_plans_that_are_named() -> None:
    Path("计划").mkdir()
    later = small_text(small_task()).replace("2023", "2024").replace("甲部", "丁部")
    for name, text in (("a", small_text(small_task())), ("b", later), ("c", "format: [")):
        Path(f"计划/{name}.yaml").write_text(text, encoding="utf-8")
    assert values("list", "-p", "计划", "--year", "") == ["2023", "2024"]
    every = ["甲部", "乙部", "丙馆", "机关部室", "下属单位", "丁部"]
    assert values("list", "-p", "计划/*.yaml", "--dept", "") == every
    assert values("list", "-p", "计划/a.yaml", "-p", "计划/b.yaml", "--dept", "") == every
    assert values("list", "-p", "计划/b.yaml", "-p", "-", "--dept", "") == []


@pytest.mark.parametrize("text", ["", "format: [", small_text().replace("year: 2023", "year: x")])
def test_a_broken_plan_gives_nothing_and_says_nothing(
    text: str, capfd: pytest.CaptureFixture[str]
) -> None:
    Path("坏.yaml").write_text(text, encoding="utf-8")
    assert offered("list", "-p", "坏.yaml", "--dept", "") == Offer()
    assert offered("list", "-p", "没有.yaml", "--dept", "") == Offer()
    assert offered("list", "-p", "-", "--dept", "") == Offer()
    assert values("list", "-p", "坏.yaml", "--role", "a") == ["all"]
    assert capfd.readouterr() == ("", "")


def test_nothing_that_drives_a_terminal_is_offered() -> None:
    text = small_text().replace("乙部", '"乙\\e[31m部"').replace("东风行动", '"东\\u202e风"')
    Path("恶.yaml").write_text(text, encoding="utf-8")
    assert values("list", "-p", "恶.yaml", "--dept", "") == ["甲部", "丙馆", "机关部室", "下属单位"]
    assert values("list", "-p", "恶.yaml", "--action", "") == []


def test_a_new_filter_completes_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    choices = (Choice(("快",), "不慢"), Choice(("慢",)))
    tempo = Filter("tempo", ("--tempo",), "快慢", "快慢", "快慢", choices=choices)
    monkeypatch.setitem(filters.FILTERS, "tempo", tempo)
    assert values("list", "--te") == ["--tempo"]
    assert values("list", "--tempo", "") == ["快", "慢"]


def test_a_word_that_has_values_has_them_in_every_command() -> None:
    root = build()
    ledger = root.get_command(None, "ledger")
    commands = [root, *(root.get_command(None, name) for name in COMMANDS)]
    commands += [ledger.get_command(None, name) for name in LEDGER]
    used = [param.metavar for command in commands for param in command.params if param.metavar]
    known = {str(word) for word in used if isinstance(word, Values) and word.known}
    assert len(known) > 15
    assert [word for word in used if word in known and not isinstance(word, Values)] == []


def test_every_filter_but_free_text_has_values() -> None:
    assert [name for name, each in FILTERS.items() if not each.choices] == ["search"]
