"""Where an answer goes and in which form, from what the command line says of it."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from plan_cli.errors import UsageError
from plan_cli.exporters.forms import FORMS
from plan_cli.text import SURE, listed, nearest, visible

TABLE = "table"
"""The form that is drawn at a terminal."""

SYNONYMS = {"yml": "yaml", "htm": "html", "markdown": "md", "text": "txt"}
"""Other names and suffixes of forms."""
INSTEAD = {"pdf": "docx", "doc": "docx", "wps": "docx", "xls": "xlsx", "et": "xlsx"}
"""Forms that are not made here, and from which an office program makes them."""


class Destination(NamedTuple):
    """A form by name (empty: what suits the stream), and a file or else standard output."""

    form: str = ""
    path: Path | None = None
    force: bool = False


Choose = Callable[[Sequence[str], bool, str | None, str | None, bool], Destination]
"""What makes a destination of the forms offered and of --json, -f, -o and --force."""


def choose_destination(
    offered: Sequence[str], json: bool, form: str | None, output: str | None, force: bool
) -> Destination:
    """Return where to write, from the options of the command line.

    ``-f`` wins over the suffix of ``-o``; a command that offers one form only needs neither.
    Raises UsageError for a form that the command does not offer, OutputError for a file that
    may not be replaced.
    """
    path = Path(output) if output else None
    if path is not None:
        from plan_cli.cli.placing import refuse_folder, refuse_unwritable

        refuse_folder(path)
        chosen = choose_form(offered, json, form, path)
        refuse_unwritable(path, force)
        return Destination(chosen, path, force)
    chosen = choose_form(offered, json, form)
    if chosen and chosen in FORMS and FORMS[chosen].binary and sys.stdout.isatty():
        raise unshowable(chosen)
    return Destination(chosen)


def unshowable(form: str) -> UsageError:
    """Return what is wrong where a person at a terminal would see nothing of use in ``form``."""
    return UsageError(f"{form} 不能显示在终端上", f"请加 -o 文件名.{form}")


def choose_form(
    offered: Sequence[str], json: bool, form: str | None, path: Path | None = None
) -> str:
    """Return the form asked for, by name or by the suffix of ``path``; empty if by neither.

    Raises UsageError for a form that is not among ``offered``.
    """
    if json and form and form != "json":
        raise UsageError(f"--json 与 -f {visible(form)} 不能同时用", "请只写一个。")
    chosen = "json" if json else form
    chosen = SYNONYMS.get(chosen or "", chosen)
    if path is not None:
        suffix = path.suffix.lower().lstrip(".")
        chosen = chosen or SYNONYMS.get(suffix, suffix)
        if chosen == TABLE:
            raise UsageError("table 只能显示在终端上，不能写入文件", _offer(offered, path))
        if not chosen:
            message = "文件名没有后缀，不知道存成什么格式（例：科普部.docx）"
            raise UsageError(message, _offer(offered, path))
    elif not chosen and len(offered) == 1:
        chosen = offered[0]
    if chosen and chosen not in offered:
        advice = _advice(chosen, offered) + _offer(offered, path)
        raise UsageError(f"这个命令没有“{visible(chosen)}”格式", advice)
    return chosen or ""


def _advice(form: str, offered: Sequence[str]) -> str:
    if (other := INSTEAD.get(form)) in offered:
        return f"请存成 {other}，用 WPS 或 Office 打开后可以另存为 {form}。\n"
    close = nearest(form, offered, limit=1, least=SURE)
    return f"是不是 {close[0]}？\n" if close else ""


def _offer(offered: Sequence[str], path: Path | None) -> str:
    return f"可用的格式：{listed([form for form in offered if path is None or form != TABLE])}"
