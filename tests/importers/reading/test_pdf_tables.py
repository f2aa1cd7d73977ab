from plan_cli.importers.reading.pdf_tables import find_grids
from plan_cli.importers.reading.pdf_words import Box
from tests.importers.making import pdf_of, ruled, show
from tests.importers.reading.pdf_reading import read


def across(y: float, left: float, right: float) -> Box:
    return left, y - 0.5, right, y + 0.5


def down(x: float, bottom: float, top: float) -> Box:
    return x - 0.5, bottom, x + 0.5, top


FRAME = [across(y, 0, 300) for y in (0, 20, 40)] + [down(x, 0, 40) for x in (0, 100, 200, 300)]


def owners(boxes: list[Box]) -> list[list[tuple[int, int]]]:
    [grid] = find_grids(boxes)
    return [[(cell.row, cell.column) for cell in row] for row in grid.rows]


def test_cells_where_lines_cross() -> None:
    assert owners(FRAME) == [[(0, 0), (0, 1), (0, 2)], [(1, 0), (1, 1), (1, 2)]]
    [grid] = find_grids(FRAME)
    assert grid.rows[0][1].box == (100, 20, 200, 40)


def test_lines_drawn_in_pieces_and_twice_are_one() -> None:
    pieces = [across(20, 0, 100), across(20.4, 100, 300), across(20, 50, 150)]
    assert owners([*FRAME[:1], *FRAME[2:], *pieces]) == owners(FRAME)


def test_a_cell_over_several_columns() -> None:
    boxes = [across(y, 0, 300) for y in (0, 20, 40)]
    boxes += [down(0, 0, 40), down(300, 0, 40), down(100, 0, 20), down(200, 0, 20)]
    assert owners(boxes) == [[(0, 0)] * 3, [(1, 0), (1, 1), (1, 2)]]


def test_a_cell_over_several_rows() -> None:
    boxes = [across(0, 0, 300), across(40, 0, 300), across(20, 100, 300)]
    boxes += [down(x, 0, 40) for x in (0, 100, 200, 300)]
    found = owners(boxes)
    assert found == [[(0, 0), (0, 1), (0, 2)], [(0, 0), (1, 1), (1, 2)]]
    [grid] = find_grids(boxes)
    assert grid.rows[1][0].box == (0, 0, 100, 40)


def test_boxes_drawn_around_cells() -> None:
    boxes = [(x, y, x + 100, y + 20) for x in (0, 100, 200) for y in (0, 20)]
    assert owners(boxes) == owners(FRAME)


def test_two_tables_from_the_top_down() -> None:
    above = [(left, bottom + 100, right, top + 100) for left, bottom, right, top in FRAME]
    assert [grid.box[3] for grid in find_grids([*FRAME, *above])] == [140, 40]


def test_a_line_under_a_heading_and_a_frame_are_no_tables() -> None:
    assert find_grids([across(700, 50, 500)]) == []
    assert find_grids([(50, 50, 500, 700)]) == []
    assert find_grids([]) == []


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
