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
    ],
)
def test_what_only_begins_like_the_words_of_a_site(text: str) -> None:
    assert furniture([line(each) for each in (text, "各部门：", "现印发给你们。")]) == set()
