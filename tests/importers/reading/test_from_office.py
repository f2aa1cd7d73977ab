import os
import stat
import sys
import time
from pathlib import Path

import docx
import pytest

from plan_cli.errors import InputError
from plan_cli.importers.reading import from_office
from tests.importers.making import saved
from tests.office import SOFFICE

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs here are scripts")
RTF = rb"{\rtf1\ansi\uc0 {\b \u19968\u12289\u24635\u21017}\par \u19968\u21477\u12290\par}"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder where programs are looked for, and nowhere else."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(from_office, "_usual_places", lambda: iter(()))
    return folder


def install(folder: Path, script: str) -> None:
    program = folder / "soffice"
    program.write_text(f"#!{sys.executable}\nimport os, pathlib, sys, time\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def test_a_document_is_converted_and_it_is_told(office: Path, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("一、总则")
    (tmp_path / "made.docx").write_bytes(saved(document))
    install(
        office,
        f"""
folder = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
folder.mkdir()
assert sys.argv[1].startswith("-env:UserInstallation=file:///")
assert "--headless" in sys.argv and pathlib.Path(sys.argv[-1]).read_bytes() == b"old"
made = pathlib.Path({str(tmp_path / "made.docx")!r})
(folder / pathlib.Path(sys.argv[-1]).name).with_suffix(".docx").write_bytes(made.read_bytes())
""",
    )
    printed = from_office.read(b"old")
    assert [line.text for line in printed.lines] == ["一、总则"]
    assert [doubt.message for doubt in printed.doubts] == [
        "由 LibreOffice 转换成 docx 后读出，编号和表格请对照原件核对"
    ]


def test_without_libreoffice_people_are_told_how_to_save_it(office: Path) -> None:
    with pytest.raises(InputError, match="不能直接读") as raised:
        from_office.read(b"old")
    assert "另存为" in raised.value.hint
    assert "LibreOffice" in raised.value.hint


def test_a_conversion_that_fails_is_told(office: Path) -> None:
    install(office, "sys.exit(1)")
    with pytest.raises(InputError, match="转换不了这个文件") as raised:
        from_office.read(b"old")
    assert "另存为" in raised.value.hint


def test_a_conversion_that_hangs_is_ended_with_all_it_started(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(from_office, "SECONDS", 1)
    child = tmp_path / "child"
    install(
        office,
        f"pid = os.fork()\nif pid: pathlib.Path({str(child)!r}).write_text(str(pid))\n"
        "time.sleep(60)",
    )
    started = time.monotonic()
    with pytest.raises(InputError, match="1 秒还没有完成"):
        from_office.read(b"old")
    assert time.monotonic() - started < 20
    assert not _runs(int(child.read_text()))


def _runs(pid: int) -> bool:
    """Say whether a process runs; one that has ended may wait for its parent to look at it."""
    for _ in range(50):
        try:
            os.kill(pid, 0)
            state = Path(f"/proc/{pid}/stat")
            if state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z":
                return False
        except ProcessLookupError:
            return False
        time.sleep(0.1)
    return True


@pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not installed")
def test_libreoffice_itself_reads_rich_text() -> None:
    printed = from_office.read(RTF)
    assert [line.text for line in printed.lines] == ["一、总则", "一句。"]
    assert printed.lines[0].bold == ((0, 4),)


def test_libreoffice_is_looked_for_where_windows_and_macs_keep_programs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("ProgramFiles", "ProgramFiles(x86)"):
        monkeypatch.delenv(name, raising=False)
    mac = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
    assert list(from_office._usual_places()) == [mac]
    monkeypatch.setenv("ProgramFiles(x86)", "/older")
    older = Path("/older/LibreOffice/program/soffice.exe")
    assert list(from_office._usual_places()) == [older, mac]


def test_where_a_program_could_be_there_need_be_none(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing, there = office / "没有", office / "LibreOffice"
    monkeypatch.setattr(from_office, "_usual_places", lambda: iter((missing,)))
    with pytest.raises(InputError, match="不能直接读"):
        from_office.read(b"old")
    there.touch()
    monkeypatch.setattr(from_office, "_usual_places", lambda: iter((missing, there)))
    assert from_office._program() == str(there)
