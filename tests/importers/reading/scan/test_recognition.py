from plan_cli.importers.doubts import Cause
from plan_cli.importers.reading.scan.recognition import Recognition, page_numbers
from tests.importers.pages import SIZE, SeenPage, piece, typed
from tests.importers.reading.scan.test_scan_tables import HEAD, RULES

PAGE = typed("  一、提升科普能力", "甲" * 20, "乙" * 20, "丙" * 20, "丁" * 20, "戊" * 9 + "。")


def recognised(*pages: SeenPage) -> tuple[list[str], dict[Cause, str]]:
    recognition = Recognition(lambda page: page)
    lines = [
        line for number, page in enumerate(pages, 1) for line in recognition.page(page, number)
    ]
    return [line.text for line in lines], {d.cause: d.message for d in recognition.doubts()}


def test_lines_with_their_places_and_one_doubt_that_they_were_recognised() -> None:
    recognition = Recognition(lambda page: page)
    [first, second, *_] = recognition.page(SeenPage(PAGE), 3)
    assert (first.text, first.place, first.page, first.begins) == (
        *("一、提升科普能力", "第 3 页第 1 行"),
        *(3, True),
    )
    assert (second.place, second.begins) == ("第 3 页第 2 行", False)
    [doubt] = recognition.doubts()
    assert "第 3 页的文字是从图片识别的" in doubt.message


def test_without_a_page_nothing_is_told() -> None:
    assert recognised() == ([], {})


def test_a_page_on_which_no_words_are_found_is_told() -> None:
    texts, doubts = recognised(SeenPage([]), SeenPage(PAGE), SeenPage([]))
    assert len(texts) == len(PAGE)
    assert doubts[Cause.NO_WORDS].startswith("第 1、3 页没有识别出文字")
    assert doubts[Cause.RECOGNISED].startswith("第 2 页的文字")


def test_a_speck_is_looked_at_again_but_not_told() -> None:
    speck = (100, 10, 100 + 2 * SIZE, 10 + SIZE)
    texts, doubts = recognised(SeenPage(PAGE, unread=[speck]))
    assert Cause.UNREAD not in doubts
    texts, doubts = recognised(SeenPage(PAGE, unread=[speck], closer=[piece(110, 10, "2022")]))
    assert texts[0] == "2022"


def test_a_line_that_was_lost_is_found_at_a_second_look() -> None:
    lost, rest = PAGE[2], [*PAGE[:2], *PAGE[3:]]
    texts, doubts = recognised(SeenPage(rest, unread=[lost.box], closer=[lost]))
    assert texts == [each.text for each in PAGE]
    assert Cause.UNREAD not in doubts


def test_words_that_were_read_are_not_read_twice() -> None:
    texts, _ = recognised(
        SeenPage(PAGE, unread=[PAGE[2].box], closer=[PAGE[2]._replace(text="乙乙")])
    )
    assert texts == [each.text for each in PAGE]


def test_ink_that_stays_unread_is_told_with_what_is_above() -> None:
    lost, rest = PAGE[2], [*PAGE[:2], *PAGE[3:]]
    _, doubts = recognised(SeenPage(rest, unread=[lost.box, (100, 10, 400, 10 + SIZE)]))
    assert f"第 1 页“{'甲' * 16}…”之后；第 1 页开头" in doubts[Cause.UNREAD]


def test_weak_lines_are_told_with_page_line_and_words() -> None:
    weak = [PAGE[0], PAGE[1]._replace(text="责任部内", sure=0.79), PAGE[2]._replace(sure=0.8)]
    _, doubts = recognised(SeenPage(PAGE), SeenPage(weak))
    assert doubts[Cause.WEAK].endswith("1 行，请对照原件：第 2 页第 2 行“责任部内”")


def test_a_page_number_is_no_text_whatever_its_dashes_became() -> None:
    recognition = Recognition(lambda page: page)
    for number in ("一4一", "-12-", "— 3 —", "7"):
        page = SeenPage([*PAGE, piece(500, 900, number, 0.5)])
        assert [line.aside for line in recognition.page(page, 1)] == [False] * 6 + [True]
    assert Cause.WEAK not in {doubt.cause for doubt in recognition.doubts()}


def test_numbers_between_lines_are_text() -> None:
    lines = Recognition(lambda page: page).page(SeenPage(typed("甲乙丙", "2022", "丁戊己")), 1)
    assert [line.aside for line in lines] == [False] * 3


def test_rows_of_a_table_stand_between_the_lines_around_it() -> None:
    body = [piece(180, 200, "1"), piece(310, 200, "甲项"), piece(720, 200, "科普部")]
    page = SeenPage([piece(100, 20, "上文"), *HEAD, *body, piece(100, 400, "下文")], rules=RULES)
    lines = Recognition(lambda page: page).page(page, 1)
    assert [line.text for line in lines] == [
        *("上文", "序号\t工作任务\t责任单位"),
        *("1\t甲项\t科普部", "下文"),
    ]
    assert [bool(line.cells) for line in lines] == [False, True, True, False]
    assert lines[1].place == "第 1 页（表格）"


def test_words_that_stand_like_a_table_without_one_are_told() -> None:
    line = [(100, "甲"), (400, "乙"), (700, "丙")]
    many = [piece(x, 100 + 60 * row, text) for row in range(3) for x, text in line]
    assert recognised(SeenPage(many))[1][Cause.LIKE_TABLE].startswith("第 1 页的文字像是表格")


def test_numbers_of_pages_are_told_in_few_words() -> None:
    assert page_numbers([1, 2, 3, 7]) == "1—3、7"
