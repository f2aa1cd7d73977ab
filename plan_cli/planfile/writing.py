"""A plan as a plan file that people edit: block style, one measure a line, comments beside.

A plan is written the way an editor would type it, and what is written loads back to the same
plan. Records that are no plan are left to PyYAML.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import yaml

from plan_cli.model.plan import Plan
from plan_cli.model.walk import Path
from plan_cli.planfile.schema import dump_plan
from plan_cli.text import is_control

Comments = Mapping[Path, Sequence[str]]
"""Comment lines by the path of the value they stand above."""

FLOW_LISTS = frozenset(
    ("named", "collectives", "lead", "support", "aliases", "all", "some", "party")
)
"""Lists of short names, written on one line."""

_APART = frozenset(
    ("document", "editor", "kinds", "units", "collectives", "actions", "projects", "lists")
)
_UNSAFE_START = frozenset("-?:,[]{}#&*!|>'\"%@`=<~ \t")
_FLOW_MARKS = re.compile(r"[,\[\]{}:#'\"]")
MAX_FLOW = 90


def write_plan(plan: Plan, comments: Comments, head: Sequence[str] = ()) -> str:
    """Return ``plan`` as YAML text, with ``head`` as comment lines at its top."""
    lines = [_comment(line) for line in head]
    data = dump_plan(plan)
    for key, value in data.items():
        if key in _APART or not lines:
            lines.append("")
        lines += _entry(key, value, (key,), comments, "")
    return "\n".join(lines).lstrip("\n") + "\n"


def write_records(records: Iterable[Any]) -> str:
    """Return ``records`` (plain data) as YAML text, keys in their order."""
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text: str = yaml.dump(
        list(records), Dumper=dumper, allow_unicode=True, sort_keys=False, width=1_000_000
    )
    return text


def _comment(line: str) -> str:
    clean = "".join(" " if is_control(char) or char == "\t" else char for char in line)
    return f"# {clean}".rstrip()


def _remarks(path: Path, comments: Comments, indent: str) -> Iterator[str]:
    for line in comments.get(path, ()):
        yield indent + _comment(line)


def _entry(key: str, value: Any, path: Path, comments: Comments, indent: str) -> Iterator[str]:
    """Yield a key with its value, the comments on it above."""
    yield from _remarks(path, comments, indent)
    if isinstance(value, str):
        yield f"{indent}{key}: {_scalar(value)}"
    elif not value:
        yield f"{indent}{key}: " + ("[]" if isinstance(value, list) else "{}")
    elif isinstance(value, list) and key in FLOW_LISTS and not _marked(path, value, comments):
        yield f"{indent}{key}: [{', '.join(_scalar(item, flow=True) for item in value)}]"
    elif isinstance(value, list):
        yield f"{indent}{key}:"
        for index, item in enumerate(value):
            if index and key in ("tasks", "sections", "lists"):
                yield ""
            yield from _item(item, (*path, index), comments, indent + "  ")
    else:
        yield f"{indent}{key}:"
        for inner, each in value.items():
            yield from _entry(inner, each, (*path, inner), comments, indent + "  ")


def _marked(path: Path, value: Sequence[Any], comments: Comments) -> bool:
    """Say whether a list must be a block: it holds more than text, or a comment on an item."""
    whole = all(isinstance(item, str) for item in value)
    return not whole or any((*path, index) in comments for index in range(len(value)))


def _item(item: Any, path: Path, comments: Comments, indent: str) -> Iterator[str]:
    """Yield an item of a list behind its dash."""
    yield from _remarks(path, comments, indent)
    if isinstance(item, str):
        yield f"{indent}- {_scalar(item)}"
        return
    if flow := _flow(item, path, comments):
        yield f"{indent}- {flow}"
        return
    first = True
    for key, value in item.items():
        lines = list(_entry(key, value, (*path, key), comments, indent + "  "))
        if first:
            at = next(i for i, line in enumerate(lines) if not line.lstrip().startswith("#"))
            lines[at] = f"{indent}- {lines[at].lstrip()}"
            lines[:at] = [indent + line.lstrip() for line in lines[:at]]
            first = False
        yield from lines


def _flow(item: Mapping[str, Any], path: Path, comments: Comments) -> str:
    """Return a small mapping on one line, or nothing if it is not small."""
    parts = []
    for key, value in item.items():
        if (*path, key) in comments:
            return ""
        if isinstance(value, str):
            parts.append(f"{key}: {_scalar(value, flow=True)}")
        elif key in FLOW_LISTS and all(isinstance(each, str) for each in value):
            inside = ", ".join(_scalar(each, flow=True) for each in value)
            parts.append(f"{key}: [{inside}]")
        else:
            return ""
    text = "{" + ", ".join(parts) + "}"
    return text if len(text) <= MAX_FLOW else ""


def _scalar(text: str, flow: bool = False) -> str:
    """Return ``text`` as a scalar: plain where YAML reads it as it is, else quoted."""
    if _is_plain(text) and not (flow and _FLOW_MARKS.search(text)):
        return text
    if any(is_control(char) or not char.isprintable() for char in text):
        return _escaped(text)
    return "'" + text.replace("'", "''") + "'"


def _is_plain(text: str) -> bool:
    return (
        bool(text)
        and text[0] not in _UNSAFE_START
        and text[-1] not in " :"
        and ": " not in text
        and " #" not in text
        and not text.startswith(("...", "---"))
        and text.isprintable()
    )


def _escaped(text: str) -> str:
    """Return ``text`` in double quotes, with what cannot be seen as escapes."""
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(
        char if char.isprintable() and not is_control(char) else _escape(char) for char in quoted
    )


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
