from collections.abc import Sequence

import docx
import pytest

from plan_cli.errors import InputError
from plan_cli.importers.reading import from_docx
from plan_cli.importers.reading.lines import Line
from tests.importers.making import add_numbering, element, numbered, saved, tabled
from tests.importers.wordxml import packed


def read(content: bytes) -> Sequence[Line]:
    return from_docx.read(content).lines


def test_paragraphs_headings_and_bold() -> None:
    document = docx.Document()
    document.add_heading("一、总则", 1)
    paragraph = document.add_paragraph()
    paragraph.add_run("做好科普。").bold = True
    paragraph.add_run("办好活动。")
    heading, body = read(saved(document))
    assert (heading.text, heading.level) == ("一、总则", 1)
    assert (body.text, body.bold) == ("做好科普。办好活动。", ((0, 5),))


def test_a_paragraph_may_take_its_level_back_from_its_style() -> None:
    document = docx.Document()
    document.add_heading("一、总则", 1)
    body = document.add_heading("办好活动。", 1)
    body._p.get_or_add_pPr().append(element("w:outlineLvl", val="9"))
    assert [line.level for line in read(saved(document))] == [1, 0]


def test_automatic_numbers_are_printed() -> None:
    document = docx.Document()
    add_numbering(document, [("chineseCounting", "%1、"), ("chineseCounting", "（%2）")])
    for text, level in (("甲", 0), ("子", 1), ("丑", 1), ("乙", 0), ("寅", 1)):
        numbered(document, text, level)
    assert [line.text for line in read(saved(document))] == [
        *("一、甲", "（一）子", "（二）丑", "二、乙", "（一）寅")
    ]


def test_a_line_break_parts_a_paragraph() -> None:
    document = docx.Document()
    document.add_paragraph("做好。\n责任单位：科普部")
    assert [line.text for line in read(saved(document))] == ["做好。", "责任单位：科普部"]


def test_tables_with_merged_cells() -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    for row, texts in zip(
        table.rows, [("一、科普", "", ""), ("1", "甲", "科普部"), ("", "乙", "学会部")], strict=True
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(0, 0).merge(table.cell(0, 2))
    table.cell(1, 0).merge(table.cell(2, 0))
    section, first, second = read(saved(document))
    assert set(section.cells) == {"一、科普"}
    assert first.cells == ("1", "甲", "科普部")
    assert second.cells == ("1", "乙", "学会部")
    assert second.merged == {0}


def test_deleted_and_hidden_words_are_not_read() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("留下")
    paragraph.add_run("隐藏").font.hidden = True
    deleted = element("w:del")
    run = element("w:r")
    text = element("w:delText")
    text.text = "删去"
    run.append(text)
    deleted.append(run)
    paragraph._p.append(deleted)
    assert [line.text for line in read(saved(document))] == ["留下"]


def zipped(**parts: bytes) -> bytes:
    return packed({f"word/{name}.xml": content for name, content in parts.items()})


ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&b;</w:document>
"""


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04 cut off", "损坏"),
        (saved(docx.Document())[:2000], "损坏"),
        (zipped(other=b"x"), "不是 Word 文档"),
        (zipped(document=b"<no xml"), "损坏"),
        (zipped(document=b"<a>" * 100_000), "损坏"),
        (zipped(document=ENTITIES), "损坏"),
    ],
    ids=["zip", "cut", "other", "xml", "deep", "entities"],
)
def test_what_cannot_be_read_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words) as raised:
        read(content)
    assert raised.value.hint


def test_an_archive_that_unpacks_to_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plan_cli.importers.reading.word.word_parts.MAX_UNPACKED", 1000)
    with pytest.raises(InputError, match="64 MB"):
        read(zipped(document=b" " * 1001))


def test_an_encrypted_archive_is_named() -> None:
    content = bytearray(saved(docx.Document()))
    place = 0
    while (place := content.find(b"PK\x01\x02", place)) >= 0:
        content[place + 8] |= 1
        place += 4
    with pytest.raises(InputError, match="密码"):
        read(bytes(content))


def test_a_document_may_have_so_many_cells_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    document = docx.Document()
    tabled(document, ["序号", "责任单位"], ["1", "科普部"])
    monkeypatch.setattr(from_docx, "MAX_CELLS", 4)
    assert [line.cells for line in read(saved(document))] == [("序号", "责任单位"), ("1", "科普部")]
    monkeypatch.setattr(from_docx, "MAX_CELLS", 3)
    with pytest.raises(InputError, match="表格过大"):
        read(saved(document))
