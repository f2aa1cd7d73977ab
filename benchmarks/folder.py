"""How long the folder program takes to answer, against the installed one.

    python benchmarks/folder.py PROGRAM [RUNS]

``PROGRAM`` is the one in the folder that `packaging/make.py` makes. Both run in turn (A B A B …)
with the same answer; printed are the medians in milliseconds and the median of the paired ratios.
Ends with 1 beyond the limit. Run it with the interpreter of an environment in which the program is
installed.
"""

import subprocess
import sys

from processes import ENVIRONMENT, PLAN, compare, in_pipe, leave

QUESTION = ["list", "--dept", "科普部"]
LIMIT = 2.0


def answer(program: str) -> bytes:
    asked = [program, *QUESTION]
    return subprocess.run(asked, capture_output=True, env=ENVIRONMENT, check=True).stdout


def main() -> None:
    program, [installed] = sys.argv[1], PLAN
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 21
    if answer(program) != answer(installed):
        raise SystemExit("the folder program answers otherwise than the installed one")
    pair = [program, *QUESTION], [installed, *QUESTION]
    leave([compare("plan list --dept, folder", in_pipe, *pair, LIMIT, runs)])


if __name__ == "__main__":
    main()
