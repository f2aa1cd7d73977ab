"""The tasks of an archive as other tools keep them, and the same questions put to these."""

import json
import shutil
import sqlite3
import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from plan_cli.model.plan import Plan
from plan_cli.query.reach import BINDING, role_of
from plan_cli.records import task_record

SQLITE_UTILS = Path(sys.executable).with_name("sqlite-utils")
_COLUMNS = "id, title, section, action, project, named, collectives"


class Rivals:
    """``sqlite-utils`` with tables of its own, ``jq`` with records, ``grep`` with plan files."""

    def __init__(self, folder: Path, plans: Iterable[tuple[str, Plan]], files: Path) -> None:
        self.database, self.records, self.files = folder / "tasks.db", folder / "tasks.json", files
        tasks = [task for _, plan in plans for task in _tasks(plan)]
        self.records.write_text(json.dumps(tasks, ensure_ascii=False), encoding="utf-8")
        with closing(sqlite3.connect(self.database)) as connection:
            _fill(connection, tasks)

    def commands(
        self, dept: str, word: str, year: str, plan: str
    ) -> dict[tuple[str, str], list[str]]:
        """Return the commands by tool and question."""
        where = f"WHERE unit = '{dept}'"
        asked = {
            "list": f"SELECT plan, {_COLUMNS} FROM tasks JOIN roles ON task = key {where}",
            "year": f"SELECT plan, {_COLUMNS} FROM tasks JOIN roles ON task = key {where}"
            f" AND year = {year}",
            "search": "SELECT plan, measures.id, title, measures.text FROM words JOIN measures ON"
            " measures.key = words.rowid JOIN tasks ON tasks.key = task WHERE words MATCH"
            f" '\"{' '.join(word)}\"' ORDER BY measures.key",
            "show": f"SELECT * FROM tasks WHERE plan = '{plan}' AND id = '14'",
        }
        filters = {
            "list": f'.[] | select(.roles | has("{dept}"))',
            "year": f'.[] | select(.year == {year} and (.roles | has("{dept}")))',
            "search": f'.[] | . as $t | .measures[] | select(.text | contains("{word}"))'
            " | . + {plan: $t.plan, title: $t.title}",
            "show": f'.[] | select(.plan == "{plan}" and .id == "14")',
        }
        found: dict[tuple[str, str], list[str]] = {}
        if SQLITE_UTILS.exists():
            for question, query in asked.items():
                tool = [str(SQLITE_UTILS), "query", str(self.database), query]
                found["sqlite-utils", question] = [*tool, "--tsv", "--no-headers"]
        if jq := shutil.which("jq"):
            for question, query in filters.items():
                row = f"{query} | [.plan, .id, .title, .text] | @tsv"
                found["jq", question] = [jq, "-r", row, str(self.records)]
        if grep := shutil.which("grep"):
            found["grep", "list"] = [grep, "-rn", dept, str(self.files)]
            found["grep", "search"] = [grep, "-rn", word, str(self.files)]
        return found


def _tasks(plan: Plan) -> Iterable[dict[str, Any]]:
    for entry in plan.entries:
        roles = {unit.name: role_of(unit, entry) for unit in plan.units}
        binding = {name: role.value for name, role in roles.items() if role in BINDING}
        yield task_record(entry) | {"year": plan.document.year, "roles": binding}


def _fill(connection: sqlite3.Connection, tasks: list[dict[str, Any]]) -> None:
    connection.executescript(
        "CREATE TABLE tasks (key INTEGER PRIMARY KEY, plan TEXT, year INTEGER, id TEXT, title TEXT,"
        " section TEXT, action TEXT, project TEXT, named TEXT, collectives TEXT, text TEXT);"
        "CREATE TABLE roles (unit TEXT, task INTEGER, role TEXT);"
        "CREATE TABLE measures (key INTEGER PRIMARY KEY, task INTEGER, id TEXT, text TEXT);"
        "CREATE VIRTUAL TABLE words USING fts5 (text);"
        "CREATE INDEX roles_by_unit ON roles (unit);"
        "CREATE INDEX tasks_by_plan ON tasks (plan);"
    )
    for key, task in enumerate(tasks, 1):
        lists = ["、".join(task["named"]), "，".join(task["collectives"])]
        plain = [task[name] for name in ("plan", "year", "id", "title", "section")]
        row = [key, *plain, task["action"], task["project"], *lists, task["text"]]
        connection.execute(f"INSERT INTO tasks VALUES ({', '.join('?' * len(row))})", row)
        roles = [(unit, key, role) for unit, role in task["roles"].items()]
        connection.executemany("INSERT INTO roles VALUES (?, ?, ?)", roles)
        for measure in task["measures"]:
            values = (key, measure["id"], measure["text"])
            query = "INSERT INTO measures (task, id, text) VALUES (?, ?, ?)"
            row_id = connection.execute(query, values).lastrowid
            spaced = (row_id, " ".join(measure["text"]))
            connection.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", spaced)
    connection.commit()
