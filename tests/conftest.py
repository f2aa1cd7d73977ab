"""Shared fixtures: the shipped plan, small plans in two lines, and the program in three ways."""

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from hypothesis import HealthCheck, settings

from plan_cli.cli.app import main
from plan_cli.model.plan import Plan
from plan_cli.planfile import parsing
from plan_cli.planfile.schema import read_plan
from plan_cli.planfile.source import Source, open_plan
from tests import inside

# The same examples in every run, however slow the machine: a failure is never a matter of luck.
# Other examples: pytest --hypothesis-profile=default
settings.register_profile(
    "steady",
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("steady")

# What a test starts keeps the bytecode that it compiles, so that the next one need not compile.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

pytest_plugins = ["tests.office"]

ROOT = Path(__file__).parent.parent
RICH = ROOT / "tests" / "data" / "rich.yaml"
"""A plan that uses every key of the format."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--refresh-golden", action="store_true", help="write anew what is read of the documents"
    )


BROWSER = "tests/site/"
"""All in here share one browser."""
LONGEST = (BROWSER, "test_scripts", "test_hostile", "test_mutations", "test_streams")
"""What takes seconds, the longest first."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the longest begin, so that no process is left with one when the others are done."""

    def rank(item: pytest.Item) -> int:
        return next((n for n, part in enumerate(LONGEST) if part in item.nodeid), len(LONGEST))

    items.sort(key=rank)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Give each file to one process, and all that share a browser to one."""
    from xdist.scheduler import LoadFileScheduling

    class Scheduling(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return BROWSER if nodeid.startswith(BROWSER) else super()._split_scope(nodeid)

    return Scheduling(config, log)


def pytest_collection_finish() -> None:
    """What stands when the tests begin is not looked through for garbage ever again."""
    gc.collect()
    gc.freeze()


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """A file's bytes give a test its number, never its name: archives carry the time.

    Two workers that collect in different seconds would see different tests.
    """
    return argname if isinstance(val, bytes) else None


FOLDERS = count()


@pytest.fixture
def tmp_path(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a folder of the test's own; where it stayed empty, it does not stay.

    Most tests write nothing, and to make and later delete thousands of folders with links to them,
    as pytest does, takes longer than what these tests do.
    """
    folder = tmp_path_factory.getbasetemp() / f"t{next(FOLDERS)}"
    folder.mkdir()
    yield folder
    with suppress(OSError):
        folder.rmdir()


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of the person who runs the tests, and no home directory, is touched."""
    for name in (
        "PLAN_FILE",
        "PLAN_DEBUG",
        "PLAN_WIDE",
        "NO_COLOR",
        "FORCE_COLOR",
        "COLUMNS",
        "LINES",
        "XDG_DATA_HOME",
        "XDG_CONFIG_HOME",
        "ZDOTDIR",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)


LOADERS = [yaml.BaseLoader, *([yaml.CBaseLoader] if hasattr(yaml, "CBaseLoader") else [])]


@pytest.fixture(params=LOADERS, ids=lambda loader: loader.__name__)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read YAML with each of the loaders that a computer may have."""
    monkeypatch.setattr(parsing, "LOADER", request.param)


@pytest.fixture(scope="session")
def plan() -> Plan:
    """The shipped 2022 plan."""
    read, findings = read_plan(open_plan(None).data())
    assert findings == []
    return read


class Result(NamedTuple):
    """How a run of the program ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the program inside the test process, its output going to a pipe."""

    def run(*arguments: str) -> Result:
        capsys.readouterr()
        code = main(arguments)
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return run


@pytest.fixture
def at_terminal(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the program inside the test process at a terminal; ``out`` is all that one sees."""

    def seen(*arguments: str, columns: int = 80, **env: str) -> Result:
        with monkeypatch.context() as environment:
            for name, value in {"TERM": "dumb", "COLUMNS": str(columns), **env}.items():
                environment.setenv(name, value)
            done = inside.run(arguments, terminal=True)
        return Result(done.code, done.out + done.err, "")

    return seen


def run_process(
    *arguments: str, stdin: bytes = b"", cwd: Path | None = None, **env: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a process of its own, as a user does."""
    return subprocess.run(
        [sys.executable, "-m", "plan_cli", *arguments],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **env},
        check=False,
    )


def run_terminal(*arguments: str, columns: int = 80, **env: str) -> Result:
    """Run the program at a pseudo-terminal; ``out`` is all that the person sees."""
    pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system")
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "plan_cli", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=slave,
        stderr=slave,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PYTHONIOENCODING": "utf-8",
            "COLUMNS": str(columns),
            "TERM": "dumb",
            **env,
        },
    )
    os.close(slave)
    seen = read_all(master)
    return Result(process.wait(timeout=60), seen.decode().replace("\r\n", "\n"), "")


def read_all(terminal: int) -> bytes:
    """Return all that is written to a pseudo-terminal until its other side closes; close it."""
    seen = b""
    try:
        while chunk := os.read(terminal, 65536):
            seen += chunk
    except OSError:
        pass  # how Linux ends a terminal whose other side has closed
    os.close(terminal)
    return seen


SMALL = """\
format: 1
document: {{title: 某市 2023 年工作要点, year: 2023}}
kinds: [机关部室, 下属单位]
units:
  - {{name: 甲部, kind: 机关部室, aliases: [jb]}}
  - {{name: 乙部, kind: 机关部室}}
  - {{name: 丙馆, kind: 下属单位}}
collectives:
  - {{phrase: 机关各部室, all: [机关部室]}}
  - {{phrase: 有关下属单位, some: [下属单位]}}
actions: [东风行动]
projects: [春晖工程]
lists:
  - name: 工作要点
    tasks:
{tasks}
"""

TASK = """\
      - number: {number}
        title: {title}。
        measures: [{measure}]
        note: 责任部门：{note}
        responsible: {{named: [{named}], collectives: [{collectives}]}}
"""


def small_task(
    number: int = 1,
    title: str = "做好一件事",
    measure: str = "做完它。",
    named: Sequence[str] = ("甲部",),
    collectives: Sequence[str] = (),
) -> str:
    """Return the YAML of one task for `small_text`."""
    note = "，".join(["、".join(named), *collectives])
    return TASK.format(
        number=number,
        title=title,
        measure=f'"{measure}"',
        note=note,
        named=", ".join(named),
        collectives=", ".join(collectives),
    )


def small_text(*tasks: str) -> str:
    """Return the YAML of a small plan with these tasks (default: one)."""
    return SMALL.format(tasks="".join(tasks or (small_task(),)).rstrip("\n"))


def small_plan(*tasks: str) -> Plan:
    """Return a small plan with these tasks."""
    read, findings = read_plan(Source("small.yaml", small_text(*tasks)).data())
    assert findings == []
    return read
