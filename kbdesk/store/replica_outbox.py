"""The outbox as the engine sees it: what to send next, what became of it, what to offer again.

Of each thing only the oldest operation is sent, and the next one when that has been answered: then
a refusal is known before it is built upon. One that was made upon another (`upon`) is based on the
revision that the other made. One that was made from an older text, though sent later, keeps its
base: then its author really meets what they did meanwhile, with three texts that are right.

Before anything leaves, it is noted that it may be at the server (`launch`): from then on it is
never deleted here. Once answered, it counts here until the copy has come so far (`land`).
"""

import json
from collections.abc import Iterable, Iterator, Sequence
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

# What is the first of its thing, and made upon, or takes back, nothing that is not done; nothing is
# known to be about the same where nothing is said.
_NEXT = f"""SELECT * FROM outbox o WHERE state = '{State.WAITING}' AND {MINE} AND NOT EXISTS (
        SELECT 1 FROM outbox p WHERE p.about = o.about AND p.about <> '' AND p.rowid < o.rowid
            AND (p.server, p.person) = (o.server, o.person) AND p.state <> '{State.DONE}')
    AND NOT EXISTS (
        SELECT 1 FROM outbox p WHERE p.id IN (o.upon, o.undoes) AND p.state <> '{State.DONE}')
    ORDER BY rowid LIMIT {PUSH_OPERATIONS}"""


def next_to_send(user: Database) -> Sequence[Operation]:
    """Return the operations of one push."""
    return list(_within_bounds(user.reading().rows(_NEXT)))


def launch(user: Database, ids: Iterable[str]) -> Sequence[Operation]:
    """Note that these may be at the server from now on; return those that still wait, as they are.

    One that was taken back since it was listed is not among them.
    """
    with user.writing() as connection:
        rows = connection.execute(
            f"""SELECT * FROM outbox WHERE state = '{State.WAITING}'
                AND id IN (SELECT value FROM json_each(?)) ORDER BY rowid""",
            (json.dumps(list(ids)),),
        ).fetchall()
        leaving = [(row["id"],) for row in rows if not row["sent"]]
        connection.executemany("UPDATE outbox SET sent = 1 WHERE id = ?", leaving)
    return [_operation(row) for row in rows]


def _within_bounds(rows: Iterator[Any]) -> Iterator[Operation]:
    room = PUSH_BYTES
    for row in rows:
        operation = _operation(row)
        size = len(bytes(operation.body)) + ENVELOPE
        room -= size
        if room < 0 and size < PUSH_BYTES:
            return
        yield operation
        if room < 0:
            return


def _operation(row: Any) -> Operation:
    return Operation(
        id=row["id"],
        kind=row["kind"],
        at=row["at"],
        body=Raw(row["body"].encode()),
        base_rev=row["base_rev"],
        base_sha256=row["base_sha256"],
    )


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
    rev, seq = (_made(row, result), result.seq) if done else (0, 0)
    connection.execute(
        """UPDATE outbox SET state = ?, outcome = ?, code = ?, reason = ?, acked_at = ?, epoch = ?,
            rev = ?, space = ?, seq = ?, coming = ? WHERE id = ?""",
        (
            (State.DONE if done else State.REFUSED).value, result.status.value, result.code,
            result.reason, at, epoch, rev, result.space, seq, seq > 0, row["id"],
        ),
    )  # fmt: skip
    if done:
        _build_upon(connection, row["id"], rev)
    else:
        _let_go(connection, row["id"], result.status)


def _made(row: Any, result: Result) -> int:
    """Return the revision that something made of what others may be made upon.

    A decision that says what is published already has only changed the suggestion.
    """
    beside = row["kind"] == "settle" and result.space[:1] in {"+", "~"}
    return int((row["base_rev"] or 0) if beside else result.rev)


def _build_upon(connection: Connection, id_: str, rev: int) -> None:
    """Let what was made upon an operation be based on the revision that it made."""
    following = connection.execute(
        f"SELECT * FROM outbox WHERE upon = ? AND upon <> '' AND state = '{State.WAITING}'", (id_,)
    ).fetchall()
    for one in following if rev else ():
        rewrite(connection, one, id_=one["id"], base_rev=rev)


def _let_go(connection: Connection, id_: str, status: Status) -> None:
    """Let an operation go that its person took back while it was on its way, if the answer is no.

    A conflict stays in sight: the server has kept that text for somebody to look at.
    """
    undone = connection.execute(
        f"DELETE FROM outbox WHERE undoes = ? AND undoes <> '' AND state = '{State.WAITING}'",
        (id_,),
    ).rowcount
    if undone and status is Status.REFUSED:
        connection.execute("DELETE FROM outbox WHERE id = ?", (id_,))


def land(user: Database, space: str, seq: int, *, anew: bool) -> None:
    """Note that the copy of a space has come so far: it shows what was answered up to there.

    A copy that was taken away and is filled again has not come so far any more.
    """
    _change(user, "coming = 0", "coming = 1 AND space = ? AND seq <= ?", space, seq)
    if anew:
        beyond = f"coming = 0 AND seq > 0 AND space = ? AND seq > ? AND {MINE}"
        _change(user, "coming = 1", beyond, space, seq)


def land_all(user: Database) -> None:
    """Note that the copy is level: also what was answered of spaces that are not followed here."""
    _change(user, "coming = 0", f"coming = 1 AND {MINE}")


def _change(user: Database, what: str, where: str, *values: object) -> None:
    """Change some operations; where there are none, nothing is written."""
    if user.reading().value(f"SELECT 1 FROM outbox WHERE {where}", *values):
        with user.writing() as connection:
            connection.execute(f"UPDATE outbox SET {what} WHERE {where}", values)


def offer_again(user: Database, server: str, epoch: str) -> None:
    """Let wait again what a server took in another epoch; doing it twice changes nothing."""
    with user.writing() as connection:
        connection.execute(
            f"""UPDATE outbox SET state = '{State.WAITING}', outcome = '', code = '', reason = '',
                rev = 0, seq = 0, coming = 0
                WHERE server = ? AND epoch <> ? AND state = '{State.DONE}'
                    AND outcome IN ('{Status.APPLIED}', '{Status.DUPLICATE}')""",
            (server, epoch),
        )


def _moment(at: str) -> str:
    """Bring the server's moment to our form; one that makes no sense counts as none."""
    with suppress(ValueError):
        return write_moment(read_moment(at))
    return ""
