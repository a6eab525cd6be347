"""What the base holds beside articles: its lists of spaces, people, teams, queues and synonyms."""

from collections.abc import Iterator
from dataclasses import dataclass

from kbdesk.store.database import Database
from kbdesk.store.driver import Connection
from sync.protocol.digests import row_sha256


@dataclass(frozen=True, slots=True)
class Entity:
    """A text with what it is."""

    kind: str
    id: str
    body: str


@dataclass(frozen=True, slots=True)
class Found:
    """An entity as it lives here: its text, its revision, and the space it came by."""

    kind: str
    id: str
    space: str
    rev: int
    body: str


_FOUND = """SELECT kind, id, space, rev, body FROM entities
    WHERE kind = ?1 AND rid NOT IN (SELECT rid FROM departed)"""
LAST = "\U0010ffff"  # after every id that begins alike


class Entities:
    """Raw texts by kind and id; what they mean is read elsewhere."""

    def __init__(self, kb: Database) -> None:
        self._kb = kb

    def put(self, kind: str, id_: str, body: str, *, space: str = "base", path: str = "") -> bool:
        """Keep a text; return whether it is another one than was here."""
        if kind == "article":
            raise ValueError("Articles go through Articles.put_all, which keeps their parts too.")
        sha = row_sha256(kind, id_, space, path, body)
        with self._kb.writing(durable=True) as connection:
            old = connection.value(
                "SELECT sha256 FROM entities WHERE kind = ? AND id = ?", kind, id_
            )
            if old == sha:
                return False
            seq = _next_seq(connection)
            connection.execute(
                """INSERT INTO entities (kind, id, space, path, rev, seq, touched, body, sha256)
                    VALUES (?1, ?2, ?3, ?4, 1, ?5, ?5, ?6, ?7)
                    ON CONFLICT (kind, id) DO UPDATE SET space = ?3, path = ?4, rev = rev + 1,
                        seq = ?5, touched = ?5, body = ?6, sha256 = ?7""",
                (kind, id_, space, path, seq, body, sha),
            )
        return True

    def remove(self, kind: str, id_: str) -> bool:
        """Take a text out, leaving a tombstone; return whether there was one."""
        with self._kb.writing(durable=True) as connection:
            rid = connection.value("SELECT rid FROM entities WHERE kind = ? AND id = ?", kind, id_)
            if rid is None:
                return False
            connection.execute(
                "INSERT INTO tombstones VALUES (?, ?, ?, ?)",
                (rid, kind, id_, _next_seq(connection)),
            )
            connection.execute("DELETE FROM entities WHERE rid = ?", (rid,))
        return True

    def get(self, kind: str, id_: str) -> str | None:
        """Return a text to the letter, None when there is none."""
        found: str | None = self._kb.reading().value(
            "SELECT body FROM entities WHERE kind = ? AND id = ?", kind, id_
        )
        return found

    def all(self, kind: str) -> dict[str, str]:
        """Map id → text for all of one kind, by id."""
        rows = self._kb.reading().rows(
            "SELECT id, body FROM entities WHERE kind = ? ORDER BY id", kind
        )
        return {row["id"]: row["body"] for row in rows}

    def one(self, kind: str, id_: str) -> Found | None:
        """Return an entity with where it lives, None when there is none."""
        rows = self._kb.reading().rows(f"{_FOUND} AND id = ?2", kind, id_)
        return next((Found(*row) for row in rows), None)

    def of(self, kind: str, prefix: str = "", space: str = "") -> Iterator[Found]:
        """Give the entities of a kind by id: those whose id begins so, those of a space."""
        sql, values = f"{_FOUND} AND id >= ?2 AND id < ?3", [kind, prefix, prefix + LAST]
        if space:
            sql, values = f"{sql} AND space = ?4", [*values, space]
        for row in self._kb.reading().rows(f"{sql} ORDER BY id", *values):
            yield Found(*row)

    def together(self, kind: str, prefix: str = "") -> tuple[str, str]:
        """Return what `of` gives as two JSON arrays, ids and bodies, for bodies that are JSON.

        Where there are tens of thousands, a row at a time would cost more than what they say; and
        so would an order: it is the same in both, and none.
        """
        found = self._kb.reading().execute(
            """SELECT json_group_array(id), ifnull(group_concat(body), '') FROM entities
                WHERE kind = ?1 AND id >= ?2 AND id < ?3
                    AND rid NOT IN (SELECT rid FROM departed)""",
            (kind, prefix, prefix + LAST),
        )
        ids, every = found.fetchone()
        return ids, f"[{every}]"

    def stand(self, kind: str, prefix: str = "") -> tuple[int, int]:
        """Return two numbers that are others as soon as one of what `of` gives has changed."""
        row = self._kb.reading().execute(
            """SELECT count(*), total(rev) + total(rid) FROM entities
                WHERE kind = ? AND id >= ? AND id < ?""",
            (kind, prefix, prefix + LAST),
        )
        count, sum_ = row.fetchone()
        return int(count), int(sum_)

    def lists(self) -> list[Entity]:
        """Return everything here that is no article, by kind and id."""
        rows = self._kb.reading().rows(
            "SELECT kind, id, body FROM entities WHERE kind <> 'article' ORDER BY kind, id"
        )
        return [Entity(*row) for row in rows]


def _next_seq(connection: Connection) -> int:
    return int(
        connection.value("UPDATE meta SET value = value + 1 WHERE key = 'seq' RETURNING value")
    )
