"""The benchmark of growth: its archives, and the page that it writes. Its runs take minutes."""

from benchmarks.archives import archive, in_one
from benchmarks.growth_page import picture, table
from plan_cli.validation.fatal import fatal_findings


def test_an_archive_is_sound_and_the_same_at_every_run() -> None:
    plans, again = ([plan for _, plan in archive(11)] for _ in range(2))
    assert [plan.name for plan in plans] == [plan.name for plan in again]
    assert [e.text for e in plans[3].entries] == [e.text for e in again[3].entries]
    same = [a.text == b.text for a, b in zip(plans[3].entries, plans[4].entries, strict=True)]
    assert same.count(False) > 20
    assert {len(plan.units) for plan in plans} == {8}
    assert [plan.document.year for plan in plans] == [*range(2016, 2026), 2016]
    one = in_one(plans)
    assert [fatal_findings(plan) for plan in (*plans, one)] == [[]] * 12
    assert len(one.entries) == 33 * 11


def test_the_page_has_all_costs() -> None:
    costs = {
        (1, "library", "list"): (0.1, 20.0),
        (1000, "library", "list"): (0.2, 40.4),
        (1000, "files", "list"): (2.0, 90.0),
    }
    assert table(costs) == [
        "| 问 | 用什么 | 1 份（33 项） | 1,000 份（33,000 项） |",
        "|---|---|---|---|",
        "| `list --dept` | plan，文件 |  | 2.0 s，90 MB |",
        "| `list --dept` | plan，计划库 | 100 ms，20 MB | 200 ms，40 MB |",
    ]
    drawn = picture(costs)
    assert drawn.count("<circle") == len(costs)
    assert drawn.startswith("<svg")
