"""What a person reads: the recent articles, and how often each was opened (a prior of ranking)."""

from datetime import datetime, timedelta

from kbdesk.store.database import Database
from kbdesk.store.driver import Connection
from kbdesk.store.fading import count_once_more, faded
from kbdesk.store.moments import read_moment, write_moment

SOON = timedelta(minutes=10)  # between two articles that are read for one matter
KEPT = 5_000  # pairs


class Opens:
    """One row per article, so that years of use stay small."""

    def __init__(self, user: Database) -> None:
        self._user = user

    def record(self, article_id: str, at: datetime) -> None:
        moment = write_moment(at)
        with self._user.writing() as connection:
            _follow(connection, article_id, at)
            connection.execute(
                """INSERT INTO opens VALUES (?1, ?2, 1) ON CONFLICT (article)
                    DO UPDATE SET last = max(last, ?2), times = times + 1""",
                (article_id, moment),
            )

    def recents(self, limit: int) -> list[str]:
        """Return ids, the last opened first."""
        rows = self._user.reading().rows(
            "SELECT article FROM opens ORDER BY last DESC, article LIMIT ?", limit
        )
        return [row["article"] for row in rows]

    def counts(self) -> dict[str, int]:
        """Map article id → how many times it was opened."""
        return {
            row["article"]: row["times"]
            for row in self._user.reading().rows("SELECT article, times FROM opens")
        }

    def following(self, article_id: str, at: datetime) -> dict[str, float]:
        """Map what was opened soon after an article to faded counts as of a moment."""
        rows = self._user.reading().rows(
            "SELECT following, count, at FROM opened_next WHERE article = ?", article_id
        )
        return {row["following"]: faded(row["count"], row["at"], at) for row in rows}

    def latest(self) -> datetime | None:
        """Return the last moment something was opened: a clock before it has been set back."""
        found = self._user.reading().value("SELECT max(last) FROM opens")
        return None if found is None else read_moment(found)


def _follow(connection: Connection, article_id: str, at: datetime) -> None:
    """Remember that an article was opened soon after the last one."""
    last = connection.rows("SELECT article, last FROM opens ORDER BY last DESC, article LIMIT 1")
    for row in last:
        since = at - read_moment(row["last"])
        if row["article"] != article_id and timedelta(0) <= since <= SOON:
            key = (row["article"], article_id)
            count_once_more(connection, "opened_next", key, at, kept=KEPT)
