"""Documents as offices write them, all invented, and what is read out of each: plan and doubts.

The plans beside the documents in ``golden/`` were read by a person against the documents. After a
change that is meant: ``pytest --refresh-golden tests/importers/test_golden.py``, then read what it
shows.
"""

from difflib import unified_diff
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run
from tests.importers.built import BUILT

GOLDEN = ROOT / "tests" / "importers" / "golden"
READ = (".yaml", ".doubts")
"""What stands beside a document: the plan that ``import`` writes, and all that it tells."""
TYPED = [path for path in sorted(GOLDEN.iterdir()) if path.suffix not in READ]
DOCUMENTS = {path.name: path.read_bytes for path in TYPED} | BUILT


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_read_as_a_person_has_read_it(
    cli: Run, name: str, request: pytest.FixtureRequest
) -> None:
    Path(name).write_bytes(DOCUMENTS[name]())
    plan = cli("import", name)
    assert plan.code == 0
    changes = []
    for suffix, found in zip(READ, (plan.out, plan.err), strict=True):
        file = GOLDEN / f"{name}{suffix}"
        kept = file.read_text(encoding="utf-8") if file.exists() else ""
        if found != kept:
            changes += unified_diff(kept.split("\n"), found.split("\n"), file.name, "now")
            if request.config.getoption("--refresh-golden"):
                file.write_text(found, encoding="utf-8", newline="\n")
    if changes:
        pytest.fail("\n".join(changes), pytrace=False)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_read_passes_check(cli: Run, name: str) -> None:
    assert cli("check", str(GOLDEN / f"{name}.yaml")).code == 0


def test_every_plan_has_its_document() -> None:
    plans = {path.name for path in GOLDEN.iterdir() if path.suffix in READ}
    assert plans == {f"{name}{suffix}" for name in DOCUMENTS for suffix in READ}
