"""The history of a ledger carried over to a new version of its plan."""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from plan_cli.errors import InputError, UsageError
from plan_cli.ledger.binding import Moved, bound, carry_id, followed, kept_plan
from plan_cli.ledger.desk import WAITING, Place, Tell, stamp
from plan_cli.ledger.event import Event
from plan_cli.ledger.items import Items
from plan_cli.ledger.lasting import current
from plan_cli.ledger.store import BoundPlan, open_store
from plan_cli.model.plan import Plan
from plan_cli.text import clip, listed, tight, visible

Ask = Callable[[str], bool]
"""What asks a person a question, answered with yes or no."""


class Carried(NamedTuple):
    """What becomes of the ids of the old plan."""

    ids: Mapping[str, str]
    """The new id of each old one: of tasks, measures and targets; those that are gone lack."""
    lost: tuple[str, ...]
    """Items with records that are gone."""

    @property
    def event(self) -> Event:
        """What the ledger writes down of it."""
        return Event("rebind", note=json.dumps(self.ids, ensure_ascii=False))


def verify_old(kept: BoundPlan, old: Plan) -> None:
    """Raise InputError unless ``old`` is the plan that the ledger is bound to."""
    if kept.content != bound(old).content:
        message = f"旧文件不是这份台账所属的那一版（{visible(kept.name)}）"
        raise InputError(message, "那一版找不到了的，旧文件写 - ，就用台账里存着的。")


def carry(
    old: Plan, new: Plan, reported: set[str], given: Mapping[str, str], ask: Ask | None
) -> Carried:
    """Return the new ids of all items of ``old``.

    ``reported`` are the ids that have records; where one of them is not certain it is taken
    from ``given`` (old id → new id, or nothing), or asked. Raises UsageError where neither says.
    """
    before, after = Items(old, {}), Items(new, {})
    _verify_given(given, before, after)
    ids: dict[str, str] = {}
    lost: list[str] = []
    open: list[Moved] = []
    for moved in followed(old, new):
        id, target = moved.old.id, moved.new.id if moved.new else ""
        if id in given:
            target = given[id]
        elif target and not moved.sure and reported.intersection(moved.old.above):
            if ask is None:
                open.append(moved)
            elif not ask(_question(moved)):
                target = ""
        if not target:
            lost += [id] if reported.intersection(moved.old.above) else []
            continue
        carry_id(ids, moved.old, after.under[target][0])
    if open:
        raise UsageError(
            f"有 {len(open)} 个事项不能确定对应哪一个：\n" + "\n".join(map(_question, open)),
            "请逐个写明：--map 旧编号=新编号；已取消的写 --map 旧编号=",
        )
    _verify_apart(ids, before)
    return Carried(ids, tuple(lost))


def parse_map(words: Sequence[str]) -> dict[str, str]:
    """Return the ids that ``words`` map (``12.4=13.2``, ``12.5=``); raises UsageError."""
    found = {}
    for word in words:
        left, sign, right = word.replace("＝", "=").partition("=")
        if not sign or not left.strip():
            shown = visible(word, keep="")
            raise UsageError(
                f"“{shown}”不是编号的对应", "写作 --map 12.4=13.2；取消的写 --map 12.4="
            )
        found[left.strip()] = right.strip()
    return found


def _verify_given(given: Mapping[str, str], before: Items, after: Items) -> None:
    wrong = [id for id in given if id not in {item.id for item in before.all}]
    wrong += [id for id in given.values() if id and id not in {item.id for item in after.all}]
    if wrong:
        hint = (
            "旧编号是旧文件的，新编号是新文件的；写到举措（12.4），有几个指标的写到指标（12.5-1）。"
        )
        raise UsageError(f"没有这些编号：{listed(wrong)}", hint)


def _verify_apart(ids: Mapping[str, str], before: Items) -> None:
    """Raise UsageError where two items would become one: their records would mix."""
    targets = Counter(ids[item.id] for item in before.all if item.id in ids)
    if double := [id for id, count in targets.items() if count > 1]:
        olds = [item.id for item in before.all if ids.get(item.id) in double]
        message = f"{listed(olds)} 都对应 {listed(double)}，记录会混在一起"
        raise UsageError(message, "一个新编号只能对应一个旧编号；不再要的写 --map 旧编号=")


def _question(moved: Moved) -> str:
    old, new = tight(moved.old.text), tight(moved.new.text if moved.new else "")
    id = moved.new.id if moved.new else ""
    return (
        f"旧 {moved.old.id}：{clip(visible(old, keep=''), 50)}\n"
        f"新 {id}：{clip(visible(new, keep=''), 50)}"
    )


def rebind(
    place: Place, old: Plan | None, given: Mapping[str, str], by: str, ask: Ask | None, tell: Tell
) -> Carried:
    """Make ``place.plan`` the plan of the ledger, and carry the history over; see `carry`.

    ``old`` is the plan that the ledger is bound to; None: as the ledger keeps it. Raises
    InputError if it is another.
    """
    store = open_store(place.path, lambda: tell(WAITING))
    try:
        with store.writing() as writer:
            kept = store.plan()
            before = old or kept_plan(kept)
            verify_old(kept, before)
            reported = {event.item for event in current(store.events()) if event.item}
            carried = carry(before, place.plan, reported, given, ask)
            given_stamp = stamp(place.today, by)
            writer.add([carried.event], given_stamp)
            writer.bind(bound(place.plan), given_stamp.at)
    finally:
        store.close()
    return carried
