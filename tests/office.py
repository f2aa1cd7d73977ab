"""LibreOffice, where it is installed: what people's programs make of the files written here."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice") or ""
PDFTOTEXT = shutil.which("pdftotext") or ""

Convert = Callable[..., None]
"""Convert files: ``convert(folder, target, *files, options)``."""


@pytest.fixture(scope="session")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Return how files are converted; all runs share one profile, which takes time to make."""
    profile = tmp_path_factory.mktemp("office") / "profile"

    def run(folder: Path, target: str, *files: str, options: tuple[str, ...] = ()) -> None:
        command = [SOFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", *options]
        command += ["--convert-to", target, *files]
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)

    return run
