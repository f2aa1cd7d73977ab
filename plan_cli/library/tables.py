"""The tables of a library file: plain relations that other programs can read as well."""

from plan_cli.databases import FileKind
from plan_cli.text import fold

LIBRARY = FileKind(
    "计划库",
    application=0x504C4C31,  # “PLL1”
    version=1,
    absent="请先用 plan index 建一份。",
    mend="请删去它，用 plan index 重建：计划库里只有从计划文件读来的内容。",
    outdated="请删去它，用 plan index 重建。",
)

TABLES = """
CREATE TABLE files (key INTEGER PRIMARY KEY, file TEXT NOT NULL UNIQUE, hash TEXT NOT NULL,
    place INTEGER NOT NULL, fault TEXT, hint TEXT);
CREATE TABLE plans (key INTEGER PRIMARY KEY REFERENCES files ON DELETE CASCADE,
    name TEXT NOT NULL, number TEXT, title TEXT NOT NULL, year INTEGER NOT NULL, issuer TEXT,
    file TEXT NOT NULL, tasks INTEGER NOT NULL, content TEXT NOT NULL);
CREATE TABLE units (key INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans ON DELETE CASCADE,
    name TEXT NOT NULL, kind TEXT NOT NULL, is_kind INTEGER NOT NULL);
CREATE INDEX units_of_plans ON units (plan);
CREATE TABLE names (plan INTEGER NOT NULL REFERENCES plans ON DELETE CASCADE,
    kind TEXT NOT NULL, spelling TEXT NOT NULL, alias INTEGER NOT NULL, name TEXT NOT NULL);
CREATE INDEX names_of_plans ON names (plan);
CREATE TABLE tasks (key INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL REFERENCES plans ON DELETE CASCADE,
    id TEXT NOT NULL, list TEXT NOT NULL, no TEXT NOT NULL, title TEXT, title_by TEXT,
    printed TEXT, shown TEXT NOT NULL, section TEXT, action TEXT, project TEXT, named TEXT NOT NULL,
    collectives TEXT NOT NULL, note TEXT NOT NULL);
CREATE INDEX tasks_of_plans ON tasks (plan);
CREATE TABLE measures (key INTEGER PRIMARY KEY,
    task INTEGER NOT NULL REFERENCES tasks ON DELETE CASCADE,
    id TEXT NOT NULL, heading TEXT, text TEXT NOT NULL, named TEXT NOT NULL,
    collectives TEXT NOT NULL);
CREATE INDEX measures_of_tasks ON measures (task);
CREATE TABLE responsibilities (unit INTEGER NOT NULL REFERENCES units ON DELETE CASCADE,
    rank INTEGER NOT NULL, task INTEGER NOT NULL, role TEXT NOT NULL,
    PRIMARY KEY (unit, rank, task)) WITHOUT ROWID;
CREATE TABLE targets (key INTEGER PRIMARY KEY,
    task INTEGER NOT NULL REFERENCES tasks ON DELETE CASCADE,
    what TEXT NOT NULL, op TEXT NOT NULL, value REAL NOT NULL, unit TEXT NOT NULL,
    modality TEXT, quote TEXT NOT NULL);
CREATE INDEX targets_of_tasks ON targets (task);
CREATE TABLE deadlines (key INTEGER PRIMARY KEY,
    task INTEGER NOT NULL REFERENCES tasks ON DELETE CASCADE,
    what TEXT NOT NULL, due TEXT NOT NULL, precision TEXT NOT NULL, modality TEXT,
    quote TEXT NOT NULL);
CREATE INDEX deadlines_of_tasks ON deadlines (task);
CREATE TABLE links (task INTEGER NOT NULL REFERENCES tasks ON DELETE CASCADE,
    linked INTEGER NOT NULL REFERENCES tasks ON DELETE CASCADE, strength TEXT NOT NULL);
CREATE INDEX links_of_tasks ON links (task);
CREATE INDEX links_to_tasks ON links (linked);
CREATE VIRTUAL TABLE words USING fts5 (text, tokenize='unicode61');
"""
"""``files.place`` is the order of the plans; ``names`` has the folded spellings of all that has a
name; ``tasks.printed`` is the title as the document has it and ``shown`` as listings do; a row of
``units`` is a unit, or a kind as a whole; ``rank`` orders the roles, the strongest first; rows of
``responsibilities``, the most of all, go with their units, and need no index by task; ``words`` has
the text of each measure as it is searched, `spaced`, under the key of the measure."""


INDICES = """
CREATE INDEX IF NOT EXISTS units_by_name ON units (name);
CREATE INDEX IF NOT EXISTS names_by_spelling ON names (spelling, kind, alias, plan, name);
"""
"""Those in which each plan has its rows all over: while many are put in, every transaction would
write most of their pages anew. `DROPPED` takes them away."""
DROPPED = "DROP INDEX IF EXISTS units_by_name; DROP INDEX IF EXISTS names_by_spelling"


def spaced(text: str) -> str:
    """Return ``text`` folded, its characters apart.

    Each is a word to the index, and a word of any length a phrase.
    """
    return " ".join(fold(text))


PARTS = ("units", "names", "tasks", "measures", "responsibilities", "targets", "deadlines", "links")
"""The tables that a plan fills besides its own."""
