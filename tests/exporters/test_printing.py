"""What comes out of a printer: forms turned into PDF by the programs that people use."""

import shutil
import subprocess
from pathlib import Path

import pytest

from plan_cli.exporters.forms import FORMS, render
from plan_cli.report import Report
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
def test_a_measure_longer_than_a_page_is_printed_whole(tmp_path: Path) -> None:
    text = "".join(f"第{number:04}件，" for number in range(600))
    shown = flat(printed("docx", sample(text), tmp_path))
    missing = [number for number in range(600) if f"{number:04}" not in shown]
    assert missing == []
