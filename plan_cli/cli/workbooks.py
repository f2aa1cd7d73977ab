"""Workbooks as people hand them over: files, folders and patterns, each file once."""

from collections.abc import Iterator, Sequence
from glob import has_magic
from pathlib import Path

from plan_cli.cli.sources.choosing import matching
from plan_cli.errors import InputError, UsageError, reason
from plan_cli.text import visible

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".et", ".xlsb", ".ods")
"""What is taken out of a folder: what cannot be read is told how to save again."""
_OPEN = ("~$", ".~")
"""What the names of files begin with that programs put beside a workbook while it is open."""


def find_workbooks(words: Sequence[str]) -> tuple[list[Path], list[str]]:
    """Return the files that ``words`` name, and what is to be said of workbooks that are open.

    Raises UsageError where nothing is named, InputError for a folder that cannot be read.
    """
    found: dict[str, Path] = {}
    open_now: dict[str, None] = {}
    for word in words:
        for path in _named(word):
            if path.name.startswith(_OPEN):
                open_now[_told(path)] = None
            else:
                found.setdefault(str(path.absolute()), path)
    if not found and not open_now:
        shown = visible("、".join(words), keep="")
        raise UsageError(f"{shown} 里没有工作簿", "请写收回的 .xlsx 文件，或装着它们的文件夹。")
    return list(found.values()), list(open_now)


def _named(word: str) -> Iterator[Path]:
    path = Path(word)
    try:
        if path.is_dir():
            yield from sorted(each for each in path.iterdir() if each.suffix.lower() in SUFFIXES)
        elif has_magic(word) and not path.exists():
            yield from matching(word)
        else:
            yield path
    except (OSError, ValueError) as error:
        message = f"{visible(word, keep='')}：读不了（{reason(error)}）"
        raise InputError(message, "请核对文件名和权限。") from None


def _told(path: Path) -> str:
    name = visible(path.name, keep="")
    return f"跳过 {name}：有一份工作簿正打开着，读的是它上次保存的内容，请确认已经保存"
