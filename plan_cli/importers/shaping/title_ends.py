"""How the title of a document ends."""

import re

from plan_cli.notes.words import DOCUMENTS, LISTS, OTHER_TITLES, either

_TITLE_END = re.compile(
    rf"{either(DOCUMENTS, LISTS, OTHER_TITLES)}(?:[（(][^（）()]{{1,20}}[）)])?$"
)


def ends_title(text: str) -> bool:
    """Say whether ``text`` ends like the title of a document (方案, 要点)."""
    return bool(_TITLE_END.search(text))
