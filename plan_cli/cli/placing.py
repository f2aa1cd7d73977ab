"""Files put in their places: each whole or not at all, several of them together."""

import os
import shutil
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from plan_cli.errors import OutputError, reason
from plan_cli.text import listed, visible

ADVICE = "请检查权限、磁盘空间，关掉正打开着它的程序，或换个位置。"


class _Staged(NamedTuple):
    """A file to write: at the path asked for, which may be a link; and where it stands before."""

    path: Path
    content: bytes
    target: Path
    beside: Path


def write_file(path: Path, content: bytes, force: bool) -> None:
    """Write ``content`` to ``path`` whole, or into the pipe or device that stands there.

    Raises OutputError, leaving what was there, if that is not possible.
    """
    refuse_unwritable(path, force)
    mode = mode_of(path)
    if mode and not stat.S_ISREG(mode):
        with telling(path):
            path.write_bytes(content)
        return
    write_files([(path, content)])


def write_files(contents: Sequence[tuple[Path, bytes]]) -> None:
    """Write files whole: all beside their places first, then renamed one after the other.

    Until the first is renamed nothing has changed; from there on an interruption comes too
    late. Raises OutputError if one cannot be written; those that stand are told.
    """
    staged = [_stage(path, content) for path, content in contents]
    try:
        for each in staged:
            with telling(each.path), each.beside.open("xb") as file:
                file.write(each.content)
        _rename(staged)
    finally:
        for each in staged:
            with suppress(OSError):
                each.beside.unlink(missing_ok=True)


@contextmanager
def filled_file(path: Path, force: bool) -> Iterator[Path]:
    """Give the place to write a file that is too large to be held; then put it at ``path`` whole.

    Raises OutputError, leaving what was there, if that is not possible.
    """
    refuse_unwritable(path, force)
    staged = _stage(path, b"")
    try:
        with telling(path):
            yield staged.beside
        _rename([staged])
    finally:
        with suppress(OSError):
            staged.beside.unlink(missing_ok=True)


@contextmanager
def filled_folder(path: Path, force: bool, holds: str) -> Iterator[Path]:
    """Give a folder to fill; then put it at ``path`` whole.

    One that stands there and is not empty is replaced with ``force``, if all its files have places
    such as ``holds`` (a pattern). Raises OutputError if that is not possible.
    """
    refuse_non_folder(path)
    refuse_homeless(path)
    with telling(path):
        if path.exists() and any(path.iterdir()):
            _refuse_mixed(path, force, holds)
        beside = path.with_name(f".plan-{os.urandom(6).hex()}.tmp")
        beside.mkdir()
    try:
        with telling(path):
            yield beside
            shutil.rmtree(path, ignore_errors=True)
            beside.rename(path)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _refuse_mixed(path: Path, force: bool, holds: str) -> None:
    shown = visible(str(path), keep="")
    if not force:
        raise OutputError(f"文件夹 {shown} 里已有文件，没有改动它", "要替换它请加 --force。")
    files = {file for file in path.rglob("*") if not file.is_dir()}
    if files - set(path.glob(holds)):
        message = f"文件夹 {shown} 里有别的文件，没有改动它"
        raise OutputError(message, "请换一个文件夹。")


def _stage(path: Path, content: bytes) -> _Staged:
    with telling(path):
        target = Path(os.path.realpath(path))
    # Short, and nothing of its name: where a name just fits, a longer one would not.
    return _Staged(path, content, target, target.with_name(f".plan-{os.urandom(6).hex()}.tmp"))


def _rename(staged: Sequence[_Staged]) -> None:
    try:
        for place, each in enumerate(staged):
            with telling(each.path, done=staged[:place]):
                if each.beside.exists():
                    _keep_mode(each)
                    each.beside.replace(each.target)
    except KeyboardInterrupt:
        _rename(staged)


def _keep_mode(each: _Staged) -> None:
    if mode := mode_of(each.target):
        each.beside.chmod(stat.S_IMODE(mode))


@contextmanager
def telling(path: Path, done: Sequence[_Staged] = ()) -> Iterator[None]:
    """Make OutputError of what the system has against ``path``; ``done`` are written already."""
    try:
        yield
    except (OSError, ValueError) as error:
        stand = listed([visible(each.path.name, keep="") for each in done])
        told = f"已经写好 {len(done)} 个：{stand}；其余没有写。\n" if done else ""
        shown = visible(str(path), keep="")
        raise OutputError(f"无法写入 {shown}（{reason(error)}）", told + ADVICE) from None


def refuse_unwritable(path: Path, force: bool) -> None:
    """Raise OutputError if ``path`` is a folder, has no folder, or exists without ``force``."""
    refuse_folder(path)
    refuse_homeless(path)
    if not force and stat.S_ISREG(mode_of(path)):
        shown = visible(str(path), keep="")
        raise OutputError(f"文件 {shown} 已经存在，没有改动它", "要替换它请加 --force。")


def refuse_folder(path: Path) -> None:
    """Raise OutputError if ``path``, which is to be a file, is a folder."""
    if stat.S_ISDIR(mode_of(path)):
        raise OutputError(f"{visible(str(path), keep='')} 是文件夹", "请写出文件名。")


def refuse_homeless(path: Path) -> None:
    """Raise OutputError if there is no folder for ``path`` to stand in."""
    refuse_non_folder(path.parent)
    if not mode_of(path.parent):
        raise OutputError(f"文件夹 {visible(str(path.parent), keep='')} 不存在", "请先建好文件夹。")


def refuse_non_folder(path: Path) -> None:
    """Raise OutputError if what stands at ``path`` is no folder: a file, or a link to nothing."""
    shown, mode = visible(str(path), keep=""), mode_of(path)
    if mode and not stat.S_ISDIR(mode):
        raise OutputError(f"{shown} 是文件，不是文件夹", "请换一个文件夹。")
    if not mode and path.is_symlink():
        raise OutputError(f"{shown} 是链接，它指向的文件夹不存在", "请换一个文件夹。")


def mode_of(path: Path) -> int:
    """Return what stands at ``path``, as its mode; 0 for nothing, also below a file.

    Raises OutputError where the system does not say.
    """
    with telling(path):
        try:
            return path.stat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            return 0
