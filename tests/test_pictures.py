"""The script that draws the pictures of the READMEs; it is called by hand and seldom."""

import zlib
from pathlib import Path

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

from docs.draw_pictures import HERE, draw_all, grey_png


def test_what_cannot_be_drawn_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    before = [file.stat().st_mtime_ns for file in sorted(HERE.glob("*.png"))]
    assert draw_all() == 1
    assert capsys.readouterr().out.splitlines() == [
        "page.png not drawn: chromium-headless-shell is not installed",
        "checklist.png not drawn: soffice is not installed",
    ]
    assert before == [file.stat().st_mtime_ns for file in sorted(HERE.glob("*.png"))]


def test_rows_of_grey_make_a_picture() -> None:
    picture = grey_png(2, [b"\x00\xff", b"\x80\x80"])
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    assert picture[16:26] == bytes([0, 0, 0, 2, 0, 0, 0, 2, 8, 0])
    start = picture.index(b"IDAT") + 4
    length = int.from_bytes(picture[start - 8 : start - 4])
    assert zlib.decompress(picture[start : start + length]) == b"\0\x00\xff\0\x80\x80"


def test_pictures_are_as_wide_as_each_other() -> None:
    widths = [
        int.from_bytes((HERE / f"{name}.png").read_bytes()[16:20]) for name in ("page", "checklist")
    ]
    assert max(widths) - min(widths) < 20
