"""From the tree of a list to a list of the plan: sections, tasks, and what to doubt about them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plan_cli.importers.doubts import Cause, Doubt
from plan_cli.importers.encoding.body import head_start, sentence_end, take_apart
from plan_cli.importers.encoding.noting import NoteReader
from plan_cli.importers.encoding.row_body import take_rows_apart
from plan_cli.importers.encoding.titles import is_noted_sentence, title_ends
from plan_cli.importers.shaping.frame import Listed
from plan_cli.importers.shaping.layout import is_heading
from plan_cli.importers.shaping.markers import find_marker
from plan_cli.importers.shaping.nodes import Block, Node, only_note, tasks_of
from plan_cli.model.plan import Section, Task, TaskList
from plan_cli.model.walk import Path
from plan_cli.notes.labels import LABEL


def build_list(listed: Listed, name: str, path: Path, notes: NoteReader) -> TaskList:
    """Return the list, its notes read by ``notes``. Its ids may still clash with other lists."""
    tree = listed.tree
    builder = _Builder(title_ends(list(tasks_of(tree))), notes, _notes_introduce(tree))
    children, closing = builder.with_closing(tree)
    preamble = tuple(block.text for block in tree.body)
    tasks, sections = builder.children(children, path)
    title = " ".join(listed.title) or None
    return TaskList(name, "", title, preamble, tasks, sections, closing)


def _notes_introduce(tree: Node) -> bool:
    """Say whether more notes stand behind the first short sentence of a task, its text following,
    than behind a sentence that is all of it. The last of each section does not tell.
    """
    told = [
        bool(child.body or child.children)
        for child in _last_ones_left_out(tree)
        if child.is_task and child.head and is_noted_sentence(child.head)
    ]
    return sum(told) * 2 > len(told)


def _last_ones_left_out(node: Node) -> Iterator[Node]:
    yield from node.children[:-1]
    for child in node.children:
        yield from _last_ones_left_out(child)


def _introduces(blocks: Sequence[Block], short: bool) -> bool:
    """Say whether a note stands in the heading, with no text before it: its text follows.

    ``short``: so it does behind a short sentence.
    """
    [first, *others] = blocks
    before = first.text[head_start(first) : first.notes[0].start] if first.notes else first.text
    heads = is_heading(before.rstrip() or "。") or (short and is_noted_sentence(first))
    return heads and all(only_note(block) for block in others)


def _ends_with_note(block: Block) -> bool:
    return not re.search(r"\w", block.text[block.notes[-1].end :])


class _Builder:
    """Turns nodes into sections and tasks."""

    def __init__(self, titles: dict[int, int], notes: NoteReader, introduced: bool) -> None:
        self.titles = titles
        self.introduced = introduced
        """Whether the text of tasks follows a short sentence with their note."""
        self.notes = notes
        self.doubts = notes.doubts

    def with_closing(self, node: Node) -> tuple[list[Node], tuple[str, ...]]:
        """Return the children of ``node``, and paragraphs behind the last task that close it.

        A paragraph without a number belongs to the task above it, unless that task's note has
        ended it and nothing but such paragraphs follows.
        """
        if not node.children:
            return [], ()
        last = node.children[-1]
        if last.children or not last.noted:
            return node.children, ()
        own = [block for block in (last.head, *last.body) if block]
        end = max(i for i, block in enumerate(own) if block.noted)
        while end + 1 < len(own) and LABEL.match(own[end + 1].text):
            end += 1
        trailing = own[end + 1 :]
        ended = not own[end].notes or (
            _ends_with_note(own[end]) and not _introduces(own[: end + 1], self.introduced)
        )
        if not trailing or not ended:
            return node.children, ()
        kept = replace(last, body=[block for block in last.body if block not in trailing])
        return [*node.children[:-1], kept], tuple(block.text for block in trailing)

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
        self.notes.places[path] = node.head.paragraph.place
        heading, rest = split_heading(node.head)
        preamble = [*rest, *(block.text for block in node.body)]
        if not any(True for _ in tasks_of(node)):
            preamble += [block.text for child in node.children for block in child.blocks]
            return Section(heading, preamble=tuple(preamble))
        if node.own_notes:
            place = node.head.paragraph.place
            self.doubts.append(Doubt(Cause.SECTION_NOTE, (*path, "heading"), place))
        children, closing = self.with_closing(node)
        tasks, sections = self.children(children, path)
        return Section(heading, None, tuple(preamble), tasks, sections, closing)

    def lone_task(self, node: Node, path: Path) -> Section:
        """Return a task that stands among sections, as a section of its own."""
        assert node.head
        self.notes.places[path] = node.head.paragraph.place
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
        rows = node.head and node.head.columns
        body = take_rows_apart(node) if rows else take_apart(node, self.titles.get(id(node.head)))
        first = numbered or node.head or next(node.blocks)
        marker, place = first.marker, first.paragraph.place
        self.notes.places[path] = place
        label: str | None = "" if numbered else first.label
        number = marker.number if marker else ""
        if node.head and node.head.columns and node.head.columns.number is not None:
            label = node.head.paragraph.cells[node.head.columns.number]
            number = _number_in(label)
        if label == f"{number}.":
            label = None
        notes = self.notes.read(body, path)
        for spot in node.head.group_notes if node.head else ():
            self.doubts.append(Doubt(Cause.GROUP_NOTE, (*path, "number"), place, (spot.text,)))
        if body.title and not body.measures:
            self.doubts.append(Doubt(Cause.ONLY_TITLE, (*path, "title"), place))
        if not body.notes:
            self.doubts.append(Doubt(Cause.NO_NOTE, (*path, "number"), place))
        return Task(number, body.measures, notes, body.title, label)


def _number_in(cell: str) -> str:
    """Return the number in a cell (1, 01, 一, 1.1, 1-1, （3）, 第3项), levels parted by ``-``."""
    dotted = re.sub(r"(?<=\d)[-–—](?=\d)", ".", cell)
    marker = find_marker(dotted) or find_marker(f"{dotted}、")
    return marker.number if marker else re.sub(r"\D", "", cell)[:4].lstrip("0")


def split_heading(block: Block) -> tuple[str, tuple[str, ...]]:
    """Return the heading that ``block`` begins with, and the paragraph that goes on behind it."""
    text = block.text
    start = len(block.marker.label) if block.marker else 0
    end = sentence_end(text, start, len(text))
    if len(text) <= 60 or end - start > 45 or end == len(text):
        return text, ()
    return text[:end], (text[end:].strip(),)
