from xml.etree import ElementTree

import pytest

from plan_cli.importers.reading.word.numbering import Numbering, read_numbering
from plan_cli.importers.reading.word.word_styles import Styles
from tests.importers.wordxml import NAMES, abstract, lvl, num, style


def numbering(inner: str) -> Numbering:
    return read_numbering(ElementTree.fromstring(f"<w:numbering {NAMES}>{inner}</w:numbering>"))


def printed(numbers: Numbering, *items: tuple[str, int]) -> list[str]:
    return [numbers.next_label(number, level) for number, level in items]


DECIMAL = abstract(0, lvl(0, "decimal", "%1."))


def test_levels_count_and_begin_again_below() -> None:
    levels = lvl(0, "chineseCounting", "%1、") + lvl(1, "decimal", "（%2）")
    numbers = numbering(abstract(0, levels) + num(5, 0))
    items = [("5", level) for level in (0, 1, 1, 0, 1)]
    assert printed(numbers, *items) == ["一、", "（1）", "（2）", "二、", "（1）"]


def test_a_list_may_begin_elsewhere() -> None:
    inner = lvl(0, "decimal", "%1.").replace('start w:val="1"', 'start w:val="3"')
    numbers = numbering(abstract(0, inner) + num(5, 0))
    assert printed(numbers, ("5", 0), ("5", 0)) == ["3. ", "4. "]


def test_lists_of_one_kind_count_on() -> None:
    numbers = numbering(DECIMAL + num(1, 0) + num(2, 0))
    assert printed(numbers, ("1", 0), ("2", 0), ("1", 0)) == ["1. ", "2. ", "3. "]


def test_a_list_may_begin_anew_once() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbers = numbering(DECIMAL + num(1, 0) + num(2, 0, anew))
    items = [("1", 0), ("1", 0), ("2", 0), ("2", 0), ("1", 0)]
    assert printed(numbers, *items) == ["1. ", "2. ", "1. ", "2. ", "3. "]


def test_a_list_may_print_a_level_its_own_way() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{lvl(0, "upperRoman", "%1、")}</w:lvlOverride>'
    numbers = numbering(DECIMAL + num(1, 0) + num(2, 0, own))
    assert printed(numbers, ("1", 0), ("2", 0)) == ["1. ", "II、"]


def test_a_list_may_take_its_levels_from_a_style() -> None:
    linked = abstract(0, '<w:numStyleLink w:val="L"/>')
    levels = abstract(1, '<w:styleLink w:val="L"/>' + lvl(0, "decimal", "%1."))
    assert printed(numbering(linked + levels + num(1, 0) + num(2, 1)), ("1", 0)) == ["1. "]


def test_a_level_may_go_on_behind_those_above() -> None:
    on = lvl(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')
    numbers = numbering(abstract(0, lvl(0, "decimal", "%1、") + on) + num(5, 0))
    items = [("5", level) for level in (0, 1, 0, 1)]
    assert printed(numbers, *items) == ["1、", "1. ", "2、", "2. "]


def test_numbers_of_levels_above_may_be_shown_in_digits() -> None:
    below = lvl(1, "decimal", "%1.%2", "<w:isLgl/>")
    numbers = numbering(abstract(0, lvl(0, "chineseCounting", "%1、") + below) + num(5, 0))
    assert printed(numbers, ("5", 0), ("5", 1), ("5", 1)) == ["一、", "1.1 ", "1.2 "]


def test_text_may_follow_without_a_gap() -> None:
    numbers = numbering(
        abstract(0, lvl(0, "decimal", "%1.", '<w:suff w:val="nothing"/>')) + num(5, 0)
    )
    assert printed(numbers, ("5", 0)) == ["1."]


def test_forms_written_out_and_forms_not_known() -> None:
    custom = lvl(0, "custom", "%1.").replace('"custom"', '"custom" w:format="001, 002, 003, ..."')
    numbers = numbering(abstract(0, custom + lvl(1, "hebrew1", "%2.")) + num(5, 0))
    assert printed(numbers, ("5", 0), ("5", 1)) == ["001. ", "1. "]
    assert numbers.unknown == {"hebrew1"}


@pytest.mark.parametrize(("form", "text", "label"), [("bullet", "•", ""), ("none", "注：", "注：")])
def test_lists_without_numbers(form: str, text: str, label: str) -> None:
    assert printed(numbering(abstract(0, lvl(0, form, text)) + num(5, 0)), ("5", 0)) == [label]


def test_unknown_lists_and_levels_print_nothing() -> None:
    numbers = numbering(DECIMAL + num(5, 0))
    assert printed(numbers, ("6", 0), ("5", 4)) == ["", ""]
    assert numbers.next_label(None, 0) == ""


def test_a_style_stands_for_a_level() -> None:
    levels = lvl(0, "chineseCountingThousand", "%1、", '<w:pStyle w:val="1"/>')
    levels += lvl(1, "decimal", "%2.", '<w:pStyle w:val="2"/>')
    numbers = numbering(abstract(0, levels) + num(1, 0))
    numpr = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    root = f"<w:styles {NAMES}>{style('1', numpr)}{style('2', numpr)}</w:styles>"
    styles = Styles(ElementTree.fromstring(root))
    assert [numbers.label_of(None, name, styles) for name in "122"] == ["一、", "1. ", "2. "]
