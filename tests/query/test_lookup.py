import pytest
import yaml

from plan_cli.errors import UsageError
from plan_cli.model.plan import Plan
from plan_cli.planfile.schema import read_plan
from plan_cli.query.lookup import (
    find_action,
    find_each,
    find_list,
    find_party,
    find_project,
)
from tests.conftest import small_text


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("科普部", "科普部"),
        ("kpb", "科普部"),
        ("KePuBu", "科普部"),
        ("科 普 部", "科普部"),
        ("科普", "科普部"),
        ("“科普部”", "科普部"),
        ("学会", "全省学会"),
        ("学会部", "学会学术部"),
        ("党委", "机关党委"),
        ("济源", "济源示范区科协"),
        ("市科协", "省辖市科协"),
        ("qsxh", "全省学会"),
    ],
)
def test_parties_by_name_alias_and_part(plan: Plan, word: str, name: str) -> None:
    assert find_party(plan, word).name == name


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("科譜部", "最接近的：科普部"),
        ("科普不", "最接近的：科普部"),
        ("部", "“部”对应多个部门（单位）"),
        ("郑州市科协", "按类别查：省辖市科协"),
        ("省农学会", "按类别查：全省学会"),
        ("郑州大学科协", "按类别查：高校科协"),
        ("河南省人民医院", "按类别查：医疗卫生机构科协"),
        ("", "没有叫"),
        ("\x1b[31m", "\\x1b[31m"),
    ],
)
def test_what_is_not_found_is_an_error_that_helps(plan: Plan, word: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        find_party(plan, word)
    message = f"{caught.value.message}\n{caught.value.hint}"
    assert told in message
    assert "办公室、组织人事部" in message
    assert "\x1b" not in message


def test_actions_projects_and_lists(plan: Plan) -> None:
    assert find_action(plan, "科普中原行动").name == "科普中原"
    assert find_action(plan, "智汇").name == "智汇中原"
    assert find_project(plan, "惠民").name == "科普筑基惠民工程"
    assert find_list(plan, "重点").name == "重点工作"
    assert find_list(plan, "k").name == "重点工作"
    with pytest.raises(UsageError, match="“中原”对应多个行动"):
        find_action(plan, "中原")


@pytest.mark.parametrize("word", ["科普部、学会", "kpb，全省学会", "科普部;学会；"])
def test_one_word_may_hold_several_names(plan: Plan, word: str) -> None:
    assert [each.name for each in find_each(find_party, plan, [word])] == ["科普部", "全省学会"]


def test_of_several_names_the_one_that_is_none_is_told(plan: Plan) -> None:
    with pytest.raises(UsageError, match="没有叫“科譜部”的部门"):
        find_each(find_party, plan, ["办公室、科譜部"])
    with pytest.raises(UsageError, match="没有单独点名“郑州市科协”"):
        find_each(find_party, plan, ["郑州市科协、洛阳市科协"])
    with pytest.raises(UsageError, match="没有叫“、”的部门"):
        find_each(find_party, plan, ["、"])


def test_who_asks_for_one_is_told_how_to_ask_for_several(plan: Plan) -> None:
    with pytest.raises(UsageError) as caught:
        find_party(plan, "科普部、学会学术部")
    assert caught.value.hint == "请一次写一个名称，或一起列出：plan list 科普部 学会学术部"


def test_a_name_with_a_mark_of_lists_in_it_is_one_name() -> None:
    read, _ = read_plan(yaml.load(small_text().replace("丙馆", "丙、丁馆"), yaml.BaseLoader))
    assert [each.name for each in find_each(find_party, read, ["丙、丁馆"])] == ["丙、丁馆"]
