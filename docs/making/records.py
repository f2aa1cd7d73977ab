"""The records of the machine forms: what their fields are is typed in `words.yaml`, which there
are is seen in what the commands give.

Every command that offers JSON is run as its own help shows it, on the shipped plan and next
year's, with a small ledger and without; a record belongs to the kind whose fields are most like
its own.
"""

import contextlib
import io
import json
import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from docs.making.program import Command
from plan_cli.cli.app import main
from tests.readme import prepare

LEDGER = "台账.db"
MAKING = (
    "plan ledger init",
    "plan ledger set 12.2 --dept 科普部 --period 2022Q1 --status 推进中 --done 3 --note 已办",
    "plan ledger set 12.2 --dept 科普部 --period 2022Q2 --done 6 --problem 缺经费",
    "plan ledger set 12.2 --dept 科普部 --period 2022Q2 --person 张三 --next 开会",
    "plan ledger set 14 -d 省科技馆 --period 2022Q2 --status 延期 --due 2022-11-30 --reason 检修",
    "plan ledger set 12.2 --dept 科普部 --lead --plan-due 2022-06-01 --plan-goal 20",
    "plan ledger receipt 科普部 --person 张三",
    "plan ledger close 12.3 --dept 科普部 --evidence 验收单.pdf",
)
"""What makes a ledger in which every field says something."""
WRONG = ("plan check 明年.yaml",)
"""What is run besides: examples in the help show files without faults."""
PLAIN = {bool: "真假", int: "数", float: "数", str: "文字"}
EMPTY = "[]"
NAMED = "{}"
"""Behind a field in `words.yaml`: it holds one value under each name, and names are no fields."""


class Field(NamedTuple):
    """A field of a record."""

    name: str
    says: str
    holds: str
    """What was seen in it: a word for plain values, the name of a record in 《》."""
    needs_ledger: bool
    """Whether it is there only where a ledger is given."""

    @property
    def records(self) -> list[str]:
        """The kinds of records that it holds."""
        return re.findall("《(.*?)》", self.holds)


class Seen(NamedTuple):
    """What was seen of the records of one kind."""

    alone: dict[str, dict[str, None]]
    """What each field holds, without a ledger; in the order seen."""
    known: dict[str, dict[str, None]]
    """The same where a ledger is given."""


class Records:
    """All kinds of records, as they were seen."""

    def __init__(self, words: Mapping[str, Mapping[str, str]]) -> None:
        """Take what is typed of each kind of record."""
        self._words = words
        self._plain = {kind: [name.removesuffix(NAMED) for name in words[kind]] for kind in words}
        self._seen = {kind: Seen({}, {}) for kind in words}
        self.of_command: dict[str, dict[str, None]] = {}
        """The kinds of records that each command gives."""
        self.missing: dict[str, None] = {}
        """Fields that were seen and are not described."""

    def see(self, path: str, records: Any, has_ledger: bool) -> None:
        """Take in what the command ``path`` gave."""
        kinds = self.of_command.setdefault(path, {})
        for record in records if isinstance(records, list) else [records]:
            kinds[self._take(record, has_ledger)] = None

    def _take(self, record: Mapping[str, Any], has_ledger: bool) -> str:
        kind = min(self._plain, key=lambda each: self._unlike(each, record))
        words, seen = self._words[kind], self._seen[kind][has_ledger]
        for name, value in record.items():
            if name not in self._plain[kind]:
                self.missing[f"{kind}.{name}"] = None
            holds = seen.setdefault(name, {})
            if name + NAMED in words:
                holds["按名称"] = None
            else:
                holds |= dict.fromkeys(self._held(value, has_ledger))
        return kind

    def _unlike(self, kind: str, record: Mapping[str, Any]) -> tuple[int, int]:
        own = self._plain[kind]
        return sum(name not in own for name in record), sum(name not in record for name in own)

    def _held(self, value: Any, has_ledger: bool) -> Iterator[str]:
        if isinstance(value, list):
            yield EMPTY
            for each in value:
                yield from (f"{held}[]" for held in self._held(each, has_ledger))
        elif isinstance(value, dict):
            yield f"《{self._take(value, has_ledger)}》"
        elif value is not None:
            yield PLAIN[type(value)]

    @property
    def kinds(self) -> list[str]:
        """The kinds of records that are described."""
        return list(self._words)

    @property
    def unused(self) -> list[str]:
        """Fields that are described and were never seen."""
        return [
            f"{kind}.{name}"
            for kind, names in self._plain.items()
            for name in names
            if name not in self._seen[kind].alone and name not in self._seen[kind].known
        ]

    def fields(self, kind: str) -> list[Field]:
        """Return the fields of a kind of record, in the order of `words.yaml`."""
        alone, known = self._seen[kind]
        found = []
        for name, says in zip(self._plain[kind], self._words[kind].values(), strict=True):
            held = {**alone.get(name, {}), **known.get(name, {})}
            plain = [each for each in held if each != EMPTY] or list(held)
            needs_ledger = bool(alone) and name not in alone
            found.append(Field(name, says, "、".join(plain), needs_ledger))
        return found


def records_of(every: list[Command], words: Mapping[str, Mapping[str, str]]) -> Records:
    """Run the commands that offer JSON and return what they gave."""
    found = Records(words)
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        prepare(Path())
        for line in MAKING:
            _run(line)
        for command in every:
            for line, has_ledger in _lines(command):
                if (given := _given(line)) is not None:
                    found.see(command.path, given, has_ledger)
    return found


def _lines(command: Command) -> Iterator[tuple[str, bool]]:
    """Yield what to run, and whether a ledger is given."""
    if "json" not in command.forms or command.forms == ("json",):
        return
    asks_ledger = command.path.startswith("plan ledger ")
    for line in (*command.examples, *WRONG):
        if line.startswith(command.path) and "--all" not in line:
            yield line, asks_ledger
    if not asks_ledger and any("--ledger" in option.term for option in command.options):
        for line in command.examples:
            yield f"{line} --ledger {LEDGER}", True


def _given(line: str) -> Any:
    """Return the records that a command gives; None if it cannot be run here."""
    words = line.replace(" --json", "").partition(" -o ")[0]
    file = Path("given.json")
    file.unlink(missing_ok=True)
    _run(f"{words} -o {file}")
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else None


def _run(line: str) -> None:
    with contextlib.redirect_stderr(io.StringIO()):
        main(line.split()[1:])
