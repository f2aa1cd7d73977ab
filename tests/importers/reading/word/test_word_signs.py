from xml.etree import ElementTree

import pytest

from plan_cli.importers.reading.word.word_signs import encircled, is_plain, linear, symbol
from tests.importers.wordxml import NAMES


@pytest.mark.parametrize(
    ("font", "char", "shown"),
    [
        ("Wingdings", "\uf0fe", "☑"),
        ("Wingdings", "\uf0a8", "□"),
        ("Wingdings", "\uf081", "①"),
        ("Wingdings 2", "R", "☑"),
        ("Wingdings 2", "\uf0a3", "□"),
        ("Symbol", "\uf0b3", "≥"),
        ("Symbol", "5", "5"),
        ("宋体", "□", "□"),
        ("Wingdings", "\uf023", None),
        ("宋体", "\ue123", None),
    ],
)
def test_symbols(font: str, char: str, shown: str | None) -> None:
    assert symbol(font, char) == shown


def test_most_text_is_plain() -> None:
    assert is_plain("宋体", "办好年会。")
    assert not is_plain("Wingdings", "o")
    assert not is_plain("", "办好\uf0fe")


@pytest.mark.parametrize(
    ("code", "sign"),
    [
        (r"eq \o\ac(○,11)", "⑪"),
        (r"EQ \o\ac(○, 36)", "㊱"),
        (r"eq \o\ac(□,√)", "☑"),
        (r"eq \o\ac(○,密)", None),
        (r"EQ \f(1,2)", None),
    ],
)
def test_fields_that_print_a_sign_in_a_circle(code: str, sign: str | None) -> None:
    assert encircled(code) == sign


T = "<m:r><m:t>{}</m:t></m:r>".format


@pytest.mark.parametrize(
    ("inner", "line"),
    [
        (T("≥20"), "≥20"),
        (f"<m:sSup><m:e>{T('10')}</m:e><m:sup>{T('4')}</m:sup></m:sSup>", "10⁴"),
        (f"<m:sSup><m:e>{T('2')}</m:e><m:sup>{T('x')}</m:sup></m:sSup>", "2^(x)"),
        (f"<m:sSub><m:e>{T('a')}</m:e><m:sub>{T('1')}</m:sub></m:sSub>", "a₁"),
        (f"<m:f><m:fPr/><m:num>{T('1')}</m:num><m:den>{T('3')}</m:den></m:f>", "1/3"),
        (f"<m:d><m:dPr/><m:e>{T('a+b')}</m:e></m:d>", "(a+b)"),
    ],
)
def test_equations_on_one_line(inner: str, line: str) -> None:
    assert linear(ElementTree.fromstring(f"<m:oMath {NAMES}>{inner}</m:oMath>")) == line
