"""Which workbooks go out: one for each who answers for anything."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from plan_cli.ledger.items import Answerer, Item, Items, binds
from plan_cli.ledger.sheets.workbook import Round, workbook
from plan_cli.ledger.state import State
from plan_cli.model.plan import Kind
from plan_cli.query.lookup import find_party
from plan_cli.text import fold, listed

Done = Callable[[int, int], None]
"""What is told how many workbooks are made, of how many."""


class Handout(NamedTuple):
    """One workbook to make."""

    answerer: Answerer
    items: tuple[Item, ...]


class Handouts(NamedTuple):
    """The workbooks of one round, and who gets none."""

    given: tuple[Handout, ...]
    idle: tuple[str, ...]
    """Those asked for who answer for nothing."""

    def made(self, given: Round, done: Done) -> Iterator[tuple[str, bytes]]:
        """Yield every workbook under the name of who answers; see `workbook`."""
        for count, each in enumerate(self.given, 1):
            yield each.answerer.name, workbook(given, each.answerer, each.items)
            done(count, len(self.given))


def handouts(state: State, words: Sequence[str] = ()) -> Handouts:
    """Return the workbooks for all who answer, or for those that ``words`` name.

    Raises UsageError for a word that names nobody.
    """
    names = [_name(state.items, word) for word in words]
    items: dict[Answerer, list[Item]] = {each: [] for each in state.items.answering(names)}
    for item, answerer in state.pairs(parties=names):
        items[answerer].append(item)
    return Handouts(
        tuple(Handout(answerer, tuple(own)) for answerer, own in items.items() if own),
        tuple(answerer.name for answerer, own in items.items() if not own),
    )


def unlisted(state: State) -> Iterator[str]:
    """Yield, in words, of which kinds nobody has listed the bodies, and what follows from that."""
    answering = [each.party for each in state.items.answerers]
    alone = [
        kind
        for kind in state.plan.kinds
        if not state.settings.members.get(kind.name)
        and any(binds(Answerer(kind.name, kind), item) for item in state.items.all)
    ]
    whole = [kind.name for kind in alone if kind in answering]
    if whole:
        advice = "要一家一份，请用 --members 名单.yaml"
        yield f"没有成员名单，整类合填一份：{listed(whole)}（{advice}）"
    rest = [kind.name for kind in alone if kind not in answering]
    if rest:
        advice = "还有别的成员，请用 --members 名单.yaml 列出"
        yield f"只发文件里列名的单位：{listed(rest)}（{advice}）"


def _name(items: Items, word: str) -> str:
    """Return the name of who is meant: a member body, or else a unit or kind of the plan."""
    bodies = (each.name for each in items.answerers if isinstance(each.party, Kind))
    same = (name for name in bodies if fold(name) == fold(word))
    return next(same, "") or find_party(items.plan, word).name
