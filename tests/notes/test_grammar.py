import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_cli.notes.grammar import read_note
from plan_cli.notes.labels import Part, label_part

NAMED = [
    ("责任部门：科普部、办公室", ["科普部", "办公室"]),
    ("责任单位:市数据局,市经信局", ["市数据局", "市经信局"]),
    ("教育部、财政部负责", ["教育部", "财政部"]),
    ("文化和旅游部、工业和信息化部负责", ["文化和旅游部", "工业和信息化部"]),
    ("国家能源局和国家林草局负责", ["国家能源局", "国家林草局"]),
    ("住房和城乡建设部和财政部负责", ["住房和城乡建设部", "财政部"]),
    ("市教育局、市财政局及市人社局", ["市教育局", "市财政局", "市人社局"]),
    ("市教育局、市财政局以及市人社局", ["市教育局", "市财政局", "市人社局"]),
    (
        "市规划和自然资源局、市政务服务和数据管理局",
        ["市规划和自然资源局", "市政务服务和数据管理局"],
    ),
    ("市交通委（市道运局）、市公安局", ["市交通委（市道运局）", "市公安局"]),
    ("市委宣传部（市新闻出版局、市版权局）负责", ["市委宣传部（市新闻出版局、市版权局）"]),
    ("省工商业联合会、省残疾人联合会、省总工会", ["省工商业联合会", "省残疾人联合会", "省总工会"]),
    ("省高级人民法院、省教育厅高等教育处", ["省高级人民法院", "省教育厅高等教育处"]),
    ("市教育局等5部门负责", ["市教育局"]),
    ("市教育局等单位按职责分工负责", ["市教育局"]),
    ("省科技厅、工业和信息化厅按职责分工负责", ["省科技厅", "工业和信息化厅"]),
    ("市委组织部、市委社会工作部", ["市委组织部", "市委社会工作部"]),
    ("责任单位：市发改委 市财政局 市教育局", ["市发改委", "市财政局", "市教育局"]),
    ("责任单位：市 发改委、市财政局", ["市 发改委", "市财政局"]),
    ("市发改委，市科技局，2025年6月底前完成", ["市发改委", "市科技局"]),
    ("市发改委、市科技局；持续推进", ["市发改委", "市科技局"]),
    ("责任领导：张三；责任单位：县商务局；责任人：李四", ["县商务局"]),
    ("责任单位：市财政局；完成时限：2025年12月底", ["市财政局"]),
    ("市发展改革委会同市财政局负责", ["市发展改革委", "市财政局"]),
    ("由市发展改革委负责", ["市发展改革委"]),
    ("责任单位：团市委、市妇联/市科协", ["团市委", "市妇联", "市科协"]),
    ("人民银行某省分行、某省金融监管局", ["人民银行某省分行", "某省金融监管局"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "named"), NAMED, ids=[text for text, _ in NAMED])
def test_units(text: str, named: list[str]) -> None:
    responsible = read_note(text).responsible
    assert list(responsible.named) == named
    assert responsible.collectives == ()
    assert responsible.lead == ()


COLLECTIVES = [
    (
        "责任部门：机关各部室和各直属事业单位，各全省学会",
        ["机关各部室和各直属事业单位", "各全省学会"],
    ),
    ("机关有关部室和直属事业单位", ["机关有关部室和直属事业单位"]),
    ("各省辖市和济源示范区科协", ["各省辖市和济源示范区科协"]),
    ("各高校科协、企业科协、医疗卫生机构科协", ["各高校科协、企业科协、医疗卫生机构科协"]),
    ("各省、自治区、直辖市人民政府", ["各省、自治区、直辖市人民政府"]),
    ("各市、县（市、区）人民政府负责", ["各市、县（市、区）人民政府"]),
    ("各县（市、区），市直有关部门", ["各县（市、区）", "市直有关部门"]),
    ("各地区、各有关部门按职责分工负责", ["各地区", "各有关部门"]),
    ("省有关部门按职责分工负责", ["省有关部门"]),
    ("各有关部门、单位", ["各有关部门、单位"]),
    ("各区人民政府〈含开发区、风景区管委会，下同〉", ["各区人民政府"]),
    ("各区人民政府（含功能区管委会）负责", ["各区人民政府"]),
    ("各基层党组织", ["各基层党组织"]),
    ("各地级以上市人民政府结合实际落实", ["各地级以上市人民政府"]),
    ("地方各级人民政府负责", ["地方各级人民政府"]),
    ("相关部门按职责分工落实", ["相关部门"]),
]


@pytest.mark.parametrize(("text", "phrases"), COLLECTIVES, ids=[text for text, _ in COLLECTIVES])
def test_collectives_stay_whole(text: str, phrases: list[str]) -> None:
    responsible = read_note(text).responsible
    assert list(responsible.collectives) == phrases
    assert responsible.named == ()


MIXED = [
    ("商务部、海关总署等有关部门负责", ["商务部", "海关总署"], ["有关部门"]),
    ("教育部、财政部等和各省级人民政府负责", ["教育部", "财政部"], ["各省级人民政府"]),
    ("市科技局，各区人民政府", ["市科技局"], ["各区人民政府"]),
    ("各区人民政府、市教育局", ["市教育局"], ["各区人民政府"]),
    ("各区、市教育局", ["市教育局"], ["各区"]),
    ("各设区市人民政府、某某实验区管委会", ["某某实验区管委会"], ["各设区市人民政府"]),
    ("市商务局和各区人民政府负责", ["市商务局"], ["各区人民政府"]),
    ("教育部会同有关部门负责", ["教育部"], ["有关部门"]),
    ("省科技馆，机关各部室", ["省科技馆"], ["机关各部室"]),
    ("教育部、科技部等有关部门和地方", ["教育部", "科技部"], ["有关部门和地方"]),
]


@pytest.mark.parametrize(("text", "named", "phrases"), MIXED, ids=[text for text, *_ in MIXED])
def test_units_and_collectives(text: str, named: list[str], phrases: list[str]) -> None:
    responsible = read_note(text).responsible
    assert (list(responsible.named), list(responsible.collectives)) == (named, phrases)


PARTS = [
    ("市发改委牵头，市财政局、市教育局配合", ["市发改委"], ["市财政局", "市教育局"]),
    ("市发改委、市财政局牵头负责", ["市发改委", "市财政局"], []),
    ("市发改委牵头，市财政局、市教育局按职责分工负责", ["市发改委"], []),
    ("市发改委牵头，市财政局等按职责分工负责", ["市发改委"], []),
    ("牵头单位：市发改委；配合单位：市财政局、市教育局", ["市发改委"], ["市财政局", "市教育局"]),
    ("牵头部门:市发改委,配合部门:市财政局", ["市发改委"], ["市财政局"]),
    ("牵头单位：市发改委 配合单位：市财政局", ["市发改委"], ["市财政局"]),
    ("主办：市教育局 协办：市财政局、市人社局", ["市教育局"], ["市财政局", "市人社局"]),
    ("主办单位：市教育局，协办单位：市财政局", ["市教育局"], ["市财政局"]),
    ("市发改委（牵头）、市财政局、市教育局（配合）", ["市发改委"], ["市教育局"]),
    ("由市发改委牵头会同市财政局负责", ["市发改委"], []),
    ("市发改委牵头市财政局、市教育局配合", ["市发改委"], ["市财政局", "市教育局"]),
    ("责任单位：市发改委牵头，市财政局参与", ["市发改委"], ["市财政局"]),
    ("市发改委会同市财政局负责", [], []),
    ("责任单位：市发改委；市财政局牵头", ["市财政局"], []),
    ("教育部负责，列第一位的为牵头单位，下同", ["教育部"], []),
    ("税务总局、财政部负责，排在第一位的部门为牵头部门，下同", ["税务总局"], []),
    ("税务总局、财政部等负责。列第一位者为牵头单位，下同", ["税务总局"], []),
    ("责任单位（列首位的为牵头单位）：市教育局、市体育局", ["市教育局"], []),
]


@pytest.mark.parametrize(("text", "lead", "support"), PARTS, ids=[text for text, *_ in PARTS])
def test_who_leads_and_who_supports(text: str, lead: list[str], support: list[str]) -> None:
    responsible = read_note(text).responsible
    assert (list(responsible.lead), list(responsible.support)) == (lead, support)


def test_the_first_leads_where_an_earlier_note_said_so() -> None:
    alone = read_note("商务部、海关总署负责").with_first_leading()
    assert alone.responsible.lead == ("商务部",)
    both = read_note("商务部、海关总署牵头负责").with_first_leading()
    assert both.responsible.lead == ("商务部", "海关总署")


def test_a_collective_that_leads_is_told_and_stays_a_collective() -> None:
    reading = read_note("各区政府牵头，市财政局配合")
    assert reading.responsible.lead == ()
    assert reading.responsible.collectives == ("各区政府",)
    assert reading.leading_collectives == ("各区政府",)


def test_what_a_note_says_besides() -> None:
    reading = read_note("责任单位：市科技局，各区政府。以下任务均需各区政府落实，不再单独列出")
    assert reading.standing == "以下任务均需各区政府落实，不再单独列出"
    assert reading.responsible.collectives == ("各区政府",)
    assert read_note("市教育局等负责").open_list
    assert not read_note("市教育局负责").open_list
    assert read_note("责任人：张三；责任单位：县商务局").persons == ("张三",)
    assert read_note("市教育局，2025年6月底前完成").times == ("2025年6月底前完成",)
    assert read_note("教育部会同财政部负责").jointly


def test_a_column_can_say_the_part() -> None:
    assert read_note("市发改委", Part.LEAD).responsible.lead == ("市发改委",)
    assert read_note("市财政局、各区政府", Part.SUPPORT).responsible.support == ("市财政局",)


@pytest.mark.parametrize(
    ("label", "part"),
    [
        ("牵头单位", Part.LEAD),
        ("主办部门", Part.LEAD),
        ("责任单位", Part.PLAIN),
        ("配合单位", Part.SUPPORT),
        ("协办单位", Part.SUPPORT),
        ("牵头及配合单位", Part.PLAIN),
        ("责任领导", Part.PERSON),
        ("责任人", Part.PERSON),
        ("完成时限", Part.TIME),
    ],
)
def test_labels(label: str, part: Part) -> None:
    assert label_part(label) is part


@given(
    st.text(
        alphabet="市教育局财政部各区有关单位责任牵头配合负责"
        "和及等、，；。：（）()〈〉 会同第一位下同A1",
        max_size=60,
    )
)
def test_names_stand_in_the_note_in_order(text: str) -> None:
    reading = read_note(text)
    for names in (reading.responsible.named, reading.responsible.collectives):
        start = 0
        for name in names:
            found = text.find(name, start)
            assert found >= 0
            start = found + len(name)
    assert set(reading.responsible.lead) <= set(reading.responsible.named)
    assert set(reading.responsible.support) <= set(reading.responsible.named)
