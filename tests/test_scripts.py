"""The scripts of ``fuzz/`` and ``benchmarks/`` run: they are called by hand and seldom."""

import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.processes import judge, leave
from tests.conftest import ROOT

LIMITS = {"startup": 4, "checklist": 3, "passes": 9, "ledger": 2}
"""How many limits each benchmark judges by."""
GOLDEN = ROOT / "tests" / "importers" / "golden" / "牵头配合.txt"


def run_script(
    path: str, *arguments: str, cwd: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / path), *arguments],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        env=os.environ | environment,
        check=False,
    )


@pytest.mark.parametrize("name", ["fuzz_plans", "fuzz_documents", "fuzz_workbooks"])
def test_a_fuzzer_tells_what_it_has_seen(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for variable in ("PLAN_DEBUG", "NO_COLOR", "TERM"):  # a fuzzer sets them for good
        monkeypatch.setenv(variable, "")
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.setattr(sys, "argv", [name, "--examples", "1"])
    runpy.run_path(str(ROOT / "fuzz" / f"{name}.py"), run_name="__main__")
    assert capsys.readouterr().out.startswith("inputs 1, runs ")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the script forks")
def test_a_ledger_outlives_kills_and_many_writers(tmp_path: Path) -> None:
    script = ("fuzz/crash_ledger.py", "--kills", "4", "--writers", "2", "--times", "2")
    done = run_script(*script, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("4 kills: ")
    assert "2 writers x 2: nothing lost" in done.stdout


def test_mutants_are_the_same_for_the_same_seed() -> None:
    from fuzz.mutants import drawn

    first, again = drawn(["text", "notes"], 20, 5), drawn(["text", "notes"], 20, 5)
    assert first == again
    assert len(first) == 20
    for mutant in first:
        kept = (ROOT / mutant.file).read_text(encoding="utf-8")
        assert mutant.source() != kept
        compile(mutant.source(), str(mutant.file), "exec")


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals on this system")
@pytest.mark.parametrize(
    "arguments",
    [("startup", "0"), ("checklist", "0"), ("passes", "0", "2"), ("ledger", "0", "2", "3", "200")],
)
def test_a_benchmark_judges_by_its_limits(arguments: tuple[str, ...], tmp_path: Path) -> None:
    name, *counts = arguments
    done = run_script(f"benchmarks/{name}.py", *counts, cwd=tmp_path)
    lines = done.stdout.splitlines()
    assert done.stderr == ""
    assert [line for line in lines if "  (limit " not in line] == []
    assert len(lines) == LIMITS[name]
    assert done.returncode == any(line.endswith("BROKEN") for line in lines)


def test_the_limit_of_a_benchmark_is_for_the_median_ratio(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert judge("kept", [(3.0, 2.0), (9.0, 1.0), (1.0, 1.0)], 1.5)
    assert not judge("broken", [(3.0, 2.0), (9.0, 1.0), (1.0, 1.0)], 1.4)
    kept, broken = capsys.readouterr().out.splitlines()
    assert "3000.0 ms 1000.0 ms  ratio 1.50  (limit 1.5)" in kept
    assert broken.endswith("BROKEN")
    with pytest.raises(SystemExit) as left:
        leave([True, False])
    assert left.value.code == 1


def test_a_score_tells_what_the_answer_has_and_the_import_has_not(tmp_path: Path) -> None:
    read = GOLDEN.with_name(f"{GOLDEN.name}.yaml").read_text(encoding="utf-8")
    answer = read.replace(
        "named: [县乡村振兴局, 县民政局, 县医保局]", "named: [县民政局, 县医保局]"
    )
    truth = tmp_path / "answer.yaml"
    truth.write_text(answer, encoding="utf-8")
    script = "benchmarks/score_import.py"
    done = run_script(script, str(GOLDEN), str(truth), "--misses", cwd=tmp_path)
    assert done.stdout.splitlines() == [
        "tasks        6 read, 6 in the truth",
        "tasks        P 1.000  R 1.000  F1 1.000  (6/6)",
        "titles       P 1.000  R 1.000  F1 1.000  (0/0)",
        "sections     P 1.000  R 1.000  F1 1.000  (6/6)",
        "named        P 0.933  R 1.000  F1 0.966  (14/14)",
        "     too much 6#1 县乡村振兴局",
        "lead         P 1.000  R 1.000  F1 1.000  (5/5)",
        "collectives  P 1.000  R 1.000  F1 1.000  (3/3)",
    ]


def test_the_table_of_scores_says_why_it_has_no_scans(tmp_path: Path) -> None:
    read = GOLDEN.with_name(f"{GOLDEN.name}.yaml").read_bytes()
    tmp_path.joinpath("甲.truth.yaml").write_bytes(read)
    tmp_path.joinpath("甲.txt").write_bytes(GOLDEN.read_bytes())
    arguments = ("benchmarks/score_import.py", str(tmp_path), "--scan", "--font", "没有.ttf")
    done = run_script(*arguments, cwd=tmp_path, PATH="")
    assert done.returncode == 0, done.stderr
    head, *rows, last = done.stdout.splitlines()
    assert head.split()[1:3] == ["tasks", "titles"]
    assert [row.split()[:4] for row in rows] == [
        [f"甲.{form}", "1.000", "1.000", "1.000"] for form in ("txt", "docx", "html", "xlsx")
    ]
    assert last.startswith("no scans: ")
