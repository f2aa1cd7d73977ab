"""Draw the pictures of the READMEs from what the program really makes.

    python docs/draw_pictures.py

`page.png`: `plan site`, as Chromium shows it; `checklist.png`: the first page of `plan checklist`,
as LibreOffice prints it; both on one day. Says so where one of the two is not installed.
Needs what the extra test installs.
"""

import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import ViewportSize, sync_playwright
from pypdfium2 import PdfDocument

sys.path.insert(0, str(Path(__file__).parent.parent))

from plan_cli.cli.app import main
from tests.site.browsing import BROWSERS

HERE = Path(__file__).parent
UNIT = "科普部"
DAY = "2022-05-10"
WINDOW: ViewportSize = {"width": 1280, "height": 900}
SCALE = 1.53
"""Pixels of the checklist to a point of paper: as wide as the page."""
PATIENCE = 120


def page(browser: str, folder: Path) -> None:
    """Draw the page of one unit, its tasks shown."""
    made = folder / "page.html"
    main(["site", "-o", str(made)])
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        shown = chromium.new_page(viewport=WINDOW)
        shown.clock.set_fixed_time(DAY)
        shown.goto(f"{made.as_uri()}#dept={quote(UNIT)}")
        shown.screenshot(path=HERE / "page.png")
        chromium.close()


def checklist(office: str, folder: Path) -> None:
    """Draw the first page of the checklist of one unit."""
    made = folder / "checklist.docx"
    main(["checklist", UNIT, "--date", DAY, "-o", str(made)])
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = (office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, made)
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
    first = PdfDocument(made.with_suffix(".pdf"))[0].render(scale=SCALE, grayscale=True)
    rows = (bytes(first.buffer[y * first.stride :][: first.width]) for y in range(first.height))
    (HERE / "checklist.png").write_bytes(grey_png(first.width, list(rows)))


def grey_png(width: int, rows: Sequence[bytes]) -> bytes:
    """Return a picture of so many pixels a row, each a byte from black to white."""

    def chunk(name: bytes, content: bytes) -> bytes:
        told = name + content
        return struct.pack(">I", len(content)) + told + struct.pack(">I", zlib.crc32(told))

    head = struct.pack(">IIBBBBB", width, len(rows), 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    chunks = chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


PICTURES: dict[Callable[[str, Path], None], tuple[str, ...]] = {
    page: BROWSERS,
    checklist: ("soffice", "libreoffice"),
}
"""What draws each picture: the first that is installed."""


def draw_all() -> int:
    """Draw what can be drawn; return 1 if a program is missing."""
    missing = 0
    for draw, programs in PICTURES.items():
        found = next(filter(None, map(shutil.which, programs)), None)
        if found is None:
            missing = 1
            print(f"{draw.__name__}.png not drawn: {programs[0]} is not installed")
            continue
        with tempfile.TemporaryDirectory() as work:
            draw(found, Path(work))
    return missing


if __name__ == "__main__":
    sys.exit(draw_all())
