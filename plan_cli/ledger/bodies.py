"""The bodies of kinds, as a file lists them: 18 省辖市科协 under the name of their kind."""

from collections.abc import Iterator
from typing import Any

from plan_cli.errors import InputError
from plan_cli.ledger.items import Members
from plan_cli.model.plan import Plan
from plan_cli.model.walk import Path
from plan_cli.planfile.findings import Finding, quoted
from plan_cli.planfile.source import Source, open_text
from plan_cli.query.naming import match
from plan_cli.text import fold, is_control, listed, nearest

SHOWN = 5
"""How many faults of a file are told."""
ADVICE = "名单写成类别下面一行一个名称，如：\n省辖市科协:\n  - 郑州市科协\n  - 开封市科协"


def read_bodies(name: str, plan: Plan) -> Members:
    """Return the bodies that the YAML file ``name`` lists, by the names of their kinds.

    Raises InputError where it cannot be read, or lists what does not fit ``plan``.
    """
    source = open_text(name)
    reading = _Reading(plan, source.data())
    faults = [*source.duplicates, *reading.faults()]
    if faults:
        more = len(faults) - SHOWN
        told = [_told(source, fault) for fault in faults[:SHOWN]]
        told += [f"……另有 {more} 处"] if more > 0 else []
        raise InputError("\n".join([f"{source.name}：不是可用的名单", *told]), ADVICE)
    return reading.bodies


def _told(source: Source, fault: Finding) -> str:
    spot = source.find(fault)
    return f"{spot}：{fault.message}\n    {spot.excerpt}\n    {spot.caret}"


class _Reading:
    """A list while it is read."""

    def __init__(self, plan: Plan, data: Any) -> None:
        self.plan, self.data = plan, data
        self.bodies: dict[str, list[str]] = {}
        self._seen: dict[str, str] = {}
        """The names listed so far, folded, with their kinds."""

    def faults(self) -> Iterator[Finding]:
        """Fill in the bodies and yield what is wrong."""
        if not isinstance(self.data, dict):
            yield Finding("", (), "这里应是“类别: 名单”")
            return
        for word, names in self.data.items():
            found = match(word, [(kind, (kind.name, *kind.aliases)) for kind in self.plan.kinds])
            if len(found) != 1:
                yield Finding("", (word,), self._no_kind(word), at_key=True)
            elif found[0].name in self.bodies:
                message = f"类别“{found[0].name}”写了两次"
                yield Finding("", (word,), message, at_key=True)
            elif not isinstance(names, list) or not names:
                yield Finding("", (word,), "这里应列出成员单位，每行一个，以“- ”开头", at_key=True)
            else:
                yield from self._listed(word, found[0].name, names)

    def _listed(self, word: str, kind: str, names: list[Any]) -> Iterator[Finding]:
        bodies = self.bodies.setdefault(kind, [])
        for place, name in enumerate(names):
            path: Path = (word, place)
            if not isinstance(name, str) or not name.strip():
                yield Finding("", path, "这里应是一个单位的名称")
            elif any(map(is_control, name)):
                yield Finding("", path, "名称里有看不见的字符，请删去")
            elif message := self._taken(name, kind):
                yield Finding("", path, message)
            else:
                bodies.append(name.strip())

    def _taken(self, name: str, kind: str) -> str:
        """Return whose name it is already; nothing if nobody's."""
        folded = fold(name)
        for unit in self.plan.units:
            if folded in map(fold, (unit.name, *unit.aliases)):
                return f"“{unit.name}”是文件列名的单位，已经有自己的表，请从名单里删去"
        for each in self.plan.kinds:
            if folded in map(fold, (each.name, *each.aliases)):
                return f"“{each.name}”是类别的名称，请写成员单位的名称"
        if folded in self._seen:
            return f"{quoted(name)}在“{self._seen[folded]}”里已经列过，请删去一处"
        self._seen[folded] = kind
        return ""

    def _no_kind(self, word: str) -> str:
        kinds = [kind.name for kind in self.plan.kinds]
        close = nearest(word, kinds, limit=1)
        advice = f"是不是“{close[0]}”？" if close else ""
        return f"没有叫{quoted(word)}的类别。{advice}可用的类别：{listed(kinds)}"
