"""A table of contents printed as text: headings that come again later, or pages behind dots."""

import re
from collections.abc import Collection, Iterator, Sequence

from plan_cli.importers.reading.lines import Line
from plan_cli.text import unspaced

_TITLE = re.compile(r"[【\[]?\s?(?:目\s*[录次]|CONTENTS|Contents)\s?[】\]]?")
_DOTTED = re.compile(r"(?:(?:[.．·•‥⋯－_─—-]\s?){3,}|(?:…\s?){2,})[（(]?\s?\d{1,4}\s?[）)]?$")
_PAGE = re.compile(r"[.．…·•‥⋯－_─—（(\s-]*\d{1,4}[）)]?$")
FEWEST = 3
"""So many entries in a row, each with dots and a page, need no title to be contents."""
LONGEST = 200
"""Characters, dots included; what is longer is no entry."""
MOST = 500
"""Entries; what is longer is no table of contents."""


def contents(lines: Sequence[Line], passed: Collection[int]) -> set[int]:
    """Return the lines that are a table of contents; those ``passed`` over may stand in it."""
    titles = (index for index, line in enumerate(lines) if _TITLE.fullmatch(line.text))
    title = next(titles, None)
    entries = [] if title is None else list(_entries(lines, title + 1, passed))
    found = {title, *entries} if title is not None and entries else set()
    for start in range(len(lines)):
        if start not in found:
            dotted = list(_dotted(lines, start, passed))
            found.update(dotted if len(dotted) >= FEWEST else ())
    return found


def _dotted(lines: Sequence[Line], start: int, passed: Collection[int]) -> Iterator[int]:
    """Yield the lines from ``start`` on that end in dots and a page, until one does not."""
    for index in range(start, len(lines)):
        if index in passed and index > start:
            continue
        if not _is_dotted(lines[index]):
            return
        yield index


def _is_dotted(line: Line) -> bool:
    return not line.cells and len(line.text) <= LONGEST and bool(_DOTTED.search(line.text))


def _entries(lines: Sequence[Line], start: int, passed: Collection[int]) -> Iterator[int]:
    """Yield the entries under the title of the contents, until the text itself begins.

    It begins where no later line begins like that, or with the first entry again.
    """
    texts = ["" if i in passed else unspaced(line.text) for i, line in enumerate(lines)]
    first: tuple[str, ...] = ()
    for index in range(start, min(len(lines), start + MOST)):
        if index in passed:
            continue
        line = lines[index]
        if line.cells or len(line.text) > LONGEST or texts[index] in first:
            return
        heading = _PAGE.sub("", texts[index])
        again = len(heading) > 1 and any(t.startswith(heading) for t in texts[index + 1 :])
        if not again and not _is_dotted(line):
            return
        first = first or (texts[index], heading)
        yield index
