"""Loading a plan: reading the file, its shape, and the rules without which answers lie."""

import os
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plan_cli.errors import InputError
from plan_cli.model.plan import Plan
from plan_cli.text import visible

if TYPE_CHECKING:
    from plan_cli.planfile.findings import Finding
    from plan_cli.planfile.source import Source

Load = Callable[[str | None], Plan]
"""What gives the plan in a file, or the default one."""

SHOWN = 5
"""How many problems an error tells; ``plan check`` tells them all."""
MAGIC = frozenset("*?")
"""What makes a pattern of a name; Windows leaves patterns to the program."""


def are_several(names: Sequence[str]) -> bool:
    """Say whether what ``--plan`` names, or else ``PLAN_FILE``, may be more than one plan."""
    names = names or [os.environ.get("PLAN_FILE") or ""]
    return len(names) > 1 or any(map(_is_collection, names))


def _is_collection(name: str) -> bool:
    if not name:
        return False
    path = Path(name)
    if path.is_file():
        from plan_cli.library.knowing import is_library

        return is_library(name)
    return path.is_dir() or (not MAGIC.isdisjoint(name) and not path.exists())


def with_names(load: Load, file: str | None) -> Load:
    """Return what loads plans with units called as the names file ``file`` declares, if any.

    Raises InputError for what is no names file.
    """
    if not file:
        return load
    from plan_cli.planfile.names import read_names
    from plan_cli.planfile.source import open_text
    from plan_cli.query.one_body import renamed

    names = read_names(open_text(file))
    return cache(lambda name: renamed(load(name), names))


def load_plan(name: str | None) -> Plan:
    """Return the plan in the file ``name`` (``None``: the default one).

    PyYAML is imported here and not before: help and usage errors do without it. Raises
    InputError that tells where the file is unreadable or not a valid plan.
    """
    from plan_cli.planfile.schema import read_plan
    from plan_cli.planfile.source import open_plan

    source = open_plan(name)
    return _sound(source, *read_plan(source.data()))  # what is read is let go at once


def plan_in(source: "Source") -> tuple[Plan, Any]:
    """Return the plan that a file holds, and the plain data that it is read from.

    Raises InputError as `load_plan` does.
    """
    from plan_cli.planfile.schema import read_plan

    data = source.data()
    return _sound(source, *read_plan(data)), data


def _sound(source: "Source", plan: Plan, findings: "list[Finding]") -> Plan:
    """Return ``plan``, which ``source`` holds; raises InputError for what is wrong with it."""
    from plan_cli.validation.fatal import fatal_findings

    findings = [*source.duplicates, *findings] or fatal_findings(plan)
    if findings:
        hint = "请按上面的提示改正后再试；用 plan check 可以列出全部问题和改法。"
        raise InputError(_told(source, findings), hint)
    return plan


def _told(source: "Source", findings: "list[Finding]") -> str:
    from plan_cli.planfile.findings import MAX_FINDINGS

    more = "以上" if len(findings) >= MAX_FINDINGS else ""
    lines = [f"{source.name}：不是有效的计划文件，有 {len(findings)} 处{more}错误："]
    for finding in findings[:SHOWN]:
        spot = source.find(finding)
        message = visible(finding.message, keep="")
        lines += [f"{spot}：{message}", f"    {spot.excerpt}", f"    {spot.caret}"]
    if len(findings) > SHOWN:
        lines.append(f"……另有 {len(findings) - SHOWN} 处")
    return "\n".join(lines)


def ledger_name(name: str | None) -> str | None:
    """Return the name of the ledger asked for: ``name``, else ``PLAN_LEDGER``, else none."""
    return name or os.environ.get("PLAN_LEDGER") or None
