"""What the styles of a Word document say of its paragraphs, and how its properties are read."""

from xml.etree import ElementTree

from plan_cli.importers.reading.word_parts import W


class Styles:
    """What paragraph styles say: heading level, bold, number."""

    def __init__(self, root: ElementTree.Element | None) -> None:
        self._styles = (
            {} if root is None else {s.get(W + "styleId"): s for s in root.iter(W + "style")}
        )

    def find(self, style: str | None, path: str) -> ElementTree.Element | None:
        """Return what ``path`` leads to in ``style`` or the nearest one it is based on."""
        for _ in range(20):
            element = self._styles.get(style)
            if element is None:
                return None
            if (found := element.find(path)) is not None:
                return found
            style = value_of(element, "basedOn")
        return None

    def level(self, properties: ElementTree.Element | None, style: str | None) -> int:
        """Return the level of a heading, said by the paragraph itself or by its style, or 0."""
        own = None if properties is None else properties.find(W + "outlineLvl")
        found = self.find(style, f"{W}pPr/{W}outlineLvl") if own is None else own
        value = "" if found is None else found.get(W + "val") or ""
        return int(value) + 1 if value.isdecimal() and int(value) < 9 else 0


def value_of(holder: ElementTree.Element | None, name: str) -> str | None:
    """Return the value of the property ``name``."""
    found = None if holder is None else holder.find(W + name)
    return None if found is None else found.get(W + "val")


def is_on(element: ElementTree.Element | None) -> bool:
    """Say whether a property that is on or off is on."""
    return element is not None and element.get(W + "val") not in ("0", "false", "off", "none")
