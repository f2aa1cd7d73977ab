import pytest

from plan_cli.notes.organs import is_collective, is_generic, looks_complete


@pytest.mark.parametrize(
    "name",
    [
        "科普部",
        "市发展改革委",
        "省科技馆",
        "市交通委（市道运局）",
        "国网某省电力公司",
        "团市委",
        "某某大学",
    ],
)
def test_names_that_are_whole(name: str) -> None:
    assert looks_complete(name)


@pytest.mark.parametrize("name", ["文化", "住房", "港澳台", "社会", "全部"])
def test_names_that_are_not(name: str) -> None:
    assert not looks_complete(name)


@pytest.mark.parametrize(
    "words",
    [
        "各全省学会",
        "有关直属事业单位",
        "相关部门",
        "省直有关部门",
        "地方各级人民政府",
        "所有成员单位",
        "市直机关",
        "（市）有关部门",
    ],
)
def test_classes_of_units(words: str) -> None:
    assert is_collective(words)


@pytest.mark.parametrize(
    "words", ["科普部", "自然资源部", "国家民委", "某区人民政府", "市教育局（含各直属学校）"]
)
def test_single_units(words: str) -> None:
    assert not is_collective(words)


def test_plain_nouns_of_a_class() -> None:
    assert is_generic("企业科协")
    assert is_generic("直属事业单位")
    assert not is_generic("市教育局")
    assert not is_generic("市科协")
    assert not is_generic("省医院")
