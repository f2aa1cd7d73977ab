"""Timing whole processes in pairs: shared by the benchmarks of this folder."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

PLAN = [str(Path(sys.executable).with_name("plan"))]
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def in_pipe(command: Sequence[str]) -> None:
    subprocess.run(command, capture_output=True, env=ENVIRONMENT, check=True)


def at_terminal(command: Sequence[str]) -> None:
    import pty

    master, slave = pty.openpty()
    process = subprocess.Popen(command, stdout=slave, stderr=slave, env=ENVIRONMENT)
    os.close(slave)
    try:
        while os.read(master, 65536):
            pass
    except OSError:
        pass  # how Linux ends a terminal whose other side has closed
    os.close(master)
    if process.wait():
        raise SystemExit(f"failed: {' '.join(command)}")


def seconds(run: Callable[[Sequence[str]], None], command: Sequence[str]) -> float:
    start = time.perf_counter()
    run(command)
    return time.perf_counter() - start


def compare(
    name: str,
    run: Callable[[Sequence[str]], None],
    command: Sequence[str],
    yardstick: Sequence[str],
    limit: float,
    runs: int,
) -> None:
    """Print one line: what, both medians in ms, the median paired ratio and its limit."""
    for each in (command, yardstick):
        run(each)
    pairs = [(seconds(run, command), seconds(run, yardstick)) for _ in range(runs)]
    ours, theirs = (median(column) * 1000 for column in zip(*pairs, strict=True))
    ratio = median(a / b for a, b in pairs)
    print(f"{name:<36} {ours:6.1f} ms {theirs:6.1f} ms  ratio {ratio:.2f}  (limit {limit})")
