"""Several standings as one: of the items of a task, of the units that answer for it."""

from collections.abc import Sequence
from datetime import date

from plan_cli.model.known import Standing
from plan_cli.model.statuses import DONE, LIGHTS, Status

GIVEN_UP: Status = "中止"


def together(id: str, standings: Sequence[Standing]) -> Standing:
    """Return several standings as one: the most urgent light, the words that came last.

    What was given up is aside where there is anything else.
    """
    if len(standings) == 1:
        return standings[0]._replace(item=id)
    latest = max(standings, key=lambda each: (bool(each.progress), each.at), default=None)
    if latest is None:
        return Standing(id, "", "grey")
    going = [each for each in standings if each.status != GIVEN_UP] or standings
    lights = {each.light for each in going}
    units = {each.unit for each in standings}
    unfinished = [each for each in going if each.due and each.status not in DONE]
    next_due = min(unfinished, key=lambda each: each.due or date.max, default=None)
    return latest._replace(
        item=id,
        unit=latest.unit if len(units) == 1 else "",
        light=next(light for light in LIGHTS if light in lights),
        status=joint_status([each.status for each in standings]),
        done=None,
        goal=None,
        due=next_due.due if next_due else None,
        due_by=next_due.due_by if next_due else "document",
        lead=False,
        confirmed=len(units) == 1 and any(each.confirmed for each in standings),
    )


def joint_status(statuses: Sequence[Status | None]) -> Status | None:
    """Return the status of several together; what nobody has reported on says nothing.

    Done is what all have done, those aside that gave it up.
    """
    kept = [status for status in statuses if status != GIVEN_UP]
    if not kept:
        return GIVEN_UP if statuses else None
    known = {status for status in kept if status}
    if not known:
        return None
    if len(known) == 1 and None not in kept:
        return kept[0]
    if known <= set(DONE) and None not in kept:
        return "已完成"
    return "延期" if "延期" in known else "推进中"
