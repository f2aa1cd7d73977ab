from plan_cli.importers.shaping.blocks import blocks_of
from plan_cli.importers.shaping.layout import Paragraph

HEADINGS = ("序号", "重点任务", "牵头单位", "配合单位", "完成时限")


def row(*cells: str) -> Paragraph:
    return Paragraph("\t".join(cells), "", cells=cells)


def test_rows_section_rows_and_repeated_headings() -> None:
    found = blocks_of(
        [
            row(*HEADINGS),
            row("一、科普", "", "", "", ""),
            row("1", "办活动", "科普部", "", "年底"),
            row(*HEADINGS),
            row("2", "建基地", "科普部", "学会部", "6月"),
            Paragraph("附则。", ""),
        ]
    )
    assert [(block.text, block.columns is not None) for block in found] == [
        ("序号　重点任务　牵头单位　配合单位　完成时限", False),
        ("一、科普", False),
        ("1\t办活动\t科普部\t\t年底", True),
        ("2\t建基地\t科普部\t学会部\t6月", True),
        ("附则。", False),
    ]
