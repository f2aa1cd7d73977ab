"""The 通报: what stands at the end of a period, as an official letter and as rows by unit."""

from collections.abc import Iterator, Sequence
from datetime import date

from plan_cli.ledger.telling.goals import amounts
from plan_cli.ledger.telling.phrases import counted, everybody, ids, kind_name, matter, percent
from plan_cli.ledger.telling.sections import changes, lagging, moves, problems
from plan_cli.ledger.telling.tally import Body, Pair, Tally, by_light, by_status, finished, silent
from plan_cli.model.known import Standing
from plan_cli.model.statuses import DONE, LIGHT_NAMES, LIGHTS, STATUSES, Light, Status
from plan_cli.query.figures import day_text
from plan_cli.query.states import UNSAID
from plan_cli.report import Column, Group, Imprint, Record, Report, filled
from plan_cli.text import listed

NUMERALS = "一二三四五六七"
SEAL = "（盖章）"


def bulletin(tally: Tally, made: date) -> Report:
    """Return the 通报 of a period, made on the day ``made``."""
    document = tally.state.plan.document
    groups = [
        _whole(tally),
        amounts(tally),
        lagging(tally),
        _silent(tally),
        problems(tally),
        moves(tally),
        changes(tally),
    ]
    numbered = (
        group._replace(heading=f"{numeral}、{group.heading}", part="section")
        for numeral, group in zip(NUMERALS, groups, strict=True)
    )
    signature = ((document.issuer or "") + SEAL, day_text(made))
    return Report(
        title=f"《{matter(document)}》{tally.period.title}落实情况通报",
        columns=SHEET,
        groups=(
            Group(filled(SHEET, tally.units), folded=True),
            *numbered,
            Group((), part="signature", text=signature),
        ),
        records=lambda: [_record(tally, unit) for unit in tally.units],
        imprint=Imprint(document.heading, document.issuer or "", made=made),
        paper="letter",
    )


def _standings(body: Body) -> list[Standing]:
    return [pair.now for pair in body.pairs]


def _status(status: Status | None) -> Column[Body]:
    heading = status or UNSAID
    return Column(heading, len(heading), lambda body: by_status(_standings(body))[status])


def _light(light: Light) -> Column[Body]:
    return Column(_light_name(light), 2, lambda body: by_light(_standings(body))[light])


def _light_name(light: Light) -> str:
    return "未亮灯" if light == "grey" else LIGHT_NAMES[light]


def _share(body: Body) -> str:
    return percent(finished(_standings(body)), len(body.pairs))


NAME = Column[Body]("单位", 7, lambda body: body.name)
COUNT = Column[Body]("事项", 3, lambda body: len(body.pairs))
SHARE = Column[Body]("完成率", 4, _share)
SHEET: tuple[Column[Body], ...] = (
    NAME,
    Column("类别", 7, kind_name),
    COUNT,
    *(_status(status) for status in (*STATUSES, None)),
    SHARE,
    *(_light(light) for light in LIGHTS),
    Column("逾期", 2, lambda body: sum(bool(pair.late) for pair in body.pairs)),
    Column("本期应报", 4, lambda body: sum(pair.owed for pair in body.pairs)),
    Column("本期已报", 4, lambda body: sum(pair.answered for pair in body.pairs)),
    Column("新完成", 3, lambda body: sum(pair.newly_done for pair in body.pairs)),
    Column("新逾期", 3, lambda body: sum(pair.newly_late for pair in body.pairs)),
)


def _whole(tally: Tally) -> Group:
    """Return the paragraph of the whole, and the table by unit."""
    bodies = tally.bodies
    everything = Body("合计", tally.pairs)
    statuses = by_status(_standings(everything))
    columns = (
        NAME,
        COUNT,
        *(_status(each) for each, count in statuses.items() if count or each == "已完成"),
        SHARE,
        *(_light(light) for light in LIGHTS if light != "grey"),
        Column[Body]("本期已报", 5, _answered),
    )
    rows = filled(columns, bodies)
    if len(bodies) > 1:
        rows += tuple(row._replace(total=True) for row in filled(columns, [everything]))
    return Group(rows, "总体情况", text=tuple(_summary(tally)), columns=columns)


def _answered(body: Body) -> str:
    owed = sum(pair.owed for pair in body.pairs)
    return f"{sum(pair.answered for pair in body.pairs)}/{owed}" if owed else "—"


