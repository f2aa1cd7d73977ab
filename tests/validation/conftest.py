"""A small sound plan, and what is said of it once something in it is changed."""

from collections.abc import Callable

import pytest

from plan_cli.planfile.source import Source
from plan_cli.validation.everything import Problem, examine
from tests.conftest import RICH

Examine = Callable[..., list[Problem]]


@pytest.fixture
def problems_after() -> Examine:
    """Return a function that swaps pieces of text in the sound plan and examines it."""

    def examined(*swaps: tuple[str, str]) -> list[Problem]:
        text = RICH.read_text(encoding="utf-8")
        for old, new in swaps:
            assert text.count(old) == 1, f"{old!r} must stand once in {RICH.name}"
            text = text.replace(old, new)
        return examine(Source("x.yaml", text)).problems

    return examined
