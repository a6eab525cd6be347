"""`python -m tests.support.informed_desks FOLDER URL`: desks without a window, told what to do.

Each is what a desk is under its window: a profile, a workspace, a connection with its keeper and
its live stream. A notice that arrives is shown at once, as a strip would. Commands come as JSON
lines, and what each desk did goes out as JSON lines, by its own account and at once: this is the
record that a board is held against. The process may be killed at any moment.

    {"do": "open", "person": P}                 sign in if need be, and begin to keep level
    {"do": "close", "person": P}                close the desk
    {"do": "write", "person": P, "count": N}    write N operations (while closed: offline)
    {"do": "act", "person": P, "id": A, "to": STATE, "answer": [...]}
    {"do": "sync", "person": P}
"""

import json
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kbdesk.core.announcements import State
from kbdesk.core.changes import Changes
from kbdesk.core.results import Scope
from kbdesk.paths import Profile
from kbdesk.services.connected.connection import Connection, Listeners
from kbdesk.services.connected.front_door import HttpDoor
from kbdesk.services.connected.session import Session
from kbdesk.services.workspace import Workspace
from kbdesk.work import InlineRunner, Lane
from tests.support.sync_server import PASSWORD

_speaking = threading.Lock()


def say(**what: Any) -> None:
    """Write one line of the record; it is out before anything else is done."""
    with _speaking:
        sys.stdout.write(json.dumps(what) + "\n")
        sys.stdout.flush()


def now() -> str:
    return datetime.now(UTC).isoformat()


class InformedDesk:
    """One desk; its writer's lane does what a person would."""

    def __init__(self, root: Path, url: str, person: str) -> None:
        self.person = person
        self._workspace = Workspace(Profile(root / person))
        if self._workspace.live.me().person != person:
            device = f"pc-of-{person}"
            Session(self._workspace, HttpDoor()).sign_in(url, person, PASSWORD, device=device)
        self._lane = Lane(f"writer of {person}")
        self._met: set[tuple[str, int]] = set()
        self.connection = Connection(
            self._workspace,
            (self._lane, InlineRunner()),
            lambda action: action(),
            Listeners(activity=lambda _activity: None, changed=self._changed),
        )
        self.connection.start()

    def close(self) -> None:
        self.connection.close()
        self._lane.close()
        self._workspace.close()

    def act(self, id_: str, to: str, answer: tuple[str, ...]) -> None:
        self._lane.run(lambda: self._act(id_, to, answer), failed=self._fault)

    def _act(self, id_: str, to: str, answer: tuple[str, ...]) -> None:
        before = now()
        if to == State.UNDERSTOOD:
            self._workspace.live.informing.answer(id_, answer)
        else:
            self._workspace.live.informing.acknowledge(id_)
        notice = self._workspace.live.informing.notice(id_)
        assert notice is not None
        say(said="did", person=self.person, id=id_, state=notice.state, version=notice.version,
            after=before, before=now())  # fmt: skip
        self.connection.sync_now()

    def _changed(self, changes: Changes) -> None:
        """Note, on the keeper's own thread, how much else had been done when a notice came."""
        if not changes.notices:
            return
        for notice in self._workspace.live.informing.notices():
            if notice.unread and (notice.id, notice.version) not in self._met:
                self._met.add((notice.id, notice.version))
                cursors = self._workspace.replica.standing().cursors
                say(said="came", person=self.person, id=notice.id, version=notice.version,
                    at=now(), waiting=self._waiting(),
                    cursors={space: cursor.seq for space, cursor in cursors.items()})  # fmt: skip
                self._lane.run(lambda id_=notice.id: self._show(id_), failed=self._fault)  # type: ignore[misc]  # bound now

    def _waiting(self) -> int:
        return sum(one.kind == "not_found" for one in self._workspace.outbox.waiting())

    def _show(self, id_: str) -> None:
        before = now()
        if self._workspace.live.informing.shown(id_).notices:
            say(said="did", person=self.person, id=id_, state="shown", after=before, before=now())
            self.connection.sync_now()

    def _fault(self, error: Exception) -> None:
        say(said="fault", person=self.person, what=repr(error))


def write(root: Path, count: int) -> None:
    """Do what waits for the server while the desk is closed: searches that found nothing."""
    with Workspace(Profile(root)) as workspace:
        for number in range(count):
            workspace.knowledge.not_found(f"introuvable {number}", Scope())


def main(root: Path, url: str) -> None:
    desks: dict[str, InformedDesk] = {}
    for line in sys.stdin:
        asked = json.loads(line)
        person = asked["person"]
        try:
            match asked["do"]:
                case "open":
                    desks[person] = InformedDesk(root, url, person)
                case "close":
                    desks.pop(person).close()
                case "write":
                    write(root / person, asked["count"])
                case "act":
                    desks[person].act(asked["id"], asked["to"], tuple(asked.get("answer", ())))
                case "sync":
                    desks[person].connection.sync_now()
            say(said="done", do=asked["do"], person=person)
        except Exception as error:  # noqa: BLE001  # the test reads it, and fails
            say(said="fault", person=person, what=repr(error))
    for desk in desks.values():
        desk.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
