"""Is there anything new? The question every desk asks all day, answered from memory if it can be.

An answer is remembered with the version of the database it was read at. Where only asking can tell
whether that still holds (several processes on one PostgreSQL), it costs one short transaction.
"""

import hashlib
import threading
from collections import OrderedDict

from sync.protocol import codec
from sync.protocol.wire import Heads, Snapshot, SpaceHead
from sync.server.policy import policy_of
from sync.server.principal import Principal
from sync.server.rights import Rights
from sync.server.setting_up import identity_of
from sync.server.storage.interface import Storage, Transaction, marks

REMEMBERED = 2_000  # people whose heads are kept in memory
Answer = tuple[str, Heads]


class HeadsDesk:
    """Heads by person."""

    def __init__(self, storage: Storage, rights: Rights) -> None:
        self._storage = storage
        self._rights = rights
        self._lock = threading.Lock()
        self._known: OrderedDict[Principal, tuple[int, Answer]] = OrderedDict()

    def of(self, principal: Principal) -> Answer:
        """Return the tag and the heads of a person."""
        version = self._storage.version()  # before reading: what is remembered is never too new
        if (known := self._fresh(principal, version)) is not None:
            return known
        found = self._storage.read(lambda t: self._read(t, principal))
        answer = (_tag(found), found)
        if version is not None:
            self._keep(principal, version, answer)
        return answer

    def remembered(self, principal: Principal) -> Answer | None:
        """Return what is in memory if it is sure to be fresh."""
        return self._fresh(principal, self._storage.version())

    def _fresh(self, principal: Principal, version: int | None) -> Answer | None:
        known = self._known.get(principal)
        return known[1] if known is not None and known[0] == version else None

    def _keep(self, principal: Principal, version: int, answer: Answer) -> None:
        with self._lock:
            self._known[principal] = (version, answer)
            self._known.move_to_end(principal)
            if len(self._known) > REMEMBERED:
                self._known.popitem(last=False)

    def _read(self, transaction: Transaction, principal: Principal) -> Heads:
        writes = self._rights.of(transaction, principal)
        identity = identity_of(transaction)
        snapshots = _snapshots(transaction, tuple(writes))
        spaces = {
            name: SpaceHead(
                head=head,
                live=live,
                cut=cut,
                title=title,
                write=writes[name],
                snapshot=snapshots.get(name),
            )
            for name, head, live, cut, title in _spaces(transaction, tuple(writes))
        }
        return Heads(
            identity.server, identity.epoch, spaces, principal.name, principal.role,
            policy_of(transaction),
        )  # fmt: skip


def _spaces(
    transaction: Transaction, names: tuple[str, ...]
) -> list[tuple[str, int, int, int, str]]:
    if not names:
        return []
    rows = transaction.rows(
        f"SELECT name, head, live, cut, title FROM spaces WHERE name IN ({marks(len(names))})",
        *names,
    )
    return [(name, head, live, cut, title) for name, head, live, cut, title in sorted(rows)]


def _snapshots(transaction: Transaction, names: tuple[str, ...]) -> dict[str, Snapshot]:
    """Map each space to its newest snapshot."""
    if not names:
        return {}
    rows = transaction.rows(
        f"""SELECT space, seq, sha256, size, held FROM snapshots
            WHERE space IN ({marks(len(names))}) ORDER BY seq""",
        *names,
    )
    return {space: Snapshot(seq, sha256, size, held) for space, seq, sha256, size, held in rows}


def _tag(heads: Heads) -> str:
    """Hash what this person sees, so that equal tags mean that nothing is new to them."""
    return hashlib.sha256(codec.encode(heads)).hexdigest()[:32]
