"""What the house asks of copies that are not refreshed, in the database of all its processes.

It travels inside the heads, so it is proved like them, and a change of it is a new tag: every desk
hears of it the next time that it looks. What it means is the desk's to say.
"""

from sync.protocol import codec
from sync.protocol.wire import Policy
from sync.server import audit
from sync.server.storage.interface import Transaction

KEY = "policy"


def policy_of(transaction: Transaction) -> Policy | None:
    """Return what was asked, None for a house that has never said anything."""
    text = transaction.value("SELECT value FROM meta WHERE key = ?", KEY)
    return codec.decode(text.encode(), Policy) if text else None


def ask(transaction: Transaction, policy: Policy, *, now: str, by: str) -> None:
    """Ask something else from now on."""
    text = codec.encode(policy).decode()
    transaction.run("DELETE FROM meta WHERE key = ?", KEY)
    transaction.run("INSERT INTO meta (key, value) VALUES (?, ?)", KEY, text)
    audit.note(transaction, at=now, who=by, what="policy", detail=text)
