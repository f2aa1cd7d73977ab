"""Parquet files, written while plans come in: memory does not grow with their number."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from plan_cli.errors import OutputError, install_hint
from plan_cli.library.relations import PLAN, YEAR, Relation, Row

GROUP = 100_000
"""How many rows are written at once."""
PLACES = f"{YEAR}=*/part-0.parquet"
"""Where the files of a folder stand."""
_PLACE = list(PLAN).index(YEAR)


def write_parquet(relation: Relation, plans: Iterable[Sequence[Row]], path: Path) -> int:
    """Write the rows of ``plans`` to one file at ``path``; return how many.

    Raises OutputError if pyarrow is not installed.
    """
    with _Writers(_schema(relation, list(PLAN | relation.columns)), lambda year: path) as writers:
        writers.file(0)
        for rows in plans:
            writers.add(0, rows)
        return writers.flush()


def write_by_year(relation: Relation, plans: Iterable[Sequence[Row]], folder: Path) -> int:
    """Write them to ``folder``, those of a year to ``year=2022/part-0.parquet``, which programs
    read as one table; return how many.
    """

    def place(year: int) -> Path:
        file = folder / PLACES.replace("*", str(year))
        file.parent.mkdir(exist_ok=True)
        return file

    columns = [name for name in PLAN | relation.columns if name != YEAR]
    with _Writers(_schema(relation, columns), place) as writers:
        for rows in filter(None, plans):
            apart = [(*row[:_PLACE], *row[_PLACE + 1 :]) for row in rows]
            writers.add(rows[0][_PLACE], apart)
        return writers.flush()


class _Writers(ExitStack):
    """One file for each year; rows wait until there are many, for they are packed together."""

    def __init__(self, schema: Any, place: Callable[[int], Path]) -> None:
        super().__init__()
        self._schema, self._place = schema, place
        self._files: dict[int, Any] = {}
        self._waiting: dict[int, list[Row]] = {}
        self._count = 0

    def file(self, year: int) -> Any:
        """Return what writes the file of ``year``."""
        if year not in self._files:
            writer = _pyarrow().parquet.ParquetWriter(
                self._place(year), self._schema, compression="zstd"
            )
            self._files[year] = writer
            self.callback(writer.close)
        return self._files[year]

    def add(self, year: int, rows: Sequence[Row]) -> None:
        """Take rows of ``year``."""
        self._waiting.setdefault(year, []).extend(rows)
        if sum(map(len, self._waiting.values())) >= GROUP:
            self.flush()

    def flush(self) -> int:
        """Write the rows that wait; return how many rows there have been."""
        for year, rows in self._waiting.items():
            if rows:
                self.file(year).write_table(_table(rows, self._schema))
                self._count += len(rows)
        self._waiting.clear()
        return self._count


def _table(rows: Sequence[Row], schema: Any) -> Any:
    arrow = _pyarrow()
    columns = zip(zip(*rows, strict=True), schema, strict=True)
    return arrow.Table.from_arrays(
        [arrow.array(values, field.type) for values, field in columns], schema=schema
    )


def _schema(relation: Relation, columns: Sequence[str]) -> Any:
    arrow = _pyarrow()
    types = {
        "text": arrow.string(),
        "texts": arrow.list_(arrow.string()),
        "whole": arrow.int32(),
        "number": arrow.float64(),
        "yes or no": arrow.bool_(),
    }
    known = PLAN | relation.columns
    return arrow.schema([(name, types[known[name]]) for name in columns])


def _pyarrow() -> Any:
    try:
        import pyarrow
        import pyarrow.parquet
    except ModuleNotFoundError as error:
        message = f"没有装写 Parquet 的组件（缺少 {error.name}）"
        raise OutputError(message, install_hint("pyarrow")) from error
    return pyarrow
