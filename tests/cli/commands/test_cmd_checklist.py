import json
import os
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from plan_cli.cli.folder import file_names
from tests.conftest import ROOT, Run, run_terminal, small_text

DAY = ("--date", "2022-05-10")
OFFICES = 15
"""How many units and kinds the 2022 plan declares."""


def test_in_a_pipe_one_measure_per_line(cli: Run) -> None:
    result = cli("checklist", "科普部", *DAY)
    assert result.code == 0
    lines = [line.split("\t") for line in result.out.splitlines()]
    assert {len(line) for line in lines} == {13}
    assert len(lines) == 64
    measure, _, due, person, progress, remark, part, task, title, *_ = lines[0]
    assert (measure, part, task) == ("K6.1", "点名任务", "K6")
    assert (due, person, progress, remark) == ("", "", "", "")
    assert title == "推广科技志愿服务“河南经验”“兰考模式”（拟）"
    assert [line[0] for line in lines if line[7] == "13"] == ["13.1", "13.2", "13.3", "13.4"]


def test_json_is_its_tasks_with_their_role(cli: Run) -> None:
    records = json.loads(cli("checklist", "kpb", "--json").out)
    assert len(records) == 22
    assert [record["id"] for record in records[:5]] == ["K6", "7", "12", "13", "15"]
    assert {record["role"] for record in records} == {"named", "all", "some", "party"}


def test_a_terminal_draws_bands_and_leaves_out_room_to_write() -> None:
    seen = run_terminal("checklist", "科普部", *DAY).out
    assert "科普部责任清单" in seen
    assert "一、点名任务（5 项）" in seen
    assert "13　完善科普工作机制" in seen
    assert "共同责任：" in seen
    assert "□" in seen
    assert "责任人" not in seen


@pytest.mark.parametrize(
    "form", ["docx", "xlsx", "html", "md", "csv", "json", "txt", "tsv", "yaml"]
)
def test_every_form_in_a_file_and_the_same_twice(cli: Run, form: str) -> None:
    for name in ("甲", "乙"):
        result = cli("checklist", "科普部", *DAY, "-o", f"{name}.{form}")
        assert result.code == 0
        assert f"已写入 {name}.{form}" in result.err
    assert Path(f"甲.{form}").read_bytes() == Path(f"乙.{form}").read_bytes()


@pytest.mark.parametrize(
    "command", [["list"], ["dept"], ["dept", "科普部"], ["search", "科普"], ["show", "14"]]
)
@pytest.mark.parametrize("form", ["docx", "xlsx", "html"])
def test_other_answers_take_the_same_forms(cli: Run, command: list[str], form: str) -> None:
    assert cli(*command, "-o", f"甲.{form}").code == 0
    content = Path(f"甲.{form}").read_bytes()
    assert content.startswith(b"<!DOCTYPE html>" if form == "html" else b"PK")


def test_binary_forms_go_into_a_pipe_and_not_to_a_terminal() -> None:
    piped = subprocess.run(
        [sys.executable, "-m", "plan_cli", "checklist", "科普部", "-f", "docx"],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        timeout=60,
    )
    assert piped.stdout.startswith(b"PK")
    refused = run_terminal("checklist", "科普部", "-f", "docx")
    assert refused.code == 2
    assert "-o" in refused.out


def test_the_clock_is_asked_when_no_date_is_given(
    cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock(date):
        @classmethod
        def today(cls) -> "Clock":
            return cls(2031, 2, 3)

    monkeypatch.setattr("plan_cli.cli.days.date", Clock)
    assert "打印日期：2031年2月3日" in cli("checklist", "科普部", "-f", "txt").out


@pytest.mark.parametrize("word", ["2022-13", "202205", "昨天", "2022-W01-1"])
def test_what_is_no_date_is_wrong_usage(cli: Run, word: str) -> None:
    result = cli("checklist", "科普部", "--date", word)
    assert result.code == 2
    assert "2022-05-10" in result.err


def test_filters_apply_and_are_printed(cli: Run) -> None:
    result = cli(
        "checklist", "科普部", *DAY, "--action", "科普中原", "--role", "named", "-f", "txt"
    )
    assert "行动：科普中原" in result.out
    assert "责任方式：点名" in result.out
    assert "点名 3 项" in result.out
    assert "二、统称任务" not in result.out


def test_a_lone_dept_says_whose_it_is(cli: Run) -> None:
    assert cli("checklist", "--dept", "kpb", "-f", "md") == cli("checklist", "科普部", "-f", "md")
    named = ("checklist", "--dept", "科普部", "--action", "科普中原", "--role", "named")
    assert [row.split("\t")[0] for row in cli(*named, "--brief").out.splitlines()] == [
        "12",
        "13",
        "15",
    ]
    assert cli("checklist", "--dept", "科普部", "--dept", "办公室").code == 2


def test_brief_has_one_line_per_task(cli: Run) -> None:
    assert len(cli("checklist", "科普部", "--brief").out.splitlines()) == 22


def test_a_kind_has_a_checklist_too(cli: Run) -> None:
    out = cli("checklist", "全省学会", "-f", "txt").out
    assert out.startswith("全省学会责任清单\n")
    assert "点名 0 项，统称 24 项" in out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["checklist"], "--all"),
        (["checklist", "科谱部"], "科普部"),
        (["checklist", "科普部", "--all", "-o", "夹"], "--all"),
        (["checklist", "--all"], "-o"),
        (["checklist", "--all", "-o", "清单.docx"], "文件夹"),
        (["checklist", "--all", "-o", "夹", "-f", "pdf"], "docx"),
        (["checklist", "--all", "-o", "夹", "-f", "table"], "docx"),
    ],
)
def test_wrong_usage_says_what_to_do(cli: Run, arguments: list[str], told: str) -> None:
    result = cli(*arguments)
    assert result.code == 2
    assert told in result.err
    assert list(Path().iterdir()) == []


