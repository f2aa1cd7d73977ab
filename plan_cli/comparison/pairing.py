"""Which task of one plan became which of another: by their wording, never by their numbers.

Similarity looks at which character pairs two tasks share, each weighing less the more tasks
hold it, so that what every task of every year says (推动、加强、高质量发展) counts little. The
tasks that fit best are paired first, so that no task takes away the counterpart of another
that fits better.

The numbers below were found on the 2022 plan: its tasks rewritten by hand the way next year's
plan rewrites them (shorter, other verbs, other figures) reach 0.28 and more, tasks of one list
that have nothing to do with each other stay under 0.17.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import fsum, log
from typing import NamedTuple

from plan_cli.model.plan import Entry, Plan
from plan_cli.text import fold

Pair = tuple[Entry | None, Entry | None]
"""A task of the old plan and its counterpart in the new; ``None``: it has none."""

ALIKE = 0.25
"""From this similarity on, two tasks are taken for one that was reworded."""
ALIKE_ELSEWHERE = 0.6
"""The same for tasks of two lists of which one has its counterpart on the other side."""
ELSEWHERE = 0.5
"""What the similarity of such tasks counts against that of tasks of one list."""
TITLE_SHARE = 0.3
"""How much titles count where both tasks have one."""
SHORT_SHARE = 0.7
"""How much the shorter text decides; 0.5 is the cosine. A task cut down to its half, or
grown to its double, is still the same task."""
CANDIDATES = 12
"""How many counterparts are looked at for one task."""
COMMON = 20
"""Character pairs in more tasks than this (and a fifth of all) do not propose candidates."""

_DIGITS = re.compile(r"[0-9]+")
_YEARS = re.compile(r"(19|20)[0-9]{2}")
_WORDS = re.compile(r"\w{2,}")


_LABEL = re.compile(r"^[^：:、，]{2,6}[：:]", re.MULTILINE)
"""What notes begin with (责任部门：); another label is no other responsibility."""


def bare_note(entry: Entry | None) -> str:
    """Return the note of a task as it is compared: folded, without its label."""
    return fold(_LABEL.sub("", entry.note)) if entry else ""


class Folded(NamedTuple):
    """One plan made ready for comparing; all lists run parallel."""

    entries: tuple[Entry, ...]
    lists: list[str]
    wholes: list[str]
    notes: list[str]
    texts: list[frozenset[str]]
    titles: list[frozenset[str]]

    @classmethod
    def of(cls, plan: Plan) -> "Folded":
        """Fold the words of ``plan`` and cut them into character pairs."""
        entries = plan.entries
        return cls(
            entries,
            [_DIGITS.sub("", fold(entry.list.name)).removeprefix("年") for entry in entries],
            [fold(entry.text) for entry in entries],
            [bare_note(entry) for entry in entries],
            [_bigrams(entry.text) for entry in entries],
            [_bigrams(entry.task.title or "") for entry in entries],
        )

    @property
    def key(self) -> tuple[tuple[str, ...], ...]:
        """What decides from which side pairing starts, so that both ways give one answer."""
        return tuple((e.id, e.list.name, e.text, e.note) for e in self.entries)


def pair_up(old: Plan, new: Plan) -> list[Pair]:
    """Return every task of both plans once: pairs and new tasks in the order of ``new``,
    each task that is gone after the one it stood behind in ``old``.
    """
    before, after = Folded.of(old), Folded.of(new)
    if before.key > after.key:
        found = [(i, j) for j, i in _matched(after, before)]
    else:
        found = _matched(before, after)
    return _in_order(before.entries, after.entries, dict(found))


def _matched(rows: Folded, columns: Folded) -> list[tuple[int, int]]:
    """Return the places of the tasks that belong together."""
    same = list(_apart(_identical(rows, columns)))
    taken_rows, taken_columns = {i for i, _ in same}, {j for _, j in same}
    rest = [i for i in range(len(rows.entries)) if i not in taken_rows]
    free = [j for j in range(len(columns.entries)) if j not in taken_columns]
    return same + list(_apart(_alike(rows, columns, rest, free)))


def _apart(pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield those of ``pairs`` that have nothing in common with any before."""
    used_rows: set[int] = set()
    used_columns: set[int] = set()
    for i, j in pairs:
        if i not in used_rows and j not in used_columns:
            used_rows.add(i)
            used_columns.add(j)
            yield i, j


