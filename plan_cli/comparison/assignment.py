"""Pairing off rows and columns so that the total of what the pairs are worth is greatest."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

Weights = Mapping[tuple[int, int], int]
"""What a pair of row and column is worth; pairs that may not be are left out."""


def best_pairs(weights: Weights) -> list[tuple[int, int]]:
    """Return the pairs with the greatest total in which no row or column stands twice.

    Parts that have nothing in common are solved apart: time grows with the cube of a part.
    """
    return [pair for part in _components(weights) for pair in _best(part)]


def _components(weights: Weights) -> Sequence[Weights]:
    """Part the pairs into those that have no task in common with any other."""
    root: dict[tuple[str, int], tuple[str, int]] = {}

    def find(node: tuple[str, int]) -> tuple[str, int]:
        while root.setdefault(node, node) != node:
            root[node] = node = root[root[node]]
        return node

    for i, j in weights:
        root[find(("row", i))] = find(("column", j))
    parts: dict[tuple[str, int], dict[tuple[int, int], int]] = defaultdict(dict)
    for (i, j), weight in weights.items():
        parts[find(("row", i))][i, j] = weight
    return list(parts.values())


def _best(weights: Weights) -> list[tuple[int, int]]:
    """Return the pairs with the greatest total in which no task stands twice."""
    rows, columns = sorted({i for i, _ in weights}), sorted({j for _, j in weights})
    size = max(len(rows), len(columns))
    costs = [[0] * size for _ in range(size)]
    for (i, j), weight in weights.items():
        costs[rows.index(i)][columns.index(j)] = -weight
    assigned = _assign(costs)
    pairs = [(rows[r], columns[c]) for r, c in assigned if r < len(rows) and c < len(columns)]
    return [pair for pair in pairs if pair in weights]


def _assign(costs: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Return the cheapest assignment of rows to columns of a square matrix.

    The Hungarian method with potentials (Kuhn 1955, Munkres 1957): each row in turn takes
    the column at the end of the shortest path of exchanges. Place 0 stands for “none”.
    """
    size = len(costs)
    row_potential, column_potential = [0] * (size + 1), [0] * (size + 1)
    owner = [0] * (size + 1)
    for row in range(1, size + 1):
        owner[0], column = row, 0
        slack: list[float] = [float("inf")] * (size + 1)
        came_from = [0] * (size + 1)
        open_columns = set(range(1, size + 1))
        reached = [0]
        while owner[column]:
            here = owner[column]
            for c in open_columns:
                cost = costs[here - 1][c - 1] - row_potential[here] - column_potential[c]
                if cost < slack[c]:
                    slack[c], came_from[c] = cost, column
            column = min(open_columns, key=lambda c: (slack[c], c))
            delta = int(slack[column])
            for c in reached:
                row_potential[owner[c]] += delta
                column_potential[c] -= delta
            for c in open_columns:
                slack[c] -= delta
            open_columns.remove(column)
            reached.append(column)
        while column:
            owner[column] = owner[came_from[column]]
            column = came_from[column]
    return [(owner[column] - 1, column - 1) for column in range(1, size + 1)]
