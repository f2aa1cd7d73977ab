"""The words that one types about a ledger, found."""

import pytest

from plan_cli.errors import UsageError
from plan_cli.ledger.wanted import find_period
from tests.ledger.telling.round import setting, state


def test_the_period_meant_is_the_one_asked_for_or_collected_or_this_quarter() -> None:
    collected = state(setting(period="2023Q1"))
    assert find_period(collected, "2023H1").name == "2023H1"
    assert find_period(collected, None).name == "2023Q1"
    assert find_period(state(), None).name == "2023Q3"
    with pytest.raises(UsageError, match="不是一个报告期"):
        find_period(state(), "上个月")
