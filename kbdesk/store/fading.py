"""Counts that fade: each halves in sixty days, so that what is long ago makes room by itself."""

from datetime import datetime

from kbdesk.store.driver import Connection
from kbdesk.store.moments import read_moment, write_moment

HALVED = 60.0  # days in which a count loses half of its worth


def count_once_more(
    connection: Connection, table: str, key: tuple[str, ...], at: datetime, *, kept: int
) -> None:
    """Add one to a row of (the columns of `key`, count, at); the oldest rows beyond `kept` go."""
    names = ", ".join(_KEYS[table])
    marks = ", ".join("?" * len(key))
    old = connection.rows(f"SELECT count, at FROM {table} WHERE ({names}) = ({marks})", *key)
    count = 1.0 + sum(faded(row["count"], row["at"], at) for row in old)
    connection.execute(
        f"INSERT OR REPLACE INTO {table} ({names}, count, at) VALUES ({marks}, ?, ?)",
        (*key, count, write_moment(at)),
    )
    connection.execute(
        f"""DELETE FROM {table} WHERE rowid IN (
            SELECT rowid FROM {table} ORDER BY at DESC LIMIT -1 OFFSET ?)""",
        (kept,),
    )


def faded(count: float, since: str, now: datetime) -> float:
    """Return what is left of a count; a clock that was set back fades nothing."""
    days = max((now - read_moment(since)).total_seconds(), 0.0) / 86_400
    return float(count * 0.5 ** (days / HALVED))


_KEYS = {
    "card_uses": ("queue", "intent", "article"),
    "opened_next": ("article", "following"),
}
