"""Make the folder program: a folder for people without Python, and a zip of it.

    python packaging/make.py [INTO]

Run it with the interpreter of an environment in which the program and its extra ``packaging`` are
installed, on the system that it is for: Windows makes the one for Windows. In ``INTO`` (default:
``dist``) then stand ``plan/`` and ``plan-VERSION-SYSTEM.zip``.
"""

import os
import platform
import shutil
import sys
import tempfile
from pathlib import Path

import docx

from plan_cli import __version__
from plan_cli.planfile.source import shipped_plan

HERE = Path(__file__).parent
BY_NAME = ("plan_cli", "ofdkit", "shellingham", "tzdata")
"""Packages that import modules of their own by name: all their modules are taken."""
LEFT_OUT = (
    *("rapidocr", "onnxruntime", "cv2", "numpy", "PIL"),  # recognition: 350 MB
    *("pytest", "hypothesis", "unittest", "doctest", "pdb", "pydoc", "setuptools", "distutils"),
    *("tkinter", "curses", "readline", "asyncio", "xmlrpc"),
    *("ssl", "_ssl", "_hashlib"),  # nothing is fetched, and hashlib has its own: OpenSSL, 6 MB
    *("pygments", "markdown_it"),  # rich needs them for what is never shown
    *("lxml.html", "lxml.objectify", "lxml.isoschematron"),
)
"""Modules that libraries name, and no command uses."""


def freeze(work: Path) -> Path:
    """Make a folder with the program and all that it needs; return it."""
    from PyInstaller.__main__ import run

    run(
        [
            str(HERE / "program.py"),
            *("--name", "plan", "--onedir", "--console", "--noconfirm", "--log-level", "WARN"),
            *("--distpath", str(work), "--workpath", str(work / "build"), "--specpath", str(work)),
            *(f"--collect-submodules={name}" for name in BY_NAME),
            *("--collect-data", "plan_cli"),
            *("--collect-data", "tzdata"),  # calendars have time zones, Windows has none
            # In a checkout it stands outside of the package.
            *("--add-data", f"{shipped_plan()}{os.pathsep}plan_cli/data"),
            # It looks for its templates in docx/parts/../templates: the folder has to be there.
            *("--add-data", f"{Path(docx.__file__).with_name('py.typed')}{os.pathsep}docx/parts"),
            *(f"--exclude-module={name}" for name in LEFT_OUT),
        ]
    )
    return work / "plan"


def make(into: Path) -> None:
    """Put the folder and its zip into ``into``; what was made before is replaced.

    The program stands in a folder of its own: on top is only what people click.
    """
    folder = into / "plan"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as work:
        shutil.move(freeze(Path(work)), folder / "program")
    for clicked in HERE.glob("*.cmd"):
        shutil.copy(clicked, folder)
    name = f"plan-{__version__}-{platform.system()}-{platform.machine()}".lower()
    print(shutil.make_archive(str(into / name), "zip", into, "plan"))


if __name__ == "__main__":
    make(Path(sys.argv[1] if sys.argv[1:] else "dist").absolute())