def _identical(rows: Folded, columns: Folded) -> list[tuple[int, int]]:
    """Return the tasks that say the same; if several do, those with one note, id or list first."""
    places: dict[str, list[int]] = defaultdict(list)
    for j, whole in enumerate(columns.wholes):
        places[whole].append(j)
    chances = [
        (
            rows.notes[i] != columns.notes[j],
            rows.entries[i].id != columns.entries[j].id,
            rows.lists[i] != columns.lists[j],
            i,
            j,
        )
        for i, whole in enumerate(rows.wholes)
        for j in places[whole]
    ]
    return [(i, j) for *_, i, j in sorted(chances)]


def _alike(
    rows: Folded, columns: Folded, rest: Sequence[int], free: Sequence[int]
) -> list[tuple[int, int]]:
    """Return the tasks that may be one, those that fit best first; if several fit alike, those
    with one id or at one place.
    """
    counts = Counter(b for side in (rows, columns) for words in side.texts for b in words)
    total = len(rows.entries) + len(columns.entries)
    value = {bigram: log(1 + total / count) ** 2 for bigram, count in counts.items()}
    common = {b for b, count in counts.items() if count > max(COMMON, total // 5)}
    shared = set(rows.lists) & set(columns.lists)
    chances = []
    for i, j in _candidates(rows, columns, rest, free, value, common):
        score = _similarity(rows, columns, i, j, value)
        elsewhere = rows.lists[i] != columns.lists[j]
        settled = elsewhere and (rows.lists[i] in shared or columns.lists[j] in shared)
        if score < (ALIKE_ELSEWHERE if settled else ALIKE):
            continue
        # Rounded, so that the last digits, which are not the same on every machine, decide nothing.
        fit = round(score * (ELSEWHERE if settled else 1), 3)
        moved = rows.entries[i].id != columns.entries[j].id
        far = round(abs(i / len(rows.entries) - j / len(columns.entries)), 3)
        chances.append((-fit, moved, far, i, j))
    return [(i, j) for *_, i, j in sorted(chances)]


def _candidates(
    rows: Folded,
    columns: Folded,
    rest: Sequence[int],
    free: Sequence[int],
    value: dict[str, float],
    common: set[str],
) -> Iterator[tuple[int, int]]:
    """Yield the pairs worth a closer look: for each row, those that share most rare words,
    the one at its place and the one with its id.
    """
    ids = {columns.entries[j].id: j for j in free}
    holders: dict[str, list[int]] = defaultdict(list)
    for j in free:
        for bigram in columns.texts[j] - common:
            holders[bigram].append(j)
    for place, i in enumerate(rest):
        shared: dict[int, float] = defaultdict(float)
        for bigram in sorted(rows.texts[i] - common):
            for j in holders.get(bigram, ()):
                shared[j] += value[bigram]
        best = sorted(shared, key=lambda j: (-shared[j], j))[:CANDIDATES]
        best += [ids[id] for id in [rows.entries[i].id] if id in ids]
        best += free[place * len(free) // len(rest) :][:1]
        yield from ((i, j) for j in dict.fromkeys(best))


def _similarity(rows: Folded, columns: Folded, i: int, j: int, value: dict[str, float]) -> float:
    """Return from 0 to 1 how alike the words of two tasks are."""
    text = _overlap(rows.texts[i], columns.texts[j], value)
    if not (rows.titles[i] and columns.titles[j]):
        return text
    title = _overlap(rows.titles[i], columns.titles[j], value)
    return TITLE_SHARE * title + (1 - TITLE_SHARE) * text


def _overlap(one: frozenset[str], other: frozenset[str], value: dict[str, float]) -> float:
    shared = _size(one & other, value)
    if not shared:
        return 0.0
    short, long = sorted((_size(one, value), _size(other, value)))
    return float(shared / (short**SHORT_SHARE * long ** (1 - SHORT_SHARE)))


def _size(bigrams: frozenset[str], value: dict[str, float]) -> float:
    # fsum: the same whatever the order of the set, which changes from run to run.
    return fsum(value[bigram] for bigram in bigrams)


def _bigrams(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters inside words; all years count as one."""
    words = _WORDS.findall(_YEARS.sub("0", fold(text)))
    return frozenset(word[i : i + 2] for word in words for i in range(len(word) - 1))


def _in_order(old: Sequence[Entry], new: Sequence[Entry], partner: dict[int, int]) -> list[Pair]:
    found = {j: i for i, j in partner.items()}
    gone: dict[int, list[Pair]] = defaultdict(list)
    anchor = -1
    for i, entry in enumerate(old):
        if i in partner:
            anchor = partner[i]
        else:
            gone[anchor].append((entry, None))
    pairs = gone[-1]
    for j, entry in enumerate(new):
        pairs.append((old[found[j]] if j in found else None, entry))
        pairs += gone[j]
    return pairs
