"""What kind of words stand in a note: names of units, collectives, and where either ends."""

import re
from collections.abc import Sequence

from plan_cli.notes.brackets import BRACKETED, before_bracket, without_brackets
from plan_cli.notes.words import (
    ASSOCIATIONS,
    BODIES,
    CLASS_MODIFIERS,
    CLASSES,
    EVERY,
    LEVEL,
    ORGANS,
    PLACES,
    REGIONS,
    SOME,
    ZONES,
    either,
)

_ORGAN = re.compile(rf"(?:{either(ORGANS)}|{ASSOCIATIONS})(?:{BRACKETED})?$")
_NOT_ORGAN = re.compile(
    r"(?:社会|机会|全部|干部|内部|外部|大会|晚会|协同|以上|港澳台|社团|社区|机会|政委|常委|(?<!医)学科|(?<!重症)医科)$"
)

_CLASS = either(CLASSES, REGIONS)
_MODIFIER = rf"(?:{either(CLASS_MODIFIERS)}|[省市区县州][级直属]|在[汉京沪津渝]|驻[一-龥])"
_GENERIC = re.compile(
    rf"{_MODIFIER}*(?:[（(][^（）()]{{1,8}}[）)])?{_CLASS}(?:[（(][^（）()]{{1,8}}[）)])?$"
)
_CLASS_END = re.compile(rf"(?:{_CLASS}|委|办|局)(?:[（(].*)?$")
_OWN_NAME = re.compile(
    r"^(?:国家|中国|全国|省|市|区|县|州)(?![直属级辖区县市州])(?!(?:[（(][^（）()]*[）)])?(?:人民)?政府$).+"
)

_REGION_END = re.compile(rf"(?:{either(*PLACES)}|[）)])$")
_REGION = re.compile(
    r"^(?:自治|设区的?|省辖|省直管(?:试点)?|县级|地级|地级以上|直辖)?"
    rf"({either(*PLACES, ZONES)})(?:[（(][^（）()]{{1,12}}[）)])?"
)
_NAMED_REGION = re.compile(r"(?:区|县|市|州|旗|盟)人民政府$")
_TERRITORY = re.compile(f"{either(REGIONS, '政府 管委会 行署 公署 办事处')}$")
_PLACE = re.compile(either(*PLACES))

_COLLECTIVE = re.compile(
    r"各(?!自|司其|界人士)|有关(?!于)|相关|^(?:所有|全体|其他|其它|属地|相应)|涉及.*(?:部门|单位)$"
    rf"|^(?:地方|基层|乡镇|市县|县区|区县|县市|{LEVEL}|成员|责任|牵头|配合|主管|主办|职能)"
    r"(?:(?:各级|人民)*(?:党委|政府)|部门|单位|机关(?=$|[（(、]))"
    r"|(?:成员单位|组成部门|主管部门|用人单位|业主单位)$|^被[一-鿿]{2,4}单位$"
    rf"|^[省市县区州厅局委校院]?直属[一-鿿]{{0,6}}{either(BODIES)}$|^(?:事发|属)地"
    rf"|所在(?:地|{either(REGIONS, '村')})"
    rf"|^(?:[在驻][^、，]{{1,3}}|[省市县区州国]属(?:国有)?){either(BODIES)}$"
)
_OF_SUCH_PLACES = re.compile(
    r"(?:试点|示范|重点|相应|沿.)?(?:市|州|县|区|乡镇?|镇|街道)[（(][市州县区旗镇乡街道社村、]+[）)]."
    r"|(?:市县|县区|区县)(?![域划])[一-鿿]{1,8}(?:局|委|办|科协|妇联|残联|中心)$"
)
"""A class of places with one of their organs: 县（市、区）科协."""
_QUANTIFIER = re.compile(either(EVERY, SOME))


def looks_complete(name: str) -> bool:
    """Say whether ``name`` ends like the name of an organ, so that a new name may follow it."""
    name = name.rstrip()
    return bool(_ORGAN.search(name)) and not _NOT_ORGAN.search(name)


def may_be_person(name: str) -> bool:
    """Say whether ``name``, where persons stand besides units, is rather a person's (张三)."""
    return len(name) <= 4 and not looks_complete(name)


def is_collective(words: str) -> bool:
    """Say whether ``words`` speak of units by their class (各…, 有关…), naming none."""
    said = before_bracket(words) or words
    return bool(_COLLECTIVE.search(said) or _OF_SUCH_PLACES.match(words))


def has_quantifier(phrase: str) -> bool:
    """Say whether ``phrase`` carries its own 各, 有关 or 相关."""
    return bool(_QUANTIFIER.search(phrase))


def is_generic(words: str) -> bool:
    """Say whether ``words`` are the plain noun of a class (企业科协), not a unit's name."""
    return bool(_GENERIC.match(words)) and not _OWN_NAME.match(words)


def names_a_class(collective: str) -> bool:
    """Say whether ``collective`` ends in the noun of a class (各有关单位), not in mid-sentence."""
    return bool(_CLASS_END.search(collective))


_BARE_PLACE = re.compile(rf"(?![各全]|有关|相关)[一-鿿]{{1,7}}{either(*PLACES)}")
_OF_PLACE = re.compile(
    rf"[一-鿿]{{1,7}}?({either(*PLACES)})((?:党委和)?(?:人民)?政府|管委会|办事处|科协)"
)
_NAME_OF_PLACE = re.compile(r"(?![各全]|有关|相关)[一-鿿]{2,3}")


def is_place(name: str) -> bool:
    """Say whether ``name`` is that of a place and nothing else (杭州市)."""
    return bool(_BARE_PLACE.fullmatch(name))


def with_tail(name: str, last: str) -> str:
    """Return ``name`` in full where it may lack what ``last``, the organ of a place, ends in.

    杭州市 before 宁波市人民政府 is 杭州市人民政府, 郑州 before 开封市科协 郑州市科协. What needs no
    more, or is no place, gives nothing.
    """
    found = _OF_PLACE.fullmatch(last)
    if not found:
        return ""
    if is_place(name) and not re.fullmatch(".州", name):  # 郑州 is a city, 凉山州 is whole
        return name + found[2]
    bare = _NAME_OF_PLACE.fullmatch(name) and not looks_complete(name)
    return name + found[1] + found[2] if bare else ""


_OF_LEVEL = re.compile(r"([省市县区州旗])[一-鿿]{2,6}")
_OF_NO_LEVEL = re.compile(r"(?![省市县区州旗国各])[一-鿿]{2,6}")


def of_one_level(short: Sequence[str], last: str) -> list[tuple[str, str]]:
    """Return names with what they are in full where the first gives the level, ``last`` the kind.

    县财政、住建局 are 县财政局 and 县住建局; names of another form give nothing.
    """
    if not short or not (first := _OF_LEVEL.fullmatch(short[0])) or last[-1] not in "局委厅办":
        return []
    if not all(map(_OF_NO_LEVEL.fullmatch, (*short[1:], last))):
        return []
    level, kind = first[1], last[-1]
    inner = [(name, f"{level}{name}{kind}") for name in short[1:]]
    return [(short[0], short[0] + kind), *inner, (last, level + last)]


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
        if rest and not open_region and region[1] in ZONES.split():
            return False  # 各县（市、区）政府、高新区管委会: one zone
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
    found = _PLACE.findall(words)
    return found[-1] if found else ""


def _below(region: str, above: str) -> bool:
    return PLACES.get(region, 2) >= PLACES.get(above, 2) and region != above
