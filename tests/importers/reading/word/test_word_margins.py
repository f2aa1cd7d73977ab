"""Headers, footers and watermarks: told where they hold words that the text does not."""

from plan_cli.importers.doubts import Cause
from plan_cli.importers.reading import from_docx
from tests.importers.wordxml import NAMES, document, links, p, packed, r, run, vml

TEXT = ("省科协2024年工作要点", "办会5场。")


def told(
    *margins: tuple[str, str, str], section: str = "", settings: str = ""
) -> list[tuple[Cause, str, tuple[str | int, ...]]]:
    """Return the doubts of a document with margins: header or footer, which pages, what."""
    kinds = [(kind, f"r{n}", f"m{n}.xml") for n, (kind, _, _) in enumerate(margins)]
    references = "".join(
        f'<w:{kind}Reference w:type="{pages}" r:id="r{n}"/>'
        for n, (kind, pages, _) in enumerate(margins)
    )
    body = "".join(map(p, TEXT)) + f"<w:sectPr>{references}{section}</w:sectPr>"
    parts = {
        f"word/m{n}.xml": f"<w:hdr {NAMES}>{inner}</w:hdr>"
        for n, (_, _, inner) in enumerate(margins)
    }
    printed = from_docx.read(
        packed(
            {
                "word/document.xml": document(body),
                "word/_rels/document.xml.rels": links(*kinds),
                "word/settings.xml": f"<w:settings {NAMES}>{settings}</w:settings>",
                **parts,
            }
        )
    )
    assert [line.text for line in printed.lines] == list(TEXT)
    return [(doubt.cause, doubt.place, doubt.about) for doubt in printed.doubts]


def test_words_that_the_text_has_not_are_told_once() -> None:
    draft, office = p("征求意见稿"), p("省科协办公室　", r("2024年3月印发"))
    assert told(
        ("header", "default", draft), ("footer", "default", office), ("footer", "even", draft)
    ) == [(Cause.MARGINS, "", ("“征求意见稿”“省科协办公室 2024年3月印发”",))]


def test_numbers_dates_and_words_of_the_text_are_nothing_new() -> None:
    tab = run("<w:tab/>")
    head = p("省科协", tab, "2024 年", tab, "工作要点")
    number = run(vml(p("— 3 —"))) + r("第 1 页 共 12 页 Page 1 of 12")
    assert told(("header", "default", head), ("footer", "default", p(number))) == []
    assert told(("footer", "default", p("二〇二四年三月五日 2024-03-05 10:30"))) == []


def test_what_is_not_printed_is_not_told() -> None:
    prompt = f"<w:sdtContent>{r('键入文字')}</w:sdtContent>"
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>{prompt}</w:sdt>"
    assert told(("header", "default", p(control, r("旧稿", "<w:vanish/>")))) == []


def test_headers_of_first_and_even_pages_count_where_these_have_their_own() -> None:
    margins = (("header", "first", p("内部资料")), ("footer", "even", p("注意保存")))
    assert told(*margins) == []
    first = [(Cause.MARGINS, "", ("“内部资料”",))]
    assert told(*margins, section="<w:titlePg/>") == first
    even = [(Cause.MARGINS, "", ("“注意保存”",))]
    assert told(*margins, settings="<w:evenAndOddHeaders/>") == even


def test_a_watermark_is_told() -> None:
    mark = '<w:pict><v:shape><v:textpath string="送审稿"/></v:shape></w:pict>'
    assert told(("header", "default", p(run(mark)))) == [(Cause.MARGINS, "", ("“送审稿”",))]
