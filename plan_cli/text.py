"""Text as people compare it and as a terminal shows it."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

_UNSHOWN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
"""Unicode's categories of characters that are not seen themselves: controls, zero-width and
bidirectional marks, tags, halves of characters, line and paragraph separators."""


def fold(text: str) -> str:
    """Return ``text`` as it is compared: width, case and white space do not count.

    A radical is the character that it looks like: ⼈ is 人, ⻔ is 门.
    """
    return _folded(without_radicals(text))


def _folded(text: str) -> str:
    return "".join(_compatible(text).casefold().split())


_ONE_BY_ONE = "[ -~\u3001-\u3029\u4e00-\u9fff\uff01-\uff5e“”—·]*"
"""Text of which each character is folded by itself, to one or, a space, to none: nearly all."""


def _compatible(text: str) -> str:
    """Return ``text`` in the form NFKC: most texts longer than names in a tenth of the time."""
    if len(text) < 20 or not re.fullmatch(_ONE_BY_ONE, text):
        return unicodedata.normalize("NFKC", text)
    return re.sub("[\uff01-\uff5e]", lambda found: chr(ord(found[0]) - 0xFEE0), text)


def without_radicals(text: str) -> str:
    """Return ``text``, as long as before, its radicals as the characters they look like.

    Radicals come out of PDF files: a font draws 人 and ⼈ with one glyph, and its table for
    copying knows only the latter.
    """
    return text.translate(_radicals()) if re.search("[\u2e80-\u2fd5]", text) else text


_SUPPLEMENT = (
    "⺁⺂⺃⺄⺅⺆⺇⺉⺊⺋⺎⺏⺐⺑⺒⺓⺔⺕⺖⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺦⺨⺩⺪⺬⺭⺮⺯⺰⺱⺲⺳⺵⺶⺷"
    "⺸⺹⺺⺻⺽⺾⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫"
    "⻬⻭⻮⻯⻰⻱⻲⻳"
)
"""Unicode's CJK radicals supplement, which compatibility (NFKC) leaves as they are."""
_LOOKING_LIKE = (
    "厂乛乚乙亻冂𠘨刂卜㔾兀尣尢𡯂巳幺彑彐忄扌攵旡日月歺母民氵氺灬爫丬犭王𤴔示礻𥫗糹纟罓罒㓁𦉫羊𦍌"
    "𦍋耂肀聿𦥑艹虎衤覀西见角𧢲讠贝𧾷车辶钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉"
    "齐歯齿竜龙龜亀龟"
)
"""Their characters by the property Equivalent_Unified_Ideograph; a radical that does not look
like its character (⺌ for 小, ⻏ for 邑) is in neither row."""


@cache
def _radicals() -> dict[int, str]:
    kangxi = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
    return kangxi | dict(zip(map(ord, _SUPPLEMENT), _LOOKING_LIKE, strict=True))


def unspaced(text: str) -> str:
    """Return ``text`` without white space, as quotes are compared."""
    return "".join(text.split())


_LAYOUT_SPACE = r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])"


def tight(text: str) -> str:
    """Return ``text`` without the spaces that only lay it out: those beside Chinese characters."""
    bare = text.strip()
    return re.sub(_LAYOUT_SPACE, "", bare) if unspaced(bare) != bare else bare


@lru_cache(maxsize=4096)  # who has found a text marks it next
def find_folded(text: str, word: str) -> tuple[tuple[int, int], ...]:
    """Return where ``word`` stands in ``text``, both compared folded.

    Each pair is the start and end (exclusive) of one hit in ``text`` itself, in order and
    without overlap, so that ``i科普`` is found in ``i 科普`` and marked with its space.
    """
    wanted, haystack = fold(word), fold(text)
    if not wanted or wanted not in haystack:
        return ()
    origin = [index for index, char in enumerate(text) if char != " "]
    if not re.fullmatch(_ONE_BY_ONE, text):
        letters = [_folded_letter(char) for char in without_radicals(text)]
        origin = [index for index, folded in enumerate(letters) for _ in folded]
        haystack = "".join(letters)
    hits = (hit.span() for hit in re.finditer(re.escape(wanted), haystack))
    return tuple((origin[start], origin[end - 1] + 1) for start, end in hits)


_folded_letter = lru_cache(maxsize=10_000)(_folded)


def is_control(char: str) -> bool:
    """Say whether ``char`` is a control or invisible character that must not be shown raw."""
    return unicodedata.category(char) in _UNSHOWN or ord(char) & 0xFFFE == 0xFFFE


