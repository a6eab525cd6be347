"""What the engine needs from outside: a place that keeps (Replica) and a way there (Transport).

Every method of a replica is one transaction: after a crash it has happened or it has not. A
transport gives values that have been checked or raises one of the troubles below; it never retries
by itself.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from sync.protocol.wire import (
    Bucket,
    Digest,
    Heads,
    Operation,
    Page,
    Push,
    Pushed,
    Row,
    Rows,
    Snapshot,
)


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a space has been applied. While `sweeping`, rows not seen since 0 are doubtful."""

    seq: int
    sweeping: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """What a replica knows of where it stands. All empty before the first sync."""

    server: str = ""
    epoch: str = ""
    person: str = ""
    etag: str = ""
    cursors: Mapping[str, Cursor] = field(default_factory=dict)


class Replica(Protocol):
    """The copy, its cursors and the outbox."""

    def standing(self) -> Standing:
        """Return where the copy stands."""

    def identify(self, server: str, person: str) -> None:
        """Note who is signed in, and where: from now on only their operations wait.

        What was written before anybody had signed in becomes theirs. Called on every pass that
        gets heads, so it costs nothing when nothing differs. When something does, the tag of the
        heads is forgotten, and first where two files hold this: without a tag, heads are sure to
        come and to say again who it is; with one, another's work could go under this name (G5).
        """

    def forget_tag(self) -> None:
        """Forget the tag of the heads: from here on the copy is not what it stands for.

        Called before anything changes. A tag that outlived half a pass would, once a right was
        given and taken back, call a copy level that holds what may not be seen (G16).
        """

    def begin_epoch(self, server: str, epoch: str) -> None:
        """Start over against a restored (or the first) server, without removing a row.

        Every cursor goes to 0, sweeping; what this server acknowledged in another epoch is offered
        again, once per epoch. Where two files hold this, the epoch is noted last, so that a crash
        between has it done again.
        """

    def follow(self, spaces: Collection[str]) -> None:
        """Know these spaces from here on, those that are new at cursor 0."""

    def apply(self, page: Page, cursor: int) -> None:
        """Apply the changes of a page, one after the other, and move the cursor of its space.

        A change applies if it is newer than its row (higher revision), or if the space where its
        row lives is being swept and the row has not been seen since that sweep began. (Not: if the
        page's space is being swept. Then old news of a space would overwrite what moved away.)
        A deletion applies only where the row lives in that space. Where it says that the entity
        moved to a space that is followed, the row is *departed*: still there for readers, and for
        every other question (revisions, digests, sweeps) as if it were gone.
        """

    def end_departures(self) -> None:
        """Remove the departed rows that came into no space; called when all are level (G14)."""

    def load_snapshot(self, space: str, snapshot: Snapshot, file: Path) -> None:
        """Apply a downloaded, proved snapshot like all pages up to its seq; keep sweeping."""

    def start_sweep(self, space: str) -> None:
        """Set the cursor of a space to 0, sweeping: its log was cut, or it differs in kind."""

    def end_sweep(self, space: str, live: int) -> int:
        """Remove the rows of a space not seen since its sweep began; return how many.

        `live` is how many entities the server says there are. Raises `SweepHeld`, and removes
        nothing, when more than max(100, 20 %) would go and the rest would not be exactly `live`.
        """

    def drop(self, space: str) -> None:
        """Forget a space: no byte of it stays. What the person wrote themselves stays theirs."""

    def waiting(self) -> Sequence[Operation]:
        """Return what to send next, in order, within the bounds of one push.

        Operations on an object that has a refused one before them wait for the person.
        """

    def launch(self, ids: Sequence[str]) -> Sequence[Operation]:
        """Note that these operations leave now; return those that still wait, as they stand.

        Durable before it returns: from here on they may be at the server, and until they were
        answered nobody may delete them, or they would be undone here and nowhere else.
        """

    def settle(self, pushed: Pushed) -> None:
        """Record what became of operations, and in which epoch; ignore an id that is not waiting.

        What was made upon one of them gets the revision it made as its base, in one transaction.
        Applied and duplicate are done; conflict and refused stay in sight until the person acts.
        """

    def row_digests(self, space: str) -> Sequence[str]:
        """Return the 256 bucket digests of a space as it is kept here."""

    def rows(self, space: str, bucket: int) -> Sequence[Row]:
        """Return the rows of one bucket."""

    def mend(self, rows: Rows) -> None:
        """Take these entities exactly as the server has them, whatever their revision here.

        One that comes as gone is removed only where it lives in that space.
        """

    def wanted_blobs(self, limit: int) -> Sequence[str]:
        """Return the hashes of attachments that are spoken of and not here."""

    def keep_blob(self, sha256: str, file: Path) -> None:
        """Take over a downloaded attachment whose hash was proved."""

    def note_success(self, heads_etag: str) -> None:
        """Remember that a pass came to its end, level with what this tag stands for."""


