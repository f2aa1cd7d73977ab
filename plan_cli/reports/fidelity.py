"""How true an encoding is to its original: every difference at its place, and how many."""

from collections.abc import Iterator
from typing import NamedTuple

from plan_cli.model.plan import Plan
from plan_cli.planfile.source import Source
from plan_cli.query.against import Difference, differences
from plan_cli.text import clip
from plan_cli.validation.everything import Problem, problem_at

SHOWN = 500
"""How many differences are told."""
TOLD = 10
"""How many texts are told that were not read."""
UNCOUNTED = "不计空白和 #、*、\\"


class Original(NamedTuple):
    """A document that an encoding is held against."""

    source: Source
    """Its text, as it was read."""
    unread: tuple[str, ...] = ()
    """What else stands in the file: it was not read, and so is not compared."""


class Fidelity(NamedTuple):
    """What there is to say where an encoding was held against its original."""

    problems: tuple[Problem, ...]
    notes: tuple[str, ...]


def fidelity(source: Source, plan: Plan | None, original: Original) -> Fidelity:
    """Return in what ``plan``, read from ``source``, is not ``original``.

    A file whose shape is not sound has no plan, and cannot be compared yet.
    """
    if plan is None:
        return Fidelity((), ("请先改正上面的错误，再与原文对照。",))
    found = differences(plan, original.source.text)
    problems = tuple(_problem(source, original.source, each) for each in found[:SHOWN])
    notes = (_note(original.source.name, len(found)), *_unread(original))
    return Fidelity(problems, notes)


def _problem(source: Source, original: Source, difference: Difference) -> Problem:
    ours, theirs = difference.encoded.words, difference.original.words
    line, column = original.position(difference.offset)
    what = "与原文不同" if ours and theirs else "比原文多" if ours else "缺少原文"
    message = f"{what}（{original.name}:{line + 1}:{column + 1}）"
    detail = tuple(_sides(difference))
    return problem_at(source, "E501", difference.path, difference.part, message, detail)


def _sides(difference: Difference) -> Iterator[str]:
    for label, side in (("原文", difference.original), ("编码", difference.encoded)):
        yield f"{label}：{clip(side.before)}【{clip(side.words)}】{clip(side.after)}"


def _note(name: str, count: int) -> str:
    if not count:
        return f"与 {name} 逐字一致（{UNCOUNTED}）。"
    rest = f"，这里列出前 {SHOWN} 处" if count > SHOWN else ""
    return f"与 {name} 有 {count} 处不同{rest}。"


def _unread(original: Original) -> Iterator[str]:
    """Yield what the file holds besides, which nobody has compared."""
    if original.unread:
        shown = "".join(f"“{clip(words)}”" for words in original.unread[:TOLD])
        count = len(original.unread)
        rest = f"等 {count} 处" if count > TOLD else ""
        yield f"{original.source.name} 里还有没有读入、没有对照的文字：{shown}{rest}。"
