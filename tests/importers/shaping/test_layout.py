import pytest

from plan_cli.importers.reading.lines import Line
from plan_cli.importers.shaping import layout
from plan_cli.importers.shaping.layout import ENCLOSURE, is_date, is_heading, laid_out, line_width

SPACED = "做 好 科 普 工 作 。"


def lines(*texts: str, page: int = 0) -> list[Line]:
    return [Line(text, f"第 {number} 行", page=page) for number, text in enumerate(texts, 1)]


def texts(*given: str) -> list[str]:
    return [paragraph.text for paragraph in laid_out(lines(*given)).paragraphs]


def test_whole_paragraphs_stay_as_they_are() -> None:
    whole = ["一、总体要求", "坚持稳中求进。", "1. 做好科普。办好活动。（责任单位：科普部）"]
    assert texts(*whole) == whole


def test_page_numbers_are_left_out_and_told() -> None:
    kept, dropped = laid_out(lines("一、总则", "— 1 —", "做好。", "第 2 页 共 9 页", "- 3 -"))
    assert [paragraph.text for paragraph in kept] == ["一、总则", "做好。"]
    assert [line.text for line in dropped] == ["— 1 —", "第 2 页 共 9 页", "- 3 -"]
    assert dropped[0].place == "第 2 行"


def test_a_page_number_whose_dashes_took_lines_of_their_own_is_left_out() -> None:
    assert texts("一、总则", "—", "12", "—", "做好。") == ["一、总则", "做好。"]


def test_a_page_break_inside_a_sentence_is_mended() -> None:
    assert texts("1. 深入开展科普活动，推动", "— 1 —", "科普进社区。（责任单位：科普部）") == [
        "1. 深入开展科普活动，推动科普进社区。（责任单位：科普部）"
    ]


@pytest.mark.parametrize(
    "note",
    [
        ("（责任单位：", "科普部、办", "公室）"),
        ("（牵头单位：科普部；", "配合单位：办公室）"),
        ("（责任单位：科普部；", "2.办公室）"),
        ("【责任单位：科普部。", "办公室】"),
    ],
)
def test_a_note_goes_on_until_its_bracket_closes(note: tuple[str, ...]) -> None:
    first, *rest = note
    assert texts(f"1. 做好科普。{first}", *rest, "2. 办会。") == [
        f"1. 做好科普。{''.join(note)}",
        "2. 办会。",
    ]


@pytest.mark.parametrize(
    "second",
    ["2. 办会。（责任单位：学会部）", "2）办会。（责任单位：学会部）", "2. 办会。科普部）"],
)
def test_a_note_that_never_closes_ends_with_its_line(second: str) -> None:
    lost = ["1. 做好科普。（责任单位：科普部；", second]
    assert texts(*lost) == lost


def test_what_was_counted_goes_on_with_nothing() -> None:
    broken = [Line("健全科普机制，", ""), Line("[1]办好活动，", "", label="[1]", series="a")]
    assert [(each.label, each.series) for each in laid_out(broken).paragraphs] == [
        ("", ""),
        ("[1]", "a"),
    ]


def test_a_break_inside_a_note_is_mended() -> None:
    assert texts(
        "1. 做好科普。（责任单位：科普", "部、学会部）", "2. 办好年会。（责任单位：学会部）"
    ) == [
        "1. 做好科普。（责任单位：科普部、学会部）",
        "2. 办好年会。（责任单位：学会部）",
    ]


WRAPPED = (
    "一、实施科普提升行动",
    "1. 深入开展科普活动，推动科普进社区、进学校、进企业、进",
    "农村，打造一批在全省有影响的科普品牌，每年举办主场活动十",
    "场以上，全面提升公民科学素质水平。（责任单位：科普部、学会",
    "部，各市科协）",
    "2. 大力弘扬科学家精神，宣传一批先进典型，建设科学家精神",
    "教育基地，组织开展宣讲活动，营造尊重知识、尊重人才的良好",
    "社会氛围。（责任单位：宣传部）",
    "二、实施学会提升行动",
    "3. 建设一流学会，支持学会举办高水平学术会议，打造品牌学",
    "术交流平台，推动学会治理体系和治理能力现代化，提升服务能",
    "力。（责任单位：学会部）",
)


def test_lines_broken_at_the_margin_become_paragraphs() -> None:
    found = texts(*WRAPPED)
    assert [text[:6] for text in found] == [
        "一、实施科普",
        "1. 深入开",
        "2. 大力弘",
        "二、实施学会",
        "3. 建设一",
    ]
    assert "进农村，打造" in found[1]
    assert found[1].endswith("（责任单位：科普部、学会部，各市科协）")


