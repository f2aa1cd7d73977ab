"""What hands and Chinese editors type: the slip itself is named, and nothing besides it."""

import pytest

from plan_cli.planfile.source import Source
from plan_cli.validation.everything import examine
from tests.conftest import RICH

PAIR = "named: [科普部, 办公室]"
KIND = "  - 全省学会\n"


@pytest.mark.parametrize(
    ("old", "new", "code", "pointed", "words"),
    [
        ("year: 2023\n", "year: “2023”\n", "E104", "“2023”", "应写成 2023"),
        ("year: 2023\n", "year: ２０２３\n", "E104", "２０", "应写成 2023"),
        ("value: 50", "value: ５０", "E104", "５０", "应写成 50"),
        ("due: 2023-06-01", "due: 2023－06－01", "E104", "2023－", "应写成 2023-06-01"),
        ("due: 2023-06-01", "due: ‘2023-06-01’", "E104", "‘2023", "应写成 2023-06-01"),
        ("op: '>='", "op: ＞＝", "E104", "＞＝", "应写成 '>='"),
        ("op: '>='", "op: ～", "E104", "～", "应写成 '~'"),
        ("strength: strong", "strength: “strong”", "E104", "“strong", "应写成 strong"),
        ("aliases: [kpb]", "aliases: [kpb，科普]", "E408", "kpb，", "半角逗号“, ”"),
        (PAIR, "named: ［科普部，办公室］", "E103", "［科普部", "半角的 [ ]"),
        (PAIR, "named: （科普部）", "E103", "（科普部", "半角的 [ ]"),
        (KIND, "  - name：全省学会\n", "E103", "name：", "半角“: ”"),
        (KIND, "  - name:全省学会\n", "E103", "name:", "空一格"),
        ("{name: 办公室, kind", "{name：办公室, kind", "E101", "name：", "半角“: ”"),
        ("{name: 办公室, kind", "{name:办公室, kind", "E101", "name:", "空一格"),
        ("              - 确保6月1日前开馆。", "              - text：确保6月1日前开馆。",
         "E103", "text：", "半角“: ”"),
        ("measures: [再抓重点。]", "measures: － 再抓重点。", "E103", "－ 再", "半角短横线"),
        ("measures: [再抓重点。]", "measures: -　再抓重点。", "E103", "-　再", "半角空格"),
        ("measures: [再抓重点。]", "measures: -再抓重点。", "E103", "-再", "空一格"),
        ("    closing: [以上。]", "　　closing: [以上。]", "E101", "　　closing", "全角"),
    ],
)  # fmt: skip
def test_full_width_signs_are_named(
    problems_after, old: str, new: str, code: str, pointed: str, words: str
) -> None:
    [problem] = problems_after((old, new))
    assert problem.code == code
    assert words in problem.message
    lines = RICH.read_text(encoding="utf-8").replace(old, new).split("\n")
    assert lines[problem.spot.line - 1][problem.spot.column - 1 :].startswith(pointed)


def test_names_in_quotes_or_joined_by_a_wrong_comma(problems_after) -> None:
    quoted = problems_after((PAIR, "named: [“科普部”, 办公室]"))
    assert ["外面不要加引号" in p.message for p in quoted if p.code == "E205"] == [True]
    for comma in "、，":
        joined = problems_after((PAIR, f"named: [科普部{comma}办公室]"))
        assert ["半角逗号“, ”" in p.message for p in joined if p.code == "E205"] == [True]


def test_a_comma_in_brackets_joins_no_names() -> None:
    text = RICH.read_text(encoding="utf-8").replace("科普部, 办公室", "科普部, 办公室（甲，乙）")
    assert "E104" not in {problem.code for problem in examine(Source("x", text)).problems}
