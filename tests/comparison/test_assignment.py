"""The greatest total, against trying every way."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from plan_cli.comparison.assignment import best_pairs

PLACES = st.tuples(st.integers(0, 4), st.integers(0, 4))


def every_way(weights: dict[tuple[int, int], int]) -> int:
    return max(
        sum(weights.get((row, column), 0) for row, column in enumerate(columns))
        for columns in permutations(range(5))
    )


@given(st.dictionaries(PLACES, st.integers(1, 20)))
def test_no_way_is_worth_more(weights: dict[tuple[int, int], int]) -> None:
    pairs = best_pairs(weights)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert sum(weights[pair] for pair in pairs) == every_way(weights)


def test_nothing_to_pair() -> None:
    assert best_pairs({}) == []
