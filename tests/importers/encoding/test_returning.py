from dataclasses import replace

from plan_cli.importers.encoding.returning import MOST, not_given_back
from plan_cli.importers.shaping.layout import Paragraph
from tests.conftest import small_plan, small_task

LINES = ("某市 2023 年工作要点", "1. 做好一件事。做完它。（责任部门：甲部）")


def lines(*texts: str) -> list[Paragraph]:
    return [Paragraph(text, f"第 {number} 行") for number, text in enumerate(texts, 1)]


def test_a_plan_that_gives_its_text_back_raises_no_doubt() -> None:
    assert list(not_given_back(small_plan(), lines(*LINES))) == []


def test_white_space_does_not_count() -> None:
    assert list(not_given_back(small_plan(), lines(*(f" {t} " for t in LINES)))) == []


def test_words_lost_are_told_with_their_line() -> None:
    source = lines(LINES[0], "1. 做好一件事。做完它，再看一遍。（责任部门：甲部）")
    [doubt] = not_given_back(small_plan(), source)
    assert doubt.place == "第 2 行"
    assert "，再看一遍" in doubt.message


def test_a_table_is_told_cell_by_cell() -> None:
    row = replace_cells("1.", "做好一件事。", "做完它。", "甲部", "丢掉的话")
    [doubt] = not_given_back(small_plan(), [*lines(LINES[0]), row])
    assert doubt.place == "第 9 段"
    assert "“丢掉的话”" in doubt.message


def replace_cells(*cells: str) -> Paragraph:
    return Paragraph("\t".join(cells), "第 9 段", cells=cells)


def test_no_more_than_a_person_can_use() -> None:
    plan = small_plan(*(small_task(n, f"事{n}", f"做{n}。") for n in range(1, 60)))
    plan = replace(plan, document=replace(plan.document, title=LINES[0]))
    found = list(not_given_back(plan, lines(LINES[0], *(f"无{n}" * 5 for n in range(60)))))
    assert 1 <= len(found) <= MOST + 1
