"""PDF files with a text layer, by PDFium: characters at their places, put together anew.

Some pages cannot be read so: pictures of pages, and fonts that do not say what their characters
are. `pages` tells them, so that they can be recognised from their looks.
"""

import ctypes
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import Any, NamedTuple

from plan_cli.errors import InputError, install_hint
from plan_cli.importers.doubts import Cause, Doubt
from plan_cli.importers.reading.lines import RECOGNISERS, Line, Printed, Progress, no_progress
from plan_cli.importers.reading.pdf.pdf_page import Pages
from plan_cli.importers.reading.pdf.pdf_pictures import PicturePages
from plan_cli.importers.reading.pdf.pdf_words import HOLE, turned, words_of
from plan_cli.importers.reading.pdf_tables import Box

BLANK = "请核对是否选错了文件，或向发文单位要 Word 版。"
MAX_PAGES = 2000
MAX_DRAWN = 20_000
MAX_CHARACTERS = 5_000_000
MAX_DEPTH = 4
"""How deep forms may stand in forms."""
TEXT, PATH, IMAGE, SHADING = 1, 2, 3, 4
"""PDFium's numbers for what stands on a page (FPDF_PAGEOBJ_…)."""
FILL_AND_STROKE = 2
FEW = 30
"""Characters, with which a page that is a picture may be numbered or stamped."""
COVERS = 0.5
"""The share of a page that pictures cover, if the page is one."""
SMALL = 20.0
"""Points; what is no larger is no picture, but a line or an ornament."""


class Page(NamedTuple):
    """A page as far as it can be read, and what is wrong with it."""

    number: int
    lines: Sequence[Line]
    faults: frozenset[Cause] = frozenset()

    @property
    def unreadable(self) -> bool:
        """Whether it shows words that are not, or not rightly, among its lines."""
        return not self.faults.isdisjoint((Cause.PICTURE, Cause.GARBLED))


def read(content: bytes, progress: Progress = no_progress) -> Printed:
    """Return the lines of all pages; ``progress`` is told after each page.

    Raises InputError for files that are encrypted, broken, or pictures of pages only.
    """
    pictures = PicturePages()
    found = pages(content, progress, pictures)
    lines = [line for page in found for line in page.lines]
    text = "".join(line.text for line in lines)
    if not text:
        shown = any(page.faults for page in found)
        message = "PDF 里没有文字，看来是扫描件"
        raise pictures.refusal(message) if shown else InputError(message, BLANK)
    if text.count(HOLE) > len(text) / 2:
        raise pictures.refusal("PDF 的字体没有写明是什么字，读出来大半是乱码")
    return Printed(lines, [*_doubts(found, pictures.missing), *pictures.doubts()])


def pages(
    content: bytes, progress: Progress = no_progress, pictures: PicturePages | None = None
) -> list[Page]:
    """Return all pages, unreadable ones as ``pictures`` recognises them; ``progress`` is told.

    Raises InputError for files that are encrypted, broken or too long.
    """
    with _opened(content) as document:
        found: list[Page] = []
        assembly, characters = Pages(), 0
        for page, text in _texts(document):
            characters += text.count_chars()
            if characters > MAX_CHARACTERS:
                raise InputError("PDF 里的文字过多", "请只保留正文各页再试。")
            with _whole(len(found) + 1):
                found.append(_read_page(page, text, assembly))
            if pictures and found[-1].unreadable:
                lines = pictures.recognised(page, len(found))
                found[-1] = Page(len(found), lines) if lines else found[-1]
            progress(len(found), len(document))
        return found


def plain(content: bytes) -> str:
    """Return the text as PDFium gives it, page by page, put together by none of our rules.

    Raises InputError as `pages` does.
    """
    with _opened(content) as document:
        return "\n".join(text.get_text_range() for _, text in _texts(document))


def _doubts(found: Sequence[Page], missing: str) -> Iterator[Doubt]:
    for cause in (Cause.PICTURE, Cause.GARBLED, Cause.TABLE_UNREAD):
        numbers = [page.number for page in found if cause in page.faults]
        shown = "、".join(_stretches(numbers)) if numbers else ""
        if shown and cause is not Cause.PICTURE:
            yield Doubt(cause, (), f"第 {shown} 页")
        elif shown and missing:  # else recognition tells what it found nothing on
            yield Doubt(Cause.NOT_RECOGNISED, (), "", (shown, install_hint(*RECOGNISERS)))


def _stretches(numbers: Sequence[int]) -> Iterator[str]:
    """Yield numbers in short: 1—3 for 1, 2 and 3."""
    start = numbers[0]
    for number, following in pairwise([*numbers, 0]):
        if following != number + 1:
            yield str(number) if number == start else f"{start}—{number}"
            start = following


