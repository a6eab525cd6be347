"""How often somebody may try a password: counted in the database, so that processes count together.

An attempt counts before the password is looked at, and is taken back when it was right: a hundred
guesses at once cannot slip past. What is counted is forgotten a quarter of an hour after the last
attempt. A house has one address for all its desks, so addresses get far more patience than names.
"""

from sync.server.errors import TooMany
from sync.server.storage.interface import Transaction

FORGOTTEN_SECONDS = 900
NAME_FREE, NAME_LONGEST = 5, 60
ADDRESS_FREE, ADDRESS_LONGEST = 200, 30


def name_key(user: str) -> str:
    return f"name {user[:64]}"


def address_key(address: str) -> str:
    return f"from {address[:64]}"


def count(transaction: Transaction, user: str, address: str, now: int) -> None:
    """Count one attempt; raise `TooMany`, without counting, when it comes too soon."""
    waits = (
        _wait(transaction, name_key(user), NAME_FREE, NAME_LONGEST, now),
        _wait(transaction, address_key(address), ADDRESS_FREE, ADDRESS_LONGEST, now),
    )
    if max(waits) > 0:
        raise TooMany(
            f"Too many attempts. Wait {max(waits)} seconds, then try again.",
            retry_after=max(waits),
        )
    transaction.many(
        """INSERT INTO attempts (key, failures, last) VALUES (?, 1, ?)
            ON CONFLICT (key) DO UPDATE
            SET failures = attempts.failures + 1, last = excluded.last""",
        [(name_key(user), now), (address_key(address), now)],
    )


def take_back(transaction: Transaction, user: str, address: str) -> None:
    """Forget an attempt that was right, and the wrong ones of that name before it."""
    transaction.run("DELETE FROM attempts WHERE key = ?", name_key(user))
    transaction.run(
        "UPDATE attempts SET failures = failures - 1 WHERE key = ?", address_key(address)
    )


def forget_old(transaction: Transaction, now: int) -> None:
    transaction.run("DELETE FROM attempts WHERE last < ? OR failures <= 0", now - FORGOTTEN_SECONDS)


def _wait(transaction: Transaction, key: str, free: int, longest: int, now: int) -> int:
    """Return how many seconds the next attempt must still wait: doubling, up to `longest`."""
    found = transaction.row("SELECT failures, last FROM attempts WHERE key = ? FOR UPDATE", key)
    if found is None or found[0] < free or now - found[1] > FORGOTTEN_SECONDS:
        return 0
    pause = min(longest, 2 ** min(10, found[0] - free + 1))
    return max(0, int(found[1] + pause - now))
