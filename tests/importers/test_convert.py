"""Whole documents of the kinds that offices write, invented here; the answers typed by hand."""

from typing import NamedTuple

import pytest

from plan_cli.errors import InputError
from plan_cli.importers.convert import convert
from plan_cli.importers.doubts import Cause, Doubt
from plan_cli.importers.reading.lines import Line, Printed
from plan_cli.importers.registry import read_document
from plan_cli.model.plan import Entry, Plan
from plan_cli.planfile.source import Source
from plan_cli.planfile.writing import write_plan
from plan_cli.validation.codes import Severity
from plan_cli.validation.everything import examine


class Answer(NamedTuple):
    """Number, title, lead, named units, collectives."""

    number: str
    title: str | None
    lead: list[str]
    named: list[str]
    collectives: list[str]


def imported(text: str) -> Plan:
    return convert(read_document(text.encode(), "x.txt")).plan


def messages(text: str) -> list[str]:
    return [doubt.message for doubt in convert(read_document(text.encode(), "x.txt")).doubts]


def answer(entry: Entry) -> Answer:
    found = entry.task.responsible
    names = (found.lead, found.named, found.collectives)
    return Answer(entry.task.number, entry.task.title, *map(list, names))


SENTENCES = """\
某省人民政府办公厅关于印发2024年政务公开工作要点的通知
某政办发〔2024〕12号
各市、州人民政府，省政府各部门：
现将《2024年政务公开工作要点》印发给你们，请认真贯彻落实。
某省人民政府办公厅
2024年4月1日
2024年政务公开工作要点
2024年全省政务公开工作的总体要求是：坚持稳中求进。
一、聚焦高质量发展深化公开
1．持续推进涉企政策公开，及时发布减税降费政策，年底前建成政策集中公开平台。（省财政厅、省税务局牵头，省发展改革委等部门和各市州人民政府配合）
2．加强重大项目公开。（省发展改革委负责）
二、聚焦民生
3．做好就业信息公开，促进高校毕业生就业。（省人力资源社会保障厅牵头负责）
4．推进教育、医疗信息公开。（省教育厅、省卫生健康委按职责分工负责）
三、组织实施
各地区、各部门要加强领导。
"""

ARTICLES = """\
某市支持低空经济发展若干措施
为促进低空经济发展，制定以下措施。
第一条 支持企业落户。对新落户企业给予不超过500万元奖励。责任单位：市发展改革委、市财政局
第二条 支持设施建设。对起降点给予补助。责任单位：市交通运输局（市航空办）、各区政府（管委会）
第三条 支持人才引育。一是引进领军人才。二是培养技能人才。责任单位：市委组织部、市人力资源社会保障局
第四条 本措施自发布之日起施行，有效期3年。
"""

NOTE_LINES = """\
某县2025年重点工作任务清单
一、稳增长
（一）实施项目建设攻坚行动
1.推进重点项目建设。全年实施重点项目100个，完成投资50亿元。
牵头单位：县发改局
责任单位：县财政局、县自然资源局，各乡镇（街道）
2.强化招商引资
围绕主导产业开展招商，全年签约项目30个以上。
牵头单位：县招商中心
责任单位：县工信局、县商务局、高新区管委会
（二）扩大消费
3.开展促消费活动。举办购物节。
牵头单位：县商务局
责任单位：县文旅局、县市场监管局
二、惠民生
（三）办好教育
4.新建学校。年内建成中心小学1所。
牵头单位：县教育局
责任单位：县住建局
"""

TABLE = """\
# 2025年重点任务分解表

| 序号 | 重点任务 | 工作举措 | 牵头单位 | 配合单位 | 完成时限 |
|---|---|---|---|---|---|
| 一、科普工作 |  |  |  |  |  |
| 1 | 建设科普基地 | 新建科普基地5个。开展评估。 | 科普部 | 学会部、省科技馆 | 6月底 |
| 2 | 举办科普日活动 | 举办主场活动。 | 科普部 | 各市科协 | 9月底 |
| 二、学会工作 |  |  |  |  |  |
| 3 | 办好年会 | 举办学术年会1次。 | 学会部 | 办公室 | 全年 |
"""

