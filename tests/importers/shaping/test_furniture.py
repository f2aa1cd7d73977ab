import pytest

from plan_cli.importers.reading.lines import Line
from plan_cli.importers.shaping.furniture import furniture


def line(text: str, page: int = 0, cells: tuple[str, ...] = ()) -> Line:
    return Line(text, "", page=page, cells=cells)


def test_a_page_number_whose_dashes_and_digits_each_took_a_line() -> None:
    texts = ("推动科普进社区，", "—", "1", "2", "—", "办好活动。", "—", "3 个", "—")
    assert furniture([line(text) for text in texts]) == {1, 2, 3, 4, 6, 8}


def test_the_numbers_of_two_pages_that_share_no_running_head() -> None:
    texts = (
        ("一、总则", 1),
        ("做好科普。", 1),
        ("1", 1),
        ("办好活动。", 2),
        ("二、附则", 2),
        ("2", 2),
    )
    assert furniture([line(text, page) for text, page in texts]) == {2, 5}


def test_headings_that_a_table_repeats_on_each_page_are_no_running_head() -> None:
    rows = [
        line("\t".join(cells), page, cells)
        for page in (1, 2, 3)
        for cells in (("序号", "任务", "责任单位"), (f"{page}", f"做第{page}件事", "科普部"))
    ]
    assert furniture(rows) == set()


def pages(*pages: tuple[str, ...]) -> list[Line]:
    return [line(text, page) for page, texts in enumerate(pages, 1) for text in texts]


TITLE = "某市2023年工作要点"


def test_a_title_that_each_page_repeats_stays_where_it_stands_first() -> None:
    whole = [(TITLE, f"做好{word}事。", f"办好{word}会，", f"推动{word}项。") for word in "甲乙丙"]
    assert furniture(pages(*whole)) == {4, 8}
    assert furniture(pages(*whole[:2])) == {4}


def test_what_heads_both_of_two_pages_is_a_running_head() -> None:
    def found(second: str) -> set[int]:
        below = ("一、总则", "办好会，", "推动项。")
        return furniture(pages(("某市文件汇编", TITLE, *below), (second, "二、附则", *below)))

    assert found("某市文件汇编") == {0, 5}
    assert found("某市文件摘编") == set()


def test_a_running_head_goes_where_the_title_stands_below_it() -> None:
    more = [(TITLE, f"办好{word}会，", f"推动{word}项。") for word in "乙丙丁"]
    lines = pages((TITLE, "某市文件", "某市2023年", "工作要点", "一、总则", "办好甲会，"), *more)
    assert furniture(lines) == {0, 6, 9, 12}
    lines = pages(("某市文件", "办公室", TITLE, "一、总则", "办好甲会，", "推动甲项。"), *more)
    assert furniture(lines) == {6, 9, 12}


@pytest.mark.parametrize(
    "text",
    [
        "日期:2025-03-04 08:57",
        "2025-03-04 08:57:12 来源：某协会",
        "发布时间：2025年3月4日",
        "[来源:某协会] [字号:大 中 小]",
        "【字体：大 中 小】",
        "文章来源：某协会 作者：某某",
        "分享到：微信 微博",
        "打印本页 关闭窗口",
        "浏览次数：123",
        "点击量：5",
        *(f"{word}时间：2025年" for word in ("发表", "发文", "更新", "添加", "录入", "创建")),
        *(f"{word}来源：某协会" for word in ("信息", "文章", "稿件", "新闻")),
        *("作者：某某", "编辑：某某", "责任编辑：某某", "字号：大", "大 中 小"),
        *("当前位置：首页", "您的位置：首页", "您当前所在位置：首页", "现在位置：首页", "网站首页"),
        *("索引号：1", "信息分类：甲", "主题分类：甲", "发文机关：某局", "成文日期：2025年"),
        *("发布机构：某局", "浏览量：5", "阅读次数：5", "点击数：5", "点击次数：5", "点击率：5"),
        *("访问量：5", "分享：微信", "【打印】", "【关闭】", "上一篇：甲", "下一篇：甲", "扫一扫"),
        *("版权所有", "网站地图", "联系我们", "网站标识码", f"首页{'某' * 198}"),
        *(f"相关{word}" for word in ("链接", "阅读", "文章", "附件", "解读")),
        *("某ICP备1号", "某公网安备", "技术支持：某公司", "收藏本站", "长者版", "打印文章"),
    ],
)
def test_when_and_from_where_a_page_was_published_is_no_text(text: str) -> None:
    below = ("各部门：", "现印发给你们。", "1. 办会。", text)
    assert furniture([line(each) for each in (TITLE, text, *below)]) == {1}
    assert furniture([line(each) for each in (text, TITLE, "一、总则", text)]) == {0}


@pytest.mark.parametrize(
    "text",
    [
        "2025年3月4日",
        "无障碍环境建设工作方案",
        "关闭退出煤矿工作方案",
        "打印设备采购计划",
        "来源地管理办法",
        "时间安排",
        f"首页{'某' * 199}",
    ],
)
def test_what_only_begins_like_the_words_of_a_site(text: str) -> None:
    assert furniture([line(each) for each in (text, "各部门：", "现印发给你们。")]) == set()


@pytest.mark.parametrize(("above", "gone"), [(29, {29}), (30, set())])
def test_the_head_of_a_document_ends_within_thirty_lines(above: int, gone: set[int]) -> None:
    texts = [*("甲" * (1 + i) for i in range(above)), "来源：某协会"]
    assert furniture([line(text) for text in texts]) == gone


def test_what_most_pages_repeat_is_a_running_head_and_on_three_at_least() -> None:
    def found(count: int, headed: int) -> int:
        heads = ["某市科协"] * headed + [f"甲{'乙' * number}，" for number in range(count - headed)]
        texts = [(head, f"办好{'丙' * i}事，", f"{'丁' * i}会，") for i, head in enumerate(heads)]
        return len(furniture(pages(*texts)))

    assert [found(*each) for each in ((3, 3), (3, 2), (6, 4), (6, 3), (7, 4), (7, 3))] == [
        *(3, 0, 4, 0, 4, 0),
    ]


def test_what_a_note_says_at_the_foot_of_three_pages_is_text() -> None:
    texts = [
        ("甲方", f"办好{'丙' * i}事，", "责任单位：市教育局", f"完成时限：2024年{i}月底")
        for i in range(6, 9)
    ]
    assert furniture(pages(*texts)) == {0, 4, 8}