class Transport(Protocol):
    """One server, spoken to as one signed-in person."""

    def heads(self, etag: str) -> tuple[str, Heads] | None:
        """Return the tag and the heads, None when nothing has changed since `etag`."""

    def changes(self, space: str, after: int, limit: int, pages: str) -> Page:
        """Return what comes after `after`: an immutable page when `after` is a multiple of 100."""

    def push(self, push: Push) -> Pushed:
        """Hand over operations."""

    def snapshot(self, space: str, snapshot: Snapshot) -> Path:
        """Download a snapshot, going on where an earlier try stopped; return the proved file."""

    def digest(self, space: str) -> Digest:
        """Return the server's digests of a space."""

    def bucket(self, space: str, bucket: int) -> Bucket:
        """Return the server's rows of one bucket."""

    def rows(self, space: str, wanted: Sequence[tuple[str, str]]) -> Rows:
        """Return these entities as they stand now."""

    def blob(self, sha256: str) -> Path:
        """Download an attachment; return the proved file."""


class SyncTrouble(Exception):
    """A pass that could not come to its end. Nothing is lost; `sentence` says why, for people.

    SyncTrouble
    ├── Unreachable      no network, no server, a reset, a timeout: try later
    │   ├── Silent       connected, and then nothing came
    │   └── Damaged      an answer came that cannot be believed; nothing was changed
    ├── Stale            what the heads spoke of is there no longer: ask for them again
    ├── Intercepted      something between us answered (a captive portal)
    ├── Busy             the server asked us to wait (`after` seconds)
    ├── SignedOut        the session has ended or was revoked: the outbox is held, not lost
    ├── TooOld           this desk or this server must be updated: reading goes on
    ├── Disagreed        the server refused a request as such: a bug on one of the sides
    │   └── Unacceptable     … because of what is in it (400, 413, 415, 422)
    ├── NoRoom           what came down could not be written to the disk
    ├── Cancelled        somebody here did not want to wait any longer
    └── SweepHeld        the server's figures do not fit what it would take away
    """

    code = ""  # for whoever words it in another language; some say more exactly what it was

    def __init__(self, sentence: str, *, code: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code or self.code


class Unreachable(SyncTrouble):
    """The server cannot be reached now."""

    code = "unreachable"


class Silent(Unreachable):
    """The other side is there and says nothing."""

    code = "silent"


class Damaged(Unreachable):
    """An answer is not what the server sent, or does not fit the question."""

    code = "damaged"


class Stale(SyncTrouble):
    """A space, page or file is gone since the heads were asked for: rights, cuts, snapshots."""

    code = "stale"


class Intercepted(SyncTrouble):
    """An answer came that is not the server's."""

    code = "intercepted"


class Busy(SyncTrouble):
    """The server asks for patience."""

    code = "busy"

    def __init__(self, sentence: str, after: float) -> None:
        super().__init__(sentence)
        self.after = after


class SignedOut(SyncTrouble):
    """The session is over."""

    code = "signed_out"


class TooOld(SyncTrouble):
    """The two sides speak no common version."""

    code = "too_old"


class Disagreed(SyncTrouble):
    """The server did not accept the request."""

    code = "disagreed"


class Unacceptable(Disagreed):
    """The server cannot take what the request carries: sent again, it would fail again."""

    code = "unacceptable"


class SweepHeld(SyncTrouble):
    """Too much would go; the copy stays as it is."""

    code = "sweep_held"


class NoRoom(SyncTrouble):
    """A download could not be written."""

    code = "no_room"


class Cancelled(SyncTrouble):
    """The wait was ended from this side."""

    code = "cancelled"
