"""What the style sheets in a page say of its words: hidden, struck out, raised."""

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

_SELECTOR = re.compile(r"([a-zA-Z][\w-]*)?([.#][\w-]+)?")
_WEIGHTS = {"": 0, ".": 10, "#": 100}
_OWN = 1000
_TOLD = re.compile(
    "display|visibility|mso-hide|text-decoration(?:-line)?|vertical-align|list-style(?:-type)?"
)
"""The properties that say whether and how words are read, and numbers printed."""
_UNSEEN = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.S)

Style = dict[str, tuple[tuple[bool, int, int], str]]
"""Values by property, each with what it outweighs others by: importance, selector, place."""


class Sheet:
    """The rules of a page whose selector is a tag, a class, an id, or a tag with one of these."""

    def __init__(self, page: str) -> None:
        """Take the rules out of the style sheets in ``page``."""
        self._styles: dict[str, Style] = {}
        css = _Css()
        if "<style" in page.lower():
            css.feed(page)
        for place, (selectors, rule) in enumerate(_rules("".join(css.found))):
            said = {name: value for name, value in _declared(rule) if _TOLD.fullmatch(name)}
            for selector in selectors.split(",") if said else ():
                found = _SELECTOR.fullmatch(selector.strip())
                if found and found[0]:
                    tag, mark = (found[1] or "").lower(), found[2] or ""
                    style = self._styles.setdefault(tag + mark, {})
                    for name, value in said.items():
                        _put(style, name, value, _WEIGHTS[mark[:1]] + bool(tag), place)

    def style_of(self, tag: str, given: Mapping[str, str | None]) -> str:
        """Return the style of an element: what it says itself, and what the rules say of it."""
        own = given.get("style") or ""
        if not self._styles:
            return own
        marks = [f".{name}" for name in (given.get("class") or "").split()]
        marks.append(f"#{given.get('id')}")
        style: Style = {}
        for selector in (tag, *marks, *(tag + mark for mark in marks)):
            for name, (rank, value) in self._styles.get(selector, {}).items():
                _put(style, name, value, *rank[1:])
        for place, (name, value) in enumerate(_declared(own)):
            _put(style, name, value, _OWN, place)
        return ";".join(f"{name}:{value}" for name, (_, value) in style.items())


def _put(style: Style, name: str, value: str, weight: int, place: int) -> None:
    """Put a value of the property ``name`` into ``style`` unless another outweighs it."""
    new = ((value.endswith("!important"), weight, place), value)
    style[name] = max(style.get(name, new), new)


def _declared(rule: str) -> Iterator[tuple[str, str]]:
    """Yield each property that ``rule`` gives a value to, with the value."""
    for declaration in rule.split(";"):
        name, _, value = "".join(declaration.lower().split()).partition(":")
        if value:
            yield name, value


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Yield the selectors and declarations of each rule that stands in no other (@media)."""
    parts = re.split("([{}])", _UNSEEN.sub(" ", css))
    heads: list[str] = []
    for text, brace in zip(parts[::2], parts[1::2], strict=False):
        if brace == "{":
            heads.append(text.rpartition(";")[2])
        elif heads:
            head = heads.pop()
            if not heads:
                yield head, text


class _Css(HTMLParser):
    """Collects the style sheets of a page, those for print left out."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        """Take text if it stands in such a sheet."""
        if self.cdata_elem == "style" and "print" not in (self.get_starttag_text() or "").lower():
            self.found.append(data)
