"""What a plan is: frozen dataclasses that mirror the YAML encoding. No I/O.

A `Value` (a note, a target) compares by content; what else there is (a unit, a task, a plan) has
an identity of its own and compares as itself; `schema.dump_plan` gives its content. Defining a
class costs time at every start of the program: with slots, a comparison and a constructor of its
own, and refusing assignment at run time, these took 9 ms where they take 2. That each is made of
what it takes, and not changed after it is made, is checked where the rest of the code is checked,
by mypy. Records that are only derived from a plan are NamedTuples.

*Source* fields hold the document's own words; *editor* fields hold what was added to make
them answerable. Fields left out of the document are ``None`` or an empty tuple.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, ClassVar, Literal, NamedTuple, TypeVar, dataclass_transform

from plan_cli.text import tight

T = TypeVar("T")


@dataclass_transform(frozen_default=True, eq_default=False)
def frozen(kind: type[T]) -> type[T]:
    """Make ``kind`` a dataclass, frozen to the type checker."""
    kind.__init__ = _fill  # type: ignore[method-assign]
    return dataclass(init=False, repr=False, eq=False)(kind)


def _fill(self: Any, *values: Any, **named: Any) -> None:
    """Be the constructor of every class here; what is left out is the default of its class."""
    if values:
        named.update(zip(self.__match_args__, values, strict=False))
    for name, value in named.items():
        setattr(self, name, value)  # filling `vars` takes twice the time and three times the memory


class Value:
    """What compares by content."""

    __match_args__: ClassVar[tuple[str, ...]]

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.__match_args__)


class Role(StrEnum):
    """How a task reaches a unit or kind; the first that applies, in this order."""

    NAMED = "named"
    ALL = "all"
    SOME = "some"
    PARTY = "party"
    NONE = "none"

    __hash__ = str.__hash__
    """That of the word it equals, and ten times as fast."""


Way = Literal["lead", "support"]
"""What the document itself may say that somebody does: 牵头, 配合."""
Op = Literal[">=", "~", "="]
"""How a number is to be reached: at least, about, exactly."""
Precision = Literal["day", "month", "year"]
"""How exactly the document states a deadline."""
NumberPlace = Literal["above", "below"]
"""Where the document prints its number: above its title, or below."""
Strength = Literal["strong", "partial"]
"""How fully a work point carries out a key task."""


@frozen
class Kind:
    """A class of units that collectives speak of (全省学会)."""

    name: str
    aliases: tuple[str, ...] = ()


@frozen
class Unit:
    """A unit that notes name (科普部)."""

    name: str
    kind: str
    """The name of its kind."""
    aliases: tuple[str, ...] = ()
    remark: str | None = None
    """What the editor assumed about it; shown as the editor's words."""


@frozen
class Collective:
    """A phrase that binds kinds; each kind stands in at most one of the three fields."""

    phrase: str
    all: tuple[str, ...] = ()
    """Kinds of which every unit is bound (各)."""
    some: tuple[str, ...] = ()
    """Kinds of which some units are bound, the document not saying which (有关)."""
    party: tuple[str, ...] = ()
    """Kinds reached through their party branches (各基层党组织)."""

    @cached_property
    def roles(self) -> dict[str, Role]:
        """How it reaches each of its kinds."""
        return {
            **dict.fromkeys(self.party, Role.PARTY),
            **dict.fromkeys(self.some, Role.SOME),
            **dict.fromkeys(self.all, Role.ALL),
        }


@frozen
class Grouping:
    """One of the document's actions (行动) or projects (工程)."""

    name: str


@frozen
class Document:
    """The letter that carries the plan. All source, but ``issuer`` and ``year``."""

    title: str
    year: int
    number: str | None = None
    issuer: str | None = None
    letterhead: str | None = None
    addressees: str | None = None
    body: tuple[str, ...] = ()
    ending: tuple[str, ...] = ()
    """Paragraphs after the last list: signature, date, distribution."""
    number_place: NumberPlace = "above"

    @property
    def heading(self) -> str:
        """The title as answers are headed by it, without the spaces that only lay it out."""
        return tight(self.title)


