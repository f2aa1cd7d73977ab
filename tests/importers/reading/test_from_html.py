from collections.abc import Sequence

import pytest

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
    assert texts("<ol><li>甲</li><li>乙</li></ol><ul><li>丙</li></ul>") == ["1. 甲", "2. 乙", "丙"]


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


@pytest.mark.parametrize("encoding", ["gb2312", "gbk", "utf-8"])
def test_the_declared_encoding(encoding: str) -> None:
    page = f'<meta charset="{encoding}"><p>做好科普工作</p>'
    assert [line.text for line in read(page.encode(encoding))] == ["做好科普工作"]


@pytest.mark.parametrize(
    "page",
    ["<div>" * 100_000 + "甲", "<table><tr><td>" * 3000 + "甲", "<p>甲</p" * 1000, "甲</td></tr>"],
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
