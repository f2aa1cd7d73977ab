import pytest

from plan_cli.planfile.schema import read_plan
from plan_cli.planfile.source import Source
from plan_cli.reports.fidelity import Original, fidelity


@pytest.mark.parametrize(
    ("count", "note"),
    [
        (1, "与 原文.md 有 1 处不同。"),
        (500, "与 原文.md 有 500 处不同。"),
        (501, "与 原文.md 有 501 处不同，这里列出前 500 处。"),
    ],
)
def test_the_first_five_hundred_differences_are_told(count: int, note: str) -> None:
    marks = [f"第{chr(0x4E00 + number) * 7}件" for number in range(count)]
    text = "甲".join(["", *marks])
    encoded = Source("x.yaml", f"document:\n  title: {text}\n")
    plan, _ = read_plan(encoded.data())
    found = fidelity(encoded, plan, Original(Source("原文.md", text.replace("甲", "乙"))))
    assert found.notes == (note,)
    assert len(found.problems) == min(count, 500)
    first, *_ = found.problems
    assert (first.message, first.detail[0]) == (
        "与原文不同（原文.md:1:1）",
        f"原文：【乙】{text[1:15]}".replace("甲", "乙"),
    )
