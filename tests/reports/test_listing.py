from plan_cli.planfile.schema import read_plan
from plan_cli.planfile.source import Source
from plan_cli.query.asked import select
from plan_cli.reports.listing import listing
from tests.conftest import small_text


def test_a_task_without_any_title_shows_an_excerpt_marked_as_such() -> None:
    text = small_text().replace("        title: 做好一件事。\n", "")
    text = text.replace('"做完它。"', "加快做完这件事，力争早日见效。")
    plan, findings = read_plan(Source("x.yaml", text).data())
    assert findings == []
    report = listing(select(plan, {}))
    [row] = report.rows
    assert row.cells[1] == "加快做完这件事……（摘）"
    assert "（摘）" in "".join(report.closing)
    [record] = report.records()
    assert record["title"] is None
    assert record["title_by"] is None


def test_editors_titles_are_marked() -> None:
    text = small_text().replace(
        "        title: 做好一件事。\n", "        editor: {title: 整理者的题目}\n"
    )
    plan, _ = read_plan(Source("x.yaml", text).data())
    report = listing(select(plan, {}))
    assert [row.cells[1] for row in report.rows] == ["整理者的题目（拟）"]
    assert [record["title_by"] for record in report.records()] == ["editor"]