NOT_INDENTED = (
    "一流学会建设",
    "1. 支持学会举办高水平学术会议，打造品牌学术交流平台，推动",
    "学会治理体系和治理能力现代化。",
    "责任单位：学会部牵头，科普部和组织人事部参与配合",
    "科普工作",
    "2. 深入开展科普活动，推动科普进社区、进学校、进企业、进农",
    "村，打造一批在全省有影响的科普品牌，每年举办主场活动十场",
    "以上，全面提升公民科学素质水平。",
    "责任单位：科普部、学会部",
    "弘扬科学家精神",
    "3. 宣传一批先进典型，建设科学家精神教育基地，组织开展宣讲",
    "活动，营造尊重知识、尊重人才的良好社会氛围。",
    "责任单位：宣传部、组织人事部、科普部、学会部、各市科协按职",
    "责分工负责",
)


@pytest.mark.parametrize("begins", [None, False])
def test_a_title_behind_a_note_that_is_whole_stands_alone(begins: bool | None) -> None:
    given = [line._replace(begins=begins) for line in lines(*NOT_INDENTED)]
    assert [paragraph.text[-8:] for paragraph in laid_out(given).paragraphs] == [
        *("一流学会建设", "治理能力现代化。", "织人事部参与配合"),
        *("科普工作", "民科学素质水平。", "：科普部、学会部"),
        *("弘扬科学家精神", "的良好社会氛围。", "协按职责分工负责"),
    ]


def test_where_paragraphs_are_not_indented_a_line_that_stands_in_still_begins_one() -> None:
    given = [line._replace(begins=False) for line in lines(*(3 * NOT_INDENTED))]
    title = given[6]._replace(begins=True)
    assert title.text in [
        paragraph.text[: len(title.text)]
        for paragraph in laid_out([*given[:6], title, *given[7:]]).paragraphs
    ]


def test_running_heads_are_left_out() -> None:
    given = [
        line
        for page, word in enumerate(("甲事", "乙项", "丙年", "丁月"), 1)
        for line in (
            Line("某市科学技术协会", f"第 {page} 页", page=page),
            Line(f"{page}. 做好第{page}件事。（责任单位：科普部）", f"第 {page} 页", page=page),
            Line(f"办好{word}。", f"第 {page} 页", page=page),
            Line(f"{page}", f"第 {page} 页", page=page),
        )
    ]
    kept, dropped = laid_out(given)
    assert len(kept) == 8
    assert [line.text for line in dropped] == [
        text for page in range(1, 5) for text in ("某市科学技术协会", str(page))
    ]


def test_lines_that_the_reader_marked_are_left_out() -> None:
    kept, dropped = laid_out([Line("首页", "第 1 行", aside=True), *lines("一、总则")])
    assert [paragraph.text for paragraph in kept] == ["一、总则"]
    assert [line.text for line in dropped] == ["首页"]


def test_headings_and_dates() -> None:
    assert is_heading("强化政治引领")
    assert not is_heading("强化政治引领。")
    assert not is_heading("坚持稳中求进：一是做好；二是办好")
    for text in ("2022年3月5日", "二〇二二年三月五日", "（2022年3月）"):
        assert is_date(text)
    assert not is_date("2022年工作要点")


def test_a_line_with_a_whole_note_ends_there() -> None:
    given = ["做好科普，办活动。", "责任单位：科普部", "做好学会工作，办年会。", "责任单位：学会部"]
    assert texts(*given) == given


def test_short_lines_are_names_and_headings_and_stay_apart() -> None:
    given = [f"{name}科普工作站" for name in "甲乙丙丁戊己庚辛壬癸"]
    assert texts(*given) == given


def test_a_styled_heading_does_not_run_on_into_its_text() -> None:
    heading = (
        "做好科普：面向青少年、农民、产业工人、老年人、领导干部五大人群，提升全民科学文化素质水平"
    )
    kept = laid_out([Line(heading, "", level=2), Line("办好活动，建好基地。", "")]).paragraphs
    assert [paragraph.text for paragraph in kept] == [heading, "办好活动，建好基地。"]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("某" * 42, True),
        ("某" * 43, False),
        ("谁来办？", True),
        ("谁来办？怎么办", False),
        ("做好科普，", False),
        ("甲、", False),
    ],
)
def test_a_heading_is_short_and_has_no_stop(text: str, heading: bool) -> None:
    assert is_heading(text) is heading


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("某。某", True),
        ("某" * 43, True),
        ("某" * 42, False),
        ("要求：做好", True),
        ("要求：", False),
        ("1. 要求：做好", False),
    ],
)
def test_running_prose_is_long_or_has_a_stop(text: str, sentence: bool) -> None:
    assert layout._is_sentence(text) is sentence


