"""What the screens are told of the connection: plain facts, without words and without Qt."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from kbdesk.core.lease import Lease

ATTENTION = frozenset({"signed out", "too old", "no room", "intercepted"})  # a person must act


@dataclass(frozen=True, slots=True)
class Activity:
    """What is being done now, and how far: in rows, in bytes while a file comes down.

    `stage` is importing, asking, sending, fetching, downloading, checking, attachments or reading;
    `first` as long as this desk has not once been level.
    """

    stage: str
    done: int = 0
    total: int = 0
    first: bool = False

    @property
    def share(self) -> int | None:
        """How far in percent, None where that cannot be known."""
        return min(100, 100 * self.done // self.total) if self.total > 0 else None


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that the person did: `kind` of operation, about which article or words, when."""

    id: str
    kind: str
    about: str
    at: datetime
    code: str = ""
    reason: str = ""  # the server's sentence, "" while it waits
    conflict: bool = False  # the server kept the text for somebody to look at


@dataclass(frozen=True, slots=True)
class Shelf:
    """One space of the server as it is kept here."""

    id: str
    title: str
    cursor: int


@dataclass(frozen=True, slots=True)
class SyncFacts:
    """How level this desk is. `state` is one of those of `services.syncing.SyncStatus`."""

    state: str = "local"
    server: str = ""
    person: str = ""
    role: str = ""
    last_success: datetime | None = None
    lease: Lease = field(default_factory=Lease)  # what the whole copy is worth
    clock_off: timedelta | None = None  # how far the clock of this machine is wrong
    next_try: datetime | None = None
    waiting: tuple[Entry, ...] = ()
    refused: tuple[Entry, ...] = ()
    others: dict[str, int] = field(default_factory=dict)  # whose work waits for their sign-in
    unread: int = 0
    unreadable: tuple[str, ...] = ()
    trouble: str = ""  # the sentence of the last try that failed, for whoever repairs it
    trouble_code: str = ""  # what it was, for the screen to say it
    alerts: tuple[tuple[str, str, str], ...] = ()  # code, what it is about, a sentence for logs
    shelves: tuple[Shelf, ...] = ()

    @property
    def local(self) -> bool:
        return self.state == "local"


@dataclass(frozen=True, slots=True)
class SignIn:
    """Who wants in, where. With `replace_base`, the server's base takes the place of files."""

    address: str
    user: str
    password: str = field(repr=False)
    replace_base: bool = False


@dataclass(frozen=True, slots=True)
class Welcome:
    """A sign-in that worked: as whom, and whose work waits under another name."""

    person: str
    others: dict[str, int] = field(default_factory=dict)
    before: str = ""  # whose profile it was until now, "" when nobody else's


class Refusal(Exception):
    """A sign-in that did not work.

    `kind` is password, unreachable, certificate, portal (a web page came in place of an answer),
    stranger (what answered is no kbdesk server), too old, busy, base (one from files would be
    replaced) or fault.
    """

    def __init__(self, kind: str, details: str = "", *, articles: int = 0) -> None:
        super().__init__(details or kind)
        self.kind = kind
        self.details = details
        self.articles = articles
