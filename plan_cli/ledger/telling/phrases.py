"""How what was counted is worded: shares, bars, amounts, names; the same everywhere."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence

from plan_cli.ledger.items import Item
from plan_cli.ledger.telling.tally import Body, Pair, Tally
from plan_cli.model.plan import Document, Kind, Op
from plan_cli.query.figures import amount
from plan_cli.reports.wordings import display_title
from plan_cli.text import excerpt, listed, tight

BAR = 10
"""Characters of a bar."""
SHORT = 24
"""Characters of a measure that say which one it is."""


def matter(document: Document) -> str:
    """Return what the document is about: of a letter that issues a plan, that plan (关于印发…)."""
    found = re.search("关于印发《?(.+?)》?的通知$", document.heading)
    return found[1] if found else document.heading


def percent(part: float, whole: float) -> str:
    """Return a share with one decimal: 100.0% only where it is all, 0.0% only where it is none."""
    if not whole:
        return ""
    tenths = round(1000 * part / whole)
    if 0 < part < whole:
        tenths = min(max(tenths, 1), 999)
    return f"{tenths // 10}.{tenths % 10}%"


def bar(part: float, whole: float) -> str:
    """Return a share as a bar, full only where it is all."""
    full = min(BAR, int(BAR * part / whole)) if whole else 0
    return "■" * full + "□" * (BAR - full)


def counted(count: int, whole: int) -> str:
    """Return a count with its share: ``3项，占25.0%``."""
    return f"{count}项，占{percent(count, whole)}" if whole else f"{count}项"


def number(value: float) -> str:
    """Return a number without needless decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def short(item: Item) -> str:
    """Return what an item is about, in a few words."""
    if item.target and item.id != item.duty.id:
        return item.target.what
    if item.duty is item.entry:
        return display_title(item.entry)
    text = tight(item.text).rstrip("。；")
    cut = excerpt(text, SHORT)
    return cut if cut == text else f"{cut}……"


def target_words(item: Item) -> str:
    """Return what an amount is of: as the document puts it, or else what the item is about."""
    return item.target.what if item.target else short(item)


def measure_word(item: Item) -> str:
    """Return the word behind an amount of an item (场, 人)."""
    return item.target.unit if item.target else ""


def goal_of(pair: Pair) -> str:
    """Return the amount to reach: as the document puts it, or as the office planned it."""
    target, goal = pair.item.target, pair.now.goal
    if target and goal == target.value:
        return amount(target)
    return f"{number(goal)}{measure_word(pair.item)}（办公室定）" if goal else ""


_IN_WORDS: dict[Op, str] = {">=": "不少于", "~": "约", "=": ""}


def goal_in_words(pair: Pair) -> str:
    """Return the same as it stands in a sentence: ``不少于20场``."""
    target, goal = pair.item.target, pair.now.goal
    if target and goal == target.value:
        return f"{_IN_WORDS[target.op]}{number(target.value)}{target.unit}"
    return goal_of(pair)


def done_of(pair: Pair) -> str:
    """Return the amount that is done."""
    done = pair.now.done
    return "未报" if done is None else f"{number(done)}{measure_word(pair.item)}"


def late_text(pair: Pair) -> str:
    """Return for how long an item is overdue."""
    return f"逾期{pair.late}天"


def behind_text(pairs: Sequence[Pair]) -> str:
    """Return how far an item is behind that several answer for, up to the same day."""
    shares = sorted(pair.share for pair in pairs if pair.share is not None)
    ends = list(dict.fromkeys(percent(share, 1) for share in shares[:1] + shares[-1:]))
    how = f"完成{'至'.join(ends)}" if ends else "未启动"
    gone = pairs[0].gap + (pairs[0].share or 0)
    return f"{how}，时间已过{percent(gone, 1)}"


def everybody(tally: Tally, names: Collection[str], most: int = 0) -> str:
    """Return names as declared, all bodies listed for a kind in one: ``各市科协（3个）``.

    ``most``: more bodies of a kind than that are only counted; 0: all are named.
    """
    parts: list[str] = []
    for body in tally.bodies:
        named = [name for name in body.members or (body.name,) if name in names]
        if body.members and len(named) == len(body.members):
            named = [f"{body.name}（{len(named)}个）"]
        elif most and len(named) > most:
            named = [f"{body.name}{len(named)}个（共{len(body.members)}个）"]
        parts += named
    return listed(parts)


def ids(pairs: Iterable[Pair]) -> str:
    """Return the ids of items, each once."""
    return listed(list(dict.fromkeys(pair.item.id for pair in pairs)))


def shares(bodies: Sequence[Body], test: Callable[[Pair], object]) -> str:
    """Return how many items of each a ``test`` holds for, most first: ``甲部2项、乙部1项``."""
    counts = [(sum(bool(test(pair)) for pair in body.pairs), body.name) for body in bodies]
    told = sorted((pair for pair in counts if pair[0]), key=lambda pair: -pair[0])
    return listed([f"{name}{count}项" for count, name in told])


def kind_name(body: Body) -> str:
    """Return the kind that a unit belongs to."""
    party = body.pairs[0].answerer.party
    return party.name if isinstance(party, Kind) else party.kind
