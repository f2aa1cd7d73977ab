"""What tasks, roles and names are called in answers: the wordings that several reports share."""

from collections.abc import Iterable, Sequence

from plan_cli.model.plan import Entry, Role
from plan_cli.records import title_source
from plan_cli.report import EDITOR_MARK
from plan_cli.text import excerpt, listed

EXCERPT_MARK = "……（摘）"

STRENGTH_NAMES = {"strong": "直接", "partial": "部分"}
"""How fully a work point carries out a key task, as the editor reads it."""

ROLE_MEANINGS = {
    Role.NAMED: "责任部门里写明",
    Role.ALL: "责任部门写“各……”，每个单位都负责",
    Role.SOME: "责任部门只写“有关……”，是否承担须确认",
    Role.PARTY: "责任部门写“各基层党组织”，由党组织承担",
    Role.NONE: "责任部门没有涉及",
}


def display_title(entry: Entry) -> str:
    """Return a title for listings, marked where the words are not the document's title."""
    if entry.task.title:
        return entry.title or ""
    if entry.title:
        return entry.title + EDITOR_MARK
    return excerpt(entry.text) + EXCERPT_MARK


def title_notes(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return what the marks on titles mean, where any stand there."""
    return source_notes(map(title_source, entries))


def source_notes(sources: Iterable[str | None]) -> tuple[str, ...]:
    """Return the same, given who has written the titles."""
    told = set(sources)
    notes = []
    if "editor" in told:
        notes.append("（拟）：原文没有标题，标题为整理者所拟。")
    if None in told:
        notes.append("……（摘）：原文没有标题，摘录正文开头。")
    return tuple(notes)


def place_heading(tasks: str, section: str | None) -> str:
    """Return the heading under which a task stands in lists: its list and section."""
    return f"{tasks}　{section}" if section is not None else tasks


def named_text(names: Sequence[str]) -> str:
    """Return units as a note writes them: 、 between."""
    return listed(names)


def collectives_text(phrases: Sequence[str]) -> str:
    """Return collectives as a note writes them: ， between, for 、 stands inside them."""
    return "，".join(phrases)
