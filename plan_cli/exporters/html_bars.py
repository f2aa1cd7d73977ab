"""Bars drawn in a web page."""

from plan_cli.bars import Bar
from plan_cli.exporters.markup import escaped

WIDTH, HEIGHT = 180, 10
FILLS = ("#333", "#fff")
"""What the parts are filled with: what is darkest in print comes first, as in plain characters."""


def drawn(bar: Bar) -> str:
    """Return ``bar`` as a small drawing, which is read aloud as its numbers."""
    unit = WIDTH / max(bar.longest, 1)
    boxes, left = [], 0.0
    for part, fill in zip(bar.parts, FILLS, strict=False):
        if part:
            boxes.append(
                f'<rect x="{left:.1f}" y="0.5" width="{part * unit:.1f}" height="{HEIGHT - 1}"'
                f' fill="{fill}" stroke="#333"/>'
            )
        left += part * unit
    label = escaped("+".join(map(str, bar.parts)))
    return (
        f'<svg role="img" aria-label="{label}" width="{WIDTH + 2}" height="{HEIGHT}"'
        f' viewBox="-1 0 {WIDTH + 2} {HEIGHT}">{"".join(boxes)}</svg>'
    )
