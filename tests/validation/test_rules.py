"""Each rule: the sound plan with one thing changed, the codes it trips and where they point."""

import pytest

from plan_cli.model.plan import Document, Plan, Section, Task, TaskList
from plan_cli.planfile.source import Source, shipped_plan
from plan_cli.validation.codes import CODES, Severity
from plan_cli.validation.content import continuous_numbers
from plan_cli.validation.everything import Problem, examine
from tests.conftest import RICH

UNIT = "{name: 办公室, kind: 机关部室}"
TASK = "{number: 2, id: K2, measures: [再抓重点。]}"
ALL = "all: [全省学会]}"
OPENING = "{what: 开馆, due: 2023-06-01,"

# what is changed, into what, and the findings that must follow: code and the words it points at
CASES: list[tuple[str, str, dict[str, str]]] = [
    # shape
    ("title: 做好科普。", "titel: 做好科普。", {"E101": "titel"}),
    ("  issuer: 某省科协\n", "  isuer: 某省科协\n", {"E101": "isuer"}),
    ("to: K1, strength: strong", "to: K1", {"E102": "{to: K1}"}),
    (TASK, "{id: K2, measures: [再抓重点。]}", {"E102": "{id: K2"}),
    ("title: 做好科普。", "title: [做好科普。]", {"E103": "title"}),
    ("body: [现将计划印发。]", "body: 现将计划印发。", {"E103": "现将"}),
    ("due: 2023-06-01", "due: 2023-06-31", {"E104": "2023-06-31"}),
    ("due: 2023-06-01", "due: 2023-6-1", {"E104": "2023-6-1"}),
    ("op: '>='", "op: 以上", {"E104": "以上"}),
    ("value: 50", "value: .nan", {"E104": ".nan"}),
    ("year: 2023\n", "year: 二〇二三\n", {"E104": "二〇二三"}),
    ("format: 1", "format: 2", {"E104": "2"}),
    ("title: 做好科普。", "title:", {"E105": ""}),
    ("            notes:", "            note: 科普部\n            notes:", {"E106": "notes"}),
    ("note: 科普部, responsible: {named: [科普部]}", "note: 科普部", {"E102": "科普部"}),
    ("title: 做好科普。", "title: 做好科普。\n            title: 另一个。", {"E107": "title: 另"}),
    # what makes answers wrong
    ("id: K2", "id: K1", {"E201": "K1"}),
    ("id: K2", "id: ｋ１", {"E201": "ｋ１"}),
    ("  - 全省学会\n", "  - 全省学会\n  - 机关部室\n", {"E202": "机关部室"}),
    (UNIT, "{name: 办公室, kind: 机关部是}", {"E203": "机关部是"}),
    ("all: [全省学会]", "all: [全省学会, 企业科协]", {"E203": "企业科协"}),
    ("action: 科普行动", "action: 科技行动", {"E204": "科技行动", "E306": "科普行动"}),
    ("project: 普惠工程", "project: 普会工程", {"E204": "普会工程", "E306": "{name: 普惠"}),
    ("lead: [科普部]", "lead: [科普处]", {"E206": "科普处"}),
    ("named: [科普部, 办公室]", "named: [办公室, 科普部]", {"E207": "科普部"}),
    ("named: [科普部]}, editor", "named: [办公室]}, editor", {"E207": "办公室", "E313": "科普部"}),
    ("after: 1", "after: 9", {"E208": "9"}),
    ("after: 1", "after: -1", {"E104": "-1"}),
    ("to: K1", "to: K7", {"E209": "K7"}),
    ("to: K1", 'to: "1"', {"E209": '"1"'}),
    ("quote: 办好 50期以上论坛", "quote: 办成50期以上论坛", {"E210": "办成"}),
    ("quote: 6月1日前开馆", "quote: 7月1日前开馆", {"E210": "7月"}),
    # what is likely a slip
    (UNIT, "{name: 办公室, kind: 机关部室, aliases: [KPB]}", {"E301": "KPB"}),
    (UNIT, "{name: 办公室, kind: 机关部室, aliases: [科普 部]}", {"E301": "科普 部"}),
    (UNIT, "{name: 办公室, kind: 机关部室, aliases: [部室]}", {"E301": "部室"}),
    (UNIT, f"{UNIT}\n  - {{name: 人事部, kind: 机关部室}}", {"E302": "人事部"}),
    (ALL, f"{ALL}\n  - {{phrase: 各部室, all: [机关部室]}}", {"E303": "各部室"}),
    (f"学会, {ALL}", "学会}", {"E304": "各全省", "E305": "全省"}),
    ("  - 全省学会\n", "  - 全省学会\n  - 企业科协\n", {"E305": "企业科协"}),
    ("actions: [", "actions: [科技行动, ", {"E306": "科技行动", "E312": "一大行动"}),
    ("some: [机关部室]}", "some: [机关部室], all: [机关部室]}", {"E307": "有关部室"}),
    ("{number: 2, measures: [办成", "{number: 3, measures: [办成", {"E311": "3"}),
    ("实施一大行动", "实施三大行动和两大工程", {"E312": "三大行动"}),
    ("note: 科普部,", "note: 科普部、人事部,", {"E313": "人事部"}),
    ("note: 责任单位：各全省学会", "note: 责任单位:各全省学会", {"E314": ":各全省"}),
    ("number: 1\n", "number: 1.0\n", {"E317": "1.0"}),
    ("number: 1\n", "number: 01\n", {"E317": "01"}),
    ("number: 1\n", "number: +1\n", {"E317": "+1"}),
    ("number: 1\n", "number: “1”\n", {"E317": "“1”"}),
    ("number: 1\n", "number: 1、\n", {"E317": "1、"}),
    *(("number: 1\n", f"number: {n}\n", {"E317": n}) for n in ("（1）", "(1)", "1)", "1）", "1：")),
    *(("number: 1\n", f"number: {n}\n", {"E317": n}) for n in ("【1】", "'#1'", "No.1", "№1")),
    *(("number: 1\n", f"number: {n}\n", {"E317": n}) for n in ("-1", "1e0", "0x1")),
    ("measures: [再抓重点。]", "measures: []", {"E315": "measures"}),
    ("确保6月1日前开馆。", "确保6月1日前开馆。然后开放。", {"E316": "。然后"}),
    ("due: 2030-12-31", "due: 2035-12-31", {"E321": "2035"}),
    (OPENING, OPENING.replace("2023-06-01", "2025-06-01"), {"E321": "2025"}),
    (OPENING, "{what: 开馆, due: 2032-06-01,", {"E321": "2032"}),
    ("year: 2023\n", "year: 203\n", {"E322": "203"}),
    ("value: 50", "value: 500", {"E323": "500"}),
    # characters
    ("做好科普。", "做好\u200b科普。", {"E401": "\u200b"}),
    ("# 用到", "# \u202e用到", {"E401": "\u202e"}),
    ("title: 做好科普。", 'title: "做好\\x1b[31m科普。"', {"E401": "\\x1b"}),
    ("title: 做好科普。", 'title: "做好\\u202e科普。"', {"E401": "\\u202e"}),
    ("label: （一）", "label: （一） ", {"E403": " "}),
    ("title: 做好科普。", 'title: "做好科普。 "', {"E404": '"做好'}),
    ("title: 做好科普。", "title: 做好科普。\u3000", {"E404": "做好"}),
    ("title: 做好科普。", 'title: "做好\\n科普。"', {"E404": '"做好'}),
    ("title: 做好科普。", 'title: "做好\\x09科普。"', {"E404": '"做好'}),
    # what a hand typed and YAML read as something else
    ("title: 做好科普。", "title: 做好 #1 科普。", {"E405": "#1 科普。"}),
    ("- 到2030年每县一馆。", "- 到2030年每县一馆。\t#共百馆", {"E405": "#共百馆"}),
    ("title: 做好科普。", "title: #1 做好科普。", {"E105": "", "E405": "#1"}),
    ("title: 做好科普。", "title: 做好\n              科普 #1", {"E405": "#1"}),
    ("title: 做好科普。", "title: 做好科普。\n              - 然后", {"E406": "- 然"}),
    ("title: 做好科普。", "title: 做好科普。\n              label：一", {"E406": "label："}),
    ("title: 做好科普。", "title: 做好科普。\n              label:一", {"E406": "label:"}),
    ("title: 做好科普。", "title: '做好。\n            label: 一'", {"E406": "label: "}),
    ("title: 做好科普。", "title: 做好科普。\n             － 然后", {"E406": "－ 然"}),
    ("title: 做好科普。", "title: ~", {"E407": "~"}),
    ("addressees: 各部室：", "addressees: NULL", {"E407": "NULL"}),
    ("aliases: [kpb]", "aliases: [kpb，科普]", {"E408": "kpb，"}),
]  # fmt: skip


