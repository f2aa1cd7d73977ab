import os
import shutil
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from plan_cli.errors import InputError, PlanError
from plan_cli.library import shelf as shelves
from plan_cli.library.indexing import Read, index
from plan_cli.library.knowing import is_library
from plan_cli.library.opening import open_library
from plan_cli.library.plan_rows import Rows
from plan_cli.library.shelf import Shelf, open_shelf
from plan_cli.library.tables import LIBRARY, PARTS
from plan_cli.model.plan import Plan
from plan_cli.query.plans import Answer, Facts, Which
from tests.library.making import FILES, found, indexed, read


class Titles:
    """Asks a plan for the ids of its tasks."""

    command, records = "none", False
    given: dict[str, Any] = {}  # noqa: RUF012

    def __call__(self, plan: Plan, facts: Facts) -> list[str]:
        return [entry.id for entry in plan.entries]


def answers(library: Path, which: Which = Which()) -> list[Answer[list[str]]]:  # noqa: B008
    with closing(open_library(str(library))) as opened:
        return list(opened.answers(which, Titles(), lambda done, total: None))


def _stem(answer: Answer[list[str]]) -> str | None:
    return Path(answer.facts.file).stem if answer.facts else None


def count(library: Path, table: str) -> int:
    with closing(sqlite3.connect(library)) as connection:
        [(number,)] = connection.execute(f"SELECT count(*) FROM {table}")
    return int(number)


@pytest.fixture
def copies(tmp_path: Path) -> list[Path]:
    return [Path(shutil.copy(file, tmp_path / file.name)) for file in FILES]


def test_only_what_changed_is_read_and_what_is_gone_is_dropped(
    copies: list[Path], tmp_path: Path
) -> None:
    library = tmp_path / "库.db"
    office, office2024, rich = copies
    assert set(indexed(library, office, office2024).fates.values()) == {"new"}
    os.utime(office2024, ns=(1, 1))
    done = indexed(library, office, office2024, rich)
    assert [done.fates[str(file)] for file in copies] == ["unchanged", "changed", "new"]
    assert indexed(library, rich, office).fates == {
        str(rich): "unchanged",
        str(office): "unchanged",
        str(office2024): "gone",
    }
    assert [_stem(answer) for answer in answers(library)] == ["rich", "office"]


def test_nothing_is_left_of_a_plan_that_is_gone(copies: list[Path], tmp_path: Path) -> None:
    library = tmp_path / "库.db"
    indexed(library, *copies)
    assert all(count(library, table) for table in (*PARTS, "words"))
    indexed(library)
    assert [table for table in ("files", "plans", *PARTS, "words") if count(library, table)] == []


def test_a_broken_file_is_kept_with_its_fault_and_the_others_answer(
    copies: list[Path], tmp_path: Path
) -> None:
    library = tmp_path / "库.db"
    office2024 = copies[1]
    indexed(library, *copies)
    office2024.write_text("lists: [", encoding="utf-8")
    done = indexed(library, *copies)
    assert done.fates[str(office2024)] == "broken"
    assert list(done.faults) == [str(office2024)]
    again = indexed(library, *copies)
    assert again.faults[str(office2024)].message == done.faults[str(office2024)].message
    first, broken, last = answers(library)
    assert broken.facts is None
    assert isinstance(broken.told, InputError)
    assert "office2024.yaml" in broken.told.message
    assert [_stem(first), _stem(last)] == ["office", "rich"]


def test_broken_off_it_keeps_what_it_finished(copies: list[Path], tmp_path: Path) -> None:
    def cut(files: Sequence[str]) -> Iterator[Read]:
        yield next(iter(read(files[:1])))
        raise KeyboardInterrupt

    with closing(open_shelf(tmp_path / "库.db", lambda: None)) as shelf:
        with pytest.raises(KeyboardInterrupt):
            index(shelf, [found(path) for path in copies], cut)
        assert list(shelf.kept()) == [str(copies[0])]
    assert len(answers(tmp_path / "库.db")) == 1


