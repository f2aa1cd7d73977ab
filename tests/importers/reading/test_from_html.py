from collections.abc import Sequence

import pytest

from plan_cli.importers.doubts import Cause
from plan_cli.importers.reading import from_html
from plan_cli.importers.reading.lines import Line


def read(content: bytes) -> Sequence[Line]:
    return from_html.read(content).lines


def texts(body: str) -> list[str]:
    page = f"<html><head><title>题</title></head><body>{body}</body></html>"
    return [line.text for line in read(page.encode()) if not line.aside]


def test_blocks_breaks_and_bold() -> None:
    [first, second] = read("<p><b>做好科普。</b>办活动。<br>责任单位：科普部</p>".encode())
    assert (first.text, first.bold) == ("做好科普。办活动。", ((0, 5),))
    assert second.text == "责任单位：科普部"


def test_spaces_and_entities() -> None:
    assert texts("<p>&emsp;&emsp;甲&nbsp;&lt;乙&gt;&#19969;</p>") == ["甲 <乙>丁"]


def test_scripts_styles_and_menus_are_not_text() -> None:
    body = "<script>甲</script><style>乙</style><nav>丙</nav><p>一、总则</p><noscript>丁</noscript>"
    assert texts(body) == ["一、总则"]


def test_ordered_lists_have_numbers() -> None:
    items = "<ol><li>甲</li><li>乙</li></ol><ul><li>丙<p>丁</ul>"
    assert texts(items) == ["1. 甲", "2. 乙", "丙", "丁"]
    assert [bool(line.series) for line in read(items.encode())] == [True, True, True, False]


def test_spanning_cells_are_repeated() -> None:
    rows = read(
        "<table><tr><td rowspan=2>1</td><td>甲</td><td>科普部</td></tr>"
        "<tr><td>乙</td><td>学会部</td></tr>"
        "<tr><td colspan=3>二、学会</td></tr></table>".encode()
    )
    assert [row.cells for row in rows] == [
        ("1", "甲", "科普部"),
        ("1", "乙", "学会部"),
        ("二、学会", "二、学会", "二、学会"),
    ]
    assert [row.merged for row in rows] == [frozenset(), {0}, frozenset()]


def test_a_table_that_lays_out_the_page_comes_apart() -> None:
    content = "<p>一、总则</p><p>1. 甲。</p><p>2. 乙。</p>"
    inner = "<table><tr><td>1</td><td>科普部</td></tr></table>"
    assert texts(f"<table><tr><td>{content}{inner}</td></tr></table>") == [
        *("一、总则", "1. 甲。", "2. 乙。", "1\t科普部")
    ]


DOCUMENT = "".join(
    f"<p>{n}. 做好第{n}件事，推动工作落实，取得新的成效。（责任单位：科普部）</p>"
    for n in range(1, 9)
)


def test_the_site_around_the_document_is_marked() -> None:
    page = (
        "<div><ul><li><a>首页</a></li><li><a>政务公开</a></li></ul></div>"
        "<div>当前位置：首页 &gt; 文件</div><h1>某省2024年工作要点</h1>"
        f"<div>发布时间：2024-03-08 来源：某省</div><div id=zoom>{DOCUMENT}</div>"
        "<div>分享到：微信</div><div>主办单位：某省政府 承办单位：某中心 ICP备1号</div>"
    )
    found = texts(page)
    assert found[0] == "某省2024年工作要点"
    assert len(found) == 9
    assert found[1].startswith("1. 做好")
    aside = [line.text for line in read(page.encode()) if line.aside]
    assert "主办单位：某省政府 承办单位：某中心 ICP备1号" in aside


def test_the_title_may_stand_above_the_text_as_what_the_page_is_called() -> None:
    title = "某区2025年创建文明城市任务分工方案"
    frame = f"<div><a>{title}</a></div><div>某区政府门户网站</div><div>{title}</div><div>甲</div>"
    for called in (f"{title}_某区政府门户网站", title):
        page = f"<head><title>{called}</title></head><body>{frame}<div>{DOCUMENT}</div></body>"
        lines = [line for line in read(page.encode()) if not line.aside]
        assert (lines[0].text, len(lines)) == (title, 9)
    two = f"<div>{title[:8]}<br>{title[8:]}</div><p>注</p><div>{DOCUMENT}</div>"
    lines = [line for line in read(f"<title>{title}</title>{two}".encode()) if not line.aside]
    assert [line.text for line in lines[:2]] == [title[:8], title[8:]]
    assert len(lines) == 10
    page = f"<title>某区政府门户网站_通知_公告_政策文件</title><body>{frame}<div>{DOCUMENT}</div>"
    assert len([line for line in read(page.encode()) if not line.aside]) == 8


