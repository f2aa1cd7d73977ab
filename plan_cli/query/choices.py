"""What a person can choose from in a plan, and which of it a word is the beginning of."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from plan_cli.model.plan import Kind, Plan
from plan_cli.model.statuses import LIGHT_NAMES, STATUSES
from plan_cli.query.naming import (
    KINDS,
    Named,
    Spelt,
    all_names,
    spelt_actions,
    spelt_lists,
    spelt_parties,
    spelt_projects,
)
from plan_cli.query.reach import ROLES
from plan_cli.report import ROLE_NAMES, WAY_NAMES
from plan_cli.text import excerpt, fold


class Choice(NamedTuple):
    """Something to choose."""

    names: tuple[str, ...]
    """How it is written, then its other spellings."""
    meaning: str = ""
    after: str = ""
    """What has to be typed before it is offered: ``12.`` for the measures of task 12."""


Choices = Sequence[Choice] | Callable[[Plan], Iterable[Choice]]
"""What there is to choose from; a function where it depends on the plan."""

ROLE_CHOICES = (
    *(Choice((role.value, ROLE_NAMES[role]), ROLE_NAMES[role]) for role in ROLES),
    *(Choice((way, name), name) for way, name in WAY_NAMES.items()),
)

STATUS_CHOICES = (*(Choice((status,)) for status in STATUSES), Choice(("未报",)))
LIGHT_CHOICES = tuple(Choice((name, code), code) for code, name in LIGHT_NAMES.items())


def party_choices(plan: Plan) -> list[Choice]:
    """Return all units, each with its kind, and all kinds."""
    return [
        Choice(names, "类别" if isinstance(party, Kind) else party.kind)
        for party, names in spelt_parties(plan)
    ]


def action_choices(plan: Plan) -> list[Choice]:
    """Return all actions."""
    return _named(spelt_actions(plan))


def project_choices(plan: Plan) -> list[Choice]:
    """Return all projects."""
    return _named(spelt_projects(plan))


def list_choices(plan: Plan) -> list[Choice]:
    """Return all task lists."""
    return _named(spelt_lists(plan))


def year_choices(plan: Plan) -> list[Choice]:
    """Return the year of the plan."""
    return [Choice((str(plan.document.year),))]


def issuer_choices(plan: Plan) -> list[Choice]:
    """Return who issued the plan."""
    issuer = plan.document.issuer or plan.document.letterhead
    return [Choice((issuer,))] if issuer else []


def plan_choices(plan: Plan) -> list[Choice]:
    """Return the plan by its name."""
    return [Choice((plan.name,), plan.document.heading)]


def name_choices(plan: Plan) -> list[Choice]:
    """Return everything that has a name, with what it is."""
    return [Choice(names, KINDS[meaning.kind]) for meaning, names in all_names(plan)]


def id_choices(plan: Plan) -> Iterator[Choice]:
    """Yield the ids of all tasks with their titles, and those of measures behind their dots."""
    for entry in plan.entries:
        yield Choice((entry.id,), entry.title or excerpt(entry.text))
        for step in entry.steps:
            yield Choice((step.id,), excerpt(step.text), f"{entry.id}.")


def begun(choices: Iterable[Choice], typed: str) -> Iterator[tuple[Choice, str]]:
    """Yield the choices that ``typed`` begins, each with the spelling that begins so.

    Width, case and spaces do not count.
    """
    wanted = fold(typed)
    for choice in choices:
        if wanted.startswith(fold(choice.after)):
            names = [name for name in choice.names if fold(name).startswith(wanted)]
            yield from ((choice, name) for name in names[:1])


def held(choices: Iterable[Choice], typed: str) -> Iterator[tuple[Choice, str]]:
    """Yield the choices whose names hold ``typed``, as `begun` does."""
    wanted = fold(typed)
    for choice in choices:
        if not choice.after and wanted in fold(choice.names[0]):
            yield choice, choice.names[0]


def _named(things: Iterable[Spelt[Named]]) -> list[Choice]:
    return [Choice(names) for _, names in things]
