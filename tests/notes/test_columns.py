from plan_cli.notes.columns import find_columns
from plan_cli.notes.labels import Part

HEADINGS = ("序号", "重点任务", "牵头单位", "配合单位", "完成时限")


def test_columns_by_their_headings() -> None:
    columns = find_columns(HEADINGS)
    assert columns is not None
    assert columns.number == 0
    assert columns.responsible == ((2, Part.LEAD), (3, Part.SUPPORT))
    assert columns.times == (4,)


def test_headings_with_spaces_inside() -> None:
    columns = find_columns(("序 号", "工作任务", "责 任 单 位"))
    assert columns is not None
    assert columns.responsible == ((2, Part.PLAIN),)


def test_other_tables_have_none() -> None:
    assert find_columns(("年份", "产值", "增速")) is None
    assert find_columns(("1", "做好科普", "科普部")) is None


def test_measures_may_end_in_notes() -> None:
    for heading in ("具体措施及责任单位", "主要内容（含牵头单位）"):
        columns = find_columns(("序号", "重点任务", heading, "完成时限"))
        assert columns is not None
        assert (columns.responsible, columns.noted) == ((), (2,))
    assert find_columns(("序号", "重点任务", "主要内容", "完成时限")) is None


def test_a_duty_alone_may_head_a_column() -> None:
    columns = find_columns(("序号", "事项", "工作目标", "主办", "协办", "时间"))
    assert columns is not None
    assert columns.responsible == ((3, Part.LEAD), (4, Part.SUPPORT))


def test_communities_and_streets_may_be_responsible() -> None:
    columns = find_columns(("序号", "项目名称", "牵头科室", "责任社区（单位）", "完成时间"))
    assert columns is not None
    assert [index for index, _ in columns.responsible] == [2, 3]


def test_who_does_what_may_be_told_in_one_column_or_head_several() -> None:
    columns = find_columns(("序号", "目标任务", "责任分工", "完成时限"))
    assert columns is not None
    assert columns.responsible == ((2, Part.PLAIN),)
    above = ("序号", "目标任务", "责任分工", "责任分工", "责任分工")
    columns = find_columns(("序号", "目标任务", "市级督导", "牵头单位", "配合单位"), above)
    assert columns is not None
    assert columns.responsible == ((3, Part.LEAD), (4, Part.SUPPORT))


def test_who_mends_what_was_found_is_responsible() -> None:
    columns = find_columns(
        ("序号", "隐患内容", "整改措施", "整改责任单位", "整改责任人", "整改期限")
    )
    assert columns is not None
    assert columns.responsible == ((3, Part.PLAIN), (4, Part.PERSON))


def test_two_duties_may_stand_in_one_heading() -> None:
    columns = find_columns(
        ("序号", "活动名称", "主办（牵头）\n单位", "承办（责任）单位", "责任企业")
    )
    assert columns is not None
    assert columns.responsible == ((2, Part.LEAD), (3, Part.PLAIN), (4, Part.PLAIN))


def test_a_heading_may_say_whose_offices_are_responsible() -> None:
    for heading, found in (("市数据局\n责任处室", 3), ("具体措施及责任单位", 2), ("各责任科室", 2)):
        columns = find_columns(("序号", "任务", "牵头单位", "配合单位", heading))
        assert columns is not None
        assert len(columns.responsible) == found
