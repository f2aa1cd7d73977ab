"""Help and complaints are Chinese, Typer's own words included."""

import re
import shutil

import pytest

from plan_cli.cli.panels import COMMANDS
from plan_cli.planfile.source import shipped_plan
from plan_cli.text import width
from tests.conftest import Run

ENGLISH = re.compile(r"\b(Usage|Options|Commands|Arguments|Error|Show this|Try|Missing|Invalid)\b")


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], *([c, "--help"] for c in COMMANDS)])
def test_help_is_chinese(cli: Run, arguments: list[str]) -> None:
    result = cli(*arguments)
    assert result.code == 0
    assert result.out.startswith("用法：plan")
    assert "示例：" in result.out
    assert "-h, --help" in result.out
    assert not ENGLISH.search(result.out)


def test_commands_are_grouped_and_examples_come_first(cli: Run) -> None:
    out = cli("--help").out
    assert out.index("示例：") < out.index("查询：") < out.index("报表：") < out.index("文档：")
    for name, summary in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(summary)}$", out, re.M)
    assert "--install-completion" not in out


def test_examples_in_help_work(cli: Run) -> None:
    for name in ("plan2022.yaml", "plan2023.yaml"):
        shutil.copy(shipped_plan(), name)
    for name in COMMANDS:
        out = cli(name, "-h").out
        block = out.split("示例：\n")[1].split("\n\n")[0]
        for line in block.splitlines():
            words = line.split()
            assert words[0] == "plan"
            if "-o" not in words:
                assert cli(*words[1:]).code == 0, line


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_help_fits_the_terminal(
    cli: Run, monkeypatch: pytest.MonkeyPatch, columns: int, at_terminal: Run
) -> None:
    seen = at_terminal("list", "--help", columns=columns).out
    assert seen.startswith("用法：plan list [名称…] [选项]")
    monkeypatch.setenv("COLUMNS", str(columns))
    for text in (seen, *(cli(name, "--help").out for name in COMMANDS)):
        assert [line for line in text.splitlines() if width(line) > columns] == []


def test_a_word_behind_two_dashes_is_no_option(cli: Run) -> None:
    assert cli("search", "--", "-plan").err == "正文里没有“-plan”。\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["show"], "缺少参数“编号”"),
        (["search"], "缺少参数“文字”"),
        (["list", "--detp", "科普部"], "没有选项 --detp\n是不是 --dept？"),
        (["list", "-x"], "没有选项 -x"),
        (["list", "--dept"], "--dept 后面要写部门名称"),
        (["list", "--json=1"], "--json 后面不能带取值"),
        (["text", "科普部"], "多余的参数：科普部"),
        (["lsit"], "没有叫“lsit”的命令、部门（单位）、行动、工程、清单\n最接近的：list"),
        (["--verson"], "没有选项 --verson\n是不是 --version？"),
        (["list", "-f", "jsno"], "没有“jsno”格式\n是不是 json？"),
        (
            ["list", "-o", "x.pdf"],
            "请存成 docx，用 WPS 或 Office 打开后可以另存为 pdf。\n可用",
        ),
        (["checklist", "科普部", "-o", "x.et"], "请存成 xlsx，用 WPS 或 Office 打开"),
        (["due", "-o", "x.docxx"], "是不是 docx？\n可用的格式：tsv"),
        (["list", "-o", "x"], "可用的格式：tsv"),
        (["list", "-f", "ics"], "没有“ics”格式\n可用的格式：table、"),
        (["--json", "14"], "没有选项 --json\n命令的选项要写在命令后面，如 plan list --dept 科普部"),
        (["--today", "5/10", "due"], "没有选项 --today\n命令的选项要写在命令后面"),
        (["14", "--dept", "科普部"], "没有选项 --dept\n用法：plan show"),
        (["list", "-D", "科普部"], "没有选项 -D\n用法：plan list"),
        (["list", "-dept", "科普部"], "没有选项 -dept\n是不是 --dept？\n用法：plan list"),
        (["list", "-json"], "没有选项 -json\n是不是 --json？"),
        (["show", "14", "-plan=x"], "没有选项 -plan\n是不是 --plan？\n用法：plan show"),
        (["-version"], "没有选项 -version\n是不是 --version？"),
        (["list", "--json", "-f", "csv"], "不能同时用"),
        (["text", "--json"], "可用的格式：table、txt、md"),
        (["list", "-o", "x"], "文件名没有后缀，不知道存成什么格式（例：科普部.docx）"),
        (["list", "-o", "x.table"], "table 只能显示在终端上"),
        (["checklist"], "请指定部门（单位）"),
        (["list", "--role", "nmaed", "--dept", "科普部"], "最接近的：named"),
        (["list", "-s", " "], "-s/--search 后面要写文字"),
        (["list", "-d", "科普部", "-d", ""], "-d/--dept 后面要写部门名称"),
        (["list", "-p", ""], "-p/--plan 后面要写文件名"),
        (["-p", "", "list"], "-p/--plan 后面要写文件名"),
        (["list", "-o", ""], "-o/--output 后面要写文件名"),
        (["list", "--format="], "-f/--format 后面要写格式"),
        (["due", "--today", ""], "--today 后面要写日期"),
        (["check", "--against", ""], "--against 后面要写原文文件名"),
        (["-p"], "-p 后面要写文件名"),
        (["search", ""], "参数“文字”是空的"),
        (["search", "科普", "　"], "参数“文字”是空的"),
        (["dept", ""], "参数“部门”是空的"),
        ([""], "命令是空的"),
    ],
)
def test_wrong_usage_is_explained(cli: Run, arguments: list[str], told: str) -> None:
    result = cli(*arguments)
    assert (result.code, result.out) == (2, "")
    assert told in result.err
    assert not ENGLISH.search(result.err)


def test_an_empty_variable_is_none(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAN_FILE", "")
    assert "科普部" in cli("dept").out


def test_version(cli: Run) -> None:
    from plan_cli import __version__

    assert cli("--version").out == f"plan {__version__}\n"
