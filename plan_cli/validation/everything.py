"""All that can be said about one plan file, in the order of its lines."""

from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from plan_cli.errors import InputError
from plan_cli.model.plan import Plan
from plan_cli.model.walk import Path
from plan_cli.planfile.findings import MAX_FINDINGS, Finding, last_key, path_text
from plan_cli.planfile.places import Broken, Location
from plan_cli.planfile.schema import read_plan
from plan_cli.planfile.slips import meant_key
from plan_cli.planfile.source import Source
from plan_cli.text import clip, nearest
from plan_cli.validation import characters
from plan_cli.validation.codes import CODES, Severity
from plan_cli.validation.content import WORDING
from plan_cli.validation.declarations import DECLARATIONS
from plan_cli.validation.fatal import fatal_findings
from plan_cli.validation.typed import typed_values

UNREADABLE = "E001"
"""The code of a file that cannot be read at all."""
_LONGEST_MESSAGE = 400

_DEPENDENT = {
    "kinds": {"E203", "E305"},
    "actions": {"E204", "E306", "E312"},
    "projects": {"E204", "E306", "E312"},
    "units": {"E205", "E302", "E305"},
    "collectives": {"E205", "E303", "E305"},
    "lists": {"E209", "E302", "E303", "E306", "E311"},
}
"""Rules that would blame others for what is wrong with the shape of a table."""

_HARMLESS = (
    *("title", "label", "heading", "text", "measures", "preamble", "closing", "editor", "targets"),
    *("deadlines", "what", "op", "value", "unit", "modality", "quote", "due", "precision"),
)
"""Keys on which no rule about another place depends."""

_NAMING = (
    *("name", "kind", "phrase", "number", "id", "prefix", "tasks", "sections", "note", "notes"),
    *("responsible", "named", "collectives", "action", "project", "all", "some", "party"),
)
"""Keys on which some do."""


_LEANING = {
    **{"E205": "note", "E207": "note", "E206": "named"},
    **{"E210": "measures", "E313": "responsible"},
}
"""Rules that would blame one key of a task for what is wrong with the shape of another."""


class Problem(NamedTuple):
    """A finding as people are told of it."""

    file: str
    spot: Location | None
    """``None`` where the file could not be read."""
    code: str
    severity: Severity
    path: str
    message: str
    advice: str
    detail: tuple[str, ...] = ()
    """Further lines, shown under the place."""

    @property
    def full_message(self) -> str:
        """The message and its detail on one line."""
        return "；".join((self.message, *self.detail))


class Examined(NamedTuple):
    """What there is to say about one file."""

    problems: list[Problem]
    plan: Plan | None
    """The plan, if its shape is sound enough to look at its text."""


def examine(source: Source) -> Examined:
    """Return the problems of ``source`` at once, and its plan if it has one.

    Of each kind of rule no more than `MAX_FINDINGS` are told.
    """
    try:
        data = source.data()
    except Broken as broken:
        findings = [
            *islice(characters.forbidden_characters(source), MAX_FINDINGS),
            *_text_findings(source),
        ]
        problems = [_placed(source, finding) for finding in findings]
        if broken.code != "E004":
            problems.append(_broken(source, broken))
        return Examined(_sorted(problems), None)
    plan, shape = read_plan(data)
    shape = [*source.duplicates, *shape]
    findings = [
        *shape,
        *islice(_rule_findings(plan, shape, data), MAX_FINDINGS),
        *islice(_data_findings(source, data, plan), MAX_FINDINGS),
        *_text_findings(source),
    ]
    problems = _sorted([_placed(source, finding) for finding in findings])
    return Examined(problems, None if shape else plan)


def _sorted(problems: list[Problem]) -> list[Problem]:
    """Return ``problems`` in the order of their places."""
    return sorted(problems, key=lambda problem: problem.spot[1:3] if problem.spot else (0, 0))


def _rule_findings(plan: Plan, shape: list[Finding], data: Any) -> Iterator[Finding]:
    """Yield what the rules find, but for the consequences of a wrong shape."""
    if len(shape) >= MAX_FINDINGS:
        return
    broken = {_to_blame(finding) for finding in shape}
    touched = {path[:length] for path in broken for length in range(len(path) + 1)}
    tables = {finding.path[0] for finding in shape if finding.path and not _harmless(finding)}
    if not isinstance(data, dict):
        tables |= set(_DEPENDENT)
    elif any(finding.code == "E101" and len(finding.path) == 1 for finding in shape):
        tables |= set(_DEPENDENT) - set(data)
    excused = set().union(*(_DEPENDENT.get(str(table), set()) for table in tables))
    found = [*fatal_findings(plan), *(f for rule in (*DECLARATIONS, *WORDING) for f in rule(plan))]
    for finding in found:
        path = finding.path
        above = [path[:length] for length in range(len(path) + 1)]
        key = _LEANING.get(finding.code)
        leaning = key and any((*holder, key) in touched for holder in above)
        if finding.code not in excused and not leaning and broken.isdisjoint(above):
            yield finding


def _to_blame(finding: Finding) -> Path:
    """Return where a wrong shape is, as the rules call it."""
    if finding.code == "E106":
        return finding.path[:-1]
    if finding.code == "E101":
        return (*finding.path[:-1], meant_key(last_key(finding.path))[0])
    return finding.path


def _harmless(finding: Finding) -> bool:
    """Say whether a wrong shape has no consequences for what other places hold."""
    key = last_key(finding.path)
    if finding.code == "E101" and len(finding.path) > 1:
        key = next(iter(nearest(key, [*_HARMLESS, *_NAMING])), key)
    return key in _HARMLESS


def _text_findings(source: Source) -> Iterator[Finding]:
    yield from characters.byte_order_mark(source)
    yield from islice(characters.invisible_characters(source), MAX_FINDINGS)
    yield from islice(characters.line_tails(source), MAX_FINDINGS)


def _data_findings(source: Source, data: Any, plan: Plan) -> Iterator[Finding]:
    yield from characters.escaped_characters(source, data)
    yield from characters.tidy_values(data)
    yield from typed_values(source, data, [unit.name for unit in plan.units])


def unreadable(name: str, error: InputError) -> Problem:
    """Return the problem that the file ``name`` cannot be read."""
    severity, advice = CODES[UNREADABLE]
    return Problem(name, None, UNREADABLE, severity, "", error.message, error.hint or advice)


def problem_at(
    source: Source, code: str, path: Path, part: str, message: str, detail: tuple[str, ...]
) -> Problem:
    """Return a problem that was found outside the rules."""
    placed = _placed(source, Finding(code, path, message, part))
    return placed._replace(detail=detail)


def _placed(source: Source, finding: Finding) -> Problem:
    severity, advice = CODES[finding.code]
    message = clip(finding.message, _LONGEST_MESSAGE)
    spot = source.find(finding)
    path = path_text(finding.path)
    return Problem(source.name, spot, finding.code, severity, path, message, advice)


def _broken(source: Source, broken: Broken) -> Problem:
    severity = CODES[broken.code].severity
    place = broken.location
    return Problem(source.name, place, broken.code, severity, "", broken.problem, broken.hint)
