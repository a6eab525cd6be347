"""The outbox as the engine sees it: what to send next, what became of it, what to offer again.

Of each thing only the oldest operation is sent, and the next one when that has been answered: then
its base is the revision that the first one made, and a refusal is known before it is built upon.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Any

from kbdesk.store.database import Database
from kbdesk.store.driver import Connection
from kbdesk.store.moments import read_moment, write_moment
from kbdesk.store.outbox import MINE, State, rewrite
from sync.protocol.wire import PUSH_BYTES, PUSH_OPERATIONS, Operation, Pushed, Raw, Result, Status

KEPT = timedelta(days=35)  # by the days of the server: longer than it goes between two backups
ENVELOPE = 400  # bytes that an operation takes besides its body

# Their base is a revision of an article, and the answer tells the revision of something else.
_OF_ANOTHER = frozenset({"suggest", "settle", "verify"})

# What is the first of its thing; nothing is known to be about the same where nothing is said.
_NEXT = f"""SELECT * FROM outbox o WHERE state = '{State.WAITING}' AND {MINE} AND NOT EXISTS (
        SELECT 1 FROM outbox p WHERE p.about = o.about AND p.about <> '' AND p.rowid < o.rowid
            AND (p.server, p.person) = (o.server, o.person) AND p.state <> '{State.DONE}')
    ORDER BY rowid LIMIT {PUSH_OPERATIONS}"""


def next_to_send(user: Database) -> Sequence[Operation]:
    """Return the operations of one push."""
    return list(_within_bounds(user.reading().rows(_NEXT)))


def _within_bounds(rows: Iterator[Any]) -> Iterator[Operation]:
    room = PUSH_BYTES
    for row in rows:
        body = row["body"].encode()
        room -= len(body) + ENVELOPE
        if room < 0 and len(body) + ENVELOPE < PUSH_BYTES:
            return
        yield Operation(
            id=row["id"],
            kind=row["kind"],
            at=row["at"],
            body=Raw(body),
            base_rev=row["base_rev"],
        )
        if room < 0:
            return


def settle(user: Database, pushed: Pushed) -> None:
    """Record the answers to a push; what is not waiting any more is left as it is."""
    at = _moment(pushed.at)
    with user.writing() as connection:
        for result in pushed.results:
            row = connection.execute(
                f"SELECT * FROM outbox WHERE id = ? AND state = '{State.WAITING}'", (result.id,)
            ).fetchone()
            if row is not None:
                _answer(connection, row, result, pushed.epoch, at)
        if at:
            oldest = write_moment(read_moment(at) - KEPT)
            connection.execute(
                f"""DELETE FROM outbox WHERE state = '{State.DONE}' AND acked_at <> ''
                    AND acked_at < ? AND {MINE}""",
                (oldest,),
            )


def _answer(connection: Connection, row: Any, result: Result, epoch: str, at: str) -> None:
    done = result.status in {Status.APPLIED, Status.DUPLICATE}
    state = State.DONE if done else State.REFUSED
    connection.execute(
        """UPDATE outbox SET state = ?, outcome = ?, code = ?, reason = ?, acked_at = ?, epoch = ?
            WHERE id = ?""",
        (state.value, result.status.value, result.code, result.reason, at, epoch, row["id"]),
    )
    if done and result.rev and row["about"] and row["kind"] not in _OF_ANOTHER:
        _build_upon(connection, row, result.rev)


def _build_upon(connection: Connection, row: Any, rev: int) -> None:
    """Let the next one about the same thing, made from the same text, be based on this one."""
    following = connection.execute(
        f"""SELECT * FROM outbox WHERE about = ? AND state = '{State.WAITING}' AND server = ?
            AND person = ? AND base_rev IS ? AND rowid > (SELECT rowid FROM outbox WHERE id = ?)""",
        (row["about"], row["server"], row["person"], row["base_rev"], row["id"]),
    ).fetchall()
    for one in following:
        rewrite(connection, one, id_=one["id"], base_rev=rev)


def offer_again(user: Database, server: str, epoch: str) -> None:
    """Let wait again what a server took in another epoch; doing it twice changes nothing."""
    with user.writing() as connection:
        connection.execute(
            f"""UPDATE outbox SET state = '{State.WAITING}', outcome = '', code = '', reason = ''
                WHERE server = ? AND epoch <> ? AND state = '{State.DONE}'
                    AND outcome IN ('{Status.APPLIED}', '{Status.DUPLICATE}')""",
            (server, epoch),
        )


def _moment(at: str) -> str:
    """Bring the server's moment to our form; one that makes no sense counts as none."""
    with suppress(ValueError):
        return write_moment(read_moment(at))
    return ""
