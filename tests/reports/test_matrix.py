import pytest

from plan_cli.errors import UsageError
from plan_cli.model.plan import Plan
from plan_cli.query.asked import select
from plan_cli.query.axes import AXES, OUTSIDE, find_axis
from plan_cli.reports.matrix import matrix_report
from tests import truth
from tests.conftest import Run


def table(plan: Plan, by: str, **words: list[str]) -> dict[object, tuple[object, ...]]:
    report = matrix_report(select(plan, words, roles_alone=True), AXES[by])
    return {row.cells[0]: row.cells[1:] for row in report.rows}


def test_named_tasks_by_action(plan: Plan) -> None:
    found = table(plan, "action", role=["named"])
    for name in (
        "办公室",
        "组织人事部",
        "调研宣传部",
        "学会学术部",
        "科普部",
        "机关党委",
        "省科技馆",
    ):
        ids = [id for id, (named, _) in truth.NOTES.items() if name in named]
        by_action = [len(set(ids) & set(tasks)) for tasks in truth.ACTIONS.values()]
        outside = len(ids) - sum(by_action)
        assert found[name] == (*by_action, outside, len(ids))


@pytest.mark.parametrize("by", list(AXES))
def test_totals(plan: Plan, by: str) -> None:
    found = table(plan, by)
    units = [cells for name, cells in found.items() if name not in ("合计", "任务数")]
    assert found["合计"] == tuple(sum(column) for column in zip(*units, strict=True))
    assert all(sum(cells[:-1]) == cells[-1] for cells in found.values())
    assert found["任务数"][-1] == 33


def test_tasks_without_a_group_stand_under_a_heading_of_their_own(plan: Plan) -> None:
    report = matrix_report(select(plan, {}), AXES["project"])
    assert report.columns[-2].heading == OUTSIDE
    assert table(plan, "project")["任务数"] == (1, 1, 1, 1, 1, 1, 27, 33)
    assert OUTSIDE not in [c.heading for c in matrix_report(select(plan, {}), AXES["list"]).columns]


def test_a_department_keeps_its_row(plan: Plan) -> None:
    assert list(table(plan, "list", dept=["科普部"])) == ["科普部", "合计", "任务数"]
    assert table(plan, "list", dept=["科普部"])["科普部"] == (5, 9, 14)


def test_axes_have_english_and_chinese_names() -> None:
    assert find_axis("project") is find_axis("工程")
    with pytest.raises(UsageError, match="不能按"):
        find_axis("actoin")


def test_roles_alone(cli: Run) -> None:
    result = cli("matrix", "--role", "named")
    assert result.code == 0
    assert "共 33 项" in result.err
    assert cli("list", "--role", "named").code == 2


def test_heat_only_where_there_is_colour(at_terminal: Run) -> None:
    assert "\x1b[" in at_terminal("matrix", TERM="xterm-256color").out
    assert "\x1b[" not in at_terminal("matrix").out