def pointed_at(text: str, problem: Problem) -> str:
    assert problem.spot is not None
    return text.split("\n")[problem.spot.line - 1][problem.spot.column - 1 :]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_rule_trips_and_points(old: str, new: str, expected: dict[str, str]) -> None:
    text = RICH.read_text(encoding="utf-8")
    assert text.count(old) == 1
    text = text.replace(old, new)
    problems = examine(Source("x.yaml", text)).problems
    assert {problem.code for problem in problems} == set(expected)
    for problem in problems:
        if problem.code != "E312":
            assert pointed_at(text, problem).startswith(expected[problem.code])


def test_undeclared_names_in_readings(problems_after) -> None:
    found = problems_after(("note: 科普部, responsible: {named: [科普部]}",
                            "note: 科普布, responsible: {named: [科普布]}"))  # fmt: skip
    assert [problem.code for problem in found] == ["E205"]
    assert "是不是“科普部”" in found[0].message
    found = problems_after(("{collectives: [有关部室, 各党支部]}", "{collectives: [有关部室]}"))
    assert {problem.code for problem in found} == {"E303", "E313"}


def test_announced_counts_are_told_with_what_is_declared(problems_after) -> None:
    found = problems_after(("实施一大行动", "实施三大行动和两大工程"))
    assert [problem.message for problem in found] == [
        "原文说“三大行动”，声明的行动有 1 个",
        "原文说“两大工程”，声明的工程有 1 个",
    ]


