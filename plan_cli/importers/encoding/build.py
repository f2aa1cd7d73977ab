"""From the outline to the lists of a plan: sections, tasks, ids, and what to doubt about them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from plan_cli.importers.encoding.body import (
    Body,
    Lead,
    head_start,
    sentence_end,
    take_apart,
    title_lead,
)
from plan_cli.importers.shaping.layout import is_heading
from plan_cli.importers.shaping.nodes import Block, Node, only_note, tasks_of
from plan_cli.model.plan import Note, Section, Task, TaskList
from plan_cli.model.walk import Path
from plan_cli.notes.grammar import Reading, read_note
from plan_cli.notes.labels import LABEL


class Doubt(NamedTuple):
    """Something a person should look at: where in the plan, where in the source, what and why."""

    path: Path
    place: str
    message: str
    aside: bool = False
    """Whether a comment in the file is enough, and it need not be told by itself."""


@dataclass
class State:
    """What reading the notes one after another hands on."""

    first_leads: bool = False
    doubts: list[Doubt] = field(default_factory=list)
    open_lists: list[str] = field(default_factory=list)
    standing: list[str] = field(default_factory=list)
    joint: list[str] = field(default_factory=list)


class Draft(NamedTuple):
    """A task with its place in the source."""

    task: Task
    place: str


def build_list(tree: Node, name: str, title: str | None, path: Path, state: State) -> TaskList:
    """Return the list that ``tree`` holds. Its ids may still clash with other lists."""
    builder = _Builder(_titles(list(tasks_of(tree))), state)
    children, closing = _with_closing(tree)
    preamble = tuple(block.text for block in tree.body)
    tasks, sections = builder.children(children, path)
    return TaskList(name, "", title, preamble, tasks, sections, closing)


def _titles(tasks: Sequence[Node]) -> dict[int, int]:
    """Return where the title of each task ends, by the identity of its first paragraph.

    Bold words and lines standing alone are titles. A short first sentence is one only where
    most tasks begin so: otherwise it is just a short sentence. There a task of a single short
    sentence has its title, and no measure.
    """
    leads: dict[int, Lead] = {}
    for node in tasks:
        if lead := title_lead(node):
            leads[id(node.head)] = lead
    counts = Counter(lead.how for lead in leads.values())
    titled = sum(counts[how] for how in ("bold", "line", "sentence"))
    weak = max(("colon", "space"), key=lambda how: counts[how])
    kept = {"bold", "line"}
    if titled >= 0.5 * len(tasks):
        kept |= {"sentence", "whole"}
    elif counts[weak] >= 0.7 * len(tasks):
        kept.add(weak)
    return {key: lead.end for key, lead in leads.items() if lead.how in kept}


def _with_closing(node: Node) -> tuple[list[Node], tuple[str, ...]]:
    """Return the children of ``node``, and paragraphs behind the last task that close it.

    A paragraph without a number belongs to the task above it, unless that task's note has
    ended it and nothing but such paragraphs follows.
    """
    if not node.children:
        return [], ()
    last = node.children[-1]
    if not last.is_task or last.children or not last.noted:
        return node.children, ()
    own = [block for block in (last.head, *last.body) if block]
    end = max(i for i, block in enumerate(own) if block.notes or block.columns)
    while end + 1 < len(own) and LABEL.match(own[end + 1].text):
        end += 1
    trailing = own[end + 1 :]
    ended = not own[end].notes or (_ends_with_note(own[end]) and not _introduces(own[: end + 1]))
    if not trailing or not ended:
        return node.children, ()
    kept = replace(last, body=[block for block in last.body if block not in trailing])
    return [*node.children[:-1], kept], tuple(block.text for block in trailing)


def _introduces(blocks: Sequence[Block]) -> bool:
    """Say whether a note stands in the heading, with no text before it: its text follows."""
    [first, *others] = blocks
    before = first.text[head_start(first) : first.notes[0].start] if first.notes else first.text
    return is_heading(before.rstrip() or "。") and all(only_note(block) for block in others)


def _ends_with_note(block: Block) -> bool:
    return not re.search(r"\w", block.text[block.notes[-1].end :])


class _Builder:
    """Turns nodes into sections and tasks."""

    def __init__(self, titles: dict[int, int], state: State) -> None:
        self.titles = titles
        self.state = state

    def children(
        self, nodes: Sequence[Node], path: Path
    ) -> tuple[tuple[Task, ...], tuple[Section, ...]]:
        """Return the tasks before the first section, and the sections."""
        tasks: list[Task] = []
        sections: list[Section] = []
        for node in nodes:
            if node.is_task and not sections:
                tasks.append(self.task(node, (*path, "tasks", len(tasks))))
            elif node.is_task:
                inner = (*path, "sections", len(sections))
                sections.append(self.lone_task(node, inner))
            else:
                sections.append(self.section(node, (*path, "sections", len(sections))))
        return tuple(tasks), tuple(sections)

    def section(self, node: Node, path: Path) -> Section:
        """Return the section that ``node`` heads; without tasks it is all paragraphs."""
        assert node.head
        heading, rest = split_heading(node.head)
        preamble = [*rest, *(block.text for block in node.body)]
        if not any(True for _ in tasks_of(node)):
            preamble += [block.text for child in node.children for block in child.blocks]
            return Section(heading, preamble=tuple(preamble))
        if node.own_notes:
            message = "这个标题自己也带责任单位，格式里部分不能有责任单位，没有计入下面的任务"
            self.state.doubts.append(Doubt((*path, "heading"), node.head.paragraph.place, message))
        children, closing = _with_closing(node)
        tasks, sections = self.children(children, path)
        return Section(heading, None, tuple(preamble), tasks, sections, closing)

    def lone_task(self, node: Node, path: Path) -> Section:
        """Return a task that stands among sections, as a section of its own."""
        assert node.head
        heading, rest = split_heading(node.head)
        if not rest and node.head.notes:
            heading = node.head.marker.label if node.head.marker else heading
        paragraph = node.head.paragraph
        cut = len(heading)
        offset = cut + len(node.head.text[cut:]) - len(node.head.text[cut:].lstrip())
        head = Block(
            paragraph._replace(text=paragraph.text[offset:], bold=()),
            None,
            [s._replace(start=s.start - offset, end=s.end - offset) for s in node.head.notes],
        )
        blocks = [head] if head.text else []
        inner = replace(node, head=None, body=[*blocks, *node.body])
        task = self.task(inner, (*path, "tasks", 0), node.head)
        return Section(heading, tasks=(task,))

    def task(self, node: Node, path: Path, numbered: Block | None = None) -> Task:
        """Return the task that ``node`` is; ``numbered``: its number stands in this heading."""
        body = take_apart(node, self.titles.get(id(node.head)))
        marker = (numbered or node.head or next(node.blocks)).marker
        place = (numbered or node.head or next(node.blocks)).paragraph.place
        label: str | None = marker.label if marker and not numbered else ""
        number = marker.number if marker else ""
        if node.head and node.head.columns and node.head.columns.number is not None:
            cell = node.head.paragraph.cells[node.head.columns.number]
            label, number = cell, re.sub(r"\D", "", cell)[:4].lstrip("0")
        if label == f"{number}.":
            label = None
        notes = self._notes(body, path, place)
        if body.title and not body.measures:
            message = "只有一句话，当作标题，没有举措；如果不是标题，请移到 measures"
            self.state.doubts.append(Doubt((*path, "title"), place, message))
        if not body.notes:
            message = "没有找到责任单位；可能写在别处，也可能文件就没有写"
            self.state.doubts.append(Doubt((*path, "number"), place, message))
        return Task(number, body.measures, notes, body.title, label)

    def _notes(self, body: Body, path: Path, place: str) -> tuple[Note, ...]:
        notes = []
        alone = len(body.notes) == 1 and body.notes[0].after == len(body.measures)
        plain = alone and body.notes[0].spot.brackets == "（）" and not body.notes[0].spot.tail
        for index, piece in enumerate(body.notes):
            reading = read_note(piece.spot.text, piece.part, self.state.first_leads)
            where = (*path, "note") if plain else (*path, "notes", index, "text")
            self._doubt(reading, where, piece.place, piece.spot.broken)
            self.state.first_leads |= reading.first_leads
            after = None if piece.after == len(body.measures) else piece.after
            notes.append(
                Note(
                    piece.spot.text,
                    reading.responsible,
                    after,
                    piece.spot.brackets,
                    piece.spot.tail,
                )
            )
        return tuple(notes)

    def _doubt(self, reading: Reading, path: Path, place: str, broken: bool) -> None:
        told = self.state.doubts
        if broken:
            told.append(Doubt(path, place, "责任单位的括号没有收尾，按到段末为止读取，请核对"))
        if reading.leading_collectives:
            names = "、".join(reading.leading_collectives)
            told.append(Doubt(path, place, f"文件让统称“{names}”牵头；lead 只能填单位，没有填"))
        if reading.persons:
            names = "、".join(reading.persons)
            told.append(Doubt(path, place, f"责任人“{names}”是个人，没有计入责任单位"))
        if reading.times:
            times = "、".join(reading.times)
            told.append(Doubt(path, place, f"责任单位里还写有时限“{times}”，没有计入时限", True))
        for name in reading.doubtful:
            told.append(Doubt(path, place, f"“{name}”不像单位名称，暂按单位录入，请核对"))
        if reading.first_leads:
            told.append(
                Doubt(
                    path, place, "文件约定列第一位的为牵头单位；从这里起每处第一个单位都记为 lead"
                )
            )
        if reading.standing:
            message = f"“{reading.standing}”：后面各项没有列出的，没有逐项补入责任单位"
            told.append(Doubt(path, place, message))
            self.state.standing.append(reading.standing)
        if reading.empty and not reading.persons:
            told.append(Doubt(path, place, "这处责任单位里没有读出单位，请核对"))
        if reading.open_list:
            self.state.open_lists.append(place)
        if reading.jointly:
            self.state.joint.append(place)


def split_heading(block: Block) -> tuple[str, tuple[str, ...]]:
    """Return the heading that ``block`` begins with, and the paragraph that goes on behind it."""
    text = block.text
    start = len(block.marker.label) if block.marker else 0
    end = sentence_end(text, start, len(text))
    if len(text) <= 60 or end - start > 45 or end == len(text):
        return text, ()
    return text[:end], (text[end:].strip(),)
