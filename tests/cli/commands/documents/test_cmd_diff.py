"""``plan diff`` as people use it."""

import csv
import io
import json
from pathlib import Path

import pytest

from plan_cli.planfile.source import shipped_plan
from tests.conftest import Run, run_process, run_terminal, small_task, small_text

HALL = "加快建设新馆，力争年内建成投用，服务公众。"
HALL_NEXT = "加快建设新馆，确保年内建成投用，服务公众。"
SURVEY = "建设数据平台，开展统计调查，举办50场培训。"

OLD = small_text(
    small_task(1, "办馆", f"摸清家底。{HALL}", ["甲部", "乙部"]),
    small_task(2, "调查", SURVEY, ["乙部"], ["机关各部室"]),
    small_task(3, "慰问", "走访看望老专家，解决实际困难。", ["甲部"]),
)
NEW = small_text(
    small_task(1, "调查", SURVEY, ["乙部"], ["机关各部室"]),
    small_task(2, "办馆", f"摸清家底。{HALL_NEXT}", ["甲部", "丙馆"]),
    small_task(3, "减支", "严格预算执行，压减一般性支出。", ["乙部"]),
)


@pytest.fixture(autouse=True)
def _files(_clean_environment: None) -> None:
    Path("old.yaml").write_text(OLD, encoding="utf-8")
    Path("new.yaml").write_text(NEW, encoding="utf-8")


def test_in_a_pipe_one_line_per_task(cli: Run) -> None:
    result = cli("diff", "old.yaml", "new.yaml")
    assert result.code == 0
    rows = [line.split("\t") for line in result.out.splitlines()]
    assert [row[:4] for row in rows] == [
        ["added", "", "3", "减支"],
        ["removed", "3", "", "慰问"],
        ["reworded,renumbered,reassigned", "1", "2", "办馆"],
        ["renumbered", "2", "1", "调查"],
    ]
    assert rows[2][4:] == [
        "丙馆", "乙部", "", "",
        "办馆。摸清家底。加快建设新馆，[-力争-]{+确保+}年内建成投用，服务公众。",
    ]  # fmt: skip
    assert "共 4 项：新增 1 项，取消 1 项，改写 1 项，改编号 2 项，改责任 1 项" in result.err


def test_a_figure_that_moved_is_told_with_both_its_values(cli: Run) -> None:
    text = shipped_plan().read_text(encoding="utf-8")
    Path("moved.yaml").write_text(text.replace("due: 2022-06-01", "due: 2022-07-01"), "utf-8")
    first = cli("diff", str(shipped_plan()), "moved.yaml").out.splitlines()[0]
    hall = "省科技馆新馆具备试运行条件"
    assert f"时限：[-{hall} 2022年6月1日-]{{+{hall} 2022年7月1日+}}" in first


def test_a_plan_against_itself(cli: Run) -> None:
    shipped = str(shipped_plan())
    result = cli("diff", shipped, shipped, "--json")
    records = json.loads(result.out)
    assert len(records) == 33
    assert {record["change"] for record in records} == {"same"}
    assert all(record["old"] == record["new"] for record in records)
    assert "未变 33 项" in result.err


def test_records(cli: Run) -> None:
    records = {r["title"]: r for r in json.loads(cli("diff", "old.yaml", "new.yaml", "--json").out)}
    hall = records["办馆"]
    assert (hall["change"], hall["old"], hall["new"]) == (
        "reworded,renumbered,reassigned",
        "1",
        "2",
    )
    assert hall["role"] is None
    assert hall["units"]["joined"] == ["丙馆"]
    assert hall["units"]["left"] == ["乙部"]
    assert hall["units"]["lead"] == {"joined": [], "left": []}
    assert hall["units"]["first"] is None
    assert hall["note"] == {"old": "责任部门：甲部、乙部", "new": "责任部门：甲部、丙馆"}
    assert hall["text"] == {
        "old": f"办馆。摸清家底。{HALL}",
        "new": f"办馆。摸清家底。{HALL_NEXT}",
        "marked": "办馆。摸清家底。加快建设新馆，[-力争-]{+确保+}年内建成投用，服务公众。",
    }
    assert hall["targets"] == hall["deadlines"] == {"added": [], "removed": [], "changed": []}
    assert records["调查"]["text"] is records["调查"]["note"] is None
    assert (records["减支"]["old"], records["减支"]["new"]) == (None, "3")
    assert records["减支"]["units"]["joined"] == ["乙部"]
    assert records["慰问"]["text"]["new"] is None


