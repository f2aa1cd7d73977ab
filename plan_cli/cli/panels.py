"""The commands as the help lists them, by name; each is imported when it is asked for."""

from importlib import import_module
from typing import Any

PANELS = {
    "查询": {
        "list": "列出任务，可按部门、行动、工程等筛选",
        "show": "一项任务或一条举措：全文、责任部门、责任单位",
        "search": "在正文里查找文字，列出每一条举措",
    },
    "报表": {
        "dept": "各部门（单位）和类别的任务数；加名称看它的一页",
        "action": "各行动的任务数；加名称看它的一页",
        "project": "各工程的任务数；加名称看它的一页",
        "checklist": "一个部门的责任清单，可打印签收；--all 每个部门一份",
        "targets": "量化指标：要达到多少，各单位合计",
        "due": "时限：什么时候完成，还有几天；可导出日历",
        "trace": "重点工作由哪些工作要点落实，有没有缺口",
        "matrix": "各单位在各行动、工程、部分、清单里的任务数",
        "board": "一屏看全：重点工作、指标、时限、各单位的任务",
        "site": "做成一个网页文件，人人能打开、能筛选，不用装程序",
    },
    "跟踪": {
        "ledger": "台账：发出、收回、合并、催办、通报",
    },
    "多份文件": {
        "plans": "有哪些文件：年份、文号、各项计数和问题",
        "trend": "一个部门历年的任务、指标、行动",
        "index": "把许多计划文件读进一个计划库，以后用 -p 计划库.db 很快查出",
        "export": "导出成 Parquet 表，供 DuckDB、Spark 等统计",
    },
    "文档": {
        "import": "从 Word、Excel、PDF、网页等读出计划文件，存疑处列出待核",
        "text": "按原文打印整份文件",
        "about": "文件的基本情况和各项计数",
        "check": "检查计划文件：全部错误一次列出，写明位置和改法",
        "schema": "计划文件格式的 JSON Schema，供编辑器补全和检查",
        "diff": "对比两份计划文件：新增、取消、改写、责任和时限的变化",
    },
    "其他": {
        "completion": "用 Tab 键补全命令、选项和名称：安装，或显示脚本",
    },
}
"""The commands as the help lists them. To add one, write ``cmd_x.py`` and add one line here."""
FOLDERS = {"多份文件": "archive.", "文档": "documents."}
"""Where the commands of a panel stand, if in a folder of their own."""
COMMANDS = {name: summary for panel in PANELS.values() for name, summary in panel.items()}


def load_command(name: str) -> Any:
    """Return the command called ``name``, imported."""
    folder = next((inside for panel, inside in FOLDERS.items() if name in PANELS[panel]), "")
    return import_module(f"plan_cli.cli.commands.{folder}cmd_{name}").run
