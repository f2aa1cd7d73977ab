"""The reference and the man page: current, whole, and well-formed."""

import os
import re
import shutil
import subprocess
import tomllib

import pytest

from docs.making import groff, markdown
from docs.making.records import Records
from docs.making.reference import Reference
from plan_cli.cli.app import COMMANDS as OF_PROGRAM
from plan_cli.cli.app import INTERNAL, build
from plan_cli.cli.commands.cmd_ledger import COMMANDS as OF_LEDGER
from plan_cli.cli.commands.cmd_ledger import run as ledger
from plan_cli.records import step_record, task_record
from tests.conftest import ROOT, small_plan

PAGE, MAN = (
    (ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("reference.md", "plan.1")
)
REFRESH = "python docs/write_reference.py --write"
PLAIN_MAN = re.sub(r"\\(?:f[BR]|[:&])", "", MAN).replace(r"\-", "-")
COMMANDS = {
    f"{path} {name}": group.get_command(None, name)
    for group, names, path in (
        (build(), OF_PROGRAM, "plan"),
        (ledger.build("ledger", ""), OF_LEDGER, "plan ledger"),
    )
    for name in names
}


FORMS = [(PAGE, "\n## {}\n", "### {}"), (PLAIN_MAN, "\n.SH {}\n", '.SS "{}"')]


def flags_in(text: str) -> list[str]:
    return re.findall(r"(?<![\w-])--?[a-z][\w-]*", text)


@pytest.fixture(scope="module")
def reference() -> Reference:
    return Reference()


def part(page: str, heading: str) -> str:
    """Return what stands under ``heading``, which ends at the next."""
    _, _, rest = page.partition(f"\n{heading}\n")
    return re.split(r"\n(?:##|\.S)", rest, maxsplit=1)[0]


def test_both_pages_are_as_the_program_is(reference: Reference) -> None:
    assert markdown.page(reference) == PAGE, REFRESH
    assert groff.page(reference) == MAN, REFRESH


def test_nothing_is_left_without_words(reference: Reference) -> None:
    assert reference.faults == [], "docs/making/words.yaml"


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("page", "section", "heading"), FORMS, ids=["md", "man"])
def test_every_option_is_told_with_its_command(
    page: str, section: str, heading: str, command: str
) -> None:
    shared = page.partition(section.format("共用的选项"))[2].partition(section.format("退出码"))[0]
    told = set(flags_in(part(page, heading.format(command))))
    told.update(*(of for line in shared.splitlines() if told & set(of := flags_in(line))))
    params = [p for p in COMMANDS[command].params if p.param_type_name == "option"]
    assert {flag for p in params for flag in (*p.opts, *p.secondary_opts)} <= told


@pytest.mark.parametrize("code", [0, 1, 2, 3, 4, INTERNAL, 130])
def test_every_exit_code_is_told(code: int) -> None:
    assert re.search(rf"^\| {code} \| \S", PAGE, re.M)
    assert re.search(rf"^\.TP\n{code}\n\S", PLAIN_MAN, re.M)


def test_every_variable_that_the_program_reads_is_told() -> None:
    sources = "".join(file.read_text("utf-8") for file in (ROOT / "plan_cli").rglob("*.py"))
    read = set(re.findall(r'"(PLAN_[A-Z]+)"', sources))
    assert {"PLAN_FILE", "PLAN_LEDGER"} <= read
    for name in read:
        assert f"| `{name}` |" in PAGE
        assert f".TP\n{name}\n" in PLAIN_MAN


def test_fields_of_a_task_are_told() -> None:
    [entry] = small_plan().entries
    for kind, record in (("任务", task_record(entry)), ("举措", step_record(entry.steps[0]))):
        told = re.findall(r"^\| `(\w+)` \|", part(PAGE, f"### 记录：{kind}"), re.M)
        assert set(record) == set(told) - {"state"}


def test_a_field_without_words_and_words_without_a_field_are_found() -> None:
    seen = Records({"甲": {"id": "编号", "counts{}": "几项", "gone": "没有了"}})
    seen.see("plan x", [{"id": "1", "counts": {"东": 1}, "fresh": None}], False)
    assert list(seen.missing) == ["甲.fresh"]
    assert seen.unused == ["甲.gone"]


def test_a_record_is_of_the_kind_that_it_is_most_like() -> None:
    seen = Records({"甲": {"id": "编号", "of": "内容"}, "乙": {"id": "编号", "no": "序号"}})
    seen.see("plan x", [{"id": "1", "of": [{"id": "2", "no": 3}]}], True)
    assert list(seen.of_command["plan x"]) == ["甲"]
    assert [(each.name, each.holds) for each in seen.fields("甲")] == [
        ("id", "文字"),
        ("of", "《乙》[]"),
    ]


@pytest.mark.skipif(shutil.which("man") is None, reason="man is not installed")
def test_man_shows_the_page_without_warnings() -> None:
    seen = subprocess.run(
        ["man", "--warnings", "-E", "UTF-8", "-P", "cat", "-l", str(ROOT / "docs" / "plan.1")],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        env={**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "80", "MANROFFSEQ": ""},
        check=False,
    )
    assert (seen.returncode, seen.stderr) == (0, "")
    assert "plan ledger merge" in seen.stdout


def test_the_wheel_brings_the_man_page() -> None:
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    assert build["targets"]["wheel"]["shared-data"] == {"docs/plan.1": "share/man/man1/plan.1"}
