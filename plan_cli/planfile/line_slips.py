"""Slips that a line of an unreadable file shows by itself, each with what to do."""

import re

from plan_cli.planfile.slips import (
    DASH,
    KEY,
    NO_GAP,
    NO_HYPHEN,
    NO_SPACE,
    SEPARATORS,
    WIDE,
    WIDE_COLON,
    WIDE_INDENT,
    comma_slip,
)

# Patterns are compiled where they are used: only errors need them.
_START = r"^[ \t]*+(?:- +)*+"
"""How a line of block style begins."""
INDENT = (WIDE_INDENT, "缩进里有全角空格或不间断空格，请删去，或改成半角空格")
CUT = "空格加“#”的后面都成了注释；文字里有“ #”时，请给整段加半角引号"
_SLIPS = (
    INDENT,
    (r"^[ -]*(?P<at>\t)", "缩进只能用半角空格，这里有制表符（Tab）"),
    (r"^(?P<at>%)", "行首的“%”在 YAML 里有特殊含义；是正文请给整段加引号，是注释请改用 #"),
    (r"^[ \t]*(?P<at>＃)", "这里是全角“＃”，注释要以半角 # 开头"),
    (rf"^[ \t]*(?P<at>{DASH})", NO_HYPHEN),
    (r"^[ \t]*-(?P<at>[^ \t\r-])", NO_SPACE),
    (rf"(?:{_START}|[{{,，] *){KEY}(?P<at>：)", WIDE_COLON),
    (rf"{_START}[A-Za-z_]+:(?P<at>[^ \t\r])", NO_GAP),
    (
        rf"{_START}(?:{KEY}: +)?(?P<at>[［｛]|（(?={KEY}[:：]))",
        "这里是全角括号，请改成半角的 [ ] 或 { }",
    ),
    (r"[\[{][^\]}（\n]*(?P<at>[］｝）])[ \t]*$", "这里是全角括号，请改成半角的 ] 或 }"),
    *(
        (rf"\{{[^}}\n]*(?P<at>{sign})[ {WIDE}]*{KEY}[:：]", comma_slip(sign))
        for sign in SEPARATORS
    ),
    (r"[\[{][^\]}\n]*[ \t](?P<at>\#)", CUT),
    (
        rf"{_START}(?:{KEY}: +)?(?P<at>[“‘])[^\n]*: ",
        "“”‘’不是 YAML 的引号；文字里有“: ”时，请在整段外面再加一对半角单引号 ' '",
    ),
)  # fmt: skip
"""The likeliest first; ``at`` is where the caret points."""


def slip_in_line(line: str) -> tuple[int, str] | None:
    """Return the column of the slip that ``line`` shows and what to do; None if it shows none."""
    for pattern, advice in _SLIPS:
        if found := re.search(pattern, line):
            return found.start("at"), advice
    return None
