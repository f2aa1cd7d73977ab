from pathlib import Path

import pytest

from plan_cli.planfile.findings import Finding
from plan_cli.planfile.source import Source, open_plan, shipped_plan
from tests.conftest import small_text


def test_shipped_plan_is_the_default() -> None:
    assert shipped_plan().name == "plan2022.yaml"
    assert "豫科协办发〔2022〕5号" in open_plan(None).text


def test_environment_names_the_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "other.yaml"
    file.write_text(small_text(), encoding="utf-8")
    monkeypatch.setenv("PLAN_FILE", str(file))
    assert open_plan(None).text == small_text()


def test_positions_point_at_the_value() -> None:
    source = Source("x.yaml", small_text())
    path = ("lists", 0, "tasks", 0, "responsible", "named", 0)
    spot = source.find(Finding("E1", path, ""))
    lines = small_text().splitlines()
    assert lines[spot.line - 1][spot.column - 1 :].startswith("甲部")
    assert source.find(Finding("E1", (*path, "deeper"), "")).line == spot.line


def test_a_byte_order_mark_is_no_obstacle(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + small_text().encode())
    assert open_plan(str(file)).text == small_text()
