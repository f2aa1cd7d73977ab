"""The queries of `docs/scale.md` on Spark, and how long they take beside DuckDB and `plan`.

    python benchmarks/spark.py [COUNT…]

For archives of COUNT plans (10 and 100): exports them, puts each query to Spark in local mode and
to DuckDB, and compares the rows; ends with 1 if they differ. Printed are whole seconds of each,
the start of Spark apart. Needs pyspark, which needs Java; it is no part of the tests.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
from archives import write_archive
from processes import PLAN
from pyspark.sql import SparkSession
from scale_queries import queries

Rows = list[tuple[Any, ...]]


def main() -> None:
    counts = [int(word) for word in sys.argv[1:]] or [10, 100]
    begun = time.perf_counter()
    spark = SparkSession.builder.master("local[*]").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    print(f"Spark starts in {time.perf_counter() - begun:.1f} s")
    same = True
    with tempfile.TemporaryDirectory() as place:
        for count in counts:
            folder = Path(place) / str(count)
            write_archive(count, folder / "plans")
            for table in ("tasks", "targets"):
                _export(folder, table)
            same &= _asked(spark, folder, count)
    raise SystemExit(not same)


def _export(folder: Path, table: str) -> None:
    target = f"{folder / table}/"
    command = [*PLAN, "export", "-p", str(folder / "plans"), "--table", table, "-o", target]
    subprocess.run(command, check=True, capture_output=True)


def _asked(spark: SparkSession, folder: Path, count: int) -> bool:
    """Put all queries to both; say whether the rows are the same."""
    connection = duckdb.connect()
    for table in ("tasks", "targets"):
        spark.read.parquet(str(folder / table)).createOrReplaceTempView(table)
        files = f"read_parquet('{folder / table}/*/*.parquet', hive_partitioning = true)"
        connection.execute(f"CREATE VIEW {table} AS FROM {files}")
    same = True
    for name, query in queries().items():
        ours, slow = _timed(lambda q=query: [tuple(row) for row in spark.sql(q).collect()])
        theirs, fast = _timed(lambda q=query: connection.sql(q).fetchall())
        same &= ours == theirs
        told = "same" if ours == theirs else "OTHER"
        print(f"{count:>5} plans  {name:<9} {len(ours):>6} rows  Spark {slow:6.2f} s  "
              f"DuckDB {fast:6.2f} s  {told}")  # fmt: skip
    return same


def _timed(ask: Callable[[], Rows]) -> tuple[Rows, float]:
    begun = time.perf_counter()
    return ask(), time.perf_counter() - begun


if __name__ == "__main__":
    main()
