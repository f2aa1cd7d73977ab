"""What a Word document prints around its text: headers, footers, watermarks."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from plan_cli.importers.doubts import Told
from plan_cli.importers.reading.lines import joined_runs
from plan_cli.importers.reading.word.word_parts import Package, R, W, parsed
from plan_cli.importers.reading.word.word_runs import Runs, empty_prompts, text_runs
from plan_cli.importers.reading.word.word_styles import Styles, is_on
from plan_cli.numerals import HAN
from plan_cli.text import fold

_COUNTS = re.compile(rf"(?:[\W\d_第共页年月日时分秒星期{HAN}]|page|of)*")
"""The number of a page, a date."""


def margin_words(
    package: Package, body: ElementTree.Element, styles: Styles, text: str
) -> Iterator[str]:
    """Yield the lines around the text of ``body`` that hold words which are not in ``text``.

    Numbers of pages and dates are no such words.
    """
    known = fold(text)
    for margin in _margins(package, body):
        for line in _lines(margin, styles):
            words = map(fold, line.split())
            if not all(word in known or _COUNTS.fullmatch(word) for word in words):
                yield line


def _margins(package: Package, body: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Yield the headers and footers that are printed: those of first and even pages if asked for.

    Sections that name none go on with those before.
    """
    settings = package.tree("settings")
    asked = {
        "first": any(is_on(each) for each in body.iter(W + "titlePg")),
        "even": settings is not None and is_on(settings.find(W + "evenAndOddHeaders")),
    }
    printed = {
        reference.get(R + "id")
        for tag in ("header", "footer")
        for reference in body.iter(f"{W}{tag}Reference")
        if asked.get(reference.get(W + "type") or "", True)
    }
    for link in package.links:
        part = package.part(link.part) if link.name in printed else None
        if part is not None:
            yield parsed(part)


def _lines(margin: ElementTree.Element, styles: Styles) -> Iterator[str]:
    """Yield the paragraphs of a header or footer, and the words of a watermark."""
    told = Told()
    runs = Runs(styles, told, {})
    empty_prompts(margin)
    for element in margin.iter():
        if element.tag == W + "p":
            style = styles.name(element.find(W + "pPr"))
            yield joined_runs(text_runs(runs.pieces(element, style), told))[0]
        elif element.tag.endswith("}textpath"):
            yield element.get("string") or ""
