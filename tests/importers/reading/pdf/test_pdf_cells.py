from tests.importers.making import pdf_of, ruled, show
from tests.importers.reading.pdf.asking import read


def test_tables_in_forms_and_words_near_to_each_other() -> None:
    table = ruled(0, 100, [60, 60], [["任务", "责任单位"], ["甲甲甲甲乙", "科普部"]])
    content = pdf_of(f"q 1 0 0 1 70 600 cm {table} Q")
    assert [line.cells for line in read(content)] == [
        ("任务", "责任单位"),
        ("甲甲甲甲乙", "科普部"),
    ]


def test_a_table_without_its_border() -> None:
    rows = [["序号", "任务", "责任单位"], ["1", "甲", "科普部"]]
    table = ruled(70, 700, [40, 130, 100], rows)
    right, left = "340 660 m 340 700 l S", "70 660 m 70 700 l S"
    assert right in table
    assert left in table
    for missing in (right, left):
        lines = read(pdf_of(table.replace(missing, "")))
        assert [line.cells for line in lines] == [tuple(row) for row in rows]


def test_words_that_stand_over_a_line_stay_whole() -> None:
    table = ruled(70, 700, [100, 100], [["任务", "责任单位"], ["抓好落实抓好督查各", "部"]])
    content = pdf_of(table.replace(show(174, 665, "部"), show(190, 665, "部")))
    assert [line.cells for line in read(content)][1] == ("抓好落实抓好督查各", "部")


def test_lines_left_out_between_the_cells_of_a_row() -> None:
    rows = [["序号", "任务", "责任单位"], ["1", "甲", "科普部"], ["2", "乙", "办公室"]]
    table = ruled(70, 700, [40, 130, 100], rows)
    for x in (110, 240):
        line = f"{x} 640 m {x} 700 l S"
        assert line in table
        table = table.replace(line, f"{x} 640 m {x} 660 l S {x} 680 m {x} 700 l S")
    assert [line.cells for line in read(pdf_of(table))] == [tuple(row) for row in rows]


def test_words_drawn_in_one_go_are_parted_at_the_space_over_a_line() -> None:
    table = ruled(70, 700, [60, 60], [["任务", "责任单位"], ["", ""]])
    content = pdf_of("\n".join([table, show(74, 665, "甲甲甲甲 科普部")]))
    assert [line.cells for line in read(content)][1] == ("甲甲甲甲", "科普部")


def test_a_table_that_goes_on_has_rows_with_a_single_cell() -> None:
    rows = [["序号", "任务", "责任单位"], ["1", "甲，", "科普部"]]
    first, rest = (
        ruled(70, 700, [40, 130, 100], rows),
        ruled(70, 800, [40, 130, 100], [["", "乙。", ""]]),
    )
    assert [line.cells for line in read(pdf_of(first, rest))] == [
        *(tuple(row) for row in rows),
        ("", "乙。", ""),
    ]


def test_a_frame_on_the_next_page_is_no_table() -> None:
    rows = [["序号", "任务", "责任单位"], ["1", "甲，", "科普部"]]
    first, frame = (
        ruled(70, 700, [40, 130, 100], rows),
        ruled(70, 800, [60, 130, 100], [["", "乙。", ""]]),
    )
    below = "\n".join([first, show(70, 300, "说明："), show(70, 280, "本表每季更新。")])
    for content in (pdf_of(first, frame), pdf_of(below, frame)):
        assert [line.cells for line in read(content) if "乙" in line.text] == [()]
