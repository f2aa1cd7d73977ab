import pytest

from plan_cli.errors import InputError
from plan_cli.importers.reading import from_docx
from tests.importers.wordxml import (
    NAMES,
    abstract,
    alternative,
    document,
    drawn,
    links,
    lvl,
    num,
    numbered,
    p,
    packed,
    r,
    run,
    vml,
    word,
)


def texts(content: bytes) -> list[str]:
    return [line.text for line in from_docx.read(content).lines]


def numbering() -> str:
    inner = abstract(0, lvl(0, "decimal", "%1.")) + num(1, 0)
    return f"<w:numbering {NAMES}>{inner}</w:numbering>"


@pytest.mark.parametrize("target", ["text/main.xml", "/text/main.xml", ".\\text\\MAIN.xml"])
def test_parts_are_found_by_what_refers_to_them(target: str) -> None:
    content = packed(
        {
            "_rels/.rels": links(("officeDocument", "rId1", target)),
            "text/main.xml": document(numbered("办会。", 1)),
            "text/_rels/main.xml.rels": links(("numbering", "rId1", "../lists/n.xml")),
            "lists/n.xml": numbering(),
        }
    )
    if "MAIN" in target:
        content = content.replace(b"_rels/main.xml.rels", b"_rels/MAIN.xml.rels")
    assert texts(content) == ["1. 办会。"]


STRICT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "wordprocessingml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "officeDocument/math",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        "officeDocument/relationships"
    ),
}


def strict(text: str) -> str:
    for usual, name in STRICT.items():
        text = text.replace(usual, f"http://purl.oclc.org/ooxml/{name}")
    return text


def test_strict_documents() -> None:
    equation = "<m:oMath><m:r><m:t>≥20</m:t></m:r></m:oMath>"
    body = numbered("办会。", 1) + p("基地", equation) + '<w:altChunk r:id="rId2"/>'
    content = packed(
        {
            "_rels/.rels": strict(links(("officeDocument", "rId1", "word/d.xml"))),
            "word/d.xml": strict(document(body)),
            "word/_rels/d.xml.rels": strict(
                links(("numbering", "rId1", "n.xml"), ("aFChunk", "rId2", "a.txt"))
            ),
            "word/n.xml": strict(numbering()),
            "word/a.txt": "附则。",
        }
    )
    assert texts(content) == ["1. 办会。", "基地≥20", "附则。"]


def test_a_workbook_is_no_document() -> None:
    content = packed(
        {
            "_rels/.rels": links(("officeDocument", "rId1", "xl/workbook.xml")),
            "xl/workbook.xml": "<workbook/>",
        }
    )
    with pytest.raises(InputError, match="不是 Word 文档"):
        from_docx.read(content)


def test_plain_is_every_text_of_the_document() -> None:
    both = run(alternative(drawn(p("框内")), vml(p("框内"))))
    body = p("正文", r("划掉", "<w:strike/>"), both, "续") + p(
        "<m:oMath><m:r><m:t>20</m:t></m:r></m:oMath>"
    )
    chart = f"<c:chart xmlns:c='urn:c' {NAMES}><a:p><a:r><a:t>图中</a:t></a:r></a:p></c:chart>"
    content = packed(
        {
            "word/footnotes.xml": f"<w:footnotes {NAMES}>{p('脚注')}</w:footnotes>",
            "word/header1.xml": f"<w:hdr {NAMES}>{p('页眉')}</w:hdr>",
            "word/comments.xml": f"<w:comments {NAMES}>{p('批注')}</w:comments>",
            "word/document.xml": document(body),
            "word/charts/chart1.xml": chart,
            "word/a.html": "<p>网页&amp;一</p>",
            "word/embeddings/b.docx": word(p("里面")),
        }
    )
    assert from_docx.plain(content).split("\n") == [
        *("正文划掉", "框内", "续", "20", "脚注", "图中", "网页&一", "里面")
    ]


def test_plain_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plan_cli.importers.reading.word.word_parts.MAX_UNPACKED", 3000)
    assert from_docx.plain(word(p("甲"))) == "甲"
    with pytest.raises(InputError, match="64 MB"):
        from_docx.plain(packed({"word/document.xml": document(p("甲")), "word/a.txt": "乙" * 1000}))


def test_what_embedded_files_unpack_to_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plan_cli.importers.reading.word.word_parts.MAX_UNPACKED", 5000)
    chunk = '<w:altChunk r:id="rId1"/>'
    content = packed(
        {
            "word/document.xml": document(p("甲") + chunk * 2),
            "word/_rels/document.xml.rels": links(("aFChunk", "rId1", "a.docx")),
            "word/a.docx": packed({"word/document.xml": b" " * 9000}),
        }
    )
    with pytest.raises(InputError, match="64 MB"):
        from_docx.read(content)


def test_parts_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plan_cli.importers.reading.word.word_parts.MAX_UNPACKED", 3000)
    with pytest.raises(InputError, match="64 MB"):
        from_docx.read(word(p("甲"), styles=" " * 2000))
