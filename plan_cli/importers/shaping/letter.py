"""The frame of a document: letterhead, number, title, addressees, letter, and what ends it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plan_cli.importers.reading.lines import joined_lines
from plan_cli.importers.shaping.layout import ENCLOSURE, is_date, is_heading
from plan_cli.importers.shaping.nodes import Block, is_title_line
from plan_cli.importers.shaping.title_ends import ends_title

NUMBER_YEAR = r"\s?[〔\[（(【﹝［]\s?20\d\d\s?[〕\]）)】﹞］]\s?第?\s?\d{1,4}\s?号"
NUMBER = re.compile(rf"[一-鿿]{{1,14}}{NUMBER_YEAR}")
_AFTER_SIGNATURE = re.compile(
    r"^[（(]此件|^[（(].*公开[发）)]|^抄\s?送|^抄\s?报|^主\s?送|印发\s?$|^分送|^信息公开|^联\s?系\s?人|^（联系|^校对|^附\s?件"
)


NO_TITLE = "（原文没有标题）"


@dataclass
class Head:
    """What stands above the body of the letter."""

    title: str
    used: int
    """How many paragraphs were taken."""
    guessed: bool
    """Whether the title was chosen for want of a better one."""
    letterhead: str | None = None
    number: str | None = None
    number_below: bool = False
    """Whether the number stands below the title."""
    addressees: str | None = None


def read_head(blocks: Sequence[Block]) -> Head:
    """Return the head of the document; the title is found by its last word (方案, 要点)."""
    top = _top(blocks)
    lines = [block.text for block in blocks[:top]]
    title = _title_lines(blocks[:top])
    first, last = title or _fallback(lines)
    head = Head(joined_lines(lines[first:last]) or NO_TITLE, last, guessed=title is None)
    _read_before(head, lines[:first])
    _read_after(head, lines[last:], blocks)
    return head


def _top(blocks: Sequence[Block]) -> int:
    """Return how many paragraphs at the top are no running text."""
    for index, block in enumerate(blocks):
        text = block.text
        plain = block.marker is None and not block.notes and not block.paragraph.cells
        if not plain or len(text) > 60 or text[-1] in "：:" or "。" in text[:-1]:
            return index
    return len(blocks)


def _title_lines(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """Return the lines of the title: up to the first that ends like one, back to its start."""
    for end, block in enumerate(blocks):
        if ends_title(block.text) or block.text.endswith("》的通知"):
            start = end
            while start and _goes_before(blocks[start - 1], block):
                start -= 1
            return start, end + 1
    return None


def _goes_before(above: Block, below: Block) -> bool:
    text = above.text
    styled = above.paragraph.level != below.paragraph.level
    return not (
        styled
        or NUMBER.search(text)
        or text.endswith("文件")
        or is_date(text)
        or ENCLOSURE.match(text)
        or (text[-1] in "。：:）)" and "（" not in text)
        or len(text) > 42
    )


def _fallback(lines: Sequence[str]) -> tuple[int, int]:
    for index, text in enumerate(lines):
        frame = NUMBER.search(text) or text.endswith("文件") or ENCLOSURE.match(text)
        if not frame and not is_date(text):
            return index, index + 1
    return 0, min(1, len(lines))


def _read_before(head: Head, lines: Sequence[str]) -> None:
    rest = []
    for line in lines:
        if head.number is None and NUMBER.fullmatch(line):
            head.number = line
        else:
            rest.append(line)
    head.letterhead = " ".join(rest) or None


def _read_after(head: Head, lines: Sequence[str], blocks: Sequence[Block]) -> None:
    """Take what stands between title and text: a number, the addressees, or neither."""
    index = head.used
    if lines and head.number is None and NUMBER.fullmatch(lines[0]):
        head.number, head.number_below = lines[0], True
        index += 1
    if index < len(blocks) and _addresses(blocks[index]):
        head.addressees = blocks[index].text
        index += 1
    head.used = index


def _addresses(block: Block) -> bool:
    text = block.text
    return (
        text[-1] in "：:"
        and block.marker is None
        and not block.notes
        and "。" not in text
        and len(text) < 300
        and not re.search(r"如下|以下|通知|意见|是[：:]$", text)
    )


def ending_start(blocks: Sequence[Block], start: int) -> int:
    """Return where signature, date and distribution begin, looking from the end back."""
    index = len(blocks)
    found = index
    enclosed = _enclosed(blocks)
    while index > start:
        block = blocks[index - 1]
        text = block.text
        if index - 1 in enclosed:
            index = found = index - 1
            continue
        if block.marker or block.noted or len(text) > 120:
            break
        if (
            is_date(text)
            or _AFTER_SIGNATURE.search(text)
            or (found == index and index < len(blocks) and _signs(block, blocks[index]))
        ):
            found = index - 1
        elif found == len(blocks) and not is_heading(text) and not _continues_list(text):
            break
        index -= 1
        if len(blocks) - index > 25:
            break
    return found


_ENCLOSED = re.compile(r"附\s?件\s?[：:]\s?(?P<first>1\s?[.．、])?")


def _enclosed(blocks: Sequence[Block]) -> set[int]:
    """Return the paragraphs that list by number what is enclosed: 附件：1.…, 2.…"""
    found: set[int] = set()
    expected = 0
    for index, block in enumerate(blocks):
        begins = _ENCLOSED.match(block.text)
        if begins and (begins["first"] or begins.end() == len(block.text)):
            expected = 2 if begins["first"] else 1
        elif not expected or block.noted or not block.marker or block.marker.value != expected:
            expected = 0
            continue
        else:
            expected += 1
        found.add(index)
    return found


_ISSUED = r"印发\s?$"


def _signs(block: Block, below: Block) -> bool:
    """Say whether ``block`` is the name that signs above a date."""
    return (
        is_title_line(block)
        and len(block.text) <= 30
        and (is_date(below.text) or bool(re.search(_ISSUED, below.text)) or is_title_line(below))
    )


def _continues_list(text: str) -> bool:
    return bool(re.match(r"各|市|省|县", text)) and text.endswith("。")


def year_of(head: Head, texts: Sequence[str]) -> int:
    """Return the year the document is about: of its title, its number, its date; 0 if none."""
    dates = (text for text in reversed(texts) if is_date(text) or re.search(_ISSUED, text))
    for source in (head.title, head.number or "", *dates):
        if found := re.search(r"(20\d\d)\s?(?:年|[〕\]）)】﹞］])", source):
            return int(found[1])
    return 0


def issuer_of(head: Head) -> str | None:
    """Return who issued the document, as far as letterhead or title say."""
    if head.letterhead and head.letterhead.endswith("文件"):
        return head.letterhead.removesuffix("文件").strip() or None
    before, about, _ = head.title.partition("关于")
    return before.strip() if about and 2 <= len(before.strip()) <= 40 else None
