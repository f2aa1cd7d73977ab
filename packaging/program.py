"""The entry of the folder program: its commands, and what the .cmd files beside it ask for.

Those hold nothing but ASCII and leave all talking to this program: Python hands characters to a
Windows console as Unicode, whatever its code page is.
"""

import sys
from pathlib import Path


def begin() -> int:
    """Say in a window that was just opened what can be typed there."""
    from plan_cli.cli.app import EXAMPLES

    print("这个窗口里可以用 plan 的命令。输入下面这样的一行，按回车键：\n")
    print("\n".join(f"    {line}" for line in EXAMPLES))
    print("\n做成的文件在这个文件夹里。全部命令：plan --help；关闭窗口：exit\n")
    return 0


def print_checklist(folder: str) -> int:
    """Ask for a department until there is one; put its checklist in ``folder`` and open it.

    Returns an exit code. What stands there is kept: people fill checklists in.
    """
    from plan_cli.cli.app import main

    party = _asked_party()
    if not party:
        return 0
    path = _free(Path(folder), f"{party}责任清单")
    return main(["checklist", party, "-o", str(path)]) or _open(path)


def _asked_party() -> str:
    """Return the name of the unit or kind that is typed; empty if nothing is."""
    from plan_cli.cli.loading import load_plan
    from plan_cli.cli.streams import say
    from plan_cli.errors import UsageError
    from plan_cli.query.lookup import find_party
    from plan_cli.query.reach import parties
    from plan_cli.text import listed

    plan = load_plan(None)
    print(f"可以打印这些部门（单位）的责任清单：{listed([each.name for each in parties(plan)])}")
    while typed := input("请输入名称，按回车键（不输入就结束）：").strip():
        try:
            return find_party(plan, typed).name
        except UsageError as error:
            say(f"{error.message}\n{error.hint}\n")
    return ""


def _free(folder: Path, name: str) -> Path:
    """Return the path of a Word file that is not there yet."""
    path, number = folder / f"{name}.docx", 2
    while path.exists():
        path, number = folder / f"{name}（{number}）.docx", number + 1
    return path


def _open(path: Path) -> int:
    """Open a file with what this computer has for its kind; only Windows is asked."""
    if sys.platform == "win32":
        from os import startfile

        try:
            startfile(path)
        except OSError:
            print("没有能打开 Word 文件的程序，请先装 WPS 或 Office。")
            return 4
    return 0


CLICKED = {"--begin": begin, "--print": print_checklist}
"""What a .cmd file asks for by its first argument."""


def click(wanted: str, *arguments: str) -> int:
    """Do what a .cmd file asks for; return its exit code."""
    from plan_cli.cli.streams import prepare_streams, say
    from plan_cli.errors import PlanError

    prepare_streams()
    try:
        return CLICKED[wanted](*arguments)
    except PlanError as error:
        say(f"错误：{error.message}\n{error.hint}")
        return error.exit_code
    except (EOFError, KeyboardInterrupt):
        return 130


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in CLICKED:
        sys.exit(click(*sys.argv[1:]))
    from plan_cli.__main__ import run

    run()
