"""Word documents as Word writes them and python-docx does not: changes, boxes, embedded files."""

from collections.abc import Sequence

import pytest

from plan_cli.importers.doubts import Cause
from plan_cli.importers.reading import from_docx
from plan_cli.importers.reading.lines import Line
from tests.importers.wordxml import (
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
    style,
    tc,
    tr,
    vml,
    word,
)


def lines(content: bytes) -> Sequence[Line]:
    return from_docx.read(content).lines


def texts(content: bytes) -> list[str]:
    return [line.text for line in lines(content)]


def causes(content: bytes) -> list[tuple[Cause, str]]:
    return [(doubt.cause, doubt.place) for doubt in from_docx.read(content).doubts]


DIGITS = abstract(0, lvl(0, "decimal", "%1.")) + num(1, 0)
GONE = "<w:rPr><w:del/></w:rPr>"


def deleted(text: str) -> str:
    return f"<w:del><w:r><w:delText>{text}</w:delText></w:r></w:del>"


@pytest.mark.parametrize("change", ["del", "moveFrom"])
def test_deleted_paragraphs_take_no_number(change: str) -> None:
    gone = numbered("", 1, more=f"<w:rPr><w:{change}/></w:rPr>")
    content = word(
        numbered("甲", 1) + gone + gone + numbered("乙", 1) + gone,
        numbering=DIGITS,
    )
    assert texts(content) == ["1. 甲", "2. 乙"]
    assert causes(content) == [(Cause.TRACKED, "第 2 段、第 3 段、第 5 段")]


def test_a_deleted_end_joins_paragraphs() -> None:
    content = word(p("1. 加强科普", props=GONE) + p("阵地建设。") + p("乙"))
    assert texts(content) == ["1. 加强科普阵地建设。", "乙"]


def test_a_table_ends_what_is_joined() -> None:
    content = word(p("甲", props=GONE) + f"<w:tbl>{tr('乙', '丙')}</w:tbl>")
    assert texts(content) == ["甲", "乙\t丙"]


def test_a_hidden_end_keeps_the_number_before_it() -> None:
    heading = numbered("标题。", 1, more="<w:rPr><w:vanish/></w:rPr>")
    assert texts(word(heading + p("正文。"), numbering=DIGITS)) == ["1. 标题。正文。"]


def test_inserted_text_stays_and_deleted_text_goes() -> None:
    content = word(p("办会", deleted("3场"), f"<w:ins>{r('5场')}</w:ins>"))
    assert texts(content) == ["办会5场"]
    assert causes(content) == [(Cause.TRACKED, "第 1 段")]


def test_deleted_and_hidden_rows_are_left_out() -> None:
    rows = tr("1", "甲") + tr("2", "乙", props="<w:del/>") + tr("3", "丙", props="<w:hidden/>")
    content = word(f"<w:tbl>{rows}{tr('2', tc('废', '<w:cellDel/>'), '丁')}</w:tbl>")
    assert [line.cells for line in lines(content)] == [("1", "甲"), ("2", "丁")]
    doubts = {doubt.cause: doubt for doubt in from_docx.read(content).doubts}
    assert set(doubts) == {Cause.TRACKED, Cause.HIDDEN}
    assert doubts[Cause.HIDDEN].about == ("“3丙”",)


def test_rows_and_cells_in_controls_are_of_the_table() -> None:
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    rows = control.format(tr("1", "甲")) + tr("2", control.format(tc("乙")))
    assert [line.cells for line in lines(word(f"<w:tbl>{rows}</w:tbl>"))] == [
        *(("1", "甲"), ("2", "乙")),
    ]


def test_columns_skipped_before_and_behind_a_row_are_empty() -> None:
    around = '<w:gridBefore w:val="1"/><w:gridAfter w:val="2"/>'
    content = word(f"<w:tbl>{tr('1', '甲', '乙', '丙')}{tr('丁', props=around)}</w:tbl>")
    assert lines(content)[1].cells == ("", "丁", "", "")


BOTH = p("机密") + p("特急")


@pytest.mark.parametrize(
    "box",
    [
        vml(BOTH),
        drawn(BOTH),
        alternative(drawn(BOTH), vml(BOTH)),
        alternative(drawn(BOTH), "<w:pict/>"),
        alternative("<w:drawing/>", vml(BOTH)),
        alternative("", "") + drawn(BOTH),
        drawn(p("机密", run(vml(p("特急"))))),
    ],
    ids=["vml", "drawing", "both", "choice", "fallback", "empty", "nested"],
)
def test_boxes_stand_behind_what_they_hang_on(box: str) -> None:
    content = word(p(run(box), "1.推广", "模式。") + p("2.办会。"))
    assert texts(content) == ["1.推广模式。", "机密", "特急", "2.办会。"]


def test_a_table_in_a_box_is_a_table() -> None:
    rows = tr("序号", "任务") + tr("1", "办会")
    cells = [line.cells for line in lines(word(p(run(drawn(f"<w:tbl>{rows}</w:tbl>{p()}")))))]
    assert cells == [("序号", "任务"), ("1", "办会")]


