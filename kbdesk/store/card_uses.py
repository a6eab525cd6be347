"""Which articles a person opened for which sort of contact, and what was opened after what.

The counts fade (`fading`), and there are only so many: a prior of ranking, never a record of what
somebody did. Nothing here leaves the machine.
"""

from datetime import datetime

from kbdesk.store.database import Database
from kbdesk.store.fading import count_once_more, faded

KEPT = 2_000  # rows
MOST = 20  # articles of one sort of contact that are looked at

SCHEMA = (
    """CREATE TABLE card_uses (
        queue TEXT NOT NULL, intent TEXT NOT NULL, article TEXT NOT NULL,
        count REAL NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (queue, intent, article)) STRICT""",
    "CREATE INDEX card_uses_at ON card_uses (at)",
    """CREATE TABLE opened_next (
        article TEXT NOT NULL, following TEXT NOT NULL,
        count REAL NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (article, following)) STRICT""",
    "CREATE INDEX opened_next_at ON opened_next (at)",
)


class CardUses:
    """Faded counts by queue, motive and article."""

    def __init__(self, user: Database) -> None:
        self._user = user

    def record(self, queue: str, intent: str, article_id: str, at: datetime) -> None:
        """Count one more opening."""
        with self._user.writing() as connection:
            key = (queue, intent, article_id)
            count_once_more(connection, "card_uses", key, at, kept=KEPT)

    def counts(self, queue: str, intent: str, at: datetime) -> dict[str, float]:
        """Map the articles opened most in such contacts to their counts as of a moment."""
        rows = self._user.reading().rows(
            "SELECT article, count, at FROM card_uses WHERE (queue, intent) = (?, ?)",
            queue,
            intent,
        )
        counts = {row["article"]: faded(row["count"], row["at"], at) for row in rows}
        most = sorted(counts, key=lambda article: -counts[article])[:MOST]
        return {article: counts[article] for article in most}
