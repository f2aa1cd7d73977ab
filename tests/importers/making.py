"""Documents of the binary forms, made by hand: Word with numbers of its own, PDF out of places."""

import io
from collections.abc import Sequence

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table


def saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def element(tag: str, **attributes: str) -> OxmlElement:
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def add_numbering(document: Document, levels: Sequence[tuple[str, str]]) -> None:
    """Define list 90 with these levels: how they count, how they print."""
    root = document.part.numbering_part.element
    abstract = element("w:abstractNum", abstractNumId="90")
    for index, (form, text) in enumerate(levels):
        level = element("w:lvl", ilvl=str(index))
        for tag, value in (("w:start", "1"), ("w:numFmt", form), ("w:lvlText", text)):
            level.append(element(tag, val=value))
        abstract.append(level)
    root.insert(0, abstract)
    number = element("w:num", numId="90")
    number.append(element("w:abstractNumId", val="90"))
    root.append(number)


def numbered(document: Document, text: str, level: int) -> None:
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    number = element("w:numPr")
    number.append(element("w:ilvl", val=str(level)))
    number.append(element("w:numId", val="90"))
    properties.append(number)


def tabled(document: Document, *rows: Sequence[str]) -> Table:
    """Append a table with these cells and return it."""
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return table


FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
    b" /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>"
    b" /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /StemV 80"
    b" /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 >> >>] >>"
)
"""A font that every reader of PDF knows by name; its codes are those of Unicode."""


def show(x: float, y: float, text: str, size: int = 12) -> str:
    """Return what prints ``text`` on a page, its first letter at this place."""
    return f"BT /F1 {size} Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET"


def pdf_of(*pages: str) -> bytes:
    """Return a PDF of pages (A4) with this content."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", FONT]
    kids = []
    for page in pages:
        stream = page.encode()
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
    refs = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (refs, len(kids))
    content, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return content + (
        b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    )


def pdf(*pages: Sequence[str]) -> bytes:
    """Return a PDF of pages with these lines, one under the other."""
    return pdf_of(
        *("\n".join(show(72, 720 - 20 * i, t) for i, t in enumerate(lines)) for lines in pages)
    )


def typeset(title: str, paragraphs: Sequence[str], across: int = 26, rows: int = 15) -> bytes:
    """Return a PDF as an office prints it: 16 points, first lines indented, pages numbered."""
    lines: list[tuple[float, str]] = [(297 - 8 * len(title), title)]
    for text in paragraphs:
        room, x = across - 2, 90 + 32
        while text:
            # A mark that may not begin a line hangs over its end.
            room += text[room : room + 1] in tuple("，。、；：）")
            lines.append((x, text[:room]))
            text, room, x = text[room:], across, 90
    pages = []
    for number, start in enumerate(range(0, len(lines), rows), 1):
        shown = lines[start : start + rows]
        content = [show(x, 750 - 28 * i, text, 16) for i, (x, text) in enumerate(shown)]
        pages.append("\n".join([*content, show(280, 40, f"— {number} —", 14)]))
    return pdf_of(*pages)


def ruled(left: float, top: float, widths: Sequence[float], rows: Sequence[Sequence[str]]) -> str:
    """Return the content of a page with a table, all its lines drawn; ``\\n`` breaks a cell."""
    heights = [20 + 16 * max(cell.count("\n") for cell in row) for row in rows]
    edges = [left + sum(widths[:i]) for i in range(len(widths) + 1)]
    levels = [top - sum(heights[:i]) for i in range(len(heights) + 1)]
    content = [f"{x} {levels[-1]} m {x} {top} l S" for x in edges]
    content += [f"{left} {y} m {edges[-1]} {y} l S" for y in levels]
    for y, row in zip(levels, rows, strict=False):
        for x, cell in zip(edges, row, strict=False):
            content += [
                show(x + 4, y - 15 - 16 * i, part) for i, part in enumerate(cell.split("\n"))
            ]
    return "\n".join(content)
