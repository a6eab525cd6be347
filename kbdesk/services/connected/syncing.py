"""Keeping this profile level with its server, and saying honestly how level it is.

A pass brings texts and cursors (durable), then `read_on` makes them searchable. Nothing here is
called level while anything waits, is parked, is unread, or while the last try did not come through.
"""

import contextlib
import json
import logging
import random
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, cast

from kbdesk.core.changes import Changes
from kbdesk.core.lease import Lease
from kbdesk.errors import DiskFull, NotSignedIn, ServerTrouble
from kbdesk.search.writer_lock import writer_lock
from kbdesk.services.connected import downloads
from kbdesk.services.connected.front_door import FrontDoor, HttpDoor, Line
from kbdesk.services.connected.reading_on import read_on
from kbdesk.services.connected.session import Session
from kbdesk.services.workspace import Workspace
from kbdesk.store.moments import read_moment
from kbdesk.store.sync_notes import SyncNotes
from sync.client.engine import Alert, Engine, Progress, Report
from sync.client.ports import (
    Busy,
    Cancelled,
    Disagreed,
    Intercepted,
    NoRoom,
    Replica,
    SignedOut,
    SyncTrouble,
    TooOld,
    Transport,
)
from sync.protocol.wire import Heads

log = logging.getLogger(__name__)

DAILY = timedelta(days=1)
STATES: dict[type[SyncTrouble], str] = {
    SignedOut: "signed out",
    TooOld: "too old",
    Intercepted: "intercepted",
    NoRoom: "no room",
    Busy: "patience",
}
REMEDIES = {
    "signed out": "Sign in again with kbdesk login; what waits is kept.",
    "too old": "Update kbdesk; reading goes on, and what waits is kept.",
    "intercepted": "Open a page in the browser: the network may want a sign-in of its own.",
    "no room": "Free some room on the disk; it then goes on by itself.",
    "patience": "Nothing is lost; it goes on by itself in a moment.",
    "offline": "Nothing is lost; it goes on when the server can be reached.",
}


@dataclass(frozen=True, slots=True)
class Parked:
    """Something that the person did and the server did not take, and what can be done."""

    id: str
    kind: str
    about: str
    at: datetime
    code: str
    reason: str
    conflict: bool


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """How level this profile is.

    `state` is local, never, level, behind, offline, intercepted, no room, signed out or too old.
    """

    state: str
    server: str = ""
    person: str = ""
    role: str = ""
    last_success: datetime | None = None
    age: timedelta | None = None  # by no clock that anybody can set
    lease: Lease = field(default_factory=Lease)
    clock_off: timedelta | None = None  # how far the clock of this machine is wrong
    waiting: int = 0
    refused: int = 0
    unread: int = 0  # articles that are here and cannot be searched yet
    parked: tuple[Parked, ...] = ()
    others: dict[str, int] = field(default_factory=dict)  # whose work waits for their sign-in
    unreadable: tuple[str, ...] = ()
    trouble: str = ""
    trouble_code: str = ""
    alerts: tuple[Alert, ...] = ()
    cursors: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ways:
    """Who is told how far a pass is, and who says that a notice was sent meanwhile."""

    progress: Callable[[Progress], None] | None = None
    news: Callable[[], bool] | None = None


@dataclass(frozen=True, slots=True)
class Passed:
    """What a pass did, and which screens must look again."""

    report: Report
    changes: Changes


