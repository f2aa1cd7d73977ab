import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_cli.notes.grammar import read_note
from plan_cli.notes.labels import Part, label_part
from plan_cli.notes.said import Reading

NAMED = [
    ("责任部门：科普部、办公室", ["科普部", "办公室"]),
    ("责任部门:科普部,办公室;调研宣传部", ["科普部", "办公室", "调研宣传部"]),
    ("责任部内：科普部、办公室", ["科普部", "办公室"]),
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
    ("责任单位：●市教育局、★市财政局", ["市教育局", "市财政局"]),
    ("市教育局*、市财政局", ["市教育局", "市财政局"]),
    ("责任单位及责任人：市教育局、青少年活动阵地", ["市教育局", "青少年活动阵地"]),
    ("牵头和配合单位：市教育局", ["市教育局"]),
    ("牵头及配合单位：市教育局", ["市教育局"]),
    ("牵头与配合单位：市教育局", ["市教育局"]),
    ("牵头/配合单位：市教育局", ["市教育局"]),
    ("责任单位和配合单位：市教育局", ["市教育局"]),
    ("责任单位及配合单位：市教育局", ["市教育局"]),
    ("责任单位与配合单位：市教育局", ["市教育局"]),
    ("责任单位/配合单位：市教育局", ["市教育局"]),
    ("责任单位、配合单位：市教育局", ["市教育局"]),
    ("责任处室 办公室、人事处", ["办公室", "人事处"]),
    ("责任科室为办公室、财务科", ["办公室", "财务科"]),
    ("（责任单位：市教育局、市财政局", ["市教育局", "市财政局"]),
    ("（责任单位：市教育局（市体育局）、市财政局", ["市教育局（市体育局）", "市财政局"]),
    ("（省）教育厅、财政厅", ["（省）教育厅", "财政厅"]),
    ("市文旅局 （市体育局）、市财政局", ["市文旅局 （市体育局）", "市财政局"]),
    ("责任单位：甲教育局、乙财政局）。", ["甲教育局", "乙财政局"]),
    ("责任单位：（甲教育局、乙财政局", ["甲教育局", "乙财政局"]),
    ("（责任单位：甲教育局、乙财政局（乙国资委）", ["甲教育局", "乙财政局（乙国资委）"]),
    ("市教育局、市财政局（市国资委", ["市教育局", "市财政局（市国资委"]),
    ("市文旅局（市体育局和市文物局）", ["市文旅局（市体育局和市文物局）"]),
    ("责任单位：市发展 改革委、市财政局", ["市发展 改革委", "市财政局"]),
    ("市教育局主要负责人、市财政局", ["市教育局主要负责人", "市财政局"]),
    ("牵头负责的市财政局", ["牵头负责的市财政局"]),
    ("市等离子体研究所、市财政局", ["市等离子体研究所", "市财政局"]),
    ("责任领导：张三 责任单位：市教育局", ["市教育局"]),
    ("责任单位：市委 宣传部、市财政局", ["市委 宣传部", "市财政局"]),
    ("责任单 位：市教育局", ["市教育局"]),
    ("市级责任单位：市教育局", ["市教育局"]),
    ("其他责任单位：市教育局", ["市教育局"]),
    ("责任单位（部门）：市教育局", ["市教育局"]),
    ("责任单位为市教育局", ["市教育局"]),
    ("责任部门是市教育局", ["市教育局"]),
    ("责任单位及责任人：市教育局、张三", ["市教育局"]),
    ("市教育局（下同）", ["市教育局"]),
    ("市教育局（以下简称教育局）负责", ["市教育局"]),
    ("市教育局等5家单位", ["市教育局"]),
    ("市教育局、高等院校负责", ["市教育局", "高等院校"]),
    ("市教育局负责资金保障，市财政局负责统筹", ["市教育局", "市财政局"]),
    ("市教育局负责相关工作", ["市教育局"]),
    ("市教育局负责贯彻落实", ["市教育局"]),
    ("市公安局联合市交通局负责", ["市公安局", "市交通局"]),
    ("市公安局、市交通局联合承办", ["市公安局", "市交通局"]),
    ("市公安局协同市交通局负责", ["市公安局", "市交通局"]),
    ("市委宣传部暨市文明办", ["市委宣传部", "市文明办"]),
    ("市教育局与市财政局负责", ["市教育局", "市财政局"]),
    ("请市教育局负责", ["市教育局"]),
    ("市教育局会同青少年活动阵地负责", ["市教育局", "青少年活动阵地"]),
    ("市教育局以及青少年活动阵地", ["市教育局", "青少年活动阵地"]),
    ("市科协联合会、市教育局", ["市科协联合会", "市教育局"]),
    ("市供销合作社联合社、市教育局", ["市供销合作社联合社", "市教育局"]),
    ("市科协联合会办公室、市教育局", ["市科协联合会办公室", "市教育局"]),
    ("责任单位：市妇联 市科协 市总工会", ["市妇联", "市科协", "市总工会"]),
    ("责任部门：工会 团委 综合办公室", ["工会", "团委", "综合办公室"]),
    ("急诊医学科 骨科 肾内科、儿科 眼科", ["急诊医学科", "骨科", "肾内科", "儿科", "眼科"]),
    ("主要由市教育局负责", ["市教育局"]),
    ("市教育局（责任人：张三）、市财政局", ["市教育局", "市财政局"]),
    ("市委组织部组织", ["市委组织部"]),
    ("市科协办公室、市政协办公厅、市残联办公室", ["市科协办公室", "市政协办公厅", "市残联办公室"]),
    ("责任单位：市教育局　市财政局、市人社局", ["市教育局", "市财政局", "市人社局"]),
    ("市教育局按职责分工、市财政局结合实际负责", ["市教育局", "市财政局"]),
    ("市教育局在职责范围内抓好落实", ["市教育局"]),
    ("市教育局按照要求落实", ["市教育局"]),
    ("市教育局具体组织实施", ["市教育局"]),
    ("市教育局、市财政局各自负责", ["市教育局", "市财政局"]),
    ("教务处、实验室与设备管理处", ["教务处", "实验室与设备管理处"]),
    ("市科协（市工程师协会）", ["市科协（市工程师协会）"]),
    ("市住建局起草，6月提请审议", ["市住建局"]),
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
    ("各省辖市、济源市人民政府", ["各省辖市、济源市人民政府"]),
    ("各县、区教育局", ["各县、区教育局"]),
    ("各市、县教育局", ["各市、县教育局"]),
    ("各市、县（市、区）教育局", ["各市、县（市、区）教育局"]),
    ("各牵头单位、配合单位", ["各牵头单位、配合单位"]),
    ("各牵头部门及配合部门", ["各牵头部门及配合部门"]),
    ("各地级以上市人民政府结合实际落实", ["各地级以上市人民政府"]),
    ("地方各级人民政府负责", ["地方各级人民政府"]),
    ("相关部门按职责分工落实", ["相关部门"]),
    ("配合单位：各医联体牵头医院", ["各医联体牵头医院"]),
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
    ("各市、省教育厅", ["省教育厅"], ["各市"]),
    ("各设区市人民政府、某某实验区管委会", ["某某实验区管委会"], ["各设区市人民政府"]),
    ("市商务局和各区人民政府负责", ["市商务局"], ["各区人民政府"]),
    ("市商务局和各区县负责", ["市商务局"], ["各区县"]),
    ("财政部等和海南省负责", ["财政部", "海南省"], []),
    ("财政部等责任部门和海关总署负责", ["财政部", "海关总署"], ["责任部门"]),
    ("各区人民政府等单位和市财政局负责", ["市财政局"], ["各区人民政府"]),
    ("教育部会同有关部门负责", ["教育部"], ["有关部门"]),
    ("省科技馆，机关各部室", ["省科技馆"], ["机关各部室"]),
    ("教育部、科技部等有关部门和地方", ["教育部", "科技部"], ["有关部门和地方"]),
    ("市教育局等市级部门负责", ["市教育局"], ["市级部门"]),
    ("市教育局等部门和各区县政府负责", ["市教育局"], ["各区县政府"]),
    ("责任单位：市教育局 各区", ["市教育局"], ["各区"]),
    ("各区、各街道和市财政局", ["市财政局"], ["各区", "各街道"]),
    ("市教育局会同有关部门和各区政府负责", ["市教育局"], ["有关部门", "各区政府"]),
    ("各高校科协、市科协", ["市科协"], ["各高校科协"]),
    ("各有关部门和市教育局负责", ["市教育局"], ["各有关部门"]),
    ("各部门（单位）和市教育局", ["市教育局"], ["各部门（单位）"]),
    ("各市、市教育局", ["市教育局"], ["各市"]),
    ("各省、市，某某试验区管委会", ["某某试验区管委会"], ["各省、市"]),
    ("市教育局牵头，组织实施", ["市教育局"], []),
    ("市发改委牵头市财政局等配合", ["市发改委", "市财政局"], []),
    ("市发改委牵头各区政府配合", ["市发改委"], ["各区政府"]),
    ("各区政府牵头、乡镇政府配合", [], ["各区政府", "乡镇政府"]),
    ("市教育局，以上单位按要求报送，各区配合", ["市教育局"], ["各区"]),
    ("各市人民政府，国家某某局", ["国家某某局"], ["各市人民政府"]),
    ("战略发展部 各部门 各子公司", ["战略发展部"], ["各部门", "各子公司"]),
    ("工会、团委牵头，各级党组织落实", ["工会", "团委"], ["各级党组织"]),
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
    ("主办：市委编制委员会办公室；会办：市财政局", ["市委编制委员会办公室"], ["市财政局"]),
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
    ("牵头（责任）单位：市教育局，配合（协助）单位：市财政局", ["市教育局"], ["市财政局"]),
    ("第一责任单位：市教育局；责任单位：市财政局", ["市教育局"], []),
    ("牵头和配合单位：市教育局", [], []),
    ("牵头：市教育局；配合：市财政局", ["市教育局"], ["市财政局"]),
    ("市教育局（主办单位）、市财政局（协助）", ["市教育局"], ["市财政局"]),
    ("市商务局（牵头抓总）、市财政局", ["市商务局"], []),
    ("市商务局抓总，市财政局协作", ["市商务局"], ["市财政局"]),
    ("市商务局主抓，市财政局参与", ["市商务局"], ["市财政局"]),
    ("市教育局为牵头单位，市财政局为协办部门", ["市教育局"], ["市财政局"]),
    ("市科协协办，市教育局主办", ["市教育局"], ["市科协"]),
    ("市发改委牵头，并由市财政局配合", ["市发改委"], ["市财政局"]),
    ("市发改委牵头，并会同市财政局负责", ["市发改委"], []),
    ("市发改委牵头，和市财政局配合", ["市发改委"], ["市财政局"]),
    ("市发改委总牵头，市财政局协助", ["市发改委"], ["市财政局"]),
    ("市发改委、市财政局双牵头", ["市发改委", "市财政局"], []),
    ("市水利局牵头，市教育局配合，按序时进度推进", ["市水利局"], ["市教育局"]),
    ("市民政局（长护险由市医保局牵头）、市财政局", ["市医保局"], []),
    ("牵头单位：县文旅局；成员单位：县文化馆", ["县文旅局"], []),
]


