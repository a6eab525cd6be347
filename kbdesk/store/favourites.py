"""The articles a person keeps at hand."""

from datetime import datetime

from kbdesk.store.database import Database
from kbdesk.store.moments import write_moment


class Favourites:
    """Ids, the newest first; one whose article left the base stays, and may come back."""

    def __init__(self, user: Database) -> None:
        self._user = user

    def all(self) -> list[str]:
        rows = self._user.reading().rows("SELECT article FROM favourites ORDER BY at DESC, article")
        return [row["article"] for row in rows]

    def add(self, article_id: str, at: datetime) -> None:
        """Keep an article; one that is kept already keeps its place."""
        with self._user.writing() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO favourites VALUES (?, ?)", (article_id, write_moment(at))
            )

    def remove(self, article_id: str) -> None:
        with self._user.writing() as connection:
            connection.execute("DELETE FROM favourites WHERE article = ?", (article_id,))
