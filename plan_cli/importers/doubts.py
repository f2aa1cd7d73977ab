"""What is to be doubted about an import as a whole, besides each task and note."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from plan_cli.importers.encoding.build import Doubt, State
from plan_cli.importers.encoding.collect import lookalikes
from plan_cli.importers.shaping.layout import Furniture
from plan_cli.importers.shaping.letter import Head
from plan_cli.model.plan import Section, TaskList
from plan_cli.model.walk import placed_tasks, walk


def head_doubts(head: Head, year: int) -> Iterator[Doubt]:
    """Yield what to doubt about the title, the year and the letterhead."""
    if head.guessed:
        yield Doubt(("document", "title"), "", "没有找到明显的标题，取了开头的一行")
    if not year:
        yield Doubt(("document", "year"), "", "文件里没有找到年份，请填写")
    if head.letterhead and not head.letterhead.endswith("文件"):
        yield Doubt(("document", "letterhead"), "", "标题之上的文字都放在了红头里，请核对")


def table_doubts(units: Sequence[str], phrases: Sequence[str]) -> Iterator[Doubt]:
    """Yield what to doubt about kinds, units that look alike, and what collectives bind."""
    yield Doubt(("kinds",), "", "单位的类别是按名称提议的")
    for first, second in lookalikes(units):
        path = ("units", units.index(second), "name")
        yield Doubt(path, "", f"“{first}”和“{second}”可能是同一个单位；没有合并")
    if phrases:
        yield Doubt(("collectives",), "", "统称约束的类别：“各”提议为 all，“有关、相关”提议为 some")


def whole_doubts(
    lists: Sequence[TaskList], state: State, dropped: Sequence[Furniture]
) -> Iterator[Doubt]:
    """Yield what was decided in many places at once: open lists, ids, sections, furniture."""
    if state.open_lists:
        where = _places(state.open_lists)
        yield Doubt((), where, f"{len(state.open_lists)} 处名单以“等”结尾，可能不止列出的单位")
    if state.joint:
        where = _places(state.joint)
        yield Doubt((), where, f"{len(state.joint)} 处写“会同”，没有写明牵头，lead 没有填")
    for place, tasks in enumerate(lists):
        if tasks.prefix:
            message = f"编号前缀 {tasks.prefix} 是程序起的，可以改"
            yield Doubt(("lists", place, "prefix"), "", message)
        renumbered = sum(task.id is not None for _, task, *_ in placed_tasks([tasks]))
        if renumbered:
            message = f"序号有重复（如各部分从头编号），{renumbered} 项任务另起了编号（id）"
            yield Doubt(("lists", place), "", message)
        for part, path, _ in walk(tasks, ("lists", place)):
            if isinstance(part, Section) and not part.tasks and not part.sections:
                message = f"“{part.heading[:20]}”里没有责任单位，按正文段落收入，没有作为任务"
                yield Doubt((*path, "heading"), "", message)
    counts = Counter(re.sub(r"\d+", "#", line.text) for line in dropped)
    if counts:
        shown = "、".join(f"“{text}”{count} 处" for text, count in counts.most_common(3))
        message = f"去掉了不属于正文的文字（页码、页眉、网页栏目等）：{shown}"
        yield Doubt((), _places([line.place for line in dropped]), message)


def _places(places: Sequence[str]) -> str:
    distinct = list(dict.fromkeys(places))
    return "、".join(distinct[:3]) + ("等" if len(distinct) > 3 else "")
