"""What is to be said of a merge, in words: cell by cell, and who has not answered."""

from collections.abc import Iterator, Sequence
from typing import Any

from plan_cli.ledger.event import TELLING, Event
from plan_cli.ledger.items import Answerer
from plan_cli.ledger.periods import parse_period
from plan_cli.ledger.sheets.headings import FIELDS, TABLE
from plan_cli.ledger.sheets.merge import Conflict, Merged
from plan_cli.ledger.sheets.typed_cells import parse_words
from plan_cli.ledger.state import State
from plan_cli.model.plan import Kind
from plan_cli.text import clip, listed, visible

SHOWN = 200
"""How many cells of one sort are told."""
_TITLES = {field: name for name, field in FIELDS.items()}


def told_cells(merged: Merged) -> Iterator[str]:
    """Yield what a person has to know, then what is not taken, then the conflicts."""
    notes = [odd.told(file) for file, odd in merged.odd if not odd.is_lost]
    lost = [odd.told(file) for file, odd in merged.odd if odd.is_lost]
    yield from _bounded([f"提示：{line}" for line in notes])
    yield from _bounded([f"未收：{line}" for line in lost])
    yield from _bounded([_told_conflict(each) for each in merged.conflicts])


def refused(merged: Merged) -> int:
    """Return how many places hold something that is not taken."""
    return sum(odd.is_lost for _, odd in merged.odd)


def told_counts(files: int, merged: Merged) -> str:
    """Return the account in one line."""
    counts = f"读了 {files} 个工作簿：新内容 {merged.taken} 格，没有变化 {merged.unchanged} 格"
    conflicts = f"，冲突 {len(merged.conflicts)} 格" if merged.conflicts else ""
    return f"{counts}，未收 {refused(merged)} 处{conflicts}"


def unanswered(state: State, events: Sequence[Event], period: str) -> Iterator[str]:
    """Yield who has not answered for a period, ``events`` counted in.

    The bodies listed for a kind are counted kind by kind: 15 of 18.
    """
    answered = {e.unit for e in (*state.events, *events) if e.period == period and _tells(e)}
    owing: dict[str, list[str]] = {}
    for answerer in dict.fromkeys(answerer for _, answerer in state.pairs()):
        owing.setdefault(_listed_under(state, answerer), []).append(answerer.name)
    title = parse_period(period).title
    for kind, names in sorted(owing.items()):
        missing = [name for name in names if name not in answered]
        if kind:
            rest = f"，还没有报的：{_names(missing)}" if missing else ""
            yield f"{title}{kind} 已报 {len(names) - len(missing)}/{len(names)}{rest}"
        elif missing:
            yield f"{title}还没有报的（{len(missing)} 个）：{_names(missing)}"
    if all(name in answered for names in owing.values() for name in names):
        yield f"{title}都已经报了"


def _tells(event: Event) -> bool:
    return event.kind in TELLING and event.kind != "closure"


def _listed_under(state: State, answerer: Answerer) -> str:
    """Return the kind whose bodies somebody is listed with; empty for none."""
    party = answerer.party
    kind = party.name if isinstance(party, Kind) else party.kind
    return kind if answerer.name in state.settings.members.get(kind, ()) else ""


def _names(names: Sequence[str]) -> str:
    return visible(listed(names), keep="")


def _told_conflict(each: Conflict) -> str:
    where = (
        f"{visible(each.file, keep='')} {TABLE} {each.cell}（{each.item} {_TITLES[each.field]}）"
    )
    ours = f"{visible(each.other, keep='')}里" if each.other else "台账里"
    return (
        f"冲突：{where}\n    发出时：{_words(each.base)}\n"
        f"    {ours}：{_words(each.ours)}\n    表里：{_words(each.theirs)}"
    )


def _words(value: Any) -> str:
    return clip(parse_words(value) or "（空）", 60)


def _bounded(lines: Sequence[str]) -> Iterator[str]:
    yield from lines[:SHOWN]
    if len(lines) > SHOWN:
        yield f"……另有 {len(lines) - SHOWN} 处"
