from plan_cli.query.asked import select
from plan_cli.reports.many.trend import trend
from tests.ledger.making import office


def test_targets_deadlines_and_actions_are_those_of_tasks_that_bind_the_unit() -> None:
    def told(name: str) -> tuple[object, ...]:
        [record] = trend(select(office(), {"dept": [name]})).records()
        return record["targets"], record["deadlines"], record["actions"]

    assert told("乙部") == (3, 1, ["东风行动"])
    assert told("丙馆") == (0, 1, ["东风行动"])
    assert told("直属单位") == (0, 0, [])
