import pytest

from plan_cli.importers.encoding.ids import list_names, with_ids
from plan_cli.model.plan import Section, Task, TaskList


def tasks(*numbers: str) -> tuple[Task, ...]:
    return tuple(Task(number, ()) for number in numbers)


def ids(tasks: TaskList) -> list[str]:
    holders = [tasks, *tasks.sections]
    return [task.id or tasks.prefix + task.number for each in holders for task in each.tasks]


def test_numbers_are_ids_where_they_are_unique() -> None:
    [only] = with_ids([TaskList("要点", "", None, (), tasks("1", "2"), ())])
    assert ids(only) == ["1", "2"]
    assert all(task.id is None for task in only.tasks)


def test_sections_that_count_from_one_come_into_the_ids() -> None:
    sections = (Section("二、科普", tasks=tasks("1", "2")), Section("三、学会", tasks=tasks("1")))
    [only] = with_ids([TaskList("要点", "", None, (), (), sections)])
    assert ids(only) == ["2-1", "2-2", "3-1"]


def test_a_number_that_comes_twice_in_one_place() -> None:
    [only] = with_ids([TaskList("要点", "", None, (), tasks("1", "1", "1"), ())])
    assert ids(only) == ["1", "1-2", "1-3"]


def test_tasks_without_a_number_get_their_place() -> None:
    [only] = with_ids([TaskList("要点", "", None, (), tasks("", ""), ())])
    assert [task.number for task in only.tasks] == ["1", "2"]


def test_every_list_but_the_longest_has_a_prefix_of_its_own() -> None:
    lists = [TaskList(f"清单{n}", "", None, (), tasks("1"), ()) for n in range(200)]
    found = with_ids([TaskList("重点工作", "", None, (), tasks("1"), ()), *lists])
    prefixes = [each.prefix for each in found]
    assert prefixes[0] == "K"
    assert len(set(prefixes)) == 201
    assert prefixes.count("") == 1


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("某市科协2023年工作要点", "工作要点"),
        ("关于印发《某市科协2023年工作要点》的通知", "工作要点"),
        ("某市科普工作要点（征求意见稿）", "工作要点"),
        *(
            (f"某市科普{kind}方案", f"{kind}方案")
            for kind in ("工作", "任务", "责任", "分工", "实施", "行动", "指导", "若干")
        ),
        ("某市推进科普事业发展怎么办", "市推进科普事业发展怎么办"),
        ("", "任务"),
    ],
)
def test_the_short_name_of_a_list(title: str, name: str) -> None:
    assert list_names([title]) == [name]


def test_lists_of_one_name_are_counted() -> None:
    assert list_names(["工作要点"] * 3) == ["工作要点", "工作要点2", "工作要点3"]


def test_sections_without_a_number_are_counted() -> None:
    sections = (Section("科普", tasks=tasks("1", "2")), Section("学会", tasks=tasks("1")))
    [only] = with_ids([TaskList("要点", "", None, (), (), sections)])
    assert ids(only) == ["1-1", "1-2", "2-1"]
