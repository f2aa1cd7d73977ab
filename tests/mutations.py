"""Plans broken in every way a hand or a disk can break them, and what the program does then.

Shared by `test_hostile` and by the longer run in ``fuzz/``.
"""

import re
import unicodedata
import zlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from hypothesis import strategies as st

from plan_cli.cli.panels import COMMANDS as REGISTERED
from plan_cli.planfile.source import shipped_plan
from plan_cli.text import unspaced
from tests.conftest import RICH
from tests.inside import Outcome, run

BASES = tuple(path.read_bytes() for path in (shipped_plan(), RICH))

_COMMANDS: tuple[tuple[str, ...], ...] = (
    (),
    ("list", "--dept", "科普部", "--role", "some", "--json"),
    ("list", "--action", "科普中原", "-s", "科技"),
    ("show", "14", "K3", "12.2"),
    ("search", "科技", "-f", "csv"),
    ("dept",),
    ("dept", "科普部"),
    ("action", "-f", "md"),
    ("project", "--json"),
    ("text",),
    ("about", "-f", "yaml"),
    ("checklist", "科普部"),
    ("targets",),
    ("due", "--today", "2022-05-10"),
    ("trace",),
    ("matrix",),
    ("board",),
)
COMMANDS = tuple(command for command in _COMMANDS if not command or command[0] in REGISTERED)
"""Run over broken plans that can be read, besides ``check`` and ``list``."""

NASTY = (
    "", "~", "null", "no", "on", "yes", "010", "12:30:45", "1_000", ".nan", ".inf", "-1", "1e9",
    "2022-06-31", "0001-01-01", "9999-12-31", "0", "999999999", "[]", "{}", "[[]]", "{a: [}",
    "- x", "&a x", "*a", "&a [*a]", "!!python/object:os.system x", "<<: *a", "|", ">-", "'",
    '"', '"\\x1b[2J"', '"\\0"', '"\\ud800"', "\x1b[31m红\x1b[0m", "\u202e文倒", "\ufeff", "\x00",
    "\x85", "\u2028", "\u200b", "：", "　", "# 注", "? k", "---", "...", "%YAML 1.1", "@", "`",
    "a" * 300, "字" * 300, "=1+1", "\t", "K", "1", "14", "科普部", "其他",
)  # fmt: skip


SLOWEST = 2.0
"""Processor seconds; a guard against hanging, several times what the slowest run takes."""


Step = Callable[[list[bytes]], list[bytes]]


@st.composite
def broken_plans(draw: st.DrawFn) -> bytes:
    """Draw a plan with one to four things done to its lines or bytes."""
    return edited(draw, draw(st.sampled_from(BASES)))


def edited(draw: st.DrawFn, content: bytes, pieces: Sequence[str] = ()) -> bytes:
    """Return ``content`` with one to four things done to its lines or bytes.

    One of ``pieces``, what such files consist of, is put into a line twice as often as another
    thing is done.
    """
    edits = (partial(_put_in, pieces=pieces),) * 2 * bool(pieces) + EDITS
    for _ in range(draw(st.integers(1, 4))):
        lines = content.split(b"\n")
        at = draw(st.integers(0, len(lines) - 1))
        content = b"\n".join(draw(st.sampled_from(edits))(draw, lines, at))
    return content


def _put_in(draw: st.DrawFn, lines: list[bytes], at: int, pieces: Sequence[str]) -> list[bytes]:
    text = lines[at].decode("utf-8", "replace")
    start = draw(st.integers(0, len(text)))
    changed = text[:start] + draw(st.sampled_from(pieces)) + text[start:]
    return [*lines[:at], changed.encode(), *lines[at + 1 :]]


def _delete(draw: st.DrawFn, lines: list[bytes], at: int) -> list[bytes]:
    return lines[:at] + lines[at + draw(st.integers(1, 4)) :]


def _duplicate(draw: st.DrawFn, lines: list[bytes], at: int) -> list[bytes]:
    size = draw(st.integers(1, 12))
    return lines[: at + size] + lines[at : at + size] + lines[at + size :]


def _swap(draw: st.DrawFn, lines: list[bytes], at: int) -> list[bytes]:
    other = draw(st.integers(0, len(lines) - 1))
    changed = list(lines)
    changed[at], changed[other] = changed[other], changed[at]
    return changed


