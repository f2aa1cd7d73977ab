"""The folder program answers as the installed one does, where there is no Python.

It is made by `packaging/make.py`; `PLAN_FOLDER` says where.
"""

import os
import stat
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import ROOT, run_process
from tests.importers.built import merged_cells, printed_by_the_state, set_in_type
from tests.importers.making import grid_html, grid_xlsx, pdf_of

FOLDER = Path(os.environ.get("PLAN_FOLDER", "")).absolute()
PROGRAM = FOLDER / "program" / "plan"
DAY = ("--date", "2022-05-10")
GRID = {(0, 0, 1, 1): "一"}

pytestmark = pytest.mark.skipif(
    "PLAN_FOLDER" not in os.environ, reason="PLAN_FOLDER names no folder: packaging/make.py"
)


def run_folder(
    *arguments: str, cwd: Path | None = None, stdin: str = "", **env: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the folder program with nothing of this environment: no PATH, no locale, no Python."""
    return subprocess.run(
        [str(PROGRAM), *arguments],
        input=stdin.encode(),
        capture_output=True,
        cwd=cwd,
        env={"PATH": "/nonexistent", **env},
        timeout=60,
        check=False,
    )
