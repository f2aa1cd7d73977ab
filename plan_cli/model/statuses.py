"""How far an item can be and how urgent it is: the words of it, in order."""

from typing import Literal, get_args

Status = Literal["未启动", "推进中", "已完成", "已销号", "延期", "中止"]
"""How far an item is, in the words of the office; 已销号 is the office's own to say."""
STATUSES: tuple[Status, ...] = get_args(Status)
DONE: tuple[Status, ...] = ("已完成", "已销号")
"""After these there is nothing left to do."""
OVER: tuple[Status, ...] = (*DONE, "中止")
"""After these nothing more is asked."""
Light = Literal["red", "yellow", "grey", "green"]
"""How urgent an item is, most urgent first; computed, never typed."""
LIGHTS: tuple[Light, ...] = get_args(Light)
LIGHT_NAMES: dict[Light, str] = {
    "red": "红灯",
    "yellow": "黄灯",
    "grey": "未报",
    "green": "绿灯",
}
DueBy = Literal["document", "office", "unit"]
"""Whose date it is: the document's own, one that the office planned, one that a unit moved."""
