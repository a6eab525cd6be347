"""Everything a request may ask of the server, with no HTTP in it.

Each method is synchronous and one transaction; it refuses by raising `sync.server.errors.Refusal`.
Whoever is signed in is a `Principal`; every method that takes one has checked their rights when it
returns. `known_principal`, `known_heads` and `readable_now` answer from memory or return None, so
they may be called where nothing may wait.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO

from sync.protocol.wire import (
    Bucket,
    Digest,
    Heads,
    Me,
    Push,
    Pushed,
    Rows,
    Session,
    SignIn,
    Wanted,
)
from sync.server import rights
from sync.server.blobs import Blobs
from sync.server.digesting import Digesting
from sync.server.errors import Absent
from sync.server.events import Announced, Event
from sync.server.heads import HeadsDesk
from sync.server.log import Log, StoredPage
from sync.server.moments import Clock, system_clock, written
from sync.server.principal import Principal
from sync.server.pushing import Pushing
from sync.server.roster import Roster
from sync.server.sessions import Sessions
from sync.server.setting_up import Identity, identity_of, set_up
from sync.server.snapshots import Snapshots
from sync.server.storage.interface import Storage
from sync.server.tending import Tending
from sync.server.watching import Watching


class Office:
    """One server process over one database. `folder` holds files that can be made again."""

    def __init__(self, storage: Storage, folder: Path, clock: Clock = system_clock) -> None:
        self.storage = storage
        set_up(storage, clock)
        self._roster = Roster(storage, clock)
        self._sessions = Sessions(storage, clock, self._roster.hear)
        self._rights = rights.Rights()
        self._log = Log(storage, self._rights)
        self._heads = HeadsDesk(storage, self._rights)
        self._pushing = Pushing(storage, self._rights, clock)
        self._digesting = Digesting(storage, self._rights)
        self._blobs = Blobs(storage, self._rights, folder / "blobs", clock)
        self._snapshots = Snapshots(storage, folder / "snapshots", clock)
        self._tending = Tending(storage, self._snapshots, self._sessions, self._roster, clock)
        self._watching = Watching(storage, on_rights=self._rights_changed)
        self._clock = clock
        self._identity: Identity = storage.read(identity_of)
        self._roster.level_if_possible()

    # who

    def sign_in(self, asked: SignIn, address: str) -> Session:
        """Begin a session; `BadCredentials`, or `TooMany` with the seconds to wait."""
        return self._sessions.sign_in(asked, address)

    def authenticate(self, token: str) -> Principal | None:
        """Return who a token stands for, as of 5 s ago at most; revoking here is seen at once."""
        return self._sessions.authenticate(token)

    def known_principal(self, token: str) -> Principal | None:
        """Return who a token stands for if that is in memory."""
        return self._sessions.remembered(token)

    def sign_out(self, token: str) -> None:
        self._sessions.sign_out(token)

    def me(self, principal: Principal) -> Me:
        """Return the person, and for each space why they see it."""
        return self.storage.read(lambda t: Me(principal.person, rights.explain_all(t, principal)))

    def readable(self, principal: Principal) -> frozenset[str]:
        """Return the spaces this person may read."""
        return frozenset(self.storage.read(lambda t: self._rights.of(t, principal)))

    def may_read(self, principal: Principal, space: str) -> bool:
        return space in self.readable(principal)

    # what is there

    @property
    def server(self) -> str:
        return self._identity.server

    @property
    def signing_key(self) -> str:
        """The secret that all processes of this server share, for signed addresses."""
        return self._identity.signing_key

    def now(self) -> str:
        """Return the moment by this server's clock."""
        return written(self._clock())

    def epoch(self) -> str:
        return self.storage.read(identity_of).epoch

    def heads(self, principal: Principal) -> tuple[str, Heads]:
        """Return the tag and the heads. `pages` and `snapshot.url` are the web's to fill in."""
        return self._heads.of(principal)

    def known_heads(self, principal: Principal) -> tuple[str, Heads] | None:
        """Return tag and heads if memory is sure to be fresh."""
        return self._heads.remembered(principal)

    def changes(self, principal: Principal, space: str, after: int, limit: int) -> StoredPage:
        """Return what follows `after`: at most `limit` changes, and 4 MB or one change."""
        return self._log.changes(principal, space, after, limit)

    def page(self, space: str, number: int) -> StoredPage | None:
        """Return a full page, None when it is not full, cut, or too big to be one answer.

        Asks nobody's rights, and is the same bytes for everyone and for ever: `head` is its last.
        """
        return self._log.page(space, number)

    def digest(self, principal: Principal, space: str) -> Digest:
        return self._digesting.digest(principal, space)

    def bucket(self, principal: Principal, space: str, number: int) -> Bucket:
        return self._digesting.bucket(principal, space, number)

    def rows(self, principal: Principal, space: str, wanted: Wanted) -> Rows:
        return self._digesting.rows(principal, space, wanted)

    def snapshot(self, space: str, seq: int) -> Path | None:
        """Return the file of a snapshot. Asks nobody's rights: check them, or a signature."""
        return self._snapshots.file(space, seq)

    # what people do

    def push(self, principal: Principal, push: Push) -> Pushed:
        """Apply operations, all or none of them durable when this returns."""
        return self._pushing.push(principal, push)

    def put_blob(self, principal: Principal, sha256: str, source: BinaryIO) -> None:
        """Keep an attachment; `Unfit` when the bytes are not those of the hash."""
        self._blobs.put(principal, sha256, source)

    def get_blob(self, principal: Principal, sha256: str) -> Path:
        """Return the file of an attachment that something readable speaks of; else `Absent`."""
        path = self._blobs.get(principal, sha256)
        if path is None:
            raise Absent("There is no such attachment.")
        return path

    # the live streams

    def watch(self, callback: Callable[[Event], None]) -> Callable[[], None]:
        """Call back, on a thread of ours, for what is committed from now on; return the way out."""
        return self._watching.watch(callback)

    def announcements(self, principal: Principal, after: int) -> Sequence[Announced]:
        """Return the announcements this person may read after the number `after` (at most 100)."""
        return self._watching.announcements(self.readable(principal), after)

    def last_announcement(self) -> int:
        """Return the number of the newest announcement."""
        return self._watching.last_announcement()

    # the house

    def _rights_changed(self) -> None:
        self._sessions.forget()
        self._roster.level_if_possible()

    def check_storage(self) -> None:
        """Raise `StorageDown` when the database does not answer."""
        self.storage.read(identity_of)

    def housekeeping(self) -> None:
        """Do what is due: snapshots, sessions that have ended. One process at a time does it."""
        self._tending.run()

    def close(self) -> None:
        """Stop watching and let the database go; may be called twice."""
        self._watching.close()
        self.storage.close()
