"""The connection of one desk to its server: a keeper thread, and what a person asks of it.

Every method returns at once; what comes of it is handed to `deliver`, which the desk makes a hop to
the screen. A profile that belongs to no server has no keeper and loads nothing of the network. At
the end nobody waits for a server that does not answer: what is under way is given up.
"""

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kbdesk.core.changes import Changes
from kbdesk.errors import NotSignedIn, ServerTrouble, Trouble
from kbdesk.services.connected.account import Accounts
from kbdesk.services.connected.attempt import Attempt
from kbdesk.services.connected.readings import Readings
from kbdesk.services.connected.refusals import refusal_of
from kbdesk.services.connected.sync_facts import Activity, Refusal, SignIn, SyncFacts, Welcome
from kbdesk.services.workspace import Workspace
from kbdesk.work import Deliver, Runner
from sync.client.ports import Cancelled, SignedOut, SyncTrouble

if TYPE_CHECKING:
    from kbdesk.services.connected.front_door import FrontDoor
    from kbdesk.services.connected.keeping import Keeping
    from kbdesk.services.connected.syncing import Syncing
    from sync.client.engine import Progress

log = logging.getLogger(__name__)

PATIENCE = 1.5  # seconds for the keeper to end
AGAIN = 800  # articles read before the screens look again, and then twice as many each time


class Stopped(Exception):
    """Ends the reading of what has come: the desk is closing."""


@dataclass(frozen=True)
class Listeners:
    """Who is told, through `deliver`: what is going on, what the screens must look at again."""

    activity: Callable[[Activity | None], None]
    changed: Callable[[Changes], None]


