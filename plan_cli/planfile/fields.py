"""What a plan file may hold: types of values, mappings with known keys, and what is found wrong.

Values come from YAML's Base loader, so every scalar is text and is converted here. Reading
never stops at the first problem: it collects a `Finding` for each and goes on with a
harmless value, so that all slips of a file are told in one run.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from plan_cli.model.walk import Path
from plan_cli.planfile.slips import bracket_slip, half_width, key_slip
from plan_cli.text import clip, nearest

SUGGESTING = 100
"""After so many findings no more nearest keys are looked for: each takes 0.2 ms."""


class Finding(NamedTuple):
    """Something about a plan file that a person should look at.

    ``code`` identifies the rule (``E101``); ``message`` is Chinese. The place is that of the
    value at ``path``: of the words ``part`` in it, or of its key with ``at_key``; unless
    ``place`` gives it, line and column counted from 0.
    """

    code: str
    path: Path
    message: str
    part: str = ""
    at_key: bool = False
    place: tuple[int, int] | None = None


MAX_FINDINGS = 1000
"""After so many findings reading stops: the file is no plan at all."""


class Findings(list[Finding]):
    """Findings as they are collected."""

    def append(self, finding: Finding) -> None:
        """Add ``finding``; raises TooMany when there are more than a person can use."""
        super().append(finding)
        if len(self) >= MAX_FINDINGS:
            raise TooMany


class TooMany(Exception):
    """There are `MAX_FINDINGS` findings."""


def path_text(path: Path) -> str:
    """Return ``path`` as it is written for people: ``lists[1].tasks[2].note``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}"
    return text.removeprefix(".")


class Type:
    """How one kind of value is read from text, and dumped to plain data again."""

    name = ""
    default: Any = None

    def read(self, value: Any, path: Path, findings: Findings) -> Any:
        """Return the converted ``value``; problems are added to ``findings``."""
        raise NotImplementedError

    def dump(self, value: Any) -> Any:
        """Return ``value`` as text, list or mapping, as the file holds it."""
        raise NotImplementedError


class Text(Type):
    """A scalar that holds words."""

    name = "一段文字"
    default = ""

    def read(self, value: Any, path: Path, findings: Findings) -> str:
        if not isinstance(value, str):
            findings.append(Finding("E103", path, f"这里应是{self.name}，不是{_shape(value)}"))
            return ""
        if not value.strip():
            findings.append(Finding("E105", path, f"{_key(path)} 没有内容"))
        return value

    def dump(self, value: Any) -> Any:
        return str(value)


class Converted(Type):
    """A scalar that is converted by a function raising ValueError for what does not fit.

    ``constraints`` say the same in the words of JSON Schema.
    """

    def __init__(
        self, name: str, convert: Callable[[str], Any], default: Any, constraints: Mapping[str, Any]
    ) -> None:
        self.name = name
        self.convert = convert
        self.default = default
        self.constraints = constraints

    def read(self, value: Any, path: Path, findings: Findings) -> Any:
        if not isinstance(value, str):
            findings.append(Finding("E103", path, f"这里应是{self.name}，不是{_shape(value)}"))
            return self.default
        try:
            return self.convert(value)
        except ValueError:
            findings.append(self._unfit(value, path))
            return self.default

    def dump(self, value: Any) -> Any:
        return str(value)

    def _unfit(self, value: str, path: Path) -> Finding:
        meant = half_width(value)
        try:
            self.convert(meant)
        except ValueError:
            message = f"{_key(path)} 应是{self.name}，这里写的是“{clip(value)}”"
            return Finding("E104", path, message)
        return Finding("E104", path, _wide(path, value, meant))


class Choice(Type):
    """A scalar out of a fixed set."""

    def __init__(self, enum: type[StrEnum]) -> None:
        self.enum = enum
        self.default = next(iter(enum))
        self.name = "、".join(enum) + " 之一"

    def read(self, value: Any, path: Path, findings: Findings) -> Any:
        if self._fits(value):
            return self.enum(value)
        message = f"{_key(path)} 应是 {self.name}，这里写的是{_shape(value)}"
        if isinstance(value, str) and self._fits(meant := half_width(value)):
            message = _wide(path, value, meant if meant.isalpha() else f"'{meant}'")
        findings.append(Finding("E104", path, message))
        return self.default

    def dump(self, value: Any) -> Any:
        return str(value)

    def _fits(self, value: Any) -> bool:
        return isinstance(value, str) and value in self.enum.__members__.values()


class ListOf(Type):
    """A sequence, read into a tuple."""

    default: tuple[Any, ...] = ()

    def __init__(self, item: Type) -> None:
        self.item = item
        self.name = "列表"

    def read(self, value: Any, path: Path, findings: Findings) -> tuple[Any, ...]:
        if value == "":
            return ()
        if not isinstance(value, list):
            message = f"{_key(path)} 应是列表（每项一行，以“- ”开头），不是{_shape(value)}"
            if isinstance(value, str) and (slip := bracket_slip(value, "[ ]")):
                message = f"{_key(path)} 没有读成列表：{slip}"
            findings.append(Finding("E103", path, message))
            return ()
        read = self.item.read
        return tuple(read(item, (*path, index), findings) for index, item in enumerate(value))

    def dump(self, value: Any) -> Any:
        return [self.item.dump(item) for item in value]


