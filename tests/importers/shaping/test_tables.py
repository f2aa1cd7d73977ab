from plan_cli.importers.shaping.layout import Paragraph
from plan_cli.importers.shaping.tables import find_columns, with_columns
from plan_cli.notes.labels import Part

HEADINGS = ("序号", "重点任务", "牵头单位", "配合单位", "完成时限")


def row(*cells: str) -> Paragraph:
    return Paragraph("\t".join(cells), "", cells=cells)


def test_columns_by_their_headings() -> None:
    columns = find_columns(HEADINGS)
    assert columns is not None
    assert columns.number == 0
    assert columns.responsible == ((2, Part.LEAD), (3, Part.SUPPORT))
    assert columns.times == (4,)


def test_headings_with_spaces_inside() -> None:
    columns = find_columns(("序 号", "工作任务", "责 任 单 位"))
    assert columns is not None
    assert columns.responsible == ((2, Part.PLAIN),)


def test_other_tables_have_none() -> None:
    assert find_columns(("年份", "产值", "增速")) is None
    assert find_columns(("1", "做好科普", "科普部")) is None


def test_rows_section_rows_and_repeated_headings() -> None:
    found = with_columns(
        [
            row(*HEADINGS),
            row("一、科普", "", "", "", ""),
            row("1", "办活动", "科普部", "", "年底"),
            row(*HEADINGS),
            row("2", "建基地", "科普部", "学会部", "6月"),
            Paragraph("附则。", ""),
        ]
    )
    assert [(paragraph.text, columns is not None) for paragraph, columns in found] == [
        ("序号　重点任务　牵头单位　配合单位　完成时限", False),
        ("一、科普", False),
        ("1\t办活动\t科普部\t\t年底", True),
        ("2\t建基地\t科普部\t学会部\t6月", True),
        ("附则。", False),
    ]