@frozen
class Measure(Value):
    """One sentence of a task."""

    text: str
    heading: str | None = None
    """The sub-heading printed right before it; it holds for the measures that follow too."""


@frozen
class Responsibility(Value):
    """How a note is read. Every unit and phrase stands in the note, in this order."""

    named: tuple[str, ...] = ()
    """Every unit of the note, lead and support included."""
    collectives: tuple[str, ...] = ()
    """Collective phrases, verbatim."""
    lead: tuple[str, ...] = ()
    """Units and phrases that the document itself calls 牵头."""
    support: tuple[str, ...] = ()
    """Units and phrases that the document itself calls 配合."""


def united(readings: Sequence[Responsibility]) -> Responsibility:
    """Return what several readings say together, in order, each name once."""
    if len(readings) == 1:
        return readings[0]

    def union(attribute: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(n for r in readings for n in getattr(r, attribute)))

    return Responsibility(*map(union, ("named", "collectives", "lead", "support")))


@frozen
class Note(Value):
    """A responsibility note, without the brackets around it."""

    text: str
    responsible: Responsibility
    after: int | None = None
    """How many measures stand before it (0: none); ``None``: all of them."""
    brackets: str = "（）"
    """The opening and the closing bracket, or nothing where it stands on a line of its own."""
    tail: str = ""
    """Punctuation that follows the closing bracket."""


@frozen
class Target(Value):
    """A number that the document sets as something to reach."""

    what: str
    op: Op
    value: int | float
    unit: str
    """The measure word (期, 项, 个)."""
    quote: str
    modality: str | None = None
    """The document's own word for how firmly it is meant (力争, 确保)."""


@frozen
class Deadline(Value):
    """A time limit that the document states."""

    what: str
    due: date
    """The last day of the stated period."""
    precision: Precision
    quote: str
    modality: str | None = None


@frozen
class Link(Value):
    """From a task of one list to the task of another that carries it out."""

    to: str
    strength: Strength


