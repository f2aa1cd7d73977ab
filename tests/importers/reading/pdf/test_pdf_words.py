from plan_cli.importers.reading.pdf.pdf_words import Piece, rows_of, text_of
from tests.importers.making import pdf, pdf_of, ruled, show
from tests.importers.reading.pdf.asking import texts


def test_words_printed_twice_are_read_once() -> None:
    bold = [show(80, 700, "科普部"), show(80.3, 700.2, "科普部")]
    letters = [
        show(80 + 12 * i + shift, 660, char) for i, char in enumerate("100名") for shift in (0, 0.4)
    ]
    assert texts(pdf_of("\n".join([*bold, *letters]))) == ["科普部", "100名"]


def test_letters_printed_twice_in_one_go_are_read_once() -> None:
    letters = [char.encode("utf-16-be").hex() for char in "科普部"]
    twice = " ".join(f"<{letter}> 833 <{letter}> 167" for letter in letters)
    assert texts(pdf_of(f"BT /F1 12 Tf 80 700 Td [{twice}] TJ ET")) == ["科普部"]


def test_equal_letters_side_by_side_are_all_read() -> None:
    assert texts(pdf(["投资3000万元，天天向上"])) == ["投资3000万元，天天向上"]


def test_a_table_on_a_page_that_lies_on_its_side() -> None:
    table = ruled(70, 500, [40, 200, 120], [["序号", "任务", "责任单位"], ["1", "甲", "乙"]])
    turned = f"q 0 1 -1 0 595 0 cm\n{table}\n{show(70, 550, '分工表')}\nQ"
    content = pdf_of(turned)
    for each in (content, content.replace(b"/MediaBox", b"/Rotate 90 /MediaBox")):
        assert texts(each) == ["分工表", "序号\t任务\t责任单位", "1\t甲\t乙"]


def test_words_that_slant_stay_in_their_place() -> None:
    slanted = f"q 1 0 0.3 1 -200 0 cm {show(80, 680, '乙')} Q"
    content = pdf_of("\n".join([show(80, 700, "甲"), slanted, show(80, 660, "丙")]))
    assert texts(content) == ["甲", "乙", "丙"]


def piece(*letters: tuple[str, float]) -> Piece:
    """Return letters of this left edge, ten points wide and high."""
    glyphs = [(i, char, left, 0.0, left + 10, 10.0) for i, (char, left) in enumerate(letters)]
    box = (letters[0][1], 0.0, letters[-1][1] + 10, 10.0)
    return Piece("".join(char for char, _ in letters), box, 0.0, 10.0, glyphs, False)


def test_a_mark_of_a_font_of_its_own_stands_between_the_words_drawn_around_it() -> None:
    words = piece(("科", 10), ("创", 20), ("行", 36), ("动", 46))
    marks = [piece(("“", 4)), piece(("”", 29))]
    [row] = rows_of([*marks, words])
    assert text_of(row) == "“科创”行动"


def test_words_printed_over_a_part_of_others_are_read_once() -> None:
    words = piece(("科", 10), ("普", 20), ("部", 30), ("门", 40))
    for over in (piece(("普", 20), ("部", 30)), piece(("部", 30), ("门", 40))):
        [row] = rows_of([over, words])
        assert text_of(row) == "科普部门"


def test_narrow_spaces_between_words_stay() -> None:
    first, second = (text.encode("utf-16-be").hex() for text in ("plan ", "2022"))
    narrow = f"BT /F1 12 Tf 80 700 Td [<{first}> 700 <{second}>] TJ ET"
    assert texts(pdf_of(narrow)) == ["plan 2022"]
