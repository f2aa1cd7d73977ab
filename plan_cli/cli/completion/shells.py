"""The shells: how each hands over what is typed, and how it wants what can follow.

Typer's scripts are not used: zsh is made to evaluate text that comes from a plan file, PowerShell
is given other keys and another policy, and none of them takes a name for its pinyin.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from plan_cli.cli.completion.candidates import Offer, offer
from plan_cli.cli.streams import standard_output
from plan_cli.errors import UsageError
from plan_cli.text import listed, pad, visible, width

MOST = 36
"""How many characters of a meaning a list shows: a line of a terminal holds them."""

Words = Sequence[str]


class Shell(NamedTuple):
    """One shell."""

    suffix: str
    """That of its script in this folder."""
    read: Callable[[Words], list[str]]
    """Makes words, as the program would get them, of what the script hands over."""
    lines: Callable[[Offer, Words], Iterable[str]]
    """Makes the lines that the script wants: fields with tabs between them, the first inserted."""
    files: tuple[str, ...] = ("\tfiles",)
    """The answer where a file is wanted; no value begins with a tab."""


def answer(root: Any, name: str, arguments: Words) -> int:
    """Write what can follow to standard output, UTF-8, for the script of the shell ``name``.

    Raises UsageError for a shell that is not known.
    """
    shell = SHELLS[shell_name(name)]
    found = offer(root, shell.read(arguments))
    lines = shell.files if found.files else shell.lines(found, arguments)
    with standard_output() as stream:
        stream.buffer.write("".join(f"{line}\n" for line in lines).encode("utf-8", "replace"))
    return 0


def shell_name(name: str) -> str:
    """Return which of `SHELLS` is called ``name``; raises UsageError."""
    plain = SYNONYMS.get(name.lower(), name.lower())
    if plain not in SHELLS:
        shown = visible(name, keep="")
        raise UsageError(f"没有给 {shown} 的补全", f"可用的：{listed(list(SHELLS))}")
    return plain


def script(name: str) -> str:
    """Return the script for the shell called ``name``; raises UsageError."""
    path = Path(__file__).with_name(f"plan.{SHELLS[shell_name(name)].suffix}")
    return path.read_text(encoding="utf-8")


def split_words(line: str) -> tuple[list[str], str]:
    """Return the words of a command line as bash and fish part them, and the quote left open.

    The last word is the one that is typed; it may be empty.
    """
    words: list[str] = []
    word: str | None = None
    quote = ""
    chars = iter(line)
    for char in chars:
        if char == quote:
            quote = ""
        elif char == "\\" and quote != "'":
            word = (word or "") + next(chars, "")
        elif not quote and char in "'\"":
            quote, word = char, word or ""
        elif not quote and char in " \t\n":
            words += [] if word is None else [word]
            word = None
        else:
            word = (word or "") + char
    return [*words, word or ""], quote


def _bash_lines(found: Offer, arguments: Words) -> Iterable[str]:
    """Yield what readline puts in the place of its word, which may begin inside of ours.

    It breaks words at ``=`` and ``:``, and calls the rest its word.
    """
    line, word = arguments
    _, quote = split_words(line)
    whole, own = found.flag + found.typed, split_words(word)[0][-1]
    head = whole.removesuffix(own) if whole.endswith(own) else ""
    for value, shown in _shown(found):
        text = (found.flag + value).removeprefix(head)
        yield f"{_escaped(text, quote)}\t{shown}"


def _escaped(text: str, quote: str) -> str:
    """Return ``text`` as bash takes it for itself, behind the ``quote`` that is open, if any."""
    if quote == "'":
        return text.replace("'", r"'\''")
    special = r'["$\\`]' if quote else r"[ \t!\"#$&'()*;<>?\[\\\]`{|}~]"
    return re.sub(special, r"\\\g<0>", text)


def _zsh_lines(found: Offer, _: Words) -> Iterable[str]:
    return (f"{value}\t{shown}" for value, shown in _shown(found))


def _fish_lines(found: Offer, _: Words) -> Iterable[str]:
    """Yield aliases with the names they stand for: fish shows nothing but what was begun."""
    for value, meaning, spelling in found.candidates:
        begun, held = ("".join(s.split()).lower() for s in (found.typed, value))
        if begun in held:
            yield f"{found.flag}{value}\t{meaning}"
        else:
            yield f"{found.flag}{spelling}\t{value} {meaning}"


def _powershell_lines(found: Offer, _: Words) -> Iterable[str]:
    for value, meaning, _ in found.candidates:
        text = found.flag + value
        if re.search(r"[^\w.=/-]", text):
            text = "'" + re.sub("(['‘’‚‛])", r"\1\1", text) + "'"
        yield f"{text}\t{value}\t{meaning or value}"


def _shown(found: Offer) -> Iterable[tuple[str, str]]:
    """Yield each value with what a list shows of it, meanings aligned."""
    column = max((width(each.value) for each in found.candidates), default=0)
    for value, meaning, _ in found.candidates:
        yield value, f"{pad(value, column)}  {_brief(meaning)}" if meaning else value


def _brief(meaning: str) -> str:
    return meaning if len(meaning) <= MOST else f"{meaning[:MOST]}…"


def _read_fish(arguments: Words) -> list[str]:
    return [*arguments[:-1], split_words(arguments[-1])[0][-1]]


def _read_powershell(arguments: Words) -> list[str]:
    return [*arguments[:-1], arguments[-1].removeprefix("=").lstrip("'\"")]


SHELLS = {
    "bash": Shell("bash", lambda arguments: split_words(arguments[0])[0][1:], _bash_lines),
    "zsh": Shell("zsh", list, _zsh_lines),
    "fish": Shell("fish", _read_fish, _fish_lines),
    "powershell": Shell("ps1", _read_powershell, _powershell_lines, files=()),
}
SYNONYMS = {"pwsh": "powershell"}
