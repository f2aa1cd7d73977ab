import re

from plan_cli.exporters.to_html import export
from plan_cli.report import Column, Group, Marked, Report, Row
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


def whole(report: Report) -> str:
    """Return the page without its style sheet."""
    return re.sub(r"(?s)(@page \{.*?\}).*?</style>", r"\1</style>", export(report))


TABLE = """\
<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>甲部责任清单</title>
<meta name="author" content="plan 1.0">
<meta name="description" content="某文件">
<style>
@page { size: A4 landscape; margin: 14mm 18mm; }</style>
</head>
<body>
<h1>甲部责任清单</h1>
<p class="subtitle">某文件（1号）</p>
<p class="subtitle">点名 2 项</p>
<h2>一、点名 <small>写明“甲部”。</small></h2>
<table>
<colgroup>\
<col style="width:9.26%"><col style="width:57.41%"><col style="width:12.96%">\
<col style="width:9.26%"><col style="width:11.11%"></colgroup>
<thead><tr><th scope="col">编号</th><th scope="col">举措</th><th scope="col">时限</th>\
<th scope="col">进展</th><th scope="col">备注</th></tr></thead>
<tbody>
<tr class="band"><td colspan="5"><b>1　做好事</b> <small>共同责任：乙部</small></td></tr>
<tr><td class="centred">□ 1.1</td><td>甲事。</td>\
<td class="centred"><div>6月</div><div class="small"><small>开馆</small></div></td>\
<td class="centred"></td><td class="centred"></td></tr>
</tbody>
</table>
<h2>二、统称</h2>
<table>
<colgroup>\
<col style="width:9.26%"><col style="width:57.41%"><col style="width:12.96%">\
<col style="width:9.26%"><col style="width:11.11%"></colgroup>
<thead><tr><th scope="col">编号</th><th scope="col">举措</th><th scope="col">时限</th>\
<th scope="col">进展</th><th scope="col">备注</th></tr></thead>
<tbody>
<tr><td class="centred">□ 2</td><td>再做事。</td>\
<td class="centred"><div>6月</div><div class="small"><small>开馆</small></div></td>\
<td class="centred"></td><td class="centred"></td></tr>
</tbody>
</table>
<footer>
<p class="closing">（拟）：由整理者拟题。</p>
<p class="signed"><span>签收人：</span><span>日期：</span></p>
<p class="signed"><span>电话：</span></p>
<p class="source">来源：1号</p>
</footer>
</body>
</html>
"""


def test_a_whole_table() -> None:
    assert whole(sample("甲事。")) == TABLE


PAGE = """\
<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title></title>
<style>
@page { size: A4 portrait; margin: 25mm 24mm 22mm 26mm; }</style>
</head>
<body class="upright">
<h2>计数</h2>
<dl>
<dt>点名</dt><dd>2 项</dd>
<dt></dt><dd><mark>甲</mark>、<ins>乙</ins><del>丙</del><b>丁</b><br>戊</dd>
</dl>
<h2>空</h2>
<footer>
</footer>
</body>
</html>
"""


def test_a_whole_page() -> None:
    marks = (("甲", "hit"), ("、", None), ("乙", "added"), ("丙", "removed"),
             ("丁", "strong"), ("\n戊", None))  # fmt: skip
    rows = (Row(("点名", "2 项")), Row(("", Marked(marks))))
    columns = (Column("", 6), Column("", 40))
    groups = (Group(rows, "计数"), Group((), "空"))
    assert whole(Report("", columns, groups, layout="page")) == PAGE


def test_a_page_without_labels_is_running_text() -> None:
    rows = (Row(("", "甲事。")), Row(("", "乙事。")))
    columns = (Column("", 6), Column("", 40))
    content = export(Report("", columns, (Group(rows),), layout="page"))
    assert '\n<p class="text">甲事。</p>\n<p class="text">乙事。</p>\n' in content
    assert "<dl>" not in content


def test_sums_and_rows_that_may_break_are_marked_as_such() -> None:
    """A row with more than eight lines: the column is 12 characters wide."""
    rows = (
        Row(("甲", 1)),
        Row(("长" * 12 * 8, 2)),
        Row(("长" * 12 * 8 + "长", 3)),
        Row(("合计", 6), total=True),
    )
    content = export(Report("", (Column("部门", 12), Column("数", 7)), (Group(rows),)))
    assert re.findall(r"<tr( class=[^>]*)?><td>", content) == [
        "",
        "",
        ' class="long"',
        ' class="total"',
    ]
    assert content.count('<td class="centred">') == 4  # numbers, however wide their column