def test_for_a_department(cli: Run) -> None:
    result = cli("diff", "old.yaml", "new.yaml", "--dept", "丙馆", "--json")
    [record] = json.loads(result.out)
    assert (record["title"], record["role"]) == ("办馆", {"old": "none", "new": "named"})
    assert "涉及丙馆的变化共 1 项" in result.err
    assert "3 项与丙馆无关" in result.err
    nothing = cli("diff", "old.yaml", "old.yaml", "--dept", "甲部")
    assert (nothing.code, nothing.out) == (0, "")
    assert "没有涉及甲部的变化。\n另有 3 项涉及甲部而没有变化" in nothing.err


def test_a_phrase_that_binds_otherwise_is_told_to_whom_it_binds(cli: Run) -> None:
    text = OLD.replace("机关各部室, all:", "机关各部室, some:")
    Path("bound.yaml").write_text(text, encoding="utf-8")
    asked = ("diff", "old.yaml", "bound.yaml", "--dept", "甲部")
    [record] = json.loads(cli(*asked, "--json").out)
    assert (record["title"], record["change"]) == ("调查", "same")
    assert record["role"] == {"old": "all", "new": "some"}
    result = cli(*asked, "-f", "txt")
    assert "有变化（1）\n2  调查\n    改动：甲部：统称 → 待确认\n" in result.out
    assert "共 1 项：改责任方式 1 项。" in result.err
    assert cli("diff", "old.yaml", "bound.yaml").err.startswith("共 3 项：未变 3 项。")
    both = cli(*asked, "--dept", "乙部", "-f", "txt")
    assert "共 1 项：未变 1 项。" in both.err


def test_stat(cli: Run) -> None:
    out = cli("diff", "old.yaml", "new.yaml", "--stat").out
    assert out.splitlines()[2:] == [
        "reworded,renumbered,reassigned\t1\t2\t办馆\t2\t2\t1\t1\t0",
        "renumbered\t2\t1\t调查\t0\t0\t0\t0\t0",
    ]


def test_tasks_with_two_changes_are_counted(cli: Run) -> None:
    for name, number, text in (("a.yaml", 1, HALL), ("b.yaml", 2, HALL_NEXT)):
        Path(name).write_text(small_text(small_task(number, "办馆", text)), encoding="utf-8")
    told = cli("diff", "a.yaml", "b.yaml").err
    assert told == "共 1 项：改写 1 项，改编号 1 项（1 项兼有几种变化）。\n"


KEPT = small_text(
    small_task(1, "办馆", HALL), small_task(2, "调查", SURVEY), small_task(3, "慰问", "走访。")
)


@pytest.fixture
def kept() -> tuple[str, str]:
    """Two plans of which the second has one task reworded and two as they were."""
    Path("a.yaml").write_text(KEPT, encoding="utf-8")
    Path("b.yaml").write_text(KEPT.replace(HALL, HALL_NEXT), encoding="utf-8")
    return "a.yaml", "b.yaml"


@pytest.mark.parametrize("options", [(), ("--stat",)])
@pytest.mark.parametrize("form", ["table", "txt", "md", "html"])
def test_what_is_unchanged_takes_one_line_on_a_page(
    cli: Run, kept: tuple[str, str], form: str, options: tuple[str, ...]
) -> None:
    out = cli("diff", *kept, "-f", form, *options).out
    assert out.count("未变 2 项") == 1
    assert "办馆" in out
    assert "调查" not in out
    full = cli("diff", *kept, "-f", form, "--full", *options).out
    assert "未变（2）" in full
    assert "调查" in full
    assert "慰问" in full


