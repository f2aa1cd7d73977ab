from plan_cli.importers.reading.lines import Line
from plan_cli.importers.shaping.furniture import furniture


def line(text: str, page: int = 0, cells: tuple[str, ...] = ()) -> Line:
    return Line(text, "", page=page, cells=cells)


def test_a_page_number_whose_dashes_and_digits_each_took_a_line() -> None:
    texts = ("推动科普进社区，", "—", "1", "2", "—", "办好活动。", "—", "3 个", "—")
    assert furniture([line(text) for text in texts]) == {1, 2, 3, 4, 6, 8}


def test_the_numbers_of_two_pages_that_share_no_running_head() -> None:
    texts = (
        ("一、总则", 1),
        ("做好科普。", 1),
        ("1", 1),
        ("办好活动。", 2),
        ("二、附则", 2),
        ("2", 2),
    )
    assert furniture([line(text, page) for text, page in texts]) == {2, 5}


def test_headings_that_a_table_repeats_on_each_page_are_no_running_head() -> None:
    rows = [
        line("\t".join(cells), page, cells)
        for page in (1, 2, 3)
        for cells in (("序号", "任务", "责任单位"), (f"{page}", f"做第{page}件事", "科普部"))
    ]
    assert furniture(rows) == set()
