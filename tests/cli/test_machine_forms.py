"""The forms that other programs read, pinned over the whole document.

What is expected is put together from the truth typed out of the document.
"""

import csv
import io
import json
import re
from pathlib import Path

import yaml

from tests import truth
from tests.conftest import Run

SECTIONS = {
    "一、实施“出彩中原”行动，提升思想政治引领能力": ["1", "2", "3", "4"],
    "二、实施“才荟中原”行动，提升科技人才凝聚能力": ["5", "6", "7"],
    "三、实施“科创中原”行动，提升创新驱动战略支撑能力": ["8", "9", "10", "11"],
    "四、实施“科普中原”行动，提升高质量科普供给能力": ["12", "13", "14", "15"],
    "五、实施“智汇中原”行动，提升服务党和政府科学决策能力": ["16", "17", "18", "19"],
    "六、加强科协自身建设，提升新时代科技群团工作能力": ["20", "21", "22"],
}
KEYS = [
    "plan", "id", "list", "no", "title", "title_by", "section", "action", "project", "lead",
    "support", "named", "collectives", "note", "role", "measures", "targets", "deadlines",
    "related", "text",
]  # fmt: skip


def belonging(table: dict[str, list[str]], id: str) -> str | None:
    return next((name for name, ids in table.items() if id in ids), None)


def project(id: str) -> str | None:
    return next((name for name, task in truth.PROJECTS.items() if task == id), None)


def test_tsv_of_the_whole_document(cli: Run) -> None:
    result = cli("list")
    assert result.code == 0
    lines = result.out.splitlines()
    assert len(lines) == 33
    for line, (id, (named, collectives)) in zip(lines, truth.NOTES.items(), strict=True):
        cells = line.split("\t")
        assert len(cells) == 8
        assert cells[0] == id
        if id in truth.TITLES:
            assert cells[1] == truth.TITLES[id]
        else:
            assert cells[1].endswith("（拟）")
        assert cells[2] == (belonging(SECTIONS, id) or "")
        assert cells[3] == (belonging(truth.ACTIONS, id) or "")
        assert cells[4] == (project(id) or "")
        assert cells[5] == ""
        assert cells[6] == "、".join(named)
        assert cells[7] == "，".join(collectives)


def test_json_of_the_whole_document(cli: Run) -> None:
    records = json.loads(cli("list", "--json").out)
    assert [record["id"] for record in records] == list(truth.NOTES)
    for record in records:
        id = record["id"]
        assert list(record) == KEYS
        assert record["plan"] == "豫科协办发〔2022〕5号"
        assert record["list"] == ("重点工作" if id.startswith("K") else "工作要点")
        assert record["no"] == id.removeprefix("K")
        assert record["title_by"] == ("editor" if id.startswith("K") else "document")
        assert record["title"] == truth.TITLES.get(id, record["title"])
        assert record["section"] == belonging(SECTIONS, id)
        assert record["action"] == belonging(truth.ACTIONS, id)
        assert record["project"] == project(id)
        assert (record["named"], record["collectives"]) == truth.NOTES[id]
        assert record["lead"] == record["support"] == []
        assert record["role"] is None
        assert len(record["measures"]) == truth.MEASURES[id]
        assert record["measures"][0]["id"] == f"{id}.1"


def test_json_text_is_the_document_without_notes(cli: Run) -> None:
    document = (Path(__file__).parent.parent / "data" / "plan2022.md").read_text(encoding="utf-8")
    rest = re.sub(r"[\s#*]", "", document)
    for record in json.loads(cli("list", "--json").out):
        text = re.sub(r"\s", "", record["text"])
        printed = f"{record['no']}.{text}（{record['note']}）"
        assert printed in rest


def test_sub_headings_are_repeated_in_json(cli: Run) -> None:
    [record] = json.loads(cli("show", "12", "--json").out)
    headings = [measure["heading"] for measure in record["measures"]]
    counts = [3, 2, 2, 1]
    expected = [h for h, n in zip(truth.HEADINGS["12"], counts, strict=True) for _ in range(n)]
    assert headings == expected


def test_role_is_given_for_exactly_one_department(cli: Run) -> None:
    one = json.loads(cli("list", "--dept", "科普部", "--json").out)
    assert [record["role"] for record in one] == ["named"] * 5 + ["all"] * 9
    two = json.loads(cli("list", "--dept", "科普部", "--dept", "办公室", "--json").out)
    assert {record["role"] for record in two} == {None}


def test_csv_has_headings_and_no_byte_order_mark_in_a_pipe(cli: Run) -> None:
    rows = list(csv.reader(io.StringIO(cli("list", "--dept", "科普部", "-f", "csv").out)))
    assert rows[0] == ["编号", "任务", "部分", "行动", "工程", "责任方式", "点名", "统称"]
    assert [row[0] for row in rows[1:]] == truth.KEPUBU["named"] + truth.KEPUBU["all"]
    assert rows[1][5] == "点名"


def test_yaml_holds_the_same_records_as_json(cli: Run) -> None:
    as_yaml = yaml.safe_load(cli("list", "-f", "yaml").out)
    assert as_yaml == json.loads(cli("list", "--json").out)


def test_markdown_is_a_table_with_all_tasks(cli: Run) -> None:
    out = cli("list", "-f", "md").out
    for id in truth.NOTES:
        assert f"\n| {id} | " in out


def test_chinese_is_not_escaped(cli: Run) -> None:
    assert "科普部" in cli("list", "--json").out


def test_counts_in_json(cli: Run) -> None:
    records = {record["name"]: record for record in json.loads(cli("dept", "--json").out)}
    assert [records["科普部"][key] for key in ("named", "all", "some", "party", "none")] == [
        5,
        9,
        7,
        1,
        11,
    ]
    assert records["科普部"]["total"] == 33
    [about] = json.loads(cli("about", "--json").out)
    assert (about["tasks"], about["notes"], about["measures"]) == (33, 33, 98)


def test_search_shows_only_the_hits(cli: Run) -> None:
    records = json.loads(cli("search", "乡村振兴", "--json").out)
    hits = {record["id"]: [m["id"] for m in record["measures"]] for record in records}
    assert hits == {"K6": ["K6.1"], "11": ["11.2"], "15": ["15.6", "15.9"]}
