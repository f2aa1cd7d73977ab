from plan_cli.planfile.schema import read_plan
from plan_cli.planfile.source import Source
from plan_cli.validation import fatal
from plan_cli.validation.codes import CODES, Severity
from plan_cli.validation.everything import examine


def test_every_code_has_one_sentence_of_advice() -> None:
    for name, code in CODES.items():
        assert code.advice.endswith("。"), name
        assert code.advice.count("。") - code.advice.count("“。”") == 1, name


def test_what_stops_loading_is_an_error_and_nothing_else_is() -> None:
    fatal_codes = {name for name in CODES if name[1] in "012"}
    errors = {name for name, code in CODES.items() if code.severity is Severity.ERROR}
    assert errors - {"E501"} == fatal_codes
    assert len(fatal.FATAL) == 9


def test_a_hundred_names_are_compared_with_those_that_are_declared() -> None:
    units = "".join(f"  - {{name: 单位{number}, kind: 机关部是}}\n" for number in range(105))
    text = f"kinds: [机关部室]\nunits:\n{units}"
    plan, _ = read_plan(Source("x.yaml", text).data())
    messages = [finding.message for finding in fatal.known_kinds(plan)]
    assert len(messages) == 105
    assert sum("是不是“机关部室”？" in message for message in messages) == 100


def test_findings_without_end_are_told_up_to_a_bound() -> None:
    text = "lists:\n" + "".join(f"- k{number}: v\n" for number in range(5000))
    problems = examine(Source("x.yaml", text)).problems
    assert 1000 <= len(problems) <= 1100