def test_a_link_that_leads_nowhere_or_back(problems_after) -> None:
    for to, message in (
        ("K7", "任务 1 联到 K7：没有这个编号的任务"),
        ('"1"', "任务 1 联到 1：指向它自己"),
    ):
        [found] = problems_after(("to: K1", f"to: {to}"))
        assert found.message == message


def test_a_name_within_a_name_leaves_nothing_over(problems_after) -> None:
    """普部 ends 科普部: taken out of the note first, it would leave 科, who is nobody."""
    named = "named: [科普部]}, editor", "named: [科普部, 普部]}, editor"
    assert "E313" not in {problem.code for problem in problems_after(named)}


def test_only_the_escapes_of_what_nobody_sees_are_told(problems_after) -> None:
    found = problems_after(("title: 做好科普。", 'title: "做好\\x41\\e\\u79d1\\U0000202e普。"'))
    assert [(problem.code, problem.message) for problem in found] == [
        ("E401", "有看不见的字符 \\x1b"),
        ("E401", "有看不见的字符 \\u202e"),
    ]


def test_every_code_is_tripped_somewhere() -> None:
    tripped = {code for _, _, expected in CASES for code in expected}
    elsewhere = {"E001", "E002", "E003", "E004", "E005", "E205", "E402", "E501"}
    assert tripped | elsewhere == set(CODES)
    assert not tripped & elsewhere


