"""Answers of several plans as one: columns, lines that count, what plans and bars look like."""

import pickle

from plan_cli.query.counting import Tally, added_up, tally
from plan_cli.query.plans import Facts, Which, labels
from plan_cli.report import Bar, Column, Group, Report, Row
from plan_cli.reports.many.joined import join, part_of


def facts(year: int, number: str | None = None, file: str = "a.yaml") -> Facts:
    return Facts(year, number, f"{year}年工作要点", "某市科协", file)


def report(headings: str, closing: tuple[str, ...] = (), rows: int = 1) -> Report:
    columns = tuple(Column(heading, 4, lambda item: item) for heading in headings)
    cells = tuple(heading.lower() for heading in headings)
    groups = (Group((Row(cells),) * rows),) if rows else ()
    return Report("题", columns, groups, ("甲", headings), closing)


def test_columns_that_only_some_have_stand_behind_their_neighbours() -> None:
    parts = [
        part_of(facts(2021), report("ABZ"), records=False),
        part_of(facts(2022), report("ACDZ"), records=False),
    ]
    whole = join(pickle.loads(pickle.dumps(parts)))
    assert [column.heading for column in whole.columns] == ["A", "C", "D", "B", "Z", "文件"]
    assert [row.cells for row in whole.rows] == [
        ("a", None, None, "b", "z", "2021"),
        ("a", "c", "d", None, "z", "2022"),
    ]
    assert whole.heading == ("2 份文件", "甲")
    assert [group.heading for group in whole.groups if group.heading] == [
        "【2021】2021年工作要点",
        "【2022】2022年工作要点",
    ]


def test_lines_that_count_are_added_and_others_said_once() -> None:
    def closing(*rows: int) -> tuple[str, ...]:
        parts = [
            part_of(
                facts(2000 + place),
                report("A", (tally("共 {} 项。", n), "注。" if n else "没有。"), n),
                records=False,
            )
            for place, n in enumerate(rows)
        ]
        return join(parts).closing

    assert closing(1, 0, 2) == ("共 3 项。", "注。")
    assert closing(0, 0) == ("共 0 项。", "没有。")


def test_names_are_counted_each_for_itself() -> None:
    lines = [
        Tally("", "合计：{each}。", each=each, measure="个")
        for each in ({"甲": 1}, {"乙": 3, "甲": 1})
    ]
    assert added_up(lines) == "合计：乙 3 个、甲 2 个。"


def test_plans_are_called_as_shortly_as_tells_them_apart() -> None:
    assert labels([facts(2021), facts(2022)]) == ["2021", "2022"]
    assert labels([facts(2021, "甲〔2021〕1号"), facts(2021)]) == [
        "甲〔2021〕1号",
        "2021年工作要点",
    ]
    assert labels([facts(2021), facts(2021, file="b.yaml")]) == [
        "2021年工作要点（a.yaml）",
        "2021年工作要点（b.yaml）",
    ]


def test_which_plans_are_meant() -> None:
    plan = facts(2022, "豫科协办发〔2022〕5号", "计划/旧/a.yaml")
    assert Which(years=("２０２２年",), issuers=("科协",), names=("豫科协", "没有")).passes(plan)
    assert not Which(years=("2021",)).passes(plan)
    assert Which(called=("2022",)).passes(plan)
    assert not Which(called=("202",)).passes(plan)
    assert Which(names=("旧/",)).passes(plan)


def test_bars_are_as_long_as_they_compare() -> None:
    assert str(Bar((2, 3), 5)) == "■■□□□"
    assert str(Bar((10, 20), 60)) == "■" * 5 + "□" * 10
