"""Work in several processes that is given up, as Ctrl-C gives it up."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT

GIVEN_UP = """
import multiprocessing, time
from plan_cli.processes import spread

class Slow:
    def __init__(self, process):
        self.process = process

    def terminate(self):
        self.process.terminate()
        time.sleep(0.2)  # long enough for whoever waits for it

running = multiprocessing.active_children
multiprocessing.active_children = lambda: [Slow(process) for process in running()]
made = spread(time.sleep, [0.01] * 1000, lambda done, of: None, alone=False)
print(next(made))
made.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the script has no main guard")
def test_work_that_is_given_up_says_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-c", GIVEN_UP], capture_output=True, cwd=ROOT, timeout=60, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"None\n", b"")
