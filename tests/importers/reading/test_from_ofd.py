import pytest

from plan_cli.errors import InputError
from plan_cli.importers.convert import convert
from plan_cli.importers.handover import plan_file
from plan_cli.importers.reading.from_ofd import read
from plan_cli.importers.reading.lines import Line
from plan_cli.importers.registry import read_document
from tests.importers.built import PRINTED
from tests.importers.making import (
    OFD_PICTURE,
    ofd,
    ofd_line,
    ofd_ruled,
    ofd_text,
    ofd_typeset,
    packed,
    typeset,
)


def texts(*pages: str) -> list[str]:
    return [line.text for line in read(ofd(*pages)).lines]


def test_words_are_lines_by_their_place_on_the_page() -> None:
    page = [
        ofd_text(30, 60, "第二行"),
        ofd_text(42.6, 40.5, "行"),
        ofd_text(30, 40, "第一"),
        ofd_text(38.4, 40, "。"),
        ofd_text(30, 80, "末尾", 8),
    ]
    assert texts("".join(page)) == ["第一。行", "第二行", "末尾"]


def test_a_gap_is_a_space_and_bold_by_printing_twice_is_once() -> None:
    page = ofd_text(30, 40, "张三") + ofd_text(30, 40, "张三") + ofd_text(60, 40, "李四")
    assert texts(page) == ["张三 李四"]


def test_words_beside_the_page_are_not_printed() -> None:
    assert texts(ofd_text(30, 40, "在") + ofd_text(400, 40, "外") + ofd_text(30, -60, "上")) == [
        "在"
    ]


def test_pages_are_counted_and_first_lines_stand_in() -> None:
    lefts = (41.2, 30, 30, 30, 41.2, 30)
    page = "".join(ofd_text(x, 40 + 10 * i, f"第{i}行", 5.6) for i, x in enumerate(lefts))
    lines = read(ofd(ofd_text(30, 40, "封面"), page)).lines
    assert [line.page for line in lines] == [1] + [2] * 6
    assert [line.begins for line in lines] == [None, True, False, False, False, True, False]
    assert lines[6].place == "第 2 页"


def test_drawn_lines_make_a_table_that_stands_in_its_place() -> None:
    table = ofd_ruled(30, 50, [20, 50], [["序号", "任务"], ["1", "建设\n科普阵地"]])
    lines = read(ofd(ofd_text(30, 200, "之后") + table + ofd_text(30, 40, "之前"))).lines
    assert lines == [
        Line("之前", "第 1 页", page=1),
        Line("序号\t任务", "第 1 页（表格）", cells=("序号", "任务"), page=1),
        Line("1\t建设\n科普阵地", "第 1 页（表格）", cells=("1", "建设\n科普阵地"), page=1),
        Line("之后", "第 1 页", page=1),
    ]


def test_a_cell_that_reaches_down_is_repeated_and_marked() -> None:
    lines = [ofd_line(x, 40, 0, 16) for x in (30, 60, 90)]
    lines += [ofd_line(30, 40, 60, 0), ofd_line(60, 48, 30, 0), ofd_line(30, 56, 60, 0)]
    words = [(31, 45, "科普部"), (61, 45, "甲"), (61, 53, "乙")]
    page = "".join(lines) + "".join(ofd_text(*word) for word in words)
    [first, second] = read(ofd(page)).lines
    assert (first.cells, first.merged) == (("科普部", "甲"), frozenset())
    assert (second.cells, second.merged) == (("科普部", "乙"), frozenset({0}))


def test_a_table_goes_on_over_the_page_with_a_single_cell() -> None:
    rows = [["序号", "任务", "责任单位"], ["1", "甲，", "科普部"]]
    first, rest = (
        ofd_ruled(20, 40, [20, 80, 40], rows),
        ofd_ruled(20, 30, [20, 80, 40], [["", "乙", ""]]),
    )
    assert [line.cells for line in read(ofd(first, rest)).lines][2:] == [("", "乙", "")]
    assert [line.cells for line in read(ofd(rest)).lines] == [()]


