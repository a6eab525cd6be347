"""What I have answered, kept for good, with the sessions it belongs to and the steps of my paths.

An answer and the operation that tells the server of it are one transaction, and they share an id:
after a crash both are there or neither, and what comes back from the server is the same answer, not
a second one. Of one session a question is answered once. No answer is ever changed or deleted: the
schedule is read from this log, and each stays marked against the question as it was shown. Only how
easy it was may still be said while it waits; should it have left at that very moment, what the
server holds is what counts, on every machine.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kbdesk.store.database import Database
from kbdesk.store.driver import Connection
from kbdesk.store.moments import read_moment, write_moment
from kbdesk.store.operation_hashes import operation_sha256
from kbdesk.store.outbox import Draft, Outbox, State, new_id

_MINE = "server = ? AND person = ?"


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer as it was given and marked."""

    id: str
    question: str
    article: str
    tie: str
    asked: str  # JSON
    answer: tuple[str, ...]
    right: bool
    ease: int
    took: int
    at: datetime
    session: str


@dataclass(frozen=True, slots=True)
class Given:
    """An answer to be kept, and what the server is told of it."""

    question: str
    article: str
    tie: str
    asked: str
    answer: tuple[str, ...]
    right: bool
    ease: int
    took: int
    session: str
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class KeptSession:
    """A session that was begun."""

    id: str
    kind: str
    started: datetime
    questions: tuple[str, ...]
    path: str
    step: str
    ended: bool


@dataclass(frozen=True, slots=True)
class KeptStep:
    """A step of a path as far as it was done here; `score` is the best."""

    path: str
    step: str
    at: datetime
    done: bool
    score: int | None
    tries: int


