"""One document in, one plan out: the stages of an import, in their order."""

from collections.abc import Sequence

from plan_cli.errors import InputError
from plan_cli.importers.doubts import Doubt
from plan_cli.importers.encoding.assembly import Encoded, encoded
from plan_cli.importers.encoding.returning import not_given_back
from plan_cli.importers.reading.lines import Line, Printed
from plan_cli.importers.shaping.blocks import blocks_of
from plan_cli.importers.shaping.frame import framed
from plan_cli.importers.shaping.layout import Paragraph, laid_out
from plan_cli.importers.shaping.nodes import Block

MAX_CHARACTERS = 3_000_000
MAX_PARAGRAPH = 100_000


def convert(printed: Printed) -> Encoded:
    """Return the plan that is ``printed``, with everything a person should check.

    Raises InputError if there is no text, too much of it, or no responsibility note at all.
    """
    _refuse_endless(printed.lines)
    text = laid_out(printed.lines)
    _refuse_no_text(text.paragraphs)
    blocks, of_tables = blocks_of(text.paragraphs)
    _refuse_no_note(blocks, [*printed.doubts, *of_tables])
    plan, doubts = encoded(framed(blocks), text.dropped)
    if not plan.entries:
        raise InputError("文档里没有读出任务，不能导入", "请核对是否选错了文件，或文件是否完整。")
    lost = not_given_back(plan, text.paragraphs)
    return Encoded(plan, (*printed.doubts, *of_tables, *doubts, *lost))


def _refuse_endless(lines: Sequence[Line]) -> None:
    if sum(len(line.text) for line in lines) > MAX_CHARACTERS:
        raise InputError("文档过长（超过三百万字）", "请只保留要导入的部分。")


def _refuse_no_text(paragraphs: Sequence[Paragraph]) -> None:
    if not paragraphs:
        raise InputError("文档里没有文字", "请核对是否选错了文件。")
    if long := next((each for each in paragraphs if len(each.text) > MAX_PARAGRAPH), None):
        raise InputError(f"{long.place}有一段超过十万字，不像正常的文件", "请分段后再导入。")


def _refuse_no_note(blocks: Sequence[Block], doubts: Sequence[Doubt]) -> None:
    """Refuse what names no units; what could not be read may have named them."""
    if not any(block.noted for block in blocks):
        unread = "".join(f"另外，{doubt.place}{doubt.message}。" for doubt in doubts)
        raise InputError(
            "文档里没有找到责任单位，不能导入",
            "每项任务要写明责任单位，如“（责任单位：科普部）”“（教育部负责）”或“牵头单位”一栏。"
            + unread,
        )