def test_what_stands_in_a_part_of_the_document_is_its_text_too() -> None:
    page = f"<p>站内消息</p><div>{DOCUMENT}<div><p>特此通知。</p></div></div><p>欢迎再来</p>"
    assert texts(page)[8:] == ["特此通知。"]


@pytest.mark.parametrize("encoding", ["gb2312", "gbk", "utf-8"])
def test_the_declared_encoding(encoding: str) -> None:
    page = f'<meta charset="{encoding}"><p>做好科普工作</p>'
    assert [line.text for line in read(page.encode(encoding))] == ["做好科普工作"]


@pytest.mark.parametrize(
    "page",
    ["<div>" * 20_000 + "甲", "<table><tr><td>" * 3000 + "甲", "<p>甲</p" * 1000, "甲</td></tr>"],
    ids=["deep", "tables", "unclosed", "stray"],
)
def test_broken_pages_are_read_all_the_same(page: str) -> None:
    assert any("甲" in line.text for line in read(page.encode()))


def test_the_main_heading_does_not_count_as_text_of_the_site() -> None:
    body = f"<h1>{'题' * 60}</h1><div><p>{'做好科普。' * 12}</p></div><p>站内消息</p>"
    assert texts(body) == ["题" * 60, "做好科普。" * 12]


def test_a_page_that_is_one_link_is_read() -> None:
    """A character that is not shown counts in the link and not in the line: less than nothing."""
    page = "<p><a href='/'>做好&#8203;科普。</p><p>办活动。</p>"
    assert [line.text for line in read(page.encode())] == ["做好科普。", "办活动。"]


def told(body: str) -> list[tuple[Cause, str, str]]:
    doubts = from_html.read(body.encode()).doubts
    return [(doubt.cause, "".join(map(str, doubt.about)), doubt.place) for doubt in doubts]


STRIKING = ["del", "s", "strike", 'span style="color:red; text-decoration: line-through"']


@pytest.mark.parametrize("tag", STRIKING)
def test_struck_words_are_left_out_and_told(tag: str) -> None:
    body = (
        f"<p>建站<{tag}>20</{tag.split()[0]}><ins>30</ins>个。</p>\n<p>办<s>大</s>会<s>大</s>。</p>"
    )
    assert texts(body) == ["建站30个。", "办会。"]
    assert told(body) == [(Cause.STRUCK, "“20”“大”", "第 1 行、第 2 行")]


@pytest.mark.parametrize(
    "given", ["hidden", 'style="DISPLAY: none"', 'style="color:red;visibility:hidden"']
)
def test_hidden_words_are_left_out_and_told(given: str) -> None:
    body = f"<p>1. 办会。</p><p {given}>2. 隐<br>藏<b>任务。</b><p>2. 办展。</p>"
    assert texts(body) == ["1. 办会。", "2. 办展。"]
    assert told(body) == [(Cause.HIDDEN, "“2. 隐藏任务。”", "第 1 行")]


def test_a_hidden_item_does_not_count_and_a_hidden_row_is_no_row() -> None:
    assert texts("<ol><li>甲<li hidden>乙<li>丙</ol>") == ["1. 甲", "2. 丙"]
    assert texts("<ol><li>甲</li><li><s>乙</s></li></ol><p>丙</p>") == ["1. 甲", "丙"]
    rows = "<tr><td>1<td>甲<tr hidden><td>2<td>乙<tr><td>3<td>丙"
    assert texts(f"<table>{rows}</table><p>丁") == ["1\t甲", "3\t丙", "丁"]


def test_what_is_struck_and_not_closed_ends_with_its_paragraph() -> None:
    assert texts("<p>甲<del>乙</p><p>丙</p>") == ["甲", "丙"]
    assert texts("<div hidden><p>甲</p>乙</p>丙</div><p>丁</p>") == ["丁"]


def test_a_page_hidden_until_its_script_has_run_is_read() -> None:
    page = '<html><head><title>题</title><body style="visibility:hidden"><p>办会。'
    assert [line.text for line in read(page.encode())] == ["办会。"]


def test_a_reading_over_characters_is_left_out() -> None:
    ruby = "<ruby>大<rp>(<rt>dà<rp>)</ruby><ruby>会<rp>（</rp><rt>huì</rt><rp>）</rp></ruby>"
    assert texts(f"<p>办好{ruby}。</p>") == ["办好大会。"]
    assert not told(f"<p>办好{ruby}。</p>")


