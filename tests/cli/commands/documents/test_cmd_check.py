"""``plan check`` as it is called: what it prints, in which form, and the code it leaves with."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from plan_cli.cli.app import main
from plan_cli.planfile.source import shipped_plan
from tests.conftest import RICH, Run

ENVIRONMENT = os.environ | {
    "PYTHONPATH": str(RICH.parents[2]),
    "PYTHONIOENCODING": "utf-8",
    "PLAN_FILE": "",
}


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Return a function that writes the sound plan with changes, and its name."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PLAN_FILE", raising=False)

    def written(*swaps: tuple[str, str], name: str = "x.yaml") -> str:
        text = RICH.read_text(encoding="utf-8")
        for old, new in swaps:
            assert text.count(old) == 1
            text = text.replace(old, new)
        Path(name).write_text(text, encoding="utf-8")
        return name

    return written


WARNING = ("value: 50", "value: 500")
HINT = ("label: （一）", "label: （一） ")
ERROR = ("title: 做好科普。", "titel: 做好科普。")


def test_place_line_caret_and_advice(plan, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", plan(ERROR)]) == 1
    captured = capsys.readouterr()
    assert captured.out == (
        "x.yaml:37:13 错误 E101 不认识的键“titel”，是不是“title”？\n"
        "    titel: 做好科普。\n"
        "    ^\n"
        "    请改成正确的键名；自己的说明请写成注释（# 开头）。\n"
    )
    assert captured.err == "x.yaml：1 处错误、0 处警告、0 处提示。\n"


def test_json_is_one_record_for_each_finding(plan, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", plan(ERROR), "--json"])
    assert json.loads(capsys.readouterr().out) == [
        {
            "file": "x.yaml",
            "line": 37,
            "column": 13,
            "code": "E101",
            "severity": "错误",
            "path": "lists[0].sections[0].tasks[0].titel",
            "message": "不认识的键“titel”，是不是“title”？",
            "advice": "请改成正确的键名；自己的说明请写成注释（# 开头）。",
        }
    ]


def test_tsv_is_one_line_for_each_finding(plan, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", plan(ERROR, WARNING), "-f", "tsv"])
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("\t")[:5] for line in lines] == [
        ["x.yaml", "37", "13", "错误", "E101"],
        ["x.yaml", "48", "47", "警告", "E323"],
    ]


@pytest.mark.parametrize(
    ("swaps", "code", "strict"),
    [((), 0, 0), ((HINT,), 0, 0), ((WARNING,), 0, 1), ((ERROR,), 1, 1), ((ERROR, WARNING), 1, 1)],
)
def test_exit_codes(plan, swaps: tuple[tuple[str, str], ...], code: int, strict: int) -> None:
    name = plan(*swaps)
    assert main(["check", name]) == code
    assert main(["check", name, "--strict"]) == strict
    assert main(["check", name, "--json", "--strict"]) == strict


def test_a_byte_order_mark_is_told_at_the_beginning(plan, capsys) -> None:
    text = Path(plan()).read_text(encoding="utf-8")
    Path("x.yaml").write_text(text, encoding="utf-8-sig")
    assert main(["check", "x.yaml"]) == 0
    assert capsys.readouterr().out.startswith(
        "x.yaml:1:1 提示 E402 文件开头有字节顺序标记（BOM）\n"
        "    # 用到格式里每一个键的小文件\n    ^\n"
    )


def test_syntax_errors_are_content(plan, capsys: pytest.CaptureFixture[str]) -> None:
    Path("x.yaml").write_text("a: [b\nnote：c\n", encoding="utf-8")
    assert main(["check", "x.yaml"]) == 1
    out = capsys.readouterr().out
    assert out.startswith("x.yaml:2:5 错误 E003 不合 YAML 语法\n    note：c\n        ^\n")
    assert "半角" in out


def test_a_file_that_cannot_be_read_or_decoded_is_3(plan, capsys) -> None:
    Path("gb.yaml").write_bytes("名称: 科普部".encode("gb18030"))
    assert main(["check", "gb.yaml"]) == 3
    assert "另存为 UTF-8" in capsys.readouterr().out
    assert main(["check", "none.yaml"]) == 3
    assert main(["check", plan(ERROR), "none.yaml"]) == 3
    out = capsys.readouterr().out
    assert "E101" in out
    assert "none.yaml 错误 E001 找不到文件" in out


def test_all_files_are_told_of_at_once(plan, capsys: pytest.CaptureFixture[str]) -> None:
    names = [plan(ERROR, name="a.yaml"), plan(WARNING, name="b.yaml"), plan(name="c.yaml")]
    assert main(["check", *names]) == 1
    captured = capsys.readouterr()
    assert "a.yaml:37:13 错误 E101" in captured.out
    assert "b.yaml:48:47 警告 E323" in captured.out
    assert captured.err == "3 个文件：1 处错误、1 处警告、0 处提示。\n"


def test_which_plan_without_a_file(plan, capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["check", "--strict"]) == 0
    assert capsys.readouterr() == ("", f"{shipped_plan()}：没有发现问题。\n")
    assert main(["check", "-p", plan(ERROR)]) == 1
    assert main(["-p", "x.yaml", "check"]) == 1
    monkeypatch.setenv("PLAN_FILE", "x.yaml")
    assert main(["check"]) == 1
    assert main(["check", "x.yaml", "-p", "x.yaml"]) == 2
    monkeypatch.setenv("PLAN_FILE", "none.yaml")
    capsys.readouterr()
    assert main(["check", "--json"]) == 3
    assert json.loads(capsys.readouterr().out)[0]["file"] == "none.yaml"


def test_standard_input(plan) -> None:
    text = Path(plan(ERROR)).read_bytes()
    done = subprocess.run(
        [sys.executable, "-m", "plan_cli", "check", "-"],
        input=text,
        capture_output=True,
        env=ENVIRONMENT,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout.decode().startswith("标准输入:37:13 错误 E101")


def test_against_the_original(plan, capsys: pytest.CaptureFixture[str]) -> None:
    name = plan()
    assert main(["text", "-p", name, "-f", "txt", "-o", "原文.md"]) == 0
    assert main(["check", name, "--against", "原文.md"]) == 0
    assert "与 原文.md 逐字一致" in capsys.readouterr().err
    plan(("确保6月1日前开馆。", "确保6月10日前开馆。"), ("quote: 6月1日", "quote: 6月10日"))
    assert main(["check", name, "--against", "原文.md"]) == 1
    captured = capsys.readouterr()
    assert "x.yaml:41:22 错误 E501 比原文多（原文.md:" in captured.out
    assert "    原文：合单位：办公室】。确保6月1【】日前开馆。到2030年每县一\n" in captured.out
    assert "    编码：合单位：办公室】。确保6月1【0】日前开馆。到2030年每县一\n" in captured.out
    assert captured.err.startswith("与 原文.md 有 1 处不同。\n")


@pytest.mark.parametrize("encoding", ["gbk", "utf-16", "utf-8-sig"])
def test_against_a_text_in_any_encoding(plan, capsys, encoding: str) -> None:
    name = plan()
    main(["text", "-p", name, "-f", "txt", "-o", "原文.txt"])
    text = Path("原文.txt").read_text(encoding="utf-8-sig")
    Path("原文.txt").write_text(text, encoding=encoding)
    assert main(["check", name, "--against", "原文.txt"]) == 0
    assert "与 原文.txt 逐字一致" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("form", "suffix"), [("docx", ".docm"), ("docx", ".dotx"), ("html", ".xhtml"), ("md", ".text")]
)
def test_against_every_form_that_is_imported(plan, capsys, form: str, suffix: str) -> None:
    name = plan()
    main(["text", "-p", name, "-f", form, "-o", f"原文.{form}"])
    Path(f"原文.{form}").rename(f"原文{suffix}")
    assert main(["check", name, "--against", f"原文{suffix}"]) == 0
    assert f"与 原文{suffix} 逐字一致" in capsys.readouterr().err


def test_an_original_that_cannot_be_read_is_named(plan, capsys) -> None:
    Path("原文.et").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert main(["check", plan(), "--against", "原文.et"]) == 3
    told = capsys.readouterr().err
    assert "原文.et：内容是旧的 Excel 工作簿（xls、et），不能直接读" in told
    assert "导入" not in told


def test_both_commands_say_which_forms_they_read(capsys) -> None:
    for command in ("check", "import"):
        assert main([command, "--help"]) == 0
        told = "".join(capsys.readouterr().out.split())
        assert "docx、docm、doc、wps、pdf、xlsx、xlsm、ofd、html、htm、txt、md" in told


def test_against_a_broken_plan_or_no_original(plan, capsys) -> None:
    Path("原文.md").write_text("某文件", encoding="utf-8")
    assert main(["check", plan(ERROR), "--against", "原文.md"]) == 1
    assert "先改正上面的错误" in capsys.readouterr().err
    assert main(["check", plan(), "--against", "none.md"]) == 3
    assert main(["check", "x.yaml", "x.yaml", "--against", "原文.md"]) == 2


def test_other_commands_refuse_errors_with_the_same_words(plan, capsys) -> None:
    name = plan(ERROR)
    main(["check", name])
    first = capsys.readouterr().out.splitlines()
    assert main(["list", "-p", name]) == 3
    told = capsys.readouterr().err.splitlines()
    assert told[1] == first[0].replace(" 错误 E101 ", "：")
    assert told[2:4] == first[1:3]
    assert "plan check" in told[-1]


def test_other_commands_work_with_warnings(plan, capsys) -> None:
    assert main(["list", "-p", plan(WARNING, HINT)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 4


def test_repeated_keys_stop_every_command(plan, capsys) -> None:
    repeated = ("  year: 2023\n", "  year: 2022\n  year: 2023\n")
    assert main(["about", "-p", plan(repeated)]) == 3
    assert "第 8 行已经写过" in capsys.readouterr().err


def test_listing_a_sound_plan_loads_nothing_that_only_check_and_faults_need() -> None:
    code = (
        "import sys; from plan_cli.cli.app import main; main(['list']);"
        "rooms = ('plan_cli.validation.', 'plan_cli.planfile.slips', 'plan_cli.planfile.places');"
        "print([m for m in sys.modules if m.startswith(rooms)], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=ENVIRONMENT, check=True
    )
    loaded = done.stderr.splitlines()[-1]
    assert loaded == "['plan_cli.validation.fatal']"


def test_what_a_reader_passed_over_is_told_when_a_plan_is_held_against_the_document(
    cli: Run,
) -> None:
    page = (
        "<h1>某市2025年工作要点</h1><p>一、办好年会<del>二十</del>5场。（责任单位：学会部）</p>"
        "<p>二、办好科技周。（责任单位：科普部）</p><p hidden>三、隐藏的一项。</p>"
    )
    Path("x.html").write_text(page, encoding="utf-8")
    cli("import", "x.html", "-o", "x.yaml")
    result = cli("check", "x.yaml", "--against", "x.html")
    assert "与 x.html 逐字一致" in result.err
    assert "x.html 里还有没有读入、没有对照的文字：“二十”“三、隐藏的一项”。" in result.err
    assert result.code == 0
