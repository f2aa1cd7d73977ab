import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_cli.errors import UsageError
from plan_cli.model.plan import Plan
from plan_cli.planfile.schema import read_plan
from plan_cli.planfile.source import open_plan
from plan_cli.query.accounting import account
from plan_cli.query.asked import select
from plan_cli.query.filters import FILTERS
from plan_cli.query.reach import ROLES, parties
from tests import truth

PLAN = read_plan(open_plan(None).data())[0]
VALUES = {
    "dept": [party.name for party in parties(PLAN)],
    "action": list(truth.ACTIONS),
    "project": list(truth.PROJECTS),
    "list": ["重点工作", "工作要点"],
    "role": [role.value for role in ROLES],
    "search": ["科普", "人才", "院士", "不存在的话"],
}
words = st.fixed_dictionaries(
    {},
    optional={
        name: st.lists(st.sampled_from(values), max_size=2) for name, values in VALUES.items()
    },
).filter(lambda given: not given.get("role") or given.get("dept"))


def ids(plan: Plan, **given: list[str]) -> list[str]:
    return [entry.id for entry in select(plan, given).entries]


@given(words)
def test_a_filter_gives_a_subset_in_order(given: dict[str, list[str]]) -> None:
    selection = select(PLAN, given)
    order = [entry.id for entry in PLAN.entries]
    places = [
        (ROLES.index(role) if (role := selection.role(entry)) else 0, order.index(entry.id))
        for entry in selection.entries
    ]
    assert places == sorted(set(places))


@given(words.filter(lambda given: any(given.values())), st.data())
def test_widening_never_loses_a_task(given: dict[str, list[str]], data: st.DataObject) -> None:
    name = data.draw(st.sampled_from([name for name, values in given.items() if values]))
    wider = {**given, name: [*given[name], data.draw(st.sampled_from(VALUES[name]))]}
    assert set(ids(PLAN, **given)) <= set(ids(PLAN, **wider))


@given(words, st.sampled_from(["action", "project", "list", "search"]), st.data())
def test_another_filter_never_adds_a_task(
    given: dict[str, list[str]], name: str, data: st.DataObject
) -> None:
    without = {key: value for key, value in given.items() if key != name}
    narrower = {**without, name: [data.draw(st.sampled_from(VALUES[name]))]}
    assert set(ids(PLAN, **narrower)) <= set(ids(PLAN, **without))


def test_one_department_named_first(plan: Plan) -> None:
    assert ids(plan, dept=["科普部"]) == truth.KEPUBU["named"] + truth.KEPUBU["all"]


@pytest.mark.parametrize("role", list(truth.KEPUBU))
def test_roles_choose(plan: Plan, role: str) -> None:
    assert ids(plan, dept=["科普部"], role=[role]) == truth.KEPUBU[role]


def test_several_departments_in_document_order(plan: Plan) -> None:
    both = ids(plan, dept=["科普部", "省科技馆"], role=["named"])
    assert both == ["K2", "K6", "7", "12", "13", "14", "15"]


def test_different_options_narrow(plan: Plan) -> None:
    assert ids(plan, action=["科普中原"], project=["科普筑基惠民工程"]) == ["15"]
    assert ids(plan, dept=["科普部"], action=["科普中原"]) == ["12", "13", "15", "14"]
    assert ids(plan, list=["重点工作"], search=["兰考"]) == ["K6"]


def test_the_account_sums_up_to_all_tasks(plan: Plan) -> None:
    [line] = account(select(plan, {"dept": ["科普部"]}))
    assert line == (
        "科普部：点名 5 项，统称 9 项，待确认 7 项（K3 K4 K7 K9 4 11 19），"
        "党组织承担 1 项（20），未涉及 11 项；共 33 项。"
    )


def test_role_needs_a_department(plan: Plan) -> None:
    with pytest.raises(UsageError, match="--dept"):
        select(plan, {"role": ["named"]})


def test_names_of_filters_are_their_keys() -> None:
    assert [filter.name for filter in FILTERS.values()] == list(FILTERS)
