"""The forms of a document that an import is scored by: Word, a page, Excel, PDF, scans."""

import subprocess
from collections.abc import Callable, Iterator, Sequence
from html import escape
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import NamedTuple

from plan_cli.importers.convert import convert
from plan_cli.importers.reading.decoding import decode
from plan_cli.importers.reading.lines import RECOGNISERS
from plan_cli.importers.registry import read_document
from plan_cli.importers.shaping.layout import laid_out
from plan_cli.model.plan import Plan
from plan_cli.query.against import squeeze
from plan_cli.text import fold

FONT = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"
DPI = (150, 200)


class Form(NamedTuple):
    """A document in one of its forms."""

    name: str
    content: bytes
    plain: str
    """Its text."""
    alike: Callable[[str], str] = squeeze
    """Returns a text as it is compared, character by character."""


def forms(document: Path, font: str) -> Iterator[Form]:
    """Yield a document in every form that can be made of it; as scans if there is a ``font``."""
    content = document.read_bytes()
    is_text = document.suffix in (".txt", ".md")
    plain = decode((document if is_text else document.with_suffix(".txt")).read_bytes())
    yield Form(document.name, content, plain)
    printed = read_document(content, document.name)
    whole = laid_out(printed.lines).paragraphs
    if is_text:
        lines = [paragraph.text for paragraph in whole]
        yield Form(f"{document.stem}.docx", as_docx(lines), plain)
        yield Form(f"{document.stem}.html", as_html(lines), plain)
        yield Form(f"{document.stem}.xlsx", *as_xlsx(convert(printed).plan))
        if made := as_pdf(lines):
            yield Form(f"{document.stem}.pdf", made, plain)
    for dpi in DPI if font else ():
        from scans import scan_of_pdf, scan_of_text

        made = scan_of_text(whole, font, dpi) if is_text else scan_of_pdf(content, dpi)
        yield Form(f"{document.name} scan {dpi}", made, plain, lambda text: fold(squeeze(text)))


def no_scans(font: str) -> str:
    """Return why no scans can be made and recognised; empty if they can."""
    missing = [name for name in RECOGNISERS if find_spec(name) is None]
    if missing:
        return f"{missing[0]} is not installed (pip install '.[ocr]')"
    return "" if Path(font).is_file() else f"there is no Chinese font at {font} (--font FILE)"


def as_docx(lines: Sequence[str]) -> bytes:
    import docx

    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def as_html(lines: Sequence[str]) -> bytes:
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return f"<html><meta charset=utf-8><body>{paragraphs}</body></html>".encode()


def as_pdf(lines: Sequence[str]) -> bytes | None:
    """Return what LibreOffice prints of a document; None where it is not installed."""
    office = which("soffice")
    if office is None:
        return None
    with TemporaryDirectory() as folder:
        document = Path(folder, "x.docx")
        document.write_bytes(as_docx(lines))
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
        subprocess.run([*command, document], check=True, capture_output=True)
        return document.with_suffix(".pdf").read_bytes()


def as_xlsx(plan: Plan) -> tuple[bytes, str]:
    """Return the tasks of ``plan`` as offices make a table of them, a sheet a list; and its text.

    Sections are rows of their own.
    """
    import openpyxl

    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    text = []
    for tasks in plan.lists:
        sheet = workbook.create_sheet(tasks.name)
        rows = [[tasks.title or plan.document.title], ["序号", "工作任务", "主要内容", "责任单位"]]
        section = None
        for entry in plan.entries:
            if entry.list is not tasks:
                continue
            if entry.section and entry.section is not section:
                section = entry.section
                rows.append([section.heading])
            measures = "".join((step.heading or "") + step.text for step in entry.steps)
            note = "；".join(note.text for note in entry.task.notes)
            rows.append([entry.task.number, entry.title or "", measures, note])
        for row in rows:
            sheet.append(row)
            text += row
    buffer = BytesIO()
    workbook.save(buffer)
    return buffer.getvalue(), "".join(text)
