from datetime import date

import pytest

from plan_cli.importers.encoding.proposals import deadlines, targets
from plan_cli.model.plan import Measure, Op, Precision, Target


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


def only(text: str) -> Target:
    [target] = targets(Measure(text))
    return target


def test_every_word_that_makes_a_target_firm() -> None:
    for word in ("力争", "确保", "争取", "务必", "必须", "原则上", "努力"):
        target = only(f"{word}建成基地5个。")
        assert (target.modality, target.what) == (word, "建成基地")


UNITS = (
    "个百分点 万亿元 亿元 万元 亿千瓦时 万千瓦 千瓦 万平方米 平方米 平方公里 万人次 人次 万人 万台"
    " 万个 万户 万亩 万吨 万件 万辆 万套 亿立方米 万立方米 公里 千米 个 家 项 场 期 部 名 人 台 套"
    " 座 所 次 篇 件 亩 吨 户 条 门 款 支 批 处 只 种 类 本 册 辆 架 艘 元 天 小时 % ％ P"
)


def test_every_unit_is_read_whole() -> None:
    assert [only(f"建成5{unit}。").unit for unit in UNITS.split()] == UNITS.split()


LEAST = (
    "不少于 不低于 不小于 超过 突破 达到 达 至少 至少建成 至少新增 至少培育 至少举办 至少开展"
    " 至少完成 至少有 提高到 提高至 提升到 提升至 增加到 增加至 增至"
)


def test_how_exactly_a_number_is_meant() -> None:
    assert {only(f"基地{word}5个。").op for word in LEAST.split()} == {">="}
    for text in ("基地5余个。", "基地5多个。", "基地5个以上。", "基地5家余。"):
        assert only(text).op == ">="
    for text in ("基地约5个。", "基地5个左右。", "基地5个上下。"):
        assert only(text).op == "~"


@pytest.mark.parametrize(
    "texts",
    [
        [
            f"时长{word}3小时。"
            for word in ["不超过", "不高于", "最高", "最长", "控制在", "低于", "少于"]
        ],
        ["时长3小时以内。"],
        [
            f"{word}企业5万元。"
            for word in [
                "给予",
                "奖励",
                "奖补",
                "资助",
                "补贴",
                "补助",
                "贴息",
                "贷款",
                "罚款",
                "额度",
                "以下",
                "收入",
            ]
        ],
        [
            f"{word}建成基地5个。"
            for word in ["已", "已经", "累计", "去年", "上年", "上一年", "同期"]
        ],
        [
            f"举办5个{word}。"
            for word in ["会", "论坛", "热线", "大赛", "峰会", "攻坚战", "值守", "×3", "x3", "X3"]
        ],
        [f"用5个{word}。" for word in ("月", "日程", "年度", "号码")],
        [
            f"举办{word}5个。"
            for word in [
                "第",
                "－",
                "-",
                "—",
                "～",
                "~",
                "〔",
                "×",
                "x",
                "X",
                "十",
                "+",
                "＋",
                "3至",
                "3到",
            ]
        ],
        ["举办2023 5个。"],
        ["推进5P工程。", "推进5期工程。"],
        ["开展“新增5个”行动。", "学习《建成5个》一文。"],
    ],
)
def test_no_number_is_a_target_that_says_else(texts: list[str]) -> None:
    assert [target.quote for text in texts for target in targets(Measure(text))] == []


@pytest.mark.parametrize(
    "text",
    [
        "走访5家会员单位。",
        "对已开工的新增5个。",
        "对已经立项的新增5个。",
        "给予企业补助5个。",
        "推进5期以上工程。",
        "开展“清零”行动5个。",
        "学习《要点》5次。",
    ],
)
def test_what_looks_like_that_and_is_a_target(text: str) -> None:
    assert only(text).value == 5


def test_targets_side_by_side_are_quoted_each_by_itself() -> None:
    quotes = [target.quote for target in targets(Measure("建设基地5个、站点3个。"))]
    assert quotes == ["建设基地5个", "站点3个"]
    assert only("建设基地、站点5个。").quote == "建设基地、站点5个"
    assert only("建设基地（含站点，场馆）5个。").quote == "建设基地（含站点，场馆）5个"
    assert only("开展“进社区，进学校”活动5次。").quote == "开展“进社区，进学校”活动5次"


def test_what_a_target_is_about_is_told_in_forty_characters() -> None:
    assert only(f"{'某' * 50}5个。").what == "某" * 40
    assert only(f"{'力争' * 25}5个。").what == "力争" * 20
    [deadline] = deadlines(Measure(f"{'力争' * 25}6月底前。"), 2023)
    assert deadline.what == "力争" * 20


