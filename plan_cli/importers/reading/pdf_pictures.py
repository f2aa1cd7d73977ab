"""Pages of a PDF that are pictures only: they are drawn and recognised, if that is installed."""

from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

from plan_cli.errors import InputError, OutputError, PlanError, install_hint
from plan_cli.importers.doubts import Cause, Doubt
from plan_cli.importers.reading.lines import RECOGNISERS, Line
from plan_cli.importers.reading.recognition import Recognition, page_numbers

DPI = 200
"""How finely pages are drawn: with less, more characters are misread."""
LONGEST = 4000
"""Pixels of the longer side that a page is drawn with, at most."""


class PicturePages:
    """Recognises pages that hold no words; those that cannot be recognised are told."""

    def __init__(self) -> None:
        self._missing = [name for name in RECOGNISERS if find_spec(name) is None]
        self._recognition = Recognition()
        self._unread: list[int] = []

    def recognised(self, page: Any, number: int) -> list[Line]:
        """Return the lines of page ``number``, which has no words of its own."""
        if next(page.get_objects(), None) is None:
            return []
        if self._missing:
            self._unread.append(number)
            return []
        return self._recognition.page(self.drawn(page), number)

    def drawn(self, page: Any) -> Any:
        """Return a page as a picture."""
        scale = min(DPI / 72, LONGEST / max(page.get_size()))
        return page.render(scale=scale).to_pil().convert("RGB")

    def refusal(self) -> PlanError:
        """Return what is to be raised if no page gave any words."""
        message = "PDF 里没有文字，看来是扫描件"
        if self._unread:
            missing = f"{message}；没有装识别文字的组件（缺少 {self._missing[0]}）"
            return OutputError(missing, install_hint(*RECOGNISERS))
        return InputError(message, "请先用文字识别（OCR）软件转成文字，或向发文单位要 Word 版。")

    def doubts(self) -> Iterator[Doubt]:
        """Yield what is to be told of the pages recognised, and of those that were not."""
        yield from self._recognition.doubts()
        if self._unread:
            about = (page_numbers(self._unread), install_hint(*RECOGNISERS))
            yield Doubt(Cause.NOT_RECOGNISED, about=about)