def _summary(tally: Tally) -> Iterator[str]:
    plan, tasks, pairs = tally.state.plan, tally.tasks(), tally.pairs
    left = len(plan.entries) - len(tasks)
    rest = f"另有{left}项任务没有确定到单位，未计入。" if left else ""
    day = f"截至{day_text(tally.day)}，"
    if not pairs:
        yield f"{day}《{matter(plan.document)}》没有可以填报的事项。{rest}"
        return
    standings = [pair.now for pair in pairs]
    done = finished(tasks)
    closed = "（含已销号）" if by_status(standings)["已销号"] else ""
    yield (
        f"{day}《{matter(plan.document)}》由{len(tally.units)}个单位承担的任务共{len(tasks)}项，"
        f"承担单位全部完成的{counted(done, len(tasks))}。按承担单位分解为{len(pairs)}项，"
        f"已完成{closed}{counted(finished(standings), len(pairs))}。{rest}"
    )
    told = [
        f"{status or UNSAID}{counted(count, len(pairs))}"
        for status, count in by_status(standings).items()
        if count
    ]
    lights = [
        f"{_light_name(light)}{counted(count, len(pairs))}"
        for light, count in by_light(standings).items()
        if count
    ]
    yield (
        f"分解的{len(pairs)}项，按进展状态分：{'；'.join(told)}。按亮灯情况分：{'；'.join(lights)}。"
    )


def _silent(tally: Tally) -> Group:
    """Return who had to report in the period and did not."""
    owing = [unit for unit in tally.units if any(pair.owed for pair in unit.pairs)]
    missing = {unit.name for unit in owing if silent(unit)}
    return Group((), "未填报单位", text=tuple(_silent_lines(tally, owing, missing)))


def _silent_lines(tally: Tally, owing: Sequence[Body], missing: set[str]) -> Iterator[str]:
    title = tally.period.title
    if not owing:
        yield f"{title}没有需要填报的单位。"
        return
    told = len(owing) - len(missing)
    yield (
        f"{title}应填报的单位{len(owing)}个，已填报{told}个，"
        f"占{percent(told, len(owing))}，未填报{len(missing)}个。"
    )
    alone = [each.name for each in tally.bodies if not each.members and each.name in missing]
    if alone:
        yield f"未填报的单位：{listed(alone)}。"
    for body in tally.bodies:
        due = [unit.name for unit in owing if unit.name in body.members]
        absent = [name for name in due if name in missing]
        if due:
            names = f"，未报：{everybody(tally, absent)}" if absent else ""
            yield f"{body.name}：已报{len(due) - len(absent)}/{len(due)}{names}。"
    if parts := list(_partly(tally, owing, missing)):
        yield f"已填报、但有事项未报的：{listed(parts)}。"


def _partly(tally: Tally, owing: Sequence[Body], missing: set[str]) -> Iterator[str]:
    """Yield who reported on some items only: units with these, of a kind how many bodies."""
    partly = {unit.name for unit in owing if unit.name not in missing and _open(unit.pairs)}
    for body in tally.bodies:
        if body.name in partly:
            yield f"{body.name}（{ids(_open(body.pairs))}）"
        elif among := partly.intersection(body.members):
            yield f"{body.name}{len(among)}个"


def _open(pairs: Sequence[Pair]) -> list[Pair]:
    return [pair for pair in pairs if pair.owed and not pair.answered]


def _record(tally: Tally, unit: Body) -> Record:
    pairs, standings = unit.pairs, _standings(unit)
    return {
        "plan": tally.state.plan.name,
        "period": tally.period.name,
        "day": tally.day.isoformat(),
        "unit": unit.name,
        "kind": kind_name(unit),
        "items": len(pairs),
        "finished": sum(standing.status in DONE for standing in standings),
        "status": {status or UNSAID: count for status, count in by_status(standings).items()},
        "light": dict(by_light(standings)),
        "answered": [pair.item.id for pair in pairs if pair.answered],
        "unanswered": [pair.item.id for pair in _open(pairs)],
        "late": [
            {"item": pair.item.id, "due": _iso(pair.now.due), "days": pair.late}
            for pair in pairs
            if pair.late
        ],
        "behind": [pair.item.id for pair in pairs if pair.gap and not pair.late],
        "amounts": [
            {
                "item": pair.item.id,
                "goal": pair.now.goal,
                "done": pair.now.done,
                "before": pair.before.done,
            }
            for pair in pairs
            if pair.now.goal
        ],
        "problems": [
            {"item": pair.item.id, "period": pair.problem_from, "problem": pair.problem}
            for pair in tally.once("problem", (pair for pair in pairs if pair.problem))
        ],
        "moved": [
            {
                "item": pair.item.id,
                "from": _iso(pair.moved.before),
                "to": _iso(pair.moved.after),
                "reason": pair.moved.reason,
            }
            for pair in tally.once("due", (pair for pair in pairs if pair.moved))
            if pair.moved
        ],
        "newly_done": [pair.item.id for pair in pairs if pair.newly_done],
        "newly_late": [pair.item.id for pair in pairs if pair.newly_late],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
