"""The changes of a page brought into kb.db: read what is there once, decide in memory, write once.

Each change is weighed against its row as the ones before it have left it, so that a page which
takes an article out and brings it back ends as the server's log does. Only then is anything
written, by a few statements for the whole page. Articles come in as text alone; their titles,
passages and links follow when they are read (`unread.py`).

When does a change count? When it is newer than its row; or when the row is doubtful: the space
where it lives is being swept and has not spoken of it again (or it lives in no space of the
server at all). A row of another space that is level is never doubtful here: an article that has
moved on is not called back by the old log of where it was.

What a log says has moved to a followed space stays readable until the log of that space was read
as well (G14): its row is noted in `departed`, and for all that is weighed here it is gone.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from kbdesk.core.articles import MANUAL
from kbdesk.store.article_writing import remove_rows
from kbdesk.store.driver import Connection
from sync.protocol.digests import row_sha256
from sync.protocol.wire import Change

ARTICLE, ASSET = "article", "asset"

_KNOWN = """SELECT e.kind, e.id, e.rid, e.rev, e.space, e.sha256,
        seen.rid IS NULL AND coalesce(home.sweeping, 1) AS doubtful
    FROM json_each(?) wanted
    JOIN entities e ON e.kind = json_extract(wanted.value, '$[0]')
        AND e.id = json_extract(wanted.value, '$[1]')
    LEFT JOIN seen ON seen.rid = e.rid
    LEFT JOIN spaces home ON home.space = e.space
    WHERE e.rid NOT IN (SELECT rid FROM departed)"""

_COME_AGAIN = """SELECT d.rid FROM json_each(?) wanted
    JOIN entities e ON e.kind = json_extract(wanted.value, '$[0]')
        AND e.id = json_extract(wanted.value, '$[1]')
    JOIN departed d ON d.rid = e.rid"""

_ADD = """INSERT INTO entities (kind, id, space, path, rev, seq, touched, body, sha256)
    VALUES (?, ?, ?, ?, ?, 0, 0, ?, ?)"""

_CHANGE = "UPDATE entities SET space = ?, path = ?, rev = ?, body = ?, sha256 = ? WHERE rid = ?"


@dataclass(slots=True)
class _Row:
    """An entity as it stands while a page is being weighed."""

    rid: int = 0  # 0: not in the table
    rev: int = 0
    space: str = ""
    sha256: bytes = b""
    there: bool = False
    doubtful: bool = False
    taken: Change | None = None  # what it has become, if anything
    moved: str = ""  # where it lives on, if it is not there


def take(connection: Connection, space: str, changes: Sequence[Change]) -> int:
    """Bring changes of a space in; return how many articles went out of sight."""
    rows = _weighed(connection, space, changes, exactly=False)
    followed = {row["space"] for row in connection.rows("SELECT space FROM spaces")}
    _write(connection, space, rows, followed)
    return sum(change.moved not in followed for change in changes if change.moved)


def take_exactly(connection: Connection, space: str, changes: Sequence[Change]) -> None:
    """Bring entities in as they are said to be, whatever their revision here."""
    _write(connection, space, _weighed(connection, space, changes, exactly=True), frozenset())


def end_departures(connection: Connection) -> None:
    """Remove what has left a space and come into no other."""
    forget(connection, [row["rid"] for row in connection.rows("SELECT rid FROM departed")])


def has_deletions(changes: Iterable[Change]) -> bool:
    return any(change.deleted for change in changes)


def _weighed(
    connection: Connection, space: str, changes: Sequence[Change], *, exactly: bool
) -> dict[tuple[str, str], _Row]:
    rows = _known(connection, changes)
    for change in changes:
        row = rows.setdefault((change.kind, change.id), _Row())
        if row.space == MANUAL or _is_poison(connection, change):
            continue
        if change.deleted:
            _weigh_deletion(row, change, space, exactly=exactly)
        elif exactly or not row.there or row.doubtful or change.rev > row.rev:
            row.there, row.doubtful, row.taken, row.moved = True, False, change, ""
            row.rev, row.space = change.rev, space
    return rows


def _weigh_deletion(row: _Row, change: Change, space: str, *, exactly: bool) -> None:
    newer = exactly or row.doubtful or change.rev >= row.rev
    if row.there and row.space == space and newer:
        row.there, row.taken, row.moved = False, None, change.moved


def _known(connection: Connection, changes: Sequence[Change]) -> dict[tuple[str, str], _Row]:
    wanted = json.dumps(list({(change.kind, change.id) for change in changes}))
    return {
        (kind, id_): _Row(rid, rev, space, sha, there=True, doubtful=bool(doubtful))
        for kind, id_, rid, rev, space, sha, doubtful in connection.execute(
            _KNOWN, (wanted,)
        ).fetchall()
    }


def _is_poison(connection: Connection, change: Change) -> bool:
    """Set aside what no database can hold (half characters); the rest of the page goes on."""
    try:
        f"{change.kind}{change.id}{change.path}{change.body or ''}".encode()
    except UnicodeEncodeError:
        name = change.id.encode(errors="replace").decode()
        note_unreadable(connection, change.kind, name, "The text holds half a character.")
        return True
    return False


def note_unreadable(connection: Connection, kind: str, id_: str, why: str) -> None:
    connection.execute("INSERT OR REPLACE INTO unreadable VALUES (?, ?, ?)", (kind, id_, why))


def _write(
    connection: Connection,
    space: str,
    rows: dict[tuple[str, str], _Row],
    followed: Collection[str],
) -> None:
    gone = [row for row in rows.values() if row.rid and not row.there]
    if gone:
        _depart(connection, [row.rid for row in gone if row.moved in followed])
        forget(connection, [row.rid for row in gone if row.moved not in followed])
    _come_again(connection, [key for key, row in rows.items() if row.taken and not row.rid])
    seen, unread = _write_texts(connection, space, rows)
    connection.executemany("INSERT OR IGNORE INTO unread VALUES (?)", unread)
    if connection.value("SELECT sweeping FROM spaces WHERE space = ?", space):
        connection.executemany("INSERT OR IGNORE INTO seen VALUES (?)", seen)


def _depart(connection: Connection, rids: Sequence[int]) -> None:
    connection.executemany("INSERT INTO departed VALUES (?)", [(rid,) for rid in rids])
    connection.executemany("DELETE FROM seen WHERE rid = ?", [(rid,) for rid in rids])


def _come_again(connection: Connection, keys: Sequence[tuple[str, str]]) -> None:
    """Make room for what has come into its new space, in the same transaction."""
    found = connection.execute(_COME_AGAIN, (json.dumps(keys),)).fetchall() if keys else []
    if found:
        forget(connection, [row["rid"] for row in found])


def _write_texts(
    connection: Connection, space: str, rows: dict[tuple[str, str], _Row]
) -> tuple[list[tuple[int]], list[tuple[int]]]:
    """Write what was taken; return the rows that were spoken of, and the articles to be read."""
    added: list[tuple[object, ...]] = []
    changed: list[tuple[object, ...]] = []
    renumbered: list[tuple[int, int]] = []
    seen: list[tuple[int]] = []
    unread: list[tuple[int]] = []
    for (kind, id_), row in rows.items():
        change = row.taken
        if change is None:
            continue
        body = change.body or ""
        sha = row_sha256(kind, id_, space, change.path, body)
        if not row.rid:
            added.append((kind, id_, space, change.path, change.rev, body, sha))
            continue
        seen.append((row.rid,))
        if sha == row.sha256:
            renumbered.append((change.rev, row.rid))
            continue
        changed.append((space, change.path, change.rev, body, sha, row.rid))
        if kind == ARTICLE:
            unread.append((row.rid,))
    before = int(connection.value("SELECT coalesce(max(rid), 0) FROM entities"))
    connection.executemany(_ADD, added)
    connection.executemany(_CHANGE, changed)
    connection.executemany("UPDATE entities SET rev = ? WHERE rid = ?", renumbered)
    for rid, kind in connection.execute(
        "SELECT rid, kind FROM entities WHERE rid > ?", (before,)
    ).fetchall():
        seen.append((rid,))
        if kind == ARTICLE:
            unread.append((rid,))
    return seen, unread


def forget(connection: Connection, rids: Sequence[int]) -> int:
    """Take rows out with all that was made from them; return how many there were."""
    listed = json.dumps(list(rids))
    within = "rid IN (SELECT value FROM json_each(?))"
    connection.execute(
        f"""DELETE FROM assets WHERE path IN
            (SELECT id FROM entities WHERE kind = '{ASSET}' AND {within})""",
        (listed,),
    )
    connection.execute(
        f"""DELETE FROM unreadable WHERE (kind, id) IN
            (SELECT kind, id FROM entities WHERE {within})""",
        (listed,),
    )
    return remove_rows(connection, rids)
