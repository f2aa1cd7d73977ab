import errno
import os
import re

import pytest

from plan_cli.errors import reason


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
