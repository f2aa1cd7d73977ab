"""Numbers that skip: what may be missing is told where it would have stood."""

import pytest

from plan_cli.importers.convert import convert
from plan_cli.importers.doubts import Cause
from plan_cli.importers.encoding.overall import head_doubts
from plan_cli.importers.registry import read_document
from plan_cli.importers.shaping.frame import Frame
from plan_cli.importers.shaping.letter import Head

TITLE = "某市2024年重点工作方案\n"


def skipped(text: str) -> list[tuple[str, str]]:
    """Return where numbers skip, and what is said."""
    found = convert(read_document((TITLE + text).encode(), "x.txt")).doubts
    return [(doubt.place, doubt.message) for doubt in found if doubt.cause is Cause.SKIPPED]


def test_units_with_one_full_name_look_alike_and_one_of_them_bears_it() -> None:
    text = (
        f"{TITLE}1. 修好路。（责任单位：县住建、交通局）\n2. 修好桥。（责任单位：县财政、住建局）"
    )
    read = convert(read_document(text.encode(), "x.txt"))
    assert [(unit.name, unit.aliases) for unit in read.plan.units] == [
        ("县住建", ("县住建局",)),
        ("交通局", ("县交通局",)),
        ("县财政", ("县财政局",)),
        ("住建局", ()),
    ]
    told = [doubt.about for doubt in read.doubts if doubt.cause is Cause.LOOKALIKES]
    assert told == [("住建局", "县住建")]
    shared = [doubt.about for doubt in read.doubts if doubt.cause is Cause.SHARED_TAIL]
    assert shared == [("县住建（县住建局）、交通局（县交通局）、县财政（县财政局）",)]


@pytest.mark.parametrize("units", ["人事处★、学工部、各学院", "★人事处、学工部、各学院"])
@pytest.mark.parametrize(
    "said", ["说明：责任单位中标“★”的为牵头单位。", "注：带★号者均为牵头部门。", ""]
)
def test_a_mark_makes_lead_where_the_document_says_so(units: str, said: str) -> None:
    text = (
        f"{TITLE}{said}\n1. 办好事。（责任单位：{units}）\n2. 建好制。（责任单位：教务处、学工部）"
    )
    read = convert(read_document(text.encode(), "x.txt"))
    first, second = (entry.responsible for entry in read.plan.entries)
    assert first.named == ("人事处", "学工部")
    assert (first.lead, second.lead) == (("人事处",) if said else (), ())
    told = [doubt.about for doubt in read.doubts if doubt.cause is Cause.LEAD_MARK]
    assert told == ([(said.removesuffix("。"),)] if said else [])


def tasks(*numbers: int) -> str:
    return "".join(f"{n}. 办好活动。办成{n}场。（责任单位：科普部）\n" for n in numbers)


def test_tasks_that_are_missing_between_others() -> None:
    assert skipped(tasks(1, 2, 4)) == [("第 4 行", "序号 2 之后是 4，请对照原文，看是否漏了")]


def test_the_first_tasks_are_missing() -> None:
    assert skipped(tasks(2, 3)) == [("第 2 行", "序号从 2 开始，请对照原文，看是否漏了")]


def test_sections_that_are_missing_between_others() -> None:
    text = f"一、科普\n{tasks(1)}三、学术\n{tasks(2)}"
    assert skipped(text) == [("第 4 行", "“一、”之后是“三、”，请对照原文，看是否漏了")]


def test_the_first_section_is_missing() -> None:
    text = f"二、科普\n{tasks(1)}三、学术\n{tasks(2)}"
    assert skipped(text) == [("第 2 行", "从“二、”开始，请对照原文，看是否漏了")]


@pytest.mark.parametrize(
    "text",
    [
        tasks(1, 2, 3),
        f"一、科普\n{tasks(1, 2)}二、学术\n{tasks(1, 2)}",
        f"一、科普\n{tasks(1, 2)}二、学术\n{tasks(3, 4)}",
        f"一、科普\n（一）场馆\n{tasks(1)}（二）活动\n{tasks(2)}二、学术\n（一）年会\n{tasks(3)}",
        "第一条 办好活动。责任单位：科普部\n第二条 办好年会。责任单位：学会部\n"
        "第三条 本措施自发布之日起施行，有效期3年。\n",
    ],
    ids=["plain", "restart", "on", "nested", "a section goes on with the numbers of tasks"],
)
def test_numbers_that_go_on_or_start_again_are_no_doubt(text: str) -> None:
    assert skipped(text) == []


def test_an_item_that_is_text_is_not_missing() -> None:
    text = (
        "某市2025年方案\n一、总体要求\n（一）坚持党管人才。\n（二）坚持需求导向。\n二、任务\n"
        "（三）建好平台。（责任单位：市科技局）\n（四）办好年会。（责任单位：市科协）\n"
    )
    assert skipped(text) == []


def test_a_number_of_another_kind_in_the_text_closes_no_gap() -> None:
    text = "一、要求\n（三）坚持党管人才。\n二、任务\n" + tasks(1, 2, 4)
    assert [words for _, words in skipped(text)] == ["序号 2 之后是 4，请对照原文，看是否漏了"]


@pytest.mark.parametrize(
    ("head", "year", "causes"),
    [
        (Head("要点", 1, guessed=False, letterhead="某市文件"), 2023, []),
        (Head("要点", 1, guessed=True), 2023, [Cause.TITLE_GUESSED]),
        (Head("（原文没有标题）", 0, guessed=True), 2023, [Cause.NO_TITLE]),
        (Head("要点", 1, guessed=False), 0, [Cause.NO_YEAR]),
        (Head("要点", 1, guessed=False, letterhead="某市"), 2023, [Cause.LETTERHEAD]),
    ],
)
def test_what_is_doubted_about_the_head(head: Head, year: int, causes: list[Cause]) -> None:
    assert [doubt.cause for doubt in head_doubts(Frame(head, (), (), (), year))] == causes