TWO_LISTS = """\
某市科学技术协会文件
某科协〔2023〕5号
关于印发某市科协2023年工作要点和2023年重点任务清单的通知
各县（市、区）科协，机关各科室：
现将有关文件印发给你们。
附件：1.某市科协2023年工作要点
2.某市科协2023年重点任务清单
某市科学技术协会
2023年2月1日
附件1
某市科协2023年工作要点
一、加强思想引领
1.开展主题教育。深入学习。（责任科室：办公室、机关党支部）
2.加强宣传。做好宣传。（责任科室：宣传科）
二、加强科普
3.办好科普活动。办好科普日。（责任科室：科普科，各县（市、区）科协）
附件2
某市科协2023年重点任务清单
1.建成科技馆新馆。（责任单位：市科技馆）
2.成立企业科协10家。（责任科室：学会科，各县（市、区）科协）
"""

WRAPPED = """\
— 1 —
某省深化医改2025年重点工作任务
为深入贯彻落实党中央、国务院决策部署，现就深化医药卫
生体制改革提出以下重点任务。
一、完善分级诊疗
（一）推进紧密型医联体建设。推动优质医疗资源扩容下沉，
到2025年底，全省建成紧密型县域医共体80个以上。（省卫生健
康委、省医保局牵头，省财政厅等配合）
（二）加强基层能力建设。实施基层医疗卫生机构能力提升行
— 2 —
动，每个乡镇建成1所标准化卫生院。（省卫生健康委牵头，省委
编办、省财政厅、省人力资源社会保障厅等按职责分工负责，各
市州人民政府落实）
二、推进药品集采
（三）常态化开展集中带量采购。（省医保局牵头）
"""

LEVELS = """\
某市2024年优化营商环境行动方案
一、总体要求
坚持问题导向。
二、主要任务
（一）提升政务服务
1.推进“高效办成一件事”。一是梳理清单；二是优化流程。责任单位：市政务服务局、市数据局等
2.推行帮办代办。（责任单位：市政务服务局，各区、县政府）
（二）优化法治环境
3.规范涉企执法。推行“扫码入企”，全年入企检查次数下降10%左右。（责任单位：市司法局牵头，各行政执法部门）
三、保障措施
（一）加强组织领导。各级各部门要高度重视。
（二）强化督导。定期通报。
"""

SHARED = """\
2025年市政府工作报告重点任务分工
一、经济发展
1. 地区生产总值增长6%左右。（市发展改革委牵头，各区县配合）
2. 固定资产投资增长8%。（市发展改革委牵头，市住房城乡建设委、市交通局等部门和各区县按职责分工负责）
3. 社会消费品零售总额增长7%。（市商务委牵头，各区县配合）
二、乡村振兴
4. 粮食产量稳定在1000万吨以上。（市农业农村委牵头，各涉农区县配合）
"""

CONVENTION = """\
关于促进服务消费的意见
为促进消费，提出以下意见。
一、挖掘潜力
（一）餐饮住宿消费。提升餐饮服务品质。（商务部、市场监管总局、文化和旅游部按职责分工负责，排在首位的为牵头单位，下同；以下各项工作均需各地区负责，不再列出）
（二）家政服务消费。支持员工制企业。（商务部、国家发展改革委、人力资源社会保障部）
二、激发活力
（三）文化娱乐消费。（文化和旅游部、国家电影局、国家广电总局）
"""


BARE_NAMES = """\
某省人民政府关于促进民营经济发展的若干意见
某政发〔2023〕10号
各市、县（市、区）人民政府，省政府各部门、各直属机构：
为促进民营经济发展壮大，提出如下意见。
一、优化环境
1．破除准入壁垒。清理各类显性和隐性壁垒。（省发展改革委、省市场监管局）
2．落实公平竞争。强化审查。（省市场监管局，各市人民政府）
二、加大支持
3．完善融资支持。增加信用贷款。（人民银行某省分行、某省金融监管局、某省证监局、省财政厅）
4．强化用地保障。（省自然资源厅牵头，各市、县（市、区）人民政府负责）
三、加强领导
5．健全机制。建立联席会议制度。（省有关部门，各市、县（市、区）人民政府）
本意见自2023年10月1日起施行。
某省人民政府
2023年9月1日
"""

DECIMALS = """\
某局2024年重点工作安排
1 基础能力建设
1.1 完善数据平台。建设统一平台1个。责任单位：信息中心、办公室
1.2 强化网络安全。开展演练2次。责任单位：信息中心
2 服务能力建设
2.1 优化窗口服务。推行“一窗通办”。责任单位：政务服务处、各分局
"""

CHAPTERS = """\
某市科技创新“十四五”重点任务分工方案
第一章 总体要求
以科技创新为引领。
第二章 重点任务
第一节 建设平台
（一）建设实验室。新建市级重点实验室10家。〔牵头单位：市科技局，参加单位：市教育局、市财政局〕
（二）建设新型研发机构。引进机构5家。〔牵头单位：市科技局，参加单位：各区人民政府〕
第二节 培育人才
（三）实施英才计划。支持青年人才100名。〔牵头单位：市委组织部、市科技局，参加单位：市人社局等〕
第三章 保障措施
加强组织领导。
"""