@contextmanager
def _opened(content: bytes) -> Iterator[Any]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise _refused(str(error)) from None
    try:
        if len(document) > MAX_PAGES:
            message = f"PDF 有 {len(document)} 页，超过 {MAX_PAGES} 页"
            raise InputError(message, "请只保留正文各页再试。")
        yield document
    finally:
        document.close()


def _refused(reason: str) -> InputError:
    if "assword" in reason or "ecurity" in reason:
        return InputError("PDF 设有密码，读不出文字", "请用 PDF 软件打开，去掉密码另存一份，再试。")
    return InputError("PDF 文件损坏，打不开", "请重新下载，或用 PDF 软件打开后另存一份。")


def _texts(document: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each page with its text, both closed behind it."""
    for index in range(len(document)):
        with _whole(index + 1):
            page = document[index]
            _give_extent(page)
            text = page.get_textpage()
        yield page, text
        text.close()
        page.close()


@contextmanager
def _whole(number: int) -> Iterator[None]:
    """Refuse the file if this page turns out to be broken."""
    import pypdfium2

    try:
        yield
    except pypdfium2.PdfiumError:
        raise InputError(
            f"PDF 的第 {number} 页损坏，读不出来", "请用 PDF 软件打开后另存一份，再试。"
        ) from None


def _give_extent(page: Any) -> None:
    """Give an outline to what is set in a font that this machine does not have.

    Such words have no height, and a single character no width either. PDFium leaves out what
    has no width, and of two equal words without height, one below the other, the second
    (``CPDF_TextPage::IsSameTextObject``). The outline has a width, that of its line.
    """
    import pypdfium2
    import pypdfium2.raw as pdfium

    for piece in page.get_objects(filter=[TEXT], max_depth=MAX_DEPTH):
        left, bottom, right, top = piece.get_bounds()
        lost = left == right or bottom == top
        if lost and not pdfium.FPDFFont_GetIsEmbedded(pdfium.FPDFTextObj_GetFont(piece)):
            pdfium.FPDFTextObj_SetTextRenderMode(piece, FILL_AND_STROKE)
            piece.transform(pypdfium2.PdfMatrix())


def _read_page(page: Any, text: Any, assembly: Pages) -> Page:
    words = words_of(text)
    boxes = [turned(_box(drawn), words.turn) for drawn in _drawn(page, PATH)]
    lines = assembly.lines(words.pieces, boxes, _apart(text))
    found = {
        Cause.GARBLED: words.unmapped,
        Cause.TABLE_UNREAD: assembly.unread,
        Cause.PICTURE: _is_picture(page, sum(len(line.text) for line in lines)),
    }
    return Page(assembly.number, lines, frozenset(cause for cause in found if found[cause]))


def _apart(text: Any) -> Callable[[int, int], bool]:
    """Return what says of two characters whether they were drawn by themselves."""
    import pypdfium2.raw as pdfium

    def drawn_by(index: int) -> int | None:
        return ctypes.cast(pdfium.FPDFText_GetTextObject(text, index), ctypes.c_void_p).value

    return lambda one, other: drawn_by(one) != drawn_by(other)


def _drawn(page: Any, *kinds: int) -> Iterator[Any]:
    objects = page.get_objects(filter=list(kinds), max_depth=MAX_DEPTH)
    for _, drawn in zip(range(MAX_DRAWN), objects, strict=False):
        yield drawn


def _box(drawn: Any) -> Box:
    """Return where something stands on the page, also if it stands in a form."""
    box: Box = drawn.get_bounds()
    form = drawn.container
    while form is not None:
        box = form.get_matrix().on_rect(*box)
        form = form.container
    return box


def _is_picture(page: Any, characters: int) -> bool:
    """Say whether a page with so many characters shows its words in a picture."""
    if characters > FEW:
        return False
    width, height = page.get_size()
    shown = 0.0
    for drawn in _drawn(page, PATH, IMAGE, SHADING):
        left, bottom, right, top = _box(drawn)
        large = right - left > SMALL and top - bottom > SMALL
        if large and not (drawn.type == PATH and (characters or _is_white(drawn))):
            shown += (right - left) * (top - bottom)
    return shown > COVERS * width * height if characters else shown > 0


def _is_white(path: Any) -> bool:
    """Say whether something drawn is but white ground."""
    import pypdfium2.raw as pdfium

    mode, stroked = ctypes.c_int(), pdfium.FPDF_BOOL()
    pdfium.FPDFPath_GetDrawMode(path, mode, stroked)
    colours = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(path, *colours)
    return not stroked.value and all(colour.value == 255 for colour in colours)
