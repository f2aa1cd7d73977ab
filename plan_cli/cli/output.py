"""Where an answer goes and in which form; terminal or pipe is decided here and nowhere else."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from plan_cli.cli.placing import refuse_unwritable, write_file
from plan_cli.cli.streams import say, standard_output, write_text
from plan_cli.errors import UsageError
from plan_cli.exporters.forms import FORMS, Form, render
from plan_cli.report import Layout, Report
from plan_cli.text import listed, nearest, visible

TABLE = "table"
"""The form that is drawn at a terminal."""

SYNONYMS = {"yml": "yaml", "htm": "html", "markdown": "md", "text": "txt"}
"""Other names and suffixes of forms."""


class Destination(NamedTuple):
    """A form by name (empty: what suits the stream), and a file or else standard output."""

    form: str = ""
    path: Path | None = None
    force: bool = False


class Reply(NamedTuple):
    """What a command answers with."""

    report: Report
    destination: Destination


def choose(
    offered: Sequence[str], json: bool, form: str | None, output: str | None, force: bool
) -> Destination:
    """Return where to write, from the options of the command line.

    ``-f`` wins over the suffix of ``-o``; a command that offers one form only needs neither.
    Raises UsageError for a form that the command does not offer, OutputError for a file that
    may not be replaced.
    """
    path = Path(output) if output else None
    chosen = choose_form(offered, json, form, path)
    if path is not None:
        refuse_unwritable(path, force)
    elif chosen and chosen in FORMS and FORMS[chosen].binary and sys.stdout.isatty():
        raise UsageError(f"{chosen} 不能显示在终端上", f"请加 -o 文件名.{chosen}")
    return Destination(chosen, path, force)


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
            raise UsageError("table 只能显示在终端上，不能写入文件", _offer(offered))
        if not chosen:
            message = "文件名没有后缀，不知道存成什么格式（例：科普部.docx）"
            raise UsageError(message, _offer(offered))
    elif not chosen and len(offered) == 1:
        chosen = offered[0]
    if chosen and chosen not in offered:
        close = nearest(chosen, offered, limit=1)
        advice = f"是不是 {close[0]}？\n" if close else ""
        raise UsageError(f"这个命令没有“{visible(chosen)}”格式", advice + _offer(offered))
    return chosen or ""


def _offer(offered: Sequence[str]) -> str:
    return f"可用的格式：{listed(offered)}"


class Made(NamedTuple):
    """A plan file that a command made, and what there is to say about it."""

    text: str
    told: tuple[str, ...]


def deliver_made(made: Made, destination: Destination) -> None:
    """Write a plan file to its destination, what there is to say to standard error.

    Raises OutputError if the file cannot be written; it is written whole or not at all.
    """
    if destination.path is None:
        write_text(visible(made.text) if sys.stdout.isatty() else made.text)
    else:
        write_file(destination.path, made.text.encode(), destination.force)
        say(f"已写入 {visible(str(destination.path))}")
    for line in made.told:
        say(line)


def deliver(reply: Reply) -> None:
    """Write the answer to its destination, hints and closing lines to standard error.

    Raises OutputError if a file cannot be written; a file is written whole or not at all.
    """
    report, destination = reply.report, reply.destination
    if destination.path is not None:
        form = FORMS[destination.form]
        rendered = render(form, report._replace(hints=()))
        write_file(destination.path, encoded(form, rendered), destination.force)
        say(f"已写入 {visible(str(destination.path))}")
        lines = report.hints if form.foot else (*report.closing, *report.hints)
    else:
        _to_stdout(report, destination.form)
        lines = (*report.closing, *report.hints)
    for line in lines:
        say(line)


def _to_stdout(report: Report, name: str) -> None:
    if not name:
        plain = "txt" if report.layout is Layout.PAGE else "tsv"
        name = TABLE if sys.stdout.isatty() else plain
    body = report._replace(closing=(), hints=())
    if name == TABLE:
        from plan_cli.cli.views import draw

        with standard_output() as stream:
            draw(body, stream)
        return
    rendered = render(FORMS[name], body)
    if isinstance(rendered, bytes):
        with standard_output() as stream:
            stream.buffer.write(rendered)
        return
    if sys.stdout.isatty():
        rendered = visible(rendered, keep="\n\t")
    write_text(rendered, escape=name == "json")


def encoded(form: Form, rendered: str | bytes) -> bytes:
    """Return what stands in a file: UTF-8, with a BOM where the form wants one."""
    if isinstance(rendered, bytes):
        return rendered
    return rendered.encode("utf-8-sig" if form.bom else "utf-8", "surrogatepass")