class Field(NamedTuple):
    """One key of a mapping. ``doc`` is the Chinese description that editors are shown."""

    key: str
    type: Type
    doc: str
    required: bool = False
    omit: str | None = ""
    """The value that is not written out, because leaving the key out says the same."""


class Object(Type):
    """A mapping with known keys, read into a dataclass.

    ``shorthand`` names the key that a plain text stands for. ``build`` makes the object from
    keyword arguments named like the keys, ``parts`` takes it apart again; the class itself
    and its attributes serve where they are left out. ``verify`` looks at all values together;
    ``constraints`` say the same in the words of JSON Schema.
    """

    def __init__(
        self,
        build: Callable[..., Any],
        *fields: Field,
        shorthand: str = "",
        parts: Callable[[Any], Mapping[str, Any]] | None = None,
        verify: Callable[[Mapping[str, Any], Path, Findings], None] | None = None,
        constraints: Mapping[str, Any] = MappingProxyType({}),
    ) -> None:
        self.build = build
        self.fields = {field.key: field for field in fields}
        self.required = tuple(field.key for field in fields if field.required)
        self.shorthand = shorthand
        self.parts = parts or self._attributes
        self.verify = verify
        self.constraints = constraints
        self.name = "若干“键: 值”"

    @property
    def default(self) -> Any:
        """An object whose required fields are empty."""
        return self.build(**{key: self.fields[key].type.default for key in self.required})

    def read(self, value: Any, path: Path, findings: Findings) -> Any:
        if isinstance(value, str) and (slip := self._slip(value)):
            findings.append(Finding("E103", path, f"这里没有读成{self.name}：{slip}"))
            return self.default
        if self.shorthand and isinstance(value, str):
            value = {self.shorthand: value}
        if not isinstance(value, dict):
            findings.append(Finding("E103", path, f"这里应是{self.name}，不是{_shape(value)}"))
            return self.default
        arguments = {}
        for key, item in value.items():
            field = self.fields.get(key)
            if field:
                arguments[key] = field.type.read(item, (*path, key), findings)
                continue
            findings.append(self._unknown(key, path, len(findings) < SUGGESTING))
            if meant := self.fields.get(_meant_key(key)):
                arguments.setdefault(meant.key, meant.type.default)
        for key in self.required:
            if key not in arguments:
                message = f"{_place(path)}缺少必填的“{key}”"
                findings.append(Finding("E102", (*path, key), message))
                arguments[key] = self.fields[key].type.default
        if self.verify:
            self.verify(arguments, path, findings)
        return self.build(**arguments)

    def dump(self, value: Any) -> Any:
        parts = self.parts(value)
        shown = {
            key: field.type.dump(parts[key])
            for key, field in self.fields.items()
            if field.required or parts.get(key) not in (None, (), field.omit)
        }
        return shown[self.shorthand] if tuple(shown) == (self.shorthand,) else shown

    def _attributes(self, value: Any) -> Mapping[str, Any]:
        return {key: getattr(value, key) for key in self.fields}

    def _slip(self, text: str) -> str:
        """Return what made a mapping a mere text, if it shows."""
        colon = key_slip(text)
        if colon and colon[0] in self.fields:
            return f"{colon[0]} {colon[1]}"
        return bracket_slip(text, "{ }") if not self.shorthand else ""

    def _unknown(self, key: str, path: Path, suggest: bool) -> Finding:
        return Finding("E101", (*path, key), self._what(key, suggest), at_key=True)

    def _what(self, key: str, suggest: bool) -> str:
        if key != key.strip():
            shown = clip(key.strip())
            return f"键“{shown}”前后有全角或不间断空格，缩进和空格只能用半角"
        if (colon := key_slip(key)) and colon[0] in self.fields:
            return f"在键“{colon[0]}”这里，{colon[1]}"
        close = nearest(key, self.fields, limit=1) if suggest else []
        advice = f"是不是“{close[0]}”？" if close else "可用的键：" + "、".join(self.fields)
        return f"不认识的键“{clip(key)}”，{advice}"


def _meant_key(key: str) -> str:
    """Return the key that a wrong one is meant to be, spaces and colons aside."""
    colon = key_slip(key)
    return colon[0] if colon else key.strip()


def _wide(path: Path, value: str, meant: str) -> str:
    """Return what to write for a value that only its signs make unfit."""
    shown = clip(value)
    quoted = shown if shown[:1] in "“‘" else f"“{shown}”"
    return f"{_key(path)} 写成了{quoted}，有全角字符或中文引号，应写成 {clip(meant)}"


def _shape(value: Any) -> str:
    if isinstance(value, dict):
        return "“键: 值”"
    return "列表" if isinstance(value, list) else f"“{clip(value)}”"


def _key(path: Path) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "文件")


def _place(path: Path) -> str:
    return f"{path_text(path)} " if path else "文件"
