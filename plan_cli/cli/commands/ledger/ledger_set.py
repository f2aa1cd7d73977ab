"""``plan ledger set``: what a unit reports, what the office adds, what holds for the whole ledger.

plan ledger set 12.4 --dept 科普部 --status 推进中 --done 60
plan ledger set 12.4 --dept 科普部 --lead
plan ledger set --rule 临期天数=15
"""

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from plan_cli.cli.days import parse_day
from plan_cli.cli.ledgers import writer_name
from plan_cli.cli.options import BY_OPTION, DAY_HELP, PERIOD_OPTION
from plan_cli.cli.output import Done
from plan_cli.cli.spec import Ledger, command
from plan_cli.cli.streams import say
from plan_cli.ledger.registering import find_amount, find_status, registered
from plan_cli.ledger.showing import told_of

OFFICE = "办公室补充（原文没有写的）"


def _text(flag: str, metavar: str, help: str, panel: str | None = None) -> Any:
    return typer.Option(flag, metavar=metavar, help=help, rich_help_panel=panel)


@command(
    "plan ledger set 12.4 --dept 科普部 --status 推进中 --note 已开展3期",
    "plan ledger set 14 --dept 省科技馆 --status 延期 --due 2022-11-30 --reason 场馆检修",
    "plan ledger set 12.4 --dept 科普部 --lead",
    "plan ledger set --rule 临期天数=15",
    shows=(),
)
def run(
    ledger: Ledger,
    item: Annotated[
        str | None, typer.Argument(metavar="编号", help="任务、举措或指标：12、12.4、12.5-1")
    ] = None,
    dept: Annotated[
        str | None, typer.Option("--dept", "-d", metavar="部门名称", help="哪个单位的")
    ] = None,
    period: Annotated[str | None, PERIOD_OPTION] = None,
    status: Annotated[
        str | None, _text("--status", "状态", "未启动、推进中、已完成、延期、中止")
    ] = None,
    done: Annotated[str | None, _text("--done", "数", "完成了多少，如 12")] = None,
    note: Annotated[str | None, _text("--note", "文字", "进展情况")] = None,
    problem: Annotated[str | None, _text("--problem", "文字", "存在问题")] = None,
    next: Annotated[str | None, _text("--next", "文字", "下一步")] = None,
    person: Annotated[str | None, _text("--person", "姓名", "责任人")] = None,
    evidence: Annotated[str | None, _text("--evidence", "文字", "佐证")] = None,
    due: Annotated[str | None, _text("--due", "日期", f"调整到哪一天，{DAY_HELP}")] = None,
    reason: Annotated[str | None, _text("--reason", "文字", "调整或中止的原因")] = None,
    comment: Annotated[str | None, _text("--comment", "文字", "办公室的批注", OFFICE)] = None,
    lead: Annotated[
        bool | None,
        typer.Option("--lead/--no-lead", help="由这个单位牵头，或不再牵头", rich_help_panel=OFFICE),
    ] = None,
    confirm: Annotated[
        bool | None,
        typer.Option(
            "--confirm/--no-confirm",
            help="“有关…”是否包括这个单位",
            rich_help_panel=OFFICE,
        ),
    ] = None,
    plan_due: Annotated[str | None, _text("--plan-due", "日期", "计划完成的日期", OFFICE)] = None,
    plan_goal: Annotated[str | None, _text("--plan-goal", "数", "计划的数量", OFFICE)] = None,
    rule: Annotated[
        list[str] | None, _text("--rule", "名称=数", "亮灯、计分的界限，如 临期天数=15", OFFICE)
    ] = None,
    by: Annotated[str | None, BY_OPTION] = None,
) -> Done:
    """Record something about an item, or a rule of the whole ledger."""
    told = _given(
        status=find_status(status) if status else None,
        done=find_amount(done) if done else None,
        progress=note,
        problem=problem,
        next=next,
        person=person,
        evidence=evidence,
        due=parse_day(due) if due else None,
        reason=reason,
    )
    office = _given(
        lead=lead,
        confirmed=confirm,
        due=parse_day(plan_due) if plan_due else None,
        goal=find_amount(plan_goal) if plan_goal else None,
    )
    with ledger.open(say) as desk, desk.writing(writer_name(by)) as act:
        events = registered(act.state, item, dept, period, told, office, comment, rule or ())
        act.add(events)
    return Done(tuple(f"已登记：{told_of(event)}" for event in events))


def _given(**values: Any) -> Mapping[str, Any]:
    """Return what was given of ``values``."""
    return {name: value for name, value in values.items() if value is not None}
