"""One page of a scan as a picture: set level, its words recognised, its ink looked at.

The libraries that recognise words bring the others used here (numpy, OpenCV).
"""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from math import atan2, cos, degrees, sin
from pathlib import Path
from statistics import median
from typing import Any

from plan_cli.importers.reading.scan.scan_lines import Box, Piece

FIRST, CLOSER = 1280, 2400
"""How many pixels of the longer side the search for words sees, at first and when looking again.

Words are recognised in the picture as it is; searching it at 200 dpi takes three times as long
and finds the same lines.
"""
ROOM = 1.8
"""With how much room lines are cut out; at 1.6, the default, 门 is read as 内 far more often."""
LEVEL = 0.001
"""Pages that rise or fall by less than this need not be turned."""
AROUND, DARKER = 101, 40
"""Ink is darker by so much than what is around it, so many pixels across."""
RED = 60
"""By how much red outweighs green and blue in the ink of a seal."""
SEAL = (0.1, 0.35)
"""How large a seal is, in widths of the page."""
LARGER = 2
"""How much larger a place is made that is looked at again."""


@cache
def _engine(side: int) -> Any:
    """Return what recognises words. Its models lie in its package: none is fetched."""
    import rapidocr

    import_module("onnxruntime")  # where it is missing, the other's error would not say so
    models = Path(rapidocr.__file__).parent / "models"
    return rapidocr.RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_cls": False,
            "Global.max_side_len": 10_000,
            "Det.limit_type": "max",
            "Det.limit_side_len": side,
            "Det.unclip_ratio": ROOM,
            "Det.model_path": str(models / "PP-OCRv6_det_small.onnx"),
            "Rec.model_path": str(models / "PP-OCRv6_rec_small.onnx"),
        }
    )


class ScannedPage:
    """A page set level, with the words that are found on it."""

    def __init__(self, picture: Any) -> None:
        """Take a picture (of Pillow) in colours."""
        import numpy

        pixels = _without_seal(numpy.asarray(picture)[:, :, ::-1])
        corners, words = _found(pixels, FIRST)
        slope = _slope(corners)
        self.pixels = _turned(pixels, slope) if abs(slope) > LEVEL else pixels
        self.pieces = [
            Piece(text, _level_box(quad, slope, _middle(pixels)), sure)
            for quad, (text, sure) in zip(corners, words, strict=True)
        ]

    def again(self, box: Box) -> list[Piece]:
        """Return what is found in a part of the page when it is looked at more closely."""
        import cv2

        height, width = self.pixels.shape[:2]
        left, top = max(0, int(box[0])), max(0, int(box[1]))
        part = self.pixels[top : min(height, int(box[3])), left : min(width, int(box[2]))]
        part = cv2.resize(part, None, fx=LARGER, fy=LARGER, interpolation=cv2.INTER_CUBIC)
        corners, words = _found(part, CLOSER)
        return [
            Piece(text, _moved(_level_box(quad, 0.0, (0, 0)), left, top), sure)
            for quad, (text, sure) in zip(corners, words, strict=True)
        ]

    def unread(self, size: float) -> list[Box]:
        """Return where ink in the form of writing stands that no piece covers.

        ``size`` is how high characters are.
        """
        import cv2

        ink = self._ink()
        for drawn in list(self._drawn(ink, size)):
            ink[drawn > 0] = 0
        for piece in self.pieces:
            left, top, right, bottom = (int(edge) for edge in piece.box)
            margin = int(size * 0.3)
            ink[max(0, top - margin) : bottom + margin, max(0, left - margin) : right + margin] = 0
        smeared = cv2.dilate(ink, cv2.getStructuringElement(cv2.MORPH_RECT, (int(size), 1)))
        return [
            box
            for box in _parts(smeared)
            if 0.6 * size < box[3] - box[1] < 2 * size and box[2] - box[0] > 1.6 * size
        ]

    def rules(self, size: float) -> list[Box]:
        """Return the drawn lines of the page, across and down."""
        return [box for drawn in self._drawn(self._ink(), size) for box in _parts(drawn)]

    def _drawn(self, ink: Any, size: float) -> Iterator[Any]:
        """Yield which pixels are parts of long lines: of those across, of those down."""
        import cv2

        long = int(4 * size)
        for shape in ((long, 1), (1, long)):
            kernel = cv2.getStructuringElement(cv2.MORPH_RECT, shape)
            opened = cv2.morphologyEx(ink, cv2.MORPH_OPEN, kernel)
            yield cv2.dilate(opened, cv2.getStructuringElement(cv2.MORPH_RECT, (3, 3)))

    def _ink(self) -> Any:
        """Return which pixels are dark, single speckles left out."""
        import cv2

        grey = cv2.medianBlur(cv2.cvtColor(self.pixels, cv2.COLOR_BGR2GRAY), 3)
        return cv2.adaptiveThreshold(
            grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, AROUND, DARKER
        )