@frozen
class Editorial:
    """What the editor added to a task."""

    title: str | None = None
    """A short title where the document gives none."""
    targets: tuple[Target, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    links: tuple[Link, ...] = ()


@frozen
class Task:
    """One numbered item of a list."""

    number: str
    measures: tuple[Measure, ...]
    notes: tuple[Note, ...] = ()
    title: str | None = None
    label: str | None = None
    """The number as printed where it is not ``number`` with a full stop: ``（一）``, or nothing."""
    id: str | None = None
    """The id, where prefix and number are not unique in the plan."""
    project: str | None = None
    editor: Editorial = Editorial()

    @cached_property
    def responsible(self) -> Responsibility:
        """The union of the readings of its notes."""
        return united([note.responsible for note in self.notes])

    def covering(self, place: int) -> tuple[Note, ...]:
        """Return the notes that cover measure number ``place``, counted from 1.

        A note covers the measures since the note before it; one before the measures, or the
        only one, covers all. A measure behind the last note stands under none of its own:
        the document leaves open whose it is, and all notes count for it.
        """
        if len(self.notes) == 1:
            return self.notes
        ends = [len(self.measures) if n.after is None else n.after for n in self.notes]
        covering = tuple(
            note
            for note, end in zip(self.notes, ends, strict=True)
            if not end or max((e for e in ends if e < end), default=0) < place <= end
        )
        return self.notes if place > max(ends, default=0) else covering


@frozen
class Section:
    """A headed part of a list; its order is preamble, tasks, sections, closing."""

    heading: str
    action: str | None = None
    preamble: tuple[str, ...] = ()
    tasks: tuple[Task, ...] = ()
    sections: tuple["Section", ...] = ()
    closing: tuple[str, ...] = ()


@frozen
class TaskList:
    """A numbered list of tasks (重点工作, 工作要点); its order is that of a section."""

    name: str
    prefix: str = ""
    """What ids of its tasks begin with: ``K`` makes ``K3``."""
    title: str | None = None
    preamble: tuple[str, ...] = ()
    tasks: tuple[Task, ...] = ()
    sections: tuple[Section, ...] = ()
    closing: tuple[str, ...] = ()


class Step(NamedTuple):
    """A measure with its place: its id, the sub-heading and the notes it stands under."""

    id: str
    heading: str | None
    text: str
    notes: tuple[Note, ...]
    plan: "Plan"

    @property
    def responsible(self) -> Responsibility:
        """Who answers for it: the union of the readings of its notes."""
        return united([note.responsible for note in self.notes])


class Entry(NamedTuple):
    """A task with its place in the plan: id, list, section and action."""

    id: str
    task: Task
    list: TaskList
    section: Section | None
    action: str | None
    plan: "Plan"

    @property
    def responsible(self) -> Responsibility:
        """Who answers for any of it."""
        return self.task.responsible

    @property
    def title(self) -> str | None:
        """The title without its closing 。, the document's own or else the editor's."""
        title = self.task.title or self.task.editor.title
        return title.rstrip("。") if title else None

    @property
    def steps(self) -> tuple[Step, ...]:
        """Its measures, numbered ``12.1``, ``12.2``…, each with its sub-heading."""
        heading = None
        steps = []
        for number, measure in enumerate(self.task.measures, 1):
            heading = measure.heading or heading
            notes = self.task.covering(number)
            steps.append(Step(f"{self.id}.{number}", heading, measure.text, notes, self.plan))
        return tuple(steps)

    @property
    def text(self) -> str:
        """Title, sub-headings and measures verbatim, without the notes."""
        parts = [self.task.title or ""]
        for measure in self.task.measures:
            parts += [measure.heading or "", measure.text]
        return "".join(parts)

    @property
    def note(self) -> str:
        """The notes verbatim, without brackets, one line each."""
        return "\n".join(note.text for note in self.task.notes)


@frozen
class Plan:
    """One official document, encoded."""

    document: Document
    lists: tuple[TaskList, ...]
    kinds: tuple[Kind, ...] = ()
    units: tuple[Unit, ...] = ()
    collectives: tuple[Collective, ...] = ()
    actions: tuple[Grouping, ...] = ()
    projects: tuple[Grouping, ...] = ()
    remarks: tuple[str, ...] = ()
    """What the editor has to say about the whole."""

    @property
    def name(self) -> str:
        """The document's number, or its title where it has none."""
        return self.document.number or self.document.title

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All tasks with their places, in document order; see `forget`."""
        return tuple(
            entry for tasks in self.lists for entry in self._entries(tasks, tasks, None, None)
        )

    def forget(self) -> None:
        """Let go of the entries, which hold the plan, so that it is freed with its last user.

        Who reads one plan after another does so: looking for what holds itself takes longer.
        """
        vars(self).pop("entries", None)

    def _entries(
        self,
        holder: TaskList | Section,
        tasks: TaskList,
        section: Section | None,
        action: str | None,
    ) -> Iterator[Entry]:
        for task in holder.tasks:
            id = task.id or tasks.prefix + task.number
            yield Entry(id, task, tasks, section, action, self)
        for inner in holder.sections:
            yield from self._entries(inner, tasks, inner, inner.action or action)

    @cached_property
    def links(self) -> dict[str, dict[str, Strength]]:
        """For each task id, the ids linked with it from either side, in document order."""
        order = {entry.id: place for place, entry in enumerate(self.entries)}
        links: dict[str, dict[str, Strength]] = {}
        for entry in self.entries:
            for link in entry.task.editor.links:
                links.setdefault(entry.id, {})[link.to] = link.strength
                links.setdefault(link.to, {})[entry.id] = link.strength
        return {
            id: dict(sorted(linked.items(), key=lambda pair: order.get(pair[0], len(order))))
            for id, linked in links.items()
        }

    @cached_property
    def reached(self) -> dict[tuple[str, ...], dict[str, Role]]:
        """What is known already of how collectives together reach kinds; see `query/reach.py`."""
        return {}

    @cached_property
    def bindings(self) -> dict[str, Collective]:
        """Collectives by phrase."""
        return {collective.phrase: collective for collective in self.collectives}
