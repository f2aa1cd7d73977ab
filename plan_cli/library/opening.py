"""A library file, read: each of its plans is asked, as plan files are."""

import gc
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from plan_cli.databases import Database, Waiting, damaged
from plan_cli.errors import InputError, PlanError
from plan_cli.library.meant import ONE_OF, as_json
from plan_cli.library.straight import straight
from plan_cli.library.tables import LIBRARY
from plan_cli.model.plan import Plan
from plan_cli.query.plans import Answer, Ask, Facts, Steps, Which
from plan_cli.text import fold

T = TypeVar("T")
CACHE = 512
"""Kilobytes that SQLite keeps: a question seldom reads a page twice, and the system keeps it."""
SWEEP = 16
"""After how many plans memory is freed: plans refer to themselves, and the collector is off."""


class Shelved(NamedTuple):
    """One plan of a library, not loaded; or a file that gave none."""

    key: int
    facts: Facts | None
    fault: InputError | None


class Library(Database):
    """An open library, to read."""

    def answers(self, which: Which, ask: Ask[T], steps: Steps) -> Iterator[Answer[T]]:
        """Yield what each plan that ``which`` passes answers, in order; see `Plans`."""
        with self.steady():
            shelved = self.shelved(which)
            known = {each.key: each.facts for each in shelved if each.facts}
            told: dict[int, Any] = straight(self, known, ask)
            gc.freeze()
            for done, each in enumerate(shelved, 1):
                if each.facts is None:
                    assert each.fault
                    yield Answer(None, each.fault)
                elif each.key in told:
                    yield Answer(each.facts, told[each.key])
                    continue
                else:
                    yield self._asked(each.key, each.facts, ask)
                steps(done, len(shelved))
                if done % SWEEP == 0:
                    gc.collect()

    def shelved(self, which: Which) -> list[Shelved]:
        """Return the plans that ``which`` passes, and the files that gave none, in order."""
        years = [fold(word).removesuffix("年") for word in which.years]
        of_years = f"WHERE fault IS NOT NULL OR year {ONE_OF}" if years else ""
        rows = self.ask(
            "SELECT files.key, fault, hint, year, number, title, issuer, plans.file"
            f" FROM files LEFT JOIN plans ON plans.key = files.key {of_years} ORDER BY place",
            [as_json(int(year) for year in years if year.isdecimal())] if years else (),
        )
        found = (
            Shelved(key, None, InputError(fault, hint))
            if fault is not None
            else Shelved(key, Facts(*facts), None)
            for key, fault, hint, *facts in rows
        )
        return [each for each in found if each.facts is None or which.passes(each.facts)]

    def plan(self, key: int) -> Plan:
        """Return the plan with that key; raises InputError if it is not as it was put there."""
        from plan_cli.planfile.schema import read_plan

        [(content,)] = self.ask("SELECT content FROM plans WHERE key = ?", (key,))
        try:
            plan, findings = read_plan(json.loads(content))
        except ValueError:
            raise damaged(self.path, LIBRARY) from None
        if findings:
            raise damaged(self.path, LIBRARY)
        return plan

    def _asked(self, key: int, facts: Facts, ask: Ask[T]) -> Answer[T]:
        try:
            plan = self.plan(key)
            told = ask(plan, facts)
            plan.forget()
            return Answer(facts, told)
        except PlanError as error:
            return Answer(facts, error)


def open_library(path: str, waiting: Waiting = lambda: None) -> Library:
    """Open the library at ``path``; ``waiting`` is called if another program writes for long.

    Raises InputError for a file that is no library, or one of another version.
    """
    library = Library.open(Path(path), LIBRARY, waiting)
    library.run(f"PRAGMA cache_size=-{CACHE}")
    return library
