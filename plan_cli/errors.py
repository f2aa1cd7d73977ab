"""The errors a user can meet: each carries its exit code and its advice.

The exit codes are a contract with other programs:
0 done, 1 a check found errors, 2 wrong usage or an unknown name, 3 an input cannot be
read or is invalid, 4 an output cannot be written or needs an extra, 130 interrupted.
"""

import errno
import sys
from typing import ClassVar


class PlanError(Exception):
    """A problem that is told to the user in Chinese and ends the command.

    ``message`` says what is wrong and where; ``hint`` says what to do (may span lines).
    """

    exit_code: ClassVar[int] = 3

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(PlanError):
    """The command line asks for something that does not exist or does not fit."""

    exit_code = 2


class InputError(PlanError):
    """An input file cannot be read, or does not hold a valid plan."""

    exit_code = 3


class OutputError(PlanError):
    """A result cannot be written where it was asked for."""

    exit_code = 4


def install_hint(*libraries: str) -> str:
    """Return the command that installs ``libraries`` for the interpreter that is running.

    It names the libraries themselves: what the index has under the name of a program may be
    somebody else's.
    """
    return f'请运行："{sys.executable}" -m pip install {" ".join(libraries)}'


_REASONS = {
    errno.ELOOP: "符号链接绕成了圈",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘是只读的",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EIO: "磁盘读写出错",
    errno.EMFILE: "打开的文件太多",
    errno.EBUSY: "正被占用",
}


def reason(error: Exception) -> str:
    """Return in a few Chinese words why the system refused a file."""
    if not isinstance(error, OSError):
        return "文件名无效"
    return _REASONS.get(error.errno or 0) or error.strerror or "原因不明"
