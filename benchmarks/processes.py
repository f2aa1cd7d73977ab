"""Timing in pairs, and limits to judge by: shared by the benchmarks of this folder."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import NoReturn, TypeVar

PLAN = [str(Path(sys.executable).with_name("plan"))]
T = TypeVar("T")
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
) -> bool:
    """Run a command and its yardstick in turn, each once unmeasured; judge the pairs."""
    pairs = [(seconds(run, command), seconds(run, yardstick)) for _ in range(runs + 1)]
    return judge(name, warm(pairs), limit)


def warm(measured: Sequence[T]) -> Sequence[T]:
    """Return all that was ``measured`` but the first, when nothing was cached yet.

    If there are no others it stands for them: so a benchmark of no runs is tried out.
    """
    return measured[1:] or measured


def judge(name: str, pairs: Sequence[tuple[float, float]], limit: float) -> bool:
    """Say whether the median ratio of ``pairs`` (ours, the yardstick's; seconds) keeps ``limit``.

    Prints one line: what, both medians in ms, the ratio and its limit.
    """
    ours, theirs = (median(column) * 1000 for column in zip(*pairs, strict=True))
    ratio = median(a / b for a, b in pairs)
    kept = ratio <= limit
    end = "" if kept else "  BROKEN"
    print(f"{name:<36} {ours:6.1f} ms {theirs:6.1f} ms  ratio {ratio:.2f}  (limit {limit}){end}")
    return kept


def leave(kept: Iterable[bool]) -> NoReturn:
    """End with 0 if every limit was kept, else with 1."""
    raise SystemExit(0 if all(kept) else 1)
