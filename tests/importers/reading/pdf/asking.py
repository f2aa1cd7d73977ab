"""What tests ask of the PDF reader, in a word."""

from collections.abc import Sequence

from plan_cli.importers.doubts import Cause
from plan_cli.importers.reading import from_pdf
from plan_cli.importers.reading.lines import Line, Progress, no_progress
from plan_cli.importers.reading.pdf.pdf_words import Piece

LONG = "落实各项工作任务明确责任单位抓好督促检查"
"""A line of text that fills most of a column."""


def read(content: bytes, progress: Progress = no_progress) -> Sequence[Line]:
    return from_pdf.read(content, progress).lines


def texts(content: bytes) -> list[str]:
    return [line.text for line in read(content)]


def told(content: bytes) -> list[tuple[Cause, str]]:
    return [(doubt.cause, doubt.place) for doubt in from_pdf.read(content).doubts]


def printed(y: float, *words: tuple[float, str]) -> list[Piece]:
    """Return a line of print: words at their left edges, each letter ten points wide and high."""
    line = []
    for x, text in words:
        letters = enumerate(text)
        glyphs = [(i, char, x + 10 * i, y, x + 10 * i + 10, y + 10) for i, char in letters]
        box = (x, y, x + 10 * len(text), y + 10)
        line.append(Piece(text, box, y, 10, glyphs))
    return line
