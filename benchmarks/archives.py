"""Archives of many plans, the same at every run: the shipped plan retold by a hundred cities over
ten years. Shared by the benchmarks of this folder and the scripts of `docs/scale.md`.

    python benchmarks/archives.py COUNT FOLDER
"""

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from plan_cli.cli.loading import load_plan
from plan_cli.model.plan import Link, Measure, Note, Plan, Task, TaskList, Unit
from plan_cli.model.walk import placed_tasks, with_tasks
from plan_cli.planfile.writing import write_plan

_NAMES = """
郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘
信阳 周口 驻马店 济源 石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊
衡水 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁 济南 青岛
淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽
合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州
池州 宣城 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州
长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 西安
咸阳 宝鸡
"""
CITIES = tuple(_NAMES.split())
YEARS = range(2016, 2026)
EIGHTH = Unit("省青少年科技中心", "直属事业单位")
"""The shipped plan names seven units."""


def archive(count: int) -> Iterator[tuple[str, Plan]]:
    """Yield so many plans of 33 tasks, each with the name of its file: year by year for a city."""
    shipped = load_plan(None)
    pool = [m for placed in placed_tasks(shipped.lists) for m in placed.task.measures]
    for place in range(count):
        city, year = CITIES[place // len(YEARS)], YEARS[place % len(YEARS)]
        yield f"{city}{year}", _retold(shipped, pool, city, year, random.Random(place))


def write_archive(count: int, folder: Path) -> None:
    """Write so many plan files into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, plan in archive(count):
        path = folder / f"{name}.yaml"
        path.write_text(write_plan(plan, {}), encoding="utf-8", newline="\n")


def in_one(plans: Sequence[Plan]) -> Plan:
    """Return all tasks of ``plans`` as one plan, each list with its own name and prefix."""
    lists = [
        _renamed(tasks, f"{number}-")
        for number, plan in enumerate(plans, 1)
        for tasks in plan.lists
    ]
    return replace(plans[0], lists=tuple(lists))


def _retold(
    shipped: Plan, pool: Sequence[Measure], city: str, year: int, chance: random.Random
) -> Plan:
    document = replace(
        shipped.document,
        number=f"{city}科协办发〔{year}〕{chance.randint(1, 60)}号",
        issuer=f"{city}市科学技术协会",
        title=f"关于印发{city}市科协{year}年重点工作和工作要点的通知",
        year=year,
    )
    lists = tuple(
        with_tasks(tasks, iter([_task(p.task, pool, chance) for p in placed_tasks([tasks])]))
        for tasks in shipped.lists
    )
    return replace(shipped, document=document, lists=lists, units=(*shipped.units, EIGHTH))


def _task(task: Task, pool: Sequence[Measure], chance: random.Random) -> Task:
    """Return the task with other measures, but for one with figures, which quote them."""
    notes = tuple(map(_note, task.notes))
    if task.editor.targets or task.editor.deadlines:
        return replace(task, notes=notes)
    measures = tuple(chance.choices(pool, k=len(task.measures)))
    return replace(task, notes=notes, measures=measures)


def _note(note: Note) -> Note:
    """Return the note with the eighth unit behind the science museum."""
    museum = "省科技馆"
    read = note.responsible
    if museum not in read.named:
        return note
    place = read.named.index(museum) + 1
    named = (*read.named[:place], EIGHTH.name, *read.named[place:])
    text = note.text.replace(museum, f"{museum}、{EIGHTH.name}", 1)
    return replace(note, text=text, responsible=replace(read, named=named))


def _renamed(tasks: TaskList, mark: str) -> TaskList:
    prefixed = replace(tasks, name=mark + tasks.name, prefix=mark + tasks.prefix)
    renamed = (_relinked(placed.task, mark) for placed in placed_tasks([tasks]))
    return with_tasks(prefixed, renamed)


def _relinked(task: Task, mark: str) -> Task:
    links = tuple(Link(mark + link.to, link.strength) for link in task.editor.links)
    return replace(task, editor=replace(task.editor, links=links))


if __name__ == "__main__":
    write_archive(int(sys.argv[1]), Path(sys.argv[2]))
