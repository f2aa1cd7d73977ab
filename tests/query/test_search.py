from plan_cli.model.plan import Plan
from plan_cli.query.asked import select
from plan_cli.query.search import search
from plan_cli.reports.found import mark_words


def hits(plan: Plan, *words: str) -> list[str]:
    return [step.id for found in search(select(plan, {}), words) for step in found.steps]


def test_every_measure_that_contains_it(plan: Plan) -> None:
    assert hits(plan, "乡村振兴") == ["K6.1", "11.2", "15.6", "15.9"]


def test_spaces_width_and_case_do_not_count(plan: Plan) -> None:
    assert hits(plan, "i科普") == hits(plan, "Ｉ 科普") == ["K6.1", "15.4"]


def test_all_words_in_one_measure(plan: Plan) -> None:
    assert hits(plan, "乡村振兴", "典赞") == ["15.9"]
    assert hits(plan, "乡村振兴", "院士") == []


def test_a_hit_in_a_heading_shows_the_measure_it_opens(plan: Plan) -> None:
    assert hits(plan, "推进科普信息化进程") == ["12.6"]
    assert hits(plan, "完善科普工作机制") == ["13.1"]


def test_notes_and_editors_titles_are_not_searched(plan: Plan) -> None:
    assert hits(plan, "责任部门") == []
    assert hits(plan, "建设省科技馆新馆") == []


def test_hits_are_marked_and_nothing_is_lost() -> None:
    marked = mark_words("擦亮“i 科普”与科普", ["i科普", "科普"])
    assert str(marked) == "擦亮“i 科普”与科普"
    assert [text for text, mark in marked.parts if mark == "hit"] == ["i 科普", "科普"]
    within = mark_words("擦亮i科普与学会", ["i科普与", "科普"])
    assert within.parts == (("擦亮", None), ("i科普与", "hit"), ("学会", None))
