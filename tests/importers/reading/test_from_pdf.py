"""PDF files are written here by hand: a page is a few lines of text at places."""

import subprocess
import sys

import pytest
from pypdfium2 import PdfMatrix

from plan_cli.errors import InputError, OutputError
from plan_cli.importers.doubts import Cause
from plan_cli.importers.reading import from_pdf
from plan_cli.importers.reading.pdf import pdf_pictures
from tests.importers.making import pdf, pdf_of, ruled, show, typeset
from tests.importers.reading.pdf.asking import read, texts, told


@pytest.fixture(autouse=True)
def without_recogniser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read alike whether what recognises pictures is installed or not."""
    monkeypatch.setattr(pdf_pictures, "find_spec", lambda name: None)


def test_lines_with_their_pages() -> None:
    lines = read(pdf(["one", "two"], ["three"]))
    assert [(line.text, line.page, line.place) for line in lines] == [
        ("one", 1, "第 1 页"),
        ("two", 1, "第 1 页"),
        ("three", 2, "第 2 页"),
    ]


def test_a_table_is_read_by_its_lines() -> None:
    table = ruled(70, 700, [130, 130], [["task", "who"], ["do", "unit"]])
    lines = read(pdf_of("\n".join([table, show(80, 750, "above"), show(80, 500, "below")])))
    assert [line.text for line in lines] == ["above", "task\twho", "do\tunit", "below"]
    assert [line.cells for line in lines][1:3] == [("task", "who"), ("do", "unit")]


def test_lines_that_begin_further_in_than_the_margin_are_marked() -> None:
    lines = read(typeset("某市工作要点", ["甲" * 50, "乙" * 76, "丙" * 24, "丁" * 30]))
    assert [(line.text[0], line.begins) for line in lines if line.text[0] in "甲乙丙丁"] == [
        *(("甲", True), ("甲", False)),
        *(("乙", True), ("乙", False), ("乙", False)),
        *(("丙", True), ("丁", True), ("丁", False)),
    ]


def test_progress_is_told_page_by_page() -> None:
    told: list[tuple[int, int]] = []
    read(pdf(["a"], ["b"], ["c"]), lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7\nnothing", "损坏"),
        (pdf(["a"])[:200], "损坏"),
        (pdf([], []), "扫描件"),
    ],
    ids=["broken", "cut", "scanned"],
)
def test_what_cannot_be_read_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words) as raised:
        read(content)
    assert raised.value.hint


def test_an_encrypted_file_is_named() -> None:
    encrypted = pdf(["a"]).replace(
        b"/Root 1 0 R >>",
        b"/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
        + b"11" * 32
        + b"> /U <"
        + b"22" * 32
        + b"> >> >>",
    )
    with pytest.raises(InputError, match="密码"):
        read(encrypted)


WITHOUT_FONTS = """
import ctypes, sys
import pypdfium2, pypdfium2.raw as pdfium
from plan_cli.importers.reading import from_pdf
from plan_cli.importers.reading.pdf import pdf_pictures

paths = (ctypes.c_char_p * 2)(b"/nowhere", None)
config = pdfium.FPDF_LIBRARY_CONFIG(version=2)
config.m_pUserFontPaths = ctypes.cast(paths, type(config.m_pUserFontPaths))
pdfium.FPDF_DestroyLibrary()
pdfium.FPDF_InitLibraryWithConfig(config)
for line in from_pdf.read(sys.stdin.buffer.read()).lines:
    sys.stdout.buffer.write(f"{line.text}\\n".encode())