def due(text: str, year: int = 2023) -> list[tuple[str, Precision]]:
    found = deadlines(Measure(text), year)
    return [(deadline.due.isoformat(), deadline.precision) for deadline in found]


@pytest.mark.parametrize(
    ("texts", "day", "precision"),
    [
        (["2025-03-05前完成。", "2025/3/5前完成。", "2025.3.5之前完成。"], "2025-03-05", "day"),
        (
            [
                "2025年3月5日前完成。",
                "2025年3月5日之前完成。",
                "2025年3月5日以前完成。",
                "到2025年3月5日完成。",
            ],
            "2025-03-05",
            "day",
        ),
        (
            ["3月5日前完成。", "3月5日以前完成。", "今年3月5日前完成。", "本年3月5日前完成。"],
            "2023-03-05",
            "day",
        ),
        (["明年3月5日前完成。", "次年3月5日前完成。"], "2024-03-05", "day"),
        (["2025-03前完成。", "2025年3月底前完成。", "2025年3月末完成。"], "2025-03-31", "month"),
        (["1月底前完成。"], "2023-01-31", "month"),
        (["12月底前完成。"], "2023-12-31", "month"),
        (
            ["3月底完成。", "到3月建好。", "截至3月建好。", "截止3月建好。"],
            "2023-03-31",
            "month",
        ),
        (["上半年完成。", "上半年前建好。", "上半年之前建好。"], "2023-06-30", "month"),
        (["2025年上半年完成。"], "2025-06-30", "month"),
        (["2025年一季度完成。", "2025年一季度末完成。"], "2025-03-31", "month"),
        (
            ["今年二季度完成。", "二季度前建好。", "二季度内建好。", "二季度末建好。"],
            "2023-06-30",
            "month",
        ),
        (
            ["2025年底建好。", "2025年末建好。", "2025年年底前建好。", "2025年内建好。"],
            "2025-12-31",
            "year",
        ),
        (
            [
                f"{word}建好。"
                for word in ["年内", "今年内", "年底前", "今年底前", "今年年底前", "年末前", "年底"]
            ],
            "2023-12-31",
            "year",
        ),
    ],
)
def test_every_way_to_write_a_date(texts: list[str], day: str, precision: Precision) -> None:
    assert [due(text) for text in texts] == [[(day, precision)]] * len(texts)
    whats = {deadline.what for text in texts for deadline in deadlines(Measure(text), 2023)}
    assert whats <= {"完成", "建好"}


REACHED = "完成 建成 出台 印发 实现 投用 投产 投入 启用 竣工 开工 开通 上线 交付"


def test_what_is_reached_in_a_month_is_due_then() -> None:
    texts = [f"6月{word}。" for word in REACHED.split()]
    texts += [f"6月{word}完成。" for word in ("全面", "全部", "基本", "正式")]
    texts += [f"{word}：6月" for word in ("完成时限", "办理时间", "落实期限", "进度")]
    texts += [f"时限{word}：6月" for word in ("要求", "节点", "安排")]
    assert [due(text) for text in texts] == [[("2023-06-30", "month")]] * len(texts)


@pytest.mark.parametrize(
    "text",
    [
        "13月底前完成。",
        "0月底前完成。",
        "3月0日前完成。",
        "2022年底前完成。",
        "开展“年内清零”行动。",
        "截至6月底，已建成20个。",
        "截止6月底，累计建成20个。",
        "去年底建成。",
    ],
)
def test_what_is_no_date_to_come(text: str) -> None:
    assert due(text) == []


def test_a_date_by_which_things_stand_is_past_only_if_they_do() -> None:
    assert due("截至6月底，建成20个。已通过验收。") == [("2023-06-30", "month")]
    assert due("6月底前，已建成的项目开放。") == [("2023-06-30", "month")]


def test_without_a_year_only_dates_that_state_one_are_known() -> None:
    assert due("6月底前完成。", 0) == due("明年6月底前完成。", 0) == []
    assert due("2025年6月底前完成。", 0) == [("2025-06-30", "month")]


def test_dates_side_by_side_are_limits_if_one_of_them_is() -> None:
    assert due("6月、9月底前。") == [("2023-06-30", "month"), ("2023-09-30", "month")]
    assert due("6月、9月。") == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("6月底前，完成招标，开工。", "完成招标"),
        ("做好准备，完成招标，6月底前。", "完成招标"),
        ("6月底前，力争，完成招标。", "建好基地"),
        ("6月底前。", "建好基地"),
        ("6月底前完成招标到。", "完成招标"),
    ],
)
def test_what_a_date_is_for(text: str, what: str) -> None:
    [deadline] = deadlines(Measure(text), 2023, "建好基地")
    assert deadline.what == what
