import pytest

from plan_cli.importers.doubts import Cause
from plan_cli.importers.reading import from_docx
from tests.importers.wordxml import p, r, style, word

STRIKE = "<w:strike/>"
HIGH = '<w:vertAlign w:val="superscript"/>'


def read(
    *paragraphs: str, **parts: str
) -> tuple[list[str], list[tuple[Cause, str, tuple[str | int, ...]]]]:
    printed = from_docx.read(word("".join(paragraphs), **parts))
    return [line.text for line in printed.lines], [
        (doubt.cause, doubt.place, doubt.about) for doubt in printed.doubts
    ]


def test_struck_text_is_left_out_and_told() -> None:
    texts, doubts = read(
        p("建基地", r("2", STRIKE), r("0", STRIKE), "30个。"),
        p("办会", r("5场", "<w:dstrike/>"), r("6场", '<w:strike w:val="0"/>')),
    )
    assert texts == ["建基地30个。", "办会6场"]
    assert doubts == [(Cause.STRUCK, "第 1 段、第 2 段", ("“20”“5场”",))]


HIDING = style("HP", "<w:rPr><w:vanish/></w:rPr>") + style(
    "HC", "<w:rPr><w:vanish/></w:rPr>", "character"
)


def test_text_hidden_by_styles_is_left_out_and_told() -> None:
    texts, doubts = read(
        p("甲", r("乙", '<w:rStyle w:val="HC"/>'), r("丙", "<w:vanish/>")),
        p("丁", props='<w:pStyle w:val="HP"/>'),
        p(r("戊", '<w:vanish w:val="0"/>'), props='<w:pStyle w:val="HP"/>'),
        styles=HIDING,
    )
    assert texts == ["甲", "戊"]
    assert doubts == [(Cause.HIDDEN, "第 1 段、第 2 段", ("“乙丙”“丁”",))]


def test_what_all_text_has_is_said_by_the_defaults() -> None:
    hidden = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"
    )
    shown = '<w:vanish w:val="0"/>'
    texts, _ = read(p("甲", r("乙", shown), props=f"<w:rPr>{shown}</w:rPr>"), styles=hidden)
    assert texts == ["乙"]


def test_exponents_stay_and_marks_of_notes_go() -> None:
    texts, doubts = read(
        p("覆盖10", r("4", HIGH), "人，基地20", r("1", HIGH), "个"),
        p("H", r("2", '<w:vertAlign w:val="subscript"/>'), "O"),
        p("办会", r("2", '<w:rStyle w:val="Up"/>'), "场"),
        styles=style("Up", f"<w:rPr>{HIGH}</w:rPr>", "character"),
    )
    assert texts == ["覆盖10⁴人，基地20个", "H₂O", "办会场"]
    assert doubts == [(Cause.NOTE_MARKS, "第 1 段、第 3 段", ("“1”“2”",))]


def test_ruby_is_read_without_its_reading() -> None:
    ruby = (
        f"<w:r><w:ruby><w:rt>{r('kē')}</w:rt><w:rubyBase>{r('科技周')}</w:rubyBase></w:ruby></w:r>"
    )
    assert read(p("办好", ruby)) == (["办好科技周"], [])


def test_equations_are_told() -> None:
    texts, doubts = read(p("基地", "<m:oMath><m:r><m:t>≥20</m:t></m:r></m:oMath>", "个"))
    assert texts == ["基地≥20个"]
    assert doubts == [(Cause.EQUATION, "第 1 段", ("“≥20”",))]


def test_signs_of_a_font() -> None:
    def sign(font: str, code: str) -> str:
        return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'

    fonts = '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>'
    texts, doubts = read(
        p(sign("Wingdings", "F0FE"), "是", r("\uf0a3", fonts), "否"), p("甲", sign("XX", "F041"))
    )
    assert texts == ["☑是□否", "甲"]
    assert doubts == [(Cause.SYMBOL, "第 2 段", ())]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_are_told_with_their_words(kind: str) -> None:
    mark = f'<w:r><w:{kind}Reference w:id="2"/></w:r>'
    note = f'<w:{kind} w:id="2">{p("由办公室牵头。")}</w:{kind}>'
    texts, doubts = read(p("办会", mark, "5场。"), **{f"{kind}s": note})
    assert texts == ["办会5场。"]
    assert doubts == [(Cause.NOTES, "第 1 段", ("“由办公室牵头。”",))]


def test_comments_are_told_as_one_with_their_number() -> None:
    def remarked(name: int) -> str:
        return f'<w:commentRangeEnd w:id="{name}"/><w:r><w:commentReference w:id="{name}"/></w:r>'

    comments = [f'<w:comment w:id="{n}">{p(words)}</w:comment>' for n, words in enumerate(REMARKS)]
    texts, doubts = read(
        p("办会", remarked(0), "5场。", remarked(1)),
        p("建基地", f"<w:del>{remarked(2)}</w:del>"),
        p("评奖", remarked(3)),
        comments="".join(comments),
    )
    assert texts == ["办会5场。", "建基地", "评奖"]
    told = (Cause.COMMENTS, "第 1 段、第 3 段", (3, "“同意”“会签时删去”"))
    assert [doubt for doubt in doubts if doubt[0] is not Cause.TRACKED] == [told]


