"""What ``--plan`` names where it names several plans: files, folders, patterns, libraries."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from plan_cli.cli.loading import MAGIC
from plan_cli.cli.streams import say
from plan_cli.errors import InputError, UsageError
from plan_cli.library.knowing import is_library
from plan_cli.query.plans import Answer, Ask, Plans, Steps, Which
from plan_cli.text import visible

SUFFIXES = (".yaml", ".yml")
T = TypeVar("T")


class Chained(NamedTuple):
    """Plans of several sources, one after the other."""

    sources: tuple[Plans, ...]

    def answers(self, which: Which, ask: Ask[T], steps: Steps) -> Iterator[Answer[T]]:
        """Yield what each plan that ``which`` passes answers; see `Plans`."""
        for source in self.sources:
            yield from source.answers(which, ask, steps)


def plans_of(names: Sequence[str], but: Sequence[str] = ()) -> Plans:
    """Return the plans that ``names`` stand for, each once, without the files ``but``.

    Raises UsageError for standard input, which is one plan, InputError where nothing is found or
    a library cannot be opened.
    """
    if not names:
        from plan_cli.planfile.source import plan_name

        names = [plan_name(None)]
    libraries = [name for name in names if is_library(name)]
    sources: list[Plans] = [_library(name) for name in libraries]
    if files := [name for name in names if name not in libraries]:
        from plan_cli.cli.sources.files import Files  # with all that processes need

        sources.insert(0, Files(tuple(files_of(files, but))))
    return sources[0] if len(sources) == 1 else Chained(tuple(sources))


def files_of(names: Sequence[str], but: Sequence[str] = ()) -> list[str]:
    """Return the plan files that ``names`` stand for, as `plans_of` does."""
    from plan_cli.planfile.source import STDIN

    if STDIN in names:
        raise UsageError("标准输入是一份文件，不能与别的一起用", "请写文件名或文件夹。")
    left_out = {Path(name).absolute() for name in but}
    by_place = {file.absolute(): str(file) for name in names for file in _files(name)}
    return [name for place, name in by_place.items() if place not in left_out]


def _library(name: str) -> Plans:
    from plan_cli.library.opening import open_library

    return open_library(name, lambda: say("计划库正被别的程序写入，请稍候……"))


def _files(name: str) -> list[Path]:
    path, shown = Path(name), visible(name, keep="")
    if path.is_dir():
        if not (found := _below(path)):
            raise InputError(f"{shown}：文件夹里没有计划文件（*.yaml）", "请核对文件夹。")
        return found
    if path.exists() or MAGIC.isdisjoint(name):
        return [path]
    found = [
        file for match in matching(name) for file in (_below(match) if match.is_dir() else [match])
    ]
    if not found:
        raise InputError(f"没有与“{shown}”相符的文件", "请核对通配符，如 计划/*.yaml。")
    return found


def matching(pattern: str) -> list[Path]:
    """Return the files and folders that ``pattern`` matches, in order: not every shell does so.

    Raises InputError for what is no pattern.
    """
    path = Path(pattern)
    if any("**" in part and part != "**" for part in path.parts):  # Python 3.13 takes it for *
        message = f"通配符“{visible(pattern, keep='')}”写得不对"
        raise InputError(message, "** 要单独占一级，如 计划/**/*.yaml。")
    return sorted(Path(path.anchor).glob(str(path.relative_to(path.anchor))))


def _below(folder: Path) -> list[Path]:
    """Return the plan files in a folder and below it, hidden ones left out."""
    return sorted(
        file
        for file in folder.rglob("*")
        if file.suffix.lower() in SUFFIXES
        and not any(part.startswith(".") for part in file.relative_to(folder).parts)
    )
