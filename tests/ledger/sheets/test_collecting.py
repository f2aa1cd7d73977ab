"""``plan ledger collect``: a folder of workbooks, and what the ledger keeps of it."""

from pathlib import Path

import pytest

from plan_cli.ledger.event import Event
from plan_cli.ledger.store import Stamp
from tests.conftest import Result, Run, run_terminal, small_task, small_text
from tests.exporters.reading import workbook
from tests.ledger.making import OFFICE, ledger, report

COLLECT = ("ledger", "collect", "-l", "台账.db", "--today", "2023-07-01")
SOCIETIES = "collectives:\n  - {phrase: 各学会, all: [学会]}\n"


def collect(cli: Run, *arguments: str, period: str = "2023Q2") -> Result:
    return cli(*COLLECT, "-p", str(OFFICE), "--period", period, *arguments)


def rows(folder: str, unit: str) -> list[tuple[object, ...]]:
    return list(workbook(Path(folder, f"{unit}.xlsx").read_bytes())["台账"].values)[1:]


@pytest.fixture
def societies(cli: Run) -> Run:
    """A plan with a kind of which no unit is declared, in a ledger of its own."""
    text = small_text(small_task(collectives=("各学会",)))
    text = text.replace("kinds: [", "kinds: [{name: 学会, aliases: [xh]}, ")
    Path("学会.yaml").write_text(text.replace("collectives:\n", SOCIETIES), encoding="utf-8")
    assert cli("ledger", "init", "-p", "学会.yaml", "-l", "台账.db").code == 0
    return lambda *arguments: cli(
        *COLLECT, "-p", "学会.yaml", "--period", "2023Q2", "--force", *arguments
    )


def test_a_workbook_for_each_who_answers(cli: Run, tmp_path: Path) -> None:
    ledger(tmp_path)
    seen = collect(cli, "-o", "表")
    assert (seen.code, seen.out) == (0, "")
    assert sorted(path.name for path in Path("表").iterdir()) == [
        *("丙馆.xlsx", "乙部.xlsx", "甲部.xlsx")
    ]
    assert [row[0] for row in rows("表", "丙馆")] == ["K1.1", "2.3"]
    assert seen.err.splitlines() == [
        "已写入 表：3 个 xlsx 文件",
        "2023年第二季度：3 份填报表，共 16 项",
        "只发文件里列名的单位：机关部室（还有别的成员，请用 --members 名单.yaml 列出）",
    ]
    log = cli("ledger", "log", "-p", str(OFFICE), "-l", "台账.db")
    assert "报告期：2023Q2" in log.out
    slip = collect(cli, "-o", "错", "--period", "2022Q2")
    assert "2022年第二季度不在文件的年度（2023年）里" in slip.err


def test_only_those_named_and_who_has_nothing(cli: Run, tmp_path: Path) -> None:
    refused = [Event("office", id, "丙馆", confirmed=False) for id in ("K1", "2")]
    ledger(tmp_path, *refused)
    seen = collect(cli, "--dept", "jb", "-d", "丙馆", "-o", "表")
    assert [path.name for path in Path("表").iterdir()] == ["甲部.xlsx"]
    assert "没有事项、没有做表：丙馆" in seen.err
    seen = collect(cli, "-d", "丙馆", "-o", "空")
    assert (seen.code, "没有事项要填报：丙馆" in seen.err) == (2, True)
    assert not Path("空").exists()
    assert collect(cli, "-d", "丁部", "-o", "空").code == 2


def test_collecting_again_writes_what_was_told_so_far(cli: Run, tmp_path: Path) -> None:
    ledger(tmp_path, report("2.3", "丙馆", status="推进中", progress="已试运行"))
    assert collect(cli, "-o", "表").code == 0
    assert collect(cli, "-o", "下期", period="2023Q3").code == 0
    assert rows("表", "丙馆")[1][6:9] == ("推进中", None, "已试运行")
    assert rows("下期", "丙馆")[1][5:9] == (
        "2023年第二季度：推进中\n已试运行",
        *(None, None, None),
    )


def test_the_same_ledger_and_day_give_the_same_bytes(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger(tmp_path)
    made = []
    for hour in ("08:00:00", "09:30:00"):
        moment = f"2023-07-01T{hour}"
        monkeypatch.setattr("plan_cli.ledger.desk.stamp", lambda _, by, at=moment: Stamp(at, by))
        collect(cli, "-d", "丙馆", "-o", hour[:2])
        made.append(Path(hour[:2], "丙馆.xlsx").read_bytes())
    assert made[0] == made[1]


def test_what_is_missing_is_asked_for(cli: Run, tmp_path: Path) -> None:
    ledger(tmp_path)
    seen = cli(*COLLECT, "-p", str(OFFICE), "-o", "表")
    assert seen.code == 2
    assert "没有指定报告期" in seen.err
    assert "plan ledger collect --period 2022Q2 -o 台账/" in seen.err
    seen = collect(cli)
    assert seen.code == 2
    assert "没有指定文件夹\n请加 -o 文件夹，如 -o 台账/" in seen.err
    assert collect(cli, "-o", "表", period="第五季度").code == 2
    assert not Path("表").exists()


def test_a_folder_with_files_is_left_alone_and_so_is_the_ledger(cli: Run, tmp_path: Path) -> None:
    ledger(tmp_path)
    Path("表").mkdir()
    Path("表", "我的.txt").write_text("我的")
    assert collect(cli, "-o", "表").code == 4
    assert cli("ledger", "log", "-p", str(OFFICE), "-l", "台账.db").out == ""
    assert collect(cli, "-o", "表", "--force").code == 0
    assert Path("表", "我的.txt").exists()


def test_a_kind_answers_as_one_until_its_members_are_listed(societies: Run) -> None:
    seen = societies("-o", "表")
    assert [row[0] for row in rows("表", "学会")] == ["1.1"]
    advice = "没有成员名单，整类合填一份：学会（要一家一份，请用 --members 名单.yaml）"
    assert advice in seen.err
    Path("名单.yaml").write_text("xh: [农学会, CON, 甲/乙学会]\n", encoding="utf-8")
    seen = societies("--members", "名单.yaml", "-o", "各家")
    assert "4 份填报表，共 4 项" in seen.err
    assert advice not in seen.err
    names = sorted(path.name for path in Path("各家").iterdir())
    assert names == ["_CON.xlsx", "农学会.xlsx", "甲_乙学会.xlsx", "甲部.xlsx"]
    societies("-o", "再来")
    assert sorted(path.name for path in Path("再来").iterdir()) == names
    societies("-d", "农学会", "-o", "一家")
    assert [path.name for path in Path("一家").iterdir()] == ["农学会.xlsx"]


def test_a_bar_at_a_terminal(tmp_path: Path) -> None:
    ledger(tmp_path)
    told = [*COLLECT, "-p", str(OFFICE), "--period", "2023Q2", "-o", str(tmp_path / "表")]
    told[told.index("台账.db")] = str(tmp_path / "台账.db")
    seen = run_terminal(*told, TERM="xterm")
    assert seen.code == 0
    assert "正在做填报表" in seen.out
    assert "3 份填报表，共 16 项" in seen.out
