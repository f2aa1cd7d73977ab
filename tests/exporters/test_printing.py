"""What comes out of a printer: forms turned into PDF by the programs that people use."""

import re
import subprocess
from pathlib import Path
from unicodedata import east_asian_width

import pytest

from plan_cli.exporters.forms import FORMS, render
from plan_cli.model.plan import Plan
from plan_cli.query.fulltext import paragraphs
from plan_cli.reports.overview import fulltext
from tests.exporters.samples import sample
from tests.office import PDFTOTEXT, SOFFICE, Convert

MANY = [f"第{number}条，{'事' * 60}。" for number in range(1, 31)]
LONG = "".join(f"第{number:04}件，" for number in range(600))
SAMPLES = {
    "text.docx": sample(*MANY),
    "sheet.xlsx": sample(*MANY),
    "long.docx": sample(LONG),
}


@pytest.mark.skipif(
    not (SOFFICE and PDFTOTEXT), reason="LibreOffice (soffice) or pdftotext is not installed"
)
def test_all_is_printed_and_headings_are_repeated(
    convert: Convert, plan: Plan, tmp_path: Path
) -> None:
    """One test, since LibreOffice takes longer to start than to print."""
    for name, report in SAMPLES.items():
        content = render(FORMS[name.split(".")[1]], report)
        assert isinstance(content, bytes)
        (tmp_path / name).write_bytes(content)
    (tmp_path / "letter.docx").write_bytes(written_letter(plan))
    convert(tmp_path, "pdf", *SAMPLES, "letter.docx")
    check_letter(pages(tmp_path / "letter.pdf"), plan)
    text, sheet, long = (pages(tmp_path / name) for name in ("text.pdf", "sheet.pdf", "long.pdf"))
    check_pages(text, annexes=0)
    check_pages(sheet, annexes=1)
    shown = flat(long)
    assert [number for number in range(600) if f"{number:04}" not in shown] == []


def pages(file: Path) -> list[str]:
    command = [PDFTOTEXT, "-layout", str(file), "-"]
    done = subprocess.run(command, check=True, capture_output=True)
    return done.stdout.decode().split("\f")[:-1]


def check_pages(pages: list[str], annexes: int) -> None:
    assert len(pages) > 1
    shown = flat(pages)
    for number in range(1, 31):
        assert shown.count(f"第{number}条，") == 1
    for number, text in enumerate(pages[: len(pages) - annexes], 1):
        assert "举措" in text
        assert f"第{number}页共{len(pages)}页" in flat([text])
    assert "签收人：" in shown
    assert "\ufffd" not in shown


def flat(pages: list[str]) -> str:
    return "".join("".join(pages).split())


def written_letter(plan: Plan) -> bytes:
    content = render(FORMS["docx"], fulltext(plan))
    assert isinstance(content, bytes)
    return content


def check_letter(pages: list[str], plan: Plan) -> None:
    """No sign of the document is lost, and lines have 28 characters (GB/T 9704-2012, 5.2.3)."""
    shown = re.sub(r"^\s*—?\s*\d{1,2}\s*—?\s*$", "", "\n".join(pages), flags=re.M)
    assert flat([shown]) == flat([paragraph.text for paragraph in paragraphs(plan)])
    wide = [
        sum(east_asian_width(char) in "WF" for char in line)
        for page in pages
        for line in page.splitlines()
        if not re.search("[ -~]", line.strip())
    ]
    assert max(wide) in (27, 28, 29)  # quotation marks are narrow here, a mark may hang behind