class Connection:
    """Keeps a profile level with its server while the desk is open."""

    def __init__(
        self,
        workspace: Workspace,
        lanes: tuple[Runner, Runner],
        deliver: Deliver,
        listeners: Listeners,
        door: "FrontDoor | None" = None,
    ) -> None:
        """Take the writer's lane and the index's, and a door other than the real one for tests."""
        self._workspace = workspace
        self._writer, self._indexing = lanes
        self._deliver = deliver
        self._listeners = listeners
        self._given_door = door
        self._made: Syncing | None = None
        self._making = threading.Lock()
        self._keeping: Keeping | None = None
        self._attempt: Attempt | None = None
        self._first = False
        self._readings = Readings()
        self._told_at = 0
        self._closed = threading.Event()
        self._announced = threading.Event()

    # up and down

    def start(self) -> None:
        """Begin to keep level, if this profile belongs to somebody at a server."""
        self._writer.run(self._begin_unless_local, failed=self._say_fault)

    def close(self) -> None:
        """Give up what is under way; safe to call twice."""
        self._closed.set()
        self.give_up()
        keeping, self._keeping = self._keeping, None
        if keeping is not None:
            keeping.stop(PATIENCE)

    @property
    def _syncing(self) -> "Syncing":
        with self._making:
            if self._made is None:
                # late: a desk of its own has none
                from kbdesk.services.connected.front_door import HttpDoor
                from kbdesk.services.connected.syncing import Syncing  # late: as above
                from kbdesk.services.connected.watched_door import WatchedDoor  # late: as above

                self._door = WatchedDoor(self._given_door or HttpDoor(), self._on_progress)
                self._made = Syncing(self._workspace, self._door)
            return self._made

    def _begin_unless_local(self) -> None:
        if not self._local():
            self._begin()

    def _local(self) -> bool:
        return Accounts(self._workspace.profile).read() is None

    def _begin(self) -> None:
        account = self._syncing.session.account()
        if account is None or not account.signed_in or self._closed.is_set():
            return
        # late: a desk of its own needs no network
        from kbdesk.services.connected.keeping import Keeping

        self._door.open()
        self._keeping = Keeping(
            self._pass,
            self._door.cancel,
            self._stream,
            self._on_failed,
            self._look_again,
            self._announced.set,
        )
        self._keeping.start()
        if self._closed.is_set():  # it began while the desk closed
            self.close()
        elif self._workspace.unread.count():  # the desk was closed while it read
            self._first = True
            self._read_on()

    def _pause(self) -> None:
        """End the keeper before somebody else signs in, or out."""
        keeping, self._keeping = self._keeping, None
        if keeping is not None:
            keeping.stop(PATIENCE)

    def _stream(self) -> tuple[str, str]:
        session = self._syncing.session
        account = session.account()
        try:
            return (account.url if account else "", session.token())
        except NotSignedIn as ended:
            raise SignedOut("The session has ended.") from ended

    # passes

    def _pass(self) -> None:
        """Run one pass on the keeper's thread; raise what `schedule` knows to judge."""
        self._first = self._first or self._syncing.status().last_success is None
        self._announced.clear()
        self._tell(Activity("asking", first=self._first))
        reads = False
        try:
            changes = self._synced()
            unread = self._workspace.unread.count()
            reads = changes.articles or unread > 0
            self._tell_changed(changes)
            if reads:
                self._tell(Activity("reading", 0, unread, first=self._first))
                self._read_on()
        finally:
            if not reads:
                self._tell(None)
        self._first = self._first and reads

    def _synced(self) -> Changes:
        try:
            return self._syncing.sync_once(self._on_progress, news=self._heard).changes
        except NotSignedIn as ended:
            raise SignedOut("The session has ended.") from ended
        except ServerTrouble as told:
            cause = told.__cause__
            raise (cause if isinstance(cause, SyncTrouble) else told) from told

    def _read_on(self) -> None:
        """Make what has come searchable, on the lane that owns the index; once at a time."""
        if not self._closed.is_set() and self._readings.begin():
            self._indexing.run(self._read, self._after_reading, self._on_reading_failed)

    def _read(self) -> Changes:
        self._told_at = AGAIN
        return self._readings.all(lambda: self._syncing.read_on(self._on_read))

    def _on_read(self, done: int, total: int) -> None:
        if self._closed.is_set():
            raise Stopped
        self._tell(Activity("reading", done, total, first=self._first))
        if done >= self._told_at:  # what is asked meanwhile may find something by now
            self._told_at = max(AGAIN, 2 * done)
            self._tell_changed(Changes(articles=True))

    def _after_reading(self, changes: Changes) -> None:
        self._first = False
        self._listeners.activity(None)
        self._listeners.changed(changes | Changes(articles=True))

    def _on_reading_failed(self, error: Exception) -> None:
        self._listeners.activity(None)
        if not isinstance(error, Stopped):
            self._say_fault(error)

    def _on_progress(self, at: "Progress") -> None:
        if self._closed.is_set():
            raise Cancelled("The desk is closing.")
        if at.stage == "notices":  # they are shown before anything else has come
            self._tell_changed(Changes(notices=True))
        else:
            self._tell(Activity(at.stage, at.done, at.total, first=self._first))

    def _heard(self) -> bool:
        """Say whether a notice was sent since this was asked last."""
        heard = self._announced.is_set()
        self._announced.clear()
        return heard

    def _on_failed(self, error: Exception) -> None:
        if self._closed.is_set() or isinstance(error, Cancelled):
            return
        if not isinstance(error, SyncTrouble | Trouble):
            log.error("A pass met an error of ours.", exc_info=error)
        self._look_again()

    def _look_again(self) -> None:
        self._tell_changed(Changes())

    def _tell(self, activity: Activity | None) -> None:
        if not self._closed.is_set():
            self._deliver(lambda: self._listeners.activity(activity))

    def _tell_changed(self, changes: Changes) -> None:
        if not self._closed.is_set():
            self._deliver(lambda: self._listeners.changed(changes))

    def _say_fault(self, error: Exception) -> None:
        if not self._closed.is_set():
            log.error("The connection met an error of ours.", exc_info=error)

    # what a person asks

    def sync_now(self) -> None:
        """Try at once; nothing happens on a desk that is signed out."""
        if self._keeping is not None:
            self._keeping.wanted()

    def look(
        self, address: str, then: Callable[[str], None], failed: Callable[[Refusal], None]
    ) -> None:
        """Find out whether a kbdesk server answers there; `then` gets the whole address."""
        self._ask(lambda attempt: self._probe(address, attempt), then, failed)

    def sign_in(
        self, asked: SignIn, then: Callable[[Welcome], None], failed: Callable[[Refusal], None]
    ) -> None:
        """Sign in and begin to sync."""
        self._ask(lambda attempt: self._enter(asked, attempt), then, failed)

    def give_up(self) -> None:
        """Leave what `look` or `sign_in` waits for: neither of its answers then comes."""
        attempt, self._attempt = self._attempt, None
        if attempt is not None:
            attempt.give_up()

    def sign_out(self, then: Callable[[], None]) -> None:
        """End the session here at once; at the server when it answers."""
        self._apart(self._leave, lambda _none: then(), lambda _refusal: then())

    def _probe(self, address: str, attempt: Attempt) -> str:
        from kbdesk.services.connected.session import full_address  # late: as in `_syncing`

        whole = full_address(address)
        _ = self._syncing
        folder = self._workspace.profile.root / "downloads"
        line = attempt.at(self._door.unwatched).line(whole, "", folder)
        try:
            line.heads("")
        except SignedOut:  # it knows kbdesk, and wants to know who asks
            return whole
        finally:
            line.close()
        return whole

    def _enter(self, asked: SignIn, attempt: Attempt) -> Welcome:
        from kbdesk.services.connected.session import Session  # late: as in `_syncing`

        before = self._syncing.session.account()
        self._pause()
        try:
            welcome = Session(self._workspace, attempt.at(self._door.unwatched)).sign_in(
                asked.address, asked.user, asked.password, replace_base=asked.replace_base
            )
        finally:
            self._begin()
        person = welcome.account.person
        others = self._workspace.outbox.counts().others
        other = before.person if before is not None and before.person != person else ""
        self._tell_changed(Changes(articles=True, outbox=True))
        self._tidy()
        return Welcome(person, others, other)

    def _tidy(self) -> None:
        """Let the index forget what is not theirs to read."""
        self._indexing.run(self._workspace.catch_up, failed=self._say_fault)

    def _leave(self) -> None:
        self._pause()
        try:
            self._syncing.session.sign_out()
        except NotSignedIn:
            log.info("There was no session to end.")
        self._look_again()

    def _ask(
        self,
        job: Callable[[Attempt], Any],
        then: Callable[[Any], None],
        failed: Callable[[Refusal], None],
    ) -> None:
        """Run a job that `give_up` ends; whoever has given up is told nothing more of it."""
        self._attempt = attempt = Attempt()
        self._apart(
            lambda: job(attempt),
            lambda result: None if attempt.given_up else then(result),
            lambda refusal: None if attempt.given_up else failed(refusal),
        )

    def _apart(
        self,
        job: Callable[[], Any],
        then: Callable[[Any], None],
        failed: Callable[[Refusal], None],
    ) -> None:
        """Run a job on a thread that nobody waits for."""

        def run() -> None:
            try:
                result = job()
            except Exception as error:  # noqa: BLE001  # each becomes words beside the field
                refusal = refusal_of(error)
                if not self._closed.is_set():
                    if refusal.kind == "fault":
                        log.error("A sign-in met an error of ours.", exc_info=error)
                    self._deliver(lambda: failed(refusal))
            else:
                if not self._closed.is_set():
                    self._deliver(lambda: then(result))

        threading.Thread(target=run, name="sign in", daemon=True).start()

    # what is parked

    def send_again(self, ids: Sequence[str]) -> None:
        # late: few things are ever parked
        from kbdesk.services.connected.parked import send_parked_again

        self._writer.run(
            lambda: send_parked_again(self._workspace, ids), self._after_parked, self._say_fault
        )

    def export(
        self, file: Path, then: Callable[[int], None], failed: Callable[[Exception], None]
    ) -> None:
        """Write all that is parked to a file."""
        from kbdesk.services.connected.parked import export_parked  # late: as above

        self._writer.run(lambda: export_parked(self._workspace, file), then, failed)

    def forget(self, ids: Sequence[str]) -> None:
        from kbdesk.services.connected.parked import drop_parked  # late: as above

        self._writer.run(
            lambda: drop_parked(self._workspace, ids), self._after_parked, self._say_fault
        )

    def _after_parked(self, changes: Changes) -> None:
        self._listeners.changed(changes)
        self.sync_now()

    # look

    def facts(self) -> SyncFacts:
        """Say how level this desk is; a few queries, for a lane."""
        if self._local():
            return SyncFacts()
        from kbdesk.services.connected import standing  # late: as in `_syncing`

        status = self._syncing.status()
        return standing.facts(self._workspace, status, self._next_try())

    def _next_try(self) -> Any:
        keeping = self._keeping
        if keeping is None or keeping.next_in is None:
            return None
        return self._workspace.clock.now() + timedelta(seconds=keeping.next_in)
