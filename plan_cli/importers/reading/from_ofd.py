"""OFD (GB/T 33190), the state's own form of printed pages: words and lines with their places.

``ofdkit`` finds the pages and where on them words stand; lines of text, and the cells that drawn
lines make, are found here.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree

from plan_cli.archives import MAX_PARTS, Archive, BrokenArchive
from plan_cli.errors import InputError
from plan_cli.importers.doubts import Cause, Doubt
from plan_cli.importers.reading.lines import Line, Printed, Progress, no_progress, tidy
from plan_cli.importers.reading.ofd_drawn import POINTS, drawn, named
from plan_cli.importers.reading.pdf_tables import Box, Cell, Grid, find_grids

if TYPE_CHECKING:
    from ofdkit import Page
    from ofdkit.package import Package

MAX_PAGES = 2000
MAX_SIZE = 10_000_000
"""Elements and characters on all pages."""
MAX_ORDERED, MAX_SINGLE = 3_000, 150
"""Runs, and characters by themselves, on a page that is looked through for columns: ``ofdkit``
takes the square of them."""
MAX_SIDE = 10_000
"""Millimetres of a page."""
INDENT = 0.8
"""Characters by which a paragraph's first line stands in, at least."""
GAP = 0.5
"""Characters; where so much is left free, a space was printed."""
BROKEN = InputError("OFD 文件损坏，打不开", "请重新下载，或用 OFD 阅读器打开后另存为 PDF，再试。")


class Run(NamedTuple):
    """Words printed in one go: their place in points from the lower left corner, their size."""

    text: str
    left: float
    right: float
    base: float
    size: float
    middle: float


def read(content: bytes, progress: Progress = no_progress) -> Printed:
    """Return the lines of all pages; pages that are only pictures are doubted.

    Raises InputError for files that are broken or locked, too large, or pictures only.
    """
    from ofdkit import OFDDocument, OFDError
    from ofdkit.package import Package

    _refuse_endless(content)
    try:
        with OFDDocument(content) as document, Package(content) as package:
            printed = _read_pages(document.pages, package, progress)
            lost = [Doubt(Cause.PARTS_LOST)] if document.warnings else []
    except OFDError:
        raise BROKEN from None
    return printed._replace(doubts=(*printed.doubts, *lost))


def _refuse_endless(content: bytes) -> None:
    try:
        archive = Archive(content)
    except BrokenArchive:
        raise BROKEN from None
    if archive.locked:
        raise InputError("OFD 文件设有密码", "请用 OFD 阅读器打开，去掉密码另存一份，再试。")
    if archive.size > MAX_PARTS:
        raise InputError("OFD 解开后过大，不像正常的文件", "请用 OFD 阅读器另存一份再试。")


def _read_pages(pages: Sequence["Page"], package: "Package", progress: Progress) -> Printed:
    if len(pages) > MAX_PAGES:
        raise InputError(f"OFD 有 {len(pages)} 页，超过 {MAX_PAGES} 页", "请只保留正文各页再试。")
    lines: list[Line] = []
    pictures: list[int] = []
    size = 0
    edges: Sequence[float] = ()
    for number, page in enumerate(pages, 1):
        content = package.read_xml(page.location) if page.location else ElementTree.Element("Page")
        size += len(page.runs) + sum(1 + len(each.text or "") for each in content.iter())
        if size > MAX_SIZE:
            raise InputError("OFD 里的文字过多", "请只保留正文各页再试。")
        grids = find_grids(drawn(content))
        found = _page_lines(page, grids, number, edges)
        edges = grids[-1].xs if grids and any(line.cells for line in found[-2:]) else ()
        if not found and named(content, "ImageObject"):
            pictures.append(number)
        lines += found
        progress(number, len(pages))
    if not lines:
        raise InputError(
            "OFD 里没有文字，看来是扫描件",
            "请先用文字识别（OCR）软件转成文字，或向发文单位要 Word 版。",
        )
    where = "第 " + "、".join(map(str, pictures)) + " 页"
    return Printed(lines, [Doubt(Cause.PICTURE, (), where)] if pictures else [])


