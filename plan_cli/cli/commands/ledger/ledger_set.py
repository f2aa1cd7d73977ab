"""``plan ledger set``: what a unit reports, what the office adds, what holds for the whole ledger.

plan ledger set 12.4 --dept 科普部 --status 推进中 --done 60
plan ledger set 12.4 --dept 科普部 --lead
plan ledger set --rule 临期天数=15
"""

from collections.abc import Callable
from functools import partial
from typing import Annotated, Any

import typer

from plan_cli.cli.commands.ledger.marks import ITEM
from plan_cli.cli.completion.metavars import PARTY_NAME, Values
from plan_cli.cli.days import parse_day
from plan_cli.cli.ledgers import writer_name
from plan_cli.cli.options import BY_OPTION, PERIOD_OPTION
from plan_cli.cli.output import Done
from plan_cli.cli.spec import Ledger, command
from plan_cli.cli.streams import say
from plan_cli.errors import UsageError
from plan_cli.ledger.event import Told
from plan_cli.ledger.registering import doubtful, registered, reopened
from plan_cli.ledger.showing import NAMES, told_of
from plan_cli.ledger.wanted import REPORTABLE, find_amount, find_field, find_status
from plan_cli.query.choices import Choice
from plan_cli.text import listed

FIELD = Values("栏目", tuple(Choice((name,)) for name in NAMES.values()))
STATUS = Values("状态", tuple(Choice((status,)) for status in REPORTABLE))
OFFICE = "办公室补充（原文没有写的）"


def _text(flag: str, metavar: str, help: str, panel: str | None = None) -> Any:
    return typer.Option(flag, metavar=metavar, help=help, rich_help_panel=panel)


def _switch(flag: str, help: str) -> Any:
    return typer.Option(flag, help=help, rich_help_panel=OFFICE)


Item = Annotated[str | None, typer.Argument(metavar=ITEM, help="任务、举措或指标，如 12.5-1")]
Dept = Annotated[str | None, typer.Option("--dept", "-d", metavar=PARTY_NAME, help="哪个单位的")]
Status = Annotated[str | None, _text("--status", STATUS, listed(REPORTABLE))]
Amount = Annotated[str | None, _text("--done", "数", "完成了多少，如 12")]
Note = Annotated[str | None, _text("--note", "文字", "进展情况")]
Problem = Annotated[str | None, _text("--problem", "文字", "存在问题")]
Next = Annotated[str | None, _text("--next", "文字", "下一步")]
Person = Annotated[str | None, _text("--person", "姓名", "责任人")]
Evidence = Annotated[str | None, _text("--evidence", "文字", "佐证")]
Due = Annotated[str | None, _text("--due", "日期", "调整到哪一天，如 2022-10-31、10月31日")]
Reason = Annotated[str | None, _text("--reason", "文字", "调整或中止的原因")]
Clear = Annotated[list[str] | None, _text("--clear", FIELD, "收回报过的一栏，如 问题；可重复")]
Comment = Annotated[str | None, _text("--comment", "文字", "办公室的批注", OFFICE)]
Lead = Annotated[bool | None, _switch("--lead/--no-lead", "由这个单位牵头，或不再牵头")]
Confirm = Annotated[bool | None, _switch("--confirm/--no-confirm", "“有关…”是否包括这个单位")]
PlanDue = Annotated[str | None, _text("--plan-due", "日期", "计划完成的日期", OFFICE)]
PlanGoal = Annotated[str | None, _text("--plan-goal", "数", "计划的数量", OFFICE)]
Rule = Annotated[list[str] | None, _text("--rule", "名称=数", "界限，如 临期天数=15", OFFICE)]


@command(
    "plan ledger set 12.4 --dept 科普部 --status 推进中 --note 已开展3期",
    "plan ledger set 14 --dept 省科技馆 --status 延期 --due 2022-11-30 --reason 场馆检修",
    "plan ledger set 12.4 --dept 科普部 --lead",
    "plan ledger set 12.4 --dept 科普部 --clear 问题",
    "plan ledger set --rule 临期天数=15",
    shows=(),
)
def run(
    ledger: Ledger,
    item: Item = None,
    dept: Dept = None,
    period: Annotated[str | None, PERIOD_OPTION] = None,
    status: Status = None,
    done: Amount = None,
    note: Note = None,
    problem: Problem = None,
    next: Next = None,
    person: Person = None,
    evidence: Evidence = None,
    due: Due = None,
    reason: Reason = None,
    clear: Clear = None,
    comment: Comment = None,
    lead: Lead = None,
    confirm: Confirm = None,
    plan_due: PlanDue = None,
    plan_goal: PlanGoal = None,
    rule: Rule = None,
    by: Annotated[str | None, BY_OPTION] = None,
) -> Done:
    """Record something about an item, or a rule of the whole ledger."""
    told = _given(done=done, progress=note, problem=problem, next=next, person=person)
    told |= _given(evidence=evidence, reason=reason)
    day = partial(parse_day, today=ledger.today)
    told |= _read(status=(find_status, status), due=(day, due))
    if clear:
        told["cleared"] = _cleared(clear, told)
    office = _given(lead=lead, confirmed=confirm)
    office |= _read(due=(day, plan_due), goal=(find_amount, plan_goal))
    with ledger.open(say) as desk, desk.writing(writer_name(by)) as act:
        events = registered(act.state, item, dept, period, told, office, comment, rule or ())
        hints = [hint for event in events for hint in doubtful(act.state, event)]
        act.add(events)
        lines = [*hints, *(f"提示：{line}" for line in reopened(act.state, events))]
    return Done((*(f"已登记：{told_of(event)}" for event in events), *lines))


def _cleared(words: list[str], told: dict[str, Any]) -> tuple[Told, ...]:
    """Return the fields to clear; raises UsageError for one that is ``told`` with it."""
    fields = tuple(dict.fromkeys(map(find_field, words)))
    for name in fields:
        if name in told:
            raise UsageError(f"{NAMES[name]}不能又写又收回", "请去掉 --clear 或写内容的那一项。")
    return fields


def _given(**values: Any) -> dict[str, Any]:
    """Return what was given of ``values``."""
    return {name: value for name, value in values.items() if value is not None}


def _read(**words: tuple[Callable[[str], Any], str | None]) -> dict[str, Any]:
    """Return what the words that were given mean, each read in its way."""
    return {name: read(word) for name, (read, word) in words.items() if word is not None}