@pytest.mark.parametrize("text", ["附件", "附表2", "附录", "附 件 一：", "附件1:"])
def test_what_an_enclosure_begins_with(text: str) -> None:
    assert ENCLOSURE.match(text)
    assert not ENCLOSURE.match(f"{text}材料")


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("深入开展科普活动，推动", "科普进社区。", 1),
        ("深入开展科普活动推动", "科普进社区。", 2),
        ("深入开展科普活动，推动（试点）", "科普进社区。", 2),
        ("深入开展科普活动，推动", "2. 办会。", 2),
        ("深入开展科普活动，推动", "科普进社区", 2),
    ],
)
def test_a_sentence_goes_on_behind_a_page_number_if_it_is_one(
    first: str, second: str, count: int
) -> None:
    assert len(texts(first, "— 1 —", second)) == count


@pytest.mark.parametrize("levels", [(2, 0), (0, 2)])
def test_no_heading_goes_on_behind_a_page_number(levels: tuple[int, int]) -> None:
    first = Line("深入开展科普活动，推动", "", level=levels[0])
    second = Line("科普进社区。", "", level=levels[1])
    assert len(laid_out([first, *lines("— 1 —"), second]).paragraphs) == 2


def test_no_row_of_a_table_goes_on() -> None:
    row = Line("深入开展科普活动，", "", cells=("深入开展科普活动，",))
    plain = lines("推动科普进社区。")
    assert len(laid_out([row, *plain]).paragraphs) == 2
    assert len(laid_out([row, *lines("— 1 —"), *plain]).paragraphs) == 2
    assert len(laid_out([*lines("深入开展科普活动，"), row]).paragraphs) == 2


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("做好科普。（", "责任单位：科普部）", 1),
        ("做好（科普", "责任单位：科普部", 2),
        ("做好科普（以下简称", "一、总则", 2),
        ("做好科普（以下简称", "1. 总则", 2),
        ("做好（会同市教育局", "办好）。", 1),
        (f"做好（{'某' * 300}", "科普部）", 1),
        (f"做好（{'某' * 400}", "科普部）", 2),
        ("某" * 43, "办好。", 1),
        ("某" * 43, "办好", 2),
        ("某" * 43 + "”", "办好。", 2),
        ("某" * 43 + "》的", "办好。", 1),
    ],
)
def test_where_a_line_goes_on_with_the_one_above(first: str, second: str, count: int) -> None:
    assert len(texts(first, second)) == count


@pytest.mark.parametrize(
    ("first", "bold", "count"),
    [("做好（科普", (0, 2), 2), ("做好（科普", (1, 2), 1), ("做好（科普，", (0, 2), 1)],
)
def test_words_in_bold_begin_a_paragraph_unless_a_comma_stands_before(
    first: str, bold: tuple[int, int], count: int
) -> None:
    second = Line("办好）。", "", bold=(bold,))
    assert len(laid_out([*lines(first), second]).paragraphs) == count


FULL = "某" * 20
"""A line of forty columns."""


def broken(count: int, whole: int, text: str = FULL) -> list[Line]:
    return lines(*[text] * count, *[f"{FULL[:-1]}。"] * whole)


@pytest.mark.parametrize(
    ("given", "width"),
    [
        (broken(8, 0), 40),
        (broken(7, 0), 0),
        (broken(8, 0, "某" * 15), 30),
        (broken(8, 0, "某" * 14 + "a"), 0),
        (broken(4, 4), 40),
        (broken(3, 5), 0),
        (broken(5, 15), 40),
        (broken(4, 16), 0),
        (broken(4, 4, "某" * 15 + "a"), 40),
        (broken(4, 4, "某" * 15), 0),
    ],
)
def test_at_how_many_columns_lines_were_broken(given: list[Line], width: int) -> None:
    assert line_width(given) == width


PROSE, NAME = "办好。", "办好"


@pytest.mark.parametrize(
    ("before", "last", "line", "goes_on"),
    [
        ("", "附件1", FULL, False),
        (NAME, FULL, "附件1", False),
        ("", "（" + "某" * 12, PROSE, True),
        ("", "（" + "某" * 11, PROSE, False),
        (NAME, "某" * 18 + "。", PROSE, True),
        (NAME, "某" * 17 + "a。", PROSE, True),
        (NAME, "某" * 17 + "。", PROSE, False),
        ("", "某" * 18 + "。", PROSE, False),
        (NAME, "某" * 18 + "。", "2023年2月1日", False),
        (NAME, "某" * 18 + "）", PROSE, True),
        (NAME, "某" * 17 + "）", PROSE, False),
        (NAME, FULL, "2023年2月1日", False),
        (NAME, "某" * 17 + "a", PROSE, True),
        (NAME, "某" * 17, PROSE, False),
        ("", "某" * 15 + "a", PROSE, True),
        ("", "某" * 15, PROSE, False),
        (PROSE, "某" * 14, PROSE, True),
        (PROSE, "某" * 13 + "a", PROSE, False),
    ],
)
def test_where_a_broken_line_goes_on(before: str, last: str, line: str, goes_on: bool) -> None:
    """``last`` is the last line of a paragraph that begins with ``before``."""
    found = layout._goes_on_wrapped(before + last, Line(last, ""), Line(line, ""), 40)
    assert found is goes_on


