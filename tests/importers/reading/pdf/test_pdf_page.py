from tests.importers.making import pdf_of, show
from tests.importers.reading.pdf.asking import LONG, read, texts


def test_columns_are_read_one_after_the_other() -> None:
    left = [show(60, 700 - 20 * i, f"左{i}{LONG}"[:18]) for i in range(8)]
    right = [
        show(310 + 24 * (i == 3), 690 - 20 * i, f"右{i}{LONG}"[: 18 - 2 * (i == 3)])
        for i in range(7)
    ]
    foot = [show(270, 60, "某市科协"), show(330, 60, "办公室"), show(240, 60, "一")]
    page = "\n".join([show(180, 760, "某市科协年度工作要点安排"), *right, *left, *foot])
    lines = read(pdf_of(page))
    assert [line.text[:2] for line in lines] == [
        "某市",
        *(f"左{i}" for i in range(8)),
        *(f"右{i}" for i in range(7)),
        "一 ",
    ]
    assert [line.text[:2] for line in lines if line.begins] == ["右3"]


def test_a_watermark_parts_no_lines() -> None:
    mark = f"q 0.7 0.7 -0.7 0.7 200 500 cm {show(0, 0, '内部资料', 40)} Q"
    lines = [show(80, 700 - 20 * i, LONG) for i in range(10)]
    assert texts(pdf_of("\n".join([*lines[:5], mark, *lines[5:]]))) == [LONG] * 10 + ["内部资料"]