def test_a_path_of_several_lines_is_turned_and_moved_with_its_object() -> None:
    path = (
        '<ofd:PathObject ID="9" Boundary="30 40 60 16" CTM="2 0 0 2 0 0"><ofd:AbbreviatedData>'
        "M 0 0 L 30 0 L 30 8 L 0 8 C M 15 0 L 15 8 M 0 4 L 30 4 B 1 1 2 2 3 3 x"
        "</ofd:AbbreviatedData></ofd:PathObject>"
    )
    words = [(31, 45, "甲"), (61, 45, "乙"), (31, 53, "丙"), (61, 53, "丁")]
    page = path + "".join(ofd_text(*word) for word in words)
    assert [line.cells for line in read(ofd(page)).lines] == [("甲", "乙"), ("丙", "丁")]


def test_what_closes_a_figure_goes_back_to_where_it_began() -> None:
    """The line between the columns only closes the second figure."""
    path = (
        '<ofd:PathObject Boundary="30 40 60 16"><ofd:AbbreviatedData>'
        "M 30 0 L 0 0 L 0 16 L 30 16 M 0 8 L 60 8 M 30 0 L 60 0 L 60 16 L 30 16 C"
        "</ofd:AbbreviatedData></ofd:PathObject>"
    )
    words = [(31, 45, "甲"), (61, 45, "乙"), (31, 53, "丙"), (61, 53, "丁")]
    page = path + "".join(ofd_text(*word) for word in words)
    assert [line.cells for line in read(ofd(page)).lines] == [("甲", "乙"), ("丙", "丁")]


def test_columns_are_read_one_after_the_other() -> None:
    rows = ["左栏文字排满了整行没有空当", "右栏文字排满了整行没有空当"]
    page = "".join(
        ofd_text(20 + 80 * column, 40 + 8 * i, f"{text}{i}")
        for i in range(6)
        for column, text in enumerate(rows)
    )
    assert texts(page) == [f"{text}{i}" for text in rows for i in range(6)]


def test_pages_that_are_pictures_are_named() -> None:
    printed = read(ofd(OFD_PICTURE, ofd_text(30, 40, "正文"), "", OFD_PICTURE))
    assert [(doubt.place, doubt.message) for doubt in printed.doubts] == [
        ("第 1、4 页", "只有图片，没有读出文字，请对照原件核对")
    ]


def test_an_ofd_of_pictures_only_is_refused() -> None:
    with pytest.raises(InputError, match="扫描件"):
        read(ofd(OFD_PICTURE))


def test_what_is_missing_is_told() -> None:
    content = ofd(ofd_text(30, 40, "正文"), "").replace(b"Doc_0/1.xml", b"Doc_0/x.xml")
    [doubt] = read(content).doubts
    assert doubt.message == "文件有损坏，有的内容没有读出，请对照原件核对"


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04",
        ofd(ofd_text(30, 40, "正文"))[120:],
        packed({"OFD.xml": "<"}),
        packed({"OFD.xml": "<OFD/>"}),
        packed({"OFD.xml": '<!DOCTYPE a [<!ENTITY b "c">]><OFD/>'}),
        ofd('<ofd:PathObject Boundary="'),
    ],
)
def test_broken_files_are_refused(content: bytes) -> None:
    with pytest.raises(InputError, match="损坏"):
        read(content)


def test_numbers_out_of_all_bounds_do_no_harm() -> None:
    far = '<ofd:TextObject Size="1e300" CTM="1e300 0 0 1e300 0 0" Boundary="1e300 0 nan 1">'
    far += '<ofd:TextCode X="1e300" Y="inf">远</ofd:TextCode></ofd:TextObject>'
    line = '<ofd:PathObject Boundary="0 0 1e999 1"><ofd:AbbreviatedData>M 0 0 L 1e999 nan'
    page = far + line + "</ofd:AbbreviatedData></ofd:PathObject>" + ofd_text(30, 40, "近")
    assert texts(page) == ["近"]


def test_a_page_full_of_single_characters_takes_no_endless_time() -> None:
    words = (ofd_text(10 + 10 * (i % 18), 10 + 1.6 * (i // 18), "字", 1.5) for i in range(2990))
    assert len(texts("".join(words))) == 167


def test_a_printed_document_gives_the_plan_that_its_pdf_gives() -> None:
    same = [
        plan_file(convert(read_document(make(*PRINTED), name)), "x")
        for make, name in ((ofd_typeset, "x.ofd"), (typeset, "x.pdf"))
    ]
    assert same[0].splitlines() == same[1].splitlines()
