"""Plans in files, each read and asked in whatever process has time."""

from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from plan_cli.cli.loading import load_plan
from plan_cli.cli.sources.peeking import peek
from plan_cli.errors import InputError, PlanError
from plan_cli.planfile.source import open_text
from plan_cli.processes import spread
from plan_cli.query.plans import ANY, Answer, Ask, Steps, Which, facts_of

T = TypeVar("T")

LITTLE = 150_000
"""Files of so many bytes in all are read before another process has started."""


class Files(NamedTuple):
    """Plans in files, in the order in which they are named."""

    names: tuple[str, ...]

    def answers(self, which: Which, ask: Ask[T], steps: Steps) -> Iterator[Answer[T]]:
        """Yield what each plan that ``which`` passes answers; see `Plans`."""
        work = partial(_answer, which, ask)
        try:
            for answer in spread(work, self.names, steps, are_little(self.names)):
                if answer is not None:
                    yield answer
        except BrokenExecutor:
            raise interrupted() from None


def interrupted() -> InputError:
    """Return what to say where the system has ended a process."""
    message = "读取文件的进程被系统中断了，可能是内存不足"
    return InputError(message, "请关掉别的程序，或者分几次来查。")


def are_little(names: Sequence[str]) -> bool:
    """Say whether the files are read before another process has started."""
    size = 0
    for path in map(Path, names):
        size += path.stat().st_size if path.is_file() else 0
        if size > LITTLE:
            return False
    return True


def _answer(which: Which, ask: Ask[T], name: str) -> Answer[T] | None:
    """Return what the plan in the file ``name`` answers; ``None`` where it is not meant."""
    file = Path(name).as_posix()
    try:
        known = peek(open_text(name)) if which != ANY else None
        if known and not which.passes(facts_of(known, file)):
            return None
        plan = load_plan(name)
    except InputError as error:
        return Answer(None, InputError(error.message, error.hint))
    facts = facts_of(plan.document, file)
    if not which.passes(facts):
        return None
    try:
        return Answer(facts, ask(plan, facts))
    except PlanError as error:
        return Answer(facts, error)
    finally:
        plan.forget()
