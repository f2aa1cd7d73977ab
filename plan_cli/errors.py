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


class UnknownName(UsageError):
    """A plan does not know a name or an id; of several plans another may know it."""


class AmbiguousName(UsageError):
    """A name can mean several things in a plan."""


class InputError(PlanError):
    """An input file cannot be read, or does not hold a valid plan."""

    exit_code = 3


class OutputError(PlanError):
    """A result cannot be written where it was asked for."""

    exit_code = 4


def install_hint(*libraries: str) -> str:
    """Return the command that installs ``libraries`` for the interpreter that is running.

    It names the libraries themselves: what the index has under the name of a program may be
    somebody else's. Nothing can be installed into the folder program (``packaging/``), and it
    says so.
    """
    if getattr(sys, "frozen", False):
        return f"这个免安装的版本没有带 {'、'.join(libraries)}，要用装在 Python 里的版本。"
    return f'请运行："{sys.executable}" -m pip install {" ".join(libraries)}'


_REASONS = {
    errno.EBADF: "没有打开",
    errno.EINVAL: "名称无效，或设备不支持",
    errno.EEXIST: "已有同名的文件",
    errno.ENOENT: "位置不存在",
    errno.EISDIR: "是文件夹",
    errno.ENOTEMPTY: "文件夹不是空的",
    errno.ELOOP: "符号链接绕成了圈",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘是只读的",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EIO: "磁盘读写出错",
    errno.EMFILE: "打开的文件太多",
    errno.ENFILE: "打开的文件太多",
    errno.EBUSY: "正被占用",
    errno.ETXTBSY: "正被占用",
    errno.EFBIG: "文件太大",
    errno.EDQUOT: "磁盘配额已用完",
    errno.ENXIO: "设备不可用",
    errno.ENODEV: "设备不可用",
    errno.ENOMEM: "内存不足",
    errno.ETIMEDOUT: "等待太久没有回应",
    errno.ESTALE: "网络磁盘已断开",
    errno.ECONNRESET: "连接已断开",
    errno.EPIPE: "连接已断开",
}


def reason(error: Exception) -> str:
    """Return in a few Chinese words why the system refused a file: never its English sentence."""
    if not isinstance(error, OSError):
        return "文件名无效"
    number = error.errno or 0
    code = errno.errorcode.get(number, number)
    return _REASONS.get(number) or (f"系统错误 {code}" if code else "原因不明")
