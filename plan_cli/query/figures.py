"""Numbers to reach and dates to keep, each with the measure that states it; and their wordings."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar

from plan_cli.model.plan import Deadline, Entry, Target
from plan_cli.query.reach import Duty
from plan_cli.text import fold, width

F = TypeVar("F", Target, Deadline)

_OPS = {">=": "≥ ", "~": "约 ", "=": ""}


class Stated(NamedTuple, Generic[F]):
    """A target or deadline, and where it stands."""

    entry: Entry
    duty: Duty
    """The measure whose text it is quoted from; the task itself where it has no measures."""
    figure: F


class Due(NamedTuple):
    """A deadline with its place, and the days from today to its last day (past: negative)."""

    stated: Stated[Deadline]
    days: int


Concerns = Callable[[Duty], bool]


def _everything(duty: Duty) -> bool:
    return True


def targets_of(
    entries: Iterable[Entry], concerns: Concerns = _everything
) -> Iterator[Stated[Target]]:
    """Yield the targets of ``entries`` whose measures pass ``concerns``, in their order."""
    return _stated(entries, lambda entry: entry.task.editor.targets, concerns)


def deadlines_of(
    entries: Iterable[Entry], concerns: Concerns = _everything
) -> Iterator[Stated[Deadline]]:
    """Yield the deadlines of ``entries`` whose measures pass ``concerns``, in their order."""
    return _stated(entries, lambda entry: entry.task.editor.deadlines, concerns)


def numbered(
    entries: Iterable[Entry], concerns: Concerns = _everything
) -> Iterator[tuple[str, Stated[Target]]]:
    """Yield the same targets, each under the id by which it is followed up: that of its measure,
    with a number behind it where the measure has several (``12.5-1``).
    """
    for entry in entries:
        every = list(targets_of([entry]))
        several = Counter(stated.duty.id for stated in every)
        seen: Counter[str] = Counter()
        for stated in every:
            id = stated.duty.id
            seen[id] += 1
            if concerns(stated.duty):
                yield f"{id}-{seen[id]}" if several[id] > 1 else id, stated


def _stated(
    entries: Iterable[Entry], figures_of: Callable[[Entry], Sequence[F]], concerns: Concerns
) -> Iterator[Stated[F]]:
    for entry in entries:
        figures = figures_of(entry)
        steps = entry.steps if figures else ()
        for figure in figures:
            duty = steps[_place(entry, figure.quote)] if steps else entry
            if concerns(duty):
                yield Stated(entry, duty, figure)


def _place(entry: Entry, quote: str) -> int:
    """Return the index of the measure that ``quote`` stands, or else begins, in.

    A quote that begins in the task's title belongs to the first measure.
    """
    texts = [(measure.heading or "") + measure.text for measure in entry.task.measures]
    for index, text in enumerate(texts):
        if quote in text:
            return index
    wanted, texts = fold(quote), list(map(fold, texts))
    for index, text in enumerate(texts):
        if wanted in text:
            return index
    title = fold(entry.task.title or "")
    begin = (title + "".join(texts)).find(wanted) - len(title)
    ends = accumulate(map(len, texts))
    return next(index for index, end in enumerate(ends) if begin < end)


def targets_by_unit(targets: Iterable[Stated[Target]]) -> dict[str, int]:
    """Return how many targets each named unit answers for, most first.

    A target of a measure whose notes name several units counts once for each of them.
    """
    counts = Counter(name for stated in targets for name in stated.duty.responsible.named)
    return dict(counts.most_common())


def dues(deadlines: Iterable[Stated[Deadline]], today: date) -> list[Due]:
    """Return deadlines by date, and in document order within one date."""
    found = [Due(stated, (stated.figure.due - today).days) for stated in deadlines]
    return sorted(found, key=lambda due: due.stated.figure.due)


def amount(target: Target) -> str:
    """Return what is to be reached, in short: ``≥ 50 期``, ``约 5 项``, ``10 个``."""
    return f"{_OPS[target.op]}{target.value} {target.unit}"


def in_one_line(targets: Sequence[Target], columns: int) -> str:
    """Return the first of ``targets``, as many as fit into ``columns``, and how many there are."""
    texts = [f"{target.what} {amount(target)}" for target in targets]
    for shown in range(len(texts), 1, -1):
        line = "；".join(texts[:shown]) + _of_all(shown, len(texts))
        if width(line) <= columns:
            return line
    return texts[0] + _of_all(1, len(texts)) if texts else ""


def _of_all(shown: int, count: int) -> str:
    return f" 等 {count} 个指标" if shown < count else ""


def target_text(target: Target) -> str:
    """Return a target in one line, with the document's word for how firmly it is meant."""
    return f"{target.what}：{amount(target)}{_firmness(target.modality)}"


def day_text(day: date) -> str:
    """Return a date as documents write it: ``2022年5月10日``."""
    return f"{day.year}年{day.month}月{day.day}日"


def due_text(deadline: Deadline) -> str:
    """Return when, as exactly as the document states it: ``2022年6月1日``, ``2025年内``."""
    day = deadline.due
    match deadline.precision:
        case "day":
            return day_text(day)
        case "month":
            return f"{day.year}年{day.month}月"
        case "year":
            return f"{day.year}年内"


def goal_text(deadline: Deadline) -> str:
    """Return what is to be done by then, and how firmly it is meant: ``开馆（力争）``."""
    return f"{deadline.what}{_firmness(deadline.modality)}"


def deadline_text(deadline: Deadline) -> str:
    """Return a deadline in one line: ``2022年6月：开馆（力争）``."""
    return f"{due_text(deadline)}：{goal_text(deadline)}"


def days_text(days: int) -> str:
    """Return the days left or past in words."""
    if days < 0:
        return f"已逾期 {-days} 天"
    return f"还有 {days} 天" if days else "就在今天"


def _firmness(modality: str | None) -> str:
    return f"（{modality}）" if modality else ""