class Syncing:
    """The sync of one profile, for the command line and for the desk."""

    def __init__(self, workspace: Workspace, door: FrontDoor | None = None) -> None:
        self._workspace = workspace
        self._door = door or HttpDoor()
        self.session = Session(workspace, self._door)
        self._notes = SyncNotes(workspace.kb)

    # act

    def sync_once(
        self,
        progress: Callable[[Progress], None] | None = None,
        *,
        check: bool | None = None,
        news: Callable[[], bool] | None = None,
    ) -> Passed:
        """Run one pass: texts, cursors and outbox; then call `read_on`.

        Raises `ServerTrouble` when it could not come to its end; what was done is kept.
        `check` compares the whole copy too; by itself that happens once a day. `news` says that a
        notice was sent while the pass is on: it is let in at the next page.
        """
        line = self.line()
        self._refuse_a_full_disk()
        with writer_lock(self._workspace.profile.root / "sync.lock") as free:
            if not free:
                raise ServerTrouble(
                    "Another kbdesk is syncing this profile.", "Wait a moment.", state="busy"
                )
            try:
                return self._pass(line, Ways(progress, news), check=check)
            finally:
                line.close()

    def line(self) -> Line:
        """Return the way to the server as whoever is signed in; raise `NotSignedIn`."""
        account = self.session.account()
        if account is None:
            raise NotSignedIn("URL", "")
        place = downloads.folder(self._workspace.profile)
        return self._door.line(account.url, self.session.token(), place)

    def _pass(self, line: Line, ways: "Ways", *, check: bool | None) -> Passed:
        before = self._workspace.replica.standing()
        if check is None:
            check = self._notes.due("checked", self._workspace.clock.now(), DAILY)
        noting = _Noting(line)
        replica = _Renewing(self._workspace, noting)
        chance = random.Random()  # noqa: S311  # in which order pictures come is no secret
        engine = Engine(cast(Replica, replica), cast(Transport, noting), chance, news=ways.news)
        try:
            self._send_attachments(line)
            report = self._run(engine, ways, check=check)
        except SyncTrouble as trouble:
            raise self._told(trouble) from trouble
        except DiskFull as full:
            raise self._told(NoRoom(full.sentence)) from full
        finally:
            self._learn(noting)
            if engine.report.level or engine.report.dropped:  # nothing there is waited for,
                downloads.clear(self._workspace.profile)  # or some of it may not be seen any more
        alerts = [(one.code, one.about, one.said) for one in report.alerts]
        self._notes.passed(self._workspace.clock.now(), alerts, checked=report.checked)
        after = self._workspace.replica.standing()
        moved = {space for space, at in after.cursors.items() if at != before.cursors.get(space)}
        return Passed(report, _changes(report, moved))

    def _run(self, engine: Engine, ways: "Ways", *, check: bool) -> Report:
        """Pass, telling the server what has come; notices of a shelf come last and cost another."""

        def tell(at: Progress) -> None:
            if at.stage == "notices":  # the push that follows takes it along
                self._workspace.live.informing.note_delivered()
            if ways.progress is not None:
                ways.progress(at)

        report = engine.sync(tell, check=check)
        if not self._workspace.live.informing.note_delivered().outbox:
            return report
        return _added(report, engine.sync(tell))

    def read_on(self, progress: Callable[[int, int], None] | None = None) -> Changes:
        """Make what has come searchable."""
        workspace = self._workspace
        return read_on(workspace.kb, workspace.catch_up, progress)

    def _send_attachments(self, line: Line) -> None:
        """Take the bytes up before the operations that speak of them."""
        outbox = self._workspace.outbox
        for sha256 in outbox.attachments():
            content = outbox.attachment(sha256)
            try:
                line.send_blob(sha256, content or b"")
            except Disagreed as trouble:  # what speaks of it will be refused in sight of its author
                log.info("An attachment was not taken: %s", trouble.sentence)
            else:
                outbox.forget_attachment(sha256)

    def _learn(self, noting: "_Noting") -> None:
        if noting.told is not None:
            self._workspace.replica.note_heads(noting.told)
            self._workspace.leases.learn(noting.told.policy)
            self.session.learn(noting.told.role)

    def _refuse_a_full_disk(self) -> None:
        """Bring nothing in while the reserve is in use: it is for what the person writes."""
        reserve = self._workspace.reserve
        reserve.refill()
        if reserve.used:
            raise self._told(NoRoom("The disk is full; what is left is kept for what you write."))

    def _told(self, trouble: SyncTrouble) -> ServerTrouble:
        state = next((s for kind, s in STATES.items() if isinstance(trouble, kind)), "offline")
        if not isinstance(trouble, Cancelled):  # somebody left: that says nothing of the server
            with contextlib.suppress(DiskFull):  # then it is said, and not kept
                self._notes.failed(state, trouble.sentence, trouble.code)
        if state == "signed out":
            self.session.end()
        log.info("A pass did not come to its end: %s", trouble.sentence)
        return ServerTrouble(trouble.sentence, REMEDIES[state], state=state)

    # look

    def status(self) -> SyncStatus:
        """Say how level this profile is; costs a few queries."""
        account = self.session.account()
        counts = self._workspace.outbox.counts()
        faults = tuple(id_ for id_, _ in self._workspace.unread.faults())
        unread = self._workspace.unread.count()
        if account is None:
            return SyncStatus(
                "local", waiting=counts.waiting, refused=counts.refused, unread=unread,
                unreadable=faults,
            )  # fmt: skip
        notes = self._notes.read()
        lease = self._workspace.leases.lease()
        success = read_moment(notes["last_success"]) if notes.get("last_success") else None
        trouble = json.loads(notes.get("trouble", "{}"))
        cursors = self._workspace.replica.standing().cursors
        open_ends = counts.waiting + counts.refused + unread + self._notes.behind()
        return SyncStatus(
            state=_state(account.signed_in, success, trouble.get("state", ""), open_ends),
            server=account.url,
            person=account.person,
            role=account.role,
            last_success=success,
            age=lease.age,
            lease=lease,
            clock_off=self._workspace.leases.clock_off,
            waiting=counts.waiting,
            refused=counts.refused,
            unread=unread,
            parked=self.parked(),
            others=counts.others,
            unreadable=faults,
            trouble=trouble.get("sentence", ""),
            trouble_code=trouble.get("code", ""),
            alerts=_alerts(notes.get("alerts", "[]")),
            cursors={space: cursor.seq for space, cursor in cursors.items()},
        )

    def parked(self) -> tuple[Parked, ...]:
        """List what was not taken, the oldest first."""
        return tuple(
            Parked(
                one.id, one.kind, one.about, one.at, one.code, one.reason,
                conflict=one.outcome == "conflict",
            )
            for one in self._workspace.outbox.parked()
        )  # fmt: skip