def _retype(draw: st.DrawFn, lines: list[bytes], at: int) -> list[bytes]:
    """Put something else behind the colon or the dash."""
    head = re.match(rb"\s*(?:- )*(?:[a-z]+:)?", lines[at])
    assert head is not None
    value = draw(st.sampled_from(NASTY)).encode("utf-8", "surrogatepass")
    return [*lines[:at], head[0] + b" " + value, *lines[at + 1 :]]


def _rename(draw: st.DrawFn, lines: list[bytes], at: int) -> list[bytes]:
    keys = (b"name", b"title", b"note", b"notes", b"tasks", b"measures", b"units", b"editor", b"on")
    key = draw(st.sampled_from(keys))
    return [*lines[:at], re.sub(rb"[a-z]+(?=:)", key, lines[at], count=1), *lines[at + 1 :]]


def _indent(draw: st.DrawFn, lines: list[bytes], at: int) -> list[bytes]:
    by = draw(st.integers(-4, 4))
    line = b" " * by + lines[at] if by > 0 else lines[at][-by:]
    return [*lines[:at], line, *lines[at + 1 :]]


def _splice(draw: st.DrawFn, lines: list[bytes], at: int) -> list[bytes]:
    """Put any bytes anywhere into a line, over some of what is there."""
    line = lines[at]
    start = draw(st.integers(0, len(line)))
    gone = draw(st.integers(0, 6))
    line = line[:start] + draw(st.binary(max_size=6)) + line[start + gone :]
    return [*lines[:at], line, *lines[at + 1 :]]


def _insert(draw: st.DrawFn, lines: list[bytes], at: int) -> list[bytes]:
    """Put characters into the middle of a line's text."""
    text = lines[at].decode("utf-8", "replace")
    start = draw(st.integers(0, len(text)))
    changed = text[:start] + draw(st.sampled_from(NASTY)) + text[start:]
    return [*lines[:at], changed.encode("utf-8", "surrogatepass"), *lines[at + 1 :]]


def _cut(draw: st.DrawFn, lines: list[bytes], at: int) -> list[bytes]:
    return lines[:at]


EDITS = (_delete, _duplicate, _swap, _retype, _retype, _rename, _indent, _splice, _insert, _cut)


def run_all(path: Path, refusals: set[str]) -> list[Outcome]:
    """Run the program on the plan at ``path``: half of the commands in pipes, half at a terminal.

    Which half, the file's bytes decide. Always ``check`` and ``list``. The others read a file as
    ``list`` does, which `judge` verifies: they are run if it could be read, and once for each kind
    of refusal, kept in ``refusals``.
    """
    halves = zlib.crc32(path.read_bytes())
    check = ("check", str(path))
    outcomes = [run(check, terminal=bool(halves & 1)), run((*check, "--json"))]
    outcomes.append(run((*check, "--against", str(RICH)), terminal=True))
    outcomes.append(listed := run(("list", "-p", str(path)), terminal=bool(halves & 2)))
    refusal = {listed.told} if listed.code == 3 else set()
    if not refusal or refusal - refusals:
        for at, command in enumerate(COMMANDS, start=2):
            machine = {"-f", "--json"} & {*command}
            seen = bool(halves >> at & 1) and not machine
            outcomes.append(run((*command, "-p", str(path)), terminal=seen))
    refusals |= refusal
    return outcomes


def raw_controls(text: str) -> set[str]:
    """Return the characters of ``text`` that a terminal must never be sent."""
    return {char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Cs")} - {"\n"}


def judge(outcomes: list[Outcome]) -> None:
    """Raise AssertionError for what the program must never do."""
    checked, listed = outcomes[0], next(o for o in outcomes if o.arguments[:1] == ("list",))
    assert (checked.code, listed.code) in {(0, 0), (1, 3), (3, 3)}, (checked, listed)
    for outcome in outcomes:
        assert outcome.code in (0, 1, 2, 3), outcome
        assert outcome.seconds < SLOWEST, outcome
        assert not raw_controls(outcome.err), outcome
        assert not (outcome.terminal and raw_controls(outcome.out)), outcome
        if listed.code == 3 and outcome.arguments[:1] != ("check",):
            assert (outcome.code, outcome.out) == (3, ""), outcome
            assert unspaced(outcome.err) == unspaced(listed.err), outcome
