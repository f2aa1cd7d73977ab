"""Documents of the binary forms, made by hand: Word with numbers of its own, PDF out of places."""

import io
import struct
import zipfile
import zlib
from collections.abc import Sequence

import docx
import openpyxl
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


Grid = Sequence[Sequence[str | None]]
"""The cells of a table; None is a cell merged with the one above it."""


def spans(grid: Grid) -> dict[tuple[int, int], int]:
    """Return how many rows each cell spans, by row and column; merged cells are left out."""
    found: dict[tuple[int, int], int] = {}
    for row, cells in enumerate(grid):
        for column, cell in enumerate(cells):
            if cell is not None:
                found[row, column] = 1
            else:
                above = max(r for r, c in found if c == column)
                found[above, column] += 1
    return found


def grid_html(title: str, grid: Grid) -> bytes:
    heights = spans(grid)
    rows = [
        "".join(
            f'<td rowspan="{heights[row, column]}">{cell}</td>'.replace("\n", "<br>")
            for column, cell in enumerate(cells)
            if cell is not None
        )
        for row, cells in enumerate(grid)
    ]
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<html><body><h1>{title}</h1><table>{body}</table></body></html>".encode()


def grid_docx(title: str, grid: Grid) -> bytes:
    document = docx.Document()
    document.add_paragraph(title)
    table = tabled(document, *([cell or "" for cell in row] for row in grid))
    for (row, column), height in spans(grid).items():
        if height > 1:
            table.cell(row, column).merge(table.cell(row + height - 1, column))
            table.cell(row, column).text = grid[row][column] or ""
    return saved(document)


def grid_xlsx(title: str, grid: Grid) -> bytes:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.append([title])
    for cells in grid:
        sheet.append([cell or "" for cell in cells])
    for (row, column), height in spans(grid).items():
        if height > 1:
            sheet.merge_cells(None, row + 2, column + 1, row + height + 1, column + 1)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def grid_pdf(title: str, grid: Grid) -> bytes:
    """Return a page with a table whose lines are drawn, but where cells are merged."""
    widths = [
        max(max(map(len, (cells[i] or "").split("\n"))) for cells in grid) * 12 + 10
        for i in range(len(grid[0]))
    ]
    lefts = [30 + sum(widths[:i]) for i in range(len(widths) + 1)]
    content = [show(200, 780, title, 18)]
    levels = [740.0]
    for cells in grid:
        lines = max((cell or "").count("\n") + 1 for cell in cells)
        top = levels[-1]
        for column, cell in enumerate(cells):
            if cell is not None:
                content.append(f"{lefts[column]} {top} m {lefts[column + 1]} {top} l S")
                content += [
                    show(lefts[column] + 4, top - 15 - 16 * i, part)
                    for i, part in enumerate(cell.split("\n"))
                ]
        levels.append(top - 8 - 16 * lines)
    content.append(f"{lefts[0]} {levels[-1]} m {lefts[-1]} {levels[-1]} l S")
    content += [f"{x} {levels[-1]} m {x} {levels[0]} l S" for x in lefts]
    return pdf_of("\n".join(content))


def grid_text(title: str, grid: Grid) -> bytes:
    """Return a Markdown table; merged cells are repeated, as those who type it do."""
    rows: list[list[str]] = []
    for cells in grid:
        rows.append([rows[-1][i] if cell is None else cell for i, cell in enumerate(cells)])
    lines = ["| " + " | ".join(cell.replace("\n", "") for cell in row) + " |" for row in rows]
    lines.insert(1, "|---" * len(grid[0]) + "|")
    return f"# {title}\n\n{chr(10).join(lines)}\n".encode()


GRIDS = {"x.html": grid_html, "x.docx": grid_docx, "x.xlsx": grid_xlsx, "x.pdf": grid_pdf}
"""How a table is made in each form that knows merged cells, by the name of a file in it."""


_BOX = (
    struct.pack(">5h2H", 1, 0, -120, 1000, 880, 3, 0)
    + bytes((1, 1, 1, 1))
    + struct.pack(">8h", 0, 1000, 0, -1000, -120, 0, 1000, 0)
)
"""The outline of a glyph that fills its square: each character is as high and as wide as any."""


