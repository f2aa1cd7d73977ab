"""Where on the command line a person stands, from the words before the one that is typed.

Typer's own way there is of no use: its parameters keep only values that begin with what is typed,
so that ``kp`` would never find 科普部, and it loads every command to list their names.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from plan_cli.cli.chinese import ChineseGroup
from plan_cli.cli.completion.metavars import Elsewhere
from plan_cli.cli.loading import are_several, load_plan
from plan_cli.errors import PlanError, UsageError
from plan_cli.model.plan import Plan
from plan_cli.query.choices import Choice


class Position(NamedTuple):
    """What is being typed."""

    line: "Line"
    typed: str
    """The value or the word, as far as it is typed."""
    param: Any = None
    """The parameter whose value it is; none: it is an option, or the name of a command."""
    flag: str = ""
    """What stands before the value in the same word: ``--dept=``."""


class Line:
    """A command line as far as it is read; it is read leniently, for it is not finished."""

    def __init__(self, root: ChineseGroup) -> None:
        self.command: Any = root
        self.used: set[str] = set()
        """The parameters of the command that have a value already."""
        self._plan_files: list[str] = []
        self._waiting: Any = None
        self._arguments = 0
        self._no_options = False

    def read_plan(self) -> Plan:
        """Return the plan that the values are chosen from; raises InputError, UsageError."""
        from plan_cli.planfile.source import STDIN, plan_name

        file = self._plan_files[-1] if self._plan_files else None
        if plan_name(file) == STDIN:
            raise UsageError("补全不读标准输入")
        return load_plan(file)

    def choices(self, known: Callable[[Plan], Iterable[Choice]]) -> Iterator[Choice]:
        """Yield what there is to choose from in the plan, or in all plans that can be read."""
        if not are_several(self._plan_files):
            yield from known(self.read_plan())
            return
        from plan_cli.cli.sources.choosing import plans_of
        from plan_cli.query.plans import ANY, Simply, unseen

        ask = Simply(partial(_listed, known))
        for answer in plans_of(self._plan_files).answers(ANY, ask, unseen):
            if not isinstance(answer.told, PlanError):
                yield from answer.told

    def take(self, word: str) -> None:
        """Read one word; raises UsageError for one that no command begins with."""
        if self._waiting:
            self._give(self._waiting, word)
            self._waiting = None
        elif self.may_be_option(word):
            self._take_option(word)
        elif isinstance(self.command, ChineseGroup):
            self.command = self.command.step_into(word, self.read_plan)
            self.used.clear()
        else:
            self._give(self.argument, word)
            self._arguments += 1

    def typing(self, word: str) -> Position:
        """Return what ``word`` is, which is not finished."""
        if self._waiting:
            return Position(self, word, self._waiting)
        if self.may_be_option(word):
            flag, equals, value = word.partition("=")
            param = self._options.get(flag) if equals else None
            return Position(self, value, param, f"{flag}=") if param else Position(self, word)
        return Position(self, word, self.argument)

    def may_be_option(self, word: str) -> bool:
        """Say whether ``word`` is an option, or the beginning of one."""
        return word.startswith("-") and not self._no_options

    @property
    def argument(self) -> Any:
        """The argument that the next word is for; ``None`` if the command takes no more."""
        arguments = [p for p in self.command.params if p.param_type_name == "argument"]
        if self._arguments < len(arguments):
            return arguments[self._arguments]
        return arguments[-1] if arguments and arguments[-1].nargs == -1 else None

    @property
    def _options(self) -> dict[str, Any]:
        return {flag: param for param in self.command.params for flag in flags(param)}

    def _take_option(self, word: str) -> None:
        if word == "--":
            self._no_options = True
            return
        flag, equals, value = word.partition("=")
        param = self._options.get(flag)
        if param is None and not word.startswith("--"):
            param, equals, value = self._options.get(word[:2]), word[2:], word[2:]
        if param is None:
            return
        self.used.add(param.name)
        if equals:
            self._give(param, value)
        elif not param.is_flag:
            self._waiting = param

    def _give(self, param: Any, value: str) -> None:
        if getattr(getattr(param, "metavar", None), "known", None) is Elsewhere.PLANS:
            self._plan_files.append(str(Path(value).expanduser()))


def _listed(known: Callable[[Plan], Iterable[Choice]], plan: Plan) -> list[Choice]:
    return list(known(plan))


def flags(param: Any) -> list[str]:
    """Return the ways to write an option; none for an argument."""
    return [f for f in (*param.opts, *param.secondary_opts) if f.startswith("-")]


def find_position(root: ChineseGroup, words: Sequence[str]) -> Position:
    """Return where the last of ``words`` stands; raises UsageError where no command is known."""
    line = Line(root)
    for word in words[:-1]:
        line.take(word)
    return line.typing(words[-1])
