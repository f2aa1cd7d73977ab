"""Plain data out of YAML events, bounded in depth and size; every scalar stays text."""

import re
from typing import Any

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


class Builder:
    """Makes plain data out of YAML events, with an explicit stack.

    PyYAML's composer recurses: deep nesting takes the interpreter down with it, and
    duplicate keys are lost. Here depth and size are bounded before anything grows, aliases
    are counted, duplicates are kept, and every scalar stays text. ``wary`` raises
    UnicodeEncodeError for halves of characters, which only PyYAML's own loader lets pass.
    """

    def __init__(self, wary: bool = False) -> None:
        self.root: Any = None
        self.repeated: list[tuple[Path, int, int]] = []
        """Keys that stand in their mapping already, each with line and column."""
        self._wary = wary
        self._known: dict[str, str] = {}
        """Short texts, each kept once: half of what a large plan takes up."""
        self._holder: Any = None
        """The mapping or sequence being read,"""
        self._key: str | None = None
        """and the key whose value is being read, if any."""
        self._stack: list[tuple[Any, str | None]] = []
        """The same of all around it."""
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._open: list[tuple[str | None, int]] = []
        self._count = 0
        self._aliased = 0

    @property
    def depth(self) -> int:
        """How many mappings and sequences are open."""
        return len(self._stack)

    def document(self, event: Any) -> None:
        """Take the beginning of a document; raises Refused for a second one."""
        if self._count:
            raise Refused(event.start_mark, "文件里有不止一份 YAML（---）", "请分成几个文件")

    def scalar(self, event: Any) -> None:
        """Take a text; raises Refused for one that is too long."""
        value = event.value
        if event.tag:
            raise self._tagged(event)
        if self._wary:
            value.encode()
        if len(value) <= SHORT:
            value = self._known.setdefault(value, value)
        elif len(value) > MAX_TEXT:
            message = f"一段文字超过 {MAX_TEXT} 字"
            raise Refused(event.start_mark, message, "请核对引号有没有收尾，或分成几段")
        self._add(value, event)
        if event.anchor:
            self._anchors[event.anchor] = (value, 1 + len(value) // 100)

    def mapping(self, event: Any) -> None:
        """Take the beginning of a mapping; raises Refused for one too deep."""
        self._start({}, event)

    def sequence(self, event: Any) -> None:
        """Take the beginning of a sequence; raises Refused for one too deep."""
        self._start([], event)

    def _start(self, container: Any, event: Any) -> None:
        if len(self._stack) >= MAX_DEPTH:
            raise TooDeep(event.start_mark)
        if event.tag:
            raise self._tagged(event)
        around = self._holder, self._key
        self._add(container, event)
        self._stack.append(around)
        self._holder = container
        self._open.append((event.anchor, self._count))

    def end(self, _: Any) -> None:
        """Take the end of a mapping or sequence."""
        container = self._holder
        self._holder, _ = self._stack.pop()
        anchor, before = self._open.pop()
        if anchor:
            self._anchors[anchor] = (container, self._count - before + 1)

    def alias(self, event: Any) -> None:
        """Take a reference; raises Refused for one to nowhere, and for too many."""
        if event.anchor not in self._anchors:
            raise Refused(event.start_mark, "别名（*）指向不存在或自身所在的锚点", "请改写成文字")
        value, size = self._anchors[event.anchor]
        self._count += size
        self._aliased += size
        if self._aliased > MAX_ALIASED:
            raise Refused(event.start_mark, "别名（*）展开后过大", "请改写成文字")
        self._add(value, event)

    def _tagged(self, event: Any) -> Refused:
        return Refused(event.start_mark, "计划文件不用类型标记（!）", "请删去它，或加引号")

    def _add(self, value: Any, event: Any) -> None:
        self._count += 1
        if self._count > MAX_VALUES:
            raise Refused(event.start_mark, f"超过 {MAX_VALUES} 个值", "请核对是否选错了文件")
        holder = self._holder
        if self._key is not None:
            holder[self._key] = value
            self._key = None
        elif type(holder) is list:
            holder.append(value)
        elif holder is None:
            self.root = value
        else:
            self._add_key(holder, value, event)

    def _add_key(self, holder: dict[str, Any], key: Any, event: Any) -> None:
        mark = event.start_mark
        if type(key) is not str:
            raise Refused(mark, "键必须是一段文字", "请检查冒号和括号")
        if len(holder) + len(self.repeated) >= MAX_KEYS:
            raise Refused(mark, f"一处写了 {MAX_KEYS} 个以上的键", "请核对是否选错了文件")
        if key in holder:
            self.repeated.append(((*self._path(), key), mark.line, mark.column))
        self._key = key

    def _path(self) -> Path:
        """Return the path of what is being read."""
        around = self._stack[1:]
        return tuple(len(holder) - 1 if key is None else key for holder, key in around)
