"""A command asked of several plans: each answers, and the answers are joined."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, Generic, NamedTuple, TypeVar

from plan_cli.cli.output import Shown
from plan_cli.cli.sources.asking import Asking
from plan_cli.cli.sources.choosing import plans_of
from plan_cli.cli.spec import Command
from plan_cli.cli.streams import say
from plan_cli.cli.terminal.progress import shown_progress
from plan_cli.errors import AmbiguousName, InputError, PlanError, UnknownName, UsageError
from plan_cli.planfile.names import read_names
from plan_cli.planfile.source import open_text
from plan_cli.query.filters import FILTERS, PLAN_NAME
from plan_cli.query.naming import PLAN_MARK, parted, split_list
from plan_cli.query.plans import ANY, Ask, Facts, Plans, Which, labels, which
from plan_cli.query.qualified import called
from plan_cli.reports.many.joined import Part
from plan_cli.text import listed, visible

RECORD_FORMS = ("json", "yaml", "ics")
"""Forms that show records, and no rows."""
FEW = 5
"""How many plans are named where they are many."""
T = TypeVar("T")


class Gathered(NamedTuple, Generic[T]):
    """What came of asking several plans."""

    parts: list[tuple[Facts, T]]
    """What each answered, never nothing."""
    silent: list[tuple[Facts, UnknownName]]
    """Plans that do not know a name."""
    broken: list[PlanError]
    """Files that are none."""


def answer_over(
    command: Command[...], name: str, files: Sequence[str], given: Mapping[str, Any], form: str
) -> Shown:
    """Return what the plans in ``files`` answer to the command called ``name``, as one.

    Files that cannot be read are told, and the exit code says so; the others answer. Raises
    UsageError where the command is about one plan, for names that none of them knows, and for ids
    that several have.
    """
    if not command.many:
        message = f"plan {name} 一次只看一份文件"
        raise UsageError(message, "请用 -p 写明是哪一个文件；有哪些文件，可用 plan plans 查看。")
    refuse_ledger(given)
    spellings = given.get("spellings")
    names = read_names(open_text(spellings)) if spellings else {}
    named = given.get(PLAN_NAME) or ()
    asking = Asking(name, {**given, PLAN_NAME: None}, form in RECORD_FORMS, names)
    plans = plans_of(files, [spellings] if spellings else [])
    found = gather(plans, _which(given), asking)
    parts = [part for _, part in found.parts]
    if given.get("ids"):
        _each_in_one(split_list(given["ids"]), parts)
    report = import_module(f"plan_cli.reports.many.{command.many}").join(parts)
    told = [f"{FILTERS[PLAN_NAME].label}：{listed(named)}"] if named else []
    return Shown(
        report._replace(
            heading=(*report.heading, *told),
            closing=(*report.closing, *([] if given.get("ids") else _left_out(found.silent))),
            exit_code=InputError.exit_code if found.broken else report.exit_code,
        )
    )


def contents_of(files: Sequence[str]) -> Shown:
    """Return which plans there are in ``files``."""
    from plan_cli.cli.commands.archive.cmd_plans import run

    return answer_over(run, "plans", files, {}, "")


def refuse_ledger(given: Mapping[str, Any]) -> None:
    """Raise UsageError where a ledger is given: it belongs to one plan."""
    if given.get("ledger"):
        raise UsageError("台账只跟一份文件，不能和几份文件一起用", "请用 -p 写明是哪一个文件。")


def gather(plans: Plans, which: Which, asking: Ask[T]) -> Gathered[T]:
    """Put the question to the plans; files that cannot be read are told.

    Raises the error that a plan answers with, but for a name that it does not know; and where
    there is no answer at all.
    """
    found = Gathered[T]([], [], [])
    with shown_progress("正在读取计划文件", "份") as steps:
        for facts, told in plans.answers(which, asking, steps):
            if facts is None:
                assert isinstance(told, PlanError)
                found.broken.append(told)
            elif not isinstance(told, PlanError):
                found.parts.append((facts, told))
            elif isinstance(told, UnknownName):
                found.silent.append((facts, told))
            elif isinstance(told, AmbiguousName):
                raise AmbiguousName(f"{facts.name}：{told.message}", told.hint)
            else:
                raise told
    for error in found.broken:
        say(f"错误：{first_fault(error)}")
    if not found.parts:
        raise _nothing(found, which)
    return found


def first_fault(error: PlanError) -> str:
    """Return what is wrong with a file, and of several things the first, on one line."""
    first, *rest = error.message.split("\n")
    return first + rest[0] if first.endswith("：") and rest else first


def _which(given: Mapping[str, Any]) -> Which:
    return which(given)._replace(called=called(given.get("ids") or ()))


def _nothing(found: Gathered[T], which: Which) -> PlanError:
    """Return why there is no answer."""
    if found.silent:
        errors = [error for _, error in found.silent]
        return next((e for e in errors if e.hint.startswith("最接近的")), errors[0])
    if found.broken:
        message = "没有一份文件可以读" if which == ANY else "能读的文件都不符合条件"
        return InputError(message, "请用 plan check 查看每个文件的问题。")
    return none_meant()


def none_meant() -> UsageError:
    """Return what to say where no plan passes the filters."""
    return UsageError("没有符合条件的文件", "有哪些文件，可用 plan plans 查看。")


def _left_out(silent: Sequence[tuple[Facts, UnknownName]]) -> list[str]:
    """Return which plans did not answer, by what they do not know."""
    by_message: dict[str, list[str]] = {}
    for (_, error), name in zip(silent, labels([facts for facts, _ in silent]), strict=True):
        by_message.setdefault(error.message, []).append(name)
    return [
        f"另有 {len(names)} 份文件没有列入（{listed(names[:FEW])}{'等' * (len(names) > FEW)}）："
        f"{message}。"
        for message, names in by_message.items()
    ]


def _each_in_one(words: Sequence[str], parts: Sequence[Part]) -> None:
    """Raise UsageError for an id that no plan has, or that several have."""
    names = labels([part.facts for part in parts])
    for word in words:
        shown = visible(word, keep="")
        having = [n for n, part in zip(names, parts, strict=True) if word in part.found]
        if not having:
            raise UnknownName(f"没有编号为“{shown}”的任务", "请核对编号和它前面的年份或文号。")
        if len(having) > 1:
            id = visible(parted(word)[1], keep="")
            ids = listed([f"{name}{PLAN_MARK}{id}" for name in having[:FEW]])
            rest = f"等 {len(having)} 份" if len(having) > FEW else ""
            message = f"“{shown}”在 {len(having)} 份文件里都有"
            raise UsageError(message, f"请写明是哪一份：{ids}{rest}")
