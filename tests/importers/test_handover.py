"""What a person is told at the end of an import: like doubts as one, with a few of their places."""

import pytest

from plan_cli.importers.doubts import Cause, Doubt
from plan_cli.importers.encoding.assembly import Encoded
from plan_cli.importers.handover import told
from tests.conftest import small_plan, small_task

PLAN = small_plan(*(small_task(number) for number in range(1, 7)))
LAST = "核对改好后，请用 plan check 再查一遍。"
READ = "读出 6 项任务，3 个单位，2 种统称。"


def lines(*doubts: Doubt) -> list[str]:
    """Return the lines between the first, which counts, and the last."""
    first, *lines, last = told(Encoded(PLAN, doubts))
    assert first.startswith(READ)
    assert last == LAST
    return lines


def at(cause: Cause, task: int, *about: str, place: str = "") -> Doubt:
    return Doubt(cause, ("lists", 0, "tasks", task - 1, "note"), place, about)


def test_without_doubts_only_what_was_read_is_told() -> None:
    assert list(told(Encoded(PLAN, ()))) == [READ, LAST]


def test_one_or_two_of_a_cause_are_told_each_with_its_task_and_place() -> None:
    assert lines(
        at(Cause.JOINTLY, 1, place="第 3 行"), at(Cause.JOINTLY, 2), Doubt(Cause.NO_YEAR)
    ) == [
        "· 任务 1，第 3 行：写“会同”，没有写明牵头，lead 没有填",
        "· 任务 2：写“会同”，没有写明牵头，lead 没有填",
        "· 文件里没有找到年份，请填写",
    ]


@pytest.mark.parametrize(
    ("count", "where"),
    [
        (3, "任务 1；任务 2；任务 3，共 3 处"),
        (4, "任务 1；任务 2；任务 3；任务 4，共 4 处"),
        (5, "任务 1；任务 2；任务 3；任务 4等，共 5 处"),
    ],
)
def test_more_of_a_cause_are_told_as_one(count: int, where: str) -> None:
    doubts = [at(Cause.JOINTLY, task) for task in range(1, count + 1)]
    assert lines(*doubts) == [f"· {where}：写“会同”，没有写明牵头，lead 没有填"]


@pytest.mark.parametrize(
    ("names", "shown"), [("甲乙丙丁", "甲、乙、丙、丁"), ("甲乙丙丁戊", "甲、乙、丙、丁等")]
)
def test_one_sentence_names_all_that_alike_doubts_are_about(names: str, shown: str) -> None:
    [line] = lines(*(Doubt(Cause.ODD_NAME, about=(name,)) for name in names))
    assert line == f"· 共 {len(names)} 处：“{shown}”不像单位名称，暂按单位录入，请核对"


@pytest.mark.parametrize(("count", "end"), [(4, ""), (5, "等")])
def test_what_is_about_two_things_each_is_told_in_sentences(count: int, end: str) -> None:
    pairs = [("甲", str(number)) for number in range(count)]
    [line] = lines(*(Doubt(Cause.LOOKALIKES, about=pair) for pair in pairs))
    told = "；".join(f"“甲”和“{number}”可能是同一个单位；没有合并" for number in range(4))
    assert line == f"· 共 {count} 处：{told}{end}"


def test_what_the_program_proposes_is_only_counted() -> None:
    assert lines(at(Cause.PROPOSED, 1), at(Cause.PROPOSED, 2)) == [
        "另有 2 处是程序提议的（类别、统称、量化指标、时限），在文件里标了“待核”。"
    ]
