"""Web pages, and documents saved as web pages."""

import re
from html import unescape
from html.parser import HTMLParser

from plan_cli.importers.doubts import Told
from plan_cli.importers.reading.decoding import decode
from plan_cli.importers.reading.lines import Printed, Progress, no_progress
from plan_cli.importers.reading.page.reader import PageReader
from plan_cli.importers.reading.page.sheet import Sheet
from plan_cli.importers.reading.page.site import document_lines, document_parts

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.I)
_TITLE = re.compile(r"<title[^>]*>([^<]*)</title", re.I)


def read(content: bytes, progress: Progress = no_progress) -> Printed:
    """Return the lines of a page: one for each block of text, one for each row of a table.

    What was passed over is told where it stands in the document, not in the site around it.
    """
    page = _text(content)
    reader = PageReader(Sheet(page))
    reader.feed(page)
    reader.close()
    reader.finish()
    parts = document_parts(reader.pieces, reader.parents)
    titled = _TITLE.search(page)
    lines = document_lines(reader.pieces, parts, unescape(titled[1]) if titled else "")
    told = Told()
    for gap in reader.gaps:
        if gap.part in parts and gap.stands_in(lines):
            told.place = gap.what.place
            told.add(gap.what.cause, gap.what.words)
    return Printed(lines, tuple(told.doubts()))


def plain(content: bytes) -> str:
    """Return all text of a page outside scripts and styles, as it stands in the file."""
    reader = _Plain()
    reader.feed(_text(content))
    reader.close()
    return "".join(reader.texts)


def _text(content: bytes) -> str:
    """Decode by the page's own declaration where it holds, else by the bytes."""
    declared = _CHARSET.search(content[:4096])
    if declared and declared[1].lower() in (b"gb2312", b"gbk", b"gb18030"):
        try:
            return content.decode("gb18030")
        except UnicodeDecodeError:
            pass
    return decode(content)


class _Plain(HTMLParser):
    """Collects text, whatever it stands in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []

    def handle_data(self, data: str) -> None:
        """Take text; that of scripts and styles is none to the parser, and a title no page's."""
        if not self.cdata_elem and self.lasttag != "title":
            self.texts.append(data)