INSIDE = """\
关于推进养老服务发展的意见
为推进养老服务发展，提出以下意见：
一、深化改革
（一）建立监管制度。制定监管清单（民政部牵头）。加强协同监管（民政部、市场监管总局、国家消防救援局按职责分工负责）。
（二）减轻负担。落实税费优惠政策（财政部、税务总局、国家发展改革委、市场监管总局按职责分工负责）。
二、拓宽投融资
（三）推动医养结合。鼓励合作共建（国家卫生健康委、民政部、国家中医药局负责）；支持设立医疗机构（国家卫生健康委负责）。
"""

BOLD_LEADS = """\
# 某协会2025年重点工作

**加强党的建设。** 开展主题党日活动12次。

（责任部门：党支部、办公室）

**推进会员服务。** 走访会员单位50家以上。

（责任部门：会员部）

**办好品牌活动。** 举办年会1场、论坛4场。

（责任部门：学术部，各分支机构）
"""

PERSONS = """\
2025年县政府工作报告重点任务分解
一、主要目标
1.地区生产总值增长6.5%以上。
牵头领导：张某某
牵头单位：县发改局
责任单位：县统计局、县工信局，各镇（街道）
2.城镇新增就业3000人以上。
牵头领导：李某某
牵头单位：县人社局
责任单位：各镇（街道）
"""


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (
            SENTENCES,
            [
                Answer(
                    "1",
                    None,
                    ["省财政厅", "省税务局"],
                    ["省财政厅", "省税务局", "省发展改革委"],
                    ["各市州人民政府"],
                ),
                Answer("2", None, [], ["省发展改革委"], []),
                Answer("3", None, ["省人力资源社会保障厅"], ["省人力资源社会保障厅"], []),
                Answer("4", None, [], ["省教育厅", "省卫生健康委"], []),
            ],
        ),
        (
            ARTICLES,
            [
                Answer("1", "支持企业落户。", [], ["市发展改革委", "市财政局"], []),
                Answer(
                    "2",
                    "支持设施建设。",
                    [],
                    ["市交通运输局（市航空办）"],
                    ["各区政府（管委会）"],
                ),
                Answer("3", "支持人才引育。", [], ["市委组织部", "市人力资源社会保障局"], []),
            ],
        ),
        (
            NOTE_LINES,
            [
                Answer(
                    "1",
                    "推进重点项目建设。",
                    ["县发改局"],
                    ["县发改局", "县财政局", "县自然资源局"],
                    ["各乡镇（街道）"],
                ),
                Answer(
                    "2",
                    "强化招商引资",
                    ["县招商中心"],
                    ["县招商中心", "县工信局", "县商务局", "高新区管委会"],
                    [],
                ),
                Answer(
                    "3",
                    "开展促消费活动。",
                    ["县商务局"],
                    ["县商务局", "县文旅局", "县市场监管局"],
                    [],
                ),
                Answer("4", "新建学校。", ["县教育局"], ["县教育局", "县住建局"], []),
            ],
        ),
        (
            TABLE,
            [
                Answer("1", "建设科普基地", ["科普部"], ["科普部", "学会部", "省科技馆"], []),
                Answer("2", "举办科普日活动", ["科普部"], ["科普部"], ["各市科协"]),
                Answer("3", "办好年会", ["学会部"], ["学会部", "办公室"], []),
            ],
        ),
        (
            TWO_LISTS,
            [
                Answer("1", "开展主题教育。", [], ["办公室", "机关党支部"], []),
                Answer("2", "加强宣传。", [], ["宣传科"], []),
                Answer("3", "办好科普活动。", [], ["科普科"], ["各县（市、区）科协"]),
                Answer("1", None, [], ["市科技馆"], []),
                Answer("2", None, [], ["学会科"], ["各县（市、区）科协"]),
            ],
        ),
        (
            WRAPPED,
            [
                Answer(
                    "1",
                    "推进紧密型医联体建设。",
                    ["省卫生健康委", "省医保局"],
                    ["省卫生健康委", "省医保局", "省财政厅"],
                    [],
                ),
                Answer(
                    "2",
                    "加强基层能力建设。",
                    ["省卫生健康委"],
                    ["省卫生健康委", "省委编办", "省财政厅", "省人力资源社会保障厅"],
                    ["各市州人民政府"],
                ),
                Answer("3", "常态化开展集中带量采购。", ["省医保局"], ["省医保局"], []),
            ],
        ),
        (
            LEVELS,
            [
                Answer("1", "推进“高效办成一件事”。", [], ["市政务服务局", "市数据局"], []),
                Answer("2", "推行帮办代办。", [], ["市政务服务局"], ["各区、县政府"]),
                Answer("3", "规范涉企执法。", ["市司法局"], ["市司法局"], ["各行政执法部门"]),
            ],
        ),
        (
            SHARED,
            [
                Answer("1", None, ["市发展改革委"], ["市发展改革委"], ["各区县"]),
                Answer(
                    "2",
                    None,
                    ["市发展改革委"],
                    ["市发展改革委", "市住房城乡建设委", "市交通局"],
                    ["各区县"],
                ),
                Answer("3", None, ["市商务委"], ["市商务委"], ["各区县"]),
                Answer("4", None, ["市农业农村委"], ["市农业农村委"], ["各涉农区县"]),
            ],
        ),
        (
            CONVENTION,
            [
                Answer(
                    "1",
                    "餐饮住宿消费。",
                    ["商务部"],
                    ["商务部", "市场监管总局", "文化和旅游部"],
                    [],
                ),
                Answer(
                    "2",
                    "家政服务消费。",
                    ["商务部"],
                    ["商务部", "国家发展改革委", "人力资源社会保障部"],
                    [],
                ),
                Answer(
                    "3",
                    "文化娱乐消费。",
                    ["文化和旅游部"],
                    ["文化和旅游部", "国家电影局", "国家广电总局"],
                    [],
                ),
            ],
        ),
        (
            BARE_NAMES,
            [
                Answer("1", "破除准入壁垒。", [], ["省发展改革委", "省市场监管局"], []),
                Answer("2", "落实公平竞争。", [], ["省市场监管局"], ["各市人民政府"]),
                Answer(
                    "3",
                    "完善融资支持。",
                    [],
                    ["人民银行某省分行", "某省金融监管局", "某省证监局", "省财政厅"],
                    [],
                ),
                Answer(
                    "4",
                    "强化用地保障。",
                    ["省自然资源厅"],
                    ["省自然资源厅"],
                    ["各市、县（市、区）人民政府"],
                ),
                Answer("5", "健全机制。", [], [], ["省有关部门", "各市、县（市、区）人民政府"]),
            ],
        ),
        (
            DECIMALS,
            [
                Answer("1-1", "完善数据平台。", [], ["信息中心", "办公室"], []),
                Answer("1-2", "强化网络安全。", [], ["信息中心"], []),
                Answer("2-1", "优化窗口服务。", [], ["政务服务处"], ["各分局"]),
            ],
        ),
        (
            CHAPTERS,
            [
                Answer("1", "建设实验室。", ["市科技局"], ["市科技局", "市教育局", "市财政局"], []),
                Answer("2", "建设新型研发机构。", ["市科技局"], ["市科技局"], ["各区人民政府"]),
                Answer(
                    "3",
                    "实施英才计划。",
                    ["市委组织部", "市科技局"],
                    ["市委组织部", "市科技局", "市人社局"],
                    [],
                ),
            ],
        ),
        (
            INSIDE,
            [
                Answer(
                    "1",
                    "建立监管制度。",
                    ["民政部"],
                    ["民政部", "市场监管总局", "国家消防救援局"],
                    [],
                ),
                Answer(
                    "2",
                    "减轻负担。",
                    [],
                    ["财政部", "税务总局", "国家发展改革委", "市场监管总局"],
                    [],
                ),
                Answer("3", "推动医养结合。", [], ["国家卫生健康委", "民政部", "国家中医药局"], []),
            ],
        ),
        (
            BOLD_LEADS,
            [
                Answer("1", "加强党的建设。", [], ["党支部", "办公室"], []),
                Answer("2", "推进会员服务。", [], ["会员部"], []),
                Answer("3", "办好品牌活动。", [], ["学术部"], ["各分支机构"]),
            ],
        ),
        (
            PERSONS,
            [
                Answer(
                    "1", None, ["县发改局"], ["县发改局", "县统计局", "县工信局"], ["各镇（街道）"]
                ),
                Answer("2", None, ["县人社局"], ["县人社局"], ["各镇（街道）"]),
            ],
        ),
    ],
    ids=[
        "sentences",
        "articles",
        "note_lines",
        "table",
        "two_lists",
        "wrapped",
        "levels",
        "shared",
        "convention",
        "bare_names",
        "decimals",
        "chapters",
        "inside",
        "bold_leads",
        "persons",
    ],
)
def test_who_must_do_what(text: str, answers: list[Answer]) -> None:
    plan = imported(text)
    assert [answer(entry) for entry in plan.entries] == answers


