"""Many files at once, into one folder."""

import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from plan_cli.cli.destination import Choose, Destination, choose_form
from plan_cli.cli.output import encoded
from plan_cli.cli.placing import mode_of, refuse_homeless, refuse_non_folder, telling, write_files
from plan_cli.cli.streams import say
from plan_cli.errors import OutputError, UsageError
from plan_cli.exporters.forms import FORMS, render
from plan_cli.report import Report
from plan_cli.text import is_control, visible

MAX_NAME = 255
"""Bytes of a file name that systems allow; a Chinese character has three."""


class Files(NamedTuple):
    """What to write as files, each with the name it should have, without suffix.

    The first may list the others: it gets its name before them, and its place after them.
    """

    contents: tuple[tuple[str, bytes], ...]

    def deliver(self, destination: Destination) -> int:
        """Write all files; delete nothing.

        Raises OutputError if one cannot be written.
        """
        assert destination.path is not None
        folder, form = destination.path, destination.form
        names = file_names([name for name, _ in self.contents], f".{form}")
        contents = [
            (folder / name, content)
            for name, (_, content) in zip(names, self.contents, strict=True)
        ]
        _refuse(folder, destination.force)
        _fill(folder, contents[::-1])
        say(f"已写入 {visible(str(folder))}：{len(contents)} 个 {form} 文件")
        return 0


class Batch(NamedTuple):
    """Reports to write as `Files`."""

    reports: tuple[tuple[str, Report], ...]

    def deliver(self, destination: Destination) -> int:
        """Write all reports, rendered before the first is written.

        Raises OutputError if one cannot be written.
        """
        form = FORMS[destination.form]
        contents = (
            (name, encoded(form, render(form, report._replace(hints=()))))
            for name, report in self.reports
        )
        return Files(tuple(contents)).deliver(destination)


def folder_for(told: str, example: str, usual: str) -> Choose:
    """Return what chooses, from the options of the command line, the folder to write in.

    ``told`` is what writes many files, ``example`` a folder for them, ``usual`` their form. What
    is returned raises UsageError without a folder or for a form that the command does not offer,
    OutputError for a folder that holds other files or may not be made.
    """

    def choose(
        offered: Sequence[str], json: bool, form: str | None, output: str | None, force: bool
    ) -> Destination:
        if not output:
            message = f"{told} 要写一批文件，没有指定文件夹"
            raise UsageError(message, f"请加 -o 文件夹，如 -o {example}/")
        path = Path(output)
        if path.suffix.lower().lstrip(".") in FORMS and not path.is_dir():
            message = f"{told} 要写一批文件，{visible(output, keep='')} 像是一个文件名"
            raise UsageError(message, f"请写文件夹，如 -o {example}/")
        chosen = choose_form([name for name in offered if name in FORMS], json, form)
        _refuse(path, force)
        return Destination(chosen or usual, path, force)

    return choose


def _fill(folder: Path, contents: Sequence[tuple[Path, bytes]]) -> None:
    """Write files into ``folder``, made if it is not there, and taken away again in vain."""
    with telling(folder):
        is_new = not folder.exists()
    try:
        with telling(folder):
            folder.mkdir(exist_ok=True)
        write_files(contents)
    except BaseException:
        if is_new:
            with suppress(OSError):
                folder.rmdir()
        raise


def file_names(names: Sequence[str], suffix: str) -> list[str]:
    """Return file names with ``suffix`` that every system accepts, all different."""
    taken: set[str] = set()
    found = []
    for name in names:
        number, file = 1, _file_name(name, suffix)
        while file.casefold() in taken:
            number += 1
            file = _file_name(name, f"({number}){suffix}")
        taken.add(file.casefold())
        found.append(file)
    return found


_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(
    r"(con|prn|aux|nul|clock\$|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\..*)?", re.IGNORECASE
)
"""Names of devices, whatever follows their first dot (Microsoft, “Naming Files, Paths, and
Namespaces”)."""


def _file_name(name: str, ending: str) -> str:
    plain = "".join("_" if is_control(char) else char for char in name)
    room = MAX_NAME - len(ending.encode()) - len("_")
    stem = _FORBIDDEN.sub("_", plain).encode()[:room].decode(errors="ignore").strip(" .") or "_"
    return f"_{stem}{ending}" if _RESERVED.fullmatch(stem) else stem + ending


def _refuse(folder: Path, force: bool) -> None:
    """Raise OutputError if ``folder`` cannot be one, or is not empty without force."""
    refuse_non_folder(folder)
    if not mode_of(folder):
        refuse_homeless(folder)
        return
    with telling(folder):
        if not force and any(folder.iterdir()):
            shown = visible(str(folder), keep="")
            advice = "请换一个空文件夹；要写进这里请加 --force，同名文件会被替换，其他文件不动。"
            raise OutputError(f"文件夹 {shown} 里已有文件，没有改动它", advice)
