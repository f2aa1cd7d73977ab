"""The reference as Markdown."""

from collections.abc import Iterable, Iterator, Sequence

from docs.making.program import Command, Option
from docs.making.records import Field
from docs.making.reference import Reference

COMMAND = "python docs/write_reference.py --write"


def page(reference: Reference) -> str:
    """Return the whole page."""
    return "\n".join(_lines(reference)) + "\n"


def _lines(reference: Reference) -> Iterator[str]:
    yield from ("# 命令、选项、退出码、字段", "")
    yield f"<!-- {COMMAND} -->"
    yield "从程序里生成，一样不漏。怎么问、怎么答见 [usage.md](usage.md)。"
    yield from ("", "## 全部命令", "", "| 命令 | 作用 |", "|---|---|")
    for command in reference.commands[1:]:
        yield f"| [`{command.path}`](#{_anchor(command.path)}) | {_cell(command.summary)} |"
    yield from ("", "## 各条命令")
    for command in reference.commands:
        yield from _command(reference, command)
    yield from ("", "## 共用的选项")
    for panel, options in reference.panels():
        yield from ("", f"### {panel}", "")
        yield from _table("选项", options)
    yield from ("", "## 退出码", "", "| 码 | 意思 |", "|---|---|")
    yield from (f"| {code} | {says} |" for code, says in reference.exit_codes.items())
    yield from ("", "## 环境变量", "", "| 变量 | 作用 |", "|---|---|")
    yield from (f"| `{name}` | {says} |" for name, says in reference.environment.items())
    yield from ("", "## JSON 的字段", "", reference.ABOUT_RECORDS)
    for kind, used in reference.kinds.items():
        yield from ("", f"### 记录：{kind}", "", f"见于 {'、'.join(used)}。", "")
        yield from _fields(reference.fields(kind))


def _command(reference: Reference, command: Command) -> Iterator[str]:
    yield from ("", f"### {command.path}", "", f"{_sentence(command.summary)}")
    yield from ("", "```text", command.usage, "")
    yield from command.examples
    yield "```"
    if command.arguments:
        yield ""
        yield from _table("参数", command.arguments)
    own, shared = reference.parted(command)
    if own:
        yield ""
        yield from _table("选项", own)
    notes = []
    if shared:
        notes.append(f"- 共用的选项：{'、'.join(f'`{_flag(each)}`' for each in shared)}")
    if command.forms:
        notes.append(f"- 格式：{'、'.join(command.forms)}")
    if kinds := reference.of_command(command):
        links = "、".join(f"[{kind}](#{_anchor(f'记录：{kind}')})" for kind in kinds)
        notes.append(f"- JSON 的记录：{links}")
    yield from ("", *notes) if notes else ()


def _table(title: str, options: Iterable[Option]) -> Iterator[str]:
    yield from (f"| {title} | 作用 |", "|---|---|")
    yield from (f"| `{option.term}` | {_cell(option.help)} |" for option in options)


def _fields(fields: Sequence[Field]) -> Iterator[str]:
    yield from ("| 字段 | 是什么 | 类型 |", "|---|---|---|")
    for field in fields:
        says = f"{field.says}（只在有台账时）" if field.needs_ledger else field.says
        yield f"| `{field.name}` | {_cell(says)} | {field.holds} |"


def _flag(option: Option) -> str:
    """Return the long name of an option."""
    return option.flags[-1]


def _sentence(text: str) -> str:
    return text if text.endswith("。") else f"{text}。"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _anchor(heading: str) -> str:
    """Return the anchor that a heading gets where Markdown is shown."""
    return heading.replace(" ", "-").replace("：", "")
