"""Plain data out of YAML events, bounded in depth and size; every scalar stays text."""

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from plan_cli.model.walk import Path

MAX_DEPTH = 40
MAX_VALUES = 2_000_000
"""The 2022 plan has 1,185, one of 33,000 tasks 1.2 million."""
MAX_KEYS = 1000
"""How many keys one mapping may have, repeated ones included; the format has at most ten."""
MAX_TEXT = 50_000
"""How many characters one value may have; the whole 2022 plan has eleven thousand."""
SHORT = 30
"""Texts of so many characters are keys and names: the same ones stand all over a plan."""
MAX_ALIASED = 100_000
"""How many values aliases may repeat in all; a long text counts as several."""

_BRACKETS = r"""(?s)(?<!\S)\#[^\n]*|(?<![^\s,\[\]{}:])(?:"(?:[^"\\]|\\.)*+"?|'[^']*+'?)|[\[\]{}]"""
"""Brackets, and first the comments and quotations in which they are none."""


class Refused(Exception):
    """YAML that is well-formed but not accepted, with the mark where it stands."""

    def __init__(self, mark: Any, message: str, hint: str) -> None:
        super().__init__(message)
        self.mark = mark
        self.hint = hint


class TooDeep(Refused):
    """What nests deeper than `MAX_DEPTH`."""

    def __init__(self, mark: Any = None) -> None:
        super().__init__(mark, f"嵌套超过 {MAX_DEPTH} 层", "请核对括号和缩进")


def too_deep(text: str, start: int, stop: int, depth: int) -> int | None:
    """Return where brackets between two places nest too deep, begun at ``depth``; or None.

    A parser that looks ahead for a key may refuse a thousand brackets before it tells of the
    first: what it has read but not told is counted here.
    """
    for found in re.compile(_BRACKETS).finditer(text, start, stop):
        depth += (found[0] in "[{") - (found[0] in "]}")
        if depth > MAX_DEPTH:
            return found.start()
    return None


class _Around(NamedTuple):
    """What is gone back to where a mapping or sequence ends."""

    holder: Any
    """The mapping or sequence around it,"""
    key: str | None
    """the key in it, if it is a mapping,"""
    anchor: str | None
    before: int
    """and how many values had been read before."""


class Builder:
    """Makes plain data out of YAML events, with an explicit stack.

    PyYAML's composer recurses: deep nesting takes the interpreter down with it, and
    duplicate keys are lost. Here depth and size are bounded before anything grows, aliases
    are counted, duplicates are kept, and every scalar stays text. ``wary`` raises
    UnicodeEncodeError for halves of characters, which only PyYAML's own loader lets pass.
    """

    placed: Callable[[Any, str | None, Any, Any], None] | None = None
    """What is told of every value: its holder, the key there, the value, and the event."""

    def __init__(self, wary: bool = False) -> None:
        self.root: Any = None
        self.repeated: list[tuple[Path, int, int]] = []
        """Keys that stand in their mapping already, each with line and column."""
        self.last: Any = None
        """The last event that was taken."""
        self._wary = wary
        self._stack: list[_Around] = []
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._aliased = 0

    @property
    def depth(self) -> int:
        """How many mappings and sequences are open."""
        return len(self._stack)

    def take(self, events: Iterable[Any]) -> None:
        """Take all events in one loop over local names; raises Refused for what is not accepted."""
        stack, placed, wary, count = self._stack, self.placed, self._wary, 0
        once = dict[str, str]().setdefault  # short texts, each kept once: half of a large plan
        holder: Any = None  # the mapping or sequence being read,
        key: str | None = None  # and the key whose value is being read, if any
        for event in events:
            self.last = event
            kind = type(event)
            if kind is ScalarEvent:
                value = event.value
                if len(value) <= SHORT:
                    value = once(value, value)
                if event.tag or event.anchor or wary or len(value) > MAX_TEXT:
                    self._look_at(event, value)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                value = self._begun(event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                around = stack.pop()
                if around.anchor:
                    self._anchors[around.anchor] = holder, count - around.before + 1
                holder = around.holder
                continue
            elif kind is AliasEvent:
                value, size = self._meant(event)
                count += size
            else:
                if count and kind is DocumentStartEvent:
                    raise _several(event)
                continue
            count += 1
            if count > MAX_VALUES:
                raise _too_many(event)
            within, waiting = holder, key
            if key is not None:
                holder[key], key = value, None
            elif type(holder) is list:
                holder.append(value)
            elif holder is None:
                self.root = value
            else:
                if type(value) is not str or value in holder or len(holder) >= MAX_KEYS:
                    self._verify_key(holder, value, event)
                key = value
            if placed:
                placed(within, waiting, value, event)
            if type(value) is not str and kind is not AliasEvent:
                stack.append(_Around(within, waiting, event.anchor, count))
                holder = value

    def _look_at(self, event: Any, value: str) -> None:
        """Look at a text that is out of the ordinary; raises Refused for one too long."""
        if event.tag:
            raise _tagged(event)
        if self._wary:
            value.encode()
        if len(value) > MAX_TEXT:
            message = f"一段文字超过 {MAX_TEXT} 字"
            raise Refused(event.start_mark, message, "请核对引号有没有收尾，或分成几段")
        if event.anchor:
            self._anchors[event.anchor] = value, 1 + len(value) // 100

    def _begun(self, event: Any) -> Any:
        """Return the mapping or sequence that begins; raises Refused for one too deep."""
        if len(self._stack) >= MAX_DEPTH:
            raise TooDeep(event.start_mark)
        if event.tag:
            raise _tagged(event)
        return {} if type(event) is MappingStartEvent else []

    def _meant(self, event: Any) -> tuple[Any, int]:
        """Return what a reference means, and its size; raises Refused for one to nowhere, and for
        too many.
        """
        if event.anchor not in self._anchors:
            raise Refused(event.start_mark, "别名（*）指向不存在或自身所在的锚点", "请改写成文字")
        value, size = self._anchors[event.anchor]
        self._aliased += size
        if self._aliased > MAX_ALIASED:
            raise Refused(event.start_mark, "别名（*）展开后过大", "请改写成文字")
        return value, size

    def _verify_key(self, holder: dict[str, Any], key: Any, event: Any) -> None:
        mark = event.start_mark
        if type(key) is not str:
            raise Refused(mark, "键必须是一段文字", "请检查冒号和括号")
        if len(holder) + len(self.repeated) >= MAX_KEYS:
            raise Refused(mark, f"一处写了 {MAX_KEYS} 个以上的键", "请核对是否选错了文件")
        if key in holder:
            self.repeated.append(((*self._path(), key), mark.line, mark.column))

    def _path(self) -> Path:
        """Return the path of what is being read."""
        return tuple(
            len(around.holder) - 1 if around.key is None else around.key
            for around in self._stack[1:]
        )


def _tagged(event: Any) -> Refused:
    return Refused(event.start_mark, "计划文件不用类型标记（!）", "请删去它，或加引号")


def _several(event: Any) -> Refused:
    return Refused(event.start_mark, "文件里有不止一份 YAML（---）", "请分成几个文件")


def _too_many(event: Any) -> Refused:
    return Refused(event.start_mark, f"超过 {MAX_VALUES} 个值", "请核对是否选错了文件")
