"""What comes out of a printer: forms turned into PDF by the programs that people use."""

import re
import shutil
import subprocess
from pathlib import Path
from unicodedata import east_asian_width

import pytest

from plan_cli.exporters.forms import FORMS, render
from plan_cli.model.plan import Plan
from plan_cli.query.fulltext import paragraphs
from plan_cli.report import Report
from plan_cli.reports.overview import fulltext
from tests.exporters.samples import sample

SOFFICE = shutil.which("soffice")
PDFTOTEXT = shutil.which("pdftotext")

needs_office = pytest.mark.skipif(
    not (SOFFICE and PDFTOTEXT), reason="LibreOffice (soffice) or pdftotext is not installed"
)


def printed(name: str, report: Report, folder: Path) -> list[str]:
    """Return the text of each page that LibreOffice prints of ``report``."""
    assert SOFFICE
    assert PDFTOTEXT
    content = render(FORMS[name], report)
    assert isinstance(content, bytes)
    (folder / f"a.{name}").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = [SOFFICE, profile, "--headless", "--convert-to", "pdf", f"a.{name}"]
    subprocess.run(convert, cwd=folder, check=True, capture_output=True, timeout=120)
    read = subprocess.run(
        [PDFTOTEXT, "-layout", "a.pdf", "-"], cwd=folder, check=True, capture_output=True
    )
    return read.stdout.decode().split("\f")[:-1]


def flat(pages: list[str]) -> str:
    return "".join("".join(pages).split())


@needs_office
@pytest.mark.parametrize("name", ["docx", "xlsx"])
def test_every_measure_is_printed_and_headings_are_repeated(name: str, tmp_path: Path) -> None:
    texts = [f"第{number}条，{'事' * 60}。" for number in range(1, 31)]
    pages = printed(name, sample(*texts), tmp_path)
    assert len(pages) > 1
    shown = flat(pages)
    for number in range(1, 31):
        assert shown.count(f"第{number}条，") == 1
    report_pages = pages if name == "docx" else pages[:-1]
    for number, text in enumerate(report_pages, 1):
        assert "举措" in text
        assert f"第{number}页共{len(pages)}页" in flat([text])
    assert "签收人：" in shown
    assert "\ufffd" not in shown


@needs_office
def test_a_letter_is_printed_whole_on_lines_of_28_characters(plan: Plan, tmp_path: Path) -> None:
    pages = printed("docx", fulltext(plan), tmp_path)
    for number, page in enumerate(pages, 1):
        assert f"— {number} —" in page or f"{number}" in page.splitlines()[-1]
    shown = re.sub(r"^\s*—?\s*\d{1,2}\s*—?\s*$", "", "\n".join(pages), flags=re.M)
    assert flat([shown]) == flat([paragraph.text for paragraph in paragraphs(plan)])
    wide = [
        sum(east_asian_width(char) in "WF" for char in line)
        for page in pages
        for line in page.splitlines()
        if not re.search("[ -~]", line.strip())
    ]
    assert max(wide) in (27, 28, 29)  # quotation marks are narrow here, a mark may hang behind


@needs_office
def test_a_measure_longer_than_a_page_is_printed_whole(tmp_path: Path) -> None:
    text = "".join(f"第{number:04}件，" for number in range(600))
    shown = flat(printed("docx", sample(text), tmp_path))
    missing = [number for number in range(600) if f"{number:04}" not in shown]
    assert missing == []
