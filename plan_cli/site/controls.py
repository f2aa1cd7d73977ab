"""What stands around the document: choices, the strip of dates, and a way in without the script."""

from collections.abc import Iterable, Iterator
from datetime import date

from plan_cli.model.known import Known
from plan_cli.model.plan import Deadline, Entry, Kind, Plan
from plan_cli.model.statuses import LIGHT_NAMES, LIGHTS, STATUSES
from plan_cli.query.axes import AXES
from plan_cli.query.figures import Due, deadlines_of, due_text, dues, goal_text
from plan_cli.query.reach import ROLES, Party, count_roles, parties, role_of
from plan_cli.query.states import UNTOLD
from plan_cli.report import ROLE_NAMES
from plan_cli.reports.wordings import ROLE_MEANINGS, display_title
from plan_cli.site.cards import link
from plan_cli.site.data import EVERY_ROLE, useful_axes
from plan_cli.site.elements import Html, element, joined
from plan_cli.text import listed

ANY = "全部"


def main_choices(plan: Plan) -> Html:
    """Return the choice of a unit and that of a kind."""
    units = [
        element("optgroup", *_options([u.name for u in plan.units if u.kind == name]), label=name)
        for name in dict.fromkeys(unit.kind for unit in plan.units)
    ]
    kinds = [element("option", _spelt_out(kind), value=kind.name) for kind in plan.kinds]
    return joined([_choice("dept", "部门（单位）", units), _choice("kind", "成员单位类别", kinds)])


def more_choices(plan: Plan, known: Known | None = None) -> Html:
    """Return a choice for each way to put tasks into groups, and for what a ledger knows."""
    choices = [
        _choice(name, AXES[name].label, _options(groups))
        for name, groups in useful_axes(plan).items()
    ]
    if known:
        lights = [element("option", LIGHT_NAMES[light], value=light) for light in LIGHTS]
        choices.append(_choice("light", "亮灯", lights))
        choices.append(_choice("status", "状态", _options([*STATUSES, UNTOLD])))
    return joined(choices)


def role_choices() -> Html:
    """Return a box to tick for each role, with room for its count."""
    boxes = (
        element(
            "label",
            Html(f'<input type="checkbox" name="role" value="{role.value}">'),
            element("span", ROLE_NAMES[role]),
            element("b", class_="figure"),
            title=ROLE_MEANINGS[role],
        )
        for role in ROLES
    )
    return joined(boxes)


def axis_choices(plan: Plan) -> Html:
    """Return the ways to put tasks into groups as columns of the matrix."""
    return joined(element("option", AXES[name].label, value=name) for name in useful_axes(plan))


def _choice(name: str, label: str, options: Iterable[Html]) -> Html:
    every = element("option", ANY, value="")
    return element("label", element("span", label), element("select", every, *options, name=name))


def _options(values: Iterable[str]) -> list[Html]:
    return [element("option", value, value=value) for value in values]


def _spelt_out(kind: Kind) -> str:
    """Return a kind with its other names in Chinese, by which member bodies find themselves."""
    others = [alias for alias in kind.aliases if not alias.isascii()]
    return f"{kind.name}（{listed(others)}）" if others else kind.name


def date_strip(plan: Plan) -> Html:
    """Return the months of the year, each with the tasks that are due; and then every date."""
    found = dues(deadlines_of(plan.entries), date(plan.document.year, 1, 1))
    months: dict[str, list[Due]] = {}
    for month in range(1, 13):
        months[f"{plan.document.year}-{month:02}"] = []
    for due in found:
        day = due.stated.figure.due
        same = day.year == plan.document.year
        months.setdefault(day.isoformat()[:7] if same else str(day.year), []).append(due)
    cells = [_cell(key, months[key], plan.document.year) for key in sorted(months)]
    strip = element("ol", *cells, class_="strip")
    return joined([strip, element("ul", *map(_date, found), class_="dates")]) if found else Html()


def _cell(key: str, found: list[Due], year: int) -> Html:
    name = f"{int(key[5:])}月" if key.startswith(f"{year}-") else f"{key[:4]}年"
    links = [_about(due, link(due.stated.entry)) for due in found]
    return element("li", element("span", name), *links, data_month=key)


def _about(due: Due, *content: Html | str) -> Html:
    """Return a span for a date, with what the script needs to know whether to show it."""
    stated = due.stated
    return element("span", *content, data_task=stated.entry.id, data_duty=stated.duty.id)


def _date(due: Due) -> Html:
    deadline: Deadline = due.stated.figure
    return element(
        "li",
        element("time", due_text(deadline), datetime=deadline.due.isoformat()),
        link(due.stated.entry),
        element("span", goal_text(deadline)),
        element("span", class_="left"),
        data_task=due.stated.entry.id,
        data_duty=due.stated.duty.id,
    )


def departments(plan: Plan) -> Iterator[Html]:
    """Yield for each unit and kind its counts and its tasks, role by role."""
    for party in parties(plan):
        counts = count_roles(party, plan.entries)
        line = " · ".join(f"{ROLE_NAMES[role]} {counts[role]}" for role in EVERY_ROLE)
        summary = element("summary", element("b", party.name), element("span", line))
        yield element("details", summary, *_by_role(party, plan.entries))


def _by_role(party: Party, entries: Iterable[Entry]) -> Iterator[Html]:
    reached: dict[str, list[Html]] = {}
    for entry in entries:
        role = role_of(party, entry)
        if role in ROLES:
            item = element("li", link(entry, f"{entry.id}　{display_title(entry)}"))
            reached.setdefault(role, []).append(item)
    for role in ROLES:
        if role in reached:
            yield element("h3", f"{ROLE_NAMES[role]}（{ROLE_MEANINGS[role]}）")
            yield element("ul", *reached[role])
