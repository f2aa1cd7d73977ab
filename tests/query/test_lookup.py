import pytest

from plan_cli.errors import UsageError
from plan_cli.model.plan import Plan
from plan_cli.query.lookup import (
    find_action,
    find_list,
    find_party,
    find_project,
)


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
