from plan_cli.exporters.to_txt import export
from tests.exporters.samples import sample


def test_a_checklist_in_plain_text() -> None:
    assert (
        export(sample("甲事。", "乙事\n丙事。"))
        == """\
甲部责任清单
某文件（1号）
点名 2 项

一、点名
写明“甲部”。

1　做好事
共同责任：乙部
□  1.1  甲事。
    时限：文件未写明
    进展：＿＿＿＿＿＿＿＿　备注：＿＿＿＿＿＿＿＿
□  1.2  乙事
    丙事。
    时限：文件未写明
    进展：＿＿＿＿＿＿＿＿　备注：＿＿＿＿＿＿＿＿

二、统称
□  2  再做事。
    时限：文件未写明
    进展：＿＿＿＿＿＿＿＿　备注：＿＿＿＿＿＿＿＿

（拟）：由整理者拟题。
签收人：＿＿＿＿＿＿＿＿　　日期：＿＿＿＿＿＿＿＿
来源：1号
"""
    )
