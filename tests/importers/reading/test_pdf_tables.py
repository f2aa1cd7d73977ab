from plan_cli.importers.reading.pdf_tables import Box, Rule, find_grids, rules_of


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


def test_a_border_that_is_missing_stands_where_the_lines_end() -> None:
    for missing in (down(0, 0, 40), down(300, 0, 40), across(0, 0, 300), across(40, 0, 300)):
        assert owners([box for box in FRAME if box != missing]) == owners(FRAME)


def test_lines_are_thin_and_long_and_boxes_have_four() -> None:
    assert rules_of([(0, 10, 5, 13)]) == ([Rule(11.5, 0, 5)], [])
    assert rules_of([(10, 0, 13, 5)]) == ([], [Rule(11.5, 0, 5)])
    assert rules_of([(0, 10, 4, 13), (10, 0, 13, 4), (0, 0, 4, 9), (0, 0, 9, 4)]) == ([], [])
    across, down = rules_of([(0, 10, 9, 15)])
    assert (across, down) == ([Rule(10, 0, 9), Rule(15, 0, 9)], [Rule(0, 10, 15), Rule(9, 10, 15)])
