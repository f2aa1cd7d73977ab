"""What kind of words stand in a note: names of units, collectives, and where either ends."""

import re

from plan_cli.notes.brackets import BRACKETED, before_bracket, without_brackets

_ORGAN_CHARS = "部委局厅办署院会社行司处科室队所站馆校组团"
_ORGAN_WORDS = (
    "中心|集团|公司|大学|政府|海关|工会|妇联|科协|残联|文联|侨联|台联|社科联|工商联|[作记美音书体农技]协|联通|移动"
    "|电信|铁塔|邮政|烟草|电网|供电|党委|党组|工委|纪委|监委|管委会|委员会|指挥部|领导小组|专班|支队"
    "|总队|学会|协会|商会|银行|分行|支行|医院|学院|学校|党校|报社|出版社|电视台|广播台|广播电视台|总台"
    "|街道|交易所|基地|博物馆|图书馆|机关|军区|警备区|法院|检察院|政协|人大|团市委|团省委|消防|武警"
    "|新区|高新区|开发区|示范区|度假区|功能区|园区|人防|税务|气象|信访|保密|档案"
)
_ORGAN = re.compile(rf"(?:[{_ORGAN_CHARS}]|{_ORGAN_WORDS})(?:{BRACKETED})?$")
_NOT_ORGAN = re.compile(
    r"(?:社会|机会|全部|干部|内部|外部|大会|晚会|协同|以上|港澳台|社团|社区|机会|学科|医科)$"
)

_GENERIC_HEAD = (
    "部门|单位|机构|组织|团体|企业|高校|院校|学校|医院|科研院所|院所|研究院|研究所|中小学|中学|小学|学会|协会|研究会|商会|科协|农技协|党派"
    "|街道|街道办|街道办事处|街办|乡镇|镇街|镇|乡|社区|县|区|市|州|旗|盟|自治区|直辖市|自治州|自治县"
    "|地方|地区|政府|人民政府|管委会|园区|开发区|功能区|部室|处室|科室|股室|党组织|支部|总支|党委|媒体"
    "|事务所|银行|机关|集团|公司|委办局|委局|基地|中心|党工委|工委"
)
_GENERIC_MODIFIER = (
    "高校|高等|企业|医疗|卫生|健康|科研|科技|教育|金融|保险|证券|基层|直属|省直|市直|区直|县直|州直|省属|市属"
    "|区属|县属|州属|中央|国有|民营|社会|人民|民主|新闻|群团|群众|行业|专业|乡镇|镇|乡|街道|县级|市级|区级|省级|成员"
    "|下属|所属|派驻|派出|新型|研发|园区|事业|企事业|文化|体育|平台|机构|自治|设区|省辖|县|市|区|州|旗|地方|地|职能"
    "|业务|牵头|责任|配合|主管|监管|行政|管理|执法|中介|服务|培训|评价|检测|检验|认证|高新|经济|技术|开发|功能|直管|管理|在[汉京沪津渝]|驻[一-龥]"
)
_GENERIC = re.compile(
    rf"(?:{_GENERIC_MODIFIER})*(?:[（(][^（）()]{{1,8}}[）)])?(?:{_GENERIC_HEAD})(?:[（(][^（）()]{{1,8}}[）)])?$"
)
_CLASS_END = re.compile(rf"(?:{_GENERIC_HEAD}|委|办|局)(?:[（(].*)?$")
_OWN_NAME = re.compile(
    r"^(?:国家|中国|全国|省|市|区|县|州)(?![直属级辖区县市州])(?!(?:[（(][^（）()]*[）)])?(?:人民)?政府$).+"
)
_REGION_END = re.compile(r"(?:省|市|县|区|州|旗|盟|地|镇|乡|[）)])$")
_REGION = re.compile(
    r"^(?:自治|设区的?|省辖|省直管(?:试点)?|县级|地级|地级以上|直辖)?(省|直辖市|自治区|地|州|盟|市|区|县|旗|镇|乡|街道|开发区|高新区|新区|园区|功能区)"
    r"(?:[（(][^（）()]{1,12}[）)])?"
)
_NAMED_REGION = re.compile(r"(?:区|县|市|州|旗|盟)人民政府$")
_TERRITORY = re.compile(
    r"(?:政府|管委会|行署|公署|办事处|地区|地方|各地|园区|开发区|[省市县区州盟旗镇乡]|街道)$"
)
_LEVELS = {"省": 0, "直辖市": 0, "自治区": 0, "地": 1, "州": 1, "盟": 1, "市": 1}

_COLLECTIVE = re.compile(
    r"各(?!自|司其|界人士)|有关(?!于)|相关|^(?:所有|全体|其他|其它|属地|相应)|涉及.*(?:部门|单位)$"
    r"|^(?:地方|基层|县级|乡镇|市县|县区|区县|县市|市级|区级|省级|省直|市直|区直|县直|州直|成员|责任|牵头|配合|主管|主办|职能)"
    r"(?:(?:各级|人民)*(?:党委|政府)|部门|单位|机关)"
    r"|(?:成员单位|组成部门)$"
)


def looks_complete(name: str) -> bool:
    """Say whether ``name`` ends like the name of an organ, so that a new name may follow it."""
    name = name.rstrip()
    return bool(_ORGAN.search(name)) and not _NOT_ORGAN.search(name)


def is_collective(words: str) -> bool:
    """Say whether ``words`` speak of units by their class (各…, 有关…), naming none."""
    return bool(_COLLECTIVE.search(before_bracket(words) or words))


def has_quantifier(words: str) -> bool:
    """Say whether ``words`` carry their own 各, 有关 or 相关."""
    return bool(re.search(r"各|有关|相关|所有|全体|其他|其它", words))


def is_generic(words: str) -> bool:
    """Say whether ``words`` are the plain noun of a class (企业科协), not a unit's name."""
    return bool(_GENERIC.match(words)) and not _OWN_NAME.match(words)


def names_a_class(collective: str) -> bool:
    """Say whether ``collective`` ends in the noun of a class (各有关单位), not in mid-sentence."""
    return bool(_CLASS_END.search(collective))


def continues(collective: str, words: str, by_and: bool) -> bool:
    """Say whether ``words`` behind 、 (or 和) still belong to ``collective`` before it.

    各高校科协、企业科协 goes on; 各区人民政府、市教育局 does not. 有关部门和各地区 are two:
    departments and places. A region without an
    organ (各省辖市) waits for one: 各省辖市和济源示范区科协.
    """
    if has_quantifier(words):
        alike = _is_territorial(collective) == _is_territorial(words)
        return by_and and alike and is_collective(words)
    open_region = bool(_REGION_END.search(collective)) and not collective.endswith("单位）")
    if region := _REGION.match(words):
        rest = words[region.end() :]
        last = _last_region(collective)
        bracketed = words[region.end(1) : region.end(1) + 1] in ("（", "(")
        if open_region and (not rest or bracketed or _below(region[1], last)):
            return True
        return not rest or is_generic(words)
    if open_region and _NAMED_REGION.search(words):
        return True
    return is_generic(words) or (open_region and by_and)


def _is_territorial(words: str) -> bool:
    """Say whether ``words`` speak of places or their governments (各区, 各地人民政府)."""
    return bool(_TERRITORY.search(without_brackets(words)))


def _last_region(words: str) -> str:
    found = re.findall(r"自治区|直辖市|省|地|州|盟|市|区|县|旗|镇|乡|街道", words)
    return found[-1] if found else ""


def _below(region: str, above: str) -> bool:
    return _LEVELS.get(region, 2) >= _LEVELS.get(above, 2) and region != above
