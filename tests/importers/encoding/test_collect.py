import pytest

from plan_cli.importers.encoding.collect import collect, kind_of, lookalikes, members
from plan_cli.model.plan import Collective, Note, Responsibility, Task, TaskList


def test_kinds_by_the_end_of_the_name() -> None:
    assert kind_of("市教育局") == "部门"
    assert kind_of("国网某省电力公司") == "企业"
    assert kind_of("省科技馆") == "事业单位"
    for name in ("某某区人民政府", "某新区管委会", "河南省", "某街道办", "某县政府"):
        assert kind_of(name) == "地方"
    for name in ("市政府", "省政府", "中国人民银行", "市商务局（某街道办）"):
        assert kind_of(name) == "部门"


def test_units_and_collectives_in_the_order_of_the_notes() -> None:
    notes = (
        Note("", Responsibility(("科普部", "办公室"), ("各全省学会",))),
        Note("", Responsibility(("办公室", "省科技馆"), ("有关直属单位", "各全省学会"))),
    )
    tasks = tuple(Task(str(i), (), (note,)) for i, note in enumerate(notes, 1))
    kinds, units, collectives = collect([TaskList("要点", "", None, (), tasks, ())], {})
    assert [unit.name for unit in units] == ["科普部", "办公室", "省科技馆"]
    assert [(c.phrase, c.all, c.some) for c in collectives] == [
        ("各全省学会", ("全省学会",), ()),
        ("有关直属单位", (), ("直属单位",)),
    ]
    assert {kind.name for kind in kinds} == {"部门", "事业单位", "全省学会", "直属单位"}


def bound(*phrases: str, named: tuple[str, ...] = ("科普部", "省科技馆")) -> list[Collective]:
    note = Note("", Responsibility(named, phrases))
    return list(collect([TaskList("要点", "", None, (), (Task("1", (), (note,)),), ())], {})[2])


@pytest.mark.parametrize(
    ("phrase", "every", "some", "party"),
    [
        ("各成员单位", ("部门", "事业单位"), (), ()),
        ("各市直部门和单位", ("部门", "事业单位"), (), ()),
        ("中央有关单位", (), ("部门", "事业单位"), ()),
        ("国务院有关部门", (), ("部门",), ()),
        ("中央各部门", ("部门",), (), ()),
        ("市有关部门", (), ("部门",), ()),
        ("各基层党组织", (), (), ("部门", "事业单位")),
        ("各党支部", (), (), ("部门", "事业单位")),
        ("各单位和各党支部", ("部门", "事业单位"), (), ()),
        ("各市科协、有关市科协", ("市科协",), (), ()),
    ],
)
def test_what_a_collective_binds(
    phrase: str, every: tuple[str, ...], some: tuple[str, ...], party: tuple[str, ...]
) -> None:
    [found] = bound(phrase)
    assert (found.all, found.some, found.party) == (every, some, party)


def test_a_collective_where_no_unit_is_named() -> None:
    units, party = bound("各单位", "各党支部", named=())
    assert (units.all, party.party) == (("单位",), ("部门",))


def test_the_full_name_of_a_unit_is_an_alias_unless_another_has_it() -> None:
    full = {"杭州市": "杭州市政府"}
    for names, aliases in (
        (("杭州市", "宁波市政府"), ("杭州市政府",)),
        (("杭州市", "杭州市政府"), ()),
    ):
        note = Note("", Responsibility(names))
        tasks = (Task("1", (), (note,)),)
        _, units, _ = collect([TaskList("要点", "", None, (), tasks, ())], full)
        assert units[0].aliases == aliases


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("各全省学会", [("全省学会", "all")]),
        ("机关各部室和各直属事业单位", [("机关部室", "all"), ("直属事业单位", "all")]),
        ("机关有关部室和各直属事业单位", [("机关部室", "some"), ("直属事业单位", "all")]),
        ("直属事业单位和各全省学会", [("直属事业单位", "all"), ("全省学会", "all")]),
        ("其他直属单位", [("直属单位", "some")]),
        ("各省辖市和济源示范区科协", [("省辖市科协", "all"), ("济源示范区科协", "")]),
    ],
)
def test_the_classes_in_a_phrase(phrase: str, found: list[tuple[str, str]]) -> None:
    assert list(members(phrase)) == found


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("市发改委", "市发展改革委"),
        ("省住建厅", "省建设厅"),
        ("市人社局", "市人力资源社会保障局"),
        ("省工业和信息化厅", "工业和信息化厅"),
        ("市交通委", "市交通委（市道运局）"),
        ("市卫健委", "市卫生健康委"),
        ("市科协", "市 科协"),
        ("市府办（金融）", "市府办 （金融）"),
        ("市交通委（市道运局）", "市交通委"),
        ("市科技委", "市科技委员会"),
        ("市外事办", "市外事办公室"),
        ("杭州市科技局", "市科技局"),
    ],
)
def test_spellings_that_look_like_one_unit(first: str, second: str) -> None:
    assert list(lookalikes([first, second])) == [(first, second)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("市教育局", "市财政局"),
        ("市教育局", "省教育厅"),
        ("科普部", "学会部"),
        ("市科技局", "市科协"),
        ("省政府办公厅", "省委办公厅"),
        ("市科技局", "市科技厅"),
        ("市科技局", "省科技局"),
        ("市交通委", "市公交委（市交通委）"),
    ],
)
def test_units_that_are_not_alike(first: str, second: str) -> None:
    assert list(lookalikes([first, second])) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("杭州市经信局", "宁波市经信局"),
        ("市府办（金融）", "市府办（外事）"),
        ("东城区教育局", "西城区教育局"),
    ],
)
def test_units_of_other_places_or_offices_are_not_alike(first: str, second: str) -> None:
    assert list(lookalikes([first, second])) == []


def test_a_unit_of_a_place_may_be_the_one_without_its_name() -> None:
    names = ["市发改委", "杭州市发展改革委", "省科协（省院士中心）"]
    assert list(lookalikes(names)) == [(names[0], names[1])]
