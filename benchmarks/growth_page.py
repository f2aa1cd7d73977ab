"""The costs of `growth.py` as a table and as a picture, for `docs/performance.md`."""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"
START, END = "<!-- python benchmarks/growth.py --write -->", "<!-- end of the growth -->"
QUESTIONS = {
    "list": "`list --dept`",
    "year": "`list --dept --year`",
    "search": "`search`",
    "show": "`show`",
    "matrix": "`matrix`",
    "plans": "`plans`",
    "index": "`index`，新建",
    "index again": "`index`，没有变化",
}
TOOLS = {
    "files": ("plan，文件", "#c0392b"),
    "library": ("plan，计划库", "#1f6fb4"),
    "sqlite-utils": ("sqlite-utils", "#7d3c98"),
    "jq": ("jq", "#b9770e"),
    "grep": ("grep", "#616a6b"),
    "one file": ("plan，并成一个文件", "#111111"),
}
PANELS = ("list", "year", "search", "show")
WIDTH, HEIGHT, MARGIN = 300, 220, 46
SECONDS = (0.005, 20.0)

Costs = Mapping[tuple[int, str, str], tuple[float, float]]
"""Time in seconds and memory in MB, by plans, tool and question."""


def write_page(costs: Costs) -> None:
    """Put the table into `docs/performance.md`, between its marks, and the picture beside it."""
    page = DOCS / "performance.md"
    text = page.read_text(encoding="utf-8")
    head, _, rest = text.partition(START)
    _, _, tail = rest.partition(END)
    made = "\n".join([START, *table(costs), "", "![各种问法的时间](growth.svg)", END])
    page.write_text(f"{head}{made}{tail}", encoding="utf-8", newline="\n")
    DOCS.joinpath("growth.svg").write_text(picture(costs), encoding="utf-8", newline="\n")


def table(costs: Costs) -> list[str]:
    """Return the lines of the table in Markdown."""
    counts = sorted({count for count, _, _ in costs})
    heads = [f"{count:,} 份（{33 * count:,} 项）" for count in counts]
    lines = [f"| 问 | 用什么 | {' | '.join(heads)} |", f"|---|---|{'---|' * len(counts)}"]
    for question, asked in QUESTIONS.items():
        for tool, (name, _) in TOOLS.items():
            cells = [_cell(costs.get((count, tool, question))) for count in counts]
            if any(cells):
                lines.append(f"| {asked} | {name} | {' | '.join(cells)} |")
    return lines


def _cell(cost: tuple[float, float] | None) -> str:
    if cost is None:
        return ""
    seconds, megabytes = cost
    time = f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"
    return f"{time}，{megabytes:.0f} MB"


def picture(costs: Costs) -> str:
    """Return the picture: time by plans, both growing by powers, a panel for each question."""
    width, height = 2 * (WIDTH + 2 * MARGIN), 2 * (HEIGHT + 2 * MARGIN) + 40
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        ' font-family="sans-serif" font-size="12">',
        f'<rect width="{width}" height="{height}" fill="white"/>',
    ]
    for place, question in enumerate(PANELS):
        x = MARGIN + (place % 2) * (WIDTH + 2 * MARGIN)
        y = MARGIN + (place // 2) * (HEIGHT + 2 * MARGIN)
        parts += [f'<g transform="translate({x},{y})">', *_panel(costs, question), "</g>"]
    for place, (name, colour) in enumerate(TOOLS.values()):
        x = MARGIN + place * 115
        parts.append(f'<rect x="{x}" y="{height - 26}" width="10" height="10" fill="{colour}"/>')
        parts.append(f'<text x="{x + 14}" y="{height - 17}">{name}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def _panel(costs: Costs, question: str) -> list[str]:
    counts = sorted({count for count, _, _ in costs})
    title = QUESTIONS[question].strip("`")
    parts = [
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="none" stroke="#999"/>',
        f'<text x="{WIDTH / 2}" y="-10" text-anchor="middle" font-weight="bold">{title}</text>',
    ]
    for seconds in (0.01, 0.1, 1.0, 10.0):
        y = _y(seconds)
        parts.append(f'<line x2="{WIDTH}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>')
        parts.append(f'<text x="-6" y="{y + 4:.1f}" text-anchor="end">{seconds:g} s</text>')
    for count in counts:
        x = _x(count, counts)
        label = f"{count:,} 份</text>"
        parts.append(f'<text x="{x:.1f}" y="{HEIGHT + 18}" text-anchor="middle">{label}')
    for tool, (_, colour) in TOOLS.items():
        points = [
            (_x(count, counts), _y(costs[count, tool, question][0]))
            for count in counts
            if (count, tool, question) in costs
        ]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points]
    return parts


def _x(count: int, counts: Sequence[int]) -> float:
    widest = math.log(counts[-1] / counts[0]) or 1.0
    return 20 + (WIDTH - 40) * math.log(count / counts[0]) / widest


def _y(seconds: float) -> float:
    low, high = SECONDS
    share = math.log(seconds / low) / math.log(high / low)
    return HEIGHT * (1 - min(1.0, max(0.0, share)))
