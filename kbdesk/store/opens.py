"""What a person reads: the recent articles, and how often each was opened (a prior of ranking)."""

from datetime import datetime

from kbdesk.store.database import Database
from kbdesk.store.moments import read_moment, write_moment


class Opens:
    """One row per article, so that years of use stay small."""

    def __init__(self, user: Database) -> None:
        self._user = user

    def record(self, article_id: str, at: datetime) -> None:
        with self._user.writing() as connection:
            connection.execute(
                """INSERT INTO opens VALUES (?1, ?2, 1) ON CONFLICT (article)
                    DO UPDATE SET last = max(last, ?2), times = times + 1""",
                (article_id, write_moment(at)),
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

    def latest(self) -> datetime | None:
        """Return the last moment something was opened: a clock before it has been set back."""
        found = self._user.reading().value("SELECT max(last) FROM opens")
        return None if found is None else read_moment(found)
