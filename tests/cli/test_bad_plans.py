"""A plan file that is none: what, where, what to do; nothing on standard output."""

from pathlib import Path

import pytest

from tests.conftest import Run, run_process, small_text


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "x.yaml：文件是空的"),
        ("a: [1", "x.yaml:1:"),
        ("只是一句话", "这里应是若干“键: 值”"),
        (small_text().replace("named: [甲部]", "named: [丁部]"), "单位“丁部”没有在 units 里声明"),
        (
            small_text().replace("note: 责任部门：甲部", "note: 责任部门：乙部"),
            "不在责任部门原文里",
        ),
        (small_text().replace("kind: 下属单位", "kind: 别的"), "类别“别的”没有在 kinds 里声明"),
        (small_text().replace("name: 乙部", "name: 甲部"), "“甲部”声明了两次"),
        (small_text().replace("kinds:", "　　\nkinds:"), "缩进里有全角空格或不间断空格"),
        (small_text().replace("乙部, kind", "乙部；kind"), "各项之间要用半角逗号“, ”，不是“；”"),
    ],
)
def test_content(cli: Run, content: str, told: str) -> None:
    Path("x.yaml").write_text(content, encoding="utf-8")
    result = cli("list", "-p", "x.yaml")
    assert (result.code, result.out) == (3, "")
    assert told in result.err


def test_the_line_and_a_caret_are_shown(cli: Run) -> None:
    text = small_text().replace("named: [甲部]", "named: [丁部]")
    Path("x.yaml").write_text(text, encoding="utf-8")
    number = next(n for n, line in enumerate(text.splitlines(), 1) if "丁部" in line)
    lines = cli("list", "-p", "x.yaml").err.splitlines()
    place = next(n for n, line in enumerate(lines) if line.startswith(f"x.yaml:{number}:"))
    assert "丁部" in lines[place + 1]
    assert lines[place + 2].strip() == "^"


def test_standard_input(tmp_path: Path) -> None:
    result = run_process("list", "-p", "-", stdin=small_text().encode())
    assert result.returncode == 0
    assert result.stdout.decode().startswith("1\t做好一件事\t")
    result = run_process("list", "-p", "-", stdin=b"\xff")
    assert result.returncode == 3
    assert "标准输入" in result.stderr.decode()


@pytest.mark.parametrize("name", ["plan_file", "option"])
def test_a_missing_file(name: str, tmp_path: Path) -> None:
    if name == "option":
        result = run_process("list", "-p", "none.yaml", cwd=tmp_path)
    else:
        result = run_process("list", cwd=tmp_path, PLAN_FILE="none.yaml")
    assert (result.returncode, result.stdout) == (3, b"")
    assert "找不到文件 none.yaml" in result.stderr.decode()
