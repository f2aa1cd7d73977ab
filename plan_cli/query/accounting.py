"""The lines that account for tasks that are not shown: all counts sum up to the scope."""

from collections import Counter
from collections.abc import Mapping

from plan_cli.model.plan import Role
from plan_cli.query.asked import Selection
from plan_cli.query.counting import Tally, fixed
from plan_cli.query.reach import ROLES, Party
from plan_cli.report import CONFIRMED, ROLE_NAMES


def account(selection: Selection) -> tuple[str, ...]:
    """Return, for each party asked for, a line that accounts for the tasks not shown."""
    return tuple(
        _account(selection, party, roled)
        for party, roled in zip(selection.parties, selection.reached, strict=True)
    )


def _account(selection: Selection, party: Party, roled: Mapping[str, Role]) -> Tally:
    counts = Counter(roled[entry.id] for entry in selection.scope)
    return counted(party.name, counts, len(selection.scope), _told(selection, party, roled))


def counted(name: str, counts: Mapping[Role, int], tasks: int, told: str) -> Tally:
    """Return ``told``, which accounts for so many ``tasks``, as a line that adds up."""
    numbers = (*(counts.get(role, 0) for role in Role), tasks)
    return Tally(told, f"{fixed(name)}：{_IN_ALL}", numbers)


def none_left(name: str) -> str:
    """Return the account where no task passes the other filters."""
    return f"{name}：没有任务符合其他条件。"


_IN_ALL = "，".join(f"{ROLE_NAMES[role]} {{}} 项" for role in Role) + "；共 {} 项。"


def _told(selection: Selection, party: Party, roled: Mapping[str, Role]) -> str:
    if not selection.scope:
        return none_left(party.name)
    parts = []
    confirmed = [entry.id for entry in selection.scope if selection.confirmed(party, entry)]
    for role in ROLES:
        found = [entry.id for entry in selection.scope if roled[entry.id] is role]
        if ids := [id for id in found if id not in confirmed]:
            told = role in selection.roles and not selection.ways
            shown = "" if told else f"（{' '.join(ids)}）"
            parts.append(f"{ROLE_NAMES[role]} {len(ids)} 项{shown}")
    if confirmed:
        parts.append(f"{CONFIRMED} {len(confirmed)} 项（{' '.join(confirmed)}）")
    rest = sum(roled[entry.id] is Role.NONE for entry in selection.scope)
    parts.append(f"未涉及 {rest} 项")
    return f"{party.name}：{'，'.join(parts)}；共 {len(selection.scope)} 项。"