DOCUMENTS = [
    SENTENCES,
    ARTICLES,
    NOTE_LINES,
    TABLE,
    TWO_LISTS,
    WRAPPED,
    LEVELS,
    SHARED,
    CONVENTION,
    BARE_NAMES,
    DECIMALS,
    CHAPTERS,
    INSIDE,
    BOLD_LEADS,
    PERSONS,
]


@pytest.mark.parametrize("text", DOCUMENTS)
def test_it_loads_passes_check_and_gives_the_text_back(text: str) -> None:
    source = Source("x.yaml", write_plan(imported(text), {}))
    problems = examine(source).problems
    assert [p.message for p in problems if p.severity is Severity.ERROR] == []
    told = messages(text)
    assert not [words for words in told if "没有原样收入" in words or "与原文不一致" in words]


def test_the_head_of_a_document() -> None:
    document = imported(TWO_LISTS).document
    assert document.letterhead == "某市科学技术协会文件"
    assert document.number == "某科协〔2023〕5号"
    assert document.title == "关于印发某市科协2023年工作要点和2023年重点任务清单的通知"
    assert document.addressees == "各县（市、区）科协，机关各科室："
    assert document.year == 2023


def test_two_lists_each_with_its_title() -> None:
    first, second = imported(TWO_LISTS).lists
    assert (first.name, first.title) == ("工作要点", "某市科协2023年工作要点")
    assert (second.name, second.title) == ("任务清单", "某市科协2023年重点任务清单")
    assert first.prefix == ""
    assert second.prefix != ""


