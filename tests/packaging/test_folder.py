"""The folder program answers as the installed one does, where there is no Python.

It is made by `packaging/make.py`; `PLAN_FOLDER` says where.
"""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from plan_cli.cli.app import COMMANDS
from tests.conftest import read_all, run_process
from tests.importers.built import merged_cells, printed_by_the_state, set_in_type
from tests.importers.making import grid_html, grid_xlsx, pdf_of

FOLDER = Path(os.environ.get("PLAN_FOLDER", "")).absolute()
PROGRAM = FOLDER / "program" / "plan"
GRID = (("序号", "任务", "责任单位"), ("1", "整治河道。", "水利局"), ("2", "清理垃圾。", "城管局"))
DOCUMENTS = {
    "表.docx": merged_cells(),
    "文.pdf": set_in_type(),
    "文.ofd": printed_by_the_state(),
    "表.xlsx": grid_xlsx("2025年工作要点", GRID),
    "表.html": grid_html("2025年工作要点", GRID),
}

pytestmark = pytest.mark.skipif(
    "PLAN_FOLDER" not in os.environ, reason="PLAN_FOLDER names no folder: packaging/README.md"
)

Done = subprocess.CompletedProcess[bytes]


def run_folder(*arguments: str, cwd: Path, stdin: str = "") -> Done:
    """Run the folder program with nothing of this computer: no PATH, locale, Python, time zones."""
    return subprocess.run(
        [str(PROGRAM), *arguments],
        input=stdin.encode(),
        capture_output=True,
        cwd=cwd,
        env={"PATH": "/nonexistent", "PYTHONTZPATH": ""},
        timeout=60,
        check=False,
    )


def told(done: Done) -> tuple[int, str, str]:
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize(
    "command",
    [
        "list --dept 科普部",
        "list --dept 科普部 --json",
        "list --dept 科普布",
        "show 14 K3",
        "board --today 2022-05-10",
        "about",
        "schema",
        "completion --show powershell",
        *(f"help {name}" for name in COMMANDS),
    ],
)
def test_it_answers_as_the_installed_program(command: str, tmp_path: Path) -> None:
    theirs = run_process(*command.split(), cwd=tmp_path)
    assert told(run_folder(*command.split(), cwd=tmp_path)) == told(theirs)
    assert theirs.stdout or theirs.returncode == 2


@pytest.mark.parametrize(
    "command",
    [
        "checklist 科普部 --date 2022-05-10 -o 科普部.docx",
        "checklist 科普部 --date 2022-05-10 -o 科普部.xlsx",
        "checklist 科普部 --date 2022-05-10 -o 科普部.html",
        "text -o 原文.docx",
        "due --today 2022-05-10 -o 时限.ics",
        "site -o 网页.html",
    ],
)
def test_it_makes_the_same_files(command: str, tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    for folder in (ours, theirs):
        folder.mkdir()
    words = command.split()
    assert told(run_folder(*words, cwd=ours)) == told(run_process(*words, cwd=theirs))
    assert (ours / words[-1]).read_bytes() == (theirs / words[-1]).read_bytes()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_it_imports_the_same(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(DOCUMENTS[name])
    ours = told(run_folder("import", name, cwd=tmp_path))
    assert ours == told(run_process("import", name, cwd=tmp_path))
    assert ours[0] == 0
    assert "tasks:" in ours[1]


def test_a_ledger_is_kept(tmp_path: Path) -> None:
    for command in (
        "ledger init --by 甲",
        "ledger collect --period 2022Q2 --dept 科普部 --by 甲 -o 台账",
        "ledger report --period 2022Q2 -o 通报.docx",
    ):
        assert run_folder(*command.split(), cwd=tmp_path).returncode == 0, command
    assert zipfile.is_zipfile(tmp_path / "通报.docx")
    assert [path.suffix for path in (tmp_path / "台账").iterdir()] == [".xlsx"]


def test_a_scan_is_told_to_be_for_the_installed_program(tmp_path: Path) -> None:
    (tmp_path / "扫描.pdf").write_bytes(pdf_of("100 100 300 300 re f"))
    code, _, said = told(run_folder("import", "扫描.pdf", cwd=tmp_path))
    assert code == 4
    assert "这个免安装的版本没有带 rapidocr、onnxruntime" in said
    assert "pip" not in said


def test_what_is_clicked_works(tmp_path: Path) -> None:
    assert "plan checklist 科普部" in run_folder("--begin", cwd=tmp_path).stdout.decode()
    asked = run_folder("--print", str(tmp_path), cwd=tmp_path, stdin="科谱部\n科普部\n")
    assert asked.returncode == 0
    assert zipfile.is_zipfile(tmp_path / "科普部责任清单.docx")


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals on this system")
def test_at_a_terminal_it_draws_tables(tmp_path: Path) -> None:
    import pty

    master, slave = pty.openpty()
    environment = {"PATH": "/nonexistent", "TERM": "xterm", "COLUMNS": "80"}
    with subprocess.Popen(
        [str(PROGRAM), "list", "科普部"], stdout=slave, stderr=slave, env=environment
    ) as running:
        os.close(slave)
        seen = read_all(master)
    assert running.returncode == 0
    assert "科普部：任务清单" in seen.decode()


def test_the_zip_holds_the_folder() -> None:
    [archive] = FOLDER.parent.glob("plan-*.zip")
    with zipfile.ZipFile(archive) as held:
        names = {name for name in held.namelist() if not name.endswith("/")}
        program = held.getinfo(f"plan/program/{PROGRAM.name}")
    there = [path for path in FOLDER.rglob("*") if path.is_file()]
    assert names == {path.relative_to(FOLDER.parent).as_posix() for path in there}
    assert {path.name for path in FOLDER.iterdir()} == {"plan.cmd", "打印我的清单.cmd", "program"}
    assert program.external_attr >> 16 & 0o100, "unpacked, the program can be run"
