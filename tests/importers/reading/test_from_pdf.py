"""PDF files are written here by hand: a page is a few lines of text at places."""

from collections.abc import Sequence

import pytest

from plan_cli.errors import InputError
from plan_cli.importers.reading import from_pdf
from plan_cli.importers.reading.lines import Line, Progress, no_progress
from tests.importers.making import pdf, pdf_of, ruled, show, typeset


def read(content: bytes, progress: Progress = no_progress) -> Sequence[Line]:
    return from_pdf.read(content, progress).lines


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


def test_equal_words_in_a_font_that_the_machine_lacks_are_all_read() -> None:
    words = [show(80, 700 - 20 * row, "各县区") for row in range(4)]
    assert [line.text for line in read(pdf_of("\n".join(words), embedded=False))] == ["各县区"] * 4
