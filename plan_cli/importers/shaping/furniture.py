"""What belongs to the page and not to the text: numbers, running heads, contents, a site's menu."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from plan_cli.importers.reading.lines import Line
from plan_cli.importers.reading.page.site import is_site
from plan_cli.importers.shaping.contents import contents
from plan_cli.importers.shaping.markers import find_marker
from plan_cli.importers.shaping.title_ends import ends_title
from plan_cli.notes.labels import LABEL
from plan_cli.text import unspaced

_DASH = r"[—–\-－―─━_~·]"
_PAGE_NUMBER = re.compile(
    rf"^(?:{_DASH}+\s?\d{{1,4}}\s?{_DASH}+|第\s?\d{{1,4}}\s?页(?:[，,/\s]*共\s?\d{{1,4}}\s?页)?"
    rf"|\d{{1,4}}\s?/\s?\d{{1,4}}|[Pp]age\s?\d{{1,4}}(?:\s?of\s?\d{{1,4}})?|{_DASH}+)$"
)
_NUMBER = re.compile(r"\d{1,3}")
_SPLIT_NUMBER = re.compile(rf"{_DASH}(?:\n\d{{1,3}}){{1,3}}\n{_DASH}(?!.)")
"""A page number whose dashes and digits each took a line."""
_DAY = r"20\d\d(?P<mark>[-/.])\d{1,2}(?P=mark)\d{1,2}"
_DATELINE = re.compile(
    rf"^[\[【〔(（]?\s?(?:{_DAY}(?:\s\d{{1,2}}:\d\d(?::\d\d)?)?(?!\S)"
    r"|(?:发布|发表|发文|更新|添加|录入|创建)?(?:日期|时间)\s?[：:]\s?[\[【]?\s?20\d\d"
    r"|(?:信息|文章|稿件|新闻)?来源\s?[：:]|(?:作者|(?:责任)?编辑)\s?[：:]|字\s?[体号]\s?[：:]|大\s中\s小)"
)
"""When and from where a page was published, how large it is shown."""
HEAD = 30
"""Lines; what stands at the head of a document ends within so many."""


def furniture(lines: Sequence[Line]) -> set[int]:
    """Return the lines that belong to the page: numbers, running heads, contents, a site's menu."""
    gone = _running_heads(lines)
    for index, line in enumerate(lines):
        if line.aside or _PAGE_NUMBER.match(line.text):
            gone.add(index)
        if found := _SPLIT_NUMBER.match("\n".join(each.text for each in lines[index : index + 5])):
            gone.update(range(index, index + found[0].count("\n") + 1))
    gone |= contents(lines, gone)
    return gone | set(_site_lines([(i, line) for i, line in enumerate(lines) if i not in gone]))


def _site_lines(lines: Sequence[tuple[int, Line]]) -> Iterator[int]:
    """Yield the lines around the title that a site puts there: above addressees and text."""
    for index, line in lines[:HEAD]:
        if is_site(line) or _DATELINE.match(line.text):
            yield index
        elif line.cells or find_marker(line.text) or "。" in line.text or line.text[-1] in "：:":
            return


def _running_heads(lines: Sequence[Line]) -> set[int]:
    """Return the lines that pages repeat at their top or foot, and lone page numbers there."""
    pages: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        if line.page:
            pages.setdefault(line.page, []).append(index)
    edges = [i for page in pages.values() for i in {*page[:2], *page[-2:]}]
    shapes = Counter(_shape(lines[i].text) for i in edges)
    often = max(3, len(pages) // 2 + 1)
    first, *others = [lines[page[0]].text for page in pages.values()] or [""]

    def runs(line: Line) -> bool:
        times = shapes[_shape(line.text)]
        heads = line.text == first and {first} == {*others}
        return times >= often or (times == len(pages) > 1 and (heads or ends_title(line.text)))

    gone = {
        i
        for i in edges
        if (runs(lines[i]) or _NUMBER.fullmatch(lines[i].text))
        and not lines[i].cells
        and not (find_marker(lines[i].text) or LABEL.match(lines[i].text))
    }
    return gone - _title(lines, gone)


def _title(lines: Sequence[Line], gone: set[int]) -> set[int]:
    """Return the title that pages repeat, where it stands first, if it stands nowhere else."""
    heads = [index for index in sorted(gone) if ends_title(lines[index].text)]
    if not heads:
        return set()
    first = lines[heads[0]]
    above = [
        unspaced(line.text)
        for index, line in enumerate(lines)
        if line.page <= first.page and index not in gone
    ]
    titles = {"".join(above[i : i + count]) for i in range(len(above)) for count in (1, 2, 3)}
    return set() if unspaced(first.text) in titles else {heads[0]}


def _shape(text: str) -> str:
    return re.sub(r"[\d\s]+", "#", text)
