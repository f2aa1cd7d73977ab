"""Markup made so that no text can become any: whatever is not `Html` already is escaped."""

from collections.abc import Iterable
from html import escape

from plan_cli.text import visible

KEPT = "\n\t"
"""White space that may stand in a text as it is."""


class Html(str):
    """Markup. Any other text is escaped before it stands in some."""

    __slots__ = ()


Content = str | None
"""A text, markup, or nothing."""


def plain(text: str) -> str:
    r"""Return ``text`` with what nobody can see as marks like ``\x1b``."""
    return visible(text, keep=KEPT)


def element(name: str, /, *content: Content, **attributes: str | bool | None) -> Html:
    """Return an element; ``data_id`` writes ``data-id``, ``class_`` writes ``class``.

    An attribute that is True stands without a value; one that is False or None does not stand.
    """
    written = "".join(
        _attribute(key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items()
    )
    return Html(f"<{name}{written}>{joined(content)}</{name}>")


def joined(content: Iterable[Content], between: str = "") -> Html:
    """Return pieces of content one after another, text escaped."""
    pieces = [part if isinstance(part, Html) else escape(plain(part)) for part in content if part]
    return Html(escape(between).join(pieces))


def _attribute(name: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(plain(value))}"'
