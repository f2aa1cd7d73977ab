"""What needs the recogniser is skipped without it; its models read Latin letters as well, for
which the library that draws pictures brings a font."""

import io
from importlib.util import find_spec
from typing import Any

import pytest

from plan_cli.errors import InputError
from plan_cli.importers.reading import from_scan
from plan_cli.importers.reading.lines import RECOGNISERS

pytestmark = pytest.mark.skipif(
    any(find_spec(name) is None for name in RECOGNISERS),
    reason="reads pictures: pip install -e '.[ocr]'",
)


def picture(*lines: str, askew: float = 0) -> Any:
    from PIL import Image, ImageDraw, ImageFont

    page = Image.new("RGB", (1240, 1754), "white")
    for index, line in enumerate(lines):
        font = ImageFont.load_default(36)
        ImageDraw.Draw(page).text((150, 200 + 60 * index), line, "black", font)
    return page.rotate(askew, fillcolor="white")


def saved(*pages: Any, form: str = "PNG") -> bytes:
    buffer = io.BytesIO()
    more = {"save_all": True, "append_images": pages[1:]} if pages[1:] else {}
    pages[0].save(buffer, form, **more)
    return buffer.getvalue()


def texts(page: Any, form: str = "PNG") -> list[str]:
    return [line.text.replace(" ", "") for line in from_scan.read(saved(page, form=form)).lines]


LINES = ("Annual plan of the office", "for the year 2022", "Department of science")


def test_lines_of_a_page_that_is_askew() -> None:
    page = picture(*LINES, askew=0.7)
    assert texts(page, form="JPEG") == [line.replace(" ", "") for line in LINES]


def test_every_page_of_a_tiff_is_read_and_told() -> None:
    told: list[tuple[int, int]] = []
    pages = saved(picture("First page"), picture("Second page"), form="TIFF")
    read = from_scan.read(pages, lambda done, total: told.append((done, total)))
    assert [line.page for line in read.lines] == [1, 2]
    assert told == [(1, 2), (2, 2)]


def test_a_red_seal_is_no_text_and_hides_none() -> None:
    from PIL import Image, ImageChops, ImageDraw

    seal = Image.new("RGB", (1240, 1754), "white")
    ink = (230, 40, 50)
    ImageDraw.Draw(seal).ellipse((250, 130, 550, 430), outline=ink, width=8)
    ImageDraw.Draw(seal).rectangle((330, 235, 470, 300), fill=ink)
    stamped = ImageChops.multiply(picture(*LINES), seal)
    assert texts(stamped) == [line.replace(" ", "") for line in LINES]


def test_a_picture_without_words_is_refused() -> None:
    with pytest.raises(InputError, match="没有识别出文字"):
        from_scan.read(saved(picture()))


def test_a_strip_of_many_pages_is_refused() -> None:
    with pytest.raises(InputError, match="长条"):
        from_scan.read(saved(picture().resize((400, 1700))))


@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF", "BMP"])
def test_a_picture_that_is_cut_off_is_refused(form: str) -> None:
    whole = saved(picture("Word"), form=form)
    for length in (12, 60, len(whole) // 2):
        with pytest.raises(InputError, match="损坏"):
            from_scan.read(whole[:length])
