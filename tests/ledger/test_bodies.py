"""The list of the bodies of kinds: what it gives, and every slip told with its line."""

from pathlib import Path

import pytest

from plan_cli.errors import InputError
from plan_cli.ledger.bodies import read_bodies
from tests.ledger.making import office


def refused(text: str) -> str:
    Path("名单.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as error:
        read_bodies("名单.yaml", office())
    assert "- 郑州市科协" in error.value.hint
    return error.value.message


def test_names_under_their_kinds() -> None:
    text = "bs: [丁部, ' 戊部 ']\n直属单位:\n  - 己馆\n"
    Path("名单.yaml").write_text(text, encoding="utf-8")
    bodies = read_bodies("名单.yaml", office())
    assert bodies == {"机关部室": ["丁部", "戊部"], "直属单位": ["己馆"]}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("直属单元: [己馆]\n", "名单.yaml:1:1：没有叫“直属单元”的类别。是不是“直属单位”？"),
        ("直属单位:\n  - 己馆\n  - 己 馆\n", "名单.yaml:3:5：“己 馆”在“直属单位”里已经列过"),
        ("部室: [己馆]\n直属单位: [己馆]\n", "“己馆”在“机关部室”里已经列过，请删去一处"),
        ("直属单位: [JB]\n", "名单.yaml:1:8：“甲部”是文件列名的单位，已经有自己的表"),
        ("直属单位: [机关部室]\n", "“机关部室”是类别的名称，请写成员单位的名称"),
        ("直属单位: [己馆]\n直属单位: [庚馆]\n", "已经写过"),
        ("部室: [己馆]\nbs: [庚馆]\n", "名单.yaml:2:1：类别“机关部室”写了两次"),
        ("直属单位: 己馆\n", "名单.yaml:1:1：这里应列出成员单位"),
        ("直属单位: [{a: b}]\n", "这里应是一个单位的名称"),
        ('直属单位: ["己\\u200b馆"]\n', "名称里有看不见的字符，请删去"),
        ("- 己馆\n", "名单.yaml:1:1：这里应是“类别: 名单”"),
    ],
)
def test_each_slip_is_told_with_its_place(text: str, told: str) -> None:
    assert told in refused(text)


def test_many_slips_are_told_in_short() -> None:
    told = refused("直属单位:\n" + "  - 甲部\n" * 8)
    assert told.count("文件列名的单位") == 5
    assert told.endswith("……另有 3 处")


def test_what_is_no_yaml_is_told() -> None:
    Path("名单.yaml").write_text("直属单位: [己馆\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"名单\.yaml:1:"):
        read_bodies("名单.yaml", office())
