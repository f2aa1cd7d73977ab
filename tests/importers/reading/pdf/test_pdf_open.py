from plan_cli.importers.doubts import Cause
from tests.importers.making import pdf_of, show
from tests.importers.reading.pdf.asking import LONG, read, texts, told


def cells(y: float, *words: tuple[float, str]) -> str:
    return "\n".join(show(x, y, word) for x, word in words)


def heading(y: float) -> str:
    return cells(y, (60, "序号"), (110, "任务"), (400, "责任部门"))


def test_a_table_without_lines_goes_on_over_pages() -> None:
    one = [show(60, 760, "分工表"), heading(740)]
    one += [cells(720 - 20 * i, (60, str(i + 1)), (110, LONG), (400, "科普部")) for i in range(3)]
    two = [cells(740 - 20 * i, (60, str(i + 4)), (110, LONG), (400, "办公室")) for i in range(2)]
    lines = read(pdf_of("\n".join([*one, show(280, 40, "— 1 —")]), "\n".join(two)))
    rows = [(str(i), LONG, "科普部" if i < 4 else "办公室") for i in range(1, 6)]
    assert [line.cells for line in lines if line.cells] == [("序号", "任务", "责任部门"), *rows]
    assert [line.text for line in lines if not line.cells] == ["分工表", "— 1 —"]


def test_rows_of_several_lines_are_told_by_the_room_or_the_rules_between_them() -> None:
    page = heading(740)
    for top, number in ((700, "1"), (640, "2")):
        page += "\n" + cells(top, (110, LONG)) + "\n" + cells(top - 32, (110, "抓好落实。"))
        page += "\n" + cells(top - 16, (60, number), (110, LONG), (400, "科普部"))
    row = f"{LONG}\n{LONG}\n抓好落实。"
    rows = [("1", row, "科普部"), ("2", row, "科普部")]
    assert [line.cells for line in read(pdf_of(page))][1:] == rows
    close = page.replace(" 640 Td", " 652 Td").replace(" 624 Td", " 636 Td")
    close = close.replace(" 608 Td", " 620 Td")
    rules = "".join(f"\n50 {y} m 500 {y} l S" for y in (735, 712, 665, 615))
    assert [line.cells for line in read(pdf_of(close + rules))][1:] == rows
    assert told(pdf_of(close)) == [(Cause.TABLE_UNREAD, "第 1 页")]


def test_a_table_whose_rows_are_not_certain_is_told() -> None:
    page = heading(740)
    for i, (number, text) in enumerate(
        [("1", "甲"), ("", "乙"), ("2", "丙"), ("", "丁"), ("3", "戊")]
    ):
        unit = "科普部" if number else ""
        page += "\n" + cells(720 - 20 * i, (60, number), (110, text * 20), (400, unit))
    content = pdf_of(page)
    assert told(content) == [(Cause.TABLE_UNREAD, "第 1 页")]
    assert texts(content)[:3] == ["序号 任务 责任部门", f"1 {'甲' * 20} 科普部", "乙" * 20]
