"""The port `sync.client.ports.Replica` over kb.db and user.db.

Each method is one transaction of one file, but for two that touch both, and those may be cut
between the files at no harm. `begin_epoch` first offers acknowledged operations again (user.db,
durable), then sets the cursors back (kb.db): cut between, kb.db still knows the old epoch, so the
engine begins the new one again, and what was offered is simply waiting already; nothing is pushed
before both are done. The other way round a cut would leave a new epoch whose lost work nobody
offers again. `identify` first forgets the tag of the heads (kb.db), so that the next pass is sure
to be told again whose it is; then it says whose desk this is (user.db), then notes it (kb.db).

What brings the copy further (`apply`, `load_snapshot`, `note_success`) then tells the outbox how
far it has come. Cut between, what has come counts as still on its way down until the next success:
it is known by its revision, and nobody is shown an older text for it.

kb.db may lose its last commits at a power cut: page and cursor go together, so they are fetched
again. What moves `seq`, which the index goes by, commits durably.
"""

import contextlib
import os
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from pathlib import Path

from kbdesk.core.articles import MANUAL
from kbdesk.store import replica_changes, replica_outbox, replica_snapshot
from kbdesk.store.database import Database
from kbdesk.store.driver import Connection, translate_file_error
from kbdesk.store.moments import write_moment
from kbdesk.store.outbox import Outbox
from sync.client.ports import Cursor, Standing, SweepHeld
from sync.protocol.digests import bucket_digests, bucket_of
from sync.protocol.wire import Heads, Operation, Page, Pushed, Row, Rows, Snapshot

FEW = 100  # rows that a sweep may always remove
SHARE = 5  # or a fifth of the space

# By way of the index over (kind, space): there are a handful of kinds.
_OF_SPACE = """FROM entities INDEXED BY entities_space
    WHERE kind IN (SELECT DISTINCT kind FROM entities) AND space = ?"""

_STANDING = "AND rid NOT IN (SELECT rid FROM departed)"

_FOLLOW = "INSERT OR IGNORE INTO spaces VALUES (?, 0, 0, ?, '', 0, 0)"

_SET_CURSOR = """INSERT INTO spaces VALUES (?1, ?2, 0, ?3, '', ?4, 0) ON CONFLICT (space)
    DO UPDATE SET cursor = ?2, epoch = ?3, head = max(head, ?4)"""

_SWEEP = """INSERT INTO spaces VALUES (?1, 0, 1, ?2, '', 0, 0) ON CONFLICT (space)
    DO UPDATE SET cursor = 0, sweeping = 1, epoch = ?2"""


