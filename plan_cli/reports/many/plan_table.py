"""What a collection of plans holds: one row for each."""

from collections import Counter
from typing import NamedTuple

from plan_cli.model.plan import Plan
from plan_cli.query.counting import tally
from plan_cli.query.plans import Facts, facts_of
from plan_cli.report import Column, Group, Record, Report, filled
from plan_cli.text import listed
from plan_cli.validation.codes import CODES, Severity
from plan_cli.validation.content import WORDING
from plan_cli.validation.declarations import DECLARATIONS


class _Line(NamedTuple):
    facts: Facts
    plan: Plan
    problems: Counter[Severity]

    def count(self, what: str) -> int:
        """Return how many targets or deadlines its tasks have."""
        return sum(len(getattr(entry.task.editor, what)) for entry in self.plan.entries)

    @property
    def measures(self) -> int:
        """How many measures its tasks have."""
        return sum(len(entry.task.measures) for entry in self.plan.entries)


COLUMNS: tuple[Column[_Line], ...] = (
    Column("文件", 12, lambda line: line.facts.file),
    Column("年份", 4, lambda line: str(line.facts.year)),
    Column("文号", 10, lambda line: line.facts.number, on="sheet"),
    Column("标题", 24, lambda line: line.facts.title),
    Column("发文", 12, lambda line: line.facts.issuer, on="sheet"),
    Column("任务", 4, lambda line: len(line.plan.entries)),
    Column("举措", 4, lambda line: line.measures),
    Column("单位", 4, lambda line: len(line.plan.units), on="sheet"),
    Column("指标", 4, lambda line: line.count("targets")),
    Column("时限", 4, lambda line: line.count("deadlines")),
    Column("问题", 8, lambda line: _told(line.problems)),
)


def plan_table(plan: Plan, file: str) -> Report:
    """Return the row of one plan: what tells it from others, its counts and its problems."""
    rules = (*DECLARATIONS, *WORDING)
    problems = Counter(CODES[found.code].severity for rule in rules for found in rule(plan))
    line = _Line(facts_of(plan.document, file), plan, problems)
    return Report(
        title="文件",
        columns=COLUMNS,
        groups=(Group(filled(COLUMNS, [line])),),
        closing=(tally("共 {} 份文件，{} 项任务。", 1, len(plan.entries)),),
        records=lambda: [_record(line)],
    )


def _told(problems: Counter[Severity]) -> str:
    return listed([f"{problems[each]} 处{each}" for each in Severity if problems[each]])


def _record(line: _Line) -> Record:
    return {
        "plan": line.facts.name,
        "file": line.facts.file,
        **{key: getattr(line.facts, key) for key in ("year", "number", "title", "issuer")},
        "tasks": len(line.plan.entries),
        "measures": line.measures,
        "units": len(line.plan.units),
        "targets": line.count("targets"),
        "deadlines": line.count("deadlines"),
        "problems": {each.name.lower(): line.problems[each] for each in Severity},
    }
