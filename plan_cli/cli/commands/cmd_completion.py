"""``plan completion``: the Tab key completes commands, options and names.

plan completion --show zsh
plan completion --install
"""

from typing import Annotated

import typer

from plan_cli.cli.completion.installing import install, running_shell
from plan_cli.cli.completion.metavars import Values
from plan_cli.cli.completion.shells import SHELLS, script
from plan_cli.cli.output import Done, Made
from plan_cli.cli.spec import command
from plan_cli.errors import UsageError
from plan_cli.query.choices import Choice
from plan_cli.text import listed

SHELL = Values("命令行", tuple(Choice((name,)) for name in SHELLS))


@command("plan completion --install bash", "plan completion --show zsh", shows=())
def run(
    shell: Annotated[
        str | None,
        typer.Argument(metavar=SHELL, help=f"{listed(list(SHELLS))}；默认正在用的这一种"),
    ] = None,
    install_it: Annotated[
        bool, typer.Option("--install", help="装好，只需一次；说明写了什么、怎样撤销")
    ] = False,
    show: Annotated[bool, typer.Option("--show", help="只显示补全脚本，自己放")] = False,
) -> Done | Made:
    """Show or install the script for a shell."""
    if install_it == show:
        problem = "--install 和 --show 只能写一个" if show else "请写明 --install 或 --show"
        raise UsageError(problem, "要装好 Tab 键补全：plan completion --install")
    name = shell or running_shell()
    return Made(script(name), ()) if show else Done(tuple(install(name)))