def test_a_box_in_a_cell_stays_in_the_cell() -> None:
    cell = f"<w:tc>{p('办会', run(vml(p('5场'))))}</w:tc>"
    assert lines(word(f"<w:tbl>{tr('1', cell)}</w:tbl>"))[0].cells == ("1", "办会\n5场")


def mark(kind: str) -> str:
    return run(f'<w:fldChar w:fldCharType="{kind}"/>')


def contents_field(entry: str, last: str = "end") -> str:
    """Return a table of contents whose field ends in the paragraph behind it."""
    code = run("<w:instrText>TOC \\o</w:instrText>")
    return p(mark("begin"), code, mark("separate"), entry) + p(mark(last), "正文。")


CONTROL = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    "</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
)


@pytest.mark.parametrize(
    "contents",
    [
        CONTROL.format(p("目录") + p("一、总则 1")) + p("正文。"),
        p("目 录") + contents_field("一、总则 1"),
        p("目录") + p("一、总则 1", props='<w:pStyle w:val="TOC1"/>') + p("正文。"),
        p("目录") + p("一、总则 1", props='<w:pStyle w:val="21"/>') + p("正文。"),
    ],
    ids=["control", "field", "style", "named"],
)
def test_a_table_of_contents_is_furniture(contents: str) -> None:
    content = word(contents, styles=style("21", '<w:name w:val="toc 1"/>'))
    assert [line.aside for line in lines(content)] == [True, True, False]


def test_a_field_that_never_ends_takes_nothing_away() -> None:
    content = word(contents_field("一、总则", last="begin"))
    assert [line.aside for line in lines(content)] == [False, False]


def embedding(name: str, inner: str | bytes) -> bytes:
    return packed(
        {
            "word/document.xml": document(p("甲") + '<w:altChunk r:id="rId9"/>' + p("乙")),
            "word/_rels/document.xml.rels": links(("aFChunk", "rId9", name)),
            f"word/{name}": inner,
        }
    )


@pytest.mark.parametrize(
    ("name", "inner"),
    [
        ("a.html", "<html><body><p>1. 办会。</p></body></html>"),
        ("a.txt", "1. 办会。"),
        ("a.docx", word(p("1. 办会。"))),
    ],
)
def test_embedded_files_are_lines(name: str, inner: str | bytes) -> None:
    first, chunk, _ = lines(embedding(name, inner))
    assert (first.place, chunk.text, chunk.place) == (
        "第 1 段",
        "1. 办会。",
        "第 2 段（嵌入的文件）",
    )


@pytest.mark.parametrize(
    ("name", "inner"),
    [("a.rtf", "{\\rtf1}"), ("a.mht", "MIME-Version: 1.0"), ("b.docx", b"PK\x03\x04")],
)
def test_embedded_files_that_cannot_be_read_are_told(name: str, inner: str | bytes) -> None:
    content = embedding(name, inner)
    assert texts(content) == ["甲", "乙"]
    assert causes(content) == [(Cause.EMBEDDED, "第 2 段")]


def test_files_embedded_in_embedded_files_are_told() -> None:
    content = embedding("a.docx", embedding("b.docx", word(p("丙"))))
    assert texts(content) == ["甲", "甲", "乙", "乙"]
    assert causes(content) == [(Cause.EMBEDDED, "第 2 段（嵌入的文件）")]


def test_numbers_in_a_form_not_known_are_told() -> None:
    form = abstract(0, lvl(0, "hebrew1", "%1.")) + num(1, 0)
    content = word(numbered("办会。", 1), numbering=form)
    assert texts(content) == ["1. 办会。"]
    assert causes(content) == [(Cause.NUMBER_FORM, "第 1 段")]


def test_a_cell_shows_the_number_that_stands_in_it_alone() -> None:
    def cell(props: str = "") -> str:
        return f"<w:tc><w:tcPr>{props}</w:tcPr>{numbered('', 1)}</w:tc>"

    start, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = tr(cell(), "甲"), tr(cell(start), "乙"), tr(cell(more), "丙"), tr(cell(), "丁")
    found = lines(word(f"<w:tbl>{''.join(rows)}</w:tbl>" + numbered("", 1), numbering=DIGITS))
    assert [line.cells for line in found] == [
        *(("1.", "甲"), ("2.", "乙"), ("2.", "丙"), ("3.", "丁"))
    ]
    assert [line.merged for line in found] == [*(frozenset(each) for each in ((), (), (0,), ()))]


def test_a_line_says_which_number_was_counted_and_in_what_it_goes_on() -> None:
    levels = abstract(0, lvl(0, "decimal", "[%1]") + lvl(1, "bullet", "●")) + num(1, 0)
    content = word(numbered("甲", 1) + numbered("乙", 1, 1) + p("[2]丙"), numbering=levels)
    assert [(line.text, line.label, line.series) for line in lines(content)] == [
        ("[1] 甲", "[1] ", "0/0"),
        ("乙", "", "0/1"),
        ("[2]丙", "", ""),
    ]
