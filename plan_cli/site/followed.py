"""How far a task is, as a ledger knows it: who reported what, who did not, how much is done."""

from collections.abc import Iterable, Iterator

from plan_cli.model.known import Known, Standing
from plan_cli.model.plan import Entry
from plan_cli.model.statuses import LIGHT_NAMES, Light
from plan_cli.query.figures import day_text
from plan_cli.query.states import status_name
from plan_cli.site.data import concerned
from plan_cli.site.elements import Html, element


def progress_rows(entry: Entry, known: Known) -> Iterator[Html]:
    """Yield a line for each report, and one for each item on who has said nothing of it.

    Each carries as ``data-for`` the parties that it concerns, by their place in the data.
    """
    whom = concerned(known, entry)
    silent: dict[tuple[str, Light], list[Standing]] = {}
    for standing in known.each(entry.id):
        if standing.at:
            yield _told(standing, _for(whom, [standing]))
        else:
            silent.setdefault((standing.item, standing.light), []).append(standing)
    for (item, light), standings in silent.items():
        units = [element("span", each.unit, data_for=_for(whom, [each])) for each in standings]
        parts = [
            element("span", _state(standings[0]), class_=f"light {light}"),
            element("small", item),
            element("span", *units, class_="silent"),
        ]
        yield element("div", *parts, class_="report", data_for=_for(whom, standings))


def overall_state(entry: Entry, known: Known) -> Html:
    """Return how far a task is for all who answer for it; the script shows it for one of them."""
    answered = bool(known.each(entry.id))
    standing = known.of(entry.id)
    lamp = element("span", _state(standing), class_=f"light {standing.light}") if answered else None
    return element("p", lamp, class_="state")


def _told(standing: Standing, whom: str) -> Html:
    parts = [
        element("span", _state(standing), class_=f"light {standing.light}"),
        element("small", standing.item),
        element("b", standing.unit),
        _words(standing),
        _amount(standing),
    ]
    return element("div", *parts, class_="report", data_for=whom)


def _state(standing: Standing) -> str:
    """Return status and light in words; what nobody has reported on is only that, if not urgent."""
    names = (status_name(standing), LIGHT_NAMES[standing.light])
    return " ".join(dict.fromkeys(names))


def _words(standing: Standing) -> Html:
    period = f"（{standing.period_title}）" if standing.period_title else ""
    moved = ""
    if standing.due and standing.due_by != "document":
        moved = f"时限 {day_text(standing.due)}"
    told = (
        standing.progress + period if standing.progress else "",
        f"问题：{standing.problem}" if standing.problem else "",
        f"下一步：{standing.next}" if standing.next else "",
        moved,
        f"原因：{standing.reason}" if standing.reason else "",
    )
    return element("span", "；".join(filter(None, told)), class_="words")


def _amount(standing: Standing) -> Html | None:
    """Return the amount reached, as a bar where it is known how much is to be reached."""
    if standing.done is None:
        return None
    if not standing.goal:
        return element("span", f"{standing.done:.10g}", class_="amount")
    text = f"{standing.done:.10g}/{standing.goal:.10g}"
    share = f"{min(1.0, standing.done / standing.goal):.3g}"
    bar = element("progress", text, value=share, max="1", aria_label=f"完成 {text}")
    return element("span", bar, text, class_="amount")


def _for(whom: dict[tuple[str, str], list[int]], standings: Iterable[Standing]) -> str:
    found = {index for each in standings for index in whom.get((each.item, each.unit), ())}
    return " ".join(map(str, sorted(found)))