def visible(text: str, keep: str = "\n") -> str:
    r"""Return ``text`` with control and invisible characters as marks such as ``\x1b``.

    Characters in ``keep`` stay. What an attacker or a broken file put into a text can then
    neither drive the terminal nor hide.
    """
    if text.isprintable():
        return text
    return "".join(_mark(char) if char not in keep and is_control(char) else char for char in text)


def _mark(char: str) -> str:
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def width(text: str, wide: bool = False) -> int:
    """Return how many terminal columns ``text`` takes (a Chinese character takes two).

    ``wide``: characters of ambiguous width (“”…—·①) take two as well.
    """
    if text.isascii():
        return len(text)
    return sum(_char_width(char, wide) for char in text)


def _char_width(char: str, wide: bool) -> int:
    kind = unicodedata.east_asian_width(char)
    if kind in "WF":
        return 2
    if unicodedata.combining(char):
        return 0
    return 2 if wide and kind == "A" else 1


def pad(text: str, columns: int) -> str:
    """Return ``text`` filled with spaces on the right to ``columns`` terminal columns."""
    return text + " " * max(0, columns - width(text))


def wrap(text: str, columns: int, wide: bool = False) -> list[str]:
    """Break ``text`` into lines of at most ``columns`` terminal columns.

    Chinese breaks anywhere except before closing and after opening marks; ASCII words stay
    whole where they fit. Nothing is cut: the lines put together are the text, less the
    spaces around breaks.
    """
    ends = [*breaks(text, columns, wide), len(text)]
    return [text[start:end].strip() for start, end in zip([0, *ends], ends, strict=False)]


def breaks(text: str, columns: int, wide: bool = False) -> list[int]:
    """Return the offsets in ``text`` before which `wrap` begins a new line."""
    offsets = []
    used, room = 0, max(columns, 2)
    for start, end in _words(text):
        needed = width(text[start:end].rstrip(), wide)
        if used and used + needed > room:
            offsets.append(start)
            used = 0
        while needed > room:
            start += _fitting(text[start:end], room, wide)
            offsets.append(start)
            needed = width(text[start:end].rstrip(), wide)
        used += width(text[start:end], wide)
    return offsets


_NO_LINE_START = frozenset("，。、；：？！）”’》〉】〕…%％,.;:?!)]}")
_NO_LINE_END = frozenset("（“‘《〈【〔([{")


def _words(text: str) -> list[tuple[int, int]]:
    """Return the pieces that a line may break between, as start and end offsets."""
    if not text:
        return []
    starts = [0]
    for index in range(1, len(text)):
        before, char = text[index - 1], text[index]
        glued = (
            char in _NO_LINE_START
            or before in _NO_LINE_END
            or char.isspace()
            or (before.isascii() and char.isascii() and not before.isspace())
        )
        if not glued:
            starts.append(index)
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _fitting(word: str, room: int, wide: bool) -> int:
    """Return how many characters of ``word`` fit into ``room`` columns, at least one."""
    taken = 0
    for index, char in enumerate(word):
        taken += _char_width(char, wide)
        if taken > room and index:
            return index
    return len(word)


def clip(text: str, limit: int = 60) -> str:
    """Return ``text`` for a message: on one line, marks visible, cut after ``limit``."""
    shown = visible(text[:limit], keep="")
    return shown if len(text) <= limit else f"{shown}……（共 {len(text)} 字）"


def excerpt(text: str, limit: int = 24) -> str:
    """Return the first clause of ``text``, at most ``limit`` characters, to stand for a title."""
    for index, char in enumerate(text):
        if char in "，。；：" and index >= 4:
            return text[: min(index, limit)]
    return text[:limit]


_COMPARED = 64
"""How much of a word is compared with others: the time grows with its square."""


SURE = 0.7
"""How alike words are of which one is surely meant for the other: one slip in four letters."""


def nearest(word: str, names: Iterable[str], limit: int = 3, least: float = 0.5) -> list[str]:
    """Return up to ``limit`` of ``names`` that look most like ``word``, best first.

    ``least``: how alike they must be, from 0 to 1.
    """
    from difflib import SequenceMatcher

    folded = fold(word[:_COMPARED])
    scored = [
        (SequenceMatcher(None, folded, fold(name[:_COMPARED])).ratio(), -index, name)
        for index, name in enumerate(names)
    ]
    return [name for score, _, name in sorted(scored, reverse=True)[:limit] if score >= least]


def listed(names: Sequence[str]) -> str:
    """Return ``names`` as a Chinese enumeration, 、 between them."""
    return "、".join(names)
