"""PDF files with a text layer, by PDFium: its reading order mends most of what PDF breaks."""

from collections import Counter
from itertools import islice
from typing import Any

from plan_cli.errors import InputError
from plan_cli.importers.reading.lines import Line, Printed, Progress, no_progress, tidy
from plan_cli.importers.reading.pdf_pictures import PicturePages
from plan_cli.importers.reading.pdf_tables import Box, Grid, find_grids

MAX_PAGES = 2000
MAX_DRAWN = 20_000
TEXT, PATH = 1, 2
"""PDFium's numbers for words and for things that are drawn (FPDF_PAGEOBJ_TEXT, …_PATH)."""
MAX_CHARACTERS = 5_000_000
SLANT = 1e-5
"""By which a line across the page rises less than a hundredth of a point."""
INDENT = 10.0
"""Points by which a paragraph's first line stands in, at least."""


def read(content: bytes, progress: Progress = no_progress) -> Printed:
    """Return the lines of all pages; ``progress`` is told after each page.

    Raises InputError for files that are encrypted, broken, or pictures of pages only.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise _refused(str(error)) from None
    try:
        return _read_pages(document, progress, pypdfium2.PdfiumError)
    finally:
        document.close()


def _refused(reason: str) -> InputError:
    if "assword" in reason or "ecurity" in reason:
        return InputError("PDF 设有密码，读不出文字", "请用 PDF 软件打开，去掉密码另存一份，再试。")
    return InputError("PDF 文件损坏，打不开", "请重新下载，或用 PDF 软件打开后另存一份。")


def _read_pages(document: Any, progress: Progress, failure: type[Exception]) -> Printed:
    total = len(document)
    if total > MAX_PAGES:
        raise InputError(f"PDF 有 {total} 页，超过 {MAX_PAGES} 页", "请只保留正文各页再试。")
    lines: list[Line] = []
    pictures = PicturePages()
    characters = 0
    for index in range(total):
        try:
            page = document[index]
            _give_height(page)
            text = page.get_textpage()
        except failure:
            raise InputError(
                f"PDF 的第 {index + 1} 页损坏，读不出来", "请用 PDF 软件打开后另存一份，再试。"
            ) from None
        read = _with_tables(page, text, index + 1) or _page_lines(text, index + 1)
        lines += read or pictures.recognised(page, index + 1)
        characters += text.count_chars()
        text.close()
        page.close()
        progress(index + 1, total)
        if characters > MAX_CHARACTERS:
            raise InputError("PDF 里的文字过多", "请只保留正文各页再试。")
    if not any(line.text for line in lines):
        raise pictures.refusal()
    return Printed(lines, list(pictures.doubts()))


def _give_height(page: Any) -> None:
    """Slant a little what is set in a font that this machine does not have.

    Such words have no height, and of two equal pieces without height, one below the other,
    PDFium drops the second as if it were printed on the first
    (``CPDF_TextPage::IsSameTextObject``): the same unit in two rows of a table.
    """
    import pypdfium2

    for piece in page.get_objects(filter=[TEXT], max_depth=4):
        _, bottom, _, top = piece.get_bounds()
        if bottom == top:
            piece.transform(pypdfium2.PdfMatrix(1, SLANT, 0, 1, 0, 0))


def _with_tables(page: Any, text: Any, number: int) -> list[Line]:
    """Return the lines of a page that holds tables, their rows in place.

    None if it holds no tables, or if words would be lost that stand across their lines.
    """
    objects = page.get_objects(filter=[PATH], max_depth=4)
    boxes = [drawn.get_bounds() for drawn in islice(objects, MAX_DRAWN)]
    width, height = page.get_size()
    grids = [grid for grid in find_grids(boxes) if _filled(text, grid)]
    lines: list[Line] = []
    top = height
    for grid in grids:
        lines += _lines_between(text, (0, grid.box[3], width, top), number)
        lines += _rows(text, grid, number)
        top = grid.box[1]
    lines += _lines_between(text, (0, 0, width, top), number)
    read = Counter("".join(line.text for line in lines))
    lost = Counter("".join(tidy(text.get_text_range()).split())) - read
    return lines if grids and not lost else []


def _filled(text: Any, grid: Grid) -> bool:
    """Say whether ``grid`` holds a table, not just a frame: several columns with words."""
    words = [[_words(text, cell.box) for cell in dict.fromkeys(row)] for row in grid.rows]
    return sum(sum(map(bool, row)) > 1 for row in words) > 1


def _words(text: Any, box: Box) -> str:
    """Return the words in ``box``, in the lines they are printed in."""
    return "\n".join(_printed(text, box))


def _printed(text: Any, box: Box) -> list[str]:
    pieces = map(tidy, text.get_text_bounded(*box).splitlines())
    return [piece for piece in pieces if piece]


def _lines_between(text: Any, box: Box, number: int) -> list[Line]:
    if box[3] - box[1] < 1:
        return []
    return [Line(piece, f"第 {number} 页", page=number) for piece in _printed(text, box)]


def _rows(text: Any, grid: Grid, number: int) -> list[Line]:
    """Return the rows of a table; a cell that reaches down is repeated, and marked so."""
    lines = []
    for index, row in enumerate(grid.rows):
        cells = tuple(_words(text, cell.box) for cell in row)
        merged = frozenset(column for column, cell in enumerate(row) if cell.row < index)
        if any(cells):
            place = f"第 {number} 页（表格）"
            line = Line("\t".join(cells), place, cells=cells, merged=merged, page=number)
            lines.append(line)
    return lines


def _page_lines(page: Any, number: int) -> list[Line]:
    """Return the lines of a page, each with whether it stands in from the margin."""
    place = f"第 {number} 页"
    raw = page.get_text_range()
    pieces = raw.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = [(tidy(piece), piece) for piece in pieces]
    starts = _line_starts(page, raw)
    lefts = [starts.get(index) for index in range(len(found))]
    margin = _margin([left for left in lefts if left is not None])
    lines = []
    for (text, _), left in zip(found, lefts, strict=True):
        begins = None if left is None or margin is None else left > margin + INDENT
        if text:
            lines.append(Line(text, place, begins=begins, page=number))
    return lines


def _line_starts(page: Any, raw: str) -> dict[int, float]:
    """Return how far from the left each line begins, by its number; none if unsure."""
    if page.count_chars() != len(raw):
        return {}
    starts: dict[int, float] = {}
    line, fresh = 0, True
    index = 0
    while index < len(raw):
        char = raw[index]
        if char in "\r\n":
            if raw[index : index + 2] == "\r\n":
                index += 1
            line, fresh = line + 1, True
        elif fresh and not char.isspace():
            starts[line], fresh = page.get_charbox(index)[0], False
        index += 1
    return starts


def _margin(lefts: list[float]) -> float | None:
    """Return where most lines begin, or None on a page with too few."""
    if len(lefts) < 6:
        return None
    ordered = sorted(lefts)
    return ordered[len(ordered) // 5]