def _state(signed_in: bool, success: datetime | None, trouble: str, open_ends: int) -> str:  # noqa: FBT001  # four facts in one row
    if not signed_in:
        return "signed out"
    if trouble:
        return trouble
    if success is None:
        return "never"
    return "behind" if open_ends else "level"


def _changes(report: Report, moved: Collection[str]) -> Changes:
    """Say what screens must look at: articles live in shelves, the rest may come by any space."""
    rare = bool(report.removed or report.mended or report.dropped or report.attachments)
    came = rare or bool(moved)
    return Changes(
        articles=rare or any(space[:1] not in {"~", "+"} for space in moved),
        outbox=bool(report.pushed or report.refused),
        notices=came,
        learning=came,
        writing=came,
        gaps=came,
    )


def _alerts(noted: str) -> tuple[Alert, ...]:
    """Read alerts as they were noted; an older desk noted their sentences alone."""
    return tuple(
        Alert("", "", one) if isinstance(one, str) else Alert(*one) for one in json.loads(noted)
    )


def _added(first: Report, second: Report) -> Report:
    """Return two passes as the one that they are to whoever asked."""
    for name in ("pushed", "refused", "pulled", "removed", "mended", "attachments"):
        setattr(second, name, getattr(first, name) + getattr(second, name))
    second.dropped[:0], second.alerts[:0] = first.dropped, first.alerts
    second.checked = first.checked
    return second


class _Noting:
    """A way to the server that remembers the heads it was told: titles, rights, how far, when."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self.told: Heads | None = None
        self.moment = ""  # the server's, of the last answer

    def heads(self, etag: str) -> tuple[str, Heads] | None:
        answer = self._line.heads(etag)
        self.moment = self._line.moment
        if answer is not None:
            self.told = answer[1]
        return answer

    def __getattr__(self, name: str) -> Any:
        return getattr(self._line, name)


class _Renewing:
    """The copy, as a pass sees it; what makes it level also begins its lease anew."""

    def __init__(self, workspace: Workspace, noting: _Noting) -> None:
        self._workspace = workspace
        self._noting = noting

    def note_success(self, heads_etag: str) -> None:
        self._workspace.replica.note_success(heads_etag)
        self._workspace.leases.renew(self._noting.moment)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._workspace.replica, name)
