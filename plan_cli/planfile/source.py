"""Plan files: which one is asked for, what it holds, and where in it a finding stands."""

import os
from functools import cached_property
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any

from plan_cli.model.walk import Path
from plan_cli.planfile.bytes import decode_utf8, read_bytes, read_stdin
from plan_cli.planfile.findings import Finding, quoted
from plan_cli.planfile.offsets import Lines
from plan_cli.text import visible, width

if TYPE_CHECKING:
    from plan_cli.planfile.parsing import Unparsed
    from plan_cli.planfile.places import Broken, Location, Place, Places

SHIPPED = "plan2022.yaml"
STDIN = "-"


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
    content = read_stdin() if name == STDIN else read_bytes(name)
    return Source(shown_name(name), *decode_utf8(content, shown_name(name)))


def shown_name(name: str) -> str:
    """Return what messages call the file ``name``."""
    return "标准输入" if name == STDIN else visible(name, keep="")


class Source(Lines):
    """The text of one plan file, with the name it is called by in messages."""

    def __init__(self, name: str, text: str, bom: bool = False) -> None:
        super().__init__(text)
        self.name = visible(name, keep="")
        self.bom = bom
        """Whether the file begins with a byte order mark; ``text`` does not."""
        self._repeated: list[tuple[Path, int, int]] = []

    def data(self) -> Any:
        """Return its content as mappings, lists and text.

        Raises Broken, with file, line and column, where it is empty or not YAML.
        """
        from plan_cli.planfile.events import Builder
        from plan_cli.planfile.parsing import Unparsed, parse

        try:
            built = parse(self, Builder)
        except Unparsed as error:
            raise self._broken(error) from None
        if built.root is None or built.root == "":
            raise self._broken(Unparsed("E002", 0, "文件是空的", "请核对是否选错了文件。"))
        self._repeated = built.repeated
        return built.root

    def _broken(self, error: "Unparsed") -> "Broken":
        from plan_cli.planfile.places import Broken

        place = self.location(*self.position(error.offset))
        return Broken(error.code, place, error.problem, error.advice)

    @property
    def duplicates(self) -> list[Finding]:
        """Keys that stand more than once in their mapping, after `data`."""
        return [self._duplicate(*repeated) for repeated in self._repeated]

    def find(self, finding: Finding) -> "Location":
        """Return where ``finding`` stands, or the nearest value around it that does."""
        if finding.place is not None:
            return self.location(*finding.place)
        path = finding.path
        places = self._places
        if finding.at_key and path in places.keys:
            return self.location(*places.keys[path])
        while path and path not in places.values:
            path = path[:-1]
        line, column, end, _ = places.values.get(path, (0, 0, 0, 0))
        for number in range(line, end + 1 if finding.part else line):
            start = column if number == line else 0
            if (found := self.line(number).find(finding.part, start)) >= 0:
                return self.location(number, found)
        return self.location(line, column)

    def location(self, line: int, column: int) -> "Location":
        """Return the place at ``line`` and ``column``, both counted from 0."""
        from plan_cli.planfile.places import Location

        text = self.line(line).replace("\t", "→")
        is_long = column > 200 or width(text[: column + 80]) > 76
        start = max(0, column - 30) if is_long else 0
        head = visible(text[start:column], keep="")
        excerpt = head + visible(text[column : column + 36], keep="")
        if start:
            head, excerpt = "…" + head, "…" + excerpt
        if column + 36 < len(text):
            excerpt += "…"
        indent = len(head) - len(head.lstrip())
        caret = " " * width(head[indent:]) + "^"
        return Location(self.name, line + 1, column + 1, excerpt[indent:], caret)

    def place(self, path: Path) -> "Place | None":
        """Return where the value at ``path`` stands."""
        return self._places.values.get(path)

    @cached_property
    def _places(self) -> "Places":
        from plan_cli.planfile.parsing import parse
        from plan_cli.planfile.places import Places

        return parse(self, Places)

    def _duplicate(self, path: Path, line: int, column: int) -> Finding:
        first, _ = self._places.keys[path]
        key = quoted(str(path[-1]))
        message = f"键{key}在第 {first + 1} 行已经写过，前面写的会被盖掉"
        return Finding("E107", path, message, place=(line, column))
