"""``plan ledger …``: the commands that follow up a plan, loaded when asked for."""

from importlib import import_module
from typing import Annotated, Any

import typer

from plan_cli.cli.chinese import HELP_OPTION, ChineseGroup
from plan_cli.errors import UsageError
from plan_cli.text import fold, listed, nearest, visible

PANELS = {
    "台账文件": {
        "init": "建一份台账（只建一次）",
        "rebind": "计划文件改了新版：把记录转到新文件上",
        "export": "导出全部记录",
        "check": "检查台账是否完好",
    },
    "一轮台账": {
        "collect": "给每个负责的单位做一份填报表",
        "merge": "收回填报表：逐格比对，只记新内容",
    },
    "查看": {
        "state": "现在的进展：每个单位、每个事项一行",
        "log": "台账里的全部记录，最新的在后",
    },
    "登记": {
        "set": "登记一个事项的进展；或办公室补充牵头、时限、数量，设置亮灯的界限",
        "receipt": "登记签收",
        "close": "销号：办公室认定一个事项已经办结",
        "undo": "撤销上一次登记或合并（记录仍保留）",
    },
    "通报": {
        "report": "一个报告期的通报：进展、指标、逾期、未填报、问题",
        "score": "一个报告期的考评：每个单位的得分和依据",
        "remind": "催办：给每个有事项未报、逾期或临期的单位一份文字",
    },
}
"""The commands as the help lists them. To add one, write ``ledger_x.py`` and one line here."""
COMMANDS = {name: summary for panel in PANELS.values() for name, summary in panel.items()}
EXAMPLES = ("plan ledger init",)


class LedgerGroup(ChineseGroup):
    """The commands in `COMMANDS`; only the one asked for is imported."""

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command called ``cmd_name``, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"plan_cli.cli.commands.ledger.ledger_{cmd_name}")
        return module.run.build(cmd_name, COMMANDS[cmd_name])

    def list_commands(self, ctx: Any) -> list[str]:
        """Return all names, in the order of the help."""
        return list(COMMANDS)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that ``args`` begin with; raises UsageError if there is none."""
        name = fold(args[0])
        if name not in COMMANDS:
            close = nearest(name, COMMANDS)
            advice = f"最接近的：{close[0]}\n" if close else ""
            message = f"plan ledger 没有“{visible(args[0], keep='')}”这条命令"
            raise UsageError(message, f"{advice}可用的：{listed(list(COMMANDS))}")
        return super().resolve_command(ctx, [name, *args[1:]])

    def summaries(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return the commands, panel by panel."""
        return [(panel, list(commands.items())) for panel, commands in PANELS.items()]

    def examples(self) -> tuple[str, ...]:
        """Return the commands to show first."""
        return EXAMPLES


class Group:
    """What the program registers as ``plan ledger``."""

    def build(self, name: str, summary: str) -> Any:
        """Return the Typer group called ``name``."""
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        app.callback(
            cls=LedgerGroup, help=summary, add_help_option=False, invoke_without_command=True
        )(_root)
        built = typer.main.get_group(app)
        built.name = name
        return built


def _root(ctx: typer.Context, help: Annotated[bool, HELP_OPTION] = False) -> int:
    if ctx.invoked_subcommand is None:
        from plan_cli.cli.streams import write_text

        write_text(ctx.get_help() + "\n")
    return 0


run = Group()
