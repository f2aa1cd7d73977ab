"""A plan as rows. Roles are decided here, by the function that decides them everywhere."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from plan_cli.library.tables import spaced
from plan_cli.model.plan import Entry, Plan, Unit
from plan_cli.query.naming import all_names
from plan_cli.query.plans import Facts, facts_of
from plan_cli.query.reach import ROLES, parties, role_of
from plan_cli.query.search import searched
from plan_cli.records import title_source
from plan_cli.reports.wordings import collectives_text, display_title, named_text
from plan_cli.text import fold

Row = tuple[Any, ...]


class Rows(NamedTuple):
    """What a plan puts into each table; keys count from 0, references are to these."""

    facts: Facts
    content: str
    """The plan as JSON: the plain data of its file."""
    units: list[Row]
    names: list[Row]
    tasks: list[Row]
    measures: list[Row]
    responsibilities: list[Row]
    """One for all tasks that a party has in one role, their keys as JSON."""
    targets: list[Row]
    deadlines: list[Row]
    links: list[Row]
    words: list[Row]


def rows_of(plan: Plan, data: Any, file: str) -> Rows:
    """Return the rows of ``plan``, which was read from ``data`` in the file ``file``."""
    entries = plan.entries
    keys = {entry.id: key for key, entry in enumerate(entries)}
    measures, words = _measures(plan)
    return Rows(
        facts_of(plan.document, file),
        json.dumps(data, ensure_ascii=False, separators=(",", ":")),
        [_unit(party) for party in parties(plan)],
        list(_names(plan)),
        [_task(entry) for entry in entries],
        measures,
        list(_responsibilities(plan)),
        [
            (keys[entry.id], t.what, t.op, t.value, t.unit, t.modality, t.quote)
            for entry in entries
            for t in entry.task.editor.targets
        ],
        [
            (keys[entry.id], d.what, d.due.isoformat(), d.precision, d.modality, d.quote)
            for entry in entries
            for d in entry.task.editor.deadlines
        ],
        [
            (keys[entry.id], keys[link.to], link.strength)
            for entry in entries
            for link in entry.task.editor.links
        ],
        words,
    )


def _unit(party: Any) -> Row:
    is_kind = not isinstance(party, Unit)
    return (party.name, party.name if is_kind else party.kind, is_kind)


def _names(plan: Plan) -> Iterator[Row]:
    for (kind, name), spellings in all_names(plan):
        for place, spelling in enumerate(dict.fromkeys(map(fold, spellings))):
            yield kind, spelling, place > 0, name


def _task(entry: Entry) -> Row:
    responsible = entry.responsible
    return (
        entry.id,
        entry.list.name,
        entry.task.number,
        entry.title,
        title_source(entry),
        entry.task.title,
        display_title(entry),
        entry.section.heading if entry.section else None,
        entry.action,
        entry.task.project,
        named_text(responsible.named),
        collectives_text(responsible.collectives),
        entry.note,
    )


def _measures(plan: Plan) -> tuple[list[Row], list[Row]]:
    measures: list[Row] = []
    words: list[Row] = []
    for key, entry in enumerate(plan.entries):
        pairs = zip(entry.steps, entry.task.measures, searched(entry), strict=True)
        for step, measure, text in pairs:
            responsible = step.responsible
            named, collectives = responsible.named, responsible.collectives
            told = (named_text(named), collectives_text(collectives))
            measures.append((key, step.id, measure.heading, measure.text, *told))
            words.append((spaced(text),))
    return measures, words


def _responsibilities(plan: Plan) -> Iterator[Row]:
    for unit, party in enumerate(parties(plan)):
        roles = [role_of(party, entry) for entry in plan.entries]
        for rank, role in enumerate(ROLES):
            if tasks := [key for key, each in enumerate(roles) if each is role]:
                yield unit, rank, role.value, json.dumps(tasks)
