"""What can still be had from a damaged user.db, copied row by row into a new file beside it.

The damaged file is only read, and from a copy at that: opening a database may write to it. A bad
page stops a walk through a table, so the walk goes from both ends and then asks for the rows
between one by one. Every operation is proved by its hash before it is taken for what the person
did.
"""

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kbdesk.store.database import WAIT
from kbdesk.store.driver import connect
from kbdesk.store.operation_hashes import operation_sha256
from kbdesk.store.user import ONE_NAME, open_user

# The last is whose desk it is: so what nobody owns in an older file becomes theirs.
TABLES = (
    "favourites", "opens", "outbox", "attachments", "contacts", "drafts",
    "draft_pictures", "answers_read", "reviews", "quiz_sessions", "receipts", "path_steps",
    "notice_drafts", "identity",
)  # fmt: skip
KEYS = {  # of tables without a rowid
    "receipts": ("server", "person", "announcement", "version", "state"),
    "path_steps": ("server", "person", "path", "step"),
    "notice_drafts": ("server", "person"),
}
ROWID = ("rowid",)
OPTIONAL = {"base_rev", "place", "base", "score"}  # columns that may hold nothing
FARTHEST = 100_000  # rows asked for one by one between the two walks

Row = dict[str, Any]


@dataclass(slots=True)
class Salvaged:
    """How many rows of each table could be kept, and the operations that could not be trusted."""

    kept: dict[str, int] = field(default_factory=dict)
    doubtful: list[str] = field(default_factory=list)


def salvage(damaged: Path, into: Path) -> Salvaged:
    """Fill a new file with the rows that can be read; a file that is already there is refused."""
    if into.exists():
        raise FileExistsError(into)
    import sqlite_utils  # late: it costs 150 ms, and this runs once in a life

    report = Salvaged()
    open_user(into).close()
    with tempfile.TemporaryDirectory() as folder, _read(_copy(damaged, Path(folder))) as source:
        target = sqlite_utils.Database(connect(into, wait=WAIT, read_only=False))
        target.conn.execute("PRAGMA foreign_keys = OFF")  # a picture may outlive its draft
        for name in TABLES:
            table = target.table(name)
            rows = _rows(source, name, _shared(source, name, tuple(table.columns_dict)))
            table.insert_all(_sound(name, rows, report), ignore=True)
            report.kept[name] = table.count
        target.conn.execute("DELETE FROM draft_pictures WHERE draft NOT IN (SELECT id FROM drafts)")
        for statement in ONE_NAME.statements:  # the damaged file may be older than the new one
            target.conn.execute(statement)
        target.close()
    return report


def _copy(damaged: Path, folder: Path) -> Path:
    for suffix in ("", "-wal"):
        with contextlib.suppress(FileNotFoundError):
            shutil.copyfile(f"{damaged}{suffix}", folder / f"user.db{suffix}")
    return folder / "user.db"


@contextlib.contextmanager
def _read(path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(path)
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    try:
        yield connection
    finally:
        connection.close()


def _shared(source: sqlite3.Connection, table: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out what an older kbdesk did not write yet; if even that cannot be read, nothing."""
    try:
        known = {row[1] for row in source.execute(f"PRAGMA table_info({table})")}
    except sqlite3.DatabaseError:
        return columns
    return tuple(column for column in columns if column in known)


def _rows(source: sqlite3.Connection, table: str, columns: tuple[str, ...]) -> list[Row]:
    """Read what can be read of a table, in order where its rows are numbered."""
    found: dict[tuple[Any, ...], Row] = {}
    if not columns:
        return []
    keys = KEYS.get(table, ROWID)
    wanted = f"SELECT {', '.join((*keys, *columns))} FROM {table}"
    for order in ("ASC", "DESC"):
        by = ", ".join(f"{key} {order}" for key in keys)
        found |= _until_damage(source, f"{wanted} ORDER BY {by}", len(keys), columns)
    if keys != ROWID:
        return list(found.values())
    for rowid in _between([rowid for (rowid,) in found]):
        found |= _until_damage(source, f"{wanted} WHERE rowid = {rowid}", 1, columns)
    return [found[rowid] for rowid in sorted(found)]


def _until_damage(
    source: sqlite3.Connection, sql: str, keys: int, columns: tuple[str, ...]
) -> dict[tuple[Any, ...], Row]:
    """Read rows by what they go by, which comes before their columns."""
    found: dict[tuple[Any, ...], Row] = {}
    with contextlib.suppress(sqlite3.DatabaseError):
        for row in source.execute(sql):
            found[row[:keys]] = dict(zip(columns, row[keys:], strict=True))
    return found


def _between(found: list[int]) -> list[int]:
    """Return the rowids missing between the first and the last that were found."""
    if not found:
        return []
    known = set(found)
    return [n for n in range(min(found), max(found) + 1) if n not in known][:FARTHEST]


def _sound(table: str, rows: Iterable[Row], report: Salvaged) -> Iterator[Row]:
    for row in rows:
        if any(value is None for name, value in row.items() if name not in OPTIONAL):
            continue
        if table == "outbox" and not _is_as_made(row):
            report.doubtful.append(str(row["id"]))
            continue
        yield row


def _is_as_made(row: Row) -> bool:
    made = (row["id"], row["kind"], row["at"], row["base_rev"], row["body"])
    base = row.get("base_sha256", "")  # an older file says none
    return bool(operation_sha256(*made, base) == row["sha256"])
