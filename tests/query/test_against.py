from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from plan_cli.model.plan import Plan
from plan_cli.planfile.schema import read_plan
from plan_cli.planfile.source import open_text
from plan_cli.query.against import diff, differences
from plan_cli.query.fulltext import paragraphs
from tests.conftest import RICH


def texts(plan: Plan) -> list[str]:
    return [each.text for each in paragraphs(plan)]


def plan_in(path: Path):
    plan, findings = read_plan(open_text(str(path)).data())
    assert not findings
    return plan


def test_same_text_but_for_white_space_and_marks() -> None:
    plan = plan_in(RICH)
    text = "\n\n".join(f"## **{text}** " for text in texts(plan))
    assert differences(plan, text) == []


def test_every_difference_with_its_place_in_both() -> None:
    plan = plan_in(RICH)
    original = "\n".join(texts(plan))
    original = original.replace("力争办好50期", "力争举办50期").replace("总则完。", "")
    original = original.replace("办成一件实事", "办成一件群众满意的实事")
    found = differences(plan, original)
    assert [each.path for each in found] == [
        ("lists", 0, "sections", 0, "tasks", 0, "measures", 0, "text"),
        ("lists", 0, "sections", 0, "sections", 0, "tasks", 0, "measures", 0, "text"),
        ("lists", 0, "sections", 0, "closing", 0),
    ]
    first, second, third = found
    assert (first.encoded.words, first.original.words) == ("办好", "举办")
    assert original[first.offset :].startswith("举办50期")
    assert first.encoded.before.endswith("下基层。力争")
    assert first.encoded.after.startswith("50期以上论坛")
    assert (second.encoded.words, second.original.words) == ("", "群众满意的")
    assert (third.encoded.words, third.original.words) == ("总则完。", "")


def test_the_place_in_a_long_original() -> None:
    plan = plan_in(RICH)
    original = ("\n" * 30_000).join(texts(plan))
    original = original.replace("办成一件实事", "办成两件实事")
    [found] = differences(plan, original)
    assert original[found.offset :].startswith("两件实事")
    assert found.part.startswith("一件实事")


def put_right(left: str, right: str) -> str:
    """Apply the pieces of ``diff`` to ``left``."""
    done, out = 0, ""
    for start, end, from_, to in diff(left, right):
        out += left[done:start] + right[from_:to]
        done = end
    return out + left[done:]


@given(st.text("ab科普", max_size=60), st.text("ab科普", max_size=60))
def test_differences_turn_one_text_into_the_other(left: str, right: str) -> None:
    assert put_right(left, right) == right
    assert bool(diff(left, right)) == (left != right)


def test_texts_without_anything_in_common_end_soon() -> None:
    assert diff("科" * 300_000, "普" * 300_000) == [(0, 300_000, 0, 300_000)]
    assert diff("科普" * 300_000, "普科" * 300_000) != []
    left = "".join(chr(0x4E00 + number % 20000) for number in range(300_000))
    assert put_right(left, left[::-1]) == left[::-1]


def test_a_missing_task_is_one_difference() -> None:
    note = "（责任部门：科普部，有关直属事业单位，各全省学会，各省辖市和济源示范区科协）"
    tasks = [f"{n}. 第{n}件事要办好{chr(0x4E00 + n) * 3}并报告结果。{note}" for n in range(1, 9)]
    whole, short = "".join(tasks), "".join(tasks[:3] + tasks[4:])
    [(start, end, from_, to)] = diff(short, whole)
    assert start == end
    assert to - from_ == len(tasks[3])
