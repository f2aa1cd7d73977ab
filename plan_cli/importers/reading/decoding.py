"""Bytes of unknown encoding to text: UTF-8, UTF-16 or GB18030, found by themselves.

A plan file must be UTF-8, and `planfile` refuses all else; a document is read as it comes.
"""

from plan_cli.errors import InputError

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_BINARY = InputError(
    "看不出这是什么文件（不是文本，也不是 docx、pdf 或网页）",
    "请用 Word 或 WPS 打开后另存为 .docx，再试。",
)


def decode(content: bytes) -> str:
    """Return ``content`` as text. Raises InputError if it is no text in a known encoding."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _checked(content.decode(encoding, "replace"))
    if encoding := _without_mark(content):
        return _checked(content.decode(encoding, "replace"))
    for encoding in ("utf-8", "gb18030"):
        try:
            return _checked(content.decode(encoding))
        except UnicodeDecodeError:
            continue
    return _checked(_best_effort(content))


def _without_mark(content: bytes) -> str:
    """Return the kind of UTF-16 that ``content`` is, told by its Chinese, if it is any."""
    sample = content[:4000]
    if len(sample) < 4 or b"\0" not in sample:
        return ""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample[: len(sample) // 2 * 2].decode(encoding, "replace")
        known = sum(
            "\u4e00" <= c <= "\u9fff" or " " <= c <= "~" or c in "\r\n，。、；：（）" for c in text
        )
        if known > 0.85 * len(text):
            return encoding
    return ""


def _best_effort(content: bytes) -> str:
    """Decode what is nearly UTF-8 or nearly GB18030, a few bytes of it spoilt."""
    best = min(
        (content.decode(encoding, "replace") for encoding in ("utf-8", "gb18030")),
        key=lambda text: text.count("\ufffd"),
    )
    if best.count("\ufffd") > 3 + len(best) // 500:
        raise _BINARY
    return best


def _checked(text: str) -> str:
    """Return ``text`` unless it is full of control characters, as no document is."""
    sample = text[:20000]
    controls = sum(char < " " and char not in "\t\n\r\f\v" for char in sample)
    if controls > 2 + len(sample) // 200 or text.count("\ufffd") > 3 + len(text) // 100:
        raise _BINARY
    return text
