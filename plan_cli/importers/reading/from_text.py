"""Plain text and Markdown."""

import re
from collections.abc import Iterator

from plan_cli.importers.reading.decoding import decode
from plan_cli.importers.reading.lines import Line, Printed, Progress, joined_runs, no_progress, tidy

_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_RULE = re.compile(r"^\s*(?:[-*_]\s*){3,}$")
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_MARKDOWN = re.compile(r"^ {0,3}#{1,6}\s+\S|\*\*[^*\n]+\*\*|^\s*\|.+\|\s*$", re.MULTILINE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def read(content: bytes, progress: Progress = no_progress) -> Printed:
    """Return the lines of a text; Markdown is told by its marks. Raises InputError."""
    text = decode(content)
    marked = len(_MARKDOWN.findall(text[:500_000])) >= 2
    return Printed(list(_markdown(text) if marked else _plain(text)))


def _plain(text: str) -> Iterator[Line]:
    for number, raw in enumerate(_LINE_END.split(text), 1):
        cells = tuple(tidy(cell) for cell in raw.split("\t")) if "\t" in raw.strip() else ()
        rows = len([cell for cell in cells if cell]) >= 3
        if clean := tidy(raw):
            yield Line(clean, f"第 {number} 行", cells=cells if rows else ())


def _markdown(text: str) -> Iterator[Line]:
    for number, raw in enumerate(_LINE_END.split(text), 1):
        place = f"第 {number} 行"
        if _RULE.match(raw) or _TABLE_RULE.match(raw):
            continue
        if raw.strip().startswith("|") and raw.strip().endswith("|") and len(raw.strip()) > 2:
            cells = tuple(_inline(cell)[0] for cell in raw.strip().strip("|").split("|"))
            yield Line("\t".join(cells), place, cells=cells)
            continue
        heading = _HEADING.match(raw)
        body = heading[2] if heading else re.sub(r"^\s*>\s?", "", raw)
        clean, bold = _inline(body)
        if clean:
            yield Line(clean, place, bold, len(heading[1]) if heading else 0)


def _inline(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return a line without its marks, and where it is bold."""
    parts = re.split(r"(?<!\\)(\*\*|__)", text)
    runs: list[tuple[str, bool]] = []
    strong = False
    for part in parts:
        if part in ("**", "__"):
            strong = not strong
        elif part:
            plain = re.sub(r"(?<![\\*])\*(?!\*)", "", part)
            plain = re.sub(r"<br\s*/?>", "", plain)
            runs.append((_ESCAPE.sub(r"\1", plain), strong))
    return joined_runs(runs)
