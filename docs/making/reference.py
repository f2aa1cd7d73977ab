"""What there is to look up: what the program says of itself, and what `words.yaml` adds."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import ClassVar

import yaml

from docs.making.program import Command, Option, commands, exit_codes, shared_options
from docs.making.records import Field, Records, records_of

WORDS = Path(__file__).with_name("words.yaml")


class Reference:
    """All that the reference tells, in its order."""

    ABOUT_RECORDS: ClassVar[str] = (
        "`--json` 给出一个数组，`-f yaml` 是同样的内容。不适用的是 null 或空的列表；字段只会增加。"
        '编号都是文字（`"14"`）；《》里是另一种记录。'
    )

    def __init__(self) -> None:
        """Read the program, run its commands and read the words."""
        words = yaml.load(WORDS.read_text(encoding="utf-8"), yaml.BaseLoader)
        self.commands: list[Command] = commands()
        self.exit_codes: dict[int, str] = {int(c): says for c, says in words["exit_codes"].items()}
        self.environment: dict[str, str] = words["environment"]
        self._records: Records = records_of(self.commands, words["records"])
        self._shared = shared_options(self.commands)

    @property
    def faults(self) -> list[str]:
        """What is there and not described, and what is described and not there."""
        offering = [each.path for each in self.commands if "json" in each.forms[1:]]
        seen = [path for path, kinds in self._records.of_command.items() if kinds]
        return [
            *(f"{name}：没有说明" for name in self._records.missing),
            *(f"{name}：有说明，没有见过" for name in self._records.unused),
            *(f"{path}：没有见过它的记录" for path in offering if path not in seen),
            *(f"退出码 {code}：没有说明" for code in exit_codes() if code not in self.exit_codes),
        ]

    def panels(self) -> Iterator[tuple[str, list[Option]]]:
        """Yield the options that many commands share, panel by panel."""
        for panel, options in groupby(self._shared, lambda option: option.panel):
            yield panel, list(options)

    def parted(self, command: Command) -> tuple[list[Option], list[Option]]:
        """Return the options that a command has alone, and those that it shares."""
        own = [each for each in command.options if each not in self._shared]
        return own, [each for each in command.options if each in self._shared]

    def of_command(self, command: Command) -> list[str]:
        """Return the kinds of records that a command gives."""
        return list(self._records.of_command.get(command.path, ()))

    @property
    def kinds(self) -> dict[str, list[str]]:
        """All kinds of records, each with where it is met: commands, or other records."""
        found: dict[str, list[str]] = {kind: [] for kind in self._records.kinds}
        for path, kinds in self._records.of_command.items():
            for kind in kinds:
                found[kind].append(f"`{path}`")
        for kind in self._records.kinds:
            for field in self.fields(kind):
                for inner in field.records:
                    found[inner].append(f"《{kind}》的 `{field.name}`")
        return found

    def fields(self, kind: str) -> list[Field]:
        """Return the fields of a kind of record."""
        return self._records.fields(kind)
