"""Snapshots: a space in one file, so that a first sync need not read its whole log.

A zstd-compressed SQLite file, written from one moment of the database without holding the space in
memory, then renamed into its place: whoever sees it sees it whole. The newest two are kept. Where
several machines serve, the file also goes into the database, and each makes its copy from there.
"""

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from sync.protocol.wire import Snapshot
from sync.server import packing
from sync.server.moments import Clock, written
from sync.server.setting_up import identity_of
from sync.server.storage.interface import Record, Storage, Transaction

FORMAT = 1
DUE_AFTER = 1_000  # changes since the last one
KEPT = 2
PART = 1024 * 1024
WHOLE_PAGE = 100
TABLES = """
    CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE entities (kind TEXT NOT NULL, id TEXT NOT NULL, path TEXT NOT NULL,
        rev INTEGER NOT NULL, seq INTEGER NOT NULL, body TEXT NOT NULL, sha256 BLOB NOT NULL,
        "by" TEXT NOT NULL, at TEXT NOT NULL);
"""


class Snapshots:
    """The snapshots of all spaces, and their files in `folder`."""

    def __init__(self, storage: Storage, folder: Path, clock: Clock) -> None:
        self._storage = storage
        self._folder = folder
        self._clock = clock

    def due(self) -> list[str]:
        """Return the spaces that have grown by more than a thousand changes since their last.

        And those whose log was cut while no snapshot reaches that far, as after a restore: without
        one, who is behind the cut could not come level.
        """
        rows = self._storage.read(
            lambda t: t.rows(
                """SELECT name FROM (SELECT name, head, cut, coalesce(
                        (SELECT max(seq) FROM snapshots WHERE space = name), 0) AS newest
                    FROM spaces WHERE sort <> 'tally') AS kept
                    WHERE head - newest > ? OR newest < cut ORDER BY name""",
                DUE_AFTER,
            )
        )
        return [name for (name,) in rows]

    def build(self, space: str) -> Snapshot | None:
        """Make a snapshot of a space as it stands; None when there is one of this very moment."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=self._folder) as name:
            plain, packed = Path(name) / "plain.db", Path(name) / "packed"
            found = self._storage.read(lambda t: _write(t, space, plain))
            if found is None:
                return None
            epoch, seq, rows = found
            packing.compress_file(plain, packed)
            made = Snapshot(seq, _sha256(packed), packed.stat().st_size, rows)
            target = self._path(epoch, space, seq)
            target.parent.mkdir(parents=True, exist_ok=True)
            if self._storage.shared:
                self._share(space, seq, packed)
            packed.replace(target)
        self._storage.write(lambda t: _note(t, space, made, written(self._clock())))
        self._drop_old(epoch, space)
        return made

    def file(self, space: str, seq: int) -> Path | None:
        """Return the file of a snapshot, None when there is no such snapshot (any more)."""
        found = self._storage.read(lambda t: _made(t, space, seq))
        if found is None:
            return None
        path = self._path(found, space, seq)
        if not path.exists() and not self._fetch(path, space, seq):
            return None
        return path

    def cut(self, space: str) -> int:
        """Cut the log of a space behind its older snapshot, in whole pages; return where it begins.

        Texts that somebody's edit was made from go with it: such an edit then waits for a person.
        """
        return self._storage.write(lambda t: _cut(t, space))

    def _path(self, epoch: str, space: str, seq: int) -> Path:
        return self._folder / epoch / space / f"{seq}.db.zst"

    def _share(self, space: str, seq: int, packed: Path) -> None:
        with packed.open("rb") as file:
            for part, data in enumerate(iter(lambda: file.read(PART), b"")):
                self._storage.write(partial(_keep_part, space=space, seq=seq, part=part, data=data))

    def _fetch(self, path: Path, space: str, seq: int) -> bool:
        """Make our copy of a file that another machine made."""
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        part = 0
        with os.fdopen(handle, "wb") as file:
            while piece := self._storage.read(partial(_part, space=space, seq=seq, part=part)):
                file.write(piece)
                part += 1
        if not part:
            Path(name).unlink()
            return False
        Path(name).replace(path)
        return True

    def _drop_old(self, epoch: str, space: str) -> None:
        for seq in self._storage.write(lambda t: _forget_old(t, space)):
            self._path(epoch, space, seq).unlink(missing_ok=True)


def _write(transaction: Transaction, space: str, path: Path) -> tuple[str, int, int] | None:
    """Write a space into a SQLite file; return epoch, seq and rows, None if there is no need."""
    head = transaction.value("SELECT head FROM spaces WHERE name = ?", space)
    epoch = identity_of(transaction).epoch
    if _made(transaction, space, head) is not None:
        return None
    file = sqlite3.connect(path, isolation_level=None)
    try:
        file.execute("PRAGMA journal_mode = OFF")
        file.execute("PRAGMA synchronous = OFF")
        file.executescript(TABLES)
        file.execute("BEGIN")
        rows = file.executemany(
            "INSERT INTO entities VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", _live(transaction, space)
        ).rowcount
        about = {
            "format": FORMAT,
            "epoch": epoch,
            "space": space,
            "seq": head,
            "rows": max(rows, 0),
        }
        file.executemany("INSERT INTO about VALUES (?, ?)", [(k, str(v)) for k, v in about.items()])
        file.execute("COMMIT")
    finally:
        file.close()
    return epoch, head, max(rows, 0)


def _live(transaction: Transaction, space: str) -> Iterator[Record]:
    return transaction.stream(
        """SELECT kind, id, path, rev, seq, body, sha256, written_by, at FROM entities
            WHERE space = ? AND body IS NOT NULL ORDER BY kind, id""",
        space,
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _made(transaction: Transaction, space: str, seq: int) -> str | None:
    """Return the epoch if there is a snapshot of a space at `seq`."""
    found = transaction.value("SELECT 1 FROM snapshots WHERE space = ? AND seq = ?", space, seq)
    return None if found is None else identity_of(transaction).epoch


def _note(transaction: Transaction, space: str, made: Snapshot, now: str) -> None:
    transaction.run(
        """INSERT INTO snapshots (space, seq, sha256, size, held, made) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (space, seq) DO UPDATE
            SET sha256 = excluded.sha256, size = excluded.size, made = excluded.made""",
        space,
        made.seq,
        made.sha256,
        made.size,
        made.rows,
        now,
    )


def _forget_old(transaction: Transaction, space: str) -> list[int]:
    rows = transaction.rows("SELECT seq FROM snapshots WHERE space = ? ORDER BY seq DESC", space)
    old = [seq for (seq,) in rows[KEPT:]]
    for seq in old:
        transaction.run("DELETE FROM snapshots WHERE space = ? AND seq = ?", space, seq)
        transaction.run("DELETE FROM snapshot_parts WHERE space = ? AND seq = ?", space, seq)
    return old


def _part(transaction: Transaction, space: str, seq: int, part: int) -> bytes | None:
    found: bytes | None = transaction.value(
        "SELECT bytes FROM snapshot_parts WHERE space = ? AND seq = ? AND part = ?",
        space,
        seq,
        part,
    )
    return found


def _keep_part(transaction: Transaction, space: str, seq: int, part: int, data: bytes) -> None:
    transaction.run(
        """INSERT INTO snapshot_parts (space, seq, part, bytes) VALUES (?, ?, ?, ?)
            ON CONFLICT (space, seq, part) DO UPDATE SET bytes = excluded.bytes""",
        space,
        seq,
        part,
        data,
    )


def _cut(transaction: Transaction, space: str) -> int:
    oldest = transaction.value("SELECT min(seq) FROM snapshots WHERE space = ?", space)
    cut = int(transaction.value("SELECT cut FROM spaces WHERE name = ? FOR UPDATE", space))
    target = (oldest or 0) // WHOLE_PAGE * WHOLE_PAGE
    if target <= cut:
        return cut
    transaction.run("DELETE FROM changes WHERE space = ? AND seq <= ?", space, target)
    transaction.run("UPDATE spaces SET cut = ? WHERE name = ?", target, space)
    transaction.announce()
    return target