def test_sound_plans_have_no_findings() -> None:
    for path in (RICH, shipped_plan()):
        source = Source(str(path), path.read_text(encoding="utf-8"))
        examined = examine(source)
        assert [p for p in examined.problems if p.severity is not Severity.HINT] == []
        assert examined.plan is not None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("due: 2023-06-01", "due: 2024-02-29"),  # the year after is not far
        ("note: 责任单位：各全省学会", "note: 责任单位：各全省学会等"),
        ("note: 责任单位：各全省学会", "note: 各全省学会等单位按职责分工负责，下同"),
        ("note: 责任单位：各全省学会", "note: 各全省学会负责。列第一位的为牵头单位，下同"),
        ("note: 责任单位：各全省学会", "note: 各全省学会〈含协会、研究会，下同〉结合实际落实"),
        ("title: 做好科普。", "title: 做好“科普。”"),
        ("确保6月1日前开馆。", "讲好“科普。”一课。"),
        ("quote: 办好 50期以上论坛", "quote: 办好 5 0 期以上论坛"),
        ("quote: 办好 50期以上论坛", "quote: 做好科普。下基层。力争办好50期以上论坛"),
        ("{number: 2, measures: [办成", "{number: （二）, measures: [办成"),
        ("{number: 2, measures: [办成", "{number: 二, measures: [办成"),
        ("{number: 2, measures: [办成", "{number: ②, measures: [办成"),
        ("{number: 2, measures: [办成", "{number: 3-1, measures: [办成"),
        ("{number: 2, measures: [办成", "{number: A2, measures: [办成"),
        ("{number: 2, measures: [办成", "{number: 1.2, measures: [办成"),
        ("to: K1, ", "to: K2, "),
        ("实施一大行动", "实施一大行动、一大工程"),
        ("value: 50", "value: 50.0"),
        ("issuer: 某省科协", "issuer: no"),
        ("issuer: 某省科协", "issuer: 12:30:45"),
        ("issuer: 某省科协", "issuer: 2023-01-01"),
        ("{name: 办公室, kind", "{name: 办公室, aliases: [on, off, y, '010', '~'], kind"),
        ("title: 做好科普。", "title: 做好科普。 # 照录"),
        ("title: 做好科普。", "title: 做好科普。#1"),
        ("title: 做好科普。", 'title: "做好 #1 科普。"'),
        ("title: 做好科普。", "title: 做好科普。 # 见 #1"),
        ("year: 2023\n", "year: 2023 #年份\n"),
        ("title: 做好科普。", "title: 做好\n              科普：第一。"),
        ("title: 做好科普。", "title: '~'"),
        ("{number: 2, measures: [办成", "{number: ２, measures: [办成"),
    ],
)
def test_rules_leave_sound_things_alone(problems_after, old: str, new: str) -> None:
    allowed = {"E210", "E323"} if "开馆" in old else set()
    assert {p.code for p in problems_after((old, new))} <= allowed


def test_all_slips_are_told_in_one_run(problems_after) -> None:
    found = problems_after(
        ("title: 做好科普。", "titel: 做好科普。"),
        (UNIT, "{name: 办公室, kind: 机关部是}"),
        ("label: （一）", "label: （一） "),
        ("id: K2", "id: K1"),
        ("to: K1", "to: K9"),
    )
    assert {p.code for p in found} == {"E101", "E203", "E403", "E201", "E209"}
    lines = [p.spot.line for p in found if p.spot]
    assert lines == sorted(lines)


def test_full_width_indentation_is_told(problems_after) -> None:
    [found, *_] = problems_after(("units:\n", "　units:\n"))
    assert found.code == "E101"
    assert "全角" in found.message


def test_numbers_begin_again_in_a_new_section_only() -> None:
    def told(*parts: tuple[str, ...]) -> list[str]:
        sections = tuple(
            Section(f"第{place}节", tasks=tuple(Task(number, ()) for number in numbers))
            for place, numbers in enumerate(parts)
        )
        plan = Plan(Document("要点", 2023), (TaskList("要点", sections=sections),))
        return [finding.message for finding in continuous_numbers(plan)]

    assert told(("1", "2"), ("3", "4")) == []
    assert told(("1", "2"), ("1", "2")) == []
    assert told(
        ("1", "2", "1"),
    ) == ["序号 2 之后是 1"]
    assert told(("1", "2"), ("2", "3")) == ["序号 2 之后是 2"]
    assert told(
        ("2", "3"),
    ) == ["序号从 2 开始"]


def test_a_slip_in_one_task_excuses_no_other(problems_after) -> None:
    found = problems_after(
        ("note: 科普部, responsible", "note: 科普部, notes: [], responsible"),
        ("measures: [再抓重点。]", "measures: []"),
    )
    assert [problem.code for problem in found] == ["E106", "E315"]


def test_a_slip_deep_in_a_plan_excuses_no_table_that_is_missing(problems_after) -> None:
    found = problems_after(
        ("projects: [{name: 普惠工程}]\n", ""), ("title: 做好科普。", "titel: 做好科普。")
    )
    assert {problem.code for problem in found} == {"E101", "E204"}


def test_a_broken_table_is_not_blamed_on_its_users(problems_after) -> None:
    found = problems_after(("units:\n", "unitz:\n"))
    assert {p.code for p in found} == {"E101"}


def test_only_the_last_of_a_repeated_key_counts_and_the_first_is_named(problems_after) -> None:
    [found] = problems_after(("  year: 2023\n", "  year: 2021\n  year: 2022\n  year: 2023\n"))[:1]
    assert found.code == "E107"
    assert "第 8 行" in found.message
    assert str(found.spot) == "x.yaml:9:3"
