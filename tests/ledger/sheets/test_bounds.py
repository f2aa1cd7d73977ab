"""Workbooks as hostile input: what is no workbook, too large, too deep, or declares too much."""

import zipfile
from io import BytesIO

import pytest

from plan_cli.errors import InputError
from plan_cli.ledger.sheets.bounds import MAX_ELEMENTS, MAX_ROWS, surveyed
from plan_cli.ledger.sheets.reading import read
from tests.ledger.sheets.coming_back import TABLE_PART, changed, odds, sent, told, with_part

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
LARGE, BROKEN = "工作簿太大或太复杂，不像发出的台账", "工作簿损坏，打不开"


def refused(content: bytes) -> str:
    with pytest.raises(InputError) as error:
        read("甲部.xlsx", content)
    assert error.value.hint
    return error.value.message


def zipped(**parts: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def inside(old: str, new: str, part: str = TABLE_PART) -> bytes:
    """Return a workbook with something else in its XML, which is there once at least."""

    def change(xml: str) -> str:
        assert old in xml
        return xml.replace(old, new, 1)

    return with_part(sent(), part, change)


def test_what_is_no_workbook() -> None:
    assert (
        refused(OLE + "Workbook".encode("utf-16-le")) == "是旧格式的工作簿（xls、et），不能直接读"
    )
    assert refused(OLE + "EncryptedPackage".encode("utf-16-le")) == "工作簿设有打开密码"
    for content in (b"", b"x", b"<html><table>", zipped(**{"word/document.xml": b"<x/>"})):
        assert refused(content) == "不是 Excel 工作簿"


def test_what_is_broken() -> None:
    content = sent()
    assert refused(content[: len(content) // 2]) == BROKEN
    assert refused(zipped(**{"xl/workbook.xml": b"<x/>"})) == BROKEN
    assert refused(zipped(**{"xl/workbook.xml": b"<x"})) == BROKEN
    assert refused(inside("<sheetData>", "<sheetData><row r='x'><c/></row>")) == BROKEN
    middle = len(content) // 2
    assert refused(content[:middle] + bytes(40) + content[middle + 40 :]) == BROKEN


def test_a_part_that_unpacks_to_too_much() -> None:
    bomb = zipped(**{"xl/workbook.xml": b" " * (25 * 1024 * 1024)})
    assert len(bomb) < 50_000
    assert refused(bomb) == LARGE


def test_too_many_elements_too_many_rows_too_deep() -> None:
    assert refused(inside("<sheetData>", "<sheetData>" + "<row/>" * MAX_ELEMENTS)) == LARGE
    rows = "".join('<row><c t="inlineStr"><is><t>x</t></is></c></row>' for _ in range(MAX_ROWS))
    assert refused(inside("<sheetData>", "<sheetData>" + rows)) == LARGE
    assert refused(inside("<sheetData>", "<x>" * 100 + "</x>" * 100 + "<sheetData>")) == LARGE


def test_empty_rows_that_only_look_some_way_do_no_harm() -> None:
    rows = "".join(f'<row r="{n}" ht="20"><c r="A{n}" s="1"/></row>' for n in range(10, 3_000))
    content = inside("</sheetData>", rows + '<row r="1048576"/></sheetData>')
    assert told(read("甲部.xlsx", content)) == {}


def test_a_cell_that_no_program_writes() -> None:
    assert told(read("甲部.xlsx", changed(sent(), {"I4": "长" * 32_767})))["1.1"]
    long = '<c r="I4" t="inlineStr"><is><t>' + "长" * 32_768 + "</t></is></c>"
    assert refused(inside("</sheetData>", f'<row r="99">{long}</row></sheetData>')) == LARGE


def test_merged_cells_without_end() -> None:
    many = "<mergeCells>" + '<mergeCell ref="A2:O9"/>' * 3000 + "</mergeCells>"
    assert refused(inside("</sheetData>", "</sheetData>" + many)) == LARGE
    whole = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    content = changed(sent(), {"I4": "办了。"})
    merged = with_part(
        content, TABLE_PART, lambda xml: xml.replace("</sheetData>", "</sheetData>" + whole)
    )
    returned = read("甲部.xlsx", merged)
    assert told(returned) == {}
    assert odds(returned) == [("A1:XFD1048576", "合并了单元格，只算左上角那一格的", True)]


def test_entities_are_refused() -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha">]>'
    assert refused(with_part(sent(), TABLE_PART, lambda xml: laughs + xml)) == BROKEN


def test_links_to_other_files_are_not_followed() -> None:
    link = '<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>'
    content = inside("<pageMargins", link + "<pageMargins")
    assert told(read("甲部.xlsx", content)) == {}


def test_formulas_and_merged_ranges_are_noted() -> None:
    content = changed(sent(), {"I4": "=A1&B1"}, lambda sheet: sheet.merge_cells("J4:J6"))
    survey = surveyed(content)[TABLE_PART]
    assert survey.formulas == {"I4": "=A1&B1"}
    assert survey.merged == ("J4:J6",)
