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
    Of two series that print alike (1. in 1.), each is a kind of its own.
    """
    parted = _parted(blocks)
    ranks = _ranks([block.marker for block in parted if block.marker and not block.columns])
    return [
        replace(block, marker=block.marker._replace(rank=ranks[block.marker.kind]))
        if block.marker and block.marker.kind in ranks
        else block
        for block in parted
    ]


def _parted(blocks: Sequence[Block]) -> list[Block]:
    """Return ``blocks``, the series of one kind told apart where only so their numbers go on."""
    values: dict[str, list[int]] = {}
    apart: dict[str, dict[str, list[int]]] = {}
    for block in blocks:
        if marker := block.marker:
            values.setdefault(marker.kind, []).append(marker.value)
            series = apart.setdefault(marker.kind, {})
            series.setdefault(block.paragraph.series, []).append(marker.value)
    places = {
        (kind, name): place
        for kind, series in apart.items()
        if _breaks(values[kind]) > sum(map(_breaks, series.values()))
        for place, name in enumerate(series)
    }

    def own(block: Block) -> Block:
        marker = block.marker
        place = places.get((marker.kind, block.paragraph.series), 0) if marker else 0
        if not marker or not place:
            return block
        kind, rank = f"{marker.kind} {place}", marker.rank + PLACE * place
        return replace(block, marker=marker._replace(kind=kind, rank=rank))

    return [own(block) for block in blocks]


def _breaks(values: Sequence[int]) -> int:
    """Return how often numbers neither go on nor begin again."""
    return sum(value not in (1, before + 1) for before, value in pairwise([0, *values]))


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
