"""What stands in a Word document one after the other, whatever it is wrapped in."""

from collections.abc import Iterator
from xml.etree import ElementTree

from plan_cli.importers.reading.word.word_parts import MC, W
from plan_cli.importers.reading.word.word_runs import chosen

Element = ElementTree.Element
_WRAPS = frozenset(
    W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
)


def blocks_in(holder: Element, contents: bool = False) -> Iterator[tuple[Element, bool]]:
    """Yield paragraphs, tables and embedded files, with whether they are a table of contents."""
    for element in holder:
        if element.tag in (W + "p", W + "tbl", W + "altChunk"):
            yield element, contents
        elif element.tag == MC + "AlternateContent":
            yield from blocks_in(chosen(element), contents)
        elif element.tag in _WRAPS:
            gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
            named = gallery is not None and gallery.get(W + "val") == "Table of Contents"
            yield from blocks_in(element, contents or named)


def inside(holder: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table, or the cells of a row, also those wrapped in controls."""
    for element in holder:
        if element.tag == tag:
            yield element
        elif element.tag in _WRAPS:
            yield from inside(element, tag)
