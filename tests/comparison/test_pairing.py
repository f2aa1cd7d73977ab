"""Tasks find their counterpart by wording, whatever their numbers."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_cli.comparison.pairing import pair_up
from plan_cli.model.plan import Measure, Plan, Task, TaskList
from plan_cli.planfile.schema import read_plan
from plan_cli.planfile.source import Source
from tests.conftest import small_plan, small_task, small_text


def ids(old: Plan, new: Plan) -> list[tuple[str | None, str | None]]:
    return [(o.id if o else None, n.id if n else None) for o, n in pair_up(old, new)]


def reordered(plan: Plan, *numbers: str) -> Plan:
    """The tasks of a small plan with these old numbers, numbered anew."""
    [tasks] = plan.lists
    kept = {task.number: task for task in tasks.tasks}
    anew = tuple(replace(kept[number], number=str(i)) for i, number in enumerate(numbers, 1))
    return replace(plan, lists=(replace(tasks, tasks=anew),))


OLD = small_plan(
    small_task(1, "办好科技馆", "建设科技馆新馆，力争年内开放。"),
    small_task(2, "服务企业", "组织专家服务团，到企业开展技术咨询。"),
    small_task(3, "加强宣传", "办好报刊和网站，宣传科技工作者。"),
)


def test_a_plan_against_itself(plan: Plan) -> None:
    found = ids(plan, plan)
    assert len(found) == 33
    assert all(old == new for old, new in found)


def test_numbers_do_not_count() -> None:
    assert ids(OLD, reordered(OLD, "3", "1", "2")) == [("3", "1"), ("1", "2"), ("2", "3")]


def test_gone_tasks_stay_where_they_stood() -> None:
    assert ids(OLD, reordered(OLD, "1", "3")) == [("1", "1"), ("2", None), ("3", "2")]
    assert ids(reordered(OLD, "1", "3"), OLD) == [("1", "1"), (None, "2"), ("2", "3")]


def test_tasks_with_nothing_in_common_are_no_pair() -> None:
    new = small_plan(small_task(1, "管好经费", "严格预算执行，压减一般性支出。"))
    assert ids(OLD, new) == [("1", None), ("2", None), ("3", None), (None, "1")]


def test_a_clause_in_common_makes_no_pair_under_other_titles() -> None:
    new = small_task(2, "管好经费", "严格预算执行，压减一般性支出，到企业开展技术咨询。")
    assert ids(OLD, small_plan(small_task(1), new))[1:] == [
        ("2", None),
        ("3", None),
        (None, "1"),
        (None, "2"),
    ]


def test_same_words_twice_go_by_number() -> None:
    twice = small_plan(small_task(1), small_task(2))
    assert ids(twice, twice) == [("1", "1"), ("2", "2")]
    assert ids(twice, reordered(twice, "1")) == [("1", "1"), ("2", None)]


def test_same_words_that_change_places_keep_their_notes() -> None:
    old = small_plan(small_task(1, named=["甲部"]), small_task(2, named=["乙部"]))
    assert ids(old, reordered(old, "2", "1")) == [("2", "1"), ("1", "2")]
    labelled = small_text(small_task(1, named=["乙部"]), small_task(2, named=["甲部"]))
    read, findings = read_plan(
        Source("a.yaml", labelled.replace("责任部门：", "责任单位：")).data()
    )
    assert findings == []
    assert ids(old, read) == [("2", "1"), ("1", "2")]


def test_width_case_and_spaces_do_not_count() -> None:
    old = small_plan(small_task(1, "推广ｉ科普", "办好 50 期Ａ论坛。"))
    new = small_plan(small_task(7, "推广i 科普", "办好50期a论坛。"))
    assert ids(old, new) == [("1", "7")]


def test_the_best_total_wins_over_the_first_come() -> None:
    """Each old task shares words with both new ones; only one way leaves nobody out."""
    old = small_plan(
        small_task(1, "甲事", "举办院士论坛，评选青年奖，建设数据平台，开展统计调查。"),
        small_task(2, "乙事", "举办院士论坛，评选青年奖，修订管理办法。"),
    )
    new = small_plan(
        small_task(1, "丙事", "举办院士论坛，评选青年奖，修订管理办法，发布报告。"),
        small_task(2, "丁事", "建设数据平台，开展统计调查，举办院士论坛。"),
    )
    assert set(ids(old, new)) == {("1", "2"), ("2", "1")}


def key_list(*texts: str, name: str = "重点工作") -> TaskList:
    tasks = (Task(str(number), (Measure(text),)) for number, text in enumerate(texts, 1))
    return TaskList(name, "K", tasks=tuple(tasks))


SENTENCE = "引进全国学会创新资源，破解重点产业关键技术难题，服务县域发展。"


def test_a_list_of_the_same_name_is_preferred() -> None:
    points = small_plan(small_task(1, "对接学会", f"深化省会合作，{SENTENCE}")).lists[0]
    old = replace(OLD, lists=(key_list(SENTENCE), points))
    new = replace(OLD, lists=(key_list(SENTENCE.replace("县域", "乡村")), points))
    assert ids(old, new) == [("K1", "K1"), ("1", "1")]
    without = replace(OLD, lists=(key_list("管好经费，压减支出。"), points))
    assert ("K1", None) in ids(old, without)
    assert ("1", "1") in ids(old, without)


def test_a_renamed_list_keeps_its_tasks() -> None:
    old = replace(OLD, lists=(key_list(SENTENCE),))
    new = replace(OLD, lists=(key_list(SENTENCE.replace("县域", "乡村"), name="年度要事"),))
    assert ids(old, new) == [("K1", "K1")]


def test_thirty_tasks_of_the_same_words_go_by_number() -> None:
    """No pair of letters tells them apart, and none stands at its place."""
    old = small_plan(*(small_task(i, "建设平台", "建设平台，服务发展。") for i in range(1, 31)))
    new = small_plan(*(small_task(i, "建好平台", "建好平台，服务发展。") for i in range(30, 0, -1)))
    assert all(before == after for before, after in ids(old, new))


def test_a_title_that_stays_counts_more_than_its_letters() -> None:
    old = "建设新馆，力争年内开放，面向全省公众，培养青少年科学兴趣，组织巡展活动。"
    new = "严格预算执行，压减一般性支出，修订管理办法，完善考核机制，强化督促检查。"
    titled = [small_plan(small_task(1, "提高科技馆能力", text)) for text in (old, new)]
    assert ids(*titled) == [("1", "1")]
    plain = [replace(OLD, lists=(key_list(f"提高科技馆能力。{text}"),)) for text in (old, new)]
    assert ids(*plain) == [("K1", None), (None, "K1")]


def test_tasks_that_differ_by_a_number_only() -> None:
    def tasks(verb: str, numbers: Sequence[int]) -> Plan:
        return small_plan(
            *(
                small_task(i, f"{verb}平台", f"{verb}第{n}号平台，服务发展。")
                for i, n in enumerate(numbers, 1)
            )
        )

    found = ids(tasks("建设", range(10, 40)), tasks("建好", range(39, 9, -1)))
    assert found == [(str(31 - i), str(i)) for i in range(1, 31)]


NEXT_YEAR = {
    "3": (
        "大力弘扬科学家精神。",
        "举办全国科技工作者日河南主场活动，开展“最美科技工作者”学习宣传活动，"
        "建设科学家精神教育基地，加强科学道德和学风建设宣讲。",
    ),
    "8": (
        "推进一流学会建设。",
        "推动成立新学会，支持组建学会联合体，完善学会治理，清理虚弱散学会。",
    ),
    "9": (
        "搭建高端学术交流平台。",
        "办好世界传感器大会，举办“科创中原论坛”60期以上，"
        "举办河南省第十二届学术与产业发展年会，发布学科和产业发展研究报告。",
    ),
    "13": (
        "健全科普工作体系。",
        "完善应急科普机制，开展公益科普进地铁、进影院，加强部门协同。",
    ),
    "14": (
        "推进现代科技馆体系建设。",
        "高质量运营河南省科技馆新馆，完善展教功能，全年接待观众不少于200万人次。"
        "推动市县科技馆达标建设，落实免费开放政策。"
        "提升流动科技馆、科普大篷车、农村中学科技馆覆盖率和利用率。",
    ),
    "18": (
        "壮大智库人才队伍。",
        "遴选一批核心专家，组建专家库，用好海智计划，鼓励海外人才参与智库研究。",
    ),
    "K3": (
        None,
        "落实新一轮省政府与中国科协战略合作协议，引进全国学会资源，服务重点产业发展。",
    ),
    "K6": (None, "健全科技志愿服务体系，擦亮“i科普”品牌，助力乡村振兴。"),
    "K8": (None, "做强省科协新媒体平台，选树“最美科技工作者”，弘扬科学家精神。"),
    "K10": (None, "深化能力作风建设，建设学习型机关，提升履职能力。"),
}
"""Tasks of 2022 as another year would put them: shorter, other verbs, other figures."""


def test_tasks_rewritten_for_another_year(plan: Plan) -> None:
    """Every rewritten task finds its own; those without a successor are gone."""
    lists: dict[bool, list[Task]] = {True: [], False: []}
    for number, (id, (title, text)) in enumerate(NEXT_YEAR.items(), 1):
        lists[id.startswith("K")].append(Task(str(number), (Measure(text),), title=title))
    key, points = plan.lists
    new = replace(
        plan,
        lists=(
            replace(key, tasks=tuple(lists[True])),
            replace(points, tasks=tuple(lists[False]), sections=()),
        ),
    )
    expected = {
        (id, f"K{number}" if id.startswith("K") else str(number))
        for number, id in enumerate(NEXT_YEAR, 1)
    }
    assert {pair for pair in ids(plan, new) if pair[0] and pair[1]} == expected


@pytest.fixture(scope="session")
def flat(plan: Plan) -> Plan:
    """The 2022 plan with all tasks in one list, each numbered by its old id."""
    tasks = tuple(replace(e.task, number=e.id, id=None) for e in plan.entries)
    return replace(plan, lists=(TaskList("全部", tasks=tasks),))


@settings(max_examples=25)
@given(st.data())
def test_counterparts_survive_light_edits(flat: Plan, data: st.DataObject) -> None:
    """Drop some tasks, shuffle the rest, cut the last clause off some: all are found."""
    tasks = flat.lists[0].tasks
    order = data.draw(st.permutations(range(len(tasks))))
    kept = order[: data.draw(st.integers(1, len(tasks)))]
    cut = data.draw(st.sets(st.sampled_from(kept)))
    edited = []
    for place, i in enumerate(kept):
        task = tasks[i]
        if i in cut:
            *head, last = task.measures
            first, comma, _ = last.text.rpartition("，")
            shorter = replace(last, text=f"{first}。" if comma else last.text)
            task = replace(task, measures=(*head, shorter))
        edited.append(replace(task, number=f"N{place}"))
    new = replace(flat, lists=(replace(flat.lists[0], tasks=tuple(edited)),))
    expected: set[tuple[str | None, str | None]]
    expected = {(tasks[i].number, f"N{place}") for place, i in enumerate(kept)}
    expected |= {(tasks[i].number, None) for i in order[len(kept) :]}
    assert set(ids(flat, new)) == expected
