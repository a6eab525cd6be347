"""What a person did, and what became of it. Nothing but the person ever empties it.

An operation belongs to a person at a server from the moment it is made, or, before the first
sign-in, from that; it is never sent as anybody else. One that is refused is parked with its reason
and holds the later ones about the same thing. One that was taken stays for `KEPT` by the server's
own days: a server restored from a backup will have lost it, and is offered it again.
"""

import json
import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from kbdesk.core.identity import RANDOM_BYTES, uuid7
from kbdesk.store.database import Database
from kbdesk.store.driver import Connection
from kbdesk.store.moments import read_moment, write_moment
from kbdesk.store.operation_hashes import body_hash, body_text, operation_sha256

CONFLICT = "conflict"  # an outcome: the server kept the text for somebody to look at


class State(StrEnum):
    """How far an operation has come."""

    WAITING = "waiting"
    REFUSED = "refused"  # parked: the person decides
    DONE = "done"  # kept: a server restored from a backup may ask for it again


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing a person did, with an id of its own so that it can be sent twice and count once."""

    id: str
    kind: str
    at: datetime
    base_rev: int | None
    body: dict[str, Any]
    state: State
    about: str = ""  # "kind:id" of what it is about
    outcome: str = ""
    code: str = ""
    reason: str = ""
    server: str = ""
    person: str = ""
    undoes: str = ""  # the operation that this one takes back
    sent: bool = False  # it may be at the server
    rev: int = 0  # that it made, once the server has it
    place: int = 0  # a later one has a higher number

    @property
    def waits(self) -> bool:
        return self.state is State.WAITING


@dataclass(frozen=True, slots=True)
class Draft:
    """An operation yet to be kept."""

    kind: str
    body: Mapping[str, Any]
    about: str = ""
    base_rev: int | None = None
    upon: str = ""  # the operation that made the text it was made from; it goes after that one
    base_sha256: str = ""  # of that text (sync.protocol.texts)


@dataclass(frozen=True, slots=True)
class Latest:
    """The last that was done about something and that the copy does not show yet."""

    id: str
    kind: str
    sha256: str  # of its body


@dataclass(frozen=True, slots=True)
class Counts:
    """How many operations of whom are in which state; `others` are of another sign-in."""

    waiting: int = 0
    refused: int = 0
    done: int = 0
    others: dict[str, int] = field(default_factory=dict)  # "person" → waiting or parked


# Whose desk this is, as columns.
OWNER = "coalesce((SELECT server FROM identity), ''), coalesce((SELECT person FROM identity), '')"
MINE = f"(server, person) = ({OWNER})"

_INSERT = f"""INSERT INTO outbox
        (id, kind, at, base_rev, body, state, sha256, about, upon, undoes, base_sha256, sent,
            server, person)
    SELECT ?, ?, ?, ?, ?, '{State.WAITING}', ?, ?, ?, ?, ?, 0, {OWNER}"""

# It waits, or it was answered and the copy has not come so far yet. By way of two small indexes: an
# OR would walk through all that was done in a month.
_AHEAD = f"""rowid IN (
    SELECT rowid FROM outbox INDEXED BY outbox_state
        WHERE state = '{State.WAITING}' AND about BETWEEN ?2 AND ?3
    UNION ALL SELECT rowid FROM outbox INDEXED BY outbox_coming
        WHERE coming = 1 AND about BETWEEN ?2 AND ?3)"""
_KINDS = "kind IN (SELECT value FROM json_each(?1))"
_LAST = "\U0010ffff"  # after all that begins alike


class Outbox:
    """Operations in the order they were made."""

    def __init__(self, user: Database) -> None:
        self._user = user

    # make

    def put(
        self,
        kind: str,
        body: Mapping[str, Any],
        at: datetime,
        base_rev: int | None = None,
        about: str = "",
        upon: str = "",
    ) -> str:
        """Keep an operation; when this returns, it survives a power cut. Returns its id."""
        return self.put_all([Draft(kind, body, about, base_rev, upon)], at)[0]

    def put_all(self, drafts: Iterable[Draft], at: datetime) -> list[str]:
        """Keep operations in their order, all or none of them; return their ids."""
        with self._user.writing() as connection:
            return [insert(connection, new_id(at), draft, write_moment(at)) for draft in drafts]

    def attach(self, sha256: str, media_type: str, content: bytes) -> None:
        """Keep the bytes that an operation speaks of until they have been sent."""
        with self._user.writing() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO attachments VALUES (?, ?, ?)", (sha256, media_type, content)
            )

    def attachments(self) -> list[str]:
        """Return the hashes of the files on their way up."""
        rows = self._user.reading().rows("SELECT sha256 FROM attachments ORDER BY rowid")
        return [row["sha256"] for row in rows]

    def attachment(self, sha256: str) -> bytes | None:
        found: bytes | None = self._user.reading().value(
            "SELECT bytes FROM attachments WHERE sha256 = ?", sha256
        )
        return found

    def forget_attachment(self, sha256: str) -> None:
        """Let go of bytes that the server has."""
        with self._user.writing() as connection:
            connection.execute("DELETE FROM attachments WHERE sha256 = ?", (sha256,))

    # look

    def waiting(self) -> list[Operation]:
        """Return what is still to be sent as whoever this desk is of, the oldest first."""
        return self._listed(f"state = '{State.WAITING}' AND {MINE}")

    def parked(self) -> list[Operation]:
        """Return what was refused, or met another change, the oldest first."""
        return self._listed(f"state = '{State.REFUSED}' AND {MINE}")

    def of_kinds(
        self, kinds: Collection[str], about: str = "", *, waiting: bool
    ) -> list[Operation]:
        """Return what waits, or is parked, of some kinds, about one thing or any, oldest first."""
        state = State.WAITING if waiting else State.REFUSED
        return self._listed(
            f"""state = '{state}' AND {_KINDS} AND {MINE} AND (?2 = '' OR about = ?2)""",
            json.dumps(list(kinds)),
            about,
        )

    def ahead(self, kinds: Collection[str], about: str = "") -> list[Operation]:
        """Return what was done here, of some kinds, that the copy does not show yet, oldest first.

        It waits, or it was answered (`rev`) and has not come down. About one thing, any, or all
        that is called alike where `about` ends in a colon.
        """
        last = about if about and about[-1] != ":" else about + _LAST
        where = f"{_AHEAD} AND {_KINDS} AND {MINE}"
        return self._listed(where, json.dumps(list(kinds)), about, last)

    def last_of(self, kind: str, name: str, said: str) -> Operation | None:
        """Return the last that was done of a kind with this in its body, sent or not."""
        where = f"kind = ?1 AND json_extract(body, '$.' || ?2) = ?3 AND {MINE}"
        last = f"rowid = (SELECT max(rowid) FROM outbox WHERE {where})"
        return next(iter(self._listed(last, kind, name, said)), None)

    def taken_back(self) -> frozenset[str]:
        """Return what was taken back here and the copy may still show."""
        return frozenset(one.undoes for one in self.ahead(("take_back",)))

    def count(self) -> int:
        """Return how many operations wait."""
        return self.counts().waiting

    def counts(self) -> Counts:
        rows = self._user.reading().rows(
            f"SELECT state, {MINE} AS mine, person, count(*) FROM outbox GROUP BY 1, 2, 3"
        )
        mine: dict[str, int] = {}
        others: dict[str, int] = {}
        for state, is_mine, person, count in rows:
            if is_mine:
                mine[state] = mine.get(state, 0) + count
            elif state != State.DONE:
                others[person] = others.get(person, 0) + count
        return Counts(
            mine.get(State.WAITING, 0), mine.get(State.REFUSED, 0), mine.get(State.DONE, 0), others
        )

    def latest(self) -> dict[str, Latest]:
        """Map what something was done about to the last of it that the copy does not show yet."""
        return {
            one.about: Latest(one.id, one.kind, body_hash(one.body))
            for one in self._listed(f"{_AHEAD} AND about <> ?1 AND {MINE}", "", "", _LAST)
        }

    # decide about what is parked

    def send_again(self, ids: Iterable[str], at: datetime) -> int:
        """Let parked operations wait again, in their place; return how many.

        Under a new id each: to the old one the server would give its old answer.
        """
        with self._user.writing() as connection:
            return sum(_renew(connection, id_, at) for id_ in ids)

    def repeat(self, kind: str, abouts: Iterable[str], at: datetime) -> int:
        """Let what the server took about some things wait once more; return how many."""
        with self._user.writing() as connection:
            rows = connection.execute(
                f"""SELECT id FROM outbox WHERE kind = ?1 AND state = '{State.DONE}' AND {MINE}
                    AND about IN (SELECT value FROM json_each(?2)) ORDER BY rowid""",
                (kind, json.dumps(list(abouts))),
            ).fetchall()
            return sum(_renew(connection, id_, at, State.DONE) for (id_,) in rows)

    def supersede(self, abouts: Iterable[str]) -> int:
        """Let go of conflicts about things of which a newer text is now offered; return how many.

        The server has kept their texts for somebody to look at, so nothing is lost by it.
        """
        with self._user.writing() as connection:
            return sum(
                connection.execute(
                    f"""UPDATE outbox SET state = '{State.DONE}' WHERE about = ?
                        AND state = '{State.REFUSED}' AND outcome = '{CONFLICT}' AND {MINE}""",
                    (about,),
                ).rowcount
                for about in abouts
            )

    def drop(self, ids: Iterable[str]) -> int:
        """Delete parked operations, as their person asks; return how many."""
        with self._user.writing() as connection:
            return sum(
                connection.execute(
                    f"DELETE FROM outbox WHERE id = ? AND state = '{State.REFUSED}'", (id_,)
                ).rowcount
                for id_ in ids
            )

    def withdraw(self, ids: Iterable[str]) -> int:
        """Delete operations that never left, as their person takes them back; count them."""
        with self._user.writing() as connection:
            return sum(
                connection.execute(
                    f"DELETE FROM outbox WHERE id = ? AND state = '{State.WAITING}' AND sent = 0",
                    (id_,),
                ).rowcount
                for id_ in ids
            )

    def take_back(self, id_: str, after: Draft, at: datetime) -> bool:
        """Take an operation back; return whether nothing of it is at the server, nor will be.

        What never left, or was refused, is deleted. What may be at the server stays, and `after` is
        sent when it was answered; should it be refused then, both go. One that met another's text
        stays parked: the server keeps it. What is being taken back already is not taken back twice.
        """
        with self._user.writing() as connection:
            row = connection.execute("SELECT * FROM outbox WHERE id = ?", (id_,)).fetchone()
            if row is not None and row["outcome"] == CONFLICT:
                return True
            if row is not None and _is_only_here(row):
                connection.execute("DELETE FROM outbox WHERE id = ?", (id_,))
                return True
            twice = f"SELECT 1 FROM outbox WHERE undoes = ? AND state <> '{State.REFUSED}'"
            if connection.execute(twice, (id_,)).fetchone() is None:
                insert(connection, new_id(at), after, write_moment(at), undoes=id_)
            return False

    # whose desk

    def identity(self) -> tuple[str, str] | None:
        """Return (server, person) that this desk is of, None before the first sign-in."""
        row = self._user.reading().execute("SELECT server, person FROM identity").fetchone()
        return None if row is None else (row["server"], row["person"])

    def belong_to(self, server: str, person: str) -> None:
        """Make this the desk of a person; what nobody owns yet becomes theirs."""
        with self._user.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO identity VALUES (1, ?, ?)", (server, person))
            connection.execute(
                "UPDATE outbox SET server = ?, person = ? WHERE server = '' AND person = ''",
                (server, person),
            )

    def _listed(self, where: str, *values: object) -> list[Operation]:
        sql = f"SELECT *, rowid AS place FROM outbox WHERE {where} ORDER BY rowid"
        rows = self._user.reading().rows(sql, *values)
        return [_operation(row) for row in rows]


def new_id(at: datetime) -> str:
    return str(uuid7(at, os.urandom(RANDOM_BYTES)))


def rewrite(
    connection: Connection, row: Mapping[str, Any], *, id_: str, base_rev: int | None
) -> None:
    """Give an operation another id or base, in its place, with a hash that fits."""
    sha = operation_sha256(id_, row["kind"], row["at"], base_rev, row["body"], row["base_sha256"])
    connection.execute(
        "UPDATE outbox SET id = ?, base_rev = ?, sha256 = ? WHERE id = ?",
        (id_, base_rev, sha, row["id"]),
    )


def insert(connection: Connection, id_: str, draft: Draft, moment: str, *, undoes: str = "") -> str:
    """Keep an operation under an id, based on what the one it is made upon has become meanwhile.

    It never waits for what another person did at this desk: that goes when they are back.
    """
    text = body_text(draft.body)
    row = connection.execute(
        f"SELECT rev, {MINE} AS mine FROM outbox WHERE id = ?", (draft.upon,)
    ).fetchone()
    base_rev = (row["rev"] if row else 0) or draft.base_rev
    upon = draft.upon if row and row["mine"] else ""
    base = draft.base_sha256
    sha = operation_sha256(id_, draft.kind, moment, base_rev, text, base)
    values = (id_, draft.kind, moment, base_rev, text, sha, draft.about, upon, undoes, base)
    connection.execute(_INSERT, values)
    return id_


def _is_only_here(row: Mapping[str, Any]) -> bool:
    """Say whether the server cannot have it: it never left, or the answer was no."""
    state = State(row["state"])
    return state is State.REFUSED or (state is State.WAITING and not row["sent"])


def _renew(connection: Connection, id_: str, at: datetime, state: State = State.REFUSED) -> int:
    row = connection.execute(
        f"SELECT * FROM outbox WHERE id = ? AND state = '{state}'", (id_,)
    ).fetchone()
    if row is None:
        return 0
    again = new_id(at)
    rewrite(connection, row, id_=again, base_rev=row["base_rev"])
    connection.execute(
        f"""UPDATE outbox SET state = '{State.WAITING}', outcome = '', code = '', reason = '',
            acked_at = '', epoch = '', sent = 0, rev = 0, seq = 0, coming = 0
            WHERE id = ?""",
        (again,),
    )
    return 1


def _operation(row: Any) -> Operation:
    return Operation(
        id=row["id"],
        kind=row["kind"],
        at=read_moment(row["at"]),
        base_rev=row["base_rev"],
        body=json.loads(row["body"]),
        state=State(row["state"]),
        about=row["about"],
        outcome=row["outcome"],
        code=row["code"],
        reason=row["reason"],
        server=row["server"],
        person=row["person"],
        undoes=row["undoes"],
        sent=bool(row["sent"]),
        rev=row["rev"],
        place=row["place"],
    )
