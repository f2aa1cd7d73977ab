"""Where things stand on a page, by invented corners; no picture is looked at."""

import sys
from math import pi
from types import ModuleType, SimpleNamespace

import pytest

from plan_cli.importers.reading import from_scan
from plan_cli.importers.reading.scan import scanned_page

LEVEL = [(90, 95), (130, 95), (130, 105), (90, 105)]
UPRIGHT = [(105, 90), (105, 130), (95, 130), (95, 90)]
"""The same box on a page that was turned by a quarter around (100, 100)."""


def test_corners_make_a_box_once_the_page_is_turned_back() -> None:
    assert scanned_page._level_box(LEVEL, 0.0, (100, 100)) == (90, 95, 130, 105)
    turned = scanned_page._level_box(UPRIGHT, pi / 2, (100, 100))
    assert turned == pytest.approx((90, 95, 130, 105))


def test_the_slope_of_a_page_is_that_of_its_long_lines() -> None:
    falls = [(0, 0), (1000, 10), (1000, 50), (0, 40)]
    short = [(0, 0), (80, 80), (80, 90), (0, 10)]
    assert scanned_page._slope([falls, falls, short, short, short]) == pytest.approx(0.01, rel=0.01)
    assert scanned_page._slope([short]) == 0


def test_what_is_found_in_a_part_made_larger_is_told_by_its_place_on_the_page() -> None:
    assert scanned_page._moved((20, 40, 60, 80), 100, 200) == (110, 220, 130, 240)


def test_no_page_is_made_smaller_for_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = ModuleType("rapidocr")
    engine.RapidOCR = lambda params: params  # type: ignore[attr-defined]
    engine.__file__ = "/rapidocr/__init__.py"
    monkeypatch.setitem(sys.modules, "rapidocr", engine)
    monkeypatch.setitem(sys.modules, "onnxruntime", ModuleType("onnxruntime"))
    given = scanned_page._engine.__wrapped__(1280)
    assert given["Global.max_side_len"] >= from_scan.SHORTER * from_scan.MAX_SHAPE
    assert given["Det.limit_side_len"] == 1280


def test_a_page_is_turned_around_its_middle() -> None:
    assert scanned_page._middle(SimpleNamespace(shape=(80, 60, 3))) == (30, 40)
