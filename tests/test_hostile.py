"""Files that are made to crash, hang, fill the memory or lie on the screen."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from plan_cli.planfile.source import shipped_plan
from plan_cli.text import visible
from tests.mutations import COMMANDS, RICH, raw_controls, run

ENOUGH_SECONDS = 20
"""No more than a guard against hanging: everything here takes a tenth of a second or three."""
MOST_MEGABYTES = 200

ENVIRONMENT = os.environ | {
    "PYTHONPATH": str(Path(__file__).parent.parent),
    "PYTHONIOENCODING": "utf-8",
}
TERMINAL = {"NO_COLOR": "1", "TERM": "dumb"}

REAL = shipped_plan().read_bytes()


LAUNCHER = """
import os, sys
command = [sys.executable, "-m", "plan_cli", *sys.argv[1:]]
_, status, usage = os.wait4(os.posix_spawn(sys.executable, command, os.environ), 0)
open("memory", "w").write(str(usage.ru_maxrss))
sys.exit(os.waitstatus_to_exitcode(status) & 255)
"""
"""Runs the program from a small process: one that is forked counts its parent's memory as its own,
and the tests take hundreds of megabytes."""


class Done(NamedTuple):
    code: int
    out: str
    err: str
    megabytes: int


def plan(*arguments: str, cwd: Path) -> Done:
    """Run the program as a process of its own and measure its memory."""
    with (cwd / "out").open("wb") as out, (cwd / "err").open("wb") as err:
        code = subprocess.run(
            [sys.executable, "-S", "-c", LAUNCHER, *arguments],
            stdout=out,
            stderr=err,
            cwd=cwd,
            env=ENVIRONMENT,
            timeout=ENOUGH_SECONDS,
            check=False,
        ).returncode
    scale = 1024 if sys.platform != "darwin" else 1024 * 1024
    texts = [(cwd / name).read_text(encoding="utf-8") for name in ("out", "err")]
    return Done(code, *texts, int((cwd / "memory").read_text()) // scale)


def refused(name: str, check: int, words: str) -> None:
    """Check that ``check`` and a query refuse the file ``name`` in the same words, soberly."""
    checked, listed = run(("check", name)), run(("list", "-p", name))
    assert (checked.code, listed.code) == (check, 3)
    for text in (checked.out, listed.err):
        assert words in text
        assert "Traceback" not in text
        assert not raw_controls(text)
    assert listed.out == ""


BOMB = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12)
)

TEXT_BOMB = b'a: &a "' + b"x" * 40_000 + b'"\nb: [' + b"*a," * 50_000 + b"]"


LARGE = {
    "bomb": (BOMB.encode(), "别名（*）展开后过大"),
    "long-bomb": (TEXT_BOMB, "别名（*）展开后过大"),
    "brackets": (b"[" * 200_000, "嵌套超过 40 层"),
    "braces": (b"{a: " * 200_000, "嵌套超过 40 层"),
    "dashes": (b"- " * 200_000, "嵌套超过 40 层"),
    "questions": (b"? " * 200_000, "键必须是一段文字"),
    "comments": (b"#\n" * 200_000 + b"{", "没有收尾"),
}


@pytest.mark.parametrize(("content", "words"), LARGE.values(), ids=LARGE)
def test_what_is_large_or_deep_takes_little(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "x.yaml").write_bytes(content)
    checked = plan("check", "x.yaml", cwd=tmp_path)
    assert checked.code == 1
    assert checked.megabytes < MOST_MEGABYTES
    refused("x.yaml", 1, words)


@pytest.mark.parametrize(
    ("content", "check", "words"),
    [
        (b"a: !!python/object/apply:os.system [touch owned]", 1, "类型标记"),
        (b"format: 1\nname: \0\n", 1, "\\x00"),
        ("名称: 科普部".encode("utf-16"), 3, "UTF-16"),
        (REAL.decode().encode("gb18030"), 3, "GB18030"),
        (b"a: \xed\xa0\x80", 3, "不是 UTF-8"),
        (b"", 1, "文件是空的"),
        (REAL[:4000], 3, "文件不完整"),
    ],
    ids=["tag", "nul", "utf16", "gb18030", "surrogate", "empty", "cut"],
)
def test_hostile_content(content: bytes, check: int, words: str) -> None:
    Path("x.yaml").write_bytes(content)
    refused("x.yaml", check, words)
    assert not Path("owned").exists()


def test_a_file_of_100_megabytes(tmp_path: Path) -> None:
    with (tmp_path / "x.yaml").open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    assert plan("check", "x.yaml", cwd=tmp_path).megabytes < MOST_MEGABYTES
    refused("x.yaml", 3, "超过 64 MB")


def test_a_word_file_that_is_deep_without_end_takes_little(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" * 3_000_000)
    done = plan("import", "x.docx", "-o", "x.yaml", cwd=tmp_path)
    assert done.code == 3
    assert "损坏" in done.err
    assert done.megabytes < MOST_MEGABYTES


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.yaml")
    assert plan("check", "x.yaml", cwd=tmp_path).code == 3  # or it would wait for ever
    refused("x.yaml", 3, "不是普通文件")


def test_a_loop_of_links_a_folder_and_nothing() -> None:
    Path("x.yaml").symlink_to("x.yaml")
    refused("x.yaml", 3, "符号链接绕成了圈")
    assert "是文件夹" in run(("check", ".")).out
    Path("x.yaml").unlink()
    assert "文件夹里没有计划文件" in run(("list", "-p", ".")).err
    refused("没有\x1b[31m.yaml", 3, "找不到文件 没有\\x1b[31m.yaml")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads anything")
def test_no_permission(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes(REAL)
    (tmp_path / "x.yaml").chmod(0)
    refused("x.yaml", 3, "没有权限")


def test_file_names_never_reach_the_terminal_raw(tmp_path: Path) -> None:
    name = "计划\x1b[2J\u202e.yaml"
    (tmp_path / name).write_text("a: [b", encoding="utf-8")
    refused(name, 1, "计划\\x1b[2J\\u202e.yaml:1:4")


LYING = r"""
format: 1
document:
  number: "某\x1b[31m科协〔2023〕1号"
  issuer: "某\u202e省科协"
  title: "关于\x1b[2J印发的通知"
  year: 2023
  addressees: "各\x9b31m部室："
  body: ["现将\x07计划印发。"]
