"""Whole answers about two quarters of a small plan, checked by hand against `round.py`.

``pytest --refresh-golden`` writes them anew; then the difference is to be read.
"""

import re
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.ledger.telling.round import FIRST, SECOND, ledger

GOLDEN = Path(__file__).with_name("answers.txt")
ASKED = (
    "report --period 2023Q2 -f md",
    "report --period 2023Q1 -f md",
    "report --period 2023Q2 -f tsv",
    "score --period 2023Q2 -f md",
    "score --period 2023Q2 -f tsv",
    "remind --period 2023Q2 --until 2023-07-10 -f txt",
    "remind --period 2023Q2 --dept 县区科协 --today 2023-06-20 -f txt",
)


def test_whole_answers(cli: Run, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    ledger(tmp_path, *FIRST, *SECOND)
    given = {}
    for words in ASKED:
        today = () if "--today" in words else ("--today", "2023-07-05")
        result = cli("ledger", *words.split(), "-p", "plan.yaml", *today)
        assert result.code == 0, result.err
        given[words] = result.out + result.err
    if request.config.getoption("--refresh-golden"):
        told = "".join(f"$ plan ledger {words}\n{said}" for words, said in given.items())
        GOLDEN.write_text(told, encoding="utf-8")
    golden = GOLDEN.read_text(encoding="utf-8")
    _, *pieces = re.split(r"(?m)^\$ plan ledger (.*)\n", golden)
    assert given == dict(zip(pieces[::2], pieces[1::2], strict=True))
    golden.encode("gbk")
