"""PDF files are written here by hand: a page is a few lines of text at places."""

import subprocess
import sys
from collections.abc import Sequence

import pytest

from plan_cli.errors import InputError
from plan_cli.importers.doubts import Cause
from plan_cli.importers.reading import from_pdf
from plan_cli.importers.reading.lines import Line, Progress, no_progress
from tests.importers.making import pdf, pdf_of, ruled, show, typeset


def read(content: bytes, progress: Progress = no_progress) -> Sequence[Line]:
    return from_pdf.read(content, progress).lines


def texts(content: bytes) -> list[str]:
    return [line.text for line in read(content)]


def told(content: bytes) -> list[tuple[Cause, str]]:
    return [(doubt.cause, doubt.place) for doubt in from_pdf.read(content).doubts]


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


def without_names(*pages: str) -> bytes:
    """Return a PDF whose characters are numbers of glyphs, and nothing says what they are."""
    content = pdf_of(*pages)
    return content.replace(b"/Encoding /UniGB-UCS2-H", b"/Encoding /Identity-H   ").replace(
        b"/Ordering (GB1)", b"/Ordering (Identity)"
    )


def test_fonts_that_do_not_say_what_their_characters_are() -> None:
    with pytest.raises(InputError, match="乱码"):
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
        show(80, 700, "一"), GREY, "", WHITE, f"{GREY} 0 g {show(80, 700, '二')}", GREY
    )
    assert told(content) == [(Cause.PICTURED, "第 2、6 页")]
    assert [page.number for page in from_pdf.pages(content) if page.unreadable] == [2, 6]


def test_plain_text_is_what_pdfium_gives() -> None:
    assert from_pdf.plain(pdf(["one", "two"], ["three"])) == "one\r\ntwo\nthree"


LONG = "落实各项工作任务明确责任单位抓好督促检查"


def test_columns_are_read_one_after_the_other() -> None:
    left = [show(60, 700 - 20 * i, f"左{i}{LONG}"[:18]) for i in range(8)]
    right = [
        show(310 + 24 * (i == 3), 690 - 20 * i, f"右{i}{LONG}"[: 18 - 2 * (i == 3)])
        for i in range(7)
    ]
    foot = [show(270, 60, "某市科协"), show(330, 60, "办公室"), show(240, 60, "一")]
    page = "\n".join([show(180, 760, "某市科协年度工作要点安排"), *right, *left, *foot])
    lines = read(pdf_of(page))
    assert [line.text[:2] for line in lines] == [
        "某市",
        *(f"左{i}" for i in range(8)),
        *(f"右{i}" for i in range(7)),
        "一 ",
    ]
    assert [line.text[:2] for line in lines if line.begins] == ["右3"]


def test_words_printed_twice_are_read_once() -> None:
    bold = [show(80, 700, "科普部"), show(80.3, 700.2, "科普部")]
    letters = [
        show(80 + 12 * i + shift, 660, char) for i, char in enumerate("100名") for shift in (0, 0.4)
    ]
    assert texts(pdf_of("\n".join([*bold, *letters]))) == ["科普部", "100名"]


def test_equal_letters_side_by_side_are_all_read() -> None:
    assert texts(pdf(["投资3000万元，天天向上"])) == ["投资3000万元，天天向上"]


def test_a_table_on_a_page_that_lies_on_its_side() -> None:
    table = ruled(70, 500, [40, 200, 120], [["序号", "任务", "责任单位"], ["1", "甲", "乙"]])
    turned = f"q 0 1 -1 0 595 0 cm\n{table}\n{show(70, 550, '分工表')}\nQ"
    content = pdf_of(turned)
    for each in (content, content.replace(b"/MediaBox", b"/Rotate 90 /MediaBox")):
        assert texts(each) == ["分工表", "序号\t任务\t责任单位", "1\t甲\t乙"]


def test_a_watermark_parts_no_lines() -> None:
    mark = f"q 0.7 0.7 -0.7 0.7 200 500 cm {show(0, 0, '内部资料', 40)} Q"
    lines = [show(80, 700 - 20 * i, LONG) for i in range(10)]
    assert texts(pdf_of("\n".join([*lines[:5], mark, *lines[5:]]))) == [LONG] * 10 + ["内部资料"]