def _page_lines(
    page: "Page", grids: Sequence[Grid], number: int, edges: Sequence[float]
) -> list[Line]:
    """Return the lines of a page; where they stand in columns, in the order ``ofdkit`` finds.

    ``edges``: where the lines down stand of the table that ends the page before.
    """
    runs = _runs(page)
    lines = list(_from_above(runs, grids, number, edges))
    single = sum(len(word) == 1 for line in lines for word in line.text.split())
    if len(runs) > MAX_ORDERED or single > MAX_SINGLE or any(line.cells for line in lines):
        return lines
    ordered = [text for text in map(tidy, page.text().splitlines()) if text]
    if _solid(ordered) == _solid(line.text for line in lines):
        return lines
    return [Line(text, f"第 {number} 页", page=number) for text in ordered]


def _solid(texts: Iterable[str]) -> str:
    return "".join(texts).replace(" ", "")


def _runs(page: "Page") -> list[Run]:
    """Return what is printed on a page, once where it is printed twice to look bold."""
    left, top, width, height = page.box
    runs: dict[tuple[str, int, int], Run] = {}
    for run in page.runs:
        inside = left - 2 < run.x < left + width + 2 and top - 2 < run.y < top + height + 2
        if inside and max(abs(run.x), abs(run.y)) < MAX_SIDE and tidy(run.text):
            x, y = run.x * POINTS, -run.y * POINTS
            size = max(run.size * POINTS, 1.0)
            made = Run(run.text, x, x + run.width * POINTS, y, size, y + size / 3)
            runs.setdefault((run.text, round(run.x * 4), round(run.y * 4)), made)
    return list(runs.values())


def _from_above(
    runs: Sequence[Run], grids: Sequence[Grid], number: int, edges: Sequence[float]
) -> Iterator[Line]:
    """Yield the lines of a page from the top down, the rows of its tables in place."""
    rest = list(runs)
    tables = []
    for grid in grids:
        inside = [run for run in rest if _within(run, grid.box)]
        rows = [_cells(row, inside) for row in grid.rows]
        told = sum(sum(map(bool, set(row))) > 1 for row in rows)
        if told > 1 or grid.has_edges(edges):
            tables.append((grid, rows))
            rest = [run for run in rest if not _within(run, grid.box)]
    margin = _margin(rest)
    for grid, rows in tables:
        above = [run for run in rest if run.middle > grid.box[3]]
        rest = [run for run in rest if run.middle <= grid.box[3]]
        yield from _plain(above, margin, number)
        yield from _rows(grid, rows, number)
    yield from _plain(rest, margin, number)


def _within(run: Run, box: Box) -> bool:
    return box[0] <= (run.left + run.right) / 2 < box[2] and box[1] <= run.middle < box[3]


def _cells(row: Sequence[Cell], runs: Sequence[Run]) -> tuple[str, ...]:
    """Return the words in the cells of a row, in the lines they are printed in."""
    inside = ([run for run in runs if _within(run, cell.box)] for cell in row)
    return tuple("\n".join(_text(line) for line in _grouped(each)) for each in inside)


def _rows(grid: Grid, rows: Iterable[tuple[str, ...]], number: int) -> Iterator[Line]:
    for index, (row, cells) in enumerate(zip(grid.rows, rows, strict=True)):
        merged = frozenset(column for column, cell in enumerate(row) if cell.row < index)
        if any(cells):
            place = f"第 {number} 页（表格）"
            yield Line("\t".join(cells), place, cells=cells, merged=merged, page=number)


def _plain(runs: Sequence[Run], margin: float | None, number: int) -> Iterator[Line]:
    for line in _grouped(runs):
        first = line[0]
        begins = None if margin is None else first.left > margin + INDENT * first.size
        yield Line(_text(line), f"第 {number} 页", begins=begins, page=number)


def _grouped(runs: Sequence[Run]) -> list[list[Run]]:
    """Return runs in their lines, from the top down and from the left."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (-run.base, run.left)):
        if lines and lines[-1][0].base - run.base <= min(run.size, lines[-1][0].size) / 2:
            lines[-1].append(run)
        else:
            lines.append([run])
    return [sorted(line, key=lambda run: run.left) for line in lines]


def _text(line: Sequence[Run]) -> str:
    text, end = "", line[0].left
    for run in line:
        text += (" " if run.left - end > GAP * run.size else "") + run.text
        end = run.right
    return tidy(text)


def _margin(runs: Sequence[Run]) -> float | None:
    """Return where most lines begin, or None on a page with too few."""
    lefts = sorted(line[0].left for line in _grouped(runs))
    return lefts[len(lefts) // 5] if len(lefts) >= 6 else None
