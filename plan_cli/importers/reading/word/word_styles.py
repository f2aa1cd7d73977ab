"""What the styles of a Word document say of its paragraphs, and how its properties are read."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from plan_cli.importers.reading.word.word_parts import W

MAX_SPAN = 60
"""How many columns a cell may be wide, whatever it says."""
_CONTENTS = re.compile(r"toc ?(?:\d|heading)|目录 ?\d|toc ?标题", re.IGNORECASE)


class Styles:
    """What styles say: heading level, bold, hidden, number."""

    def __init__(self, root: ElementTree.Element | None) -> None:
        styles = [] if root is None else list(root.iter(W + "style"))
        self._styles = {style.get(W + "styleId"): style for style in styles}
        self._found: dict[tuple[str | None, str], ElementTree.Element | None] = {}
        self._usual = next((_id(s) for s in styles if _is_usual(s)), None)
        path = f"{W}docDefaults/{W}rPrDefault/{W}rPr"
        self._defaults = None if root is None else root.find(path)

    def name(self, properties: ElementTree.Element | None) -> str | None:
        """Return the style of a paragraph: its own, or the one all have that name none."""
        return value_of(properties, "pStyle") or self._usual

    def chain(self, style: str | None) -> Iterator[tuple[str, ElementTree.Element]]:
        """Yield ``style`` and what it is based on, one after the other."""
        for _ in range(20):
            element = self._styles.get(style)
            if style is None or element is None:
                return
            yield style, element
            style = value_of(element, "basedOn")

    def find(self, style: str | None, path: str) -> ElementTree.Element | None:
        """Return what ``path`` leads to in ``style`` or the nearest one it is based on."""
        if (style, path) not in self._found:
            found = (element.find(path) for _, element in self.chain(style))
            self._found[style, path] = next((each for each in found if each is not None), None)
        return self._found[style, path]

    def level(self, properties: ElementTree.Element | None, style: str | None) -> int:
        """Return the level of a heading, said by the paragraph itself or by its style, or 0."""
        own = None if properties is None else properties.find(W + "outlineLvl")
        found = self.find(style, f"{W}pPr/{W}outlineLvl") if own is None else own
        value = "" if found is None else found.get(W + "val") or ""
        return int(value) + 1 if value.isdecimal() and int(value) < 9 else 0

    def is_contents(self, style: str | None) -> bool:
        """Say whether ``style`` is one of a table of contents."""
        element = self._styles.get(style)
        names = (style, None if element is None else value_of(element, "name"))
        return any(name and _CONTENTS.fullmatch(name) for name in names)

    def shows(self, name: str, own: ElementTree.Element | None, style: str | None) -> bool:
        """Say whether a run with the properties ``own`` in a paragraph of ``style`` is ``name``.

        What the run says itself holds; else a character style turns round what the
        paragraph's style says; what all text has, it has.
        """
        if own is not None and (said := own.find(W + name)) is not None:
            return is_on(said)
        styles = (style, value_of(own, "rStyle"))
        turned = [is_on(self.find(each, f"{W}rPr/{W}{name}")) for each in styles]
        common = None if self._defaults is None else self._defaults.find(W + name)
        return turned[0] != turned[1] or is_on(common)

    def raised(self, own: ElementTree.Element | None, style: str | None) -> str:
        """Return how a run stands on its line: superscript, subscript or baseline."""
        if said := value_of(own, "vertAlign"):
            return said
        styles = (value_of(own, "rStyle"), style)
        found = (self.find(each, f"{W}rPr/{W}vertAlign") for each in styles)
        named = (each.get(W + "val") for each in found if each is not None)
        return next(named, None) or "baseline"


def contents_of(body: ElementTree.Element) -> set[ElementTree.Element]:
    """Return the paragraphs that a field for a table of contents printed."""
    found: set[ElementTree.Element] = set()
    pending: set[ElementTree.Element] = set()
    codes: list[str] = []
    outer: int | None = None
    paragraph = body
    for element in body.iter():
        kind = element.get(W + "fldCharType")
        if element.tag == W + "p":
            paragraph = element
        elif element.tag == W + "t" and outer is not None:
            pending.add(paragraph)
        elif element.tag == W + "instrText" and codes:
            codes[-1] += element.text or ""
        elif kind == "begin":
            codes.append("")
        elif kind == "separate" and outer is None and codes:
            outer = len(codes) if codes[-1].upper().split()[:1] == ["TOC"] else None
        elif kind == "end" and codes:
            if outer == len(codes):
                found |= pending
                outer = None
                pending.clear()
            codes.pop()
    return found


def _id(style: ElementTree.Element) -> str | None:
    return style.get(W + "styleId")


def _is_usual(style: ElementTree.Element) -> bool:
    return style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on")


def value_of(holder: ElementTree.Element | None, name: str) -> str | None:
    """Return the value of the property ``name``."""
    found = None if holder is None else holder.find(W + name)
    return None if found is None else found.get(W + "val")


def is_on(element: ElementTree.Element | None) -> bool:
    """Say whether a property that is on or off is on."""
    return element is not None and element.get(W + "val") not in ("0", "false", "off", "none")


def width_of(holder: ElementTree.Element | None, name: str, otherwise: int) -> int:
    """Return how many columns wide the property ``name`` says something is."""
    said = value_of(holder, name) or ""
    return min(int(said), MAX_SPAN) if said.isdecimal() and int(said) else otherwise
