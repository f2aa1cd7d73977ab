"""To which plan a ledger belongs, and what becomes of its items when that plan changes."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from plan_cli.errors import InputError
from plan_cli.ledger.items import Item, Items
from plan_cli.ledger.store import LEDGER, BoundPlan
from plan_cli.model.plan import Entry, Plan
from plan_cli.planfile.schema import dump_plan, read_plan
from plan_cli.text import clip, tight, visible


def bound(plan: Plan) -> BoundPlan:
    """Return what a ledger keeps of ``plan`` to know it again."""
    return BoundPlan(plan.name, json.dumps(dump_plan(plan), ensure_ascii=False, default=str))


def kept_plan(kept: BoundPlan) -> Plan:
    """Return the plan as it was when the ledger was bound to it.

    Raises InputError where it is no longer one.
    """
    message = f"台账里存的计划文件（{visible(kept.name)}）不完整，台账被别的程序改动过"
    try:
        plan, findings = read_plan(json.loads(kept.content))
    except (ValueError, RecursionError):
        raise InputError(message, LEDGER.mend) from None
    if findings:
        raise InputError(message, LEDGER.mend)
    return plan


class Moved(NamedTuple):
    """What became of one item."""

    old: Item
    new: Item | None
    """``None``: it is gone."""
    sure: bool = True
    """Whether the two are certainly the same."""

    @property
    def reworded(self) -> bool:
        """Whether the text is another, spaces aside."""
        return self.new is not None and self.new.fingerprint != self.old.fingerprint

    @property
    def told(self) -> str:
        """What became of it, in words."""
        if self.new is None:
            return f"{self.old.id} 已取消：{clip(visible(tight(self.old.text)), 30)}"
        if self.reworded:
            return (
                f"{self.old.id} 文字有改动（现为 {self.new.id}）：{clip(tight(self.new.text), 30)}"
            )
        return f"{self.old.id} 现编号 {self.new.id}"


def verify_bound(kept: BoundPlan, plan: Plan) -> tuple[Moved, ...]:
    """Return the items that are not as they were when the ledger was bound.

    Raises InputError if ``plan`` is another document.
    """
    if kept.name != plan.name:
        message = f"这份台账属于“{visible(kept.name)}”，不是“{visible(plan.name)}”"
        hint = "请用 -p 指明它的计划文件；文件换了新版，请用 plan ledger rebind 旧文件 新文件。"
        raise InputError(message, hint)
    if kept.content == bound(plan).content:
        return ()
    return tuple(
        each
        for each in followed(kept_plan(kept), plan)
        if each.new is None or each.reworded or each.new.id != each.old.id
    )


def followed(old: Plan, new: Plan) -> Iterator[Moved]:
    """Yield what became of each item of ``old`` in ``new``, in the order of ``old``.

    Tasks are paired as `plan diff` pairs them; in a pair, items by their text, and then by
    their place, which is not sure. What is gone from its task may stand in another, word for
    word.
    """
    from plan_cli.comparison.pairing import pair_up  # only needed where the plan has changed

    found = [
        moved
        for before, after in pair_up(old, new)
        if before is not None
        for moved in _items_followed(_items_of(before), _items_of(after) if after else [])
    ]
    taken = {moved.new.id for moved in found if moved.new}
    free = [item for item in Items(new, {}).all if item.id not in taken]
    for moved in found:
        elsewhere = [item for item in free if _same(moved.old, item)] if not moved.new else []
        yield moved._replace(new=elsewhere[0]) if len(elsewhere) == 1 else moved


def carry_id(ids: dict[str, str], old: Item, new: Item) -> None:
    """Add to ``ids`` the new id of an item, and of the measure and the task it is part of."""
    ids[old.id] = new.id
    ids.setdefault(old.duty.id, new.duty.id)
    ids.setdefault(old.entry.id, new.entry.id)


def certain_ids(kept: BoundPlan, plan: Plan) -> dict[str, str]:
    """Return the ids in ``plan`` of what is certainly the same, or was reworded in its place."""
    ids: dict[str, str] = {}
    for old, new, sure in followed(kept_plan(kept), plan):
        if new and (sure or new.id == old.id):
            carry_id(ids, old, new)
    return ids


def _items_followed(old: list[Item], new: list[Item]) -> Iterator[Moved]:
    left = list(new)
    same: dict[str, Item] = {}
    for item in old:
        if found := next((each for each in left if _same(item, each)), None):
            same[item.id] = found
            left.remove(found)
    for place, item in enumerate(old):
        if item.id in same:
            yield Moved(item, same[item.id])
            continue
        beside = _beside(old, place, new, same)
        if beside in left:
            left.remove(beside)
            yield Moved(item, beside, sure=False)
        else:
            yield Moved(item, None)


def _same(old: Item, new: Item) -> bool:
    return old.fingerprint == new.fingerprint and old.target == new.target


def _beside(old: list[Item], place: int, new: list[Item], same: dict[str, Item]) -> Item | None:
    """Return the item that stands where an old one would: behind what stood before it."""
    before = next((same[each.id] for each in reversed(old[:place]) if each.id in same), None)
    index = new.index(before) + 1 if before else place
    return new[index] if index < len(new) else None


def _items_of(entry: Entry) -> list[Item]:
    return list(Items(entry.plan, {}).under.get(entry.id, ()))
