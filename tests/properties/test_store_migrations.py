"""Wherever a migration is interrupted, the file is at one version, whole, and goes on."""

import sqlite3
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.store.database import Database
from kbdesk.store.kb import MIGRATIONS as KB
from kbdesk.store.migrations import Migration
from kbdesk.store.user import MIGRATIONS as USER

AHEAD = Migration(
    "ahead", ("CREATE TABLE ahead (x INTEGER) STRICT", "INSERT INTO ahead VALUES (1)")
)


def schema(path: Path) -> list[str]:
    plain = sqlite3.connect(path)
    found = [row[0] for row in plain.execute("SELECT sql FROM sqlite_schema ORDER BY name, type")]
    plain.close()
    return found


@given(st.sampled_from((KB, USER)), st.data())
def test_an_interrupted_migration_can_be_run_again(
    migrations: tuple[Migration, ...], data: st.DataObject
) -> None:
    """At any statement of any migration of the real databases, and one beyond them."""
    known = (*migrations, AHEAD)
    at = data.draw(st.integers(0, len(known) - 1))
    statement = data.draw(st.integers(0, len(known[at].statements)))
    broken = Migration(known[at].name, (*known[at].statements[:statement], "SELECT x FROM nowhere"))

    def opened(path: Path, steps: tuple[Migration, ...]) -> Database:
        return Database(path, application=7, synchronous="NORMAL", migrations=steps)

    with tempfile.TemporaryDirectory() as folder:
        path, whole = Path(folder) / "a.db", Path(folder) / "b.db"
        with pytest.raises(sqlite3.OperationalError, match="nowhere"):
            opened(path, (*known[:at], broken))
        opened(whole, known[:at]).close()
        assert schema(path) == schema(whole)
        for each in (path, whole):
            opened(each, known).close()
        assert schema(path) == schema(whole)
