"""``plan export``, read by DuckDB: the queries of docs/scale.md answer as ``plan`` does."""

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

from benchmarks.scale_queries import queries
from plan_cli.cli.loading import load_plan
from tests.conftest import ROOT, Run

duckdb = pytest.importorskip("duckdb")
RICH, SHIPPED = ROOT / "tests" / "data" / "rich.yaml", ROOT / "data" / "plan2022.yaml"


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """Two years of the shipped plan, and another."""
    folder = tmp_path / "计划"
    folder.mkdir()
    text = SHIPPED.read_text(encoding="utf-8")
    folder.joinpath("2022.yaml").write_text(text, encoding="utf-8")
    later = text.replace("year: 2022", "year: 2023").replace("〔2022〕5号", "〔2023〕5号")
    folder.joinpath("2023.yaml").write_text(later, encoding="utf-8")
    folder.joinpath("rich.yaml").write_bytes(RICH.read_bytes())
    return folder


def asked(query: str, **tables: str) -> list[tuple[Any, ...]]:
    with duckdb.connect() as connection:
        for name, source in tables.items():
            connection.execute(f"CREATE VIEW {name} AS FROM {source}")
        found: list[tuple[Any, ...]] = connection.sql(query).fetchall()
        return found


def records(cli: Run, command: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(cli(*command.split(), "-p", "计划", "--json").out)
    return found


def test_the_queries_answer_as_the_program(cli: Run, plans: Path) -> None:
    for table in ("tasks", "targets"):
        assert cli("export", "-p", "计划", "--table", table, "-o", f"{table}.parquet").code == 0
    must, most, repeated = (
        asked(query, tasks="'tasks.parquet'", targets="'targets.parquet'")
        for query in (queries()[name] for name in ("must", "most", "repeated"))
    )
    listed = records(cli, "list --dept 科普部")
    assert sorted(must) == sorted((t["plan"], t["id"], t["title"], t["role"]) for t in listed)
    assert len(must) == 2 * (5 + 9) + 2
    tasks = Counter[str]()
    for row in records(cli, "dept"):
        unit = row["kind"] is not None
        tasks[row["name"]] += (row["named"] + row["all"]) * unit
    assert dict(most) == {unit: count for unit, count in tasks.items() if count}
    years = defaultdict(set)
    for target in records(cli, "targets"):
        years[target["what"]].add(target["plan"])
    assert {row[1] for row in repeated} == {what for what, of in years.items() if len(of) > 1}
    assert {row[3] for row in repeated} == {2}


def test_a_folder_has_a_file_for_each_year(cli: Run, plans: Path) -> None:
    cli("export", "-p", "计划", "-o", "tasks.parquet")
    first = cli("export", "-p", "计划", "-o", "按年/")
    assert (first.code, first.err.splitlines()[-1][:3]) == (0, "已写入")
    assert sorted(p.name for p in Path("按年").iterdir()) == ["year=2022", "year=2023"]
    folder = "read_parquet('按年/*/*.parquet', hive_partitioning = true)"
    query = "SELECT plan, year, id, unit, role FROM tasks ORDER BY ALL"
    assert asked(query, tasks=folder) == asked(query, tasks="'tasks.parquet'")
    assert cli("export", "-p", "计划", "-o", "按年/").code == 4
    assert cli("export", "-p", "计划/rich.yaml", "-o", "按年/", "--force").code == 0
    assert [p.name for p in Path("按年").iterdir()] == ["year=2023"]
    Path("按年/甲.txt").write_text("别的", encoding="utf-8")
    assert "有别的文件" in cli("export", "-o", "按年/", "--force").err
    assert Path("按年/甲.txt").exists()


def test_rows_by_measure_and_texts(cli: Run, tmp_path: Path) -> None:
    plan = load_plan(str(RICH))
    steps = [step for entry in plan.entries for step in entry.steps]
    for table in ("measures", "responsibilities"):
        cli("export", "-p", str(RICH), "--table", table, "-o", f"{table}.parquet")
    found = asked("SELECT id, text, named FROM m", m="'measures.parquet'")
    assert found == [(step.id, step.text, list(step.responsible.named)) for step in steps]
    query = "SELECT id, unit, role, way FROM r WHERE id IN ('1.1', '1.2') AND NOT is_kind"
    assert asked(query, r="'responsibilities.parquet'") == [
        ("1.1", "科普部", "named", "lead"),
        ("1.1", "办公室", "named", "support"),
        ("1.2", "科普部", "some", None),
        ("1.2", "办公室", "some", None),
    ]


def test_what_cannot_be_exported_is_told(
    cli: Run, plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "没有叫“x”的表" in cli("export", "--table", "x", "-o", "x.parquet").err
    assert cli("export", "-o", "x.csv").code == 2
    plans.joinpath("坏.yaml").write_text("format: 2", encoding="utf-8")
    done = cli("export", "-p", "计划", "-o", "x.parquet")
    assert done.code == 3
    assert "坏.yaml" in done.err
    assert cli("export", "-o", "x.parquet").code == 4
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    missing = cli("export", "-o", "y.parquet")
    assert missing.code == 4
    assert "-m pip install pyarrow" in missing.err
    assert not Path("y.parquet").exists()


def test_nothing_is_written_where_no_plan_can_be_read(cli: Run, tmp_path: Path) -> None:
    seen = cli("export", "-p", "没有.yaml", "-o", "x.parquet")
    assert (seen.code, seen.out) == (3, "")
    assert "找不到文件 没有.yaml" in seen.err
    assert list(tmp_path.iterdir()) == []
