"""Which articles are not to be found now: drafts, scheduled ones, expired ones, the archive.

Few articles have such dates, so they stand in a table of their own; it is read once for each state
of the base, and asked again when the next of its moments has come. Drafts and the archive are not
in the index at all; what turns by the clock is, and each search leaves out what does not stand.
"""

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from kbdesk.core.articles import Article
from kbdesk.core.life_cycle import FIELDS, Life, Status, life_of, next_turn
from kbdesk.store.database import Database
from kbdesk.store.driver import Connection
from kbdesk.store.migrations import Migration

_READ = ", ".join(f"coalesce(json_extract(extra, '$.{name}'), '')" for name in FIELDS)
_SAYS = " OR ".join(f"extra LIKE '%\"{name}\"%'" for name in FIELDS)

MIGRATION = Migration(
    "articles that are not always to be found",
    (
        # As their front matter says it; plain ones are not in here. `still`: turns by no clock.
        """CREATE TABLE lives (
            rid INTEGER PRIMARY KEY REFERENCES entities ON DELETE CASCADE, status TEXT NOT NULL,
            publish_at TEXT NOT NULL, expire_at TEXT NOT NULL, still INTEGER NOT NULL) STRICT""",
        f"""INSERT INTO lives SELECT rid, {_READ}, 0 FROM articles WHERE {_SAYS}""",
        """UPDATE lives SET still = 1 WHERE status IN ('draft', 'review', 'archived')""",
        """DELETE FROM lives WHERE still = 0 AND publish_at = '' AND expire_at = ''""",
    ),
)

STILL = "SELECT rid FROM lives WHERE still = 1"  # what is in no index


@dataclass(frozen=True, slots=True)
class Hidden:
    """What is not to be found at a moment, and until when that is so."""

    rids: frozenset[int] = frozenset()
    ids: frozenset[str] = frozenset()
    turning: frozenset[int] = frozenset()  # those of them that stand in the index
    until: datetime | None = None


class Lives:
    """Knows which articles do not stand."""

    def __init__(self, kb: Database) -> None:
        self._kb = kb
        self._making = threading.Lock()
        self._known: tuple[str, Mapping[int, tuple[str, Life]]] = ("", {})
        self._hidden: tuple[str, datetime, Hidden] | None = None

    def hidden(self, now: datetime) -> Hidden:
        """Return what is not to be found at a moment."""
        state = self._state()
        with self._making:
            if self._hidden is not None and self._hidden[0] == state:
                _, since, found = self._hidden
                if since <= now and (found.until is None or now < found.until):
                    return found
            found = _hidden(self._all(state), now)
            self._hidden = (state, now, found)
            return found

    def of(self, article_id: str) -> Life:
        """Return when an article stands."""
        row = self._kb.reading().rows(
            """SELECT status, publish_at, expire_at FROM lives JOIN entities USING (rid)
                WHERE kind = 'article' AND id = ?""",
            article_id,
        )
        return next((_life(*one) for one in row), Life())

    def all(self) -> dict[str, Life]:
        """Map the ids of articles that do not simply stand to when they do."""
        state = self._state()
        with self._making:
            return dict(self._all(state).values())

    def _state(self) -> str:
        """Return what is another text as soon as the base has changed."""
        found = self._kb.reading().value(
            "SELECT group_concat(value, ' ') FROM meta WHERE key IN ('epoch', 'seq')"
        )
        return str(found)

    def _all(self, state: str) -> Mapping[int, tuple[str, Life]]:
        if self._known[0] != state:
            rows = self._kb.reading().rows(
                """SELECT rid, id, status, publish_at, expire_at
                    FROM lives JOIN entities USING (rid)"""
            )
            found = {rid: (id_, _life(*said)) for rid, id_, *said in rows}
            self._known = (state, found)
        return self._known[1]


def write(connection: Connection, written: Iterable[tuple[int, Article]]) -> None:
    """Keep what the texts of these rows say of when they stand."""
    rows = []
    for rid, article in written:
        life = article.life
        if not life.plain:
            said = [str(article.extra.get(name) or "") for name in FIELDS]
            rows.append((rid, *said, int(life.status is not Status.PUBLISHED)))
    connection.executemany("INSERT INTO lives VALUES (?, ?, ?, ?, ?)", rows)


def clear(connection: Connection, listed: str) -> None:
    """Forget what the texts of these rows (a JSON list) said."""
    connection.execute("DELETE FROM lives WHERE rid IN (SELECT value FROM json_each(?))", (listed,))


def _life(*said: str) -> Life:
    return life_of(dict(zip(FIELDS, said, strict=True)))


def _hidden(known: Mapping[int, tuple[str, Life]], now: datetime) -> Hidden:
    away = {rid: (id_, life) for rid, (id_, life) in known.items() if not life.stands(now)}
    return Hidden(
        frozenset(away),
        frozenset(id_ for id_, _ in away.values()),
        frozenset(rid for rid, (_, life) in away.items() if life.turns()),
        next_turn((life for _, life in known.values()), now),
    )
