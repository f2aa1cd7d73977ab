"""How numbers nest in a document that has an order of its own: 一、 over 壹、, 1. over （一）."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from plan_cli.importers.shaping.markers import Marker
from plan_cli.importers.shaping.nodes import Block

STEP, PLACE = 0.05, 0.001
"""How far a kind is set above those it holds; of several, the first in the document highest."""


def nested(blocks: Sequence[Block]) -> list[Block]:
    """Return ``blocks``, each number with the rank that its kind has here.

    Whatever is usual: it stands above a kind that begins between its first item and its second.
    """
    markers = [block.marker for block in blocks if block.marker and not block.columns]
    ranks = _ranks(markers)
    return [
        replace(block, marker=block.marker._replace(rank=ranks[block.marker.kind]))
        if block.marker and block.marker.kind in ranks
        else block
        for block in blocks
    ]


def _ranks(markers: Sequence[Marker]) -> dict[str, float]:
    """Return the ranks of the kinds that stand above kinds which usually stand above them."""
    ranks: dict[str, float] = {}
    for place, kind in enumerate(dict.fromkeys(marker.kind for marker in markers)):
        items = [index for index, marker in enumerate(markers) if marker.kind == kind]
        first, second = next(pairwise(items), (0, 0))
        if [markers[first].value, markers[second].value] != [1, 2]:
            continue
        before = {marker.kind for marker in markers[:first]}
        held = [
            marker.rank
            for marker in markers[first + 1 : second]
            if marker.value == 1 and marker.kind not in before and marker.rank < markers[first].rank
        ]
        if held:
            ranks[kind] = min(held) - STEP + PLACE * place
    return ranks
