"""Every form read back by something that is not the exporter: all the text that is in it."""

import csv
import io
import json
from html.parser import HTMLParser
from typing import Any

import yaml

from plan_cli.exporters.forms import FORMS, render
from plan_cli.report import Report

CHECKED = ("tsv", "csv", "json", "yaml", "md", "txt", "html", "docx", "xlsx")


def rendered(name: str, report: Report) -> Any:
    """Return ``report`` in the form called ``name``, as text or bytes."""
    return render(FORMS[name], report)


def text_in(name: str, content: Any) -> str:
    """Return the text that a reader of the form finds, without its markup."""
    match name:
        case "docx":
            return docx_text(content)
        case "xlsx":
            sheets = workbook(content).worksheets
            cells = [str(v) for s in sheets for row in s.values for v in row if v]
            return "\n".join([*cells, *(s.oddFooter.right.text or "" for s in sheets)])
        case "html":
            return page(content).text
        case "csv":
            return "\n".join(cell for row in csv.reader(io.StringIO(content)) for cell in row)
        case "json":
            return strings(json.loads(content))
        case "yaml":
            return strings(yaml.safe_load(content))
        case _:
            return str(content)


def strings(data: Any) -> str:
    """Return all text in plain data."""
    if isinstance(data, dict):
        data = list(data.values())
    return "\n".join(map(strings, data)) if isinstance(data, list) else str(data)


def document(content: bytes) -> Any:
    """Return a docx file, opened."""
    import docx

    return docx.Document(io.BytesIO(content))


def docx_text(content: bytes) -> str:
    """Return the text of all paragraphs of a docx file, tables included, then its footer."""
    opened = document(content)
    [section] = opened.sections
    paragraphs = [*opened.element.body.iter(f"{W}p"), *section.footer._element.iter(f"{W}p")]
    return "\n".join(paragraph_text(paragraph) for paragraph in paragraphs)


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def paragraph_text(paragraph: Any) -> str:
    """Return the text of a paragraph element, line breaks and tabs as such."""
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    runs = paragraph.iter(f"{W}r")
    return "".join(signs.get(part.tag, part.text or "") for run in runs for part in run)


def value(element: Any, path: str, key: str = "val") -> str | None:
    """Return an attribute of what stands at ``path`` (names parted by /), if it does."""
    found = element.find("/".join(f"{W}{name}" for name in path.split("/")))
    return None if found is None else found.get(f"{W}{key}")


def workbook(content: bytes) -> Any:
    """Return an xlsx file, opened."""
    import openpyxl

    return openpyxl.load_workbook(io.BytesIO(content))


class Page(HTMLParser):
    """An HTML page taken apart: its text, its tags, and the rows of its tables."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.rows: list[list[str]] = []
        self.parts: list[str] = []
        self._styling = False
        self._in_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self._styling = tag == "style"
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
            self._in_cell = True
        elif tag in ("br", "div"):
            self.handle_data("\n")
        elif tag in ("p", "h1", "h2", "dt", "dd"):
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._styling = False
        if tag in ("td", "th"):
            self._in_cell = False

    def handle_data(self, data: str) -> None:
        if self._styling:
            return
        self.parts.append(data)
        if self._in_cell:
            self.rows[-1][-1] += data

    @property
    def text(self) -> str:
        return "".join(self.parts)


def page(content: str) -> Page:
    """Return an HTML page, taken apart."""
    parsed = Page()
    parsed.feed(content)
    parsed.close()
    return parsed
