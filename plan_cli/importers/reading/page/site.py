"""Which part of a web page is the document, and which is the site around it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from plan_cli.importers.reading.lines import Line

MOST = 0.85
"""A part of the page that holds so much of the text holds the document."""

_SITE = re.compile(
    r"^(?:您?(?:当前|现在|的)?(?:所在)?位置[：:]|首页|网站首页|索\s?引\s?号|信息分类|主题分类|发文机关[：:]|成文日期"
    r"|发布(?:时间|日期|机构)[：:]|来源[：:]|信息来源[：:]|字体[：:]|字号[：:]|【?字体|浏览(?:次数|量)|阅读次数|点击(?:数|次数|量|率)|访问量|分享到|分享[：:]"
    r"|【打印|【关闭|上一篇|下一篇|相关(?:链接|阅读|文章|附件|解读)|扫一扫|版权所有|网站地图|联系我们|主办单位?[：:].*(?:承办|版权|ICP|备案|网站)"
    r"|网站标识码|.{0,12}ICP备|.{0,8}公网安备|技术支持[：:]"
    r"|(?:(?:打印|关闭|收藏|无障碍|长者版)(?:[本此]?[页站文]|窗口|页面|浏览|阅读|模式|文章|网页)*)+(?!\w))"
)
MAX_SITE = 200
"""Characters; what is longer is no line of a site's frame."""


class Piece(NamedTuple):
    """A line with the part of the page that it stands in, and how much of it is links."""

    line: Line
    part: int
    linked: int


def document_parts(pieces: Sequence[Piece], parents: Sequence[int]) -> frozenset[int]:
    """Return the parts of a page that hold the document: the innermost with most of the text.

    ``parents`` names, for each part, the one that it stands in; part 0 is the page, and no
    part stands before the one around it. All that stand in the part found belong to it.
    """
    weights = [0] * len(parents)
    for piece in pieces:
        weights[piece.part] += _weight(piece)
    for part in range(len(parents) - 1, 0, -1):
        weights[parents[part]] += weights[part]
    heavy = (part for part, weight in enumerate(weights) if weight >= MOST * weights[0])
    found = {max(heavy) if weights[0] else 0}
    for part in range(max(found) + 1, len(parents)):
        if parents[part] in found:
            found.add(part)
    return frozenset(found)


def document_lines(pieces: Sequence[Piece], parts: frozenset[int], title: str) -> list[Line]:
    """Return the lines of a page, those of the site around the document marked as asides.

    The document stands in ``parts``; its title may stand above them as the page's main heading,
    or as what the page's own ``title`` begins with.
    """
    inside = [piece.part in parts for piece in pieces]
    first = inside.index(True) if True in inside else 0
    texts = {piece.line.text for piece, within in zip(pieces, inside, strict=True) if within}
    for index in _title_lines(pieces[:first], title):
        inside[index] = pieces[index].line.text not in texts
    return [
        piece.line if within and not is_site(piece.line) else piece.line._replace(aside=True)
        for piece, within in zip(pieces, inside, strict=True)
    ]


def _title_lines(above: Sequence[Piece], title: str) -> range:
    """Return which lines are the last main heading, or make up most of the page's ``title``."""
    runs = (range(i, end) for end in range(1, len(above) + 1) for i in range(max(0, end - 3), end))
    heads = [run for run in runs if _is_heading([above[i] for i in run], title)]
    return max(heads, key=lambda run: (run.stop, len(run)), default=range(0))


def _is_heading(lines: Sequence[Piece], title: str) -> bool:
    text = "".join("".join(piece.line.text.split()) for piece in lines)
    whole = "".join(title.split())
    named = whole.startswith(text) and len(text) >= max(8, len(whole) / 2)
    return all(piece.line.level == 1 for piece in lines) or (
        named and not any(piece.linked for piece in lines)
    )


def _weight(piece: Piece) -> int:
    """Return how much of a line counts as text: not links, the main heading, the site's words."""
    if piece.line.level == 1 or is_site(piece.line):
        return 0
    return max(0, len(piece.line.text) - piece.linked)


def is_site(line: Line) -> bool:
    """Say whether a line is of the site's own kind: how to print or share, where it came from."""
    return len(line.text) <= MAX_SITE and bool(_SITE.match(line.text))
