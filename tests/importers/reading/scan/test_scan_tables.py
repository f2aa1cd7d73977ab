from collections.abc import Sequence

from plan_cli.importers.reading.scan.scan_lines import Box, Piece
from plan_cli.importers.reading.scan.scan_tables import find_tables, like_table
from tests.importers.pages import SeenPage, piece

EDGES, LEVELS = (100, 300, 700, 1100), (100, 160, 280, 340)
RULES: list[Box] = [
    *((x - 1, LEVELS[0], x + 1, LEVELS[-1]) for x in EDGES),
    *((EDGES[0], y - 1, EDGES[-1], y + 1) for y in LEVELS),
]
HEAD = (piece(160, 110, "序号"), piece(400, 110, "工作任务"), piece(800, 110, "责任单位"))


def rows(
    pieces: Sequence[Piece], rules: Sequence[Box] = (), closer: Sequence[Piece] = ()
) -> list[tuple[str, ...]]:
    page = SeenPage(pieces, closer=closer)
    return [row.cells for table in find_tables(pieces, rules, page.again) for row in table.rows]


def test_a_table_is_read_by_its_drawn_lines() -> None:
    pieces = [
        *HEAD,
        *(piece(180, 200, "1"), piece(310, 170, "建设科普"), piece(310, 225, "场馆")),
        *(piece(720, 200, "科普部"), piece(180, 290, "2"), piece(310, 290, "办好年会")),
        piece(720, 290, "学会部"),
    ]
    assert rows(pieces, RULES) == [
        ("序号", "工作任务", "责任单位"),
        ("1", "建设科普\n场馆", "科普部"),
        ("2", "办好年会", "学会部"),
    ]


def test_words_found_across_two_cells_are_looked_at_again() -> None:
    torn = piece(310, 200, "建设科普场馆建设科普部")
    parts = [piece(310, 200, "建设科普场馆"), piece(720, 200, "科普部")]
    read = rows([*HEAD, piece(180, 200, "1"), torn], RULES, closer=parts)
    assert read[1] == ("1", "建设科普场馆", "科普部")


def test_a_cell_that_reaches_down_is_repeated_and_marked() -> None:
    rules = [box for box in RULES if box[1] != LEVELS[2] - 1]
    rules += [(EDGES[0], LEVELS[2] - 1, EDGES[2], LEVELS[2] + 1)]
    pieces = [*HEAD, piece(180, 200, "1"), piece(310, 200, "甲项"), piece(720, 220, "科普部")]
    pieces += [piece(180, 290, "2"), piece(310, 290, "乙项")]
    [table] = find_tables(pieces, rules, SeenPage(pieces).again)
    assert [row.cells[2] for row in table.rows[1:]] == ["科普部", "科普部"]
    assert [row.merged for row in table.rows[1:]] == [frozenset(), frozenset({2})]


def test_without_lines_columns_stand_under_their_headings() -> None:
    pieces = [
        *HEAD,
        *(piece(180, 170, "1"), piece(330, 170, "建设科普场"), piece(760, 170, "科普部、办")),
        *(piece(330, 230, "馆"), piece(760, 230, "公室"), piece(180, 290, "2")),
        *(piece(330, 290, "办好年会"), piece(760, 290, "学会部")),
        piece(100, 350, "以上各项任务请各有关单位认真抓好落实。"),
    ]
    assert rows(pieces) == [
        ("序号", "工作任务", "责任单位"),
        ("1", "建设科普场\n馆", "科普部、办\n公室"),
        ("2", "办好年会", "学会部"),
    ]


def test_numbers_in_the_middle_of_their_rows_make_no_table() -> None:
    pieces = [*HEAD, piece(330, 170, "建设科普场"), piece(180, 200, "1"), piece(330, 230, "馆")]
    assert rows(pieces) == []


def test_what_stands_side_by_side_again_and_again_is_like_a_table() -> None:
    line = [(100, "甲"), (400, "乙"), (700, "丙")]
    many = [piece(x, 100 + 60 * row, text) for row in range(3) for x, text in line]
    assert like_table(many)
    assert not like_table(many[:6])


def test_the_narrow_gap_between_two_columns_is_found() -> None:
    pieces = [*HEAD, *(piece(180, 170, "1"), piece(330, 170, "建设科普基地"))]
    pieces += [piece(574, 170, "科普部、办公室、组织人事部")]
    assert rows(pieces)[1:] == [("1", "建设科普基地", "科普部、办公室、组织人事部")]


def test_a_page_of_lines_without_words_has_no_table() -> None:
    assert find_tables([], RULES, SeenPage([]).again) == []
