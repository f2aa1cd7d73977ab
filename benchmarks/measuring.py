"""One process and all that it starts, measured: wall time, peak memory, what it says."""

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from processes import ENVIRONMENT

PAUSE = 0.01
PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


class Run(NamedTuple):
    seconds: float
    megabytes: float
    """The most that its processes held at one time, what they share counted for each."""
    output: bytes


def measured(command: Sequence[str]) -> Run:
    """Run ``command``; ends the program if it fails."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            stdout=output,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            env=ENVIRONMENT,
        )
        watch = _Watch(process.pid)
        watch.start()
        assert process.stderr
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        watch.ended.set()
        if process.returncode is None:
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"failed: {' '.join(command)}\n{said.decode(errors='replace')}")
        output.seek(0)
        peak = max(usage.ru_maxrss * 1024, watch.peak)
        return Run(seconds, peak / 1e6, output.read())


class _Watch(threading.Thread):
    """Looks now and then at how much a process and those below it hold."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.peak, self.ended = pid, 0, threading.Event()

    def run(self) -> None:
        while not self.ended.wait(PAUSE):
            self.peak = max(self.peak, sum(map(_held, _family(self.pid))))


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return
    for child in children.split():
        yield from _family(int(child))


def _held(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE
    except (OSError, IndexError):
        return 0
