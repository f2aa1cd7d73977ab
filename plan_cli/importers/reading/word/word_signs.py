"""Signs that Word sets otherwise than as text: symbols of a font, equations."""

import re
from xml.etree import ElementTree

from plan_cli.importers.reading.raised import HIGH, LOW
from plan_cli.importers.reading.word.word_parts import M, W


def _font(signs: str) -> dict[int, str]:
    return {int(sign[:2], 16): sign[2:] for sign in signs.split()}


_FONTS = {
    "wingdings": _font(
        "22✂ 28☎ 2a✉ 46☞ 4a☺ 6c● 6d○ 6e■ 6f□ 70□ 71□ 72□ 75◆ 76❖ 77◆ 80⓪ 81① 82② 83③ 84④ 85⑤"
        " 86⑥ 87⑦ 88⑧ 89⑨ 8a⑩ 8b⓿ 8c❶ 8d❷ 8e❸ 8f❹ 90❺ 91❻ 92❼ 93❽ 94❾ 95❿ 9e· 9f• a1○ a7▪ a8□"
        " ab★ d8➢ df← e0→ e1↑ e2↓ e8➔ f0⇨ fb× fc√ fd☒ fe☑"
    ),
    "wingdings 2": _font(
        "4f× 50√ 51☒ 52☑ 53☒ 54☒ 69⓪ 6a① 6b② 6c③ 6d④ 6e⑤ 6f⑥ 70⑦ 71⑧ 72⑨ 73⑩ 97● 98● a2■ a3□"
    ),
    "symbol": _font(
        "2b+ 2d− 3d= 41Α 42Β 44Δ 46Φ 47Γ 4cΛ 50Π 51Θ 53Σ 57Ω 61α 62β 64δ 65ε 66φ 67γ 68η 6cλ 6dμ"
        " 70π 71θ 72ρ 73σ 74τ 77ω a3≤ a5∞ ae→ b0° b1± b3≥ b4× b7• b8÷ b9≠ bb≈ d6√ d7· de⇒ e5∑"
    ),
}
"""Fonts whose characters are pictures, and the character that shows the same."""
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffd]")


def is_plain(font: str, text: str) -> bool:
    """Say whether ``text`` prints in ``font`` as it is written."""
    return font.lower() not in _FONTS and not _PRIVATE.search(text)


def symbol(font: str, char: str) -> str | None:
    """Return what ``char`` prints as in ``font``, or None if it is not known."""
    code = ord(char)
    signs = _FONTS.get(font.lower(), {})
    low = code - 0xF000 if 0xF000 <= code < 0xF100 else code
    return signs.get(low) or (None if _PRIVATE.match(char) else char)


def encircled(code: str) -> str | None:
    r"""Return what a field EQ \o\ac(○,11) prints, a sign in a circle or box; None for others."""
    found = re.fullmatch(r"(?i)eq\s*\\o\s*\\a[clr]?\s*\(\s*([○〇◯□])\s*[,，]\s*(\S+?)\s*\)", code)
    if found is None:
        return None
    around, inside = found.groups()
    if around == "□":
        return {"√": "☑", "✓": "☑", "×": "☒"}.get(inside)
    number = int(inside) if re.fullmatch(r"[0-9]{1,2}", inside) else 0
    blocks = ((1, 20, "①"), (21, 35, "㉑"), (36, 50, "㊱"))
    return next((chr(ord(c) + number - lo) for lo, hi, c in blocks if lo <= number <= hi), None)


def filled_in(field: ElementTree.Element) -> str:
    """Return what a field of a form shows that has no result: a box to tick, a chosen entry."""
    box = field.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        said = [each for name in ("checked", "default") if (each := box.find(W + name)) is not None]
        return "☑" if said and said[0].get(W + "val") not in ("0", "false", "off") else "□"
    entries = [each.get(W + "val") or "" for each in field.iterfind(f".//{W}listEntry")]
    chosen = field.find(f"{W}ffData/{W}ddList/{W}result")
    at = "0" if chosen is None else chosen.get(W + "val") or "0"
    return entries[int(at)] if at.isdecimal() and int(at) < len(entries) else ""


def linear(node: ElementTree.Element) -> str:
    """Return an equation on one line: its texts, with powers, fractions and brackets marked."""
    if node.tag in (M + "t", W + "t"):
        return node.text or ""
    kind = node.tag.removeprefix(M)
    parts = {child.tag.removeprefix(M): linear(child) for child in node if kind in _MARKED}
    if kind == "f":
        return f"{parts.get('num', '')}/{parts.get('den', '')}"
    if kind in ("sSup", "sSub", "sSubSup"):
        return (
            parts.get("e", "")
            + _small(parts.get("sub", ""), LOW, "_")
            + _small(parts.get("sup", ""), HIGH, "^")
        )
    gone = kind.endswith("Pr") or node.tag in (W + "del", W + "moveFrom")
    text = "" if gone else "".join(linear(child) for child in node)
    return f"({text})" if kind == "d" else text


_MARKED = frozenset(("f", "sSup", "sSub", "sSubSup"))


def _small(text: str, table: dict[int, int], mark: str) -> str:
    fits = not set(text) - set(map(chr, table))
    return text.translate(table) if fits else f"{mark}({text})"
