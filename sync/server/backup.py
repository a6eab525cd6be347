"""Backup and restore. A backup is one SQLite file, whichever database it comes from or goes to.

A restored server goes on in a new epoch: its numbers tell other things than before, and desks start
over and offer again what they had sent since the backup. Nothing is overwritten before the backup
has been checked, and what stood on SQLite before is kept beside it.
"""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from itertools import islice
from pathlib import Path

from sync.server import audit, check, rights
from sync.server.errors import Trouble
from sync.server.moments import written
from sync.server.place import Place
from sync.server.setting_up import is_set_up, new_epoch
from sync.server.storage import copying
from sync.server.storage.interface import Storage, Transaction
from sync.server.storage.schema import MADE_ANEW
from sync.server.storage.sqlite import SqliteStorage

SAID = 5  # complaints that are shown


def backup(storage: Storage, target: Path) -> int:
    """Write a backup of one moment while the server runs; return its size in bytes."""
    if target.exists():
        raise Trouble(f"{target} exists already.", "Name another file.")
    if not target.parent.is_dir():
        raise Trouble(f"There is no folder {target.parent}.", "Make it first.")
    half = target.with_name(f".{target.name}.half")
    half.unlink(missing_ok=True)
    try:
        _write(storage, half)
        half.replace(target)
    except OSError as error:
        raise Trouble(
            f"{target} cannot be written: {error.strerror}.", "Free some room."
        ) from error
    finally:
        half.unlink(missing_ok=True)
    return target.stat().st_size


def restore(place: Place, source: Path, *, now: datetime, by: str, replace: bool) -> Path | None:
    """Put a backup in the place of what is there; return where the old file was kept."""
    if not source.is_file():
        raise Trouble(f"There is no file {source}.", "Name a file that `backup` wrote.")
    with place.alone():
        copy = place.folder / "restoring.db"
        _remove(copy)
        try:
            shutil.copyfile(source, copy)
            return _restore(place, copy, now=now, by=by, replace=replace)
        finally:
            _remove(copy)


def _restore(place: Place, copy: Path, *, now: datetime, by: str, replace: bool) -> Path | None:
    storage = SqliteStorage(copy)
    try:
        _refuse_unsound(storage)
        if place.database:
            _into_postgres(place, storage, now=now, by=by, replace=replace)
            return None
        storage.write(lambda t: _begin_epoch(t, now=written(now), by=by, rights_were=0))
        _single_file(storage)
    finally:
        storage.close()
    kept = _set_aside(place, now)
    copy.replace(place.file)
    shutil.rmtree(place.folder / "snapshots", ignore_errors=True)
    return kept


def _refuse_unsound(storage: Storage) -> None:
    if not storage.read(is_set_up):
        raise Trouble("This backup holds no server.", "Name a file that `backup` wrote.")
    found = storage.read(lambda t: list(islice(check.complaints(t), SAID)))
    if found:
        raise Trouble(f"The backup is damaged: {' '.join(found)}", "Take another one.")


def _write(storage: Storage, path: Path) -> None:
    if isinstance(storage, SqliteStorage):
        storage.copy_to(path)
    else:
        _export(storage, path)
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _export(storage: Storage, path: Path) -> None:
    """Write the portable file from one moment of another database."""
    target = SqliteStorage(path)
    try:
        storage.read(lambda source: target.write(lambda t: _copy(source, t)))
        _single_file(target)
    finally:
        target.close()


def _copy(source: Transaction, target: Transaction) -> None:
    copying.empty(target)
    copying.copy(source, target)


def _into_postgres(place: Place, backup: Storage, *, now: datetime, by: str, replace: bool) -> None:
    storage = place.open()
    try:
        if storage.read(is_set_up) and not replace:
            raise Trouble(
                "That database holds a server already.",
                "To put the backup in its place for good, say --replace.",
            )

        def work(target: Transaction) -> None:
            were = rights.version(target) if is_set_up(target) else 0
            backup.read(lambda source: _copy(source, target))
            _begin_epoch(target, now=written(now), by=by, rights_were=were)

        storage.write(work)
    finally:
        storage.close()


def _begin_epoch(transaction: Transaction, *, now: str, by: str, rights_were: int) -> None:
    """Tell every desk and every process that this is another history."""
    transaction.run("UPDATE meta SET value = ? WHERE key = 'epoch'", new_epoch())
    for table in MADE_ANEW:
        transaction.run(f"DELETE FROM {table}")
    if rights_were >= rights.version(transaction):
        transaction.run("UPDATE counters SET value = ? WHERE name = 'rights'", rights_were)
    rights.changed(transaction)
    audit.note(transaction, at=now, who=by, what="restore")


def _single_file(storage: SqliteStorage) -> None:
    """Bring what is in the write-ahead log into the file, so that the file alone is all."""
    with closing(sqlite3.connect(storage.path, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _set_aside(place: Place, now: datetime) -> Path | None:
    """Keep what stood before under another name, with its log when it could not be opened."""
    if not place.file.exists():
        return None
    kept = place.folder / f"before-restore-{now:%Y%m%d-%H%M%S}.db"
    try:
        SqliteStorage(place.file).close()  # closing brings its write-ahead log in
    except Trouble:
        for ending in ("-wal", "-shm"):
            if (log := Path(f"{place.file}{ending}")).exists():
                log.replace(f"{kept}{ending}")
    try:
        os.link(place.file, kept)
    except OSError:
        shutil.copyfile(place.file, kept)
    return kept


def _remove(path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        Path(f"{path}{ending}").unlink(missing_ok=True)
