"""Every filter of every command that lists tasks, in one table.

To add a filter, add one entry to `FILTERS`; options, help and the heading of printed answers
follow from it. Words of one filter widen each other, filters narrow each other.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from plan_cli.model.plan import Entry, Plan
from plan_cli.model.statuses import LIGHT_NAMES, STATUSES
from plan_cli.query.choices import (
    LIGHT_CHOICES,
    ROLE_CHOICES,
    STATUS_CHOICES,
    Choices,
    action_choices,
    issuer_choices,
    list_choices,
    party_choices,
    plan_choices,
    project_choices,
    year_choices,
)
from plan_cli.query.lookup import find_action, find_each, find_list, find_project
from plan_cli.text import find_folded

Words = Mapping[str, Sequence[str]]
"""What was asked for: the words given for each filter, by its name. Left out: anything."""

Test = Callable[[Entry], bool]

DEPT, ROLE, STATUS, LIGHT = "dept", "role", "status", "light"
YEAR, ISSUER, PLAN_NAME = "year", "issuer", "plan_name"


class Filter(NamedTuple):
    """One way to narrow.

    ``narrow`` makes the test out of all words given; it raises UsageError for an unknown one.
    Without it the words say whose tasks are meant, in which roles, or how far they are: `asked`
    resolves them.
    """

    name: str
    flags: tuple[str, ...]
    metavar: str
    help: str
    label: str
    narrow: Callable[[Plan, Sequence[str]], Test] | None = None
    choices: Choices = ()
    """What its words are chosen from, as a shell completes them."""


def _by_action(plan: Plan, words: Sequence[str]) -> Test:
    names = {action.name for action in find_each(find_action, plan, words)}
    return lambda entry: entry.action in names


def _by_project(plan: Plan, words: Sequence[str]) -> Test:
    names = {project.name for project in find_each(find_project, plan, words)}
    return lambda entry: entry.task.project in names


def _by_list(plan: Plan, words: Sequence[str]) -> Test:
    names = {tasks.name for tasks in find_each(find_list, plan, words)}
    return lambda entry: entry.list.name in names


def _by_plan(name: str) -> Callable[[Plan, Sequence[str]], Test]:
    def narrow(plan: Plan, words: Sequence[str]) -> Test:
        from plan_cli.query.plans import facts_of, which

        passes = which({name: words}).passes(facts_of(plan.document, ""))
        return lambda entry: passes

    return narrow


def _by_text(plan: Plan, words: Sequence[str]) -> Test:
    return lambda entry: any(find_folded(entry.text, word) for word in words)


_ROLE_HELP = (
    "责任方式：named 点名、all 统称、some 待确认、party 党组织承担；lead 牵头、support 配合"
    "（可重复，与 --dept 同用；默认 named 和 all）"
)
_STATUS_HELP = f"状态：{'、'.join(STATUSES)}、未报（可重复，要有台账）"
_LIGHT_HELP = (
    f"{'、'.join(f'{name} {code}' for code, name in LIGHT_NAMES.items())}（可重复，要有台账）"
)
_DECLARED = (
    Filter(
        DEPT,
        ("--dept", "-d"),
        "部门名称",
        "部门、单位或类别（可重复）",
        "部门",
        choices=party_choices,
    ),
    Filter(
        "action",
        ("--action",),
        "行动名称",
        "行动，如 科普中原（可重复）",
        "行动",
        _by_action,
        action_choices,
    ),
    Filter(
        "project",
        ("--project",),
        "工程名称",
        "工程，名称一部分即可（可重复）",
        "工程",
        _by_project,
        project_choices,
    ),
    Filter(
        "list",
        ("--list",),
        "清单名称",
        "清单，如 重点工作（可重复）",
        "清单",
        _by_list,
        list_choices,
    ),
    Filter(ROLE, ("--role",), "责任方式", _ROLE_HELP, "责任方式", choices=ROLE_CHOICES),
    Filter("search", ("--search", "-s"), "文字", "正文含有这些文字（可重复）", "文字", _by_text),
    Filter(STATUS, ("--status",), "状态", _STATUS_HELP, "状态", choices=STATUS_CHOICES),
    Filter(LIGHT, ("--light",), "灯", _LIGHT_HELP, "亮灯", choices=LIGHT_CHOICES),
    Filter(
        YEAR,
        ("--year",),
        "年份",
        "哪一年的文件（可重复）",
        "年份",
        _by_plan(YEAR),
        year_choices,
    ),
    Filter(
        ISSUER,
        ("--issuer",),
        "发文机关",
        "谁发的文件，名称一部分即可",
        "发文",
        _by_plan(ISSUER),
        issuer_choices,
    ),
    Filter(
        PLAN_NAME,
        ("--plan-name",),
        "文号或标题",
        "哪一份文件，文号、标题一部分即可",
        "文件",
        _by_plan(PLAN_NAME),
        plan_choices,
    ),
)
FILTERS = {filter.name: filter for filter in _DECLARED}
OF_PLANS = (YEAR, ISSUER, PLAN_NAME)
"""Those that say which plans are meant."""
