"""What an import hands to people: a plan file with its doubts beside them, and what is told."""

from collections.abc import Iterator, Mapping, Sequence

from plan_cli.importers.doubts import Cause, Doubt
from plan_cli.importers.encoding.assembly import Encoded
from plan_cli.model.walk import Path, placed_tasks
from plan_cli.planfile.writing import write_plan

FEW = 2
"""More doubts of one cause than this are told as one: in the file each stands at its place."""
SHOWN = 4
"""How many places and how many wordings are told of these."""

HEAD = (
    "由 plan import 从 {name} 读出。请对照原文核对：",
    "  plan check 本文件           检查格式和规则",
    "  plan text -p 本文件         拼回原文，与原件对照",
    "带“待核”的注释是程序拿不准的地方，核对后删去；原文一字未改。",
)


def plan_file(imported: Encoded, name: str) -> str:
    """Return the plan file of document ``name``: doubts beside their places, others at the top."""
    comments: dict[Path, list[str]] = {}
    head = [line.format(name=name) for line in HEAD]
    for doubt in imported.doubts:
        where = f"（{doubt.place}）" if doubt.place else ""
        beside = comments.setdefault(doubt.path, []) if doubt.path else head
        beside.append(f"待核{where}：{doubt.message}")
    return write_plan(imported.plan, comments, head)


def told(imported: Encoded) -> Iterator[str]:
    """Yield what is said at the end: what was read, then the doubts, like ones as one."""
    plan, doubts = imported
    counts = f"{len(plan.entries)} 项任务，{len(plan.units)} 个单位，{len(plan.collectives)} 种统称"
    shown = [doubt for doubt in doubts if not doubt.aside]
    tasks = {placed.path: placed.id for placed in placed_tasks(plan.lists)}
    by_cause: dict[Cause, list[Doubt]] = {}
    for doubt in shown:
        by_cause.setdefault(doubt.cause, []).append(doubt)
    lines = [line for alike in by_cause.values() for line in _together(alike, tasks)]
    yield f"读出 {counts}。以下 {len(lines)} 点请核对：" if lines else f"读出 {counts}。"
    yield from (f"· {line}" for line in lines)
    if len(shown) < len(doubts):
        asides = len(doubts) - len(shown)
        yield f"另有 {asides} 处是程序提议的（类别、统称、量化指标、时限），在文件里标了“待核”。"
    yield "核对改好后，请用 plan check 再查一遍。"


def _together(alike: Sequence[Doubt], tasks: Mapping[Path, str]) -> Iterator[str]:
    """Yield the lines that tell doubts of one cause: each by itself, or one for many."""
    if len(alike) <= FEW:
        for doubt in alike:
            where = _where(doubt, tasks)
            yield f"{where}：{doubt.message}" if where else doubt.message
        return
    places = list(dict.fromkeys(filter(None, (_where(doubt, tasks) for doubt in alike))))
    where = f"{'；'.join(places[:SHOWN])}{'等' if len(places) > SHOWN else ''}，" if places else ""
    yield f"{where}共 {len(alike)} 处：{_message(alike)}"


def _message(alike: Sequence[Doubt]) -> str:
    """Return what doubts of one cause say together: one sentence about all they are about."""
    about = list(dict.fromkeys(doubt.about for doubt in alike))
    more = "等" if len(about) > SHOWN else ""
    if all(len(each) == 1 for each in about):
        names = "、".join(str(name) for (name,) in about[:SHOWN])
        return alike[0]._replace(about=(names + more,)).message
    told = (alike[0]._replace(about=each).message for each in about[:SHOWN])
    return "；".join(told) + more


def _where(doubt: Doubt, tasks: Mapping[Path, str]) -> str:
    """Return the task that a doubt is about, and the place in the source."""
    around = (doubt.path[:length] for length in range(len(doubt.path), 0, -1))
    task = next((tasks[path] for path in around if path in tasks), "")
    return "，".join(filter(None, (f"任务 {task}" if task else "", doubt.place)))
