"""The real replica in the clothes of the one in memory, so that the simulator can live with it.

The simulator looks into `copy` and `papers`; here both are read out of the databases each time.
"""

import json
import shutil
import sqlite3
import tempfile
import weakref
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from unittest import mock

import msgspec
from backports import zstd

from kbdesk.store import outbox
from kbdesk.store.kb import open_kb
from kbdesk.store.outbox import Draft, Outbox, insert
from kbdesk.store.replica import StoredReplica
from kbdesk.store.user import open_user
from sync.client.ports import Standing
from sync.protocol.digests import row_sha256
from sync.protocol.wire import Change, Operation, Result, Snapshot, Status
from tests.support.memory_replica import Copy, DiskFull, Kept, MemoryReplica, Paper, Papers

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
SHAPE = (
    """CREATE TABLE entities (kind TEXT, id TEXT, path TEXT, rev INTEGER, seq INTEGER, body TEXT,
        sha256 BLOB, by TEXT, at TEXT)""",
    "CREATE TABLE about (key TEXT, value)",
)


def write_snapshot(
    file: Path, space: str, changes: tuple[Change, ...], *, seq: int, epoch: str
) -> Path:
    """Write a snapshot as the server does."""
    with tempfile.TemporaryDirectory() as folder:
        plain = sqlite3.connect(Path(folder) / "a.db")
        for statement in SHAPE:
            plain.execute(statement)
        plain.executemany(
            "INSERT INTO entities VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (c.kind, c.id, c.path, c.rev, c.seq, c.body or "",
                 row_sha256(c.kind, c.id, space, c.path, c.body or ""), c.by, c.at)
                for c in changes
            ],
        )  # fmt: skip
        about = {"format": 1, "epoch": epoch, "space": space, "seq": seq, "rows": len(changes)}
        plain.executemany("INSERT INTO about VALUES (?, ?)", list(about.items()))
        plain.commit()
        plain.close()
        file.write_bytes(zstd.compress((Path(folder) / "a.db").read_bytes(), 3))
    return file


class StoredInMemory(MemoryReplica):
    """`StoredReplica` over two real files, with the window of `MemoryReplica`."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp())
        weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        self.full: set[str] = set()
        self.between: Callable[[], None] = lambda: None
        self._kb = open_kb(self._folder / "kb.db")
        self._user = open_user(self._folder / "user.db")
        self._replica = StoredReplica(self._kb, self._user, lambda: datetime.now(UTC))

    def lose_copy(self) -> None:
        self._kb.close()
        for file in self._folder.glob("kb.db*"):
            file.unlink()
        self._kb = open_kb(self._folder / "kb.db")
        self._replica = StoredReplica(self._kb, self._user, lambda: datetime.now(UTC))

    @property
    def copy(self) -> Copy:  # type: ignore[override]
        reader = self._kb.reading()
        rows = {
            (row["kind"], row["id"]): Kept(row["space"], row["rev"], row["path"], row["body"])
            for row in reader.rows("SELECT * FROM entities")
        }
        seen = {
            (row["kind"], row["id"])
            for row in reader.rows("SELECT kind, id FROM entities JOIN seen USING (rid)")
        }
        departed = {
            (row["kind"], row["id"])
            for row in reader.rows("SELECT kind, id FROM entities JOIN departed USING (rid)")
        }
        return Copy(self._replica.standing(), rows, seen, departed)

    @property
    def papers(self) -> Papers:  # type: ignore[override]
        reader = self._user.reading()
        outbox = {row["id"]: _paper(row) for row in reader.rows("SELECT * FROM outbox")}
        owner = reader.execute("SELECT server, person FROM identity").fetchone() or ("", "")
        return Papers(owner[0], owner[1], outbox)

    def write(self, operation: Operation, about: str, upon: str = "", undoes: str = "") -> None:
        self._room("papers")
        with self._user.writing() as connection:
            insert(connection, operation.id, _draft(operation, about, upon), operation.at,
                   undoes=undoes)  # fmt: skip

    def take_back(self, id_: str, after: Operation, upon: str) -> bool:
        self._room("papers")
        with mock.patch.object(outbox, "new_id", return_value=after.id):
            about = self.papers.outbox[id_].about
            return Outbox(self._user).take_back(id_, _draft(after, about, upon), NOON)

    def dismiss(self, id_: str) -> None:
        self._room("papers")
        with self._user.writing() as connection:
            connection.execute("UPDATE outbox SET state = 'done' WHERE id = ?", (id_,))

    def standing(self) -> Standing:
        return self._replica.standing()

    def load_snapshot(self, space: str, snapshot: Snapshot, file: Path) -> None:
        """Take the simulator's file, which is JSON, as the server would write it."""
        self._room("copy")
        changes = msgspec.json.decode(file.read_bytes(), type=tuple[Change, ...])
        real = self._folder / "real.zst"
        epoch = self._replica.standing().epoch
        write_snapshot(real, space, changes, seq=snapshot.seq, epoch=epoch)
        self._replica.load_snapshot(space, snapshot, real)


def _forward(name: str, *stores: str) -> Callable[..., object]:
    def call(self: StoredInMemory, *args: object) -> object:
        for store in stores:
            self._room(store)
        return getattr(self._replica, name)(*args)

    return call


FORWARDED: dict[str, tuple[str, ...]] = {
    "identify": ("papers", "copy"),
    "forget_tag": ("copy",),
    "begin_epoch": ("papers", "copy"),
    "follow": (),
    "apply": ("copy",),
    "end_departures": ("copy",),
    "start_sweep": ("copy",),
    "end_sweep": ("copy",),
    "drop": ("copy",),
    "waiting": (),
    "launch": ("papers",),
    "settle": ("papers",),
    "row_digests": (),
    "rows": (),
    "mend": ("copy",),
    "wanted_blobs": (),
    "note_success": ("copy",),
}
for _name, _stores in FORWARDED.items():
    setattr(StoredInMemory, _name, _forward(_name, *_stores))

__all__ = ["DiskFull", "StoredInMemory", "write_snapshot"]


def _draft(operation: Operation, about: str, upon: str) -> Draft:
    body = json.loads(bytes(operation.body))
    return Draft(operation.kind, body, about, operation.base_rev, upon, operation.base_sha256)


def _paper(row: sqlite3.Row) -> Paper:
    operation = Operation(
        row["id"], row["kind"], row["at"], msgspec.Raw(row["body"].encode()), row["base_rev"],
        row["base_sha256"],
    )  # fmt: skip
    said = row["outcome"]
    result = None
    if said:
        result = Result(
            row["id"], Status(said), row["code"], row["reason"], row["space"], row["seq"],
            row["rev"],
        )  # fmt: skip
    return Paper(
        operation, row["about"], row["state"], row["server"], row["person"], row["epoch"], result,
        row["acked_at"], row["upon"], row["undoes"], bool(row["sent"]), bool(row["coming"]),
    )  # fmt: skip
