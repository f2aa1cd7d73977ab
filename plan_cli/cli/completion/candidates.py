"""What can follow on the command line, for every shell alike."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plan_cli.cli.chinese import ChineseGroup
from plan_cli.cli.completion.metavars import Elsewhere, Values
from plan_cli.cli.completion.position import Line, Position, find_position, flags
from plan_cli.errors import PlanError
from plan_cli.query.choices import Choice, Choices, begun, held
from plan_cli.text import is_control, visible


class Candidate(NamedTuple):
    """A word that can stand where one is typed."""

    value: str
    meaning: str
    spelling: str
    """The alias that was begun (``kpb``), or else the value: fish shows nothing but these."""


class Offer(NamedTuple):
    """What there is to choose from."""

    candidates: tuple[Candidate, ...] = ()
    flag: str = ""
    """What the word begins with before its value: ``--dept=``."""
    typed: str = ""
    """The value as far as it is typed."""
    files: bool = False
    """Whether a file is wanted: the shell knows them."""


def offer(root: ChineseGroup, words: Sequence[str]) -> Offer:
    """Return what the last of ``words`` can become.

    Nothing where the words make no sense, or where the plan cannot be read: one who types wants
    no messages.
    """
    try:
        position = find_position(root, words)
        known = _known(position)
        if known in (Elsewhere.FILES, Elsewhere.PLANS):
            return Offer(flag=position.flag, typed=position.typed, files=True)
        choices = list(_choices(known, position.line))
    except PlanError:
        return Offer()
    found = list(begun(choices, position.typed)) or list(held(choices, position.typed))
    return Offer(_candidates(found), position.flag, position.typed)


def _known(position: Position) -> Choices | Elsewhere:
    """Return what can stand at ``position``; a command is wanted before what it is short for."""
    command, typed = position.line.command, position.typed
    if position.param is not None:
        metavar = position.param.metavar
        return metavar.known if isinstance(metavar, Values) else ()
    if not isinstance(command, ChineseGroup) or position.line.may_be_option(typed):
        return _option_choices(position)
    commands = [Choice(pair[:1], pair[1]) for _, panel in command.summaries() for pair in panel]
    return [choice for choice, _ in begun(commands, typed)] or command.also


def _option_choices(position: Position) -> list[Choice]:
    """Return the options that can still be given, long; short ones that are typed already."""
    return [
        Choice((flag,), (param.help or param.metavar or "").partition("；")[0])
        for param in position.line.command.params
        if param.name not in position.line.used or getattr(param, "multiple", False)
        for flag in flags(param)
        if flag.startswith("--") or flag == position.typed
    ]


def _choices(known: Choices | Elsewhere, line: Line) -> Iterable[Choice]:
    if known is Elsewhere.FORMS:
        return [Choice((form,)) for form in line.command.forms]
    assert not isinstance(known, Elsewhere)
    return line.choices(known) if callable(known) else known


def _candidates(begun: Iterable[tuple[Choice, str]]) -> tuple[Candidate, ...]:
    found = [
        Candidate(choice.names[0], visible(choice.meaning, keep=""), spelling)
        for choice, spelling in begun
        if not any(is_control(char) for name in choice.names for char in name)
    ]
    return tuple({candidate.value: candidate for candidate in found}.values())
