"""Types of values: how each is read from text, and dumped to plain data again.

Values come from YAML's Base loader, so every scalar is text and is converted here. What hands
slip in, `slips`, is imported where a value does not fit: sound files do without it.
"""

from collections.abc import Callable, Mapping
from typing import Any, get_args

from plan_cli.model.walk import Path
from plan_cli.planfile.findings import Finding, Findings, last_key, quoted
from plan_cli.text import clip


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
            findings.append(Finding("E103", path, f"这里应是{self.name}，不是{shape(value)}"))
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
            findings.append(Finding("E103", path, f"这里应是{self.name}，不是{shape(value)}"))
            return self.default
        try:
            return self.convert(value)
        except ValueError:
            findings.append(self._unfit(value, path))
            return self.default

    def dump(self, value: Any) -> Any:
        return str(value)

    def _unfit(self, value: str, path: Path) -> Finding:
        from plan_cli.planfile.slips import half_width

        meant = half_width(value)
        try:
            self.convert(meant)
        except ValueError:
            message = f"{_key(path)} 应是{self.name}，这里写的是{quoted(value)}"
            return Finding("E104", path, message)
        return Finding("E104", path, _wide(path, value, meant))


class OneOf(Type):
    """A scalar out of a fixed set, the choices of a `Literal`."""

    def __init__(self, literal: Any) -> None:
        self.choices: tuple[str, ...] = get_args(literal)
        self.default = self.choices[0]
        self.name = "、".join(self.choices) + " 之一"

    def read(self, value: Any, path: Path, findings: Findings) -> Any:
        if self._fits(value):
            return value
        from plan_cli.planfile.slips import half_width

        message = f"{_key(path)} 应是 {self.name}，这里写的是{shape(value)}"
        if isinstance(value, str) and self._fits(meant := half_width(value)):
            message = _wide(path, value, meant if meant.isalpha() else f"'{meant}'")
        findings.append(Finding("E104", path, message))
        return self.default

    def dump(self, value: Any) -> Any:
        return str(value)

    def _fits(self, value: Any) -> bool:
        return isinstance(value, str) and value in self.choices


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
            findings.append(self._none(value, path))
            return ()
        read = self.item.read
        return tuple([read(item, (*path, index), findings) for index, item in enumerate(value)])

    def dump(self, value: Any) -> Any:
        return [self.item.dump(item) for item in value]

    def _none(self, value: Any, path: Path) -> Finding:
        from plan_cli.planfile.slips import bracket_slip

        message = f"{_key(path)} 应是列表（每项一行，以“- ”开头），不是{shape(value)}"
        if isinstance(value, str) and (slip := bracket_slip(value, "[ ]")):
            message = f"{_key(path)} 没有读成列表：{slip}"
        return Finding("E103", path, message)


def _wide(path: Path, value: str, meant: str) -> str:
    """Return what to write for a value that only its signs make unfit."""
    written = f"{_key(path)} 写成了{quoted(value)}"
    return f"{written}，有全角字符、中文引号或多余的标点，应写成 {clip(meant)}"


def shape(value: Any) -> str:
    """Return what ``value`` is, as messages call it."""
    if isinstance(value, dict):
        return "“键: 值”"
    return "列表" if isinstance(value, list) else f"{quoted(value)}"


def _key(path: Path) -> str:
    return last_key(path) or "文件"
