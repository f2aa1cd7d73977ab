"""What comes out of a printer: forms turned into PDF by the programs that people use."""

import subprocess
from pathlib import Path

import pytest

from plan_cli.exporters.forms import FORMS, render
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
def test_all_is_printed_and_headings_are_repeated(convert: Convert, tmp_path: Path) -> None:
    """One test, since LibreOffice takes longer to start than to print."""
    for name, report in SAMPLES.items():
        content = render(FORMS[name.split(".")[1]], report)
        assert isinstance(content, bytes)
        (tmp_path / name).write_bytes(content)
    convert(tmp_path, "pdf", *SAMPLES)
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
