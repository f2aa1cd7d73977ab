"""Pictures of pages: scans and photographs, their words recognised."""

import struct
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from warnings import catch_warnings

from plan_cli.errors import InputError
from plan_cli.importers.reading.lines import Printed, Progress, no_progress
from plan_cli.importers.reading.scan.recognition import Recognition

MAX_PAGES = 500
MAX_PIXELS = 150_000_000
SHORTER, LONGER = 2500, 1754
"""Pages are made smaller to so many pixels of their shorter side (A4 at 300 dpi), and larger to
so many of their longer side (A4 at 150 dpi)."""
MAX_SHAPE = 3
"""A picture that is longer than it is wide by more than this is a strip of many pages."""
FORMATS = ("PNG", "JPEG", "TIFF", "BMP")
BROKEN = (OSError, SyntaxError, ValueError, EOFError, TypeError, KeyError, struct.error)
"""What Pillow raises for pictures that are cut off or no pictures."""


def read(content: bytes, progress: Progress = no_progress) -> Printed:
    """Return the lines of all pages; ``progress`` is told after each page.

    Raises InputError for pictures that are broken, too large or without words.
    """
    recognition = Recognition()
    lines = []
    for number, total, picture in _pictures(content):
        lines += recognition.page(picture, number)
        progress(number, total)
    if not lines:
        raise InputError("图片里没有识别出文字", "请核对是否选错了文件，或用更清楚的扫描件再试。")
    return Printed(lines, list(recognition.doubts()))


def _pictures(content: bytes) -> Iterator[tuple[int, int, Any]]:
    """Yield each page with its number and how many there are."""
    from PIL import Image

    try:
        with catch_warnings(action="ignore"):
            document = Image.open(BytesIO(content), formats=FORMATS)
            total = getattr(document, "n_frames", 1)
        _refuse_more(total)
        for index in range(total):
            with catch_warnings(action="ignore"):
                document.seek(index)
                page = _fitted(document, index + 1)
            yield index + 1, total, page
    except BROKEN:
        raise InputError("图片损坏，打不开", "请重新扫描，或用看图软件打开后另存一份。") from None


def _refuse_more(pages: int) -> None:
    if pages > MAX_PAGES:
        raise InputError(f"图片有 {pages} 页，超过 {MAX_PAGES} 页", "请只保留正文各页再试。")


def _fitted(page: Any, number: int) -> Any:
    """Return a page upright, in colours, in a size that is good to recognise."""
    from PIL import ImageOps

    shorter, longer = sorted(page.size)
    if shorter * longer > MAX_PIXELS:
        raise InputError(f"第 {number} 页的图片过大", "请用 300 dpi 以下重新扫描。")
    if longer > MAX_SHAPE * shorter:
        raise InputError(f"第 {number} 页是长条的图片", "请截成一页一页的图片再试。")
    factor = min(SHORTER / shorter, max(1.0, LONGER / longer))
    upright = ImageOps.exif_transpose(page).convert("RGB")
    size = tuple(round(side * factor) for side in upright.size)
    return upright if size == upright.size else upright.resize(size)
