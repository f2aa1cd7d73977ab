from plan_cli.importers.doubts import Cause, Doubt
from plan_cli.importers.reading.lines import Line, Printed
from plan_cli.importers.reading.radicals import in_characters


def test_radicals_are_replaced_and_told_once() -> None:
    row = Line("人事\t⼈事部⻔", "第 2 行", cells=("人事", "⼈事部⻔"))
    printed = Printed([Line("办好⼤会", "第 1 行", ((2, 4),)), row, Line("年会", "第 3 行")])
    lines, doubts = in_characters(printed)
    assert [line.text for line in lines] == ["办好大会", "人事\t人事部门", "年会"]
    assert lines[0].bold == ((2, 4),)
    assert lines[1].cells == ("人事", "人事部门")
    about = (3, "⼤→大、⼈→人、⻔→门")
    assert doubts == (Doubt(Cause.RADICALS, (), "第 1 行、第 2 行", about),)


def test_many_are_told_by_the_most_common() -> None:
    printed = Printed([Line("⼀⼆⼤⼒⼈⼈⽔", f"第 {n} 行") for n in range(1, 7)])
    [doubt] = in_characters(printed).doubts
    assert doubt.about == (42, "⼈→人、⼀→一、⼆→二、⼤→大、⼒→力等 6 处")
    assert doubt.place == "第 1 行、第 2 行、第 3 行、第 4 行、第 5 行等 6 处"
