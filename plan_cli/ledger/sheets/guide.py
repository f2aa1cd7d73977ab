"""The first sheet: what a clerk has to do, in steps."""

from typing import NamedTuple

from plan_cli.ledger.periods import Period
from plan_cli.ledger.sheets.headings import HEADINGS, MEANINGS, TABLE
from plan_cli.model.plan import Document

STEPS = (
    f"点开下面的“{TABLE}”表，一行是一个事项。浅黄色的格子由你们填写；其余的格子是文件内容和上期情况，"
    "已经锁定，不用改。",
    "先在“状态”里选一个：点一下格子，再点右边出现的小三角，从下拉列表里选。各种状态的意思见下面。",
    "再写“进展情况”；有量化指标的，在“完成数”里写到本期末累计完成多少，只写数字，如 12。",
    "要延期的，必须写“调整时限”和“调整原因”；要中止的，必须写“调整原因”；已经完成的，请写“佐证”。",
    "日期写成 2022-09-30 这样。",
    "格子里已经有字的，是本期报过的：有变化就直接改，没有变化就不用动。",
    "请不要改“编号”，不要删去表头。可以筛选、调整行高和列宽。",
    "填完保存，格式仍是 .xlsx（不要另存为 .xls 或 .et），发回给你们这份表的办公室。",
)


class GuideLine(NamedTuple):
    """One line of the guide: a label and what it says; a heading has no label."""

    label: str
    text: str


def guide(document: Document, unit: str, period: Period, count: int) -> tuple[GuideLine, ...]:
    """Return the guide to a workbook of ``count`` items, its title first."""
    number = f"（{document.number}）" if document.number else ""
    sender = document.issuer or "发这份表的单位"
    return (
        GuideLine("", f"{period.title}进展填报说明"),
        GuideLine("单位", unit),
        GuideLine("报告期", f"{period.title}（{period.name}）"),
        GuideLine("文件", document.heading + number),
        GuideLine("事项", f"共 {count} 项"),
        GuideLine("", "怎么填"),
        *(GuideLine(str(place), step) for place, step in enumerate(STEPS, 1)),
        GuideLine(str(len(STEPS) + 1), f"有不明白的，请问{sender}负责督查的同志。"),
        GuideLine("", "状态的意思"),
        *(GuideLine(*pair) for pair in MEANINGS.items()),
        GuideLine("", "各列写什么"),
        *(GuideLine(each.name, each.holds) for each in HEADINGS),
    )
