"""A command as a question to one plan among several."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from plan_cli.cli.filling import Asked
from plan_cli.cli.output import Shown
from plan_cli.cli.panels import load_command
from plan_cli.model.plan import Plan
from plan_cli.query.by_id import find_ids
from plan_cli.query.one_body import renamed
from plan_cli.query.plans import Facts
from plan_cli.query.qualified import own_ids
from plan_cli.reports.many.joined import Part, part_of


class Asking(NamedTuple):
    """A command with what was given: what is sent to the process that reads a plan."""

    command: str
    given: dict[str, Any]
    records: bool
    names: Mapping[str, str]
    """What units are called that are one body under several spellings."""

    def __call__(self, plan: Plan, facts: Facts) -> Part:
        """Return the part of the answer that ``plan`` gives.

        Raises UnknownName where it does not know a name, or has none of the ids.
        """
        plan = renamed(plan, self.names)
        given: dict[str, Any] = self.given
        found: tuple[str, ...] = ()
        if words := given.get("ids"):
            own = own_ids(plan, facts, words)
            if not own:
                find_ids(plan, words)
            given, found = {**given, "ids": list(own.values())}, tuple(own)
        answer = load_command(self.command).answer(
            Asked(given, lambda name: plan, facts.file, alone=False)
        )
        assert isinstance(answer, Shown)
        return part_of(facts, answer.report, self.records, found)
