"""Break plan files at random for as long as wanted and run every command on each.

    python fuzz/fuzz_plans.py --examples 20000 --seed 1 [--pure]

Stops at the first traceback, unknown exit code, raw control character at a terminal, run of
more than two seconds, or disagreement between ``check`` and the other commands, and leaves the
smallest file that does it in the current folder. Prints the figures for docs/reliability.md.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

import yaml  # noqa: E402
from hypothesis import HealthCheck, given, seed, settings  # noqa: E402

from plan_cli.planfile import parsing  # noqa: E402
from tests.mutations import Outcome, broken_plans, judge, run_all  # noqa: E402

FAILING = Path("failing.yaml")


class Figures:
    """What has been seen so far."""

    def __init__(self) -> None:
        self.inputs = 0
        self.runs = 0
        self.slowest = 0.0
        self.kinds: Counter[tuple[str, int, str]] = Counter()
        self.exits: Counter[int] = Counter()
        self.codes: Counter[str] = Counter()

    def add(self, outcomes: list[Outcome]) -> None:
        """Count the outcomes of one input."""
        self.inputs += 1
        self.runs += len(outcomes)
        self.slowest = max(self.slowest, *(outcome.seconds for outcome in outcomes))
        self.kinds.update(outcome.kind for outcome in outcomes)
        self.exits.update(outcome.code for outcome in outcomes)
        self.codes.update({record["code"] for record in json.loads(outcomes[1].out)})

    def tell(self, seconds: float) -> None:
        """Print everything."""
        print(f"inputs {self.inputs}, runs {self.runs}, {seconds:.0f} s")
        print(f"distinct outcomes (command, exit code, message): {len(self.kinds)}")
        print("exit codes: " + ", ".join(f"{code}: {n}" for code, n in sorted(self.exits.items())))
        print(f"distinct findings: {len(self.codes)}: {' '.join(sorted(self.codes))}")
        print(f"slowest run {self.slowest * 1000:.0f} ms")


def main() -> None:
    """Run as asked on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pure", action="store_true", help="PyYAML's loader without libyaml")
    arguments = parser.parse_args()
    os.environ.update(PLAN_DEBUG="1", NO_COLOR="1", TERM="dumb")
    if arguments.pure:
        parsing.LOADER = yaml.BaseLoader
    figures = Figures()
    FAILING.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.yaml"

        @seed(arguments.seed)
        @settings(
            max_examples=arguments.examples,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(broken_plans())
        def fuzz(content: bytes) -> None:
            path.write_bytes(content)
            try:
                outcomes = run_all(path)
                judge(outcomes)
            except Exception as error:
                if not FAILING.exists():
                    print(f"{type(error).__name__}: {str(error)[:1000]}")
                FAILING.write_bytes(content)
                raise
            figures.add(outcomes)

        begin = time.monotonic()
        try:
            fuzz()
        except Exception:
            print(f"see {FAILING}")
            sys.exit(1)
        finally:
            figures.tell(time.monotonic() - begin)


if __name__ == "__main__":
    main()
