"""Pages of a PDF whose words are not in its text: drawn and recognised, if that is installed."""

from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

from plan_cli.errors import InputError, OutputError, PlanError, install_hint
from plan_cli.importers.doubts import Doubt
from plan_cli.importers.reading.lines import RECOGNISERS, Line
from plan_cli.importers.reading.scan.recognition import Recognition

DPI = 200
"""How finely pages are drawn: with less, more characters are misread."""
LONGEST = 4000
"""Pixels of the longer side that a page is drawn with, at most."""


class PicturePages:
    """Recognises pages, if what recognises is installed."""

    def __init__(self) -> None:
        self.missing = next((name for name in RECOGNISERS if find_spec(name) is None), "")
        """What would have to be installed."""
        self._recognition = Recognition()

    def recognised(self, page: Any, number: int) -> list[Line]:
        """Return the lines of page ``number``; none if they cannot be recognised."""
        return [] if self.missing else self._recognition.page(self.drawn(page), number)

    def drawn(self, page: Any) -> Any:
        """Return a page as a picture."""
        scale = min(DPI / 72, LONGEST / max(page.get_size()))
        return page.render(scale=scale).to_pil().convert("RGB")

    def refusal(self, message: str) -> PlanError:
        """Return what is to be raised if no page gave any words, which ``message`` says."""
        if self.missing:
            missing = f"{message}；没有装识别文字的组件（缺少 {self.missing}）"
            return OutputError(missing, install_hint(*RECOGNISERS))
        return InputError(message, "请用更清楚的扫描件再试，或向发文单位要 Word 版。")

    def doubts(self) -> Iterator[Doubt]:
        """Yield what is to be told of the pages recognised."""
        yield from self._recognition.doubts()
