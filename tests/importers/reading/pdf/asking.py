"""What tests ask of the PDF reader, in a word."""

from collections.abc import Sequence

from plan_cli.importers.doubts import Cause
from plan_cli.importers.reading import from_pdf
from plan_cli.importers.reading.lines import Line, Progress, no_progress

LONG = "落实各项工作任务明确责任单位抓好督促检查"
"""A line of text that fills most of a column."""


def read(content: bytes, progress: Progress = no_progress) -> Sequence[Line]:
    return from_pdf.read(content, progress).lines


def texts(content: bytes) -> list[str]:
    return [line.text for line in read(content)]


def told(content: bytes) -> list[tuple[Cause, str]]:
    return [(doubt.cause, doubt.place) for doubt in from_pdf.read(content).doubts]