def test_all_writes_one_file_each_and_an_index(cli: Run) -> None:
    result = cli("checklist", "--all", *DAY, "-o", "责任清单/", "--format", "docx")
    assert result.code == 0
    assert result.out == ""
    assert f"{OFFICES + 1} 个" in result.err
    names = {path.name for path in Path("责任清单").iterdir()}
    assert len(names) == OFFICES + 1
    assert {"索引.docx", "科普部.docx", "医疗卫生机构科协.docx"} <= names
    assert all(zipfile.is_zipfile(Path("责任清单") / name) for name in names)


def test_the_index_holds_the_counts(cli: Run) -> None:
    assert cli("checklist", "--all", *DAY, "-o", "夹", "-f", "csv").code == 0
    index = Path("夹/索引.csv").read_text(encoding="utf-8-sig").splitlines()
    assert index[0] == "部门（单位）、类别,所属类别,点名,统称,待确认,党组织承担,未涉及,合计"
    assert "科普部,机关部室,5,9,7,1,11,33" in index
    assert len(index) == OFFICES + 1


def test_all_writes_word_files_when_no_form_is_given(cli: Run) -> None:
    Path("small.yaml").write_text(small_text(), encoding="utf-8")
    assert cli("checklist", "--all", "-p", "small.yaml", "-o", "夹").code == 0
    assert {path.suffix for path in Path("夹").iterdir()} == {".docx"}


def test_all_at_a_terminal_writes_its_folder(tmp_path: Path) -> None:
    Path("small.yaml").write_text(small_text(), encoding="utf-8")
    result = run_terminal("checklist", "--all", "-p", "small.yaml", "-o", str(tmp_path / "夹"))
    assert result.code == 0
    assert (tmp_path / "夹" / "索引.docx").exists()


def test_a_folder_with_other_files_is_left_alone_without_force(cli: Run) -> None:
    Path("夹").mkdir()
    Path("夹/别的.txt").write_text("别的")
    Path("夹/科普部.md").write_text("旧的")
    refused = cli("checklist", "--all", "-o", "夹", "-f", "md")
    assert refused.code == 4
    assert "--force" in refused.err
    assert len(list(Path("夹").iterdir())) == 2
    assert cli("checklist", "--all", "-o", "夹", "-f", "md", "--force").code == 0
    assert Path("夹/别的.txt").read_text() == "别的"
    assert Path("夹/科普部.md").read_text().startswith("# 科普部责任清单")
    assert len(list(Path("夹").iterdir())) == OFFICES + 2


def test_an_empty_folder_is_used_as_it_is(cli: Run) -> None:
    Path("夹").mkdir()
    assert cli("checklist", "--all", "-o", "夹", "-f", "md").code == 0


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("没有/夹", "文件夹 没有 不存在"),
        ("文件", "文件 是文件，不是文件夹"),
        ("文件/夹", "文件 是文件，不是文件夹"),
    ],
)
def test_a_place_for_no_folder_is_a_clear_error(cli: Run, place: str, told: str) -> None:
    Path("文件").write_text("x")
    result = cli("checklist", "--all", "-o", place, "-f", "md")
    assert result.code == 4
    assert result.err.startswith(f"错误：{told}\n")
    assert Path("文件").read_text() == "x"


def test_nothing_is_written_when_a_library_is_missing(
    cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "docx"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)
    for arguments in (["--all", "-o", "夹"], ["科普部", "-o", "科普部.docx"]):
        result = cli("checklist", *arguments)
        assert result.code == 4
        assert "没有装读写 Word 的组件" in result.err
    assert list(Path().iterdir()) == []


def test_an_existing_file_is_replaced_only_with_force(cli: Run) -> None:
    Path("甲.docx").write_bytes(b"old")
    refused = cli("checklist", "科普部", "-o", "甲.docx")
    assert refused.code == 4
    assert "--force" in refused.err
    assert Path("甲.docx").read_bytes() == b"old"
    assert cli("checklist", "科普部", "-o", "甲.docx", "--force").code == 0
    assert zipfile.is_zipfile("甲.docx")


def test_names_become_file_names_that_every_system_accepts() -> None:
    names = ["科普部", "甲/乙", "甲\\乙", "..", "a", "A", "x\ny", ""]
    assert file_names(names, ".md") == [
        "科普部.md", "甲_乙.md", "甲_乙(2).md", "_.md", "a.md", "A(2).md", "x_y.md", "_(2).md",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [
        "CON",
        "nul",
        "Com1",
        "LPT9",
        "COM¹",
        "lpt³",
        "CLOCK$",
        "CONIN$",
        "conout$",
        "aux.甲",
        "prn .",
    ],
)
def test_names_of_devices_are_no_file_names(name: str) -> None:
    [file] = file_names([name], ".md")
    assert file.startswith(f"_{name.rstrip(' .')}")


def test_names_that_only_begin_like_devices_stay() -> None:
    names = ["COM10", "CONSOLE", "COM", "LPT甲", "CLOCK"]
    assert file_names(names, "") == names


def test_long_names_are_cut_between_characters_and_stay_apart() -> None:
    head = "长" * 100
    files = file_names([f"{head}甲", f"{head}乙", "a" + head, "𠮷" * 70], ".docx")
    assert files[0] == "长" * 83 + ".docx"
    assert files[1] == "长" * 82 + "(2).docx"
    assert files[2] == "a" + "长" * 82 + ".docx"
    assert files[3] == "𠮷" * 62 + ".docx"
    for file in files:
        Path(file).touch()