def test_exponents_stay_and_marks_of_notes_are_left_out() -> None:
    body = (
        "<p>覆盖10<sup>4</sup>人、5m<sup>2</sup>、CO<sub>2</sub>、PM<sub>2.5</sub></p>\n"
        "<p>办会<sup>1</sup>、办展<sup>[2]</sup>20<sup><a href='#fn3'>3</a></sup>场"
        "<a href='x#n4'><sup>4</sup></a>1<sup>st</sup></p>"
    )
    assert texts(body) == ["覆盖10⁴人、5m²、CO₂、PM2.5", "办会、办展20场1st"]
    assert told(body) == [(Cause.NOTE_MARKS, "“1”“[2]”“3”“4”", "第 2 行")]


def test_style_sheets_of_the_page_hide_strike_and_raise() -> None:
    css = (
        "<style>\n<!-- .gone, p#old{display:none} /* .kept{display:none} */ DEL2 {color:red}"
        " span.out{text-decoration:line-through} .up{ vertical-align : super }"
        " @media print{.kept{display:none}} div .kept, .kept:hover{display:none}\n--></style>"
        '<style media="print">.kept{visibility:hidden}</style>'
    )
    body = (
        "<p class='kept'>办会<span class='big out'>3</span>5场<a class=up href='#n1'>1</a>。</p>"
        "<p class=out>建基地10<span class=up>4</span>个。</p>\n"
        "<p class='x gone'>旧项。</p><p id=old>旧文。</p>"
    )
    page = f"<html><head>{css}</head><body>{body}</body></html>"
    assert [line.text for line in read(page.encode())] == ["办会5场。", "建基地10⁴个。"]
    assert told(page) == [
        (Cause.STRUCK, "“3”", "第 3 行"),
        (Cause.NOTE_MARKS, "“1”", "第 3 行"),
        (Cause.HIDDEN, "“旧项。”“旧文。”", "第 4 行"),
    ]


def test_what_cannot_be_read_is_told_where_it_stands_in_the_document() -> None:
    logo, icon = "<img src=logo.png alt=某网>", "<img src=a.png width=16>"
    body = (
        f"<div>{logo}<p>首页</p></div>\n<div>{DOCUMENT}\n<p>见图：<img src=t.png alt=表></p>{icon}"
        "\n<math><mi>x</mi></math><svg><text>图</text></svg><canvas></canvas><embed src=a.swf>"
        f"<iframe src=a></iframe><object>乙</object><img src=/icon_pdf.gif><p hidden>{logo}</p>"
        f"</div>\n<div>分享到：{logo}<iframe src=b></iframe></div>"
    )
    assert not any("表" in text or "乙" in text for text in texts(body))
    assert told(body) == [
        (Cause.DRAWINGS, "", "第 3 行、第 4 行"),
        (Cause.EQUATION_LOST, "“x”", "第 4 行"),
    ]


def test_what_is_filled_in_is_told_but_for_buttons() -> None:
    body = (
        f"<p><input value=搜索></p><div>{DOCUMENT}<p>单位：<input type=text value=科普部>"
        "<input type=submit value=提交><input type=hidden value=1><textarea>说明</textarea>"
        "<select><option>甲<option>乙</select><input hidden value=密></p></div>"
    )
    assert told(body) == [(Cause.FORM_FIELDS, "“科普部”“说明”“甲乙”", "第 1 行")]


def test_a_cell_that_closes_itself_is_a_cell() -> None:
    [row] = read("<table><tr><td>1</td><td/><td>科普部</td></tr></table>".encode())
    assert row.cells == ("1", "", "科普部")


def test_a_deep_page_takes_no_longer_than_a_flat_one() -> None:
    depth = 1500
    page = "<div>" * depth + "<p>做好科普。</p>" * depth + "</div>" * depth + "<p>站内</p>"
    assert texts(page) == ["做好科普。"] * depth


def test_plain_text_is_all_that_stands_outside_scripts_and_styles() -> None:
    page = (
        "<html><head><title>题</title><style>甲</style></head><body><nav>首页</nav><script>乙"
        "</script><!-- 丙 --><p hidden>丁</p>\n<p>10<sup>4</sup>人<del>戊</del>&lt;</p>"
    )
    assert from_html.plain(page.encode()) == "首页丁\n104人戊<"
    assert from_html.plain('<meta charset="gbk"><p>科普</p>'.encode("gbk")) == "科普"


def rows(table: str) -> list[tuple[str, ...]]:
    return [line.cells for line in read(f"<table>{table}</table>".encode())]


def test_a_cell_reaches_down_as_many_rows_as_it_says() -> None:
    table = "<tr><td rowspan=4>1<td>甲<tr><td>乙<tr><td>丙<tr><td>丁<tr><td>2<td>戊"
    assert rows(table) == [("1", "甲"), ("1", "乙"), ("1", "丙"), ("1", "丁"), ("2", "戊")]
    two = "<tr><td rowspan=2>1<td rowspan=2>甲<td>乙<tr><td>丙"
    assert rows(two) == [("1", "甲", "乙"), ("1", "甲", "丙")]


