from plan_cli.importers.reading.scan.scan_lines import Piece, grouped, rows_of, usual_height
from tests.importers.pages import piece, typed


def test_pieces_beside_each_other_are_one_line_from_the_left() -> None:
    rows = rows_of([piece(400, 104, "部署"), piece(100, 100, "工作"), piece(100, 160, "如下")])
    assert [row.text for row in rows] == ["工作部署", "如下"]


def test_a_line_is_as_sure_as_its_least_sure_piece() -> None:
    [row] = rows_of([piece(100, 100, "科普部", 0.95), piece(300, 100, "办公室", 0.6)])
    assert row.sure == 0.6


def test_lines_that_stand_in_begin_paragraphs() -> None:
    rows = rows_of(typed("  一、总则", "甲" * 20, "乙" * 20, "  二、任务", "丙" * 20, "丁" * 8))
    assert [row.begins for row in rows] == [True, False, False, True, False, False]


def test_on_a_page_of_few_lines_nothing_is_said_of_where_paragraphs_begin() -> None:
    assert [row.begins for row in rows_of(typed("  一、总则", "甲乙"))] == [None, None]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = typed(*(f"左{number}" + "左" * 8 for number in range(6)))
    right = typed(*(f"右{number}" + "右" * 8 for number in range(6)), left=700)
    sides = [row.text[:2] for row in rows_of([*right, *left])]
    assert sides == [
        *(f"左{number}" for number in range(6)),
        *(f"右{number}" for number in range(6)),
    ]


def test_a_line_across_the_middle_makes_it_one_column() -> None:
    left = typed(*("左" * 8 for _ in range(6)))
    right = typed(*("右" * 8 for _ in range(6)), left=700)
    [first, *_] = rows_of([*left, *right, piece(100, 600, "长" * 23)])
    assert first.text == "左" * 8 + "右" * 8


def test_the_usual_height_is_that_of_most_characters() -> None:
    title = Piece("题", (0, 0, 90, 90))
    assert usual_height([title, piece(0, 100, "正文正文")]) == 40
    assert usual_height([]) == 0


def test_lines_close_to_each_other_stay_apart() -> None:
    assert len(grouped([piece(100, 100, "上"), piece(100, 130, "下")])) == 2


def test_pieces_of_a_line_stand_from_the_left_though_one_is_higher() -> None:
    [row] = grouped([piece(100, 106, "左"), piece(400, 100, "右")])
    assert [each.text for each in row] == ["左", "右"]