editor:
  remarks: ["小\x1b]0;标题\x07样。"]
kinds:
  - {name: "机关\x1b[31m部室", aliases: ["部\u200b室"]}
units:
  - {name: "科\x1b[31m\u202e普部", kind: "机关\x1b[31m部室", aliases: [kpb, "科\u2066普"]}
  - {name: 办公室, kind: "机关\x1b[31m部室"}
collectives:
  - {phrase: "有关\x1b[31m部室", some: ["机关\x1b[31m部室"]}
actions: ["科普\x1b[31m行动"]
projects: ["普惠\x1b[31m工程"]
lists:
  - name: "要点\x1b[31m"
    title: "要点\r清单"
    preamble: ["总\u2028的\x0b要求。"]
    sections:
      - heading: "一、\x1b[31m总则"
        action: "科普\x1b[31m行动"
        tasks:
          - number: 1
            title: "做\x1b[2J好\x1c科\x85普。"
            project: "普惠\x1b[31m工程"
            measures:
              - {heading: "下\x1b[31m\b\b基层。", text: "科技\x1b[31m论坛\u202e。"}
            note: "科\x1b[31m\u202e普部，有关\x1b[31m部室"
            responsible: {named: ["科\x1b[31m\u202e普部"], collectives: ["有关\x1b[31m部室"]}
          - number: "2\x1b[31m"
            measures: ["再\n抓\t重点。"]
            note: 办公室
            responsible: {named: [办公室]}
  - name: 重点
    prefix: K
    tasks:
      - {number: 1, measures: [抓好重点。], editor: {title: "重\x1b[31m点"}}
"""


@pytest.fixture
def lying(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan that loads, with something invisible or worse in every text a command shows."""
    path = tmp_path / "lying.yaml"
    path.write_text(LYING, encoding="utf-8")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("PLAN_DEBUG", "1")
    return path