def _without_seal(pixels: Any) -> Any:
    """Return the page without red seals: they are round, and words can stand under them."""
    import cv2
    import numpy

    blue, green, red = (pixels[:, :, index].astype(numpy.int16) for index in range(3))
    marked = (red - numpy.maximum(blue, green) > RED).astype(numpy.uint8)
    if not marked.any():
        return pixels
    width = pixels.shape[1]
    near = cv2.getStructuringElement(cv2.MORPH_RECT, (width // 100, width // 100))
    clean = pixels.copy()
    for box in _parts(cv2.dilate(marked, near)):
        left, top, right, bottom = map(int, box)
        wide, high = right - left, bottom - top
        if SEAL[0] * width < min(wide, high) and max(wide, high) < SEAL[1] * width:
            clean[top:bottom, left:right][marked[top:bottom, left:right] > 0] = 255
    return clean


def _found(pixels: Any, side: int) -> tuple[Sequence[Any], list[tuple[str, float]]]:
    """Return the corners of what is found, and its words with how sure they are."""
    found = _engine(side)(pixels)
    if found.boxes is None:
        return [], []
    return found.boxes.tolist(), list(zip(found.txts, found.scores, strict=True))


def _slope(corners: Sequence[Any]) -> float:
    """Return by which angle (in radians) the lines of a page fall, by those that are long."""
    long = [quad for quad in corners if quad[1][0] - quad[0][0] > 8 * (quad[3][1] - quad[0][1])]
    angles = [atan2(quad[1][1] - quad[0][1], quad[1][0] - quad[0][0]) for quad in long]
    return median(angles) if angles else 0.0


def _turned(pixels: Any, slope: float) -> Any:
    """Return the page turned back around its middle."""
    import cv2

    height, width = pixels.shape[:2]
    turn = cv2.getRotationMatrix2D(_middle(pixels), degrees(slope), 1.0)
    return cv2.warpAffine(pixels, turn, (width, height), borderValue=(255, 255, 255))


def _middle(pixels: Any) -> tuple[float, float]:
    height, width = pixels.shape[:2]
    return width / 2, height / 2


def _level_box(quad: Sequence[Any], slope: float, middle: tuple[float, float]) -> Box:
    """Return the box of four corners once the page is turned back around its ``middle``."""
    x, y = middle
    points = [
        (
            x + (px - x) * cos(slope) + (py - y) * sin(slope),
            y - (px - x) * sin(slope) + (py - y) * cos(slope),
        )
        for px, py in quad
    ]
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = points
    return (ax + dx) / 2, (ay + by) / 2, (bx + cx) / 2, (cy + dy) / 2


def _moved(box: Box, left: float, top: float) -> Box:
    """Return where on the page a box stands that was found in a larger picture of a part."""
    x, y, right, bottom = (edge / LARGER for edge in box)
    return x + left, y + top, right + left, bottom + top


def _parts(marked: Any) -> Iterator[Box]:
    """Yield the boxes of what hangs together."""
    import cv2

    stats = cv2.connectedComponentsWithStats(marked)[2]
    for left, top, width, height, _ in stats[1:].tolist():
        yield float(left), float(top), float(left + width), float(top + height)
