"""Pictures of documents as a poor scanner gives them: askew, grey, speckled, compressed.

A PDF is drawn as it is; other documents are set in type as offices do (28 characters a line,
22 lines a page).
"""

from collections.abc import Iterator, Sequence
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageFont

from plan_cli.importers.shaping.layout import Paragraph
from plan_cli.importers.shaping.markers import find_marker
from plan_cli.text import wrap

ACROSS, ROWS, SIZE = 28, 22, 16
LEFT, TOP, LEADING = 79.0, 105.0, 28.9
"""In points, as GB/T 9704 sets official documents."""
PAPER = (595, 842)
SKEW, NOISE, QUALITY = 0.7, 8.0, 60
"""Degrees, grey levels, of a JPEG."""


def scan_of_text(paragraphs: Sequence[Paragraph], font: str, dpi: int) -> bytes:
    """Return ``paragraphs``, set in type, as a scan."""
    return _scan(_typeset(paragraphs, font, dpi), dpi)


def scan_of_pdf(content: bytes, dpi: int) -> bytes:
    """Return the pages of a PDF as a scan."""
    import pypdfium2

    pages = pypdfium2.PdfDocument(content)
    return _scan((page.render(scale=dpi / 72).to_pil() for page in pages), dpi)


def _typeset(paragraphs: Sequence[Paragraph], font: str, dpi: int) -> Iterator[Image.Image]:
    scale = dpi / 72
    face = ImageFont.truetype(font, round(SIZE * scale))
    rows = list(_rows(paragraphs))
    for number, start in enumerate(range(0, len(rows), ROWS), 1):
        page = Image.new("RGB", (round(PAPER[0] * scale), round(PAPER[1] * scale)), "white")
        draw = ImageDraw.Draw(page)
        for index, (inset, text) in enumerate(rows[start : start + ROWS]):
            x = (LEFT + inset * SIZE) * scale
            draw.text((x, (TOP + index * LEADING) * scale), text, "black", face)
        draw.text((280 * scale, 770 * scale), f"— {number} —", "black", face)
        yield page


def _rows(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[float, str]]:
    """Yield each printed row with how many characters it stands in."""
    for paragraph in paragraphs:
        if paragraph.level and not find_marker(paragraph.text):
            for row in wrap(paragraph.text, 2 * (ACROSS - 6)):
                yield (ACROSS - len(row)) / 2, row
            continue
        for index, row in enumerate(wrap("〇〇" + paragraph.text, 2 * ACROSS)):
            yield (2, row[2:]) if not index else (0, row)


def _scan(pages: Iterator[Image.Image], dpi: int) -> bytes:
    """Return ``pages`` as the pages of one TIFF."""
    first, *others = map(_scanned, pages)
    buffer = BytesIO()
    first.save(buffer, "TIFF", save_all=True, append_images=others, dpi=(dpi, dpi))
    return buffer.getvalue()


def _scanned(page: Image.Image) -> Image.Image:
    grey = page.convert("L").rotate(SKEW, Image.Resampling.BICUBIC, fillcolor="white")
    grey = grey.point([18 + value * 225 // 255 for value in range(256)])
    speckled = ImageChops.add(grey, Image.effect_noise(grey.size, 2 * NOISE), offset=-128)
    buffer = BytesIO()
    speckled.save(buffer, "JPEG", quality=QUALITY)
    return Image.open(buffer)
