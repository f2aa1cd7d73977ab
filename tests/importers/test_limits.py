"""The limits that the documentation tells are those of the program."""

import re
from importlib import import_module

from tests.conftest import ROOT

_ROW = re.compile(
    r"^\| [^|]+ \| (?P<number>[\d,]+) (?P<unit>\w+)[^|]*"
    r"\| `(?P<file>[\w/]+)\.py` (?P<name>[A-Z_]+) \|$",
    re.M,
)


def test_every_limit_told_is_the_one_that_holds() -> None:
    rows = list(_ROW.finditer((ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")))
    told = {f"{row['file']} {row['name']}": row for row in rows}
    assert len(told) == 29
    for row in rows:
        module = import_module(f"plan_cli.{row['file'].replace('/', '.')}")
        number = int(row["number"].replace(",", ""))
        assert getattr(module, row["name"]) == number * (1 << 20 if row["unit"] == "MB" else 1), row
