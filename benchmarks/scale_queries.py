"""The queries of `docs/scale.md`, as it has them."""

import re
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "scale.md"


def queries() -> dict[str, str]:
    """Return them by the name in their first line."""
    text = PAGE.read_text(encoding="utf-8")
    return dict(re.findall(r"```sql\n-- (\w+)\n(.*?)```", text, re.DOTALL))