def test_words_that_slant_stay_in_their_place() -> None:
    slanted = f"q 1 0 0.3 1 -200 0 cm {show(80, 680, '乙')} Q"
    content = pdf_of("\n".join([show(80, 700, "甲"), slanted, show(80, 660, "丙")]))
    assert texts(content) == ["甲", "乙", "丙"]


def cells(y: float, *words: tuple[float, str]) -> str:
    return "\n".join(show(x, y, word) for x, word in words)


def heading(y: float) -> str:
    return cells(y, (60, "序号"), (110, "任务"), (400, "责任部门"))


def test_a_table_without_lines_goes_on_over_pages() -> None:
    one = [show(60, 760, "分工表"), heading(740)]
    one += [cells(720 - 20 * i, (60, str(i + 1)), (110, LONG), (400, "科普部")) for i in range(3)]
    two = [cells(740 - 20 * i, (60, str(i + 4)), (110, LONG), (400, "办公室")) for i in range(2)]
    lines = read(pdf_of("\n".join([*one, show(280, 40, "— 1 —")]), "\n".join(two)))
    rows = [(str(i), LONG, "科普部" if i < 4 else "办公室") for i in range(1, 6)]
    assert [line.cells for line in lines if line.cells] == [("序号", "任务", "责任部门"), *rows]
    assert [line.text for line in lines if not line.cells] == ["分工表", "— 1 —"]


def test_rows_of_several_lines_are_told_by_the_room_or_the_rules_between_them() -> None:
    page = heading(740)
    for top, number in ((700, "1"), (640, "2")):
        page += "\n" + cells(top, (110, LONG)) + "\n" + cells(top - 32, (110, "抓好落实。"))
        page += "\n" + cells(top - 16, (60, number), (110, LONG), (400, "科普部"))
    row = f"{LONG}\n{LONG}\n抓好落实。"
    rows = [("1", row, "科普部"), ("2", row, "科普部")]
    assert [line.cells for line in read(pdf_of(page))][1:] == rows
    close = page.replace(" 640 Td", " 652 Td").replace(" 624 Td", " 636 Td")
    close = close.replace(" 608 Td", " 620 Td")
    rules = "".join(f"\n50 {y} m 500 {y} l S" for y in (735, 712, 665, 615))
    assert [line.cells for line in read(pdf_of(close + rules))][1:] == rows
    assert told(pdf_of(close)) == [(Cause.TABLE_UNREAD, "第 1 页")]


def test_a_table_whose_rows_are_not_certain_is_told() -> None:
    page = heading(740)
    for i, (number, text) in enumerate(
        [("1", "甲"), ("", "乙"), ("2", "丙"), ("", "丁"), ("3", "戊")]
    ):
        unit = "科普部" if number else ""
        page += "\n" + cells(720 - 20 * i, (60, number), (110, text * 20), (400, unit))
    content = pdf_of(page)
    assert told(content) == [(Cause.TABLE_UNREAD, "第 1 页")]
    assert texts(content)[:3] == ["序号 任务 责任部门", f"1 {'甲' * 20} 科普部", "乙" * 20]


def test_tables_in_forms_and_words_near_to_each_other() -> None:
    table = ruled(0, 100, [60, 60], [["任务", "责任单位"], ["甲甲甲甲乙", "科普部"]])
    content = pdf_of(f"q 1 0 0 1 70 600 cm {table} Q")
    assert [line.cells for line in read(content)] == [
        ("任务", "责任单位"),
        ("甲甲甲甲乙", "科普部"),
    ]


def test_a_table_without_its_border() -> None:
    rows = [["序号", "任务", "责任单位"], ["1", "甲", "科普部"]]
    table = ruled(70, 700, [40, 130, 100], rows)
    right, left = "340 660 m 340 700 l S", "70 660 m 70 700 l S"
    assert right in table
    assert left in table
    for missing in (right, left):
        lines = read(pdf_of(table.replace(missing, "")))
        assert [line.cells for line in lines] == [tuple(row) for row in rows]


def test_words_that_stand_over_a_line_stay_whole() -> None:
    table = ruled(70, 700, [100, 100], [["任务", "责任单位"], ["抓好落实抓好督查各", "部"]])
    content = pdf_of(table.replace(show(174, 665, "部"), show(190, 665, "部")))
    assert [line.cells for line in read(content)][1] == ("抓好落实抓好督查各", "部")
