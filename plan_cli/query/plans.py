"""Several plans: what tells one from the others, which are meant, and where answers come from."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from plan_cli.errors import PlanError
from plan_cli.model.plan import Document, Plan
from plan_cli.query.filters import OF_PLANS, Words
from plan_cli.text import fold

T = TypeVar("T")
Told = TypeVar("Told", covariant=True)
Steps = Callable[[int, int], None]
"""What is told how many plans are done, and of how many."""


class Facts(NamedTuple):
    """What tells one plan from others, its tasks aside."""

    year: int
    number: str | None
    title: str
    issuer: str | None
    file: str
    """Its file as it was named, with / between folders."""

    @property
    def name(self) -> str:
        """The document's number, or its title where it has none."""
        return self.number or self.title

    def is_called(self, word: str) -> bool:
        """Say whether ``word`` is its year, or part of its number, its title or its file's name."""
        wanted = fold(word).removesuffix("年")
        if wanted.isdecimal():
            return wanted == str(self.year)
        return any(wanted in fold(name or "") for name in (self.number, self.title, self.file))


def facts_of(document: Document, file: str) -> Facts:
    """Return what tells the plan of ``document`` from others."""
    return Facts(
        document.year,
        document.number,
        document.heading,
        document.issuer or document.letterhead,
        file,
    )


class Which(NamedTuple):
    """Which of several plans are meant; words of one field widen each other, fields narrow."""

    years: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    """What stands before the ids (``2022:14``), if before all of them."""

    def passes(self, facts: Facts) -> bool:
        """Say whether a plan is meant."""
        if not any(self):
            return True
        return (
            _any(self.years, lambda word: fold(word).removesuffix("年") == str(facts.year))
            and _any(self.issuers, lambda word: fold(word) in fold(facts.issuer or ""))
            and _any(self.names, facts.is_called)
            and _any(self.called, facts.is_called)
        )


ANY = Which()


def which(words: Words) -> Which:
    """Return which plans are asked for by the words of the filters."""
    return Which(*(tuple(words.get(name) or ()) for name in OF_PLANS))


def _any(words: Sequence[str], test: Callable[[str], bool]) -> bool:
    return not words or any(map(test, words))


def labels(facts: Sequence[Facts]) -> list[str]:
    """Return what each plan is called beside the others: its year where no two are of one year,
    or else its number (or title), with its file where two have the same.
    """
    years = [str(each.year) for each in facts]
    if len(set(years)) == len(years):
        return years
    names = Counter(each.name for each in facts)
    return [each.name if names[each.name] == 1 else f"{each.name}（{each.file}）" for each in facts]


def years_before(facts: Sequence[Facts]) -> list[int | None]:
    """Return for each plan the place of its issuer's plan of the year before, if it is clear
    which that is: the issuer is known, and has one plan in each of the two years.
    """
    places: dict[tuple[str, int], list[int]] = {}
    for place, each in enumerate(facts):
        places.setdefault((fold(each.issuer or ""), each.year), []).append(place)

    def before(each: Facts) -> int | None:
        issuer = fold(each.issuer or "")
        own, earlier = places[issuer, each.year], places.get((issuer, each.year - 1), [])
        return earlier[0] if issuer and len(own) == len(earlier) == 1 else None

    return [before(each) for each in facts]


class Ask(Protocol[Told]):
    """A question put to one plan after another. It can be sent to another process."""

    @property
    def command(self) -> str:
        """The command that asks: ``list``."""

    @property
    def given(self) -> Mapping[str, Any]:
        """What was given with it, by the names of options and arguments."""

    @property
    def records(self) -> bool:
        """Whether records are wanted (``--json``), and not rows."""

    def __call__(self, plan: Plan, facts: Facts) -> Told:
        """Answer for one plan; raises PlanError, UnknownName where it does not know a name."""


class Simply(NamedTuple, Generic[T]):
    """A question that no command asks: each plan is read for it."""

    ask: Callable[[Plan], T]
    command: str = ""
    given: Mapping[str, Any] = {}
    records: bool = False

    def __call__(self, plan: Plan, facts: Facts) -> T:
        """Answer for one plan."""
        return self.ask(plan)


def unseen(done: int, total: int) -> None:
    """Be the steps that nobody watches."""


class Answer(NamedTuple, Generic[T]):
    """What came of asking one plan."""

    facts: Facts | None
    """``None`` where the plan could not be read."""
    told: T | PlanError


class Plans(Protocol):
    """Several plans, in an order of their own: files, or a library."""

    def answers(self, which: Which, ask: Ask[T], steps: Steps) -> Iterator[Answer[T]]:
        """Yield what each plan that ``which`` passes answers, in order.

        A plan that cannot be read is an answer as well. Raises InputError where nothing can be.
        """
