"""Change the program in one place at a time and see whether a test notices.

    python fuzz/mutants.py query reports --most 100 --seed 1 [--jobs 2]

Rooms are folders or files of ``plan_cli``. A mutant negates a condition, drops a branch, swaps
``and`` and ``or``, moves a comparison or a small number by one, halves a large one, or takes an
alternative out of a regular expression; at most one of each kind a line is drawn, the same ones
for the same seed. Each is tried on the tests of its room and the golden corpus, then on what goes
through the whole program; it is alive if all pass. Prints those that are alive and how many.
"""

import argparse
import ast
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
SLOW = ("mutations", "hostile", "printing", "layers", "scripts", "placing", "streams", "output")
"""Tests (``test_…``) that say nothing about one branch, or nothing quickly."""
WHOLE = ["tests/query", "tests/reports", "tests/cli", "tests/test_data.py"]
PATIENCE = 300
"""Seconds after which a mutant that does not end counts as noticed."""

SWAPPED = {
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.In: (" in ", " not in "),
    ast.NotIn: (" not in ", " in "),
    ast.Is: (" is ", " is not "),
    ast.IsNot: (" is not ", " is "),
}
_WORD = r"[^()\[\]{}|\\?*+^$.\"']+"
_ALTERNATIVE = re.compile(rf"(?<=\|){_WORD}\||\|{_WORD}(?=\||\))")


class Mutant(NamedTuple):
    """One change: the characters from ``start`` to ``end`` of a file become ``text``."""

    file: Path
    line: int
    kind: str
    start: int
    end: int
    text: str

    def source(self) -> str:
        """Return the file with the change."""
        whole = (ROOT / self.file).read_text(encoding="utf-8")
        return whole[: self.start] + self.text + whole[self.end :]

    def __str__(self) -> str:
        before = (ROOT / self.file).read_text(encoding="utf-8")[self.start : self.end]
        return f"{self.file}:{self.line} {self.kind}: {before!r} -> {self.text!r}"


