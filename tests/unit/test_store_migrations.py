"""Migrations: each is there whole with its record, or not at all."""

import sqlite3
from pathlib import Path

import pytest

from kbdesk.errors import NewerStore
from kbdesk.store import kb, user
from kbdesk.store.database import Database
from kbdesk.store.migrations import Migration

V1 = Migration("people", ("CREATE TABLE people (name TEXT NOT NULL) STRICT",))
V2 = Migration(
    "people have towns",
    (
        "ALTER TABLE people ADD COLUMN town TEXT NOT NULL DEFAULT ''",
        "UPDATE people SET town = 'Lille'",
    ),
)
V3 = Migration("towns are found fast", ("CREATE INDEX people_town ON people (town)",))
ALL = (V1, V2, V3)


def opened(path: Path, migrations: tuple[Migration, ...]) -> Database:
    return Database(path, application=7, synchronous="FULL", migrations=migrations)


def shape(path: Path) -> tuple[int, list[str], list[tuple[object, ...]]]:
    """Return version, schema and record of a file, read by plain sqlite3."""
    plain = sqlite3.connect(path)
    version = plain.execute("PRAGMA user_version").fetchone()[0]
    schema = [row[0] for row in plain.execute("SELECT sql FROM sqlite_schema ORDER BY name")]
    ran = plain.execute("SELECT version, name FROM migrations").fetchall() if version else []
    plain.close()
    return version, schema, ran


def at_version(path: Path, version: int) -> None:
    database = opened(path, ALL[:version])
    if version:
        with database.writing() as connection:
            connection.execute("INSERT INTO people (name) VALUES ('Ana')")
    database.close()


@pytest.mark.parametrize("version", [0, 1, 2, 3])
def test_every_older_version_ends_in_the_same_shape(tmp_path: Path, version: int) -> None:
    new, old = tmp_path / "new.db", tmp_path / "old.db"
    opened(new, ALL).close()
    at_version(old, version)
    opened(old, ALL).close()
    assert shape(old) == shape(new)
    assert [name for _, name in shape(old)[2]] == [step.name for step in ALL]


def test_what_was_in_an_older_version_is_kept(tmp_path: Path) -> None:
    at_version(tmp_path / "a.db", 1)
    database = opened(tmp_path / "a.db", ALL)
    assert [tuple(row) for row in database.reading().rows("SELECT * FROM people")] == [
        ("Ana", "Lille")
    ]
    database.close()


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    opened(tmp_path / "a.db", ALL).close()
    before = (tmp_path / "a.db").read_bytes()
    opened(tmp_path / "a.db", ALL).close()
    assert (tmp_path / "a.db").read_bytes() == before


@pytest.mark.parametrize("broken_at", [0, 1, 2])
def test_a_migration_that_fails_in_the_middle_leaves_the_version_before(
    tmp_path: Path, broken_at: int
) -> None:
    """Its first statement is undone with it, and the mended migration then runs."""
    path = tmp_path / "a.db"
    step = ALL[broken_at]
    broken = Migration(step.name, (*step.statements, "SELECT * FROM nowhere"))
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        opened(path, (*ALL[:broken_at], broken))
    assert shape(path)[0] == broken_at
    assert len(shape(path)[2]) == broken_at
    opened(path, ALL).close()
    assert shape(path)[0] == len(ALL)


def test_a_newer_version_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    opened(path, ALL).close()
    before = path.read_bytes()
    with pytest.raises(NewerStore):
        opened(path, ALL[:2])
    assert path.read_bytes() == before


def test_the_real_databases_are_strict_throughout(tmp_path: Path) -> None:
    """SQLite would otherwise keep a text in a column of numbers."""
    for name, open_it in (("kb.db", kb.open_kb), ("user.db", user.open_user)):
        database = open_it(tmp_path / name)
        tables = database.reading().rows(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND NOT strict"
            " AND name NOT LIKE 'sqlite_%'"
        )
        assert [row["name"] for row in tables] == []
        database.close()
