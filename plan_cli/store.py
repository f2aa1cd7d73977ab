"""Plan files: finding, reading and dumping them. The only user of PyYAML."""

import os
import re
import stat
import sys
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any, NamedTuple, NoReturn

import yaml

from plan_cli.errors import InputError
from plan_cli.schema import Path
from plan_cli.text import is_control, visible, width

SHIPPED = "plan2022.yaml"
STDIN = "-"
MAX_BYTES = 32 * 1024 * 1024
MAX_DEPTH = 40
MAX_ALIASED = 100_000
"""How many values aliases may repeat in all."""

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")

_SYNTAX_ADVICE = (
    ("could not find expected ':'", "这一行缺少冒号，或上一行没有写完"),
    ("mapping values are not allowed", "同一行里有第二个“: ”；文字里带冒号时请整段加引号"),
    ("did not find expected key", "缩进与上一行对不齐，或引号后面还有别的文字"),
    ("did not find expected '-'", "缩进与列表的其他项对不齐"),
    ("found character that cannot start", "不能以这个符号开头（Tab、@ 等）；请用空格缩进或加引号"),
    ("unexpected end of stream", "引号或括号没有收尾"),
    ("found unexpected end of", "引号没有收尾"),
    ("did not find expected ',' or", "方括号或花括号没有收尾，或各项之间少了英文逗号"),
)  # fmt: skip


def shipped_plan() -> FilePath:
    """Return the plan file that comes with the program.

    It stands in ``data/`` beside the package in a checkout (and so in an editable install),
    and inside the package in a wheel.
    """
    package = FilePath(__file__).parent
    inside = package / "data" / SHIPPED
    return inside if inside.exists() else package.parent / "data" / SHIPPED


def open_plan(name: str | None) -> "Source":
    """Return the plan file asked for: ``name``, else ``PLAN_FILE``, else the shipped one.

    ``-`` means standard input. Raises InputError if it cannot be read as UTF-8 text.
    """
    chosen = name or os.environ.get("PLAN_FILE") or str(shipped_plan())
    if chosen == STDIN:
        return Source("标准输入", _decode(sys.stdin.buffer.read(MAX_BYTES + 1), "标准输入"))
    return Source(chosen, _decode(read_bytes(chosen), chosen))


def read_bytes(name: str, limit: int = MAX_BYTES) -> bytes:
    """Return the content of the regular file ``name``, at most ``limit`` bytes.

    Raises InputError for anything that is no readable regular file; never waits for a pipe.
    """
    shown = visible(name, keep="")
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(name, flags)
        with os.fdopen(descriptor, "rb") as file:
            mode = os.fstat(descriptor).st_mode
            if not stat.S_ISREG(mode):
                _refuse_special(shown, mode)
            return file.read(limit + 1)
    except FileNotFoundError:
        raise InputError(f"找不到文件 {shown}", "请核对文件名和所在文件夹。") from None
    except IsADirectoryError:
        _refuse_special(shown, stat.S_IFDIR)
    except PermissionError:
        if os.path.isdir(name):  # noqa: PTH112 - what Windows answers for a folder
            _refuse_special(shown, stat.S_IFDIR)
        raise InputError(f"没有权限读取 {shown}", "请检查文件权限，或复制一份再试。") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "文件名无效"
        raise InputError(f"无法读取 {shown}（{reason}）", "请核对文件名。") from None


def _refuse_special(shown: str, mode: int) -> NoReturn:
    if stat.S_ISDIR(mode):
        raise InputError(f"{shown} 是文件夹，不是文件", "请写出文件夹里的文件名。")
    hint = "请先存成文件；要从管道读取，请用 - 代替文件名。"
    raise InputError(f"{shown} 不是普通文件（管道或设备）", hint)


def _decode(content: bytes, name: str) -> str:
    shown = visible(name, keep="")
    if len(content) > MAX_BYTES:
        limit = MAX_BYTES // (1024 * 1024)
        raise InputError(f"{shown} 超过 {limit} MB，不像计划文件", "请核对是否选错了文件。")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError(f"{shown} 是 UTF-16 编码", "请用编辑器打开后另存为 UTF-8 编码。")
    try:
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"{shown}:{line} 不是 UTF-8 编码{_guess(content)}",
            "请用编辑器打开后另存为 UTF-8 编码。",
        ) from None


