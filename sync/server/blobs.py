"""Attachments: bytes under their hash, in parts, in the database, and as files once asked for.

In the database, so that every process has them and one backup holds all. A part is a transaction of
its own: a large upload keeps no writer waiting, and counts only once its last row is written. Files
beside the database are copies that may be thrown away.
"""

import hashlib
import os
import tempfile
from functools import partial
from pathlib import Path
from typing import BinaryIO

from sync.protocol.wire import BLOB_BYTES
from sync.server.errors import Forbidden, Unfit
from sync.server.moments import Clock, written
from sync.server.principal import Principal
from sync.server.rights import Rights
from sync.server.storage.interface import Storage, Transaction, marks

PART = 1024 * 1024


class Blobs:
    """All attachments."""

    def __init__(self, storage: Storage, rights: Rights, folder: Path, clock: Clock) -> None:
        self._storage = storage
        self._rights = rights
        self._folder = folder
        self._clock = clock

    def put(self, principal: Principal, sha256: str, source: BinaryIO) -> None:
        """Keep bytes for whoever may publish or suggest; the same ones again cost nothing."""
        spaces = self._storage.read(lambda t: self._rights.of(t, principal))
        if all(space.startswith(("+", "~")) for space in spaces):
            raise Forbidden("Only who reads a shelf may add attachments. Ask for one to read.")
        if _hash(source) != sha256:
            raise Unfit("These are not the bytes of that hash. Send them again.", code="damaged")
        if self._storage.read(lambda t: _known(t, sha256)):
            return
        size, part = 0, 0
        while piece := source.read(PART):
            self._storage.write(partial(_keep_part, sha256=sha256, part=part, data=piece))
            size, part = size + len(piece), part + 1
        now = written(self._clock())
        self._storage.write(lambda t: _finish(t, sha256, size, principal.name, now))

    def get(self, principal: Principal, sha256: str) -> Path | None:
        """Return a file of the bytes if something this person reads speaks of them."""
        if not self._storage.read(lambda t: self._may(t, principal, sha256)):
            return None
        path = self._folder / sha256[:2] / sha256
        if not path.exists():
            self._write(path, sha256)
        return path

    def _may(self, transaction: Transaction, principal: Principal, sha256: str) -> bool:
        spaces = tuple(self._rights.of(transaction, principal))
        if not spaces or not _known(transaction, sha256):
            return False
        found = transaction.value(
            f"""SELECT 1 FROM entities WHERE blob = ? AND body IS NOT NULL
                AND space IN ({marks(len(spaces))}) LIMIT 1""",
            sha256,
            *spaces,
        )
        return found is not None

    def _write(self, path: Path, sha256: str) -> None:
        """Write the file beside, then put it in its place whole."""
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            part = 0
            while (
                piece := self._storage.read(partial(_part, sha256=sha256, part=part))
            ) is not None:
                file.write(piece)
                part += 1
        Path(name).replace(path)


def _hash(source: BinaryIO) -> str:
    found, size = hashlib.sha256(), 0
    while piece := source.read(PART):
        found.update(piece)
        size += len(piece)
        if size > BLOB_BYTES:
            raise Unfit("An attachment holds at most 64 MB.", code="too_large")
    source.seek(0)
    return found.hexdigest()


def _known(transaction: Transaction, sha256: str) -> bool:
    return transaction.value("SELECT 1 FROM blobs WHERE sha256 = ?", sha256) is not None


def _part(transaction: Transaction, sha256: str, part: int) -> bytes | None:
    found: bytes | None = transaction.value(
        "SELECT bytes FROM blob_parts WHERE sha256 = ? AND part = ?", sha256, part
    )
    return found


def _keep_part(transaction: Transaction, sha256: str, part: int, data: bytes) -> None:
    transaction.run(
        """INSERT INTO blob_parts (sha256, part, bytes) VALUES (?, ?, ?)
            ON CONFLICT (sha256, part) DO NOTHING""",
        sha256,
        part,
        data,
    )


def _finish(transaction: Transaction, sha256: str, size: int, person: str, now: str) -> None:
    transaction.run(
        """INSERT INTO blobs (sha256, size, person, at) VALUES (?, ?, ?, ?)
            ON CONFLICT (sha256) DO NOTHING""",
        sha256,
        size,
        person,
        now,
    )
