import pytest

from plan_cli.exporters.to_md import escape, export
from tests.exporters.samples import sample


def test_a_checklist_in_markdown() -> None:
    assert (
        export(sample("甲|事。", "乙事\n丙事。"))
        == """\
# 甲部责任清单

某文件（1号）

点名 2 项

## 一、点名

写明“甲部”。

| 办结 | 编号 | 举措 | 时限 | 进展 | 备注 |
| --- | --- | --- | --- | --- | --- |
|  |  | **1　做好事**<br>共同责任：乙部 |  |  |  |
| □ | 1.1 | 甲\\|事。 | 文件未写明 |  |  |
| □ | 1.2 | 乙事<br>丙事。 | 文件未写明 |  |  |

## 二、统称

| 办结 | 编号 | 举措 | 时限 | 进展 | 备注 |
| --- | --- | --- | --- | --- | --- |
| □ | 2 | 再做事。 | 文件未写明 |  |  |

（拟）：由整理者拟题。

签收人：＿＿＿＿＿＿＿＿　　日期：＿＿＿＿＿＿＿＿

来源：1号
"""
    )


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("1. 建成。", "1\\. 建成。"),
        ("12) 建成。", "12\\) 建成。"),
        ("1.5倍", "1.5倍"),
        ("2022年", "2022年"),
        ("# 标题", "\\# 标题"),
        ("### 标题", "\\### 标题"),
        ("#标签", "#标签"),
        (">引文", "\\>引文"),
        ("- 一项", "\\- 一项"),
        ("---", "\\---"),
        ("==", "\\=="),
        ("-5度", "-5度"),
        ("*重*", "\\*重\\*"),
        ("<b>&", "&lt;b>&amp;"),
    ],
)
def test_text_stays_text(text: str, escaped: str) -> None:
    assert escape(text) == escaped
