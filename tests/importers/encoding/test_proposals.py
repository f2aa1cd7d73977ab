from datetime import date

import pytest

from plan_cli.importers.encoding.proposals import deadlines, targets
from plan_cli.model.plan import Measure, Op, Precision


@pytest.mark.parametrize(
    ("text", "op", "value", "unit"),
    [
        ("举办论坛50期以上。", ">=", 50, "期"),
        ("培育企业不少于20家。", ">=", 20, "家"),
        ("举办10场左右发展大会。", "~", 10, "场"),
        ("至少新增5个基地。", ">=", 5, "个"),
        ("至少建成5个基地。", ">=", 5, "个"),
        ("建设科普基地5个。", "=", 5, "个"),
        ("投资1.5亿元。", "=", 1.5, "亿元"),
    ],
)
def test_targets(text: str, op: Op, value: float, unit: str) -> None:
    [target] = targets(Measure(text))
    assert (target.op, target.value, target.unit) == (op, value, unit)
    assert target.quote in text


@pytest.mark.parametrize(
    "text",
    [
        "举办第3期培训班。",
        "落实2022年度任务。",
        "开展“5个一”活动。",
        "执行国发〔2022〕5号文件。",
        "一批重点项目。",
        "做好“7·20”灾后重建。",
        "会议费控制在50万元。",
        "每次时长不超过3小时。",
        "已建成基地20个。",
        "给予企业奖励30万元。",
        "推进3期工程建设。",
        "争取用3个年度完成改造。",
        "实行24小时值守。",
        "覆盖人口10⁴人。",
        "建基地20¹个。",
        "改造5千米²。",
    ],
)
def test_what_only_looks_like_a_target(text: str) -> None:
    assert list(targets(Measure(text))) == []


@pytest.mark.parametrize(
    ("text", "due", "precision"),
    [
        ("力争年内建成。", date(2023, 12, 31), "year"),
        ("6月底前完成。", date(2023, 6, 30), "month"),
        ("确保今年6月1日前具备条件。", date(2023, 6, 1), "day"),
        ("到2025年，建成10个基地。", date(2025, 12, 31), "year"),
        ("2024年2月底前完成。", date(2024, 2, 29), "month"),
        ("三季度末完成。", date(2023, 9, 30), "month"),
        ("明年2月底前完成。", date(2024, 2, 29), "month"),
        ("6月完成招标。", date(2023, 6, 30), "month"),
    ],
)
def test_deadlines(text: str, due: date, precision: Precision) -> None:
    [deadline] = deadlines(Measure(text), 2023)
    assert (deadline.due, deadline.precision) == (due, precision)
    assert deadline.quote in text


@pytest.mark.parametrize(
    "text", ["召开2023年年会。", "落实“十四五”规划。", "2月31日前完成。", "6月召开年会。"]
)
def test_what_sets_no_time_limit(text: str) -> None:
    assert list(deadlines(Measure(text), 2023)) == []


def test_the_words_that_make_it_firm() -> None:
    [target] = targets(Measure("力争核心专家达到20名。"))
    assert (target.modality, target.op) == ("力争", ">=")
