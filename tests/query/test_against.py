from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from plan_cli.model.plan import Document, Plan
from plan_cli.planfile.schema import read_plan
from plan_cli.planfile.source import open_text
from plan_cli.query.against import Difference, Piece, Side, diff, differences
from plan_cli.query.fulltext import paragraphs
from tests.conftest import RICH, small_plan, small_task


def texts(plan: Plan) -> list[str]:
    return [each.text for each in paragraphs(plan)]


def plan_in(path: Path):
    plan, findings = read_plan(open_text(str(path)).data())
    assert not findings
    return plan


def test_same_text_but_for_white_space_and_marks() -> None:
    plan = plan_in(RICH)
    text = "\n\n".join(f"\u3000\u3000## **{text}**\xa0\\" for text in texts(plan))
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


def test_a_difference_is_shown_between_fourteen_characters_on_either_side() -> None:
    plan = small_plan(
        small_task(measure="一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥。")
    )
    original = "\n".join(texts(plan)).replace("癸", "葵")
    assert differences(plan, original) == [
        Difference(
            ("lists", 0, "tasks", 0, "measures", 0, "text"),
            "癸子丑寅卯辰巳午未申酉戌亥。",
            original.index("葵"),
            Side("六七八九十甲乙丙丁戊己庚辛壬", "癸", "子丑寅卯辰巳午未申酉戌亥。（"),
            Side("六七八九十甲乙丙丁戊己庚辛壬", "葵", "子丑寅卯辰巳午未申酉戌亥。（"),
        )
    ]


def test_differences_at_the_edges() -> None:
    plan = small_plan()
    original = "\n".join(texts(plan)).replace("某市", "市") + "\n附件"
    first, last = differences(plan, original)
    assert (first.path, first.part, first.offset) == (
        ("document", "title"),
        "某市 2023 年工作要点",
        0,
    )
    assert first.encoded == Side("", "某", "市2023年工作要点1.做好")
    assert first.original == Side("", "", "市2023年工作要点1.做好")
    assert (last.path, last.part) == (("lists", 0, "tasks", 0, "note"), "）")
    assert original[last.offset :] == "附件"
    assert last.original == Side("一件事。做完它。（责任部门：甲部）"[-14:], "附件", "")


def test_a_plan_without_any_text_lacks_all() -> None:
    found = differences(Plan(Document("", 2023), ()), "原文")
    assert found == [Difference((), "", 0, Side("", "", ""), Side("", "原文", ""))]


def test_what_stands_behind_the_end_is_told_at_the_last_letter() -> None:
    [found] = differences(Plan(Document("标题", 2023), ()), "标题附件")
    assert (found.path, found.part) == (("document", "title"), "题")


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
    assert all(end > start or to > from_ for start, end, from_, to in diff(left, right))


def test_texts_without_anything_in_common_end_soon() -> None:
    assert diff("科" * 300_000, "普" * 300_000) == [(0, 300_000, 0, 300_000)]
    assert diff("科普" * 300_000, "普科" * 300_000) != []
    left = "".join(chr(0x4E00 + number % 20000) for number in range(300_000))
    assert put_right(left, left[::-1]) == left[::-1]


def test_a_difference_is_taken_apart_at_four_letters_in_common() -> None:
    assert diff("甲甲相同的字乙", "丙丙相同的字丁") == [(0, 2, 0, 2), (6, 7, 6, 7)]
    assert diff("甲甲相同字乙", "丙丙相同字丁") == [(0, 6, 0, 6)]
    before = "".join(chr(0x4E00 + number) for number in range(400))
    apart = [(400, 402, 400, 402), (406, 407, 406, 407)]
    assert diff(f"{before}甲甲相同的字乙", f"{before}丙丙相同的字丁") == apart


def test_long_differences_are_taken_apart_at_eight_letters_that_stand_only_once() -> None:
    """Shorter runs in common are looked for in differences of up to 300 letters."""

    def around(common: str, count: int) -> list[Piece]:
        left, right = ("甲", "乙"), ("丙", "丁")
        return diff(*(f"{a * count}{common}{b * count}" for a, b in (left, right)))

    assert around("相同的字", 148) == [(0, 148, 0, 148), (152, 300, 152, 300)]
    assert around("相同的字", 149) == [(0, 302, 0, 302)]
    assert around("这里有八个字相同", 200) == [(0, 200, 0, 200), (208, 408, 208, 408)]
    assert around("这里有七个字同", 200) == [(0, 407, 0, 407)]
    twice = f"{'丙' * 200}这里有八个字相同{'丁' * 200}这里有八个字相同{'戊' * 200}"
    assert len(diff(f"{'甲' * 200}这里有八个字相同{'乙' * 200}", twice)) == 1


def test_letters_that_come_often_are_compared_as_well() -> None:
    left = f"{'甲' * 100}的地得着{'乙' * 100}"
    right = f"{'丙的丙地丙得丙着' * 13}的地得着{'丁' * 100}"
    assert diff(left, right) == [(0, 100, 0, 104), (104, 204, 108, 208)]


def test_the_first_two_hundred_differences_are_taken_apart() -> None:
    marks = "".join(chr(0x4E00 + number) for number in range(8 * 120))
    left, right = (
        "".join(f"{a}相同的字{b}{marks[place : place + 8]}" for place in range(0, len(marks), 8))
        for a, b in ("⑴⑵", "⑶⑷")
    )
    assert len(diff(left, right)) == 200 + 20


def test_a_missing_task_is_one_difference() -> None:
    note = "（责任部门：科普部，有关直属事业单位，各全省学会，各省辖市和济源示范区科协）"
    tasks = [f"{n}. 第{n}件事要办好{chr(0x4E00 + n) * 3}并报告结果。{note}" for n in range(1, 9)]
    whole, short = "".join(tasks), "".join(tasks[:3] + tasks[4:])
    [(start, end, from_, to)] = diff(short, whole)
    assert start == end
    assert to - from_ == len(tasks[3])
