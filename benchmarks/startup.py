"""How long the program takes to answer, as whole processes against bare imports.

    python benchmarks/startup.py [RUNS]

Each command and its yardstick run in turn (A B A B …), so that a drift of the machine's speed
meets both; printed are the medians in milliseconds and the median of the paired ratios. Ends with
1 if one of these is beyond its limit.
Run it with the interpreter of an environment in which the program is installed. Bytecode is cached
before anything is measured.
"""

import os
import sys

from processes import PLAN, at_terminal, compare, in_pipe, leave

TYPER = [sys.executable, "-c", "import typer"]
DRAWING = [sys.executable, "-c", "import typer, rich.console, rich.table"]
TAB = ["env", "_PLAN_COMPLETE=bash", *PLAN, "plan list --dept kp", "kp"]
"""What the script for bash asks when the Tab key is pressed behind ``kp``."""


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    question = [*PLAN, "list", "--dept", "科普部"]
    kept = [compare("plan list --dept, pipe", in_pipe, question, TYPER, 1.35, runs)]
    if os.name != "nt":
        kept += [
            compare("plan list --dept, terminal", at_terminal, question, DRAWING, 1.45, runs),
            compare("plan --help, terminal", at_terminal, [*PLAN, "--help"], DRAWING, 1.2, runs),
            compare("completion of a name, pipe", in_pipe, TAB, [*PLAN, "list"], 1.5, runs),
        ]
    leave(kept)


if __name__ == "__main__":
    main()
