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
        ("value: 50", "value: 50，", "E104", "50，", "应写成 50"),
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
        ("year: 2023\n", "year　: 2023\n", "E101", "year　", "全角或不间断空格"),
        ("year: 2023\n", "\ufeffyear: 2023\n", "E101", "\ufeff", "看不见的字符 \\ufeff"),
        ("year: 2023\n", "“year”: 2023\n", "E101", "“year”", "不要加中文引号"),
        ("modality: 力争", "modality: 力争，", "E408", "力争，", "多了“，”"),
        ("unit: 期", "unit: 期、", "E408", "期、", "多了“、”"),
        ("what: 论坛", "what: 论坛；", "E408", "论坛；", "多了“；”"),
        ("aliases: [kpb]", "aliases: [kpb、科普]", "E408", "kpb、", "半角逗号“, ”"),
        ("    closing: [以上。]", "　　closing: [以上。]", "E101", "　　closing", "全角"),
    ],
)  # fmt: skip
def test_full_width_signs_are_named(
    problems_after, old: str, new: str, code: str, pointed: str, words: str
) -> None:
    # what nobody sees is told once more, as such
    [problem] = [each for each in problems_after((old, new)) if each.code != "E401"]
    assert problem.code == code
    assert words in problem.message
    lines = RICH.read_text(encoding="utf-8").replace(old, new).split("\n")
    assert lines[problem.spot.line - 1][problem.spot.column - 1 :].startswith(pointed)


def test_two_keys_with_wrong_colons_are_all_there_is_to_tell(problems_after) -> None:
    found = problems_after(("{name: 办公室, kind: 机关部室}", "{name：办公室, kind：机关部室}"))
    assert [problem.code for problem in found] == ["E101", "E101"]


@pytest.mark.parametrize("sign", "，、；")
def test_a_key_joined_to_a_value_is_missing_because_of_the_sign(problems_after, sign: str) -> None:
    joined = "{name: 办公室SIGNkind：机关部室}".replace("SIGN", sign)
    found = problems_after(("{name: 办公室, kind: 机关部室}", joined))
    assert [each.message for each in found if each.code == "E102"] == [
        f"units[1] 缺少必填的“kind”；各项之间要用半角逗号“, ”，不是“{sign}”"
    ]


@pytest.mark.parametrize("value", ["2²", "2½", "②0"])
def test_no_other_number_is_proposed_for_what_is_none(problems_after, value: str) -> None:
    [problem] = problems_after(("value: 50", f"value: {value}"))
    assert problem.message == f"value 应是数字，这里写的是“{value}”"


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("line", ["　　", "　　　　# 说明"])
def test_a_wide_line_in_a_list_over_several_lines(problems_after, line: str) -> None:
    found = problems_after(("[现将计划印发。]", f"[现将,\n{line}\n    计划]"))
    assert {problem.code for problem in found} == {"E404", "E406"}
    assert "这一行成了第 11 行起那段文字的一部分" in [problem.message for problem in found]
    assert {problem.spot.line for problem in found if problem.spot} == {11}


def test_a_number_sign_in_a_block_is_text(problems_after) -> None:
    for sign in ("|-", ">-"):
        block = f"title: {sign}\n              做好 #1 科普。"
        assert problems_after(("title: 做好科普。", block)) == []


TASK = (
    "      - {number: 1, measures: [抓好重点。], note: 科普部, "
    "responsible: {named: [科普部]}, editor: {title: 重点}}\n"
)
OWN = """\
      - number: 1
        measures: [抓好重点。]
        note: NOTE
        responsible: {named: [科普部]}NAMED
"""


@pytest.mark.parametrize(
    ("note", "named", "told"),
    [
        ("科普部 # 办公室", "", ["# 办公室"]),
        ('"科普部" #办公室', "", ["#办公室"]),
        ("'科普部' # 和办公室", "", ["# 和办公室"]),
        ("科普部 ##办公室", "", ["##办公室"]),
        ("科普部", " #办公室", ["#办公室"]),
        ("科普部", " ##办公室", ["##办公室"]),
        # comments
        ("科普部 # 科普部列第一", "", []),
        ("科普部 # 照录", "", []),
        ("科普部 ## 照录", "", []),
        ("'科普部' # 照录", " # 办公室不在内", []),
        ("科普部 ##", "", []),
        ('"科普部#办公室"', "", []),
    ],
)
def test_words_that_became_a_comment(
    problems_after, note: str, named: str, told: list[str]
) -> None:
    own = OWN.replace("NOTE", note).replace("NAMED", named)
    found = [each for each in problems_after((TASK, own)) if each.code == "E405"]
    assert [each.message for each in found] == [f"“{words}”成了注释，没有读进来" for words in told]


def test_a_unit_in_a_comment_behind_one_of_several_notes(problems_after) -> None:
    notes = """
              - text: 有关部室，各党支部 # 办公室
                responsible: {collectives: [有关部室, 各党支部]}"""
    own = "{text: 有关部室，各党支部, responsible: {collectives: [有关部室, 各党支部]}}"
    found = problems_after((f"\n              - {own}", notes))
    assert [each.message for each in found] == ["“# 办公室”成了注释，没有读进来"]


def test_names_in_quotes_or_joined_by_a_wrong_comma(problems_after) -> None:
    quoted = problems_after((PAIR, "named: [“科普部”, 办公室]"))
    assert [p.message for p in quoted if p.code == "E205"] == [
        "单位「“科普部”」没有在 units 里声明，名称外面不要加引号"
    ]
    [trailing] = [p for p in problems_after((PAIR, "named: [科普部、]")) if p.code == "E205"]
    assert trailing.message == "单位“科普部、”没有在 units 里声明，名称外面多了标点或空格"
    for comma in ("、", "，", "；", "; ", " "):
        joined = problems_after((PAIR, f"named: [科普部{comma}办公室]"))
        assert ["半角逗号“, ”" in p.message for p in joined if p.code == "E205"] == [True]


def test_a_comma_in_brackets_joins_no_names() -> None:
    text = RICH.read_text(encoding="utf-8").replace("科普部, 办公室", "科普部, 办公室（甲，乙）")
    assert "E104" not in {problem.code for problem in examine(Source("x", text)).problems}
