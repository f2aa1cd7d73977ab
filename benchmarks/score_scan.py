"""Score the recognition of scans: documents are printed, scanned badly and imported.

    python benchmarks/score_scan.py DOCUMENT [TRUTH] [--dpi 150] [--skew 0.7] [--noise 8]

A PDF is drawn as it is; other documents are set in type as offices do (28 characters a line,
22 lines a page), which takes a Chinese font: --font FILE. TRUTH as in score_import.py. Told are
the characters of the original that were recognised (width aside), the scores of the import, and
the time.
"""

import argparse
import time
from collections.abc import Iterator
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageDraw, ImageFont
from score_import import answers_of, compare, truth

from plan_cli.errors import InputError
from plan_cli.importers.convert import convert
from plan_cli.importers.reading import from_scan
from plan_cli.importers.reading.lines import Line, Printed
from plan_cli.importers.registry import read_document
from plan_cli.importers.shaping.layout import laid_out
from plan_cli.importers.shaping.markers import find_marker
from plan_cli.text import fold, wrap

FONT = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"
ACROSS, ROWS, SIZE = 28, 22, 16
LEFT, TOP, LEADING = 79.0, 105.0, 28.9
"""In points, as GB/T 9704 sets official documents."""
PAPER = (595, 842)


def typeset(lines: list[Line], font: str, dpi: int) -> Iterator[Image.Image]:
    scale = dpi / 72
    face = ImageFont.truetype(font, round(SIZE * scale))
    rows = list(_rows(lines))
    for number, start in enumerate(range(0, len(rows), ROWS), 1):
        page = Image.new("RGB", (round(PAPER[0] * scale), round(PAPER[1] * scale)), "white")
        draw = ImageDraw.Draw(page)
        for index, (inset, text) in enumerate(rows[start : start + ROWS]):
            x = (LEFT + inset * SIZE) * scale
            draw.text((x, (TOP + index * LEADING) * scale), text, "black", face)
        draw.text((280 * scale, 770 * scale), f"— {number} —", "black", face)
        yield page


def _rows(lines: list[Line]) -> Iterator[tuple[float, str]]:
    """Yield each printed row with how many characters it stands in."""
    for line in lines:
        if line.level and not find_marker(line.text):
            for row in wrap(line.text, 2 * (ACROSS - 6)):
                yield (ACROSS - len(row)) / 2, row
            continue
        for index, row in enumerate(wrap("〇〇" + line.text, 2 * ACROSS)):
            yield (2, row[2:]) if not index else (0, row)


def drawn(content: bytes, dpi: int) -> Iterator[Image.Image]:
    import pypdfium2

    for page in pypdfium2.PdfDocument(content):
        yield page.render(scale=dpi / 72).to_pil()


def scanned(page: Image.Image, skew: float, noise: float, quality: int) -> Image.Image:
    """Return ``page`` as a poor scanner gives it: askew, grey, speckled, compressed."""
    grey = page.convert("L").rotate(skew, Image.Resampling.BICUBIC, fillcolor="white")
    grey = grey.point([18 + value * 225 // 255 for value in range(256)])
    if noise:
        speckles = Image.effect_noise(grey.size, 2 * noise)
        grey = ImageChops.add(grey, speckles, offset=-128)
    buffer = BytesIO()
    grey.save(buffer, "JPEG", quality=quality)
    return Image.open(buffer)


def characters(printed: Printed) -> str:
    return "".join("".join(each.text.split()) for each in laid_out(printed.lines).paragraphs)


def report_characters(wanted: str, got: str) -> None:
    """Print how many characters are right, width aside, and all that differ."""
    wanted, got = fold(wanted), fold(got)
    matcher = SequenceMatcher(None, wanted, got, autojunk=False)
    right = sum(block.size for block in matcher.get_matching_blocks())
    print(f"characters   {right}/{len(wanted)} right ({right / len(wanted):.4f}), {len(got)} read")
    for same, start, end, begin, stop in matcher.get_opcodes():
        if same != "equal":
            before = wanted[max(0, start - 4) : start]
            print(f"     {before}: {wanted[start:end]!r} read as {got[begin:stop]!r}")


def main() -> None:
    given = _arguments()
    content = given.document.read_bytes()
    original = read_document(content, str(given.document))
    is_pdf = given.document.suffix == ".pdf"
    pages = drawn(content, given.dpi) if is_pdf else typeset(original.lines, given.font, given.dpi)
    scans = [scanned(page, given.skew, given.noise, given.quality) for page in pages]
    buffer = BytesIO()
    scans[0].save(buffer, "TIFF", save_all=True, append_images=scans[1:], dpi=(given.dpi,) * 2)
    if given.keep:
        given.keep.write_bytes(buffer.getvalue())
    wall, used = time.perf_counter(), time.process_time()
    printed = from_scan.read(buffer.getvalue())
    wall, used = time.perf_counter() - wall, time.process_time() - used
    print(f"seconds      {wall / len(scans):.1f} a page, {used / len(scans):.1f} of processors")
    for doubt in printed.doubts:
        print(f"     {doubt.place}：{doubt.message}")
    report_characters(characters(original), characters(printed))
    if given.truth:
        try:
            compare(answers_of(convert(printed).plan), truth(given.truth), given.misses)
        except InputError as error:
            print(error.message)


def _arguments() -> Any:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("document", type=Path)
    parser.add_argument("truth", type=Path, nargs="?")
    parser.add_argument("--dpi", type=int, default=150)
    parser.add_argument("--skew", type=float, default=0.7, help="degrees")
    parser.add_argument("--noise", type=float, default=8.0, help="of 255 levels of grey")
    parser.add_argument("--quality", type=int, default=60, help="of JPEG compression")
    parser.add_argument("--font", default=FONT)
    parser.add_argument("--misses", action="store_true", help="show every pair that differs")
    parser.add_argument("--keep", type=Path, help="write the scan to this TIFF file")
    return parser.parse_args()


if __name__ == "__main__":
    main()