SHOWING: tuple[Sequence[str], ...] = (
    *COMMANDS, ("show", "1", "2", "K1", "K2"), ("dept", "kpb"), ("list", "--dept", "kpb"),
    ("action", "科普"), ("project", "普惠"), ("list", "--dept", "没有"), ("show", "9"),
)  # fmt: skip


def test_invisible_text_is_shown_as_marks_by_every_command(lying: Path) -> None:
    shown = 0
    for command in SHOWING:
        outcome = run((*command, "-p", str(lying)), terminal=True)
        assert outcome.code in (0, 2), outcome.err
        assert not raw_controls(outcome.out + outcome.err), command
        shown += "\\x1b[31m" in outcome.out + outcome.err
    assert shown >= 12


def test_no_character_at_all_slips_through_as_it_is() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    assert not raw_controls(visible(everything))
    assert visible("\u0600\u2028\ufffe\U000e0041") == "\\u0600\\u2028\\ufffe\\U000e0041"
    plain = "科普部，“２０２２” a-z（一）①√□·—…㊣\u3000𠮷"
    assert visible(plain) == plain


def test_check_tells_of_invisible_text(lying: Path) -> None:
    outcome = run(("check", str(lying)))
    assert outcome.code == 0, outcome.out
    assert not raw_controls(outcome.out)
    for mark in ("\\x1b", "\\u202e", "\\u200b", "\\x9b", "\\u2066", "\\x07", "\\x85", "\\x1c"):
        assert f"E401 有看不见的字符 {mark}\n" in outcome.out
    assert run(("check", str(lying), "--strict")).code == 1


def test_machine_forms_are_not_altered_and_a_record_stays_one_line(lying: Path) -> None:
    records = json.loads(run(("list", "--json", "-p", str(lying))).out)
    assert records[0]["title"] == "做\x1b[2J好\x1c科\x85普"
    assert records[0]["named"] == ["科\x1b[31m\u202e普部"]
    lines = run(("list", "-p", str(lying))).out.splitlines()
    assert len(lines) == len(records) == 3
    assert lines[0].split("\t")[1] == "做\x1b[2J好 科 普"
    assert lines[0].split("\t")[6] == "科\x1b[31m\u202e普部"


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_a_real_terminal_gets_no_escape_from_the_file(lying: Path) -> None:
    import pty

    for command in (("list",), ("check", str(lying))):
        main_end, other_end = pty.openpty()
        arguments = command if command[0] == "check" else (*command, "-p", str(lying))
        process = subprocess.Popen(
            [sys.executable, "-m", "plan_cli", *arguments],
            stdout=other_end,
            stderr=other_end,
            env=ENVIRONMENT | TERMINAL,
        )
        os.close(other_end)
        chunks = []
        try:
            while chunk := os.read(main_end, 65536):
                chunks.append(chunk)
        except OSError:
            pass  # Linux says so when the other end is closed
        os.close(main_end)
        assert process.wait(ENOUGH_SECONDS) == 0
        text = b"".join(chunks).decode("utf-8")
        assert not raw_controls(text.replace("\r\n", "\n")), command
        assert "\\x1b[" in text


def test_values_that_other_yaml_readers_twist_stay_what_they_are(tmp_path: Path) -> None:
    text = RICH.read_text(encoding="utf-8")
    text = text.replace("issuer: 某省科协", "issuer: no").replace("number: 1\n", "number: 010\n")
    text = text.replace(
        "name: 办公室, kind", "name: 办公室, aliases: [on, NO, 12:30, 1_0, .nan], kind"
    )
    path = tmp_path / "x.yaml"
    path.write_text(text, encoding="utf-8")
    assert json.loads(run(("about", "--json", "-p", str(path))).out)[0]["issuer"] == "no"
    assert run(("show", "010", "-p", str(path))).code == 0
    for alias in ("on", "no", "12:30", "1_0", ".nan"):
        [record, *_] = json.loads(run(("dept", alias, "--json", "-p", str(path))).out)
        assert "办公室" in record["named"]


def test_long_runs_of_one_character(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    for content in (b"a: " + b"x" * 1_000_000, b"a: b" + b" " * 1_000_000 + b"c", b'"' * 1_000_000):
        path.write_bytes(content)
        assert run(("check", str(path))).code == 1
        assert run(("list", "-p", str(path))).code == 3