@pytest.mark.parametrize(("text", "lead", "support"), PARTS, ids=[text for text, *_ in PARTS])
def test_who_leads_and_who_supports(text: str, lead: list[str], support: list[str]) -> None:
    responsible = read_note(text).responsible
    assert (list(responsible.lead), list(responsible.support)) == (lead, support)


def led_by_first(text: str) -> Reading:
    reading = read_note(text)
    return reading.with_leading(reading.first)


def test_the_first_leads_where_an_earlier_note_said_so() -> None:
    alone = led_by_first("商务部、海关总署负责")
    assert alone.responsible.lead == ("商务部",)
    both = led_by_first("商务部、海关总署牵头负责")
    assert both.responsible.lead == ("商务部", "海关总署")
    behind = led_by_first("配合单位：市水利局；责任单位：市教育局、市体育局")
    assert behind.responsible.lead == ("市教育局",)
    for said in ("市教育局配合，各区政府牵头", "责任单位：——", "配合单位：市教育局、市财政局"):
        assert led_by_first(said) == read_note(said)


def test_a_collective_that_leads_stays_a_collective() -> None:
    reading = read_note("各区政府牵头，市财政局、有关部门配合")
    assert reading.responsible.lead == ("各区政府",)
    assert reading.responsible.collectives == ("各区政府", "有关部门")
    assert reading.responsible.named == ("市财政局",)
    assert reading.responsible.support == ("市财政局", "有关部门")


