import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_cli.model.plan import (
    Collective,
    Document,
    Kind,
    Measure,
    Note,
    Plan,
    Responsibility,
    Role,
    Task,
    TaskList,
    Unit,
)
from plan_cli.query.reach import count_roles, parties, phrases_for, role_of

KINDS = ("部室", "单位", "学会")
UNITS = tuple(Unit(f"{kind}{n}", kind) for kind in KINDS for n in (1, 2))
subsets = st.lists(st.sampled_from(KINDS), unique=True).map(tuple)
collectives = st.builds(Collective, st.just("x"), subsets, subsets, subsets)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    phrases = [
        Collective(f"统称{n}", c.all, c.some, c.party)
        for n, c in enumerate(draw(st.lists(collectives, max_size=4)))
    ]
    reading = st.builds(
        Responsibility,
        st.lists(st.sampled_from([unit.name for unit in UNITS]), unique=True).map(tuple),
        st.lists(st.sampled_from([c.phrase for c in phrases] or ["未声明"]), unique=True).map(
            tuple
        ),
    )
    tasks = [
        Task(str(n), (Measure("做。"),), (Note("注", reading),))
        for n, reading in enumerate(draw(st.lists(reading, max_size=6)))
    ]
    return Plan(
        Document("文件", 2022),
        (TaskList("清单", tasks=tuple(tasks)),),
        tuple(map(Kind, KINDS)),
        UNITS,
        tuple(phrases),
    )


@given(plans())
def test_five_counts_sum_to_the_number_of_tasks(plan: Plan) -> None:
    for party in parties(plan):
        counts = count_roles(party, plan.entries)
        assert list(counts) == ["named", "all", "some", "party", "none"]
        assert sum(counts.values()) == len(plan.entries)


@given(plans())
def test_a_kind_is_never_named_and_a_unit_reaches_at_least_what_its_kind_does(plan: Plan) -> None:
    order = list(Role)
    for unit in plan.units:
        kind = next(kind for kind in plan.kinds if kind.name == unit.kind)
        for entry in plan.entries:
            of_kind = role_of(kind, entry)
            assert of_kind is not Role.NAMED
            of_unit = role_of(unit, entry)
            assert of_unit is Role.NAMED or order.index(of_unit) == order.index(of_kind)


@pytest.mark.parametrize(
    ("id", "name", "role", "phrases"),
    [
        ("K9", "科普部", Role.SOME, ("机关有关部室和各直属事业单位",)),
        ("K9", "省科技馆", Role.ALL, ("机关有关部室和各直属事业单位",)),
        ("K9", "组织人事部", Role.NAMED, ("组织人事部",)),
        ("20", "省科技馆", Role.PARTY, ("各基层党组织",)),
        ("10", "企业科协", Role.ALL, ("各高校科协、企业科协",)),
        ("10", "医疗卫生机构科协", Role.NONE, ()),
    ],
)
def test_roles_and_the_words_that_say_so(
    plan: Plan, id: str, name: str, role: Role, phrases: tuple[str, ...]
) -> None:
    party = next(party for party in parties(plan) if party.name == name)
    entry = next(entry for entry in plan.entries if entry.id == id)
    assert role_of(party, entry) is role
    assert phrases_for(party, entry, role) == phrases
