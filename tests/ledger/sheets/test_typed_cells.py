"""What people type into cells, as values; what is not certain is refused."""

from datetime import date, datetime
from typing import Any

import pytest

from plan_cli.errors import UsageError
from plan_cli.ledger.event import TOLD, Told
from plan_cli.ledger.sheets.amounts import Goal
from plan_cli.ledger.sheets.typed_cells import Given, parse_cell

GOAL = Goal(20, "个")


def parsed(field: Told, value: Any, form: str = "General", goal: Goal | None = GOAL) -> Any:
    return parse_cell(field, Given(value, form, "G5"), goal, 2022)


@pytest.mark.parametrize(
    ("value", "status"),
    [
        ("推进中", "推进中"),
        (" 推 进 中。", "推进中"),
        ("’已完成", "已完成"),
        ("延期", "延期"),
        ("已销号", "已销号"),
        ("  ", None),
        (None, None),
    ],
)
def test_statuses(value: Any, status: str | None) -> None:
    assert parsed("status", value) == status


@pytest.mark.parametrize("value", ["完成", "已完成80%", "进行中", "推进中/延期", 1, True, "#REF!"])
def test_other_words_are_no_statuses(value: Any) -> None:
    with pytest.raises(UsageError):
        parsed("status", value)


def test_what_may_be_chosen_is_listed() -> None:
    with pytest.raises(UsageError) as refused:
        parsed("status", "完成")
    assert refused.value.hint == "请从下拉列表里选一个：未启动、推进中、已完成、延期、中止。"


@pytest.mark.parametrize(
    ("value", "amount"),
    [
        (12, 12),
        (12.5, 12.5),
        (0, 0),
        ("12", 12),
        ("１２", 12),
        ("12。", 12),
        ("'12", 12),
        (" 12 个", 12),
        ("12个。", 12),
        ("1,200", 1200),
        ("１，２００个", 1200),
        ("十二", 12),
        ("十二个", 12),
        ("两个", 2),
        ("二十", 20),
        ("12/20", 12),
        ("12 / 20个", 12),
        ("十二/二十", 12),
        ("0.5/20", 0.5),
        ("50%", 10),
        ("50％", 10),
        ("15%", 3),
        ("120%", 24),
        ("百分之五十", 10),
        ("百分之50", 10),
        ("一半", 10),
        ("1万", 10000),
    ],
)
def test_amounts(value: Any, amount: float) -> None:
    assert parsed("done", value) == amount


@pytest.mark.parametrize(
    ("value", "form", "goal", "amount"),
    [
        (0.5, "0%", GOAL, 10),
        (0.5, "0.00%", Goal(3, "万人次"), 1.5),
        ("33.3%", "@", Goal(10, "公里"), 3.33),
        (1, "0%", GOAL, 20),
        (0.5, "General", Goal(0.8, "亿元"), 0.5),
        (0.5, "General", Goal(1, "个"), 0.5),
        ("12期", "@", Goal(50, "期"), 12),
        ("12个", "@", Goal(50, "期"), 12),
        ("30万人次", "@", Goal(50, "万人次"), 30),
        ("30万", "@", Goal(50, "万人次"), 30),
        ("30", "@", Goal(50, "万人次"), 30),
        ("300000人次", "@", Goal(50, "万人次"), 30),
        ("0.3万", "@", Goal(3, "万人次"), 0.3),
        ("0.3万人次", "@", Goal(3, "万人次"), 0.3),
        ("80%", "@", Goal(90, "%"), 80),
        (0.8, "0%", Goal(90, "%"), 80),
    ],
)
def test_amounts_of_other_goals(value: Any, form: str, goal: Goal, amount: float) -> None:
    assert parsed("done", value, form, goal) == pytest.approx(amount)


@pytest.mark.parametrize(
    "value",
    [
        0.5,
        "0.5",
        "约12",
        "12以上",
        "12多个",
        "12-15",
        "12期",
        "12/25",
        "12/",
        "12人/20",
        "1,20",
        "-3",
        -3,
        "1e5",
        "1" + "0" * 400,
        10**400,
        float("nan"),
        float("inf"),
        True,
        "两三个",
        "一百二",
        "二三",
        "十几个",
        "50%以上",
        "百分之50%",
        "全部",
        "=1+1",
        "#DIV/0!",
        datetime(2022, 12, 20),
    ],
)
def test_amounts_that_are_not_certain(value: Any) -> None:
    with pytest.raises(UsageError) as refused:
        parsed("done", value)
    assert refused.value.hint


