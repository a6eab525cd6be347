"""Who did what, and when: a table that is only ever added to, numbered without gaps."""

from typing import NamedTuple

from sync.server.storage.interface import Transaction


class Entry(NamedTuple):
    """One line of the trail."""

    number: int
    at: str
    who: str
    what: str
    about: str
    detail: str


def note(
    transaction: Transaction, *, at: str, who: str, what: str, about: str = "", detail: str = ""
) -> None:
    number = transaction.value(
        "UPDATE counters SET value = value + 1 WHERE name = 'audit' RETURNING value"
    )
    transaction.run(
        "INSERT INTO audit (n, at, who, what, about, detail) VALUES (?, ?, ?, ?, ?, ?)",
        number,
        at,
        who,
        what,
        about,
        detail,
    )


def latest(transaction: Transaction, limit: int) -> list[Entry]:
    """Return the newest entries, the oldest of them first."""
    rows = transaction.rows(
        "SELECT n, at, who, what, about, detail FROM audit ORDER BY n DESC LIMIT ?", limit
    )
    return [Entry(*row) for row in reversed(rows)]
