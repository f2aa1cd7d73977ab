"""Words outside the table are told with their sheet, cell and words, and count as not taken."""

from typing import Any

from plan_cli.ledger.sheets.reading import read
from tests.ledger.making import report
from tests.ledger.sheets.coming_back import came_back, changed, sent, with_part


def lost(*changes: Any, sheet: str = "台账", content: bytes | None = None) -> list[str]:
    back = read("甲部.xlsx", changed(content or sent(), *changes, sheet=sheet))
    return [odd.told(back.file).split("。")[0] for odd in back.odd if odd.is_lost]


def copied(sheet: Any) -> None:
    copy = sheet.parent.copy_worksheet(sheet)
    copy.title = "台账 (2)"
    copy["I4"], copy["G4"] = "办了", "推进中"


def test_a_copy_of_the_table() -> None:
    assert lost(copied) == [
        "甲部.xlsx 台账 (2) G4（现为“推进中 办了”）：写在“台账”以外的工作表里（2 格），没有读"
    ]
    assert lost(copied, {"G4": "推进中", "I4": "办了"}) == []
    before = sent("甲部", report("1.1", "甲部", progress="旧话"))
    copy = [lambda sheet: setattr(sheet.parent.copy_worksheet(sheet), "title", "存")]
    assert lost(*copy, {"I4": "新话"}, content=before) == []


def test_text_beside_the_guide() -> None:
    assert lost({"D5": "本期无进展"}, sheet="说明") == [
        "甲部.xlsx 说明 D5（现为“本期无进展”）：写在“台账”以外的工作表里（1 格），没有读"
    ]
    assert came_back().odd == ()


def test_comments() -> None:
    from openpyxl.comments import Comment

    def comment(sheet: Any) -> None:
        sheet["I4"].comment = Comment("张三:\n办了3场", "张三")

    content = changed(sent(), comment)
    [odd] = read("甲部.xlsx", content).odd
    assert (odd.sheet, odd.cell, odd.stands) == ("台账", "I4", "张三: 办了3场")
    assert (odd.message, odd.is_lost) == ("写在批注里，没有读", True)
    part = next(name for name in names(content) if "comment" in name and name.endswith(".xml"))
    older = with_part(content, part, lambda xml: xml.replace("张三:", "[Threaded comment] x"))
    assert read("甲部.xlsx", older).odd == ()


def names(content: bytes) -> list[str]:
    import zipfile
    from io import BytesIO

    return zipfile.ZipFile(BytesIO(content)).namelist()
