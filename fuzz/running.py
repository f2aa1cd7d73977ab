"""One run of a fuzzer: draw inputs, judge what is done with each, count, keep what fails."""

import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, seed, settings
from hypothesis.strategies import SearchStrategy

from tests.mutations import Outcome

File = tuple[str, bytes]
"""A name and what the file holds."""


class Figures:
    """What has been seen so far."""

    def __init__(self) -> None:
        self.inputs = 0
        self.runs = 0
        self.slowest = 0.0
        self.kinds: Counter[tuple[str, int, str]] = Counter()
        self.exits: Counter[int] = Counter()

    def add(self, outcomes: list[Outcome]) -> None:
        """Count the outcomes of one input."""
        self.inputs += 1
        self.runs += len(outcomes)
        self.slowest = max(self.slowest, *(outcome.seconds for outcome in outcomes))
        self.kinds.update(outcome.kind for outcome in outcomes)
        self.exits.update(outcome.code for outcome in outcomes)

    def tell(self, seconds: float) -> None:
        """Print everything."""
        print(f"inputs {self.inputs}, runs {self.runs}, {seconds:.0f} s")
        print(f"distinct outcomes (command, exit code, message): {len(self.kinds)}")
        print("exit codes: " + ", ".join(f"{code}: {n}" for code, n in sorted(self.exits.items())))
        print(f"slowest run {self.slowest * 1000:.0f} ms")


def fuzz(
    files: SearchStrategy[File],
    judged: Callable[[Path, File], list[Outcome]],
    examples: int,
    start: int,
) -> None:
    """Judge so many files in a folder of their own, and print the figures.

    ``judged`` raises for what must not be; the smallest file that makes it do so is left in the
    current folder as ``failing`` with the suffix of its name.
    """
    os.environ.update(PLAN_DEBUG="1", NO_COLOR="1", TERM="dumb")
    figures = Figures()
    failing: list[Path] = []
    with tempfile.TemporaryDirectory() as folder:

        @seed(start)
        @settings(
            max_examples=examples,
            database=None,
            deadline=None,
            derandomize=False,
            suppress_health_check=list(HealthCheck),
        )
        @given(files)
        def one(file: File) -> None:
            try:
                outcomes = judged(Path(folder), file)
            except Exception as error:
                if not failing:
                    print(f"{type(error).__name__}: {str(error)[:1000]}")
                for former in failing:
                    former.unlink()
                failing[:] = [Path(f"failing{Path(file[0]).suffix}")]
                failing[0].write_bytes(file[1])
                raise
            figures.add(outcomes)

        begin = time.monotonic()
        try:
            one()
        except Exception:
            print(f"see {failing[0]}")
            sys.exit(1)
        finally:
            figures.tell(time.monotonic() - begin)
