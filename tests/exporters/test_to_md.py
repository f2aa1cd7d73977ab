from plan_cli.exporters.to_md import export
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

（拟）：由编者拟题。

签收人：＿＿＿＿＿＿＿＿　　日期：＿＿＿＿＿＿＿＿

来源：1号
"""
    )
