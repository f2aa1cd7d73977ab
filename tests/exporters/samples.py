"""A report like the checklist, made by hand: bands, columns to fill in, two groups, an annex."""

from datetime import date

from plan_cli.report import (
    Column,
    Group,
    Imprint,
    Marked,
    Report,
    Row,
)


def item(number: str, text: str) -> Row:
    due = Marked((("6月", None), ("\n开馆", "small")))
    return Row((f"□ {number}", number, text, due, None, None, "一"))


def counts() -> Report:
    rows = (Row(("点名", 2)), Row(("统称", 1)))
    return Report("计数", (Column("部分", 8), Column("任务", 5)), (Group(rows),))


def sample(*texts: str) -> Report:
    """Return a report with one task of these measures, and one of a single row."""
    rows = [item(f"1.{number}", text) for number, text in enumerate(texts or ("做事。",), 1)]
    return Report(
        title="甲部责任清单",
        heading=("某文件（1号）", "点名 2 项"),
        columns=(
            Column("编号", 4, on="page"),
            Column("编号", 4, on="sheet"),
            Column("举措", 30),
            Column("时限", 6, by_hand=True),
            Column("进展", 4, by_hand=True, choices=("未启动", "推进中", "已完成")),
            Column("备注", 5, by_hand=True),
            Column("部分", 4, on="sheet", helper=True),
        ),
        groups=(
            Group((Row(band=("1　做好事", "共同责任：乙部")), *rows), "一、点名", "写明“甲部”。"),
            Group((item("2", "再做事。"),), "二、统称"),
        ),
        closing=("（拟）：由整理者拟题。",),
        imprint=Imprint(
            "某文件", "plan 1.0", "来源：1号", date(2022, 5, 10), (("签收人", "日期"), ("电话",))
        ),
        annexes=(counts(),),
    )
