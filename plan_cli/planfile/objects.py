"""Mappings with known keys.

What hands slip in, `slips`, is imported where a mapping does not fit: sound files do without it.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from plan_cli.model.walk import Path
from plan_cli.planfile.findings import SUGGESTING, Finding, Findings, path_text, quoted
from plan_cli.planfile.values import Type, shape
from plan_cli.text import nearest


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
        """Return the object; keys that are unknown, missing or unfit are added to ``findings``."""
        if isinstance(value, str) and (slip := self._slip(value)):
            findings.append(Finding("E103", path, f"这里没有读成{self.name}：{slip}"))
            return self.default
        if self.shorthand and isinstance(value, str):
            value = {self.shorthand: value}
        if not isinstance(value, dict):
            findings.append(Finding("E103", path, f"这里应是{self.name}，不是{shape(value)}"))
            return self.default
        arguments = {}
        for key, item in value.items():
            field = self.fields.get(key)
            if field:
                arguments[key] = field.type.read(item, (*path, key), findings)
            elif meant := self._unknown(key, path, findings):
                arguments.setdefault(meant.key, meant.type.default)
        for key in self.required:
            if key not in arguments:
                message = f"{_place(path)}缺少必填的“{key}”{_swallower(key, value)}"
                findings.append(Finding("E102", (*path, key), message))
                arguments[key] = self.fields[key].type.default
        if self.verify:
            self.verify(arguments, path, findings)
        return self.build(**arguments)

    def dump(self, value: Any) -> Any:
        """Return its keys in the order of the format, those left out that say nothing."""
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
        if self.shorthand and not text.lstrip()[:1].isascii():
            return ""  # nothing but words
        from plan_cli.planfile.slips import bracket_slip, key_slip

        colon = key_slip(text)
        if colon and colon[0] in self.fields:
            return f"{colon[0]} {colon[1]}"
        return bracket_slip(text, "{ }") if not self.shorthand else ""

    def _unknown(self, key: str, path: Path, findings: Findings) -> Field | None:
        """Add what is wrong with a key to ``findings``; return the field that it may stand for."""
        from plan_cli.planfile.slips import meant_key

        meant, slip = meant_key(key)
        if slip and (meant in self.fields or key != key.strip()):
            message = f"在键“{meant}”这里，{slip}"
        else:
            message = self._advice(key, len(findings) < SUGGESTING)
        findings.append(Finding("E101", (*path, key), message, at_key=True))
        return self.fields.get(meant)

    def _advice(self, key: str, suggest: bool) -> str:
        close = nearest(key, self.fields, limit=1) if suggest else []
        advice = f"是不是“{close[0]}”？" if close else "可用的键：" + "、".join(self.fields)
        return f"不认识的键{quoted(key)}，{advice}"


def _swallower(key: str, value: Mapping[str, Any]) -> str:
    """Return what kept ``key`` inside the text of another, if it stands there."""
    from plan_cli.planfile.slips import joined_slip

    slips = (joined_slip(item, key) for item in value.values() if isinstance(item, str))
    return next((f"；{slip}" for slip in slips if slip), "")


def _place(path: Path) -> str:
    return f"{path_text(path)} " if path else "文件"