@pytest.mark.parametrize("form", ["tsv", "csv", "json", "yaml"])
def test_programs_get_all_tasks(cli: Run, kept: tuple[str, str], form: str) -> None:
    result = cli("diff", *kept, "-f", form)
    for title in ("办馆", "调查", "慰问"):
        assert title in result.out
    assert result.err == "共 3 项：改写 1 项，未变 2 项。\n"
    assert cli("diff", *kept, "-f", form, "--full").out == result.out


def test_markdown_marks_words(cli: Run) -> None:
    out = cli("diff", "old.yaml", "new.yaml", "-f", "md").out
    assert (
        "| 1 → 2 | 办馆 | 正文：加快建设新馆，~~力争~~**确保**年内建成投用，服务公众。"
        "（其余 2 句未改）<br>退出：~~乙部~~<br>加入：**丙馆** |"
    ) in out
    assert "## 只改编号（1）" in out


def test_markdown_marks_hold_next_to_punctuation(cli: Run) -> None:
    """Without the space, Markdown would show the asterisks themselves."""
    for name, text in (("a.yaml", "开展调查。"), ("b.yaml", "开展调查，发布“蓝皮书”年报。")):
        Path(name).write_text(small_text(small_task(measure=text)), encoding="utf-8")
    out = cli("diff", "a.yaml", "b.yaml", "-f", "md").out
    assert "开展调查 **，发布“蓝皮书”年报**。" in out


def test_csv_is_for_people(cli: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(cli("diff", "old.yaml", "new.yaml", "-f", "csv").out)))
    assert [row["变化"] for row in rows] == ["新增", "取消", "改写、改编号、改责任", "改编号"]


def test_at_a_terminal_words_are_marked() -> None:
    styled = run_terminal("diff", "old.yaml", "new.yaml", TERM="xterm-256color").out
    assert "\x1b[9;31m力争\x1b[0m\x1b[1;32m确保\x1b[0m" in styled
    plain = run_terminal("diff", "old.yaml", "new.yaml", TERM="dumb").out
    assert "[-力争-]{+确保+}年内" in plain
    assert "\x1b" not in plain


def test_one_of_the_files_may_be_standard_input(cli: Run) -> None:
    result = run_process("diff", "-", "new.yaml", stdin=OLD.encode(), cwd=Path.cwd())
    assert result.returncode == 0
    assert result.stdout.decode() == cli("diff", "old.yaml", "new.yaml").out
    both = cli("diff", "-", "-")
    assert (both.code, both.out) == (2, "")
    assert "不能都从标准输入读" in both.err


def test_errors_name_the_file(cli: Run) -> None:
    Path("bad.yaml").write_text(NEW.replace("named: [甲部", "named: [戊部"), encoding="utf-8")
    for arguments in (("bad.yaml", "new.yaml"), ("old.yaml", "bad.yaml")):
        result = cli("diff", *arguments)
        assert (result.code, result.out) == (3, "")
        assert "bad.yaml:" in result.err
        assert "戊部" in result.err
    missing = cli("diff", "old.yaml", "gone.yaml")
    assert missing.code == 3
    assert "找不到文件 gone.yaml" in missing.err


def test_wrong_usage(cli: Run) -> None:
    unknown = cli("diff", "old.yaml", "new.yaml", "--dept", "戊部")
    assert unknown.code == 2
    assert "甲部、乙部、丙馆" in unknown.err
    assert "新文件" in cli("diff", "old.yaml").err
    assert cli("diff", "old.yaml", "new.yaml", "-p", "old.yaml").code == 2
    assert "--plan" not in cli("diff", "--help").out


def test_a_unit_that_neither_plan_has_is_told_once(cli: Run) -> None:
    plan = str(shipped_plan())
    result = cli("diff", plan, plan, "--dept", "水利部")
    assert result.code == 2
    assert "旧文件" not in result.err
    assert result.err.count("部门（单位）：") == 1
