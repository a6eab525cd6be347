"""What goes over the wire: one type per thing said. JSON by msgspec.

Fields that a newer side adds are ignored by an older one; what people wrote (`Change.body`,
`Operation.body`) is carried as it is, so nothing in it is ever lost on the way.
Moments are RFC 3339 text in UTC; they are for people to read and decide nothing.
"""

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType, field

Raw = msgspec.Raw  # a body that is carried as it is

MAX_SEQ = 2**63 - 1
PAGE = 100  # changes in a full, immutable page
PUSH_OPERATIONS = 200  # operations a push may carry
PUSH_BYTES = 4 * 1024 * 1024  # and their bytes
BODY_BYTES = 2 * 1024 * 1024  # of one entity's text
BLOB_BYTES = 64 * 1024 * 1024

Seq = Annotated[int, Meta(ge=0, le=MAX_SEQ)]
Name = Annotated[str, Meta(min_length=1, max_length=200)]
Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Moment = Annotated[str, Meta(max_length=40)]


class Change(Struct, frozen=True, omit_defaults=True):
    """One line of a space's log: an entity as it stands from `seq` on, or that it is gone.

    `body` None means gone; `moved` then names the space where it lives on, if any.
    `path` is where an article's file stands in its base.
    """

    seq: Seq
    kind: str
    id: str
    rev: Seq
    path: str = ""
    body: str | None = None
    by: str = ""
    at: str = ""
    moved: str = ""

    @property
    def deleted(self) -> bool:
        return self.body is None


class Page(Struct, frozen=True):
    """The changes of a space after `after`, in order and without a gap; `head` is its newest."""

    epoch: str
    space: str
    after: Seq
    changes: tuple[Change, ...]
    head: Seq


class Snapshot(Struct, frozen=True):
    """A file that holds a space as it stood at `seq`: what a first sync takes instead of the log.

    `sha256` and `size` are of the file as it is served; `rows` is what it holds.
    """

    seq: Seq
    sha256: str
    size: int
    rows: int
    url: str = ""


class SpaceHead(Struct, frozen=True, omit_defaults=True):
    """How far a space has come: its newest seq, where its log begins, how many live entities."""

    head: Seq
    live: Seq
    cut: Seq = 0  # changes up to here are gone from the log: take the snapshot
    title: str = ""
    write: bool = False
    snapshot: Snapshot | None = None
    pages: str = ""  # what the addresses of this space's pages end in: their signature


Hours = Annotated[int, Meta(ge=0, le=366 * 24)]
Days = Annotated[int, Meta(ge=0, le=3660)]


class Policy(Struct, frozen=True, omit_defaults=True):
    """What a house asks of copies that are not refreshed; 0 asks nothing, anywhere in it.

    `stale_after` hours without a success a desk says so; after `lease_days` its texts lock;
    articles of a class ask for care after so many hours.
    """

    stale_after: Hours = 8
    lease_days: Days = 0
    classes: dict[str, Hours] = field(default_factory=lambda: {"critical": 4})


class Heads(Struct, frozen=True, omit_defaults=True):
    """Everything this person may see, and whether there is anything new.

    `policy` None is the one that `Policy()` spells out. What time it is comes beside, as
    `sync.protocol.proof` says: in here it would make every answer a new one.
    """

    server: str
    epoch: str
    spaces: dict[str, SpaceHead]
    person: str = ""
    role: str = ""
    policy: Policy | None = None


class Operation(Struct, frozen=True, omit_defaults=True):
    """One thing a person did. `id` is a UUIDv7 of the desk's making; it counts once.

    `base_sha256` is of the text it was made from (`sync.protocol.texts`), where there is one: a
    restored server may give the number `base_rev` to another. Desks older than the field say "".
    """

    id: Annotated[str, Meta(pattern="^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
    kind: Name
    at: Moment
    body: msgspec.Raw
    base_rev: Seq | None = None
    base_sha256: Annotated[str, Meta(pattern="^([0-9a-f]{64})?$")] = ""


class Status(StrEnum):
    """What became of an operation; a repeat of an applied one is a duplicate."""

    APPLIED = "applied"
    DUPLICATE = "duplicate"
    CONFLICT = "conflict"
    REFUSED = "refused"


class Result(Struct, frozen=True, omit_defaults=True):
    """The answer to one operation. `code` is for programs, `reason` a sentence for its author."""

    id: str
    status: Status
    code: str = ""
    reason: str = ""
    space: str = ""
    seq: int = 0
    rev: int = 0


class Push(Struct, frozen=True):
    """Operations in the order they were made."""

    operations: Annotated[tuple[Operation, ...], Meta(max_length=PUSH_OPERATIONS)]


class Pushed(Struct, frozen=True):
    """One result for each operation, in the same order, the epoch they were applied in, and when.

    `at` is the server's clock: what a desk keeps, it keeps by the server's days, never by its own.
    """

    epoch: str
    results: tuple[Result, ...]
    at: Moment = ""


class SignIn(Struct, frozen=True):
    """Who wants in, and from which desk."""

    user: Name
    password: Annotated[str, Meta(min_length=1, max_length=1024)]
    device: Annotated[str, Meta(max_length=200)] = ""


class Person(Struct, frozen=True):
    """A person as the server knows them."""

    name: str
    role: str
    groups: tuple[str, ...] = ()
    full_name: str = ""


class Session(Struct, frozen=True):
    """A signed-in desk. The token is shown once; the server keeps only its hash."""

    token: str
    expires: str
    server: str
    person: Person
    spaces: tuple[str, ...]


class Access(Struct, frozen=True):
    """Why a person may do something in a space, in one sentence."""

    space: str
    read: bool
    write: bool
    why: str


class Me(Struct, frozen=True):
    """Who I am to the server, and why I see what I see."""

    person: Person
    access: tuple[Access, ...]


class Digest(Struct, frozen=True):
    """What a space holds, as 256 hashes (`sync.protocol.digests`), at `seq`."""

    epoch: str
    space: str
    seq: Seq
    buckets: tuple[str, ...]


class Row(Struct, frozen=True, array_like=True):
    """What one entity is, without its text."""

    kind: str
    id: str
    rev: int
    sha256: str


class Bucket(Struct, frozen=True):
    """The rows of one bucket of a digest, at `seq`."""

    epoch: str
    space: str
    seq: Seq
    bucket: int
    rows: tuple[Row, ...]


class Wanted(Struct, frozen=True):
    """Entities to send again, by kind and id."""

    rows: Annotated[tuple[tuple[str, str], ...], Meta(max_length=PAGE)]


class Rows(Struct, frozen=True):
    """Entities as they stand; one that is gone, or out of sight, comes as gone."""

    epoch: str
    space: str
    seq: Seq
    changes: tuple[Change, ...]


class Problem(Struct, frozen=True, omit_defaults=True):
    """An error, as RFC 9457 has it. `code` is for programs, `detail` a sentence with a remedy."""

    title: str
    status: int
    code: str
    detail: str = ""
    type: str = "about:blank"
    retry_after: int | UnsetType = UNSET


class Health(Struct, frozen=True):
    """What a load balancer asks."""

    status: str
    version: str
    protocols: tuple[int, ...]
