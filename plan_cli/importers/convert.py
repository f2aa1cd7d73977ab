"""One document in, one plan out, with everything a person should check."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from plan_cli.errors import InputError
from plan_cli.importers.doubts import head_doubts, table_doubts, whole_doubts
from plan_cli.importers.encoding.build import Doubt, State, build_list
from plan_cli.importers.encoding.collect import all_tasks, collect
from plan_cli.importers.encoding.ids import with_ids
from plan_cli.importers.encoding.proposals import deadlines, targets
from plan_cli.importers.encoding.returning import not_given_back
from plan_cli.importers.encoding.walking import with_tasks
from plan_cli.importers.reading.lines import Line
from plan_cli.importers.shaping.layout import ENCLOSURE, Furniture, paragraphs
from plan_cli.importers.shaping.letter import (
    Head,
    ending_start,
    issuer_of,
    list_starts,
    read_head,
    year_of,
)
from plan_cli.importers.shaping.nodes import Block, make_block
from plan_cli.importers.shaping.outline import outline
from plan_cli.importers.shaping.tables import with_columns
from plan_cli.importers.shaping.unfolding import unfolded
from plan_cli.model.plan import Document, NumberPlace, Plan, Section, Task, TaskList
from plan_cli.notes.asides import states_first
from plan_cli.notes.words import DOCUMENTS, LISTS, either
from plan_cli.planfile.fields import Path

MAX_CHARACTERS = 3_000_000
MAX_PARAGRAPH = 100_000
MAX_CONVENTION = 80
"""How long a sentence can be that says who leads."""
_NAMES = re.compile(
    rf"((?:工作|任务|责任|分工|实施|行动|指导|若干)?{either(DOCUMENTS, LISTS)})(?:[（(].*[）)])?$"
)


class Imported(NamedTuple):
    """The plan made of a document."""

    plan: Plan
    doubts: tuple[Doubt, ...]
    dropped: tuple[Furniture, ...]
    """Lines of the pages (numbers, running heads) that were left out."""


def convert(lines: Sequence[Line]) -> Imported:
    """Return the plan that ``lines`` hold.

    Raises InputError if there is no text, too much of it, or no responsibility note at all.
    """
    if sum(len(line.text) for line in lines) > MAX_CHARACTERS:
        raise InputError("文档过长（超过三百万字）", "请只保留要导入的部分。")
    whole, dropped = paragraphs(lines)
    if not whole:
        raise InputError("文档里没有文字", "请核对是否选错了文件。")
    if long := next((each for each in whole if len(each.text) > MAX_PARAGRAPH), None):
        raise InputError(f"{long.place}有一段超过十万字，不像正常的文件", "请分段后再导入。")
    blocks = [make_block(each, columns) for each, columns in with_columns(unfolded(whole))]
    if not any(block.notes or block.columns for block in blocks):
        raise InputError(
            "文档里没有找到责任单位，不能导入",
            "每项任务要写明责任单位，如“（责任单位：科普部）”“（教育部负责）”或“牵头单位”一栏。",
        )
    state = State()
    head = read_head(blocks)
    lists, ending = _lists(blocks, head, state)
    if not any(True for _ in all_tasks(lists)):
        raise InputError("文档里没有读出任务，不能导入", "请核对是否选错了文件，或文件是否完整。")
    imported = _imported(head, lists, ending, blocks, state, tuple(dropped))
    lost = tuple(not_given_back(imported.plan, whole))
    return imported._replace(doubts=imported.doubts + lost)


def _lists(
    blocks: list[Block], head: Head, state: State
) -> tuple[tuple[TaskList, ...], tuple[str, ...]]:
    """Return the lists, and the paragraphs behind them that end the document."""
    starts = list_starts(blocks, head)
    noted = [i for i, block in enumerate(blocks) if block.notes or block.columns]
    last = noted[-1] + 1
    stop = min((start for start, _ in starts if start >= last), default=len(blocks))
    stop = _before_enclosure(blocks, stop)
    stop = min(stop, ending_start(blocks, last))
    starts = [(start, end) for start, end in starts if start < stop]
    first = starts[0][0] if starts else _first_item(blocks, head)
    if starts and any(index < first for index in noted):
        starts, first = [(first := _first_item(blocks, head), first), *starts], first
    head.body += [block.text for block in blocks[head.used : first]]
    bounds = starts or [(first, first)]
    names = _names(head, ["".join(b.text for b in blocks[s:e]) for s, e in bounds])
    built = []
    for place, (start, end) in enumerate(bounds):
        until = bounds[place + 1][0] if place + 1 < len(bounds) else stop
        title = _title(blocks[start:end])
        _convention(blocks[start if place else head.used : until], state, place)
        tree = outline(blocks[end:until])
        built.append(build_list(tree, names[place], title, ("lists", place), state))
    return with_ids(built), tuple(block.text for block in blocks[stop:])


def _first_item(blocks: Sequence[Block], head: Head) -> int:
    """Return where the list begins in a document that is the plan itself.

    The paragraphs above its first heading or number belong to the letter.
    """
    tree = outline(blocks[head.used :])
    top = tree.children[0].head if tree.children else None
    index = next((i for i, block in enumerate(blocks) if block is top), head.used)
    return max(index, head.used)


def _before_enclosure(blocks: Sequence[Block], stop: int) -> int:
    """Return where what ends the document begins: 附件 on a line of its own goes with it."""
    while 0 < stop <= len(blocks) and ENCLOSURE.match(blocks[stop - 1].text):
        stop -= 1
    return stop


def _title(blocks: Sequence[Block]) -> str | None:
    return " ".join(block.text for block in blocks) or None


def _names(head: Head, titles: Sequence[str]) -> list[str]:
    """Return a short name for each list, all different."""
    names: list[str] = []
    for title in titles:
        title = title or head.title
        found = _NAMES.search(title.removesuffix("的通知").removesuffix("》"))
        name = found[1] if found else title[-12:] or "任务"
        unique, number = name, 2
        while unique in names:
            unique, number = f"{name}{number}", number + 1
        names.append(unique)
    return names


def _convention(blocks: Sequence[Block], state: State, place: int) -> None:
    """Take a convention that the list states outside of notes (列第一位的为牵头单位)."""
    for block in blocks:
        if block.notes or block.columns:
            continue
        for words in block.text.split("。"):
            if len(words) < MAX_CONVENTION and states_first(words):
                state.first_leads = True
                message = f"正文约定“{words}”；每处第一个单位都记为 lead"
                state.doubts.append(Doubt(("lists", place), block.paragraph.place, message))


def _imported(
    head: Head,
    lists: tuple[TaskList, ...],
    ending: tuple[str, ...],
    blocks: Sequence[Block],
    state: State,
    dropped: tuple[Furniture, ...],
) -> Imported:
    year = year_of(head, [block.text for block in blocks])
    doubts = [*head_doubts(head, year), *state.doubts]
    lists = _with_proposals(lists, year, doubts)
    kinds, units, collectives = collect(lists)
    document = Document(
        title=head.title,
        year=year,
        number=head.number,
        issuer=issuer_of(head),
        letterhead=head.letterhead,
        addressees=head.addressees,
        body=tuple(head.body),
        ending=ending,
        number_place=NumberPlace.BELOW if head.number_below else NumberPlace.ABOVE,
    )
    doubts += table_doubts([unit.name for unit in units], [c.phrase for c in collectives])
    doubts += whole_doubts(lists, state, dropped)
    plan = Plan(document, lists, kinds, units, collectives, remarks=_remarks(state))
    return Imported(plan, tuple(doubts), dropped)


def _remarks(state: State) -> tuple[str, ...]:
    remarks = ["由 plan import 从原文件读出，归类、量化指标、时限都是程序提议的，未经核对。"]
    remarks += [f"文件写明“{words}”；各项任务没有逐项列出。" for words in state.standing]
    return tuple(remarks)


def _with_proposals(
    lists: Sequence[TaskList], year: int, doubts: list[Doubt]
) -> tuple[TaskList, ...]:
    """Return ``lists`` with targets and deadlines proposed for every task."""

    def one(task: Task, path: Path, above: tuple[Section, ...]) -> Task:
        numbers = tuple(target for measure in task.measures for target in targets(measure))
        dates = tuple(due for measure in task.measures for due in deadlines(measure, year))
        for key, found in (("targets", numbers), ("deadlines", dates)):
            if found:
                doubts.append(Doubt((*path, "editor", key), "", "程序从正文提议", True))
        return replace(task, editor=replace(task.editor, targets=numbers, deadlines=dates))

    return tuple(with_tasks(tasks, ("lists", i), one) for i, tasks in enumerate(lists))
