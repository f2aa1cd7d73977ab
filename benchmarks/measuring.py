"""One process and all that it starts, measured: wall time, peak memory, what it says."""

import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from processes import ENVIRONMENT

PAUSE = 0.004
"""Seconds between two looks; what the system tells of a process counts what held it before."""
SHARE = 0.01
"""The same as a share of the time so far: to look takes time of a processor, which what spreads
over all of them is then short of."""


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
        process.wait()
        seconds = time.perf_counter() - start
        watch.ended.set()
        watch.join()
        if process.returncode:
            raise SystemExit(f"failed: {' '.join(command)}\n{said.decode(errors='replace')}")
        output.seek(0)
        return Run(seconds, watch.peak / 1000, output.read())


class _Watch(threading.Thread):
    """Looks now and then at how much a process and those below it hold."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.peak, self.ended = pid, 0, threading.Event()

    def run(self) -> None:
        begun = time.perf_counter()
        while not self.ended.wait(max(PAUSE, SHARE * (time.perf_counter() - begun))):
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
    """Return the most that a process has held since it began, in kB."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
        return int(status.partition("VmHWM:")[2].split(maxsplit=1)[0])
    except (OSError, IndexError):
        return 0