def test_a_share_that_is_no_whole_number_of_things() -> None:
    for value, form in (("50%", "@"), (0.5, "0%"), ("一半", "@")):
        with pytest.raises(UsageError, match=r"算下来是 27\.5个，不是整数"):
            parsed("done", value, form, Goal(55, "个"))


def test_all_or_one_hundredth_is_not_guessed() -> None:
    for value in (1, "1"):
        with pytest.raises(UsageError, match="分不清是数量还是比例"):
            parsed("done", value, goal=Goal(90, "%"))
    assert parsed("done", 1, "0%", Goal(90, "%")) == 100
    assert parsed("done", "1%", goal=Goal(90, "%")) == 1


def test_words_shown_as_a_share() -> None:
    assert parsed("progress", 0.5, "0%") == "50%"
    assert parsed("progress", 0.456, "0.0%") == "45.6%"
    assert parsed("progress", "约50%", "0%") == "约50%"
    assert parsed("progress", 10**400, "0%") == str(10**400)
    with pytest.raises(UsageError, match="不像是完成的数量"):
        parsed("done", 10**400, "0%")
    assert Given(0.5, "0%", "I4").shown == "50%"


def test_no_amount_where_nothing_is_to_be_reached() -> None:
    for value in (12, "50%"):
        with pytest.raises(UsageError, match="没有量化指标"):
            parsed("done", value, goal=None)


@pytest.mark.parametrize(
    "value",
    [
        datetime(2022, 5, 20),
        date(2022, 5, 20),
        "5月20日",
        "5 月 20 号",
        "五月二十日",
        "2022.5.20",
        "2022.05.20.",
        "2022-05-20",
        "2022/5/20",
        "5/20",
        "20220520",
        20220520,
        "2022年5月20日",
        "２０２２年５月２０日",
        "二〇二二年五月二十日",
    ],
)
def test_dates(value: Any) -> None:
    assert parsed("due", value) == date(2022, 5, 20)


@pytest.mark.parametrize(
    "value",
    [
        "5.20",
        5.2,
        "5-20",
        "2022年5月",
        "5月底",
        "5月20日前",
        "2022-02-30",
        "2月30日",
        44701,
        "今天",
        "下周",
        "0022-05-20",
        datetime(1900, 1, 5),
        "2202-05-20",
        True,
    ],
)
def test_dates_that_are_not_certain(value: Any) -> None:
    with pytest.raises(UsageError) as refused:
        parsed("due", value)
    assert refused.value.hint == "请写成年月日，如 2022-09-30。"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (" 开展3期。\r\n第二行 ", "开展3期。\n第二行"),
        ("一_x000D_\n二", "一\n二"),
        (13800000000, "13800000000"),
        (3.0, "3"),
        (0.1, "0.1"),
        (True, "是"),
        (datetime(2022, 5, 20), "2022-05-20"),
        ("=SUM(A1)", "=SUM(A1)"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("\ufeff零\u200b宽", "零宽"),
        ("\u200b", None),
        ("　", None),
        ("", None),
    ],
)
def test_words(value: Any, words: str | None) -> None:
    assert parsed("progress", value) == words


@pytest.mark.parametrize(
    ("field", "word", "goal"),
    [
        *((field, "/", Goal(20, "场")) for field in TOLD),
        ("progress", "——", None),
        ("due", "无", None),
        ("done", "不涉及", None),
    ],
)
def test_what_only_fills_a_cell_tells_nothing(field: Told, word: str, goal: Goal | None) -> None:
    assert parse_cell(field, Given(word, "", "G5"), goal, 2022) is None


def test_none_is_an_answer_where_something_has_to_stand() -> None:
    assert parsed("progress", "无") == "无"
    assert parsed("progress", "√") == "√"
    with pytest.raises(UsageError, match="不是确定的数量"):
        parsed("done", "无")


def test_a_failed_formula_is_no_words() -> None:
    with pytest.raises(UsageError, match="公式出错了"):
        parsed("progress", "#N/A")
