import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from plan_cli.errors import InputError
from plan_cli.planfile import bytes as files
from plan_cli.planfile.bytes import decode_utf8, read_bytes
from plan_cli.planfile.source import shipped_plan

TEXT = "format: 1\n名称: 科普部和学会学术部\n"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (TEXT.encode("utf-16"), "UTF-16"),
        (TEXT.encode("utf-16-be")[:60], "UTF-16"),
        (TEXT.encode("gb18030"), "看来是 GB18030"),
        (shipped_plan().read_text(encoding="utf-8").encode("gbk"), "看来是 GB18030"),
        (TEXT.encode("utf-8")[:-2], "不完整"),
        (TEXT.encode("utf-8").replace("学".encode(), b"\xff", 1), "损坏的字节"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 5, "不是文本文件"),
        (b"a: \xed\xa0\x80", "不是 UTF-8"),
    ],
)
def test_what_is_no_utf8_is_named(content: bytes, words: str) -> None:
    with pytest.raises(InputError) as raised:
        decode_utf8(content, "x.yaml")
    assert words in raised.value.message
    assert raised.value.message.startswith("x.yaml")
    assert raised.value.hint


def test_the_line_of_the_first_bad_byte_is_told() -> None:
    with pytest.raises(InputError, match=r"x\.yaml:2 "):
        decode_utf8(b"a: b\nc: \xff\n", "x.yaml")


def test_a_byte_order_mark_is_taken_off_and_told() -> None:
    assert decode_utf8(b"\xef\xbb\xbfa: b", "x") == ("a: b", True)
    assert decode_utf8("a: 科".encode(), "x") == ("a: 科", False)


def test_a_file_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 10)
    with pytest.raises(InputError, match="超过"):
        decode_utf8(b"x" * 11, "x")
    path = tmp_path / "x"
    path.write_bytes(b"x" * 50)
    assert len(read_bytes(str(path), 10)) == 11


def _append(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"more")


def _truncate(path: Path) -> None:
    os.truncate(path, 7)


@pytest.mark.parametrize("change", [_append, _truncate])
@pytest.mark.parametrize("moment", [1, 2])
def test_a_file_that_changes_while_it_is_read(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[Path], None],
    moment: int,
) -> None:
    """Another program writes right after the first, or right before the last look at it."""
    path = tmp_path / "x"
    path.write_bytes(b"a: b\n" * 10)
    real, calls = os.fstat, []

    def fstat(descriptor: int) -> os.stat_result:
        calls.append(descriptor)
        if len(calls) == 2 and moment == 2:
            change(path)
        seen = real(descriptor)
        if len(calls) == 1 and moment == 1:
            change(path)
        return seen

    monkeypatch.setattr(os, "fstat", fstat)
    with pytest.raises(InputError, match="正在被别的程序改写"):
        read_bytes(str(path))


def test_a_file_that_vanishes_once_it_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"a: b\n")
    real = os.fstat

    def fstat(descriptor: int) -> os.stat_result:
        path.unlink(missing_ok=True)
        return real(descriptor)

    monkeypatch.setattr(os, "fstat", fstat)
    assert read_bytes(str(path)) == b"a: b\n"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "没有权限"),
        (errno.ENOENT, "找不到"),
        (errno.ELOOP, "绕成了圈"),
        (errno.EIO, "磁盘"),
    ],
)
def test_why_a_file_cannot_be_read(
    monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(number, "English words")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(InputError, match=words) as raised:
        read_bytes("不\x1b[2J存在.yaml")
    assert "\x1b" not in raised.value.message
    assert "English" not in raised.value.message


def test_names_no_file_can_have() -> None:
    with pytest.raises(InputError, match="文件名无效"):
        read_bytes("a\0b")