def _guess(content: bytes) -> str:
    if b"\0" in content:
        return "（含有二进制内容，不是文本文件）"
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "，看来是 GB18030（GBK、ANSI）编码"


class Spot(NamedTuple):
    """A place in a file; ``line`` and ``column`` count from 1."""

    file: str
    line: int
    column: int
    excerpt: str
    """The line, or the part of a long one around the place."""
    caret: str
    """Spaces and a caret that point into ``excerpt``."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Source:
    """The text of one plan file, with the name it is called by in messages."""

    def __init__(self, name: str, text: str) -> None:
        self.name = visible(name, keep="")
        self.text = text
        self.duplicates: list[Path] = []
        """Paths of keys that stand more than once in their mapping, after ``data``."""

    def data(self) -> Any:
        """Return its content as mappings, lists and text; ``None`` for an empty file.

        Raises InputError, with file, line and column, where it is not YAML.
        """
        return self._build({}, record=False)

    def locate(self, path: Path, part: str = "") -> Spot:
        """Return where ``path`` stands, or the nearest value around it that does.

        With ``part``, the place of these words within the value, if they stand on its line.
        """
        while path and path not in self._places:
            path = path[:-1]
        line, column = self._places.get(path, (0, 0))
        if part and (found := self._line(line).find(part, column)) >= 0:
            column = found
        return self.spot(line, column)

    def spot(self, line: int, column: int) -> Spot:
        """Return the place at ``line`` and ``column``, both counted from 0."""
        text = self._line(line)
        start = max(0, column - 30) if width(text) > 76 else 0
        head = visible(text[start:column], keep="")
        excerpt = head + visible(text[column : column + 36], keep="")
        if start:
            head, excerpt = "…" + head, "…" + excerpt
        if column + 36 < len(text):
            excerpt += "…"
        indent = len(excerpt) - len(excerpt.lstrip())
        caret = " " * width(head[indent:]) + "^"
        return Spot(self.name, line + 1, column + 1, excerpt[indent:], caret)

    @cached_property
    def _places(self) -> dict[Path, tuple[int, int]]:
        places: dict[Path, tuple[int, int]] = {}
        self._build(places, record=True)
        return places

    @cached_property
    def _lines(self) -> list[str]:
        return _LINE_END.split(self.text)

    def _line(self, number: int) -> str:
        return self._lines[number] if number < len(self._lines) else ""

    def _build(self, places: dict[Path, tuple[int, int]], record: bool) -> Any:
        builder = _Builder(places if record else None)
        try:
            for event in yaml.parse(self.text, Loader=_Loader):
                builder.take(event)
        except _Refused as refused:
            raise self._error(refused.mark, str(refused), refused.hint) from None
        except yaml.MarkedYAMLError as error:
            problem = f"{error.context or ''} {error.problem or ''}"
            advice = next((a for words, a in _SYNTAX_ADVICE if words in problem), "")
            mark = error.problem_mark or error.context_mark
            raise self._error(mark, "不合 YAML 语法", advice or "请检查这一行和上一行") from None
        except yaml.YAMLError:
            raise self._control_character() from None
        self.duplicates = builder.duplicates
        return builder.root

    def _error(self, mark: Any, message: str, hint: str) -> InputError:
        line, column = (mark.line, mark.column) if mark else (0, 0)
        while line and not self._line(line).strip():
            line -= 1
            column = len(self._line(line))
        spot = self.spot(line, column)
        where = f"{spot}：{message}\n    {spot.excerpt}\n    {spot.caret}"
        return InputError(where, f"{hint}。")

    def _control_character(self) -> InputError:
        for number, line in enumerate(self._lines):
            for column, char in enumerate(line):
                if is_control(char) and char != "\t":
                    spot = self.spot(number, column)
                    message = f"{spot}：有看不见的控制字符 {visible(char)}\n    {spot.excerpt}"
                    return InputError(f"{message}\n    {spot.caret}", "请删去它。")
        return InputError(f"{self.name} 不是 YAML 文件", "请核对是否选错了文件。")


class _Refused(Exception):
    """YAML that is well-formed but not accepted, with the mark where it stands."""

    def __init__(self, mark: Any, message: str, hint: str) -> None:
        super().__init__(message)
        self.mark = mark
        self.hint = hint


class _Builder:
    """Makes plain data out of YAML events, with an explicit stack.

    PyYAML's composer recurses: deep nesting takes the interpreter down with it, and
    duplicate keys are lost. Here depth is bounded before anything nests, aliases are
    counted, duplicates are kept, and every scalar stays text.
    """

    def __init__(self, places: dict[Path, tuple[int, int]] | None) -> None:
        self.root: Any = None
        self.duplicates: list[Path] = []
        self._places = places
        self._stack: list[Any] = []
        self._keys: list[str | None] = []
        self._steps: list[str | int] = []
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._open: list[tuple[str | None, int]] = []
        self._count = 0
        self._aliased = 0

    def take(self, event: Any) -> None:
        """Take one event; raises _Refused for what a plan file may not hold."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            value = event.value
            self._add(value, event)
            if event.anchor:
                self._anchors[event.anchor] = (value, 1)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._start({} if kind is yaml.MappingStartEvent else [], event)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._end()
        elif kind is yaml.AliasEvent:
            self._alias(event)
        elif kind is yaml.DocumentStartEvent and self._count:
            raise _Refused(event.start_mark, "文件里有不止一份 YAML（---）", "请分成几个文件")

    def _start(self, container: Any, event: Any) -> None:
        if len(self._stack) >= MAX_DEPTH:
            raise _Refused(event.start_mark, f"嵌套超过 {MAX_DEPTH} 层", "请核对括号和缩进")
        step = self._add(container, event)
        if self._stack:
            self._steps.append(step)
        self._stack.append(container)
        self._keys.append(None)
        self._open.append((event.anchor, self._count))

    def _end(self) -> None:
        container = self._stack.pop()
        self._keys.pop()
        if self._steps:
            self._steps.pop()
        anchor, before = self._open.pop()
        if anchor:
            self._anchors[anchor] = (container, self._count - before + 1)

    def _alias(self, event: Any) -> None:
        if event.anchor not in self._anchors:
            raise _Refused(event.start_mark, "别名（*）指向不存在或自身所在的锚点", "请改写成文字")
        value, size = self._anchors[event.anchor]
        self._count += size
        self._aliased += size
        if self._aliased > MAX_ALIASED:
            raise _Refused(event.start_mark, "别名（*）展开后过大", "请改写成文字")
        self._add(value, event)

    def _add(self, value: Any, event: Any) -> str | int:
        """Put ``value`` where it belongs; return the key or index it is held by."""
        self._count += 1
        if getattr(event, "tag", None):
            raise _Refused(event.start_mark, "计划文件不用类型标记（!）", "请删去它，或加引号")
        if not self._stack:
            self.root = value
            return 0
        holder = self._stack[-1]
        if type(holder) is list:
            holder.append(value)
            step: str | int = len(holder) - 1
        elif (key := self._keys[-1]) is None:
            step = self._key(value, event, holder)
        else:
            holder[key] = value
            self._keys[-1] = None
            step = key
        if self._places is not None:
            mark = event.start_mark
            self._places[(*self._steps, step)] = (mark.line, mark.column)
        return step

    def _key(self, value: Any, event: Any, holder: dict[str, Any]) -> str:
        if type(value) is not str:
            raise _Refused(event.start_mark, "键必须是一段文字", "请检查冒号和括号")
        if value in holder:
            self.duplicates.append((*self._steps, value))
        self._keys[-1] = value
        return value


def dump_records(records: Iterable[Any]) -> str:
    """Return ``records`` (plain data) as YAML text, keys in their order."""
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text: str = yaml.dump(
        list(records), Dumper=dumper, allow_unicode=True, sort_keys=False, width=1_000_000
    )
    return text
