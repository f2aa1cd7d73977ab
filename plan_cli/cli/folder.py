"""Many reports at once, one file each, into one folder."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from plan_cli.cli.output import Destination, choose_form, encoded, write_file
from plan_cli.cli.streams import say
from plan_cli.errors import OutputError, UsageError
from plan_cli.exporters.registry import FORMS, render
from plan_cli.report import Report
from plan_cli.text import is_control, visible

DEFAULT_FORM = "docx"
MAX_STEM = 60
"""Characters of a file name before its suffix: three bytes each, and systems allow 255."""


class Batch(NamedTuple):
    """Reports to write as files, each with the name it should have, without suffix."""

    reports: tuple[tuple[str, Report], ...]


def choose_folder(
    offered: Sequence[str], json: bool, form: str | None, output: str | None, force: bool
) -> Destination:
    """Return in which folder to write, from the options of the command line.

    Raises UsageError without a folder or for a form that the command does not offer,
    OutputError for a folder that holds other files or may not be made.
    """
    if not output:
        raise UsageError("--all 要写一批文件，没有指定文件夹", "请加 -o 文件夹，如 -o 责任清单/")
    path = Path(output)
    if path.suffix.lower().lstrip(".") in FORMS and not path.is_dir():
        shown = visible(output, keep="")
        raise UsageError(f"--all 要写一批文件，{shown} 像是一个文件名", "请写文件夹，格式用 -f。")
    chosen = choose_form([name for name in offered if name in FORMS], json, form)
    _refuse(path, force)
    return Destination(chosen or DEFAULT_FORM, path, force)


def write_batch(batch: Batch, destination: Destination) -> None:
    """Write all reports, rendered before the first is written; delete nothing.

    Raises OutputError if one cannot be written; those before it are then complete.
    """
    assert destination.path is not None
    folder, form = destination.path, FORMS[destination.form]
    stems = file_stems([name for name, _ in batch.reports])
    contents = [
        (folder / f"{stem}.{form.name}", encoded(form, render(form, report._replace(hints=()))))
        for stem, (_, report) in zip(stems, batch.reports, strict=True)
    ]
    _refuse(folder, destination.force)
    try:
        folder.mkdir(exist_ok=True)
    except (OSError, ValueError) as error:
        raise _failed(folder, error) from None
    for path, content in contents:
        write_file(path, content, destination.force)
    say(f"已写入 {visible(str(folder))}：{len(contents)} 个 {form.name} 文件")


def file_stems(names: Sequence[str]) -> list[str]:
    """Return file names, without suffix, that every system accepts, all different."""
    taken: set[str] = set()
    stems = []
    for name in names:
        stem = base = _file_stem(name)
        number = 2
        while stem.casefold() in taken:
            stem = f"{base}({number})"
            number += 1
        taken.add(stem.casefold())
        stems.append(stem)
    return stems


_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


def _file_stem(name: str) -> str:
    plain = "".join("_" if is_control(char) else char for char in name)
    stem = _FORBIDDEN.sub("_", plain)[:MAX_STEM].strip(" .") or "_"
    return f"_{stem}" if _RESERVED.fullmatch(stem) else stem


def _refuse(folder: Path, force: bool) -> None:
    """Raise OutputError if ``folder`` is a file, has no parent, or is not empty without force."""
    shown = visible(str(folder), keep="")
    try:
        if folder.exists() and not folder.is_dir():
            raise OutputError(f"{shown} 是文件，不是文件夹", "请换一个文件夹。")
        if not folder.exists() and not folder.parent.is_dir():
            parent = visible(str(folder.parent), keep="")
            raise OutputError(f"文件夹 {parent} 不存在", "请先建好它。")
        if not force and folder.is_dir() and any(folder.iterdir()):
            advice = "请换一个空文件夹；要写进这里请加 --force，同名文件会被替换，其他文件不动。"
            raise OutputError(f"文件夹 {shown} 里已有文件，没有改动它", advice)
    except (OSError, ValueError) as error:
        raise _failed(folder, error) from None


def _failed(folder: Path, error: OSError | ValueError) -> OutputError:
    reason = getattr(error, "strerror", None) or "名称无效"
    shown = visible(str(folder), keep="")
    return OutputError(f"无法写入文件夹 {shown}（{reason}）", "请检查权限、磁盘空间，或换个位置。")
