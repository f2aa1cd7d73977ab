"""The report of a check: every problem with its place, its line and its advice."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from plan_cli.planfile.findings import MAX_FINDINGS
from plan_cli.report import Column, Group, Record, Report, filled
from plan_cli.text import listed
from plan_cli.validation.codes import Severity
from plan_cli.validation.everything import UNREADABLE, Problem


def _lines(problem: Problem) -> str:
    """Return the problem as a compiler tells it: place, line, caret, what to do."""
    spot = problem.spot
    place = str(spot) if spot else problem.file
    lines = [f"{place} {problem.severity} {problem.code} {problem.message}"]
    if spot and spot.excerpt:
        lines += [f"    {spot.excerpt}", f"    {spot.caret}"]
    lines += [f"    {line}" for line in problem.detail]
    lines.append(f"    {problem.advice}")
    return "\n".join(lines)


COLUMNS: tuple[Column[Problem], ...] = (
    Column("", 0, on="page"),
    Column("", 40, _lines, on="page"),
    Column("文件", 12, lambda problem: problem.file, on="sheet"),
    Column("行", 3, lambda problem: problem.spot and problem.spot.line, on="sheet"),
    Column("列", 3, lambda problem: problem.spot and problem.spot.column, on="sheet"),
    Column("级别", 3, lambda problem: problem.severity.value, on="sheet"),
    Column("代码", 4, lambda problem: problem.code, on="sheet"),
    Column("位置", 20, lambda problem: problem.path, on="sheet"),
    Column("问题", 30, lambda problem: problem.full_message, on="sheet"),
    Column("改法", 30, lambda problem: problem.advice, on="sheet"),
)


class Checked(NamedTuple):
    """A file and what a check of it found."""

    name: str
    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()
    """Closing lines of its own."""


def verdict(files: Sequence[Checked], strict: bool) -> Report:
    """Return what a check of ``files`` found, file by file.

    The exit code is 3 if a file cannot be read, 1 if there are errors (with ``strict`` also
    for warnings), else 0.
    """
    problems = [problem for file in files for problem in file.problems]
    notes = [note for file in files for note in file.notes]
    counts = Counter(problem.severity for problem in problems)
    wrong = counts[Severity.ERROR] + (counts[Severity.WARNING] if strict else 0)
    unreadable = any(problem.code == UNREADABLE for problem in problems)
    return Report(
        title="",
        columns=COLUMNS,
        groups=tuple(Group(filled(COLUMNS, [problem])) for problem in problems),
        closing=(*notes, _total([file.name for file in files], counts)),
        layout="page",
        records=lambda: [_record(problem) for problem in problems],
        exit_code=3 if unreadable else 1 if wrong else 0,
    )


def _total(files: Sequence[str], counts: Counter[Severity]) -> str:
    what = files[0] if len(files) == 1 else f"{len(files)} 个文件"
    if not counts:
        return f"{what}：没有发现问题。"
    found = listed([f"{counts[severity]} 处{severity}" for severity in Severity])
    capped = (
        f"太多了，每类只列出 {MAX_FINDINGS} 处。" if max(counts.values()) >= MAX_FINDINGS else ""
    )
    return f"{what}：{found}。{capped}"


def _record(problem: Problem) -> Record:
    spot = problem.spot
    return {
        "file": problem.file,
        "line": spot.line if spot else None,
        "column": spot.column if spot else None,
        "code": problem.code,
        "severity": problem.severity.value,
        "path": problem.path,
        "message": problem.full_message,
        "advice": problem.advice,
    }
