"""The questions of the base, found without reading a text again, and which of them sleep.

A question sleeps while the passage it tests differs in substance from the one it was tied to. Which
that was is what everybody agreed on: the entity `question_ties` of its article, kept by the server.
Where there is none, in a base without a server or below an older one, this copy remembers the
passage with which it first saw the question (`question_memory`).

Rows are written with the other parts of an article, whatever road its text came by. Those of an
article that has a newer text, not read yet, are not asked.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kbdesk.core.articles import MANUAL, Article
from kbdesk.core.questions import Placed, Question
from kbdesk.store import asked
from kbdesk.store.database import Database
from kbdesk.store.driver import Connection
from kbdesk.store.migrations import Migration

TIES = "question_ties"

_OF_ENTITY = "INTEGER NOT NULL REFERENCES entities ON DELETE CASCADE"

MIGRATION = Migration(
    "the questions of articles",
    (
        f"""CREATE TABLE questions (
            rid {_OF_ENTITY},
            n INTEGER NOT NULL,
            id TEXT NOT NULL,       -- the same for everybody: sync.protocol.grading.question_id
            tie TEXT NOT NULL,      -- of the passage as it stands
            asked TEXT NOT NULL,    -- JSON
            line INTEGER NOT NULL,
            passage TEXT NOT NULL,
            anchor TEXT NOT NULL,
            heading TEXT NOT NULL,
            UNIQUE (rid, n)) STRICT""",
        "CREATE INDEX questions_id ON questions (id)",
        f"""CREATE TABLE question_memory (
            rid {_OF_ENTITY}, id TEXT NOT NULL, tie TEXT NOT NULL,
            PRIMARY KEY (rid, id)) STRICT, WITHOUT ROWID""",
        # What is here already is read once more, in the background, like what has just come.
        """INSERT OR IGNORE INTO unread SELECT rid FROM entities
            WHERE kind = 'article' AND instr(body, 'quiz')""",
    ),
)

# The tie that everybody agreed on, else the one this copy remembers.
_CONFIRMED = f"""coalesce(
    (SELECT json_extract(t.body, '$.ties."' || q.id || '"') FROM entities t
        WHERE t.kind = '{TIES}' AND t.id = e.id AND json_valid(t.body)),
    (SELECT m.tie FROM question_memory m WHERE m.rid = q.rid AND m.id = q.id), q.tie)"""

_FROM = f"""FROM questions q JOIN entities e USING (rid) JOIN articles a USING (rid)
    WHERE e.space <> '{MANUAL}' AND q.rid NOT IN (SELECT rid FROM unread)
        AND q.rid NOT IN (SELECT rid FROM departed)"""

_IN_FORCE = (
    "(a.valid_from IS NULL OR a.valid_from <= ?) AND (a.valid_to IS NULL OR a.valid_to >= ?)"
)


@dataclass(frozen=True, slots=True)
class Stands:
    """A question of the base, as short as a schedule needs it."""

    id: str
    article: str
    tie: str
    confirmed: str  # the tie it was given; another than `tie`: it sleeps
    shelf: str
    updated: str  # when its article last changed, as that says

    @property
    def awake(self) -> bool:
        return self.tie == self.confirmed


@dataclass(frozen=True, slots=True)
class Whole:
    """A question with what it tests."""

    id: str
    article: str
    title: str
    shelf: str
    space: str  # where the article lives
    rev: int
    question: Question
    passage: str
    anchor: str
    heading: str
    confirmed: str

    @property
    def awake(self) -> bool:
        return self.question.tie == self.confirmed


class Questions:
    """What can be asked."""

    def __init__(self, kb: Database) -> None:
        self._kb = kb

    def state(self) -> int:
        """Return what is another number, on this thread, once anything was written to the base."""
        return int(self._kb.reading().value("PRAGMA data_version"))

    def stand(self, today: date) -> list[Stands]:
        """List the questions of articles that hold today; the same one stands once."""
        day = today.isoformat()
        rows = self._kb.reading().rows(
            f"""SELECT q.id, e.id, q.tie, {_CONFIRMED}, a.shelf, coalesce(a.updated, '')
                {_FROM} AND {_IN_FORCE} ORDER BY e.path, e.id, q.n""",
            day,
            day,
        )
        once: dict[str, Stands] = {}
        for one in (Stands(*row) for row in rows):
            if one.id not in once or (one.awake and not once[one.id].awake):
                once[one.id] = one
        return list(once.values())

    def whole(self, ids: Sequence[str]) -> dict[str, Whole]:
        """Return questions with what they test, by id; those that are gone are left out.

        Of one that stands in several articles, where it is awake, and there the first.
        """
        found = self._whole("q.id IN (SELECT value FROM json_each(?))", json.dumps(list(ids)))
        by_id: dict[str, Whole] = {}
        for one in sorted(found, key=lambda one: not one.awake):
            by_id.setdefault(one.id, one)
        return by_id

    def of_article(self, article_id: str) -> list[Whole]:
        """List the questions of an article, in its order."""
        return self._whole("e.id = ? AND e.kind = 'article'", article_id)

    def tagged(self, tag: str) -> list[str]:
        """Return the ids of the questions of articles that carry a tag, those asleep left out."""
        rows = self._kb.reading().rows(
            f"""SELECT DISTINCT q.id {_FROM} AND q.tie = {_CONFIRMED} AND EXISTS (
                SELECT 1 FROM json_each(a.tags) WHERE value = ? COLLATE NOCASE) ORDER BY q.id""",
            tag,
        )
        return [row[0] for row in rows]

    def articles(self) -> frozenset[str]:
        """Return the ids of the articles that ask something."""
        rows = self._kb.reading().rows(f"SELECT DISTINCT e.id {_FROM}")
        return frozenset(row[0] for row in rows)

    def asleep(self) -> list[Whole]:
        """List the questions whose passage has changed since they were tied to it."""
        return self._whole(f"q.tie <> {_CONFIRMED}")

    def remember(self, ids: Iterable[str]) -> None:
        """Tie questions to their passages as they stand, on a base that has no server."""
        with self._kb.writing(durable=True) as connection:
            connection.execute(
                """INSERT OR REPLACE INTO question_memory SELECT rid, id, tie FROM questions
                    WHERE id IN (SELECT value FROM json_each(?))""",
                (json.dumps(list(ids)),),
            )

    def _whole(self, where: str, *values: object) -> list[Whole]:
        rows = self._kb.reading().rows(
            f"""SELECT q.id, e.id, a.title, a.shelf, e.space, e.rev,
                    q.passage, q.anchor, q.heading, {_CONFIRMED},
                    q.asked, q.tie, q.line
                {_FROM} AND {where} ORDER BY e.path, e.id, q.n""",
            *values,
        )
        found: list[Whole] = []
        for row in rows:
            question = asked.read(row["asked"], tie=row["tie"], line=row["line"])
            if question is not None:
                columns: tuple[object, ...] = (*row[:6], question, *row[6:10])
                found.append(Whole(*columns))  # type: ignore[arg-type]  # columns in this order
        return found


# with the other parts of an article


def clear(connection: Connection, listed: str) -> None:
    """Take the questions of rows out, given as a JSON list."""
    connection.execute(
        "DELETE FROM questions WHERE rid IN (SELECT value FROM json_each(?))", (listed,)
    )


def write(connection: Connection, written: Sequence[tuple[int, Article]]) -> None:
    """Write the questions of articles; what was remembered of one that is gone is forgotten."""
    connection.executemany(
        "INSERT INTO questions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (values for rid, article in written for values in _values(rid, article)),
    )
    listed = json.dumps([rid for rid, article in written])
    connection.execute(
        """DELETE FROM question_memory WHERE rid IN (SELECT value FROM json_each(?))
            AND (rid, id) NOT IN (SELECT rid, id FROM questions)""",
        (listed,),
    )
    connection.execute(
        """INSERT OR IGNORE INTO question_memory SELECT rid, id, tie FROM questions
            WHERE rid IN (SELECT value FROM json_each(?)) ORDER BY rid, n""",
        (listed,),
    )


def _values(rid: int, article: Article) -> Iterable[tuple[object, ...]]:
    for n, placed in enumerate(article.questions):
        question = placed.question
        yield (
            rid,
            n,
            asked.id_of(question),
            question.tie,
            asked.written(question),
            question.line,
            placed.passage,
            placed.anchor,
            placed.heading,
        )


def of_rows(connection: Connection, rids: Sequence[int]) -> dict[int, list[Placed]]:
    """Return the questions of each row, in reading order."""
    parts: dict[int, list[Placed]] = {}
    for row in connection.rows(
        """SELECT * FROM questions WHERE rid IN (SELECT value FROM json_each(?))
            ORDER BY rid, n""",
        json.dumps(list(rids)),
    ):
        question = asked.read(row["asked"], tie=row["tie"], line=row["line"])
        if question is not None:
            placed = Placed(question, row["passage"], row["anchor"], row["heading"])
            parts.setdefault(row["rid"], []).append(placed)
    return parts