class Reviews:
    """The log of whoever this desk is of."""

    def __init__(self, user: Database, outbox: Outbox) -> None:
        self._user = user
        self._outbox = outbox

    # answers

    def keep(self, given: Given, at: datetime) -> tuple[Answered, bool]:
        """Keep an answer, durably; return it and whether it is new.

        A question that was answered in its session before keeps that answer.
        """
        with self._user.writing() as connection:
            before = self._in_session(connection, given.session, given.question)
            if before is not None:
                return before, False
            (id_,) = self._outbox.put_all(
                [Draft("review", given.body, f"review:{given.question}")], at
            )
            connection.execute(
                "INSERT INTO reviews VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    id_, given.question, given.article, given.tie, given.asked,
                    _listed(given.answer), int(given.right), given.ease, given.took,
                    write_moment(at), given.session, *self._owner(),
                ),
            )  # fmt: skip
            kept = self._in_session(connection, given.session, given.question, id_)
        assert kept is not None
        return kept, True

    def rate(self, id_: str, ease: int) -> bool:
        """Say how easy an answer was that still waits to be sent; False when it has left."""
        with self._user.writing() as connection:
            row = connection.execute(
                f"SELECT * FROM outbox WHERE id = ? AND state = '{State.WAITING}' AND sent = 0",
                (id_,),
            ).fetchone()
            if row is None:
                return False
            text = json.dumps(
                json.loads(row["body"]) | {"ease": ease}, ensure_ascii=False, sort_keys=True
            )
            sha = operation_sha256(id_, row["kind"], row["at"], row["base_rev"], text)
            connection.execute(
                "UPDATE outbox SET body = ?, sha256 = ? WHERE id = ?", (text, sha, id_)
            )
            connection.execute("UPDATE reviews SET ease = ? WHERE id = ?", (ease, id_))
        return True

    def all(self) -> Iterator[Answered]:
        """Give all answers of this person that were given here, in the order they were kept."""
        rows = self._user.reading().rows(
            f"SELECT * FROM reviews WHERE {_MINE} ORDER BY rowid", *self._owner()
        )
        return map(_answered, rows)

    def stand(self) -> tuple[int, int, str]:
        """Return what is another value as soon as an answer was added or rated."""
        row = self._user.reading().execute(
            f"SELECT count(*), total(ease), coalesce(max(id), '') FROM reviews WHERE {_MINE}",
            self._owner(),
        )
        count, eases, newest = row.fetchone()
        return int(count), int(eases), str(newest)

    def of_question(self, question: str) -> list[Answered]:
        rows = self._user.reading().rows(
            f"SELECT * FROM reviews WHERE {_MINE} AND question = ? ORDER BY rowid",
            *self._owner(),
            question,
        )
        return [_answered(row) for row in rows]

    def of_session(self, session: str) -> list[Answered]:
        rows = self._user.reading().rows(
            "SELECT * FROM reviews WHERE session = ? ORDER BY rowid", session
        )
        return [_answered(row) for row in rows]

    # sessions

    def begin(
        self, kind: str, questions: Sequence[str], at: datetime, path: str = "", step: str = ""
    ) -> KeptSession:
        """Keep a new session."""
        id_ = new_id(at)
        with self._user.writing() as connection:
            connection.execute(
                "INSERT INTO quiz_sessions VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?)",
                (id_, kind, write_moment(at), _listed(questions), path, step, *self._owner()),
            )
        return KeptSession(id_, kind, at, tuple(questions), path, step, ended=False)

    def unfinished(self) -> list[KeptSession]:
        """List the sessions that were begun and not ended, the newest first."""
        rows = self._user.reading().rows(
            f"SELECT * FROM quiz_sessions WHERE ended = 0 AND {_MINE} ORDER BY rowid DESC",
            *self._owner(),
        )
        return [_session(row) for row in rows]

    def session(self, id_: str) -> KeptSession | None:
        rows = self._user.reading().rows("SELECT * FROM quiz_sessions WHERE id = ?", id_)
        return next(map(_session, rows), None)

    def end(self, id_: str) -> None:
        with self._user.writing() as connection:
            connection.execute("UPDATE quiz_sessions SET ended = 1 WHERE id = ?", (id_,))

    # paths

    def keep_step(self, step: KeptStep, body: Mapping[str, Any], *, ending: str = "") -> None:
        """Keep that a step was done or tried, with its operation. What was done stays done.

        `ending` is the session of a test: it ends in the same transaction, so that a try counts
        once. One that had ended before is counted already.
        """
        with self._user.writing() as connection:
            if ending and not _ended_now(connection, ending):
                return
            self._outbox.put("progress", body, step.at, about=f"progress:{step.path}")
            connection.execute(
                """INSERT INTO path_steps VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET at = CASE WHEN done THEN at ELSE excluded.at END,
                        done = max(done, excluded.done), tries = tries + 1,
                        score = max(coalesce(score, excluded.score),
                            coalesce(excluded.score, score))""",  # none where none ever was
                (
                    *self._owner(), step.path, step.step, write_moment(step.at), int(step.done),
                    step.score, step.tries,
                ),
            )  # fmt: skip

    def steps(self) -> list[KeptStep]:
        """List the steps that were done or tried here."""
        rows = self._user.reading().rows(
            f"SELECT * FROM path_steps WHERE {_MINE} ORDER BY path, at, step", *self._owner()
        )
        return [
            KeptStep(
                row["path"], row["step"], read_moment(row["at"]), bool(row["done"]),
                row["score"], row["tries"],
            )
            for row in rows
        ]  # fmt: skip

    def _owner(self) -> tuple[str, str]:
        return self._outbox.identity() or ("", "")

    def _in_session(
        self, connection: Connection, session: str, question: str, id_: str = ""
    ) -> Answered | None:
        where, values = (
            ("id = ?", (id_,)) if id_ else ("session = ? AND question = ?", (session, question))
        )
        if not id_ and not session:
            return None
        row = connection.execute(f"SELECT * FROM reviews WHERE {where}", values).fetchone()
        return None if row is None else _answered(row)


def _ended_now(connection: Connection, session: str) -> bool:
    ended = connection.execute(
        "UPDATE quiz_sessions SET ended = 1 WHERE id = ? AND ended = 0", (session,)
    )
    return bool(ended.rowcount == 1)


def _listed(texts: Sequence[str]) -> str:
    return json.dumps(list(texts))  # ASCII: half a character is kept, and breaks nothing


def _answered(row: Any) -> Answered:
    return Answered(
        row["id"], row["question"], row["article"], row["tie"], row["asked"],
        tuple(json.loads(row["answer"])), bool(row["right"]), row["ease"], row["took"],
        read_moment(row["at"]), row["session"],
    )  # fmt: skip


def _session(row: Any) -> KeptSession:
    return KeptSession(
        row["id"], row["kind"], read_moment(row["started"]), tuple(json.loads(row["questions"])),
        row["path"], row["step"], bool(row["ended"]),
    )  # fmt: skip