def test_parts_without_responsibility_are_told() -> None:
    told = messages(LEVELS)
    for heading in ("一、总体要求", "三、保障措施"):
        assert any(f"“{heading}”里没有责任单位" in words for words in told)


def test_a_note_of_a_heading_with_tasks_below_is_told() -> None:
    text = "某市方案\n一、科普（责任单位：科普部）\n1. 办活动。（责任单位：办公室）\n"
    text += "2. 建馆。（责任单位：省科技馆）\n"
    assert [answer(entry).named for entry in imported(text).entries] == [["办公室"], ["省科技馆"]]
    assert any(words.startswith("这个标题自己也带责任单位") for words in messages(text))


def test_conventions_and_open_lists_are_told() -> None:
    told = messages(CONVENTION)
    assert any("第一个单位都记为 lead" in words for words in told)
    assert any("不再列出" in words for words in told)
    assert any("名单以“等”结尾" in words for words in messages(SHARED))


def test_a_collective_can_lead() -> None:
    text = "某市方案\n一、任务\n1. 做好防汛。落实责任。（各区政府牵头，市水利局配合）\n"
    [entry] = imported(text).entries
    assert answer(entry) == Answer("1", "做好防汛。", ["各区政府"], ["市水利局"], ["各区政府"])


def test_a_refusal_says_what_could_not_be_read() -> None:
    doubt = Doubt(Cause.TABLE_UNREAD, (), "第 2 页")
    with pytest.raises(InputError, match="没有找到责任单位") as raised:
        convert(Printed([Line("没有谁的事。", "第 1 页")], [doubt]))
    assert raised.value.hint.endswith(f"另外，第 2 页{doubt.message}。")


@pytest.mark.parametrize(
    ("text", "words"),
    [("通知\n没有谁的事。", "没有找到责任单位"), (TABLE * 10, "过长")],
    ids=["nobody", "long"],
)
def test_what_is_no_plan_is_refused(text: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plan_cli.importers.convert.MAX_CHARACTERS", 1000)
    with pytest.raises(InputError, match=words):
        imported(text)


def test_no_text_and_endless_paragraphs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="文档里没有文字"):
        convert(Printed([], []))
    task = "1. 办好活动。（责任单位：科普部）"
    monkeypatch.setattr("plan_cli.importers.convert.MAX_PARAGRAPH", len(task))
    monkeypatch.setattr("plan_cli.importers.convert.MAX_CHARACTERS", 5 + len(task))
    assert len(imported(f"某市方案\n{task}").entries) == 1
    with pytest.raises(InputError, match="第 1 行有一段超过"):
        imported(f"某{task}")
    with pytest.raises(InputError, match="过长"):
        imported(f"某市的方案\n{task}。")