REMARKS = ("同意", "会签时删去", "已随文字删去", "同意")


def field(code: str, result: str = "") -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    text = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return mark("begin") + text + mark("separate") + result + mark("end")


def test_of_a_field_the_result_is_read() -> None:
    assert read(p("到", field("DATE", r("6月底")), "前"))[0] == ["到6月底前"]


def test_a_number_that_a_field_counts_is_printed_and_one_that_is_not_known_told() -> None:
    counted = [nested_field("begin", " AUTONUM ", "end"), '<w:fldSimple w:instr=" AUTONUM "/>']
    texts, doubts = read(
        *(p(each, "办会。") for each in counted),
        p(nested_field("begin", " AUTONUMLGL ", "end"), "办展。"),
        p(f'<w:fldSimple w:instr=" DATE ">{r("6月")}</w:fldSimple>', "前"),
        p(nested_field("begin", " XE 会 ", "end"), "评奖。"),
        p('<w:fldSimple w:instr=" REF a ">', "<w:r><w:noBreakHyphen/></w:r></w:fldSimple>", "乙"),
    )
    assert texts == ["1. 办会。", "2. 办会。", "办展。", "6月前", "评奖。", "-乙"]
    assert doubts == [
        (Cause.COUNTED, "第 1 段、第 2 段", ("“AUTONUM”",)),
        (Cause.FIELD_LOST, "第 3 段", ("“AUTONUMLGL”",)),
    ]


def test_signs_that_fields_put_in_circles() -> None:
    texts, doubts = read(p(field(r"eq \o\ac(○,11)"), "办会"), p(field(r"EQ \f(1,3)"), "以上"))
    assert texts == ["⑪办会", "以上"]
    assert doubts == [(Cause.EQUATION, "第 2 段", (r"“EQ \f(1,3)”",))]


def test_prompts_of_empty_controls_are_left_out() -> None:
    prompt = f"<w:sdtContent>{r('单击此处')}</w:sdtContent>"
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>{prompt}</w:sdt>"
    assert read(p("办会。", control, "（科普部）")) == (["办会。（科普部）"], [])


@pytest.mark.parametrize(
    "inner",
    [
        '<w:drawing><a:blip r:embed="rId1"/></w:drawing>',
        '<w:pict><v:imagedata r:id="rId1"/></w:pict>',
        "<w:object><v:OLEObject/></w:object>",
    ],
)
def test_pictures_are_told_once(inner: str) -> None:
    texts, doubts = read(p("甲", f"<w:r>{inner}</w:r>"), p("乙", f"<w:r>{inner}</w:r>"))
    assert texts == ["甲", "乙"]
    assert doubts == [(Cause.DRAWINGS, "第 1 段、第 2 段", ())]


def test_lines_and_other_shapes_are_no_pictures() -> None:
    assert read(p("甲", "<w:r><w:pict><v:line/></w:pict></w:r>")) == (["甲"], [])


def test_a_tab_parts_words() -> None:
    assert read(p("责任：科普部", "<w:r><w:tab/></w:r>", "时限：6月"))[0] == [
        "责任：科普部 时限：6月"
    ]


def test_many_places_are_counted() -> None:
    _, doubts = read(*[p("甲", r(str(number), STRIKE)) for number in range(7)])
    places = "、".join(f"第 {number} 段" for number in range(1, 6))
    assert doubts == [(Cause.STRUCK, f"{places}等 7 处", ("“0”“1”“2”“3”“4”等 7 处",))]


def nested_field(*parts: str) -> str:
    """Return the runs of a field: ``begin``, ``separate`` and ``end`` are its marks."""
    marks = ("begin", "separate", "end")
    return "".join(
        f'<w:r><w:fldChar w:fldCharType="{each}"/></w:r>'
        if each in marks
        else each
        if each.startswith("<")
        else f"<w:r><w:instrText>{each}</w:instrText></w:r>"
        for each in parts
    )


def test_what_a_field_in_the_code_of_another_prints_is_not_printed() -> None:
    inner = nested_field("begin", " MERGEFIELD n ", "separate", r("甲"), "end")
    outer = nested_field("begin", " IF ", inner, " = 1 ", "separate", r("乙"), "end")
    result = nested_field("begin", " HYPERLINK ", "separate", inner, r("丙"), "end")
    assert read(p(outer, "丁", result), p("戊")) == (["乙丁甲丙", "戊"], [])


def test_a_field_of_a_form_prints_what_was_filled_in() -> None:
    def form(data: str) -> str:
        begin = f'<w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar>'
        return f"<w:r>{begin}</w:r>" + nested_field(" FORM ", "end")

    entries = '<w:listEntry w:val="办公室"/><w:listEntry w:val="科普部"/>'
    boxes = (
        '<w:checkBox><w:default w:val="1"/></w:checkBox>',
        '<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>',
        f'<w:ddList><w:result w:val="1"/>{entries}</w:ddList>',
        f"<w:ddList>{entries}</w:ddList>",
        '<w:ddList><w:result w:val="2"/></w:ddList>',
    )
    texts, _ = read(*(p(form(each), "。") for each in boxes))
    assert texts == ["☑。", "□。", "科普部。", "办公室。", "。"]