def test_what_a_note_says_besides() -> None:
    reading = read_note("责任单位：市科技局，各区政府。以下任务均需各区政府落实，不再单独列出")
    assert reading.standing == "以下任务均需各区政府落实，不再单独列出"
    assert reading.responsible.collectives == ("各区政府",)
    assert read_note("市教育局等负责").open_list
    assert not read_note("市教育局负责").open_list
    assert read_note("责任人：张三；责任单位：县商务局").persons == ("张三",)
    assert read_note("市教育局，2025年6月底前完成").times == ("2025年6月底前完成",)
    assert read_note("教育部会同财政部负责").jointly
    assert not read_note("教育部牵头会同财政部负责").jointly
    assert read_note("市教育局等5家单位").open_list
    assert read_note("责任单位及责任人：市教育局、张三").persons == ("张三",)
    assert read_note("市教育局（责任人：张三）").persons == ("张三",)
    assert read_note("市教育局（完成时限：6月底）").times == ("6月底",)
    assert read_note("市教育局，完成时限：6月底前").times == ("6月底前",)
    assert read_note("市教育局（牵头单位：市财政局）").times == ()
    assert read_note("市教育局，以下任务由各区落实，6月底前完成，不再列出").times == ()
    assert read_note("责任单位：——、5").empty
    assert read_note("各区政府、市财政局，列第一位的为牵头单位").responsible.lead == ("各区政府",)


