import pytest

from plan_cli.model.plan import Plan, Target
from plan_cli.planfile.schema import read_plan
from plan_cli.planfile.source import Source
from plan_cli.query.figures import (
    days_text,
    deadline_text,
    deadlines_of,
    in_one_line,
    target_text,
    targets_of,
)

PLAN = """\
format: 1
document: {{title: 某市工作要点, year: 2023}}
lists:
  - name: 工作要点
    tasks:
      - number: 1
        title: 再办讲座 20 场。
        measures:
          - {{heading: 扩大覆盖，, text: 举办讲座 10 场以上。}}
          - 年底前建成新馆，力争 6月1日 开馆。
          - 再办讲座 10 场。
        editor:
{editor}
"""


def plan(editor: str) -> Plan:
    read, findings = read_plan(Source("x.yaml", PLAN.format(editor=editor)).data())
    assert findings == []
    return read


def target(quote: str, op: str = ">=", modality: str = "") -> Plan:
    firm = f", modality: {modality}" if modality else ""
    entry = f"{{what: 讲座, op: '{op}', value: 10, unit: 场, quote: {quote}{firm}}}"
    return plan(f"          targets: [{entry}]")


def deadline(due: str, precision: str) -> Plan:
    entry = f"{{what: 开馆, due: {due}, precision: {precision}, quote: 6月1日开馆, modality: 力争}}"
    return plan(f"          deadlines: [{entry}]")


@pytest.mark.parametrize(
    ("quote", "measure"),
    [
        ("讲座10场以上", "1.1"),
        ("讲座 10 场", "1.1"),
        ("再办讲座10 场", "1.3"),
        ("再办讲座", "1.3"),
        ("扩大覆盖，举办", "1.1"),
        ("讲座20场", "1.1"),
        ("开馆。再办", "1.2"),
        ("年底前建成新馆，力争6月1日开馆。再办", "1.2"),
    ],
    ids=[
        "white space",
        "first of two",
        "third",
        "title and third",
        "sub-heading",
        "title",
        "across two",
        "from one to the next",
    ],
)
def test_a_target_is_pinned_to_the_measure_of_its_quote(quote: str, measure: str) -> None:
    [stated] = targets_of(target(quote).entries)
    assert stated.duty.id == measure


def test_a_target_in_words() -> None:
    for op, modality, words in (
        (">=", "", "讲座：≥ 10 场"),
        ("~", "力争", "讲座：约 10 场（力争）"),
        ("=", "", "讲座：10 场"),
    ):
        [stated] = targets_of(target("讲座10场以上", op, modality).entries)
        assert target_text(stated.figure) == words


@pytest.mark.parametrize(
    ("due", "precision", "words"),
    [
        ("2023-06-01", "day", "2023年6月1日：开馆（力争）"),
        ("2023-06-30", "month", "2023年6月：开馆（力争）"),
        ("2023-12-31", "year", "2023年内：开馆（力争）"),
    ],
)
def test_a_deadline_is_as_exact_as_the_document(due: str, precision: str, words: str) -> None:
    [stated] = deadlines_of(deadline(due, precision).entries)
    assert stated.duty.id == "1.2"
    assert deadline_text(stated.figure) == words


@pytest.mark.parametrize(
    ("columns", "line"),
    [
        (41, "甲 1 个；乙 2 个；一个很长很长的指标 3 个"),
        (40, "甲 1 个；乙 2 个 等 3 个指标"),
        (28, "甲 1 个；乙 2 个 等 3 个指标"),
        (27, "甲 1 个 等 3 个指标"),
        (1, "甲 1 个 等 3 个指标"),
    ],
)
def test_as_many_targets_as_fit_into_a_line(columns: int, line: str) -> None:
    whats = ("甲", "乙", "一个很长很长的指标")
    targets = [Target(what, "=", count, "个", "") for count, what in enumerate(whats, 1)]
    assert in_one_line(targets, columns) == line


def test_one_target_is_all_there_is() -> None:
    assert in_one_line([Target("甲", "=", 1, "个", "")], 1) == "甲 1 个"
    assert in_one_line([], 1) == ""


def test_days_in_words() -> None:
    assert [days_text(days) for days in (-1, 0, 1)] == ["已逾期 1 天", "就在今天", "还有 1 天"]
