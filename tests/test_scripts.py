"""The scripts of ``fuzz/`` run: they are called by hand and seldom."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.mark.parametrize("name", ["fuzz_plans", "fuzz_documents"])
def test_a_fuzzer_tells_what_it_has_seen(name: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "fuzz" / f"{name}.py"), "--examples", "3"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    assert done.stdout.startswith("inputs 3, runs ")


def test_mutants_are_the_same_for_the_same_seed() -> None:
    from fuzz.mutants import drawn

    first, again = drawn(["text", "notes"], 20, 5), drawn(["text", "notes"], 20, 5)
    assert first == again
    assert len(first) == 20
    for mutant in first:
        kept = (ROOT / mutant.file).read_text(encoding="utf-8")
        assert mutant.source() != kept
        compile(mutant.source(), str(mutant.file), "exec")
