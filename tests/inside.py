"""The program run inside this process, at a pipe or at a terminal.

What it writes is the same as in a process of its own; only its start is left out, which takes more
time than most answers.
"""

import io
import re
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from plan_cli.cli.app import main


class Outcome(NamedTuple):
    """What one command did."""

    arguments: tuple[str, ...]
    code: int
    out: str
    err: str
    seconds: float
    terminal: bool

    @property
    def told(self) -> str:
        """Its first message without what varies in it."""
        first = self.err.split("\n", 1)[0]
        return re.sub(r"“.*?”|[0-9]+|[^ ]*\.yaml", "…", first)[:60]

    @property
    def kind(self) -> tuple[str, int, str]:
        """The command, its exit code and what it told."""
        return " ".join(self.arguments[:1]) or "plan", self.code, self.told


class _Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


@contextmanager
def _streams(terminal: bool) -> Iterator[tuple[io.TextIOWrapper, io.TextIOWrapper]]:
    kept = sys.stdout, sys.stderr
    kind = _Terminal if terminal else io.TextIOWrapper
    out, err = (kind(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    sys.stdout, sys.stderr = out, err
    try:
        yield out, err
    finally:
        sys.stdout, sys.stderr = kept


def run(arguments: Sequence[str], terminal: bool = False) -> Outcome:
    """Run the program in this process; exceptions come through if PLAN_DEBUG is set."""
    begin = time.process_time()
    with _streams(terminal) as (out, err):
        code = main(list(arguments))
        taken = time.process_time() - begin
        texts = []
        for stream in (out, err):
            stream.flush()
            stream.seek(0)
            texts.append(stream.read())
    return Outcome(tuple(arguments), code, texts[0], texts[1], taken, terminal)
