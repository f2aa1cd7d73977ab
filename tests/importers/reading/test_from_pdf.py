"""PDF files are written here by hand: a page is a few lines of text at places."""

from collections.abc import Sequence

import pytest

from plan_cli.errors import InputError
from plan_cli.importers.reading.from_pdf import read


def pdf(*pages: Sequence[str]) -> bytes:
    """Return a PDF of pages with lines of ASCII text."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    kids = []
    for lines in pages:
        shown = "".join(
            f"BT /F1 12 Tf 72 {720 - 20 * i} Td ({t}) Tj ET\n" for i, t in enumerate(lines)
        )
        stream = shown.encode()
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
    refs = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (refs, len(kids))
    content, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return content + (
        b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    )


def test_lines_with_their_pages() -> None:
    lines = read(pdf(["one", "two"], ["three"]))
    assert [(line.text, line.page, line.place) for line in lines] == [
        ("one", 1, "第 1 页"),
        ("two", 1, "第 1 页"),
        ("three", 2, "第 2 页"),
    ]


def table_page() -> bytes:
    """Return the content of a page with a table of two columns, and a line above and below."""
    rules = [f"{x} 600 m {x} 700 l S" for x in (70, 200, 330)]
    rules += [f"70 {y} m 330 {y} l S" for y in (600, 650, 700)]
    words = [(80, 670, "task"), (210, 670, "who"), (80, 620, "do"), (210, 620, "unit")]
    words += [(80, 750, "above"), (80, 500, "below")]
    return "\n".join(
        [*rules, *(f"BT /F1 12 Tf {x} {y} Td ({word}) Tj ET" for x, y, word in words)]
    ).encode()


def test_a_table_is_read_by_its_lines() -> None:
    plain = pdf(["x"])
    start, end = plain.index(b"BT /F1"), plain.index(b"\nendstream")
    content = table_page()
    changed = plain[:start] + content + plain[end:]
    changed = changed.replace(b"/Length %d" % (end - start), b"/Length %d" % len(content))
    lines = read(changed)
    assert [line.text for line in lines] == ["above", "task\twho", "do\tunit", "below"]
    assert [line.cells for line in lines][1:3] == [("task", "who"), ("do", "unit")]


def test_progress_is_told_page_by_page() -> None:
    told: list[tuple[int, int]] = []
    read(pdf(["a"], ["b"], ["c"]), lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7\nnothing", "损坏"),
        (pdf(["a"])[:200], "损坏"),
        (pdf([], []), "扫描件"),
    ],
    ids=["broken", "cut", "scanned"],
)
def test_what_cannot_be_read_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words) as raised:
        read(content)
    assert raised.value.hint


def test_an_encrypted_file_is_named() -> None:
    encrypted = pdf(["a"]).replace(
        b"/Root 1 0 R >>",
        b"/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
        + b"11" * 32
        + b"> /U <"
        + b"22" * 32
        + b"> >> >>",
    )
    with pytest.raises(InputError, match="密码"):
        read(encrypted)
