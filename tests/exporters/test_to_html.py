import re

from plan_cli.exporters.to_html import export
from tests.exporters.reading import page
from tests.exporters.samples import sample


def test_no_script_and_nothing_from_elsewhere() -> None:
    content = export(sample("见 https://example.com/<img src=x onerror=alert(1)>"))
    parsed = page(content)
    assert not {"script", "link", "img", "iframe", "object", "form"} & set(parsed.tags)
    names = {name for name, _ in parsed.attributes}
    assert not {"src", "href", "onerror", "onclick"} & names
    assert "url(" not in content
    assert "@import" not in content


def test_it_prints_across_with_repeated_heading_and_whole_rows() -> None:
    content = export(sample())
    style = content[content.index("<style>") : content.index("</style>")]
    assert re.search(r"@page \{ size: A4 landscape;", style)
    assert "display: table-header-group" in style
    assert re.search(r"\ntr \{ break-inside: avoid; \}", style)
    assert page(content).tags.count("thead") == 2


def test_pages_print_upright() -> None:
    content = export(sample()._replace(groups=(), layout="page"))
    assert "@page { size: A4 portrait;" in content


def test_a_page_for_one_sheet_lies_and_has_two_columns() -> None:
    content = export(sample()._replace(groups=(), layout="page", paper="one sheet"))
    assert "@page { size: A4 landscape;" in content
    assert '<body class="sheet">' in content
    assert re.search(r"body\.sheet \{ columns: 2;", content)


def test_rows_and_bands() -> None:
    assert page(export(sample("甲事。"))).rows == [
        ["编号", "举措", "时限", "进展", "备注"],
        ["1　做好事 共同责任：乙部"],
        ["□ 1.1", "甲事。", "\n6月\n开馆", "", ""],
        ["编号", "举措", "时限", "进展", "备注"],
        ["□ 2", "再做事。", "\n6月\n开馆", "", ""],
    ]


def test_a_band_spans_all_columns() -> None:
    assert ("colspan", "5") in page(export(sample())).attributes


def test_lines_in_small_type_are_set_closer_than_others() -> None:
    content = export(sample())
    assert (
        '<td class="centred"><div>6月</div><div class="small"><small>开馆</small></div></td>'
        in content
    )


def test_it_says_its_language_and_encoding() -> None:
    attributes = page(export(sample())).attributes
    assert ("lang", "zh-CN") in attributes
    assert ("charset", "utf-8") in attributes
