"""Break workbooks that came back at random for as long as wanted and merge each.

    python fuzz/fuzz_workbooks.py --examples 300 --seed 1

Stops at the first traceback, unknown exit code, raw control character, run of more than five
seconds, or ledger that has changed though it should not, or does not pass ``plan ledger check``;
leaves the smallest workbook that does it in the current folder. Prints the figures for
docs/reliability.md.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from fuzz.running import fuzz
from tests.ledger.sheets.broken_books import broken_workbooks, judge_merge, merge_all
from tests.mutations import Outcome


def judged(folder: Path, book: tuple[str, bytes]) -> list[Outcome]:
    """Merge a workbook in ``folder`` and return what was done."""
    outcomes = merge_all(folder, book[1])
    judge_merge(outcomes)
    return outcomes


def main() -> None:
    """Run as asked on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    fuzz(broken_workbooks(), judged, arguments.examples, arguments.seed)


if __name__ == "__main__":
    main()
