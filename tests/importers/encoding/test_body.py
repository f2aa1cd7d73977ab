import pytest

from plan_cli.importers.encoding.body import Body, sentence_end, take_apart
from plan_cli.importers.encoding.titles import title_ends, title_lead
from plan_cli.importers.shaping.blocks import blocks_of
from plan_cli.importers.shaping.layout import Paragraph
from plan_cli.importers.shaping.nodes import Node


def task(*texts: str, bold: tuple[tuple[int, int], ...] = ()) -> Node:
    first, *rest = texts
    head, *body = blocks_of(
        [Paragraph(first, "", bold), *(Paragraph(text, "") for text in rest)]
    ).blocks
    return Node("arabic", 3.0, head, body)


def parts(node: Node, titled: bool = True) -> Body:
    lead = title_lead(node) if titled else None
    return take_apart(node, lead.end if lead else None)


def test_title_measures_and_note() -> None:
    body = parts(task("1. 做好科普。办活动。建基地。（责任单位：科普部）"))
    assert body.title == "做好科普。"
    assert [measure.text for measure in body.measures] == ["办活动。", "建基地。"]
    assert [(note.spot.text, note.after) for note in body.notes] == [("责任单位：科普部", 2)]


def test_a_title_on_a_line_of_its_own() -> None:
    body = parts(task("1. 做好科普", "办活动。", "责任单位：科普部"))
    assert body.title == "做好科普"
    assert [measure.text for measure in body.measures] == ["办活动。"]


def test_a_title_in_bold() -> None:
    assert parts(task("1. 做好科普，办活动。", bold=((3, 8),))).title == "做好科普，"


@pytest.mark.parametrize(
    ("heading", "measures"),
    [
        ("建好基地。", [("建好基地。", "全年建成5个。")]),
        ("建" * 59 + "。", [("建" * 59 + "。", "全年建成5个。")]),
        ("建" * 60 + "。", [(None, "建" * 60 + "。"), (None, "全年建成5个。")]),
    ],
)
def test_a_sentence_in_bold_is_a_sub_heading_if_it_is_short(
    heading: str, measures: list[tuple[str | None, str]]
) -> None:
    body = parts(task(f"1. 做好科普。{heading}全年建成5个。", bold=((8, 8 + len(heading)),)))
    assert [(measure.heading, measure.text) for measure in body.measures] == measures


def test_without_a_title_the_first_sentence_is_a_measure() -> None:
    body = parts(task("1. 办活动。建基地。"), titled=False)
    assert body.title is None
    assert [measure.text for measure in body.measures] == ["办活动。", "建基地。"]


def test_several_notes_each_behind_its_sentences() -> None:
    body = parts(task("1. 科普。办活动。（科普部负责）建基地。（学会部负责）"))
    assert [(note.spot.text, note.after) for note in body.notes] == [
        ("科普部负责", 1),
        ("学会部负责", 2),
    ]


def test_a_mark_left_behind_a_note_stays_with_the_last_measure() -> None:
    body = parts(task("1. 做好科普。办活动。建基地。（科普部负责）……"))
    assert [measure.text for measure in body.measures] == ["办活动。", "建基地。……"]


def test_the_first_sentence_of_a_numbered_sub_item_opens_its_measures() -> None:
    body = parts(task("1. 做好科普。", "（1）建基地。全年建成5个。", "（2）办好活动。"))
    assert [(measure.heading, measure.text) for measure in body.measures] == [
        ("（1）建基地。", "全年建成5个。"),
        (None, "（2）办好活动。"),
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("办活动。建基地。", "办活动。"),
        ("办活动（含线上。线下）。建基地。", "办活动（含线上。线下）。"),
        ("他说：“办好。”建基地。", "他说：“办好。”"),
        ("没有句号", "没有句号"),
    ],
)
def test_sentences(text: str, first: str) -> None:
    assert text[: sentence_end(text, 0, len(text))] == first


COLON = "1. 做好科普：办好科普活动，建好基地，评选人物。"
PLAIN = "2. 发展会员，办好年会，编写报告，建好会员之家。"


@pytest.mark.parametrize(
    ("texts", "titled"),
    [
        ([COLON, COLON, COLON, PLAIN], 3),
        ([COLON, COLON, PLAIN, PLAIN], 0),
    ],
)
def test_what_stands_before_a_colon_is_a_title_where_most_tasks_begin_so(
    texts: list[str], titled: int
) -> None:
    assert len(title_ends([task(text) for text in texts])) == titled
