"""Break documents at random for as long as wanted and import each.

    python fuzz/fuzz_documents.py --examples 5000 --seed 1

Stops at the first traceback, unknown exit code, raw control character, run of more than five
seconds, plan that does not pass ``check``, or plan that does not give the document back though
nothing was told, and leaves the smallest document that does it in the current folder. Prints the
figures for docs/reliability.md.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from fuzz.running import fuzz
from tests.importers.broken import broken_documents, import_all, judge_import
from tests.mutations import Outcome


def judged(folder: Path, document: tuple[str, bytes]) -> list[Outcome]:
    """Import a document in ``folder`` and return what was done."""
    name, content = document
    (folder / name).write_bytes(content)
    outcomes = import_all(folder / name)
    judge_import(outcomes)
    return outcomes


def main() -> None:
    """Run as asked on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    fuzz(broken_documents(), judged, arguments.examples, arguments.seed)


if __name__ == "__main__":
    main()
