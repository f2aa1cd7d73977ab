"""Which forms there are. Modules are named here and imported only when used.

To add a form, write ``to_x.py`` with ``export(report)`` and add one line to `FORMS`.
"""

from importlib import import_module
from typing import NamedTuple

from plan_cli.errors import OutputError
from plan_cli.report import Report


class Form(NamedTuple):
    """One form of output."""

    name: str
    binary: bool = False
    extra: str = ""
    """The optional dependencies that it needs."""
    page: bool = False
    """Whether it shows a report as a page, and not as a sheet or as records."""
    foot: bool = False
    """Whether a file in this form shows the closing lines at its foot."""
    bom: bool = False
    """Whether a file begins with a byte order mark, which Excel needs to see UTF-8."""


FORMS = {
    form.name: form
    for form in (
        Form("tsv"),
        Form("json"),
        Form("yaml"),
        Form("csv", bom=True),
        Form("md", page=True, foot=True),
        Form("txt", page=True, foot=True),
        Form("html", page=True, foot=True),
        Form("docx", binary=True, extra="office", page=True, foot=True),
        Form("xlsx", binary=True, extra="office", foot=True),
        Form("ics", extra="calendar"),
    )
}
"""By name, which is also the suffix of files in that form."""


def render(form: Form, report: Report) -> str | bytes:
    """Return ``report`` in ``form``: bytes if it is binary, else text.

    Raises OutputError with the install command if the form needs an extra that is missing.
    """
    module = import_module(f"plan_cli.exporters.to_{form.name}")
    try:
        rendered: str | bytes = module.export(report.paged() if form.page else report)
    except ModuleNotFoundError as error:
        if not form.extra:
            raise
        raise OutputError(
            f"导出 {form.name} 要用的可选组件 {form.extra} 没有装全（缺少 {error.name}）",
            f'请运行：python -m pip install "plan-cli[{form.extra}]"',
        ) from error
    return rendered
