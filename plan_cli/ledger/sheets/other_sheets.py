"""What came back outside the table: in other sheets, beside the guide, in comments."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from posixpath import basename, split

from plan_cli.ledger.event import Told
from plan_cli.ledger.items import fingerprint
from plan_cli.ledger.sheets.astray import ADVICE, SHOWN, joined
from plan_cli.ledger.sheets.bounds import MAX_COLUMNS, Survey
from plan_cli.ledger.sheets.carried import Carried
from plan_cli.ledger.sheets.headings import GUIDE, HEADINGS, TABLE
from plan_cli.ledger.sheets.heads import Row
from plan_cli.ledger.sheets.returned import Odd
from plan_cli.ledger.sheets.typed_cells import Given, parse_words
from plan_cli.text import clip, fold

_WORDS: tuple[Told, ...] = ("progress", "next", "person", "evidence", "reason")
"""What was told in words of one's own, and stands in a workbook as it was told."""
_THREAD = "[Threaded comment]"
"""How the copy of a comment for older programs begins."""


class Others:
    """Tells what other sheets say that neither was sent out nor stands in the table."""

    def __init__(self, known: Carried, table: Sequence[Row]) -> None:
        self._guide = known.guide
        told = (each.base.get(name) for each in known.sent.values() for name in _WORDS)
        given = chain(known.sent, *(each.given for each in known.sent.values()), told)
        titles = (each.name for each in HEADINGS)
        self._known = {fold(parse_words(text) or "") for text in chain(given, titles)}
        self._table = {each.cell: fold(each.words) for row in table for each in row.cells.values()}

    def odd(self, title: str, rows: Sequence[Row]) -> Iterator[Odd]:
        """Yield what the sheet called ``title`` says, if anything."""
        is_guide = fold(title).startswith(fold(GUIDE))
        if is_guide and not self._guide:
            return
        cells = [row.cells[at] for row in rows for at in sorted(row.cells)]
        new = [each for each in cells if not self._is_known(each, is_guide)]
        if new:
            message = f"写在“{TABLE}”以外的工作表里（{len(new)} 格），没有读"
            yield Odd(new[0].cell, joined(new), message, ADVICE, sheet=title)

    def _is_known(self, each: Given, is_guide: bool) -> bool:
        if is_guide:
            return fingerprint(each.words) in self._guide
        plain = fold(each.words)
        return plain in self._known or self._table.get(each.cell) == plain


def beyond(survey: Survey, title: str) -> Iterator[Odd]:
    """Yield what is written in the sheet called ``title`` right of the columns that are read."""
    if survey.beyond:
        message = f"第 {MAX_COLUMNS} 列右边写了内容，没有读"
        yield Odd(survey.beyond, "", message, ADVICE, sheet=title)


def commented(surveys: Mapping[str, Survey], path: str, title: str) -> Iterator[Odd]:
    """Yield the comments in the sheet called ``title``, which is the part ``path``."""
    folder, name = split(path)
    relations = surveys.get(f"{folder}/_rels/{name}.rels")
    own = {basename(target) for target in relations.targets} if relations else set()
    found = [each.comments for part, each in surveys.items() if basename(part) in own]
    for cell, words in chain.from_iterable(each.items() for each in found):
        plain = " ".join((parse_words(words) or "").split())
        if plain and not plain.startswith(_THREAD):
            yield Odd(cell, clip(plain, SHOWN), "写在批注里，没有读", ADVICE, sheet=title)
