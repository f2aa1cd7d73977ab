"""Two plans compared: which task became which, and what changed about it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple, TypeVar

from plan_cli.comparison.pairing import bare_note, pair_up
from plan_cli.errors import UsageError
from plan_cli.model.plan import Deadline, Editorial, Entry, Plan, Responsibility, Role, Target
from plan_cli.query.lookup import find_party
from plan_cli.query.reach import Party, role_of
from plan_cli.text import fold


class Word(StrEnum):
    """What happened to a task; the first two stand alone, the others may come together."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    RENUMBERED = "renumbered"
    REASSIGNED = "reassigned"


SAME = "same"


class Shift(NamedTuple):
    """Who came into a part of a note and who is no longer in it, in the notes' order."""

    joined: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


Figure = Target | Deadline
F = TypeVar("F", Target, Deadline)


class Figures(NamedTuple):
    """What became of targets, or of deadlines: those that speak of one thing are paired."""

    added: tuple[Figure, ...] = ()
    removed: tuple[Figure, ...] = ()
    changed: tuple[tuple[Figure, Figure], ...] = ()


class Change(NamedTuple):
    """One task, as it stands in both plans or in one, and what changed about it."""

    old: Entry | None
    new: Entry | None
    named: Shift
    collectives: Shift
    lead: Shift
    support: Shift
    first: tuple[str | None, str | None]
    """The unit listed first in the old note and in the new."""
    targets: Figures
    deadlines: Figures
    note: bool
    """Whether the notes differ, at least in their wording."""

    @property
    def entry(self) -> Entry:
        """The task as it is now, or as it was if it is gone."""
        entry = self.new or self.old
        assert entry is not None
        return entry

    @property
    def words(self) -> tuple[Word, ...]:
        """What happened to it; nothing: it is the same."""
        if self.old is None:
            return (Word.ADDED,)
        if self.new is None:
            return (Word.REMOVED,)
        happened = {
            Word.REWORDED: fold(self.old.text) != fold(self.new.text),
            Word.RENUMBERED: self.old.id != self.new.id,
            Word.REASSIGNED: self.reassigned,
        }
        return tuple(word for word, true in happened.items() if true)

    @property
    def change(self) -> str:
        """The words joined by commas, or ``same``."""
        return ",".join(self.words) or SAME

    @property
    def relisted(self) -> bool:
        """Whether another unit is listed first, where both notes name one."""
        return None not in self.first and len(set(map(fold, filter(None, self.first)))) > 1

    @property
    def reassigned(self) -> bool:
        """Whether any unit or collective has come, gone, or taken another part."""
        shifts = (self.named, self.collectives, self.lead, self.support)
        return any(any(shift) for shift in shifts) or self.relisted

    @property
    def aside(self) -> bool:
        """Whether a target, a deadline or the wording of a note differs, which has no word."""
        return any(self.targets) or any(self.deadlines) or self.note

    @property
    def touched(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.words) or self.aside


class Asked(NamedTuple):
    """One unit or kind asked for, as each of the plans knows it."""

    old: Party
    new: Party

    @property
    def name(self) -> str:
        """Its name, or both names where they differ."""
        same = self.old.name == self.new.name
        return self.new.name if same else f"{self.old.name}（旧）、{self.new.name}（新）"


class Comparison(NamedTuple):
    """Every task of two plans, each exactly once."""

    old: Plan
    new: Plan
    changes: tuple[Change, ...]
    """In the order of the new plan, tasks that are gone where they stood."""
    asked: tuple[Asked, ...] = ()
    """For whom the changes were narrowed."""

    def roles(self, asked: Asked, change: Change) -> tuple[Role, Role]:
        """Return how the task reached ``asked`` before, and how it does now."""
        return (
            role_of(asked.old, change.old) if change.old else Role.NONE,
            role_of(asked.new, change.new) if change.new else Role.NONE,
        )

    def concerns(self, change: Change) -> bool:
        """Say whether the task reaches, in either plan and any role, one of those asked for."""
        return any(set(self.roles(asked, change)) != {Role.NONE} for asked in self.asked)

    def tells(self, change: Change) -> bool:
        """Say whether it is among the changes to show: all, or those for whom they are."""
        if not self.asked:
            return True
        return self.moved(change) or (change.touched and self.concerns(change))

    def moved(self, change: Change) -> bool:
        """Say whether the task reaches one of those asked for in another role than before."""
        return any(len(set(self.roles(asked, change))) > 1 for asked in self.asked)


def compare(old: Plan, new: Plan, words: Sequence[str] = ()) -> Comparison:
    """Return what changed from ``old`` to ``new``; ``words`` name units or kinds to narrow to.

    Raises UsageError for a name that neither plan knows.
    """
    asked = {each.name: each for each in (find_in_both(old, new, word) for word in words)}
    changes = tuple(_change(before, after) for before, after in pair_up(old, new))
    return Comparison(old, new, changes, tuple(asked.values()))


def find_in_both(old: Plan, new: Plan, word: str) -> Asked:
    """Return the unit or kind called ``word``; that one plan knows it is enough.

    A name or alias in one plan is not taken for a mere part of another name in the other
    (办公室 for 党委办公室). Raises UsageError where neither plan knows it.
    """
    found: list[Party] = []
    errors: list[UsageError] = []
    for plan in (old, new):
        try:
            found.append(find_party(plan, word))
        except UsageError as error:
            errors.append(error)
    firm = [party for party in found if fold(word) in map(fold, (party.name, *party.aliases))]
    kept = firm or found
    if kept:
        return Asked(kept[0], kept[-1])
    before, after = errors
    if before.hint == after.hint:
        raise before
    raise UsageError(before.message, f"旧文件——{before.hint}\n新文件——{after.hint}")


NOBODY = Responsibility()
NOTHING = Editorial()


def _change(old: Entry | None, new: Entry | None) -> Change:
    before = old.task.responsible if old else NOBODY
    after = new.task.responsible if new else NOBODY
    added = old.task.editor if old else NOTHING, new.task.editor if new else NOTHING
    return Change(
        old,
        new,
        _shift(before.named, after.named),
        _shift(before.collectives, after.collectives),
        _shift(before.lead, after.lead),
        _shift(before.support, after.support),
        (next(iter(before.named), None), next(iter(after.named), None)),
        _figures(added[0].targets, added[1].targets),
        _figures(added[0].deadlines, added[1].deadlines),
        bare_note(old) != bare_note(new),
    )


def _shift(old: Sequence[str], new: Sequence[str]) -> Shift:
    """Compare names folded: a space inside a name is no change."""
    return Shift(_without(new, old), _without(old, new))


def _without(names: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    known = {fold(other) for other in others}
    return tuple(name for name in names if fold(name) not in known)


def _figures(old: Sequence[F], new: Sequence[F]) -> Figures:
    """Pair what speaks of one thing (``what``), in order; quotes are the text's business."""
    rest = list(old)
    added: list[F] = []
    changed: list[tuple[F, F]] = []
    for figure in new:
        if (known := next((o for o in rest if _core(o) == _core(figure)), None)) is not None:
            rest.remove(known)
        else:
            added.append(figure)
    for figure in list(added):
        akin = next((o for o in rest if fold(o.what) == fold(figure.what)), None)
        if akin is not None:
            rest.remove(akin)
            added.remove(figure)
            changed.append((akin, figure))
    return Figures(tuple(added), tuple(rest), tuple(changed))


def _core(figure: Figure) -> Figure:
    return replace(figure, quote="")
