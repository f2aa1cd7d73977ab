"""What ``--plan`` names where it names several plans: files, folders, patterns."""

from collections.abc import Sequence
from pathlib import Path

from plan_cli.cli.loading import MAGIC
from plan_cli.cli.sources.files import Files
from plan_cli.errors import InputError, UsageError
from plan_cli.planfile.source import STDIN, plan_name
from plan_cli.query.plans import Plans
from plan_cli.text import visible

SUFFIX = ".yaml"


def plans_of(names: Sequence[str], but: Sequence[str] = ()) -> Plans:
    """Return the plans that ``names`` stand for, each once, without the files ``but``.

    Raises UsageError for standard input, which is one plan, InputError where nothing is found.
    """
    if STDIN in names:
        raise UsageError("标准输入是一份文件，不能与别的一起用", "请写文件名或文件夹。")
    left_out = {Path(name).absolute() for name in but}
    found = [file for name in names or [plan_name(None)] for file in _files(name)]
    by_place = {file.absolute(): str(file) for file in found}
    return Files(tuple(name for place, name in by_place.items() if place not in left_out))


def _files(name: str) -> list[Path]:
    path, shown = Path(name), visible(name, keep="")
    if path.is_dir():
        if not (found := _below(path)):
            raise InputError(f"{shown}：文件夹里没有计划文件（*{SUFFIX}）", "请核对文件夹。")
        return found
    if path.exists() or MAGIC.isdisjoint(name):
        return [path]
    try:
        matching = sorted(Path(path.anchor).glob(str(path.relative_to(path.anchor))))
    except ValueError:
        raise InputError(
            f"通配符“{shown}”写得不对", "** 要单独占一级，如 计划/**/*.yaml。"
        ) from None
    found = [file for match in matching for file in (_below(match) if match.is_dir() else [match])]
    if not found:
        raise InputError(f"没有与“{shown}”相符的文件", "请核对通配符，如 计划/*.yaml。")
    return found


def _below(folder: Path) -> list[Path]:
    """Return the plan files in a folder and below it, hidden ones left out."""
    return sorted(
        file
        for file in folder.rglob("*")
        if file.suffix.lower() == SUFFIX
        and not any(part.startswith(".") for part in file.relative_to(folder).parts)
    )
