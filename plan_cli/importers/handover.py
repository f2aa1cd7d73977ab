"""What an import hands to people: a plan file with its doubts beside them, and what is told."""

from collections.abc import Iterator, Mapping

from plan_cli.importers.doubts import Doubt
from plan_cli.importers.encoding.assembly import Encoded
from plan_cli.model.walk import Path, placed_tasks
from plan_cli.planfile.writing import write_plan

SHOWN = 200
"""How many doubts are told one by one."""

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
    """Yield what is said at the end: what was read, then every doubt."""
    plan, doubts = imported
    counts = f"{len(plan.entries)} 项任务，{len(plan.units)} 个单位，{len(plan.collectives)} 种统称"
    shown = [doubt for doubt in doubts if not doubt.aside]
    tasks = {placed.path: placed.id for placed in placed_tasks(plan.lists)}
    yield f"读出 {counts}。以下 {len(shown)} 处请核对："
    for doubt in shown[:SHOWN]:
        yield f"· {_where(doubt, tasks)}{doubt.message}"
    if len(shown) > SHOWN:
        yield f"其余 {len(shown) - SHOWN} 处见文件里的注释。"
    if len(shown) < len(doubts):
        asides = len(doubts) - len(shown)
        yield f"另有 {asides} 处提议的量化指标、时限，在文件里标了“待核”。"
    yield "核对改好后，请用 plan check 再查一遍。"


def _where(doubt: Doubt, tasks: Mapping[Path, str]) -> str:
    """Return the task that a doubt is about, and the place in the source."""
    around = (doubt.path[:length] for length in range(len(doubt.path), 0, -1))
    task = next((tasks[path] for path in around if path in tasks), "")
    words = [f"任务 {task}"] if task else []
    if doubt.place:
        words.append(doubt.place)
    return f"{'，'.join(words)}：" if words else ""
