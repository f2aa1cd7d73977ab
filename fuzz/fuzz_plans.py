"""Break plan files at random for as long as wanted and run every command on each.

    python fuzz/fuzz_plans.py --examples 20000 --seed 1 [--pure]

Stops at the first traceback, unknown exit code, raw control character at a terminal, run of
more than two seconds, or disagreement between ``check`` and the other commands, and leaves the
smallest file that does it in the current folder. Prints the figures for docs/reliability.md.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import yaml

from fuzz.running import File, fuzz
from plan_cli.planfile import parsing
from tests.mutations import Outcome, broken_plans, judge, run_all


def main() -> None:
    """Run as asked on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pure", action="store_true", help="PyYAML's loader without libyaml")
    arguments = parser.parse_args()
    if arguments.pure:
        parsing.LOADER = yaml.BaseLoader
    codes: Counter[str] = Counter()

    def judged(folder: Path, file: File) -> list[Outcome]:
        path = folder / file[0]
        path.write_bytes(file[1])
        outcomes = run_all(path, set())
        judge(outcomes)
        codes.update({record["code"] for record in json.loads(outcomes[1].out)})
        return outcomes

    plans = broken_plans().map(lambda content: ("x.yaml", content))
    try:
        fuzz(plans, judged, arguments.examples, arguments.seed)
    finally:
        print(f"distinct findings: {len(codes)}: {' '.join(sorted(codes))}")


if __name__ == "__main__":
    main()
