"""Plain text and Markdown."""

import re
from collections.abc import Iterator, Sequence

from plan_cli.importers.doubts import Cause, Told
from plan_cli.importers.reading.decoding import decode
from plan_cli.importers.reading.lines import Line, Printed, Progress, joined_runs, no_progress, tidy
from plan_cli.importers.reading.raised import raised

_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_FIRST_HEADING = re.compile(
    r"(?:---\s*\n(?:[^\n]*\n){1,50}?---\s*\n)?\s*# +\S[^\n]*\n\s*(?:\n|$)", re.ASCII
)
_RULE = re.compile(r"^\s*(?:[-*_=]\s*){3,}$")
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_SETTING = re.compile(r"[\w-]+:|\s+\S|\s*[-#]")
MAX_SETTINGS = 50
"""Lines at the head of a text that can be settings (title: …)."""
_BULLET = re.compile(r"^\s*[-+]\s+")
_PIPE = re.compile(r"(?<!\\)\|")
_MARKDOWN = re.compile(r"^ {0,3}#{1,6}\s+\S|\*\*[^*\n]+\*\*|^\s*\|.+\|\s*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
_PASSED = re.compile(
    r"(?<![\\~])~~(?=[^\s~])(?P<struck>.{1,1000}?)(?<=[^\s~])~~(?!~)"
    r"|<(?P<tag>del|s|strike)>(?P<del>.{1,1000}?)</(?P=tag)>"
    r"|<(?P<stands>su[pb])>(?P<lifted>\s{0,9}\S.{0,20}?)</(?P=stands)>"
    r"|!\[(?P<img>[^\]]{0,200})\]\([^()]{1,500}\)"
    r"|(?<=\S)\[\^[^\]\s]{1,20}\]"
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def read(content: bytes, progress: Progress = no_progress) -> Printed:
    """Return the lines of a text; Markdown is told by its marks. Raises InputError."""
    text = decode(content)
    marked = len(_MARKDOWN.findall(text[:500_000])) >= 2 or bool(_FIRST_HEADING.match(text))
    if not marked:
        return Printed(list(_lines(text)))
    page = _Markdown()
    return Printed(list(page.lines(text)), tuple(page.told.doubts()))


def plain(content: bytes) -> str:
    """Return a text as it stands in the file. Raises InputError if it is none."""
    return decode(content)


def _lines(text: str) -> Iterator[Line]:
    for number, raw in enumerate(_LINE_END.split(text), 1):
        cells = tuple(tidy(cell) for cell in raw.split("\t")) if "\t" in raw.strip() else ()
        rows = len([cell for cell in cells if cell]) >= 3
        if clean := tidy(raw):
            yield Line(clean, f"第 {number} 行", cells=cells if rows else ())


def _settings(raws: Sequence[str]) -> int:
    """Return how many lines at the head are settings of a program, between two rules."""
    if raws[0].strip() != "---":
        return 0
    ends = (number for number, raw in enumerate(raws[1:MAX_SETTINGS], 2) if raw.strip() == "---")
    end = next(ends, 0)
    told = [raw for raw in raws[1 : end - 1] if raw.strip()]
    return end if all(_SETTING.match(raw) for raw in told) else 0


def _rows(raws: Sequence[str]) -> set[int]:
    """Return the numbers of the lines that are rows: between pipes, or in a table without them."""
    found: set[int] = set()
    inside = False
    for number, raw in enumerate(raws, 1):
        line = raw.strip()
        above = raws[number - 2] if number > 1 else ""
        if "|" in line and _TABLE_RULE.match(line) and _PIPE.search(above):
            found.add(number - 1)
            inside = True
        inside = inside and bool(_PIPE.search(line))
        if inside or (line.startswith("|") and line.endswith("|") and len(line) > 2):
            found.add(number)
    return found


class _Markdown:
    """Markdown with what was left out of it: struck words, comments, the marks of notes."""

    def __init__(self) -> None:
        self.told = Told()

    def lines(self, text: str) -> Iterator[Line]:
        """Yield the lines of a text."""
        text = _COMMENT.sub(lambda comment: "".join(_LINE_END.findall(comment[0])), text)
        raws = _LINE_END.split(text)
        settings = _settings(raws)
        rows = _rows(raws)
        for number, raw in enumerate(raws, 1):
            place = self.told.place = f"第 {number} 行"
            if number <= settings:
                if clean := tidy(raw):
                    yield Line(clean, place, aside=True)
            elif _RULE.match(raw) or _TABLE_RULE.match(raw):
                continue
            elif number in rows:
                inner = raw.strip().removeprefix("|")
                inner = inner[:-1] if _PIPE.match(inner, len(inner) - 1) else inner
                cells = tuple(self._inline(cell)[0] for cell in _PIPE.split(inner))
                yield Line("\t".join(cells), place, cells=cells)
            else:
                yield from self._line(raw, place)

    def _line(self, raw: str, place: str) -> Iterator[Line]:
        heading = _HEADING.match(raw)
        quoted = re.sub(r"^\s*>\s?", "", raw)
        bullet = None if heading else _BULLET.match(quoted)
        body = heading[2] if heading else quoted[bullet.end() if bullet else 0 :]
        clean, bold = self._inline(body)
        if clean:
            level = len(heading[1]) if heading else 0
            yield Line(clean, place, bold, level, series="list" if bullet else "")

    def _inline(self, text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
        """Return a line without its marks, and where it is bold."""
        parts = re.split(r"(?<!\\)(\*\*|__)", _PASSED.sub(self._passed, text))
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

    def _passed(self, found: re.Match[str]) -> str:
        """Return what is written for struck words, a picture, raised or lowered words, a mark."""
        struck, lifted = found["struck"] or found["del"], found["lifted"]
        if struck:
            return self._leave_out(Cause.STRUCK, tidy(struck.strip("*_")))
        if found["img"] is not None:
            return self._leave_out(Cause.DRAWINGS)
        before = found.string[max(0, found.start() - 6) : found.start()].rstrip("*_")
        stands = "subscript" if found["stands"] == "sub" else "superscript"
        kept = raised(lifted.strip(), before, stands) if lifted else None
        return kept or self._leave_out(Cause.NOTE_MARKS, tidy(lifted or found[0]))

    def _leave_out(self, cause: Cause, words: str = "") -> str:
        self.told.add(cause, words)
        return ""
