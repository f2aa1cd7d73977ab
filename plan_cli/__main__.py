"""The entry point of ``plan`` and of ``python -m plan_cli``."""

import gc
import sys


def run() -> None:
    """Run the command line and leave with its exit code.

    The collector is off: a run is short, its data stays alive to the end, and collecting
    costs a tenth of the start (45 ms against 49 for ``import typer``).
    """
    gc.disable()
    try:
        from plan_cli.cli.app import main

        code = main()
        gc.freeze()
        sys.exit(code)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    run()
