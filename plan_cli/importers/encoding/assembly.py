"""A plan out of a document in its parts: lists, ids, proposals, tables, and what to doubt."""

from collections.abc import Sequence
from typing import NamedTuple

from plan_cli.importers.doubts import Doubt
from plan_cli.importers.encoding.build import build_list
from plan_cli.importers.encoding.collect import collect
from plan_cli.importers.encoding.ids import list_names, with_ids
from plan_cli.importers.encoding.noting import NoteReader
from plan_cli.importers.encoding.overall import (
    head_doubts,
    number_doubts,
    repeated_doubts,
    table_doubts,
    whole_doubts,
)
from plan_cli.importers.encoding.proposals import with_proposals
from plan_cli.importers.reading.lines import Line
from plan_cli.importers.shaping.frame import Frame
from plan_cli.importers.shaping.letter import issuer_of
from plan_cli.model.plan import Document, Plan, TaskList


class Encoded(NamedTuple):
    """The plan made of a document, and what a person should check."""

    plan: Plan
    doubts: tuple[Doubt, ...]


def encoded(frame: Frame, dropped: Sequence[Line]) -> Encoded:
    """Return the plan that a document holds; ``dropped`` was left out as page furniture."""
    doubts = list(head_doubts(frame))
    notes = NoteReader(doubts)
    lists, proposed = with_proposals(_lists(frame, notes), frame.year)
    kinds, units, collectives = collect(lists, notes.full_names)
    doubts += proposed
    names, phrases = [unit.name for unit in units], [each.phrase for each in collectives]
    doubts += table_doubts(names, phrases, notes.full_names)
    doubts += whole_doubts(lists, notes, dropped, names)
    doubts += repeated_doubts(frame, lists)
    remarks = _remarks(notes.standing)
    plan = Plan(_document(frame), lists, kinds, units, collectives, remarks=remarks)
    doubts += number_doubts(plan, notes.places)
    return Encoded(plan, tuple(doubts))


def _lists(frame: Frame, notes: NoteReader) -> tuple[TaskList, ...]:
    """Return the lists, their notes read in the order of the document."""
    names = list_names(["".join(each.title) or frame.head.title for each in frame.lists])
    built = []
    for index, (listed, name) in enumerate(zip(frame.lists, names, strict=True)):
        notes.take_convention(listed, ("lists", index))
        built.append(build_list(listed, name, ("lists", index), notes))
    return with_ids(built)


def _document(frame: Frame) -> Document:
    head = frame.head
    return Document(
        title=head.title,
        year=frame.year,
        number=head.number,
        issuer=issuer_of(head),
        letterhead=head.letterhead,
        addressees=head.addressees,
        body=tuple(block.text for block in frame.body),
        ending=frame.ending,
        number_place="below" if head.number_below else "above",
    )


def _remarks(standing: Sequence[str]) -> tuple[str, ...]:
    remarks = ["由 plan import 从原文件读出，归类、量化指标、时限都是程序提议的，未经核对。"]
    remarks += [f"文件写明“{words}”；各项任务没有逐项列出。" for words in standing]
    return tuple(remarks)
