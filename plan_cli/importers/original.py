"""The text of a document as a whole, for a plan to be held against."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plan_cli.importers.reading.decoding import decode
from plan_cli.importers.registry import find_document
from plan_cli.importers.shaping.layout import laid_out
from plan_cli.query.against import squeeze
from plan_cli.text import without_radicals

_SMALL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "0123456789" * 2)
"""A plain reading knows no exponents."""
SURE = 4
"""So many characters in a row that stand in both texts are the same words."""


class OriginalText(NamedTuple):
    """What a document says, and what else stands in its file that was not read."""

    text: str
    unread: tuple[str, ...] = ()


def original_text(content: bytes, name: str) -> OriginalText:
    """Return the text of a document, its page furniture aside; a plain text as it stands.

    What a reader passes over would be missing from the plan and from the text alike: what a plain
    reading of the file has more is told. Raises what `read_document` raises.
    """
    document = find_document(content, name)
    if document.reader.name == "text":
        return OriginalText(without_radicals(decode(document.content)))
    lines = document.read().lines
    text = "\n".join(paragraph.text for paragraph in laid_out(lines).paragraphs)
    plain = without_radicals(document.plain())
    return OriginalText(text, tuple(_unread(plain, (line.text for line in lines))))


def _unread(plain: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield the words of a plain reading that are not in ``lines``.

    Both are put together otherwise: words are looked for piece by piece, and are missing only if
    their characters are more often in the one than in the other.
    """
    read = squeeze("\n".join(lines)).translate(_SMALL)
    missing = Counter(squeeze(plain)) - Counter(read)
    for line in plain.splitlines():
        words = squeeze(line)
        if not missing or words in read or not Counter(words) & missing:
            continue
        for piece in _pieces_not_in(read, words):
            if lacking := Counter(piece) & missing:
                missing -= lacking
                yield piece


def _pieces_not_in(read: str, words: str) -> Iterator[str]:
    """Yield the stretches of ``words`` of which no part worth speaking of stands in ``read``."""
    start = index = 0
    while index < len(words):
        end = index
        while end < len(words) and words[index : end + 1] in read:
            end += 1
        if end - index < SURE and end < len(words):
            index += 1
            continue
        if start < index:
            yield words[start:index]
        start = index = end
    if start < index:
        yield words[start:index]