def test_nothing_goes_on_behind_a_date() -> None:
    last = "二〇二三年十二月三十一日"
    assert not layout._goes_on_wrapped(f"{PROSE}{last}", Line(last, ""), Line(PROSE, ""), 30)


@pytest.mark.parametrize(
    ("last", "begins", "goes_on"),
    [
        ("某" * 14, True, True),
        ("某" * 13, True, False),
        ("某" * 14, None, False),
        ("某" * 15 + "。", True, True),
        ("某" * 14 + "a。", True, False),
    ],
)
def test_a_line_that_does_not_begin_further_in_goes_on(
    last: str, begins: bool | None, goes_on: bool
) -> None:
    above, line = Line(last, "", begins=begins), Line(PROSE, "", begins=False)
    assert layout._goes_on_wrapped(last, above, line, 40) is goes_on


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("做 好 科 普 工 作。", "做 好 科 普 工 作。"),
        ("做 好 科 普 工 作 。", "做好科普工作。"),
        ("做 好 科 普 工 作 。 责任单位：科普部", "做好科普工作。 责任单位：科普部"),
        ("做 好 科 普 工 作 with care 。", "做好科普工作 with care。"),
    ],
)
def test_spaces_between_most_characters_are_taken_out(text: str, shown: str) -> None:
    assert texts(text) == [shown]


@pytest.mark.parametrize(("more", "first"), [(585, "做好科普工作。"), (586, SPACED)])
def test_a_few_spaces_in_a_long_text_stay(more: int, first: str) -> None:
    assert texts(SPACED, "办" * more + "。")[0] == first


def test_bold_stays_with_its_words() -> None:
    [spaced] = laid_out([Line(SPACED, "", bold=((2, 5), (8, 9)))]).paragraphs
    assert spaced.bold == ((1, 3), (4, 5))
    first, second = (
        Line("做好（科普", "", bold=((2, 5),)),
        Line("部、学会部）", "", bold=((0, 1), (3, 5))),
    )
    [joined] = laid_out([first._replace(text="做好（科普，"), second]).paragraphs
    assert (joined.text, joined.bold) == ("做好（科普，部、学会部）", ((2, 5), (6, 7), (9, 11)))
    [joined] = laid_out([Line("做好（科普，", "", bold=((2, 6),)), second]).paragraphs
    assert joined.bold == ((2, 7), (9, 11))


def test_lines_that_each_say_one_thing_of_an_item_stay_apart() -> None:
    printed = (
        "1、关于清查账户。会议要求逐项核清去向。",
        "协办单位：人民银行某市分行、市公安局等单位",
        "办结时限：7月15日",
        "落实情况：完成清查，追回资金。",
    )
    assert texts(*printed) == list(printed)


def test_lines_that_begin_no_paragraph_tell_the_width_though_they_are_few() -> None:
    seen = [line._replace(begins=False) for line in broken(3, 2)]
    assert line_width([*broken(3, 20), *seen[:3]]) == 0
    assert line_width([*broken(2, 18), *seen]) == 40


def test_a_number_and_a_space_heads_what_has_its_number() -> None:
    lines = [
        "2.3 建设校园。责任科室：后勤中心",
        "3 坚持优质均衡",
        "3.1 优化布局，新建学校。",
    ]
    paragraphs = laid_out([Line(text, "") for text in lines]).paragraphs
    assert [each.label for each in paragraphs] == ["", "3", ""]
    assert paragraphs[1].text == "3 坚持优质均衡"
    assert laid_out([]).paragraphs == []


def test_a_label_at_the_end_of_a_line_goes_on_below_it() -> None:
    assert texts("办好大赛。责任部门：", "设计分会、宣传部", "2. 办好展览。") == [
        "办好大赛。责任部门：设计分会、宣传部",
        "2. 办好展览。",
    ]
    assert texts("责任部门：", "2. 办好展览。") == ["责任部门：", "2. 办好展览。"]
    assert texts("各县科协，市成员单位：", "请抓好落实。") == [
        "各县科协，市成员单位：",
        "请抓好落实。",
    ]


def test_of_lines_on_pages_fewer_need_to_be_broken() -> None:
    broken = [line for i in range(4) for line in (f"{'办' * 37}{i}", "好各项工作。")]
    short = [f"责任单位：市教育局{i}科" for i in range(16)]
    lines = [Line(text, "") for text in (*broken, *short)]
    assert line_width(lines) == 0
    assert line_width([line._replace(page=1) for line in lines]) > 0
    assert line_width([line._replace(page=1) for line in (*lines, *lines[-4:])]) == 0
