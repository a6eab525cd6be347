"""A whole space out of a file: unpacked beside the base, looked at, and taken over in one write.

The file was proved by its hash before it came here; what is checked is that it is the one that was
asked for. SQLite copies from database to database, so no row passes through Python.
"""

import contextlib
import os
import sqlite3
import tempfile
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kbdesk.core.articles import MANUAL
from kbdesk.errors import DamagedStore
from kbdesk.store.database import is_database
from kbdesk.store.driver import Connection, translate_file_error
from kbdesk.store.replica_changes import ARTICLE, forget
from sync.protocol.codec import Unbelievable
from sync.protocol.wire import Snapshot

if TYPE_CHECKING:
    from concurrent.futures import Future

FORMAT = "1"
FRAME = 64 * 1024 * 1024  # bytes that one frame of the packed file may hold; the server makes 1 MB
AHEAD = 4  # frames in memory at once

# A row of the base gives way when the file's is newer, or when it is doubtful (replica_changes).
_GIVES_WAY = f"""e.space <> '{MANUAL}' AND (s.rev > e.rev OR (
    e.rid NOT IN (SELECT rid FROM seen)
    AND coalesce((SELECT sweeping FROM spaces h WHERE h.space = e.space), 1)))"""

_COME_AGAIN = """SELECT d.rid FROM departed d JOIN entities e ON e.rid = d.rid
    JOIN snap.entities s ON s.kind = e.kind AND s.id = e.id"""

_NEWER_TEXTS = f"""INSERT OR IGNORE INTO unread SELECT e.rid FROM snap.entities s
    JOIN entities e ON e.kind = s.kind AND e.id = s.id
    WHERE e.kind = '{ARTICLE}' AND e.sha256 <> s.sha256 AND {_GIVES_WAY}"""

_CHANGE = f"""UPDATE entities AS e
    SET space = :space, path = s.path, rev = s.rev, body = s.body, sha256 = s.sha256
    FROM snap.entities s WHERE s.kind = e.kind AND s.id = e.id AND e.sha256 <> s.sha256
        AND {_GIVES_WAY}"""

_RENUMBER = f"""UPDATE entities AS e SET rev = s.rev FROM snap.entities s
    WHERE s.kind = e.kind AND s.id = e.id AND e.sha256 = s.sha256 AND e.rev <> s.rev
        AND {_GIVES_WAY}"""

# Not by "WHERE NOT EXISTS": reading the table it writes, SQLite would copy every text aside first.
_ADD = """INSERT INTO entities (kind, id, space, path, rev, seq, touched, body, sha256)
    SELECT kind, id, :space, path, rev, 0, 0, body, sha256 FROM snap.entities WHERE true
    ON CONFLICT (kind, id) DO NOTHING"""

_READ_LATER = f"""INSERT INTO unread SELECT rid FROM entities INDEXED BY entities_touched
    WHERE rid > ? AND kind = '{ARTICLE}' AND touched = 0"""

_SPOKEN_OF = """INSERT OR IGNORE INTO seen SELECT e.rid FROM snap.entities s
    JOIN entities e ON e.kind = s.kind AND e.id = s.id WHERE e.space = :space"""


@contextlib.contextmanager
def unpacked(file: Path, folder: Path) -> Iterator[Path]:
    """Give the database that a compressed snapshot holds, for as long as it is needed."""
    try:
        with tempfile.TemporaryDirectory(prefix="snapshot-", dir=folder) as place:
            database = Path(place) / "snapshot.db"
            _unpack(file, database)
            if not is_database(database):
                raise Unbelievable("The snapshot is no database.")
            yield database
    except OSError as error:
        raise translate_file_error(file, error) from error


def _unpack(file: Path, database: Path) -> None:
    """Unpack frame by frame; a second processor, where there is one, unpacks the next meanwhile."""
    from concurrent.futures import ThreadPoolExecutor  # late: only a first sync needs it

    from sync.protocol.zstandard import ZstdError  # late: as above

    try:
        with (
            file.open("rb") as source,
            database.open("wb") as target,
            ThreadPoolExecutor(2, "unpacking") as pool,
        ):
            begun: deque[Future[bytes]] = deque()
            for frame in _frames(source):
                begun.append(pool.submit(_plain, frame))
                if len(begun) == AHEAD:
                    target.write(begun.popleft().result())
            for one in begun:
                target.write(one.result())
    except ZstdError as error:
        raise Unbelievable("The snapshot cannot be unpacked.") from error


def _frames(source: BinaryIO) -> Iterator[memoryview]:
    import mmap  # late: as above

    from sync.protocol.zstandard import get_frame_size  # late: as above

    if not os.fstat(source.fileno()).st_size:
        return
    rest = memoryview(mmap.mmap(source.fileno(), 0, access=mmap.ACCESS_READ))
    while rest:
        size = get_frame_size(rest)
        yield rest[:size]
        rest = rest[size:]


def _plain(frame: memoryview) -> bytes:
    from sync.protocol.zstandard import ZstdDecompressor  # late: as above

    reader = ZstdDecompressor()
    plain = reader.decompress(frame, FRAME)
    if not reader.eof:
        raise Unbelievable("The snapshot is packed in pieces that are too large.")
    return plain


def copy(connection: Connection, space: str, *, sweeping: bool) -> None:
    """Take over the attached snapshot, inside the caller's transaction."""
    if come_again := [row["rid"] for row in connection.rows(_COME_AGAIN)]:
        forget(connection, come_again)
    before = int(connection.value("SELECT coalesce(max(rid), 0) FROM entities"))
    values = {"space": space}
    if connection.value("SELECT 1 FROM entities WHERE space <> ? LIMIT 1", MANUAL):
        connection.execute(_NEWER_TEXTS)
        connection.execute(_CHANGE, values)
        connection.execute(_RENUMBER)
    connection.execute(_ADD, values)
    connection.execute(_READ_LATER, (before,))
    if sweeping:
        connection.execute(_SPOKEN_OF, values)


def check(connection: Connection, epoch: str, space: str, snapshot: Snapshot) -> None:
    """Refuse a file that is not the snapshot asked for."""
    try:
        tables = dict(
            connection.execute(
                "SELECT name, type FROM snap.sqlite_schema WHERE name IN ('entities', 'about')"
            ).fetchall()
        )
        if tables != {"entities": "table", "about": "table"}:
            raise Unbelievable("The snapshot is no database of a space.")
        about = dict(connection.execute("SELECT key, value FROM snap.about").fetchall())
        count = connection.value("SELECT count(*) FROM snap.entities")
    except (sqlite3.Error, DamagedStore) as error:
        raise Unbelievable(f"The snapshot cannot be read ({error}).") from error
    said = {key: str(about.get(key, "")) for key in ("format", "epoch", "space", "seq", "rows")}
    asked = {"format": FORMAT, "epoch": epoch, "space": space, "seq": str(snapshot.seq)}
    if said != asked | {"rows": str(snapshot.rows)} or count != snapshot.rows:
        raise Unbelievable("The snapshot is not the one that was asked for.")
