"""Which forms there are. Modules are named here and imported only when used.

To add a form, write ``to_x.py`` with ``export(report)`` and add one line to `FORMS`.
"""

from collections.abc import Collection
from importlib import import_module
from typing import Literal, NamedTuple

from plan_cli.errors import OutputError, install_hint
from plan_cli.report import Report

Content = Literal["table", "letter", "facts", "findings", "calendar", "events"]
"""What an answer holds; a command says what it answers with, a form what it can show.

A table holds tasks, counts, dates: what is listed, counted and printed; a letter is the document
itself; facts are a page about a plan file; findings say what is wrong, and where; a calendar has
days to keep; events are what a ledger is made of.
"""


class Form(NamedTuple):
    """One form of output."""

    name: str
    shows: tuple[Content, ...]
    binary: bool = False
    writes: str = ""
    """What people call files in that form, if a library writes them."""
    library: str = ""
    """The distribution that does; it comes with the program, but can be missing all the same."""
    page: bool = False
    """Whether it shows a report as a page, and not as a sheet or as records."""
    foot: bool = False
    """Whether a file in this form shows the closing lines at its foot."""
    bom: bool = False
    """Whether a file begins with a byte order mark, which Excel needs to see UTF-8."""


FORMS = {
    form.name: form
    for form in (
        Form("tsv", ("table", "findings")),
        Form("json", ("table", "facts", "findings")),
        Form("jsonl", ("events",)),
        Form("csv", ("table", "findings"), bom=True),
        Form("md", ("table", "letter", "facts"), page=True, foot=True),
        Form("yaml", ("table", "facts", "findings")),
        Form("txt", ("table", "letter", "facts", "findings"), page=True, foot=True),
        Form(
            "docx",
            ("table", "letter"),
            binary=True,
            writes="Word",
            library="python-docx",
            page=True,
            foot=True,
        ),
        Form("xlsx", ("table",), binary=True, writes="Excel", library="openpyxl", foot=True),
        Form("html", ("table", "letter"), page=True, foot=True),
        Form("ics", ("calendar",), writes="iCalendar", library="icalendar"),
    )
}
"""By name, which is also the suffix of files in that form; in the order that commands offer."""


def forms_for(contents: Collection[Content]) -> list[str]:
    """Return the names of the forms that show one of ``contents``, first the one for pipes."""
    plain = "tsv" if "table" in contents else "txt"
    names = [form.name for form in FORMS.values() if not set(contents).isdisjoint(form.shows)]
    return sorted(names, key=lambda name: name != plain)


def render(form: Form, report: Report) -> str | bytes:
    """Return ``report`` in ``form``: bytes if it is binary, else text.

    Raises OutputError with the install command if the library that writes it is missing.
    """
    module = import_module(f"plan_cli.exporters.to_{form.name}")
    try:
        rendered: str | bytes = module.export(report.paged() if form.page else report)
    except ModuleNotFoundError as error:
        message = f"没有装读写 {form.writes} 的组件（缺少 {error.name}）"
        raise OutputError(message, install_hint(form.library)) from error
    return rendered