@pytest.mark.parametrize(
    "words",
    ["含市体育局", "包括市体育局", "包含市体育局", "不含学校", "除学校外", "下同",
     "以下简称教育局", "按职责", "指机关", "即教委", "注：机关", "排名第一", "列第一位",
     "牵头抓总", "负责统筹", "主要统筹"],
)  # fmt: skip
def test_a_bracket_that_explains_is_no_part_of_a_name(words: str) -> None:
    named = read_note(f"市教育局（{words}）、市财政局").responsible.named
    assert named == ("市教育局", "市财政局")
    assert read_note(f"各区（{words}）、市财政局").responsible.collectives == ("各区",)


@pytest.mark.parametrize("name", ["开展一系列丰富多彩的宣传", "市" + "某" * 30 + "局"])
def test_names_that_hardly_are_names_are_told(name: str) -> None:
    assert read_note(f"市教育局、{name}").doubtful == (name,)


@pytest.mark.parametrize("name", ["青少年活动阵地和讲坛", "市" + "某" * 28 + "局"])
def test_names_may_be_long_or_unlike_others(name: str) -> None:
    assert read_note(f"市教育局、{name}").doubtful == ()


def test_a_column_can_say_the_part() -> None:
    assert read_note("市发改委", Part.LEAD).responsible.lead == ("市发改委",)
    assert read_note("市财政局、各区政府", Part.SUPPORT).responsible.support == (
        "市财政局",
        "各区政府",
    )


