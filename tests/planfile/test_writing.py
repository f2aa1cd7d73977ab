"""Plans written for people load back to the same plan."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_cli.model.plan import Document, Measure, Note, Plan, Responsibility, Task, TaskList
from plan_cli.planfile.schema import dump_plan, read_plan
from plan_cli.planfile.source import Source
from plan_cli.planfile.writing import write_plan
from tests.conftest import small_plan


def loaded(text: str) -> Plan:
    plan, findings = read_plan(Source("x.yaml", text).data())
    assert findings == []
    return plan


def test_the_shipped_plan_comes_back_whole(plan: Plan) -> None:
    text = write_plan(plan, {})
    assert dump_plan(loaded(text)) == dump_plan(plan)
    assert max(len(re.match(" *", line)[0]) for line in text.splitlines()) <= 20


def test_it_looks_as_an_editor_would_type_it() -> None:
    text = write_plan(small_plan(), {}, ["头一行"])
    assert text.startswith("# 头一行\nformat: 1\n\ndocument:\n  title: 某市 2023 年工作要点\n")
    assert "  - {name: 甲部, kind: 机关部室, aliases: [jb]}\n" in text
    assert "        measures:\n          - 做完它。\n" in text
    assert '"' not in text


def test_comments_stand_above_their_places() -> None:
    comments = {
        ("units",): ["关于单位"],
        ("lists", 0, "tasks", 0): ["关于任务"],
        ("lists", 0, "tasks", 0, "note"): ["关于责任", "再说一句"],
    }
    text = write_plan(small_plan(), comments)
    assert "# 关于单位\nunits:\n" in text
    assert "      # 关于任务\n      - number: 1\n" in text
    assert "        # 关于责任\n        # 再说一句\n        note: " in text
    assert dump_plan(loaded(text)) == dump_plan(small_plan())


NASTY = [
    "~", "null", "no", "on", "12:30:45", "2022-06-01", "0x1F", "- 甲", "甲: 乙", "甲 #乙", "#甲",
    "'甲'", '"甲"', "甲\n乙", "甲\t乙", " 甲", "甲 ", "[甲", "{甲", "*甲", "&甲", "!甲", "%甲",
    "@甲", "`甲", "|", ">", "---", "...", "甲:", "? 甲", "\x1b[31m", "\u202e", "\ufeff甲",
    "甲\x85乙", "甲,乙",    "=", "<<", "𠮷", "\\n",
]  # fmt: skip


@pytest.mark.parametrize("words", NASTY)
def test_nasty_words_come_back(words: str) -> None:
    check(words)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_any_words_come_back(words: str) -> None:
    check(words)


def check(words: str) -> None:
    responsible = Responsibility((words,), (words,))
    task = Task("1", (Measure(words),), (Note(words, responsible),), title=words)
    plan = Plan(Document(words, 2023), (TaskList(words, "", None, (), (task,), ()),))
    assert dump_plan(loaded(write_plan(plan, {}, [words]))) == dump_plan(plan)
