import pytest

from plan_cli.notes.organs import is_collective, is_generic, looks_complete, may_be_person


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
        "急诊医学科",
        "重症医科",
    ],
)
def test_names_that_are_whole(name: str) -> None:
    assert looks_complete(name)


@pytest.mark.parametrize("name", ["文化", "住房", "港澳台", "社会", "全部", "重点学科"])
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
        "领导小组成员单位",
        "政府组成部门",
        "全体会员",
        "其他单位",
        "其它单位",
        "属地街道",
        "相应部门",
        "涉及的市直部门",
        *("地方党委", "地方各级党委", "基层单位", "乡镇政府", "市县政府", "县区人民政府"),
        *("区县政府", "县市政府", "市级部门", "省直单位", "市直机关", "成员单位", "责任部门"),
        *("牵头部门", "配合单位", "主管部门", "主办单位", "职能部门"),
        *("所在地政府", "项目所在街道", "企业所在县政府", "县（市、区）科协", "乡镇（街道）党委"),
        *("试点县（市、区）科协", "县区财政局", "厅直属考试机构", "局直属单位", "被审计单位"),
        "（市）有关部门",
    ],
)
def test_classes_of_units(words: str) -> None:
    assert is_collective(words)


@pytest.mark.parametrize(
    "words",
    [
        "市直属机关工委",
        *("市直机关工委", "市直机关团工委", "市级机关事务管理局", "县市场监管局"),
        "科普部",
        "自然资源部",
        "国家民委",
        "某区人民政府",
        "市教育局（含各直属学校）",
    ],
)
def test_single_units(words: str) -> None:
    assert not is_collective(words)


@pytest.mark.parametrize("words", ["各自然村", "各司其职", "各界人士", "有关于此", "市属地产集团"])
def test_words_that_only_begin_like_a_class(words: str) -> None:
    assert not is_collective(words)


@pytest.mark.parametrize("post", ["县公安局政委", "县委常委"])
def test_the_posts_of_persons_are_no_organs(post: str) -> None:
    assert not looks_complete(post)


def test_persons_have_up_to_four_letters() -> None:
    assert all(map(may_be_person, ("张三", "欧阳震华")))
    assert not any(map(may_be_person, ("爱新觉罗氏", "妇联")))


def test_plain_nouns_of_a_class() -> None:
    assert is_generic("企业科协")
    assert is_generic("直属事业单位")
    assert not is_generic("市教育局")
    assert not is_generic("市科协")
    assert not is_generic("省医院")