class Reader:
    """The source of one file, and where in it the nodes of its tree stand."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.text = (ROOT / file).read_text(encoding="utf-8")
        self.tree = ast.parse(self.text)
        self.lines = self.text.splitlines(keepends=True)
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line))

    def _at(self, line: int, column: int) -> int:
        """Return the offset of a place, whose column counts bytes."""
        return self.starts[line - 1] + len(self.lines[line - 1].encode()[:column].decode())

    def span(self, node: ast.expr) -> tuple[int, int]:
        """Return where ``node`` begins and ends in the text."""
        end_line, end_column = node.end_lineno or 0, node.end_col_offset or 0
        return self._at(node.lineno, node.col_offset), self._at(end_line, end_column)

    def mutants(self) -> Iterator[Mutant]:
        """Yield all changes but of docstrings, of widths of columns, and of ``strict=`` of zip."""
        calls = [node for node in ast.walk(self.tree) if isinstance(node, ast.Call)]
        left_alone = {
            argument
            for call in calls
            if ast.unparse(call.func).startswith("Column")
            for argument in call.args
        } | {word.value for call in calls for word in call.keywords if word.arg == "strict"}
        left_alone |= {each.value for each in ast.walk(self.tree) if isinstance(each, ast.Expr)}
        for node in ast.walk(self.tree):
            if node in left_alone:
                continue
            for kind, start, end, text in self._changes(node):
                line = self.text.count("\n", 0, start) + 1
                yield Mutant(self.file, line, kind, start, end, text)

    def _changes(self, node: ast.AST) -> Iterator[tuple[str, int, int, str]]:
        if isinstance(node, ast.If | ast.IfExp | ast.While):
            yield from self._condition(node.test)
        elif isinstance(node, ast.comprehension):
            for test in node.ifs:
                yield from self._condition(test)
        elif isinstance(node, ast.Compare) and len(node.ops) == 1:
            yield from self._between(node.left, node.comparators[0], *SWAPPED[type(node.ops[0])])
        elif isinstance(node, ast.BoolOp):
            words = (" and ", " or ")
            for left, right in zip(node.values, node.values[1:], strict=False):
                yield from self._between(left, right, *words[:: -1 if _is_or(node) else 1])
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
            signs = ("+", "-")
            if not _is_text(node.left) and not _is_text(node.right):
                add = isinstance(node.op, ast.Add)
                yield from self._between(node.left, node.right, *signs[:: 1 if add else -1])
        elif isinstance(node, ast.Constant) and type(node.value) is int:
            changed = node.value + 1 if node.value < 10 else node.value // 2
            yield "number", *self.span(node), str(changed)
        elif isinstance(node, ast.Constant) and type(node.value) is bool:
            yield "constant", *self.span(node), str(not node.value)
        elif isinstance(node, ast.JoinedStr) or _is_text(node):
            yield from self._alternatives(node)

    def _condition(self, test: ast.expr) -> Iterator[tuple[str, int, int, str]]:
        start, end = self.span(test)
        yield "negated", start, end, f"(not ({self.text[start:end]}))"
        yield "dropped", start, end, "False"

    def _between(
        self, left: ast.expr, right: ast.expr, old: str, new: str
    ) -> Iterator[tuple[str, int, int, str]]:
        """Yield the change of the operator that stands between two operands."""
        start, end = self.span(left)[1], self.span(right)[0]
        words = self.text[start:end].replace("\n", " ")
        if words.count(old) == 1:
            at = start + words.index(old)
            yield "operator", at, at + len(old), new

    def _alternatives(self, node: ast.expr) -> Iterator[tuple[str, int, int, str]]:
        start, end = self.span(node)
        for found in _ALTERNATIVE.finditer(self.text[start:end]):
            yield "alternative", start + found.start(), start + found.end(), ""


def _is_or(node: ast.BoolOp) -> bool:
    return isinstance(node.op, ast.Or)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def drawn(rooms: list[str], most: int, seed: int) -> list[Mutant]:
    """Return up to ``most`` mutants of the rooms, in the order of files and lines."""
    chance = random.Random(seed)
    files = []
    for room in rooms:
        path = ROOT / "plan_cli" / room
        files += sorted(path.rglob("*.py")) if path.is_dir() else [path.with_suffix(".py")]
    places: dict[tuple[Path, int, str], list[Mutant]] = {}
    for file in files:
        for each in Reader(file.relative_to(ROOT)).mutants():
            places.setdefault((each.file, each.line, each.kind), []).append(each)
    one_each = [chance.choice(places[place]) for place in sorted(places)]
    return sorted(chance.sample(one_each, min(most, len(one_each))))


def tests_of(file: Path) -> tuple[list[str], list[str]]:
    """Return the tests to try first (its own, its room, the corpus), and then the others."""
    room = Path("tests", *file.parts[1:-1])
    own = room / f"test_{file.stem}.py"
    first = [own, room, Path("tests/importers/test_golden.py"), Path("tests", file.parts[1])]
    shown = [str(path) for path in dict.fromkeys(first) if (ROOT / path).exists()]
    return [path for path in shown if path.count("/")], WHOLE


def passes(copy: Path, tests: list[str]) -> bool:
    """Say whether the tests pass on a copy of the program, as do the processes they start."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-n", "0", "-p", "no:cacheprovider"]
    command += ["-k", "not spreadsheet_opens"]
    command += [option for name in SLOW for option in ("--ignore-glob", f"*/test_{name}.py")]
    try:
        done = subprocess.run(
            [*command, *tests],
            cwd=copy,
            capture_output=True,
            timeout=PATIENCE,
            env={**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"},
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def is_alive(mutant: Mutant, copies: "SimpleQueue[Path]") -> bool:
    """Say whether no test notices ``mutant``."""
    copy = copies.get()
    place = copy / mutant.file
    kept = place.read_text(encoding="utf-8")
    place.write_text(mutant.source(), encoding="utf-8")
    try:
        return all(passes(copy, tests) for tests in tests_of(mutant.file))
    finally:
        place.write_text(kept, encoding="utf-8")
        copies.put(copy)


def main() -> None:
    """Run as asked on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rooms", nargs="+", help="folders or files of plan_cli")
    parser.add_argument("--most", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    arguments = parser.parse_args()
    mutants = drawn(arguments.rooms, arguments.most, arguments.seed)
    with tempfile.TemporaryDirectory() as folder:
        copies: SimpleQueue[Path] = SimpleQueue()
        for number in range(arguments.jobs):
            hidden = shutil.ignore_patterns(".*", "__pycache__")
            copies.put(shutil.copytree(ROOT, Path(folder) / str(number), ignore=hidden))
        if not passes(Path(folder) / "0", WHOLE):
            sys.exit("the tests fail without a mutant")
        alive = 0
        with ThreadPoolExecutor(arguments.jobs) as pool:
            lives = pool.map(lambda mutant: is_alive(mutant, copies), mutants)
            for mutant, lived in zip(mutants, lives, strict=True):
                alive += lived
                print(f"{'ALIVE' if lived else 'noticed'} {mutant}", flush=True)
    print(f"{len(mutants)} mutants, {alive} alive")


if __name__ == "__main__":
    main()
