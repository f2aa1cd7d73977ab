"""Paragraphs and runs of WordprocessingML, as text: what all Word layouts are made of."""

from collections.abc import Iterator

from plan_cli.exporters.markup import escaped, pieces
from plan_cli.report import Cell, Mark

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TWIPS_PER_MM = 1440 / 25.4

SMALL_TYPE = '<w:sz w:val="18"/><w:szCs w:val="18"/>'
"""9 points, beside the 10.5 of tables."""

_STYLES: dict[Mark, str] = {
    "hit": '<w:b/><w:highlight w:val="yellow"/>',
    "added": '<w:u w:val="single"/>',
    "removed": "<w:strike/>",
    "strong": "<w:b/>",
    "small": SMALL_TYPE,
}


def paragraph(style: str, runs: str, shape: str = "") -> str:
    """Return a paragraph in ``style``; ``shape`` holds further properties."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{shape}</w:pPr>{runs}</w:p>'


def runs(cell: Cell) -> Iterator[str]:
    """Yield the runs of a cell, each in the style of its mark."""
    for text, mark in pieces(cell):
        yield run(text, _STYLES[mark] if mark else "")


def run(text: str, style: str = "") -> str:
    """Return ``text`` as one run, nothing if it is empty; ``style`` holds its properties."""
    if not text:
        return ""
    lines = escaped(text).replace("\t", "</w:t><w:tab/><w:t>").split("\n")
    content = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
    return f"<w:r>{f'<w:rPr>{style}</w:rPr>' if style else ''}{content}</w:r>"
