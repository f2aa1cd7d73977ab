import pytest

from plan_cli.importers.reading.lines import Line
from plan_cli.importers.shaping.layout import is_date, is_heading, laid_out


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
