from collections.abc import Iterator
from typing import Any

import pytest

from tests.site.browsing import launched


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    yield from launched()
