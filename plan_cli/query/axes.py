"""The ways to put tasks into groups: by action, project, section or list."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from plan_cli.errors import UsageError
from plan_cli.model.plan import Entry, Plan
from plan_cli.query.choices import Choice
from plan_cli.text import listed, nearest

OUTSIDE = "未列入"
"""Where tasks stand that belong to none of the groups."""


class Axis(NamedTuple):
    """One way to put tasks into groups."""

    label: str
    names: Callable[[Plan], Sequence[str]]
    """All groups, in the order of the document."""
    of: Callable[[Entry], str | None]
    """The group that a task belongs to."""

    def groups(self, plan: Plan, entries: Iterable[Entry]) -> dict[str, list[Entry]]:
        """Return ``entries`` by group, empty groups included; `OUTSIDE` comes last, if at all."""
        groups: dict[str, list[Entry]] = {name: [] for name in self.names(plan)}
        for entry in entries:
            groups.setdefault(self.of(entry) or OUTSIDE, []).append(entry)
        return groups


AXES = {
    "action": Axis("行动", lambda plan: [a.name for a in plan.actions], lambda entry: entry.action),
    "project": Axis(
        "工程", lambda plan: [p.name for p in plan.projects], lambda entry: entry.task.project
    ),
    "section": Axis(
        "部分",
        lambda plan: list(dict.fromkeys(e.section.heading for e in plan.entries if e.section)),
        lambda entry: entry.section.heading if entry.section else None,
    ),
    "list": Axis("清单", lambda plan: [t.name for t in plan.lists], lambda entry: entry.list.name),
}
"""What ``--by`` offers; to add one, add an entry."""
AXIS_CHOICES = tuple(Choice((name, axis.label), axis.label) for name, axis in AXES.items())


def find_axis(word: str) -> Axis:
    """Return the axis called ``word``, in English or Chinese; raises UsageError."""
    by_name = AXES | {axis.label: axis for axis in AXES.values()}
    if word in by_name:
        return by_name[word]
    close = nearest(word, AXES)
    advice = f"最接近的：{close[0]}\n" if close else ""
    choices = listed([f"{name}（{axis.label}）" for name, axis in AXES.items()])
    raise UsageError(f"不能按“{word}”分组", f"{advice}可用的：{choices}")