def test_broken_off_amid_the_words_none_are_missing(
    copies: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "库.db"
    run, broken = Shelf.run, []

    def breaking(shelf: Shelf, command: str, values: Sequence[Any] = ()) -> int:
        if command == "DELETE FROM waiting" and not broken:
            broken.append(command)
            raise KeyboardInterrupt
        return run(shelf, command, values)

    monkeypatch.setattr(Shelf, "run", breaking)
    monkeypatch.setattr(shelves, "BREATH", 0.0)
    with closing(open_shelf(library, lambda: None)) as shelf, pytest.raises(KeyboardInterrupt):
        index(shelf, [found(path) for path in copies], read)
    assert count(library, "files") == 1
    assert count(library, "words") == count(library, "measures") > 0


def test_half_a_plan_is_never_kept(copies: list[Path], tmp_path: Path) -> None:
    library = tmp_path / "库.db"
    indexed(library, copies[0])
    before = answers(library)
    [_, _, told] = next(iter(read([str(copies[0])])))
    assert isinstance(told, Rows)
    with closing(open_shelf(library, lambda: None)) as shelf:
        half = told._replace(links=[(0, 0)])
        with pytest.raises(PlanError), shelf.keeping():
            shelf.put(str(copies[0]), "other", half)
        assert [kept.hash for kept in shelf.kept().values()] == [found(copies[0]).hash()]
    assert answers(library) == before


def test_readers_see_one_state_while_another_writes(
    copies: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelves, "BREATH", 0.0)
    library = tmp_path / "库.db"
    indexed(library, *copies[:2])
    reader = open_library(str(library))
    telling = reader.answers(Which(), Titles(), lambda done, total: None)
    first = next(telling)
    writer = threading.Thread(target=indexed, args=(library, copies[2]))
    writer.start()
    rest = list(telling)
    writer.join(10)
    assert [_stem(answer) for answer in (first, *rest)] == [
        "office",
        "office2024",
    ]
    assert [_stem(answer) for answer in answers(library)] == ["rich"]


def test_which_plans_are_asked(copies: list[Path], tmp_path: Path) -> None:
    library = tmp_path / "库.db"
    indexed(library, *copies)
    [answer] = answers(library, Which(years=("2024",)))
    assert answer.facts
    assert (answer.facts.year, _stem(answer)) == (2024, "office2024")


def test_what_is_no_library_of_ours_is_refused(copies: list[Path], tmp_path: Path) -> None:
    library = tmp_path / "库.db"
    indexed(library, copies[0])
    assert is_library(str(library))
    assert not is_library(str(copies[0]))
    assert not is_library(str(tmp_path))
    for change, said in [
        (f"PRAGMA user_version={LIBRARY.version + 1}", "更新版本"),
        (f"PRAGMA user_version={LIBRARY.version - 1}", "旧版本"),
        ("PRAGMA application_id=7", "别的程序的数据库，不是计划库"),
    ]:
        with closing(sqlite3.connect(library)) as connection:
            connection.execute(change)
        with pytest.raises(InputError, match=said):
            open_library(str(library))
    library.write_bytes(library.read_bytes()[:5000])
    with pytest.raises(InputError, match=r"损坏|不是计划库"):
        open_library(str(library))
    with pytest.raises(InputError, match="没有计划库"):
        open_library(str(tmp_path / "无.db"))


def test_a_plan_that_another_program_has_changed_is_told_of(
    copies: list[Path], tmp_path: Path
) -> None:
    library = tmp_path / "库.db"
    for content in ("{", "{}", "[1]"):
        library.unlink(missing_ok=True)
        indexed(library, copies[0])
        with closing(sqlite3.connect(library)) as connection:
            connection.execute("UPDATE plans SET content = ?", (content,))
            connection.commit()
        [answer] = answers(library)
        assert isinstance(answer.told, InputError)
        assert "已损坏，或不是计划库" in answer.told.message


def test_two_character_words_are_found_by_the_index(copies: list[Path], tmp_path: Path) -> None:
    library = tmp_path / "库.db"
    indexed(library, *copies)
    with closing(sqlite3.connect(library)) as connection:
        ids = connection.execute(
            "SELECT id FROM words JOIN measures ON key = words.rowid WHERE words MATCH ?",
            ('"论 坛"',),
        ).fetchall()
    assert ids == [("1.1",)]
