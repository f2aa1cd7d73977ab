"""Many plans are read one after another; each is freed as soon as it has answered."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from plan_cli.cli.loading import load_plan
from plan_cli.query.asked import select
from plan_cli.reports.listing import listing


@pytest.fixture
def uncollected() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("uncollected")
def test_a_plan_that_is_told_to_is_freed_with_its_last_user() -> None:
    plan = load_plan(None)
    assert list(listing(select(plan, {"dept": ["科普部"]})).rows)
    kept = weakref.ref(plan)
    plan.forget()
    assert kept() is plan
    del plan
    assert kept() is None
