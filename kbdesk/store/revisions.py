"""What the text of an article was before: kept, bounded, and gone with its article.

The database itself keeps them, by a trigger: whatever road a text comes by (a page of changes, a
snapshot, a folder brought in), the one it replaces is kept in the same transaction, and no road can
forget to. They hang on the row of their article, so what a person may no longer read goes with it,
and on the space where the text lived, so that it goes too when the article has moved on meanwhile.
A text that is mended under the same number is no version: what it replaces was never published.

The trigger only sets the text aside, since somebody waits for a sync; `tidy` packs it and makes
room in the background, when the index follows.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from kbdesk.core.articles import MANUAL
from kbdesk.store.database import Database
from kbdesk.store.migrations import Migration
from kbdesk.store.moments import read_moment

EACH = 20  # past texts of one article
LONGEST = 1_000_000  # characters of a text that is kept
MOST = 32 * 1024 * 1024  # packed bytes in all: three times the whole of a base of 7,000 articles
BLOCK = 200  # texts packed in one transaction

_TABLE = """CREATE TABLE revisions (
    n INTEGER PRIMARY KEY AUTOINCREMENT,  -- their order
    rid INTEGER NOT NULL REFERENCES entities ON DELETE CASCADE,
    rev INTEGER NOT NULL,
    space TEXT NOT NULL,   -- where the text lived: it goes when the right to that goes
    path TEXT NOT NULL,
    until TEXT NOT NULL,   -- when the next text came
    body ANY NOT NULL,     -- text as it was set aside, or a blob once it is packed
    UNIQUE (rid, rev)) STRICT"""

_KEEP = f"""CREATE TRIGGER revision_kept AFTER UPDATE OF body ON entities
    WHEN OLD.kind = 'article' AND OLD.body <> NEW.body AND OLD.rev <> NEW.rev
        AND OLD.space <> '{MANUAL}' AND length(OLD.body) <= {LONGEST}
    BEGIN
        DELETE FROM revisions WHERE rid = OLD.rid AND rev IN (OLD.rev, NEW.rev);
        INSERT INTO revisions (rid, rev, space, path, until, body) VALUES (OLD.rid, OLD.rev,
            OLD.space, OLD.path, strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now'), OLD.body);
    END"""

MIGRATION = Migration(
    "what articles were before",
    (
        _TABLE,
        "CREATE INDEX revisions_space ON revisions (space)",
        "CREATE INDEX revisions_set_aside ON revisions (n) WHERE typeof(body) = 'text'",
        _KEEP,
        """CREATE TRIGGER revisions_forgotten AFTER DELETE ON spaces BEGIN
            DELETE FROM revisions WHERE space = OLD.space; END""",
    ),
)

_SET_ASIDE = "SELECT n, body FROM revisions WHERE typeof(body) = 'text' ORDER BY n LIMIT ?"

_TOO_MANY = """DELETE FROM revisions WHERE n IN (SELECT n FROM (
    SELECT n, row_number() OVER (PARTITION BY rid ORDER BY n DESC) AS place FROM revisions)
    WHERE place > ?)"""

_TOO_MUCH = """DELETE FROM revisions WHERE n <= (SELECT max(n) FROM (
    SELECT n, sum(length(body)) OVER (ORDER BY n DESC) AS newer FROM revisions)
    WHERE newer > ?)"""


@dataclass(frozen=True, slots=True)
class PastText:
    """A text that was replaced, without the text."""

    rev: int
    until: datetime


@dataclass(frozen=True, slots=True)
class OldText:
    """A text with where it stood."""

    path: str
    space: str
    body: str


class Revisions:
    """The past texts of articles, and the present one beside them."""

    def __init__(self, kb: Database) -> None:
        self._kb = kb

    def present(self, article_id: str) -> int | None:
        """Return the number of the text that is to be read now, None for an unknown article."""
        found: int | None = self._kb.reading().value(
            "SELECT rev FROM entities WHERE kind = 'article' AND id = ?", article_id
        )
        return found

    def of(self, article_id: str) -> Sequence[PastText]:
        """List what an article was before, the newest first."""
        rows = self._kb.reading().rows(
            """SELECT r.rev, r.until FROM revisions r JOIN entities e USING (rid)
                WHERE e.kind = 'article' AND e.id = ? ORDER BY r.n DESC LIMIT ?""",
            article_id,
            EACH,
        )
        return [PastText(row["rev"], read_moment(row["until"])) for row in rows]

    def replaced_since(self, at: datetime) -> dict[str, datetime]:
        """Map the articles whose text was replaced here after a moment to when it was last."""
        rows = self._kb.reading().rows(
            """SELECT e.id, max(r.until) AS until FROM revisions r JOIN entities e USING (rid)
                WHERE r.until > ? GROUP BY e.id""",
            at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S"),
        )
        return {row["id"]: read_moment(row["until"]) for row in rows}

    def text(self, article_id: str, rev: int) -> OldText | None:
        """Return a text of an article, past or present; None when it is not kept."""
        row = (
            self._kb.reading()
            .execute(
                """SELECT r.path, r.space, r.body FROM revisions r
                    JOIN entities e USING (rid)
                    WHERE e.kind = 'article' AND e.id = ?1 AND r.rev = ?2
                UNION ALL SELECT path, space, body FROM entities
                    WHERE kind = 'article' AND id = ?1 AND rev = ?2""",
                (article_id, rev),
            )
            .fetchone()
        )
        if row is None:
            return None
        body = row["body"]
        plain = body if isinstance(body, str) else zlib.decompress(body).decode()
        return OldText(row["path"], row["space"], plain)

    def tidy(self) -> None:
        """Pack what was set aside, and let the oldest make room; nothing to do costs a look."""
        packed = False
        while block := list(self._kb.reading().rows(_SET_ASIDE, BLOCK)):
            small = [(zlib.compress(row["body"].encode()), row["n"]) for row in block]
            with self._kb.writing() as connection:
                connection.executemany("UPDATE revisions SET body = ? WHERE n = ?", small)
            packed = True
        if packed:
            with self._kb.writing() as connection:
                connection.execute(_TOO_MANY, (EACH,))
                connection.execute(_TOO_MUCH, (MOST,))
