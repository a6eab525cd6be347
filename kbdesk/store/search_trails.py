"""What was searched at this desk, and what became of it.

It stays on this machine, bounded in rows and in days, and goes when the person says so: the file is
in `secure_delete`. What leaves the desk is an operation of its own, in fewer words.
"""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta

from kbdesk.core.search_trail import Searched, Wording
from kbdesk.store.database import Database
from kbdesk.store.moments import read_moment, write_moment

KEPT = 2_000  # searches
KEPT_FOR = timedelta(days=30)


class SearchTrails:
    """One row a question."""

    def __init__(self, user: Database) -> None:
        self._user = user

    def note(self, searched: Sequence[Searched], now: datetime) -> None:
        """Keep what was searched, and let the oldest go."""
        with self._user.writing() as connection:
            connection.executemany(
                """INSERT INTO searches (at, query, scope, total, degraded, stood, opened,
                        opened_after, next, how) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                [_row(one) for one in searched],
            )
            connection.execute(
                """DELETE FROM searches WHERE at < ?1 OR n NOT IN (
                    SELECT n FROM searches ORDER BY n DESC LIMIT ?2)""",
                (write_moment(now - KEPT_FOR), KEPT),
            )

    def all(self) -> list[Searched]:
        """Return what is kept, the oldest first."""
        rows = self._user.reading().rows("SELECT * FROM searches ORDER BY n")
        return [
            Searched(
                Wording(row["query"], row["total"], bool(row["degraded"]), **_scope(row["scope"])),
                read_moment(row["at"]),
                timedelta(seconds=row["stood"]),
                row["opened"],
                None if row["opened_after"] is None else timedelta(seconds=row["opened_after"]),
                row["next"],
                row["how"],
            )
            for row in rows
        ]

    def forget(self) -> None:
        """Delete all of it, without a letter left behind."""
        with self._user.writing() as connection:
            connection.execute("DELETE FROM searches")
        self._user.fold()


def _row(one: Searched) -> tuple[object, ...]:
    said = one.wording
    scope = {"spaces": said.spaces, "kinds": said.kinds, "tags": said.tags}
    after = None if one.opened_after is None else one.opened_after.total_seconds()
    return (
        write_moment(one.at), said.query, json.dumps(scope), said.total, int(said.degraded),
        one.stood.total_seconds(), one.opened, after, one.next, one.how,
    )  # fmt: skip


def _scope(text: str) -> dict[str, tuple[str, ...]]:
    return {name: tuple(values) for name, values in json.loads(text).items()}