@pytest.mark.parametrize(
    ("label", "part"),
    [
        ("牵头单位", Part.LEAD),
        ("主办部门", Part.LEAD),
        ("责任单位", Part.PLAIN),
        ("配合单位", Part.SUPPORT),
        ("协办单位", Part.SUPPORT),
        ("会办单位", Part.SUPPORT),
        ("牵头及配合单位", Part.PLAIN),
        ("责任领导", Part.PERSON),
        ("责任人", Part.PERSON),
        ("责任同志", Part.PERSON),
        ("责任单位负责人", Part.PLAIN),
        ("责任单位（牵头）", Part.LEAD),
        ("责任单位（配合单位）：", Part.SUPPORT),
        ("责任单位（加▲为牵头单位）", Part.PLAIN),
        ("责任单位（牵头、配合）", Part.PLAIN),
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
    everybody = {*reading.responsible.named, *reading.responsible.collectives}
    assert {*reading.responsible.lead, *reading.responsible.support} <= everybody


@pytest.mark.parametrize(
    "phrase",
    [
        *("省级行业主管部门", "在温高校", "全市各级党组织", "市直部门", "省级部门", "县级政府"),
        *("市属高校", "驻温部队", "事发地政府", "用人单位", "各级发展改革部门"),
        *("全市各级科协组织", "各级工会组织"),
    ],
)
def test_collectives_without_a_quantifier_of_their_own(phrase: str) -> None:
    responsible = read_note(f"市教育局，{phrase}").responsible
    assert (responsible.named, responsible.collectives) == (("市教育局",), (phrase,))


@pytest.mark.parametrize(
    ("text", "named", "full"),
    [
        (
            "杭州市、宁波市、湖州市人民政府，省发改委",
            ("杭州市", "宁波市", "湖州市人民政府", "省发改委"),
            (("杭州市", "杭州市人民政府"), ("宁波市", "宁波市人民政府")),
        ),
        (
            "越秀区、海珠区和天河区政府",
            ("越秀区", "海珠区", "天河区政府"),
            (("越秀区", "越秀区政府"), ("海珠区", "海珠区政府")),
        ),
        (
            "省科技馆、郑州、洛阳和开封市科协，省农学会",
            ("省科技馆", "郑州", "洛阳", "开封市科协", "省农学会"),
            (("郑州", "郑州市科协"), ("洛阳", "洛阳市科协")),
        ),
        (
            "县住建、交通、水利局，县公安局",
            ("县住建", "交通", "水利局", "县公安局"),
            (("县住建", "县住建局"), ("交通", "县交通局"), ("水利局", "县水利局")),
        ),
        (
            "市发展改革和财政局、团市委",
            ("市发展改革和财政局", "团市委"),
            (),
        ),
        ("县财政、县住建局", ("县财政", "县住建局"), ()),
        ("县财政、住建部门", ("县财政", "住建部门"), ()),
        ("县财政局、住建局", ("县财政局", "住建局"), ()),
        ("市妇联、开封市科协", ("市妇联", "开封市科协"), ()),
        ("天津市和平区政府、市教育局", ("天津市和平区政府", "市教育局"), ()),
        ("各区、天河区政府", ("天河区政府",), ()),
    ],
)
def test_an_organ_behind_the_last_of_several_places_is_that_of_each(
    text: str, named: tuple[str, ...], full: tuple[tuple[str, str], ...]
) -> None:
    reading = read_note(text)
    assert reading.responsible.named[: len(named)] == named
    assert reading.full_names == full


def test_who_has_a_part_of_it_is_named_behind_whose_it_is() -> None:
    reading = read_note("市民政局（长护险由市医保局牵头）、市财政局").responsible
    assert reading.named == ("市民政局", "市医保局", "市财政局")
    nobody = read_note("市教育局（日常工作由专人负责）、市财政局").responsible
    assert nobody.named == ("市教育局（日常工作由专人负责）", "市财政局")


def test_each_may_have_its_own_share_of_what_the_column_says() -> None:
    reading = read_note("县城市管理局 县公安局（分别办理）", Part.LEAD)
    assert reading.responsible.named == ("县城市管理局", "县公安局")
    assert reading.responsible.lead == reading.responsible.named


def test_what_closes_several_measures_names_no_measure() -> None:
    responsible = read_note("以上各项工作由市委党校牵头，市档案馆配合").responsible
    assert (responsible.named, responsible.lead) == (("市委党校", "市档案馆"), ("市委党校",))


def test_an_office_of_the_district_is_none_of_the_streets() -> None:
    responsible = read_note("各街道（镇）、区民政局").responsible
    assert (responsible.named, responsible.collectives) == (("区民政局",), ("各街道（镇）",))


def test_the_branches_of_the_party_belong_to_one_class() -> None:
    responsible = read_note("各机关党委、党总支、直属党支部").responsible
    assert responsible.collectives == ("各机关党委、党总支、直属党支部",)


def test_a_zone_behind_the_governments_of_a_class_is_one_unit() -> None:
    responsible = read_note("各县（市、区）政府、高新区管委会，市商务局加强指导").responsible
    assert responsible.collectives == ("各县（市、区）政府",)
    assert responsible.named == ("高新区管委会", "市商务局")
    assert read_note("各县（市、区）、高新区管委会").responsible.named == ()


def test_units_stand_in_brackets_behind_who_answers_for_them() -> None:
    reading = read_note("责任人：李静（宣传部）、吴梅（组织部、办公室）；责任领导：张三（县委办）")
    assert reading.responsible.named == ("宣传部", "组织部", "办公室")
    assert reading.persons == ("李静", "吴梅", "张三（县委办）")


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("分工：县水利局负责水库、河道检查；县林业局负责指导清理", ["县水利局", "县林业局"]),
        ("县商务局负责物资采购、轮换和调拨，县财政局配合", ["县商务局", "县财政局"]),
        ("县武装部负责组织民兵应急队；县医院负责组建医疗队", ["县武装部", "县医院"]),
        ("县教育局负责校园安全、县医院负责救治", ["县教育局", "县医院"]),
        ("县委办负责组织部署、县妇联、县科协配合", ["县委办", "县妇联", "县科协"]),
    ],
)
def test_what_someone_does_is_no_unit(text: str, units: list[str]) -> None:
    assert list(read_note(text).responsible.named) == units
