"""Tables of a Word document: a group of rows under a heading row that every page repeats."""

from collections.abc import Sequence

from plan_cli.exporters.docx_parts import SMALL_TYPE, paragraph, run, runs
from plan_cli.exporters.markup import NARROW, lines, may_break
from plan_cli.report import AnyColumn, Cell, Group, Report, Row

BAND_SHADE, HEAD_SHADE = "F2F2F2", "E7E6E6"


def table(report: Report, group: Group, text_width: int, last: bool) -> str:
    """Return a table ``text_width`` twips wide.

    Its ``last`` row is kept with what follows, if that is the foot.
    """
    shown = report.shown("page")
    columns = [report.columns[i] for i in shown]
    widths = _widths(columns, text_width)
    grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in widths)
    rows = [_head_row(columns, widths)]
    for number, row in enumerate(group.rows, 1):
        if row.band:
            rows.append(_band_row(row, len(widths), text_width))
        else:
            cells = [row.cells[i] for i in shown]
            rows.append(_row(cells, columns, widths, last and number == len(group.rows)))
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Ruled"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )


def _widths(columns: Sequence[AnyColumn], text_width: int) -> list[int]:
    """Share out the width of the text: one character more than usual each, for the padding."""
    weights = [column.width + 1 for column in columns]
    return [text_width * weight // sum(weights) for weight in weights]


def _head_row(columns: Sequence[AnyColumn], widths: Sequence[int]) -> str:
    cells = "".join(
        _cell(paragraph("TableHead", run(column.heading)), size, HEAD_SHADE)
        for column, size in zip(columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _band_row(row: Row, span: int, text_width: int) -> str:
    head, *others = row.band
    small = "".join(run(f"　　{line}", SMALL_TYPE) for line in others)
    cell = _cell(paragraph("BandHead", run(head, "<w:b/>") + small), text_width, BAND_SHADE, span)
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"


def _row(
    cells: Sequence[Cell], columns: Sequence[AnyColumn], widths: Sequence[int], keep: bool
) -> str:
    shape = "<w:keepNext/>" if keep else ""
    parts = []
    for cell, column, size in zip(cells, columns, widths, strict=True):
        centred = column.width <= NARROW or isinstance(cell, int | float)
        align = '<w:jc w:val="center"/>' if centred else ""
        content = (
            paragraph("TableSmall" if small else "TableText", "".join(runs(line)), shape + align)
            for line, small in lines(cell)
        )
        parts.append(_cell("".join(content), size))
    kept = "" if may_break(cells, columns) else "<w:trPr><w:cantSplit/></w:trPr>"
    return f"<w:tr>{kept}{''.join(parts)}</w:tr>"


def _cell(content: str, size: int, shade: str = "", span: int = 1) -> str:
    spanning = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/>{spanning}{shading}'
        f'<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
    )
