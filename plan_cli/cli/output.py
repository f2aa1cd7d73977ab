"""Answers on their way out; terminal or pipe is decided here and nowhere else."""

import sys
from typing import NamedTuple, Protocol

from plan_cli.cli.destination import TABLE, Destination, unshowable
from plan_cli.cli.streams import say, standard_output, write_text
from plan_cli.exporters.forms import FORMS, Form, render
from plan_cli.report import Report
from plan_cli.text import visible


class Answer(Protocol):
    """What a command gives back."""

    def deliver(self, destination: Destination) -> int:
        """Bring the answer to ``destination``; return the exit code.

        Raises OutputError if a file cannot be written; it is written whole or not at all.
        """


class Shown(NamedTuple):
    """A report, to be shown in the form asked for."""

    report: Report

    def deliver(self, destination: Destination) -> int:
        """Write the report, hints and closing lines to standard error."""
        report = self.report
        lines = (*report.closing, *report.hints)
        if destination.path is None:
            _to_stdout(report, destination.form)
        else:
            form = FORMS[destination.form]
            _to_file(destination, encoded(form, render(form, report._replace(hints=()))))
            lines = report.hints if form.foot else lines
        for line in lines:
            say(line)
        return report.exit_code


class Made(NamedTuple):
    """A text that a command made, such as a plan file, and what there is to say about it."""

    text: str
    told: tuple[str, ...]
    readable: bool = True
    """Whether a person can read it at a terminal."""
    exit_code: int = 0

    def deliver(self, destination: Destination) -> int:
        """Write the text, what there is to say to standard error.

        Raises UsageError at a terminal for what nobody can read there.
        """
        if destination.path is None:
            if sys.stdout.isatty() and not self.readable:
                raise unshowable(destination.form)
            write_text(visible(self.text) if sys.stdout.isatty() else self.text)
        else:
            _to_file(destination, self.text.encode())
        for line in self.told:
            say(line)
        return self.exit_code


class Done(NamedTuple):
    """Something that a command did, and what there is to say about it."""

    told: tuple[str, ...]
    exit_code: int = 0

    def deliver(self, destination: Destination) -> int:
        """Say it on standard error."""
        for line in self.told:
            say(line)
        return self.exit_code


def _to_file(destination: Destination, content: bytes) -> None:
    from plan_cli.cli.placing import write_file

    assert destination.path is not None
    write_file(destination.path, content, destination.force)
    say(f"已写入 {visible(str(destination.path))}")


def _to_stdout(report: Report, name: str) -> None:
    if not name:
        plain = "txt" if report.layout == "page" else "tsv"
        name = TABLE if sys.stdout.isatty() else plain
    body = report._replace(closing=(), hints=())
    if name == TABLE:
        from plan_cli.cli.terminal.views import draw

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