class StoredReplica:
    """What the engine keeps: the copy, its cursors and the outbox of this profile."""

    def __init__(self, kb: Database, user: Database, now: Callable[[], datetime]) -> None:
        self._kb = kb
        self._user = user
        self._now = now
        self._outbox = Outbox(user)

    # where it stands

    def standing(self) -> Standing:
        reader = self._kb.reading()
        meta = dict(tuple(row) for row in reader.rows("SELECT key, value FROM meta"))
        cursors = {
            row["space"]: Cursor(row["cursor"], bool(row["sweeping"]))
            for row in reader.rows("SELECT space, cursor, sweeping FROM spaces")
        }
        return Standing(
            server=meta.get("server", ""),
            epoch=meta.get("server_epoch", ""),
            person=meta.get("person", ""),
            etag=meta.get("etag", ""),
            cursors=cursors,
        )

    def identify(self, server: str, person: str) -> None:
        standing = self.standing()
        known = (standing.server, standing.person) == (server, person)
        if known and self._outbox.identity() == (server, person):
            return
        self.forget_tag()
        self._outbox.belong_to(server, person)
        with self._kb.writing() as connection:
            _note(connection, server=server, person=person)

    def forget_tag(self) -> None:
        if self._kb.reading().value("SELECT value FROM meta WHERE key = 'etag'"):
            with self._kb.writing() as connection:
                _note(connection, etag="")

    def begin_epoch(self, server: str, epoch: str) -> None:
        replica_outbox.offer_again(self._user, server, epoch)
        with self._kb.writing(durable=True) as connection:
            _note(connection, server=server, server_epoch=epoch, etag="")
            connection.execute("DELETE FROM seen")
            connection.execute("DELETE FROM departed")
            homes = connection.execute(
                """SELECT DISTINCT space FROM entities WHERE space <> ?
                    UNION SELECT space FROM spaces""",
                (MANUAL,),
            ).fetchall()
            connection.executemany(_SWEEP, [(home["space"], epoch) for home in homes])

    # what comes down

    def follow(self, spaces: Collection[str]) -> None:
        standing = self.standing()
        new = [(name, standing.epoch) for name in spaces if name not in standing.cursors]
        if new:
            with self._kb.writing() as connection:
                connection.executemany(_FOLLOW, new)

    def apply(self, page: Page, cursor: int) -> None:
        durable = replica_changes.has_deletions(page.changes)
        with self._kb.writing(durable=durable) as connection:
            connection.execute(_SET_CURSOR, (page.space, cursor, page.epoch, page.head))
            hidden = replica_changes.take(connection, page.space, page.changes)
            if hidden:
                _leave_no_trace(connection)
        sweeping = self.standing().cursors[page.space].sweeping
        replica_outbox.land(self._user, page.space, cursor, anew=not sweeping)
        if hidden:
            self._wipe()

    def end_departures(self) -> None:
        if self._kb.reading().value("SELECT 1 FROM departed"):
            with self._kb.writing(durable=True) as connection:
                replica_changes.end_departures(connection)

    def load_snapshot(self, space: str, snapshot: Snapshot, file: Path) -> None:
        with (
            replica_snapshot.unpacked(file, self._kb.path.parent) as database,
            self._kb.attached(database, "snap"),
            self._kb.writing(durable=True) as connection,
        ):
            standing = self.standing()
            replica_snapshot.check(connection, standing.epoch, space, snapshot)
            values = (space, snapshot.seq, standing.epoch, snapshot.seq)
            connection.execute(_SET_CURSOR, values)
            sweeping = standing.cursors.get(space, Cursor(0)).sweeping
            replica_snapshot.copy(connection, space, sweeping=sweeping)
        replica_outbox.land(self._user, space, snapshot.seq, anew=not sweeping)

    def start_sweep(self, space: str) -> None:
        with self._kb.writing() as connection:
            epoch = connection.value("SELECT value FROM meta WHERE key = 'server_epoch'") or ""
            connection.execute(_SWEEP, (space, epoch))
            connection.execute(f"DELETE FROM seen WHERE rid IN (SELECT rid {_OF_SPACE})", (space,))
            _note(connection, etag="")

    def end_sweep(self, space: str, live: int) -> int:
        with self._kb.writing(durable=True) as connection:
            rids = _rids(connection, space, _STANDING)
            seen = {row["rid"] for row in connection.rows("SELECT rid FROM seen")}
            doubtful = [rid for rid in rids if rid not in seen]
            rest = len(rids) - len(doubtful)
            if len(doubtful) > max(FEW, len(rids) // SHARE) and rest != live:
                raise SweepHeld(
                    f"{len(doubtful)} of {len(rids)} entries of {space} would go, "
                    f"but the server speaks of {live}."
                )
            connection.execute(f"DELETE FROM seen WHERE rid IN (SELECT rid {_OF_SPACE})", (space,))
            connection.execute("UPDATE spaces SET sweeping = 0 WHERE space = ?", (space,))
            return replica_changes.forget(connection, doubtful)

    def drop(self, space: str) -> None:
        with self._kb.writing(durable=True) as connection:
            replica_changes.forget(connection, _rids(connection, space))
            connection.execute("DELETE FROM spaces WHERE space = ?", (space,))
            _leave_no_trace(connection)
            _note(connection, etag="")
        self._wipe()

    # what goes up

    def waiting(self) -> Sequence[Operation]:
        return replica_outbox.next_to_send(self._user)

    def launch(self, ids: Sequence[str]) -> Sequence[Operation]:
        return replica_outbox.launch(self._user, ids)

    def settle(self, pushed: Pushed) -> None:
        replica_outbox.settle(self._user, pushed)

    # is it level?

    def row_digests(self, space: str) -> Sequence[str]:
        return bucket_digests(self._rows(space))

    def rows(self, space: str, bucket: int) -> Sequence[Row]:
        return [row for row in self._rows(space) if bucket_of(row.kind, row.id) == bucket]

    def mend(self, rows: Rows) -> None:
        with self._kb.writing(durable=True) as connection:
            replica_changes.take_exactly(connection, rows.space, rows.changes)

    def _rows(self, space: str) -> list[Row]:
        rows = f"SELECT kind, id, rev, sha256 {_OF_SPACE} {_STANDING}"
        found = self._kb.reading().execute(rows, (space,))
        return [Row(kind, id_, rev, sha.hex()) for kind, id_, rev, sha in found.fetchall()]

    # attachments

    def wanted_blobs(self, limit: int) -> Sequence[str]:
        rows = self._kb.reading().rows(
            """SELECT DISTINCT json_extract(e.body, '$.sha256') AS sha256 FROM entities e
                LEFT JOIN assets a ON a.path = e.id
                WHERE e.kind = 'asset' AND json_valid(e.body)
                    AND json_type(e.body, '$.sha256') = 'text'
                    AND lower(hex(a.sha256)) IS NOT json_extract(e.body, '$.sha256')
                LIMIT ?""",
            limit,
        )
        return [row["sha256"] for row in rows]

    def keep_blob(self, sha256: str, file: Path) -> None:
        try:
            content = file.read_bytes()
        except OSError as error:
            raise translate_file_error(file, error) from error
        with self._kb.writing() as connection:
            connection.execute(
                """INSERT OR REPLACE INTO assets
                    SELECT id, coalesce(json_extract(body, '$.media_type'), ''), ?2, ?3
                    FROM entities WHERE kind = 'asset' AND json_valid(body)
                        AND json_extract(body, '$.sha256') = ?1""",
                (sha256, bytes.fromhex(sha256), content),
            )
        with contextlib.suppress(OSError):  # it goes with the others when the pass has ended
            file.unlink()

    # a pass came to its end

    def note_success(self, heads_etag: str) -> None:
        rows = self._kb.reading().rows("SELECT space FROM spaces WHERE sweeping")
        # The engine ends every sweep the server knows of: these hold what no server has spoken of.
        for space in [row["space"] for row in rows]:
            self.drop(space)
        with self._kb.writing() as connection:
            _note(connection, etag=heads_etag, last_success=write_moment(self._now()))
        replica_outbox.land_all(self._user)
        if self._kb.reading().value("SELECT 1 FROM meta WHERE key = 'unfolded'"):
            self._wipe()

    def note_heads(self, heads: Heads) -> None:
        """Remember what the server calls its spaces and what this person may do in them."""
        with self._kb.writing() as connection:
            connection.executemany(
                """INSERT INTO spaces VALUES (?1, 0, 0, ?2, ?3, ?4, ?5) ON CONFLICT (space)
                    DO UPDATE SET title = ?3, head = ?4, may_write = ?5""",
                [
                    (name, heads.epoch, space.title, space.head, int(space.write))
                    for name, space in heads.spaces.items()
                ],
            )

    def _wipe(self) -> None:
        """Take what was deleted off the disk: out of free pages and out of the WAL."""
        reader = self._kb.reading()
        if reader.value("SELECT 1 FROM meta WHERE key = 'unwiped'"):
            self._kb.rewrite()
        if self._kb.fold():
            with self._kb.writing() as connection:
                connection.execute("DELETE FROM meta WHERE key IN ('unwiped', 'unfolded')")


def _note(connection: Connection, **values: str) -> None:
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", list(values.items()))


def _rids(connection: Connection, space: str, which: str = "") -> list[int]:
    return [row["rid"] for row in connection.rows(f"SELECT rid {_OF_SPACE} {which}", space)]


def _leave_no_trace(connection: Connection) -> None:
    """Make the index start over (it holds words of what is gone), and note that a wipe is due."""
    _note(connection, epoch=os.urandom(16).hex(), unfolded="1")
    connection.execute("DELETE FROM tombstones")
