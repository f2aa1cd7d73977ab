import pytest

from plan_cli.notes.asides import claim, is_mute, is_time, states_first, states_standing
from plan_cli.notes.grammar import read_note


@pytest.mark.parametrize(
    "words",
    [
        "列第一位的为牵头单位",
        "排在首位的单位为主办单位",
        "排名第一的，为牵头单位",
        "列在最前面的部门负总责",
        "列在最前的是主责部门",
        "第一责任单位均为牵头单位",
        "上述任务排在第一位的责任单位为牵头单位，牵头单位要制定计划",
        "第一个承办单位作为主办单位",
        "首位者都为牵头者",
        "各项任务由第一位单位牵头",
        "第一家单位牵头，其他单位配合",
    ],
)
def test_the_first_leads_in_whatever_words(words: str) -> None:
    assert states_first(words)


@pytest.mark.parametrize("words", ["坚持人才第一", "第一季度由市财政局牵头", "首次由市教育局牵头"])
def test_first_things_of_other_kinds(words: str) -> None:
    assert not states_first(words)


@pytest.mark.parametrize(
    "words",
    [
        "各区政府均需落实，不再列出",
        "均需各地区负责，不再单独列出",
        "不再逐一列明",
        "不一一列示",
        "未逐项列入",
        "不另行注明",
        "不分别标明",
        "不再重复标注",
        "不再赘述",
    ],
)
def test_who_is_left_out_from_here_on(words: str) -> None:
    assert states_standing(words)
    note = f"市教育局负责。以下任务{words}"
    assert list(read_note(note).responsible.named) == ["市教育局"]
    assert read_note(note).standing == f"以下任务{words}"


@pytest.mark.parametrize(
    "tasks",
    ["以下任务", "以上任务", "下列事项", "后续任务", "其余任务", "其他任务", "其它任务",
     "本方案任务", "上述事项", "各项任务", "涉及基层的任务"],
)  # fmt: skip
def test_a_remark_on_other_tasks_runs_to_its_end(tasks: str) -> None:
    reading = read_note(f"市教育局，{tasks}，各区政府均需落实，不再列出；市财政局")
    assert reading.responsible.named == ("市教育局", "市财政局")
    assert reading.responsible.collectives == ()


@pytest.mark.parametrize(
    "words",
    [
        "2025年6月底前完成",
        "到2025年底",
        "今年年底前",
        "每年12月",
        "每月开展",
        "每季度",
        "6月底前",
        "上半年",
        "第三季度",
        "四季度完成",
        "季度末",
        "年底前完成",
        "年内",
        "月底",
        "全年",
        "持续推进",
        "长期坚持",
        "长期任务",
        "持续工作",
        "常态化开展",
        "分阶段实施",
        "分步实施",
        "按季度落实",
        "按月推进",
        "适时开展",
        "立即执行",
        "即时完成",
        "拟安排 5 月",
        "逐年完成",
        "贯穿全年",
        "即日起至年底",
        "汛期前完成",
        "按序时进度推进",
        "按照时间节点完成",
        "按计划实施",
        "十月底前",
    ],
)
def test_times(words: str) -> None:
    assert is_time(words)
    reading = read_note(f"市教育局，{words}")
    assert list(reading.responsible.named) == ["市教育局"]
    assert reading.times == (words,)


@pytest.mark.parametrize("name", ["市教育局", "月坛街道", "季华实验室", "常州市政府"])
def test_names_that_only_begin_like_a_time(name: str) -> None:
    assert not is_time(name)


@pytest.mark.parametrize(
    "words",
    ["下同", "以下均同", "以下简称市教育局", "排名不分先后", "不分先后", "按职责分工",
     "按照职责分工", "名单附后", "以上各单位按要求报送", "上述责任部门各负其责"],
)  # fmt: skip
def test_words_that_name_no_one(words: str) -> None:
    assert is_mute(words)
    assert list(read_note(f"市教育局、市财政局，{words}").responsible.named) == [
        "市教育局",
        "市财政局",
    ]


@pytest.mark.parametrize(
    ("words", "who", "leads"),
    [
        ("其中，市教育局为牵头单位", "市教育局", True),
        ("市教育局是第一主办部门", "市教育局", True),
        ("市教育局、市财政局均为责任单位", "市教育局、市财政局", False),
        ("市财政局作为配合单位", "市财政局", False),
    ],
)
def test_claims(words: str, who: str, leads: bool) -> None:
    assert claim(words) == (who, leads)


def test_a_claim_tells_the_lead_of_a_unit_named_before() -> None:
    reading = read_note("责任单位：市财政局、市教育局（市教育局为牵头单位）")
    assert reading.responsible.named == ("市财政局", "市教育局")
    assert reading.responsible.lead == ("市教育局",)
    reading = read_note("责任单位：市财政局、市教育局，其中市教育局为牵头单位")
    assert reading.responsible.named == ("市财政局", "市教育局")
    assert reading.responsible.lead == ("市教育局",)
