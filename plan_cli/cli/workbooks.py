"""Workbooks as people hand them over: files, folders and patterns, each file once."""

from collections.abc import Iterator, Sequence
from glob import has_magic
from pathlib import Path

from plan_cli.cli.sources.choosing import matching
from plan_cli.errors import InputError, UsageError, reason
from plan_cli.text import visible

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".et", ".xlsb", ".ods")
"""What is taken out of a folder: what cannot be read is told how to save again."""
PACKED = (".zip", ".rar", ".7z")
_OPEN = ("~$", ".~")
"""What the names of files begin with that programs put beside a workbook while it is open."""


def find_workbooks(words: Sequence[str]) -> tuple[list[Path], list[str]]:
    """Return the files that ``words`` name, and what is to be said of what is passed over.

    Raises UsageError where nothing is named, InputError for a folder that cannot be read.
    """
    found: dict[str, Path] = {}
    skipped: dict[str, None] = {}
    for word in words:
        for path in _named(word):
            if told := _why_skipped(path, is_named=str(path) == word):
                skipped[told] = None
            else:
                found.setdefault(str(path.absolute()), path)
    if not found and not skipped:
        shown = visible("、".join(words), keep="")
        raise UsageError(f"{shown} 里没有工作簿", "请写收回的 .xlsx 文件，或装着它们的文件夹。")
    return list(found.values()), list(skipped)


def _named(word: str) -> Iterator[Path]:
    path = Path(word)
    try:
        if path.is_dir():
            yield from sorted(each for each in path.iterdir() if _may_hold_workbooks(each))
        elif has_magic(word) and not path.exists():
            yield from matching(word)
        else:
            yield path
    except (OSError, ValueError) as error:
        message = f"{visible(word, keep='')}：读不了（{reason(error)}）"
        raise InputError(message, "请核对文件名和权限。") from None


def _may_hold_workbooks(path: Path) -> bool:
    is_shown = not path.name.startswith((".", "__"))
    return path.suffix.lower() in (*SUFFIXES, *PACKED) or (is_shown and path.is_dir())


def _why_skipped(path: Path, is_named: bool) -> str:
    """Return, in words, why a file is passed over; empty where it is read."""
    name = f"跳过 {visible(path.name, keep='')}："
    if path.name.startswith(_OPEN):
        return f"{name}有一份工作簿正打开着，读的是它上次保存的内容，请确认已经保存"
    if path.is_dir():
        return f"{name}文件夹里面的没有读，有收回的工作簿请另外写明这个文件夹"
    if path.suffix.lower() in PACKED and not is_named:
        return f"{name}压缩包没有读，有收回的工作簿请先解压出来"
    return ""