def box_font() -> bytes:
    """Return a TrueType font whose only glyph is a box, in the tables that PDF needs.

    PDF in a font that the machine has not is read otherwise than with the font: tests embed one.
    """
    tables = {
        b"glyf": _BOX,
        b"head": struct.pack(
            ">4L2H2q4h2H3h",
            *(0x10000, 0x10000, 0, 0x5F0F3CF5, 0, 1000, 0, 0, 0, -120, 1000, 880, 0, 8, 2, 1, 0),
        ),
        b"hhea": struct.pack(">L3hH11hH", 0x10000, 880, -120, 0, 1000, *([0] * 11), 1),
        b"hmtx": struct.pack(">Hh", 1000, 0),
        b"loca": struct.pack(">2L", 0, len(_BOX)),
        b"maxp": struct.pack(">L14H", 0x10000, 1, 4, 1, 0, 0, 2, *([0] * 8)),
    }
    header = struct.pack(">L4H", 0x10000, len(tables), 64, 2, 32)
    place, directory, body = 12 + 16 * len(tables), b"", b""
    for tag, table in tables.items():
        directory += struct.pack(">4s3L", tag, 0, place + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    return header + directory + body


def _stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def _font(embedded: bool) -> list[bytes]:
    """Return the objects 3 to 5 of a file: a font, its program, and which glyph stands for what."""
    own = b" /FontFile2 4 0 R" if embedded else b""
    kind = b"/CIDFontType2 /CIDToGIDMap 5 0 R" if embedded else b"/CIDFontType0"
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
        b" /DescendantFonts [<< /Type /Font /Subtype %s /BaseFont /STSong-Light /DW 1000"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>"
        b" /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /StemV 80"
        b" /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200%s >> >>] >>"
    ) % (kind, own)
    glyphs = zlib.compress(bytes(2 * 65536))
    return [font, _stream(box_font()), _stream(glyphs, b"/Filter /FlateDecode")]


def show(x: float, y: float, text: str, size: int = 12) -> str:
    """Return what prints ``text`` on a page, its first letter at this place."""
    return f"BT /F1 {size} Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET"


def pdf_of(*pages: str, embedded: bool = True) -> bytes:
    """Return a PDF of pages (A4) with this content; else it names its font and has it not."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", *_font(embedded)]
    kids = []
    for page in pages:
        objects.append(_stream(page.encode()))
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


_OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'
OFD_PICTURE = '<ofd:ImageObject ID="9" Boundary="0 0 210 297" ResourceID="3"/>'


def ofd_text(x: float, y: float, text: str, size: float = 4.2) -> str:
    """Return what prints ``text`` on a page of OFD: millimetres from the upper left corner."""
    return (
        f'<ofd:TextObject ID="9" Font="2" Size="{size}" Boundary="{x} {y - size} 180 {size}">'
        f'<ofd:TextCode X="0" Y="{size}" DeltaX="g {len(text)} {size}">{text}</ofd:TextCode>'
        "</ofd:TextObject>"
    )


def ofd_line(x: float, y: float, across: float, down: float) -> str:
    """Return what draws a straight line on a page of OFD."""
    return (
        f'<ofd:PathObject ID="9" LineWidth="0.3" Boundary="{x} {y} {across} {down}">'
        f"<ofd:AbbreviatedData>M 0 0 L {across} {down}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def ofd_ruled(
    left: float, top: float, widths: Sequence[float], rows: Sequence[Sequence[str]]
) -> str:
    """Return a table with all its lines, for a page of OFD; ``\\n`` breaks a cell."""
    edges = [left + sum(widths[:i]) for i in range(len(widths) + 1)]
    heights = [8 + 6 * max(cell.count("\n") for cell in row) for row in rows]
    levels = [top + sum(heights[:i]) for i in range(len(heights) + 1)]
    content = [ofd_line(x, top, 0, levels[-1] - top) for x in edges]
    content += [ofd_line(left, y, edges[-1] - left, 0) for y in levels]
    for y, row in zip(levels, rows, strict=False):
        for x, cell in zip(edges, row, strict=False):
            content += [ofd_text(x + 1, y + 6 + 6 * i, t) for i, t in enumerate(cell.split("\n"))]
    return "".join(content)


def packed(parts: dict[str, bytes | str]) -> bytes:
    """Return a zip archive with these parts: the same bytes at any time of day."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def ofd(*pages: str) -> bytes:
    """Return an OFD of pages (A4) with this content."""
    parts: dict[str, bytes | str] = {
        "OFD.xml": f"<ofd:OFD {_OFD}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
        "</ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {_OFD}><ofd:CommonData><ofd:PageArea>"
        "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>"
        + "".join(f'<ofd:Page ID="{i}" BaseLoc="{i}.xml"/>' for i in range(len(pages)))
        + "</ofd:Pages></ofd:Document>",
    }
    for i, page in enumerate(pages):
        parts[f"Doc_0/{i}.xml"] = (
            f'<ofd:Page {_OFD}><ofd:Content><ofd:Layer ID="8">{page}</ofd:Layer></ofd:Content>'
            "</ofd:Page>"
        )
    return packed(parts)


def ofd_typeset(title: str, paragraphs: Sequence[str], across: int = 26, rows: int = 15) -> bytes:
    """Return an OFD as an office prints it: first lines indented, pages numbered."""
    size = 5.6
    lines = [(105 - size / 2 * len(title), title)]
    for text in paragraphs:
        room, x = across - 2, 30 + 2 * size
        while text:
            room += text[room : room + 1] in tuple("，。、；：）")
            lines.append((x, text[:room]))
            text, room, x = text[room:], across, 30.0
    pages = []
    for number, start in enumerate(range(0, len(lines), rows), 1):
        shown = enumerate(lines[start : start + rows])
        printed = [ofd_text(x, 40 + 10 * i, text, size) for i, (x, text) in shown]
        pages.append("".join([*printed, ofd_text(98, 282, f"— {number} —", 4.9)]))
    return ofd(*pages)
