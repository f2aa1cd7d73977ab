"""What of a task is its title: how that is told, and where most tasks must have one."""

import pytest

from plan_cli.importers.encoding.titles import title_ends, title_lead
from plan_cli.importers.shaping.blocks import blocks_of
from plan_cli.importers.shaping.layout import Paragraph
from plan_cli.importers.shaping.nodes import Node

NOTE = "（责任单位：科普部）"


def task(*texts: str, bold: tuple[tuple[int, int], ...] = ()) -> Node:
    first, *rest = texts
    paragraphs = [Paragraph(first, "", bold), *(Paragraph(text, "") for text in rest)]
    head, *body = blocks_of(paragraphs).blocks
    return Node("arabic", 3.0, head, body)


@pytest.mark.parametrize(
    ("texts", "title", "how"),
    [
        (("1. 做好科普", "办活动。"), "做好科普", "line"),
        (("1. 做好科普",), "做好科普", "line"),
        ((f"1. {'某' * 50}", "办活动。"), "某" * 50, "line"),
        ((f"1. {'某' * 51}", "办活动。"), "", ""),
        (("1. 甲乙", "办活动。"), "甲乙", "line"),
        (("1. 甲", "办活动。"), "", ""),
        (("1. 做好科普；", "办活动。"), "", ""),
        (("1. 做好科普，", "办活动。"), "", ""),
        (("1. 做好科普：", "办活动。"), "", ""),
        ((f"1. 做好科普{NOTE}", "办活动。"), "做好科普", "line"),
        ((f"1. 做好科普{NOTE}", NOTE), "做好科普", "whole"),
        (("1. 做好科普。", "办活动。"), "做好科普。", "sentence"),
        ((f"1. {'某' * 39}。", "办活动。"), f"{'某' * 39}。", "sentence"),
        ((f"1. {'某' * 40}。", "办活动。"), "", ""),
        ((f"1. 做好科普。{NOTE}", "办活动。"), "做好科普。", "sentence"),
        (("1. 做好科普。办活动。",), "做好科普。", "sentence"),
        ((f"1. {'某' * 39}。办活动。",), f"{'某' * 39}。", "sentence"),
        ((f"1. {'某' * 40}。办活动。",), "", ""),
        ((f"1. 做好科普。{NOTE}",), "做好科普。", "whole"),
        ((f"1. {'某' * 19}。{NOTE}",), f"{'某' * 19}。", "whole"),
        ((f"1. {'某' * 20}。{NOTE}",), "", ""),
        ((f"1. 做好科普，办活动{NOTE}",), "", ""),
        (("1. 做好科普：办好科普活动，建好基地。",), "做好科普：", "colon"),
        (("1. 做好：办好，科普活动基。",), "做好：", "colon"),
        (("1. 做好：办好，科普活动。",), "做好：", "colon"),
        (("1. 做好：办好，科普活。",), "", ""),
        ((f"1. {'某' * 20}：办好科普活动，建好。",), f"{'某' * 20}：", "colon"),
        ((f"1. {'某' * 21}：办好科普活动，建好。",), "", ""),
        (("1. 做好科普 办好科普活动，建好科普基。",), "做好科普", "space"),
        (("1. 做科普 办好科普活动，建好科普基地。",), "", ""),
        (("1. 做好科普 办好科普，建好科普。",), "做好科普", "space"),
        (("1. 做好科普 办好科普，建好科。",), "", ""),
    ],
)
def test_what_could_be_the_title_of_a_task(texts: tuple[str, ...], title: str, how: str) -> None:
    lead = title_lead(task(*texts))
    assert (texts[0][3 : lead.end], lead.how) == (title, how) if lead else not title


@pytest.mark.parametrize(
    ("bold", "title", "how"),
    [
        ((3, 7), "做好科普。", "bold"),
        ((3, 8), "做好科普。", "bold"),
        ((4, 7), "做好科普。", "bold"),
        ((3, 5), "做好", "bold"),
        ((3, 12), "做好科普。", "bold"),
        ((5, 7), "做好科普。", "sentence"),
        ((3, 4), "做好科普。", "sentence"),
    ],
)
def test_a_title_in_bold_takes_the_mark_behind_it(
    bold: tuple[int, int], title: str, how: str
) -> None:
    text = "1. 做好科普。办好活动。"
    lead = title_lead(task(text, bold=(bold,)))
    assert lead
    assert (text[3 : lead.end], lead.how) == (title, how)


@pytest.mark.parametrize(("length", "how"), [(50, "bold"), (51, "colon")])
def test_so_much_in_bold_is_no_title(length: int, how: str) -> None:
    text = f"1. 做好科普：{'某' * (length - 5)}，办好活动。"
    lead = title_lead(task(text, bold=((3, 3 + length),)))
    assert lead
    assert lead.how == how


def test_a_title_in_bold_ends_before_a_note() -> None:
    text = f"1. 做好科普{NOTE}办好活动。"
    lead = title_lead(task(text, bold=((3, 12),)))
    assert lead
    assert text[3 : lead.end] == "做好科普"


SENTENCE, PLAIN = "1. 做好科普。办好活动。", "2. 发展会员，办好年会，编写报告，建好会员之家。"
WHOLE = f"3. 办好年会。{NOTE}"
COLON = "4. 做好科普：办好科普活动，建好基地，评选人物。"


@pytest.mark.parametrize(
    ("texts", "titled"),
    [
        ([SENTENCE, PLAIN], 1),
        ([SENTENCE, PLAIN, PLAIN], 0),
        ([SENTENCE, WHOLE], 2),
        ([WHOLE, WHOLE, PLAIN], 0),
        ([COLON] * 7 + [PLAIN] * 3, 7),
        ([COLON] * 6 + [PLAIN] * 4, 0),
        ([COLON] * 2 + [SENTENCE] * 2, 2),
    ],
)
def test_a_first_sentence_is_a_title_where_half_of_the_tasks_have_one(
    texts: list[str], titled: int
) -> None:
    assert len(title_ends([task(text) for text in texts])) == titled
