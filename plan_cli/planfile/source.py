"""Plan files: finding, reading and dumping them. The only user of PyYAML."""

import os
import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import chain
from pathlib import Path as FilePath
from typing import Any, NamedTuple

import yaml

from plan_cli.errors import InputError
from plan_cli.model.walk import Path
from plan_cli.planfile.bytes import decode, read_bytes, read_stdin
from plan_cli.planfile.events import Builder, Place, Places, Refused, Repeated, TooDeep, too_deep
from plan_cli.planfile.fields import Finding
from plan_cli.planfile.slips import Stop, find_slip
from plan_cli.text import visible, width

SHIPPED = "plan2022.yaml"
STDIN = "-"

LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# Patterns are compiled where they are used: only errors need them.
_LINE_END = "\r\n|[\n\r\x85\u2028\u2029]"
_FORBIDDEN = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""What YAML does not allow in a file at all, not even in comments."""


def shipped_plan() -> FilePath:
    """Return the plan file that comes with the program.

    It stands in ``data/`` beside the package in a checkout (and so in an editable install),
    and inside the package in a wheel.
    """
    package = FilePath(__file__).parent.parent
    inside = package / "data" / SHIPPED
    return inside if inside.exists() else package.parent / "data" / SHIPPED


def open_plan(name: str | None) -> "Source":
    """Return the plan file asked for: ``name``, else ``PLAN_FILE``, else the shipped one.

    ``-`` means standard input. Raises InputError if it cannot be read as UTF-8 text.
    """
    return open_text(plan_name(name))


def plan_name(name: str | None) -> str:
    """Return the name of the plan file asked for, as `open_plan` understands it."""
    return name or os.environ.get("PLAN_FILE") or str(shipped_plan())


def open_text(name: str) -> "Source":
    """Return the text file ``name``, or standard input for ``-``.

    Raises InputError if it cannot be read as UTF-8 text.
    """
    if name == STDIN:
        return Source("标准输入", *decode(read_stdin(), "标准输入"))
    return Source(name, *decode(read_bytes(name), name))


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


class Broken(InputError):
    """A file that is no YAML, or YAML that is not accepted. It carries what a finding has."""

    def __init__(self, code: str, spot: Spot, problem: str, hint: str) -> None:
        line = f"\n    {spot.excerpt}\n    {spot.caret}" if spot.excerpt else ""
        whole = code == "E002"
        super().__init__(f"{spot.file} {problem}" if whole else f"{spot}：{problem}{line}", hint)
        self.code = code
        self.spot = spot
        self.problem = problem


class Source:
    """The text of one plan file, with the name it is called by in messages."""

    def __init__(self, name: str, text: str, bom: bool = False) -> None:
        self.name = visible(name, keep="")
        self.text = text
        self.bom = bom
        """Whether the file begins with a byte order mark; ``text`` does not."""
        self._repeated: list[Repeated] = []

    def data(self) -> Any:
        """Return its content as mappings, lists and text.

        Raises Broken, with file, line and column, where it is empty or not YAML.
        """
        data = self._build(None)
        if data is None or data == "":
            raise Broken("E002", self.spot(0, 0), "是空文件", "请核对是否选错了文件。")
        return data

    @property
    def duplicates(self) -> list[Finding]:
        """Keys that stand more than once in their mapping, after `data`."""
        return [self._duplicate(repeated) for repeated in self._repeated]

    def forbidden(self) -> Iterator[Finding]:
        """Yield the characters for which YAML refuses the file."""
        for found in re.finditer(_FORBIDDEN, self.text):
            message = f"有控制字符 {visible(found[0], keep='')}"
            yield Finding("E004", (), message, place=self.position(found.start()))

    def find(self, finding: Finding) -> Spot:
        """Return where ``finding`` stands, or the nearest value around it that does."""
        if finding.place is not None:
            return self.spot(*finding.place)
        path = finding.path
        values, keys = self._places
        if finding.at_key and path in keys:
            return self.spot(*keys[path])
        while path and path not in values:
            path = path[:-1]
        line, column, end = values.get(path, Place(0, 0, 0))
        for number in range(line, end + 1 if finding.part else line):
            start = column if number == line else 0
            if (found := self._line(number).find(finding.part, start)) >= 0:
                return self.spot(number, found)
        return self.spot(line, column)

    def spot(self, line: int, column: int) -> Spot:
        """Return the place at ``line`` and ``column``, both counted from 0."""
        text = self._line(line)
        start = max(0, column - 30) if width(text[: column + 80]) > 76 else 0
        head = visible(text[start:column], keep="")
        excerpt = head + visible(text[column : column + 36], keep="")
        if start:
            head, excerpt = "…" + head, "…" + excerpt
        if column + 36 < len(text):
            excerpt += "…"
        indent = len(head) - len(head.lstrip())
        caret = " " * width(head[indent:]) + "^"
        return Spot(self.name, line + 1, column + 1, excerpt[indent:], caret)

    def place(self, path: Path) -> Place | None:
        """Return where the value at ``path`` stands."""
        return self._places.values.get(path)

    def offset(self, line: int, column: int) -> int:
        """Return the number in ``text`` of the character at a place, counted from 0.

        Behind a last line that nothing ends, the C loader counts one more.
        """
        if line >= len(self._starts):
            return len(self.text)
        return min(self._starts[line] + column, len(self.text))

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and column of a character of ``text``, counted from 0."""
        line = bisect_right(self._starts, offset) - 1
        return line, offset - self._starts[line]

    @cached_property
    def _places(self) -> Places:
        places = Places({}, {})
        self._build(places)
        return places

    @cached_property
    def _starts(self) -> "array[int]":
        return array("Q", chain((0,), (found.end() for found in re.finditer(_LINE_END, self.text))))

    def _line(self, number: int) -> str:
        if number >= len(self._starts):
            return ""
        start, *after = self._starts[number : number + 2]
        return re.sub(_LINE_END, "", self.text[start : after[0]] if after else self.text[start:])

    def _duplicate(self, repeated: Repeated) -> Finding:
        first, _ = self._places.keys[repeated.path]
        key = visible(str(repeated.path[-1])[:60], keep="")
        message = f"键“{key}”在第 {first + 1} 行已经写过，前面写的会被盖掉"
        return Finding("E107", repeated.path, message, place=(repeated.line, repeated.column))

    def _build(self, places: Places | None) -> Any:
        builder = Builder(places, wary=LOADER is yaml.BaseLoader)
        takers = _takers(builder)
        event: Any = None
        try:
            for event in yaml.parse(self.text, Loader=LOADER):
                if taker := takers.get(type(event)):
                    taker(event)
        except Refused as refused:
            raise self._refused(refused, self._offset(refused.mark)) from None
        except yaml.MarkedYAMLError as error:
            raise self._syntax(error, event, builder.depth) from None
        except (yaml.YAMLError, UnicodeEncodeError):
            finding = next(self.forbidden(), Finding("E003", (), "不是 YAML 文件"))
            spot = self.spot(*(finding.place or (0, 0)))
            raise Broken(finding.code, spot, finding.message, "请删去它。") from None
        self._repeated = builder.repeated
        return builder.root

    def _refused(self, refused: Refused, offset: int) -> Broken:
        spot = self.spot(*self.position(offset))
        return Broken("E005", spot, str(refused), f"{refused.hint}。")

    def _syntax(self, error: yaml.MarkedYAMLError, last: Any, depth: int) -> Broken:
        """Return what ``error`` is due to, the parser having read ``last`` at ``depth``."""
        mark, context = error.problem_mark or error.context_mark, error.context_mark
        offset, end = self._offset(mark), self._offset(last and last.end_mark)
        if (bracket := too_deep(self.text, end, offset, depth)) is not None:
            return self._refused(TooDeep(), bracket)
        stop = Stop(
            offset,
            self._offset(context) if context else None,
            f"{error.context or ''} {error.problem or ''}",
            self._offset(last and last.start_mark),
            end,
            getattr(last, "style", None) or "",
        )
        slip = find_slip(self.text, stop)
        spot = self.spot(*self.position(slip.offset))
        return Broken("E003", spot, "不合 YAML 语法", f"{slip.advice}。")

    def _offset(self, mark: Any) -> int:
        """Return where ``mark`` stands; the C loader's own index counts bytes."""
        return self.offset(mark.line, mark.column) if mark else 0


def _takers(builder: Builder) -> dict[type, Callable[[Any], None]]:
    """Return what takes each kind of event."""
    return {
        yaml.DocumentStartEvent: builder.document,
        yaml.ScalarEvent: builder.scalar,
        yaml.AliasEvent: builder.alias,
        yaml.MappingStartEvent: builder.mapping,
        yaml.SequenceStartEvent: builder.sequence,
        yaml.MappingEndEvent: builder.end,
        yaml.SequenceEndEvent: builder.end,
    }


def dump_records(records: Iterable[Any]) -> str:
    """Return ``records`` (plain data) as YAML text, keys in their order."""
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text: str = yaml.dump(
        list(records), Dumper=dumper, allow_unicode=True, sort_keys=False, width=1_000_000
    )
    return text
