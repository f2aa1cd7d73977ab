import pytest

from plan_cli.errors import UsageError
from plan_cli.model.plan import Plan
from plan_cli.planfile.schema import read_plan
from plan_cli.planfile.source import Source
from plan_cli.query.by_id import find_id, namesakes
from tests.conftest import small_task, small_text


@pytest.mark.parametrize(
    ("word", "id", "steps"),
    [
        ("14", "14", 4),
        ("１４", "14", 4),
        ("K3", "K3", 1),
        ("k3", "K3", 1),
        ("重点3", "K3", 1),
        ("重点工作 3", "K3", 1),
        ("要点14", "14", 4),
        ("12.2", "12", 1),
        ("重点3.1", "K3", 1),
        ("第14项", "14", 4),
        ("第 14 条", "14", 4),
        ("十四", "14", 4),
        ("第十四项", "14", 4),
        ("重点三", "K3", 1),
        ("014", "14", 4),
        ("K03", "K3", 1),
        ("12.", "12", 8),
        ("14。", "14", 4),
        ("12。2", "12", 1),
        ("１２．２", "12", 1),
        ("12.02", "12", 1),
        ("第十二项第二条", "12", 1),
        ("廿二", "22", 4),
    ],
)
def test_ids(plan: Plan, word: str, id: str, steps: int) -> None:
    hit = find_id(plan, word)
    assert hit.entry.id == id
    assert len(hit.steps) == steps


@pytest.mark.parametrize("word", ["23", "0", "K12", "12.9", ".2", "", "十四五", "14.2.1", "14.x"])
def test_ids_that_do_not_exist(plan: Plan, word: str) -> None:
    with pytest.raises(UsageError):
        find_id(plan, word)


@pytest.mark.parametrize("word", ["14-16", "14—16", "第十四至十六项", "14.1～16.2"])
def test_a_range_is_to_be_written_out(plan: Plan, word: str) -> None:
    with pytest.raises(UsageError) as caught:
        find_id(plan, word)
    assert caught.value.hint == "编号要逐个写出，如 plan show 14 16"


def read(text: str) -> Plan:
    found, findings = read_plan(Source("small.yaml", text).data())
    assert findings == []
    return found


def test_the_spelling_of_the_plan_wins() -> None:
    text = small_text(small_task(1), small_task(2), small_task(3))
    plan = read(text.replace("number: 2", "number: '01'").replace("number: 3", "number: 第三项"))
    found = [find_id(plan, id).entry.id for id in ("1", "01", "01.1", "第3项")]
    assert found == ["1", "01", "01", "第三项"]


def test_a_task_without_measures_says_so() -> None:
    plan = read(small_text().replace('measures: ["做完它。"]', "measures: []"))
    with pytest.raises(UsageError) as caught:
        find_id(plan, "1.1")
    assert caught.value.hint == "它没有举措。"


def test_namesakes_are_tasks_of_other_lists_with_the_same_number(plan: Plan) -> None:
    assert [entry.id for entry in namesakes(find_id(plan, "3").entry)] == ["K3"]
    assert namesakes(find_id(plan, "14").entry) == []
