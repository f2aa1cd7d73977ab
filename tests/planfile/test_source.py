import os
from pathlib import Path

import pytest

from plan_cli.errors import InputError
from plan_cli.planfile import source as store
from plan_cli.planfile.findings import Finding
from tests.conftest import small_text


def refused(name: str) -> str:
    with pytest.raises(InputError) as caught:
        store.open_plan(name).data()
    return f"{caught.value.message}\n{caught.value.hint}"


def test_shipped_plan_is_the_default() -> None:
    assert store.shipped_plan().name == "plan2022.yaml"
    assert "豫科协办发〔2022〕5号" in store.open_plan(None).text


def test_environment_names_the_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "other.yaml"
    file.write_text(small_text(), encoding="utf-8")
    monkeypatch.setenv("PLAN_FILE", str(file))
    assert store.open_plan(None).text == small_text()


def test_positions_point_at_the_value() -> None:
    source = store.Source("x.yaml", small_text())
    path = ("lists", 0, "tasks", 0, "responsible", "named", 0)
    spot = source.find(Finding("E1", path, ""))
    lines = small_text().splitlines()
    assert lines[spot.line - 1][spot.column - 1 :].startswith("甲部")
    assert source.find(Finding("E1", (*path, "deeper"), "")).line == spot.line


def test_duplicate_keys_are_noticed() -> None:
    source = store.Source("x.yaml", "a: 1\nb: {c: 1, c: 2}\na: 3\n")
    assert source.data() == {"a": "3", "b": {"c": "2"}}
    assert [finding.path for finding in source.duplicates] == [("b", "c"), ("a",)]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"a: [1\n", "x.yaml:1:4：不合 YAML 语法"),
        ("科普部".encode("gb18030"), "GB18030"),
        ("a: 1".encode("utf-16"), "UTF-16"),
        (b"\0\xff\0", "二进制"),
        (b"a: 1\n---\nb: 2\n", "不止一份"),
        (b"a: !!python/object:os.system x\n", "类型标记"),
        (b"? [a]\n: b\n", "键必须是一段文字"),
        (b"a: *b\n", "别名"),
        (b"[" * 100, "嵌套超过"),
        (b"a: \x07\n", "控制字符"),
    ],
)
def test_files_that_are_no_plan(tmp_path: Path, content: bytes, words: str) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(content)
    assert words in refused(str(file))


def test_a_byte_order_mark_is_no_obstacle(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + small_text().encode())
    assert store.open_plan(str(file)).text == small_text()


def test_missing_folder_and_pipe(tmp_path: Path) -> None:
    assert "找不到文件" in refused(str(tmp_path / "none.yaml"))
    assert "是文件夹" in refused(str(tmp_path))
    assert "文件名无效" in refused("a\0b")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        assert "不是普通文件" in refused(str(tmp_path / "pipe"))
