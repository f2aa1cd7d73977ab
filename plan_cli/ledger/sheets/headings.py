"""What the workbooks of a round are made of: the names of sheets, the columns and their fields."""

from typing import NamedTuple

from plan_cli.ledger.event import Told
from plan_cli.model.statuses import Status
from plan_cli.text import listed

GUIDE, TABLE, HIDDEN = "说明", "台账", "_plan"
"""The sheets in their order: how to fill it in, what is filled in, what the program knows it by."""
FORMAT = 1
"""The version of what stands in `HIDDEN`."""
MEANINGS: dict[Status, str] = {
    "未启动": "还没有开始做",
    "推进中": "已经在做，还没有完成",
    "已完成": "全部做完了；请在“佐证”里写明材料，办公室核实后销号",
    "延期": "到时限完不成，要改期；必须写“调整时限”和“调整原因”",
    "中止": "不再做了；必须写“调整原因”",
}
"""What a unit may say, and what it means by that; 已销号 is the office's own to say."""


class Heading(NamedTuple):
    """One column of `TABLE`."""

    name: str
    width: float
    """In digits."""
    holds: str
    """What stands there, or what to type there; the guide tells it."""
    field: Told | None = None
    """What is typed there; ``None`` for what the office gives and nobody changes."""
    also: tuple[str, ...] = ()
    """What people call it instead."""


HEADINGS = (
    Heading("编号", 8.5, "事项的编号，收回时靠它对号，请不要改动"),
    Heading("任务", 15, "任务的编号和标题"),
    Heading("举措", 32, "要做的事，文件原文"),
    Heading("量化指标", 13, "要达到的数量；办公室另定的，写明“办公室计划”"),
    Heading("时限", 15, "要完成的时间；办公室另定的写明“办公室计划”，调整过的写明“已调整”"),
    Heading("上期进展", 18, "上一次报送的状态和进展，供对照"),
    Heading("状态", 9, f"从下拉列表里选一个：{listed(list(MEANINGS))}", "status"),
    Heading(
        "完成数",
        9,
        "到本期末累计完成的数量，只写数字，如 12；没有量化指标的不写",
        "done",
    ),
    Heading(
        "进展情况",
        32,
        "本期做了什么、做到什么程度；字数不限，格子会变高",
        "progress",
        ("进展", "工作进展", "完成情况", "进度情况", "推进情况", "落实情况"),
    ),
    Heading(
        "存在问题",
        14,
        "有什么困难、需要谁来解决；没有就空着",
        "problem",
        ("存在的问题", "困难和问题", "问题和困难"),
    ),
    Heading("下一步", 14, "接下来做什么、什么时候做", "next", ("下步工作", "下步打算")),
    Heading("责任人", 9, "具体负责的人", "person", ("负责人",)),
    Heading(
        "佐证", 11, "文件名、文号、网址或存放的地方；办公室销号时要看", "evidence", ("证明材料",)
    ),
    Heading(
        "调整时限",
        11.5,
        "只在延期时写：调整到哪一天，如 2022-09-30",
        "due",
        ("调整后时限", "新时限"),
    ),
    Heading("调整原因", 11, "延期或中止时写：为什么", "reason", ("延期原因",)),
)
"""All columns, in their order."""
ID = HEADINGS[0].name
GIVEN = tuple(each.name for each in HEADINGS if not each.field and each.name != ID)
"""What the office gives besides the id."""
FIELDS: dict[str, Told] = {each.name: each.field for each in HEADINGS if each.field}
"""What is typed under each heading."""
