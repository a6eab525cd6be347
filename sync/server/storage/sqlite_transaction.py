"""One transaction on one connection of SQLite."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from sync.server.storage.interface import Record


@lru_cache(maxsize=1024)
def sqlite_sql(sql: str) -> str:
    """Leave out what SQLite has not: its writer is alone anyhow."""
    return sql.replace(" FOR UPDATE OF e", "").replace(" FOR UPDATE", "")


class SqliteTransaction:
    """One transaction on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.announced = False

    def run(self, sql: str, *values: object) -> int:
        return self._connection.execute(sqlite_sql(sql), values).rowcount

    def many(self, sql: str, rows: Iterable[Record]) -> None:
        self._connection.executemany(sqlite_sql(sql), rows)

    def rows(self, sql: str, *values: object) -> list[Record]:
        return self._connection.execute(sqlite_sql(sql), values).fetchall()

    def row(self, sql: str, *values: object) -> Record | None:
        cursor = self._connection.execute(sqlite_sql(sql), values)
        found: Record | None = cursor.fetchone()
        cursor.close()
        return found

    def value(self, sql: str, *values: object) -> Any:
        found = self.row(sql, *values)
        return None if found is None else found[0]

    def stream(self, sql: str, *values: object) -> Iterator[Record]:
        return iter(self._connection.execute(sqlite_sql(sql), values))

    @contextmanager
    def attempt(self) -> Iterator[None]:
        self._connection.execute("SAVEPOINT attempt")
        try:
            yield
        except BaseException:
            if self._connection.in_transaction:  # a full disk has undone all of it already
                self._connection.execute("ROLLBACK TO attempt")
                self._connection.execute("RELEASE attempt")
            raise
        self._connection.execute("RELEASE attempt")

    def announce(self) -> None:
        self.announced = True
