import errno
import os
import re
import sys

import pytest

from plan_cli.errors import install_hint, reason


@pytest.mark.parametrize("number", errno.errorcode)
def test_the_system_speaks_chinese(number: int) -> None:
    told = reason(OSError(number, os.strerror(number)))
    assert re.search("[\u4e00-\u9fff]", told)
    assert not re.search("[A-Za-z]", told.replace(errno.errorcode[number], ""))


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (FileExistsError(errno.EEXIST, "File exists"), "已有同名的文件"),
        (OSError(errno.EROFS, "Read-only file system"), "磁盘是只读的"),
        (OSError(errno.EPROTO, "Protocol error"), "系统错误 EPROTO"),
        (OSError(99999, "Unknown error"), "系统错误 99999"),
        (OSError("cannot seek"), "原因不明"),
        (ValueError("embedded null byte"), "文件名无效"),
    ],
)
def test_reasons(error: Exception, told: str) -> None:
    assert reason(error) == told


def test_into_the_folder_program_nothing_can_be_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert install_hint("甲", "乙") == f'请运行："{sys.executable}" -m pip install 甲 乙'
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    told = install_hint("甲", "乙")
    assert told == "这个免安装的版本没有带 甲、乙，要用装在 Python 里的版本。"