"""
"""Reads as a machine does that has no font but those of the file."""


def test_words_in_a_font_that_the_machine_lacks_are_all_read() -> None:
    words = [
        show(80, 700, "各县区"),
        show(80, 680, "各县区"),
        show(80, 660, "甲"),
        show(80, 640, "甲"),
    ]
    content = pdf_of("\n".join(words), embedded=False)
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_FONTS], input=content, capture_output=True, check=True
    )
    assert done.stdout.decode().splitlines() == ["各县区", "各县区", "甲", "甲"]
    assert texts(content) == ["各县区", "各县区", "甲", "甲"]


def test_words_on_their_side_in_a_font_that_the_machine_lacks_are_all_read() -> None:
    words = [
        show(80, 700, "各县区").replace("80 700 Td", f"0 1 -1 0 {x} 80 Tm") for x in (100, 120, 140)
    ]
    content = pdf_of("\n".join(words), embedded=False)
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_FONTS], input=content, capture_output=True, check=True
    )
    assert done.stdout.decode().splitlines() == ["各县区", "各县区", "各县区"]
    assert texts(content) == ["各县区", "各县区", "各县区"]


def without_names(*pages: str) -> bytes:
    """Return a PDF whose characters are numbers of glyphs, and nothing says what they are."""
    content = pdf_of(*pages)
    return content.replace(b"/Encoding /UniGB-UCS2-H", b"/Encoding /Identity-H   ").replace(
        b"/Ordering (GB1)", b"/Ordering (Identity)"
    )


def test_fonts_that_do_not_say_what_their_characters_are() -> None:
    with pytest.raises(OutputError, match="乱码"):
        read(without_names(show(80, 700, "科普部")))
    [page] = from_pdf.pages(without_names(show(80, 700, "科普部")))
    assert page.unreadable
    assert [line.text for line in page.lines] == ["□□□"]


def test_pages_with_characters_of_private_use_are_told() -> None:
    content = pdf(["科普部"], ["科普部\ue001办公室抓落实"], ["\uf0d8 办公室"])
    assert texts(content) == ["科普部", "科普部□办公室抓落实", "办公室"]
    assert told(content) == [(Cause.GARBLED, "第 2 页")]
    assert [page.unreadable for page in from_pdf.pages(content)] == [False, True, False]


GREY, WHITE = "0.5 g 50 50 400 400 re f", "1 g 0 0 595 842 re f"


def test_pictures_of_pages_among_pages_with_text_are_told() -> None:
    content = pdf_of(
        *(show(80, 700, "一"), GREY, "", WHITE, f"{GREY} 0 g {show(80, 700, '二')}", GREY),
        f"0.9 g 0 0 595 842 re f 0 g {show(80, 700, '三')}",
    )
    [doubt] = from_pdf.read(content).doubts
    assert (doubt.cause, doubt.about[0]) == (Cause.NOT_RECOGNISED, "2、6")
    assert [page.number for page in from_pdf.pages(content) if page.unreadable] == [2, 6]


def test_plain_text_is_what_pdfium_gives() -> None:
    assert from_pdf.plain(pdf(["one", "two"], ["three"])) == "one\r\ntwo\nthree"


def test_a_text_of_which_half_is_named_is_read() -> None:
    assert texts(pdf(["科\ue001"])) == ["科□"]


def test_a_picture_with_no_more_than_a_line_of_words_is_a_page_to_recognise() -> None:
    picture = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 80> EI Q"
    content = pdf_of(*(f"{picture} {show(80, 700, '某' * count)}" for count in (30, 31)))
    assert [page.unreadable for page in from_pdf.pages(content)] == [True, False]


def test_a_file_may_hold_so_many_characters_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(from_pdf, "MAX_CHARACTERS", 6)
    assert texts(pdf(["one"], ["two"])) == ["one", "two"]
    with pytest.raises(InputError, match="文字过多"):
        read(pdf(["one"], ["four"]))


class Drawn:
    """What PDFium says of something drawn, and of the form that it stands in."""

    def __init__(self, container: "Drawn | None" = None, factor: float = 1) -> None:
        self.container = container
        self._factor = factor

    def get_bounds(self) -> tuple[float, ...]:
        return (1, 2, 3, 4)

    def get_matrix(self) -> PdfMatrix:
        return PdfMatrix(a=self._factor, d=self._factor, e=100)


def test_what_is_drawn_in_a_form_stands_where_the_form_does() -> None:
    assert from_pdf._box(Drawn()) == (1, 2, 3, 4)
    assert from_pdf._box(Drawn(Drawn(factor=2))) == (102, 4, 106, 8)
    assert from_pdf._box(Drawn(Drawn(Drawn(factor=2), 10))) == (320, 40, 360, 80)


def test_a_file_may_have_so_many_pages_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(from_pdf, "MAX_PAGES", 2)
    assert texts(pdf(["one"], ["two"])) == ["one", "two"]
    with pytest.raises(InputError, match="PDF 有 3 页，超过 2 页"):
        read(pdf(["one"], ["two"], ["three"]))