def test_a_cell_reaches_over_no_more_than_sixty_columns_and_empty_rows_are_none() -> None:
    found = rows("<tr><td colspan=61>甲<td>乙<tr><td><td><tr><td colspan=0>丙<td rowspan=0>丁")
    assert found == [("甲",) * 60 + ("乙",), ("丙", "丁")]


@pytest.mark.parametrize(("count", "row"), [(7, True), (8, False)])
def test_a_cell_of_many_lines_lays_out_the_page(count: int, row: bool) -> None:
    cell = "<br>".join(["甲"] * count)
    found = rows(f"<tr><td>{cell}<td>乙")
    assert found == ([("\n".join(["甲"] * count), "乙")] if row else [()] * (count + 1))


@pytest.mark.parametrize(("count", "row"), [(2, True), (3, False)])
def test_a_lone_cell_of_three_lines_does(count: int, row: bool) -> None:
    found = rows(f"<tr><td>{'<br>'.join(['甲'] * count)}<td>")
    assert found == ([("\n".join(["甲"] * count), "")] if row else [()] * count)


@pytest.mark.parametrize(
    ("picture", "told_"),
    [
        ("<img width=48 height=48>", True),
        ("<img width=47 height=48>", False),
        ("<img width=48px height=47px>", False),
        ('<img style="width: 48px; height: 60px">', True),
        ('<img style="width: 60px; height: 47px">', False),
        ('<img style="max-width: 40px">', True),
        ("<img src=Icon.png>", False),
        ("<img hidden>", False),
        ("<img width=20% height=60>", True),
    ],
)
def test_a_picture_that_may_hold_words_is_told(picture: str, told_: bool) -> None:
    causes = [cause for cause, _, _ in told(f"<p>一、总则{picture}</p>")]
    assert causes == ([Cause.DRAWINGS] if told_ else [])


def test_raised_words_are_as_bold_as_those_around_and_a_stray_end_is_nothing() -> None:
    [line] = read("<p>覆盖10<sup>4</sup>人</sup>。</p>".encode())
    assert (line.text, line.bold) == ("覆盖10⁴人。", ())
    [line] = read("<p>覆盖<b>10<sup>4</sup></b>人。</p>".encode())
    assert (line.text, line.bold) == ("覆盖10⁴人。", ((2, 5),))


@pytest.mark.parametrize(
    ("opening", "number"),
    [
        ('<ol type="I" start="4">', "IV. "),
        ('<ol type="a">', "a. "),
        ('<ol style="list-style-type: cjk-ideographic" start="11">', "十一、"),
        ('<ol style="list-style: inside cjk-heavenly-stem">', "甲、"),
        ('<ol style="list-style:none">', ""),
        ('<ol style="list-style-type:disc">', "1. "),
    ],
)
def test_items_have_the_numbers_that_a_browser_prints(opening: str, number: str) -> None:
    assert texts(f"{opening}<li>甲</li></ol>") == [f"{number}甲"]


def test_lists_in_lists_are_series_of_their_own() -> None:
    found = read("<ol><li>甲<ol><li>乙</ol><li>丙</ol><p>1. 丁</p>".encode())
    assert [(line.label, line.series) for line in found] == [
        ("1. ", "1"),
        ("1. ", "2"),
        ("2. ", "1"),
        ("", ""),
    ]


def test_an_item_may_say_its_number_and_a_cell_shows_it_alone() -> None:
    assert texts('<ol><li value="7">甲<li>乙</ol><ol><li></li></ol>') == ["7. 甲", "8. 乙"]
    row = "<tr><td><ol start=2><li></li></ol></td><td>甲</td></tr>"
    assert texts(f"<table>{row}</table>") == ["2.\t甲"]


def test_a_row_of_a_table_of_tasks_may_hold_a_table_or_many_lines() -> None:
    heads = "<tr><td>序号</td><td>任务</td><td>责任单位</td></tr>"
    inner = "<table><tr><td>乙</td><td>丙</td></tr></table>"
    for held, shown in ((f"甲{inner}", "甲\n乙 丙"), ("甲<br>" * 9, "\n".join("甲" * 9))):
        page = f"<table>{heads}<tr><td>1</td><td>{held}</td><td>科普部</td></tr></table>"
        assert texts(page)[1:] == [f"1\t{shown}\t科普部"]
    assert texts(f"<table><tr><td>甲{inner}</td><td>丁</td></tr></table>") == ["甲", "乙\t丙", "丁"]
