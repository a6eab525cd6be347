"""A past for a house that is made up: its people, and what each did, at its own moment.

`python -m sync.server.playing FOLDER` reads the past as one JSON document, plays it, and serves.
The rules make of it what they make of everything, by a clock that stands at the moment of each
deed: so what the server writes down of it lies in the past too. One process does all of it, since
a start costs more than the past. For the demo; no server that has people takes a past.
"""

import hashlib
import logging
import sys
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from sync.protocol.wire import Operation, Push, Status
from sync.server import passwords, people, spaces
from sync.server.blobs import Blobs
from sync.server.cli.main import main as command
from sync.server.errors import Trouble
from sync.server.moments import written
from sync.server.people import principal_of
from sync.server.place import Place
from sync.server.principal import Principal, Role
from sync.server.pushing import Pushing
from sync.server.rights import Level, Rights
from sync.server.roster import Roster
from sync.server.setting_up import BASE, set_up
from sync.server.storage.interface import Storage, Transaction

BY = "the past"  # in the audit trail
log = logging.getLogger("kbdesk.server")


class Someone(Struct, frozen=True):
    """A made-up person; whoever publishes may write in the base."""

    name: str
    role: Role
    full_name: str = ""
    groups: tuple[str, ...] = ()
    publishes: bool = False


class Deed(Struct, frozen=True):
    """What somebody did at one moment, with files that are attached to it."""

    person: str
    at: datetime
    operations: tuple[Operation, ...]
    files: tuple[str, ...] = ()


class Past(Struct, frozen=True):
    """All of it, the oldest first. Everybody has the same password, so it is hashed once."""

    password: str
    groups: dict[str, str]
    people: tuple[Someone, ...]
    deeds: tuple[Deed, ...]


class Hand:
    """A clock that stands where it is put."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at


def play(storage: Storage, folder: Path, past: Past) -> None:
    """Let all of it happen on a server that is new."""
    hand = Hand(past.deeds[0].at)
    set_up(storage, hand)
    if storage.read(lambda t: t.value("SELECT 1 FROM people")) is not None:
        raise Trouble("This server has people already.", "A past is for a new one.")
    roster, rights = Roster(storage, hand), Rights()
    storage.write(lambda t: _settle_in(t, past, written(hand())))
    roster.level()
    who = storage.read(lambda t: {one.name: principal_of(t, one.name) for one in past.people})
    pushing = Pushing(storage, rights, hand)
    blobs = Blobs(storage, rights, folder / "blobs", hand)
    for deed in past.deeds:
        person = who[deed.person]
        assert person is not None
        hand.at = deed.at
        _attach(blobs, person, deed.files)
        _push(pushing, person, deed)
        roster.hear(deed.person)
    roster.note()


def _settle_in(transaction: Transaction, past: Past, at: str) -> None:
    stored = passwords.hashed(past.password)
    for name, title in past.groups.items():
        spaces.add_group(transaction, name=name, title=title, now=at, by=BY)
    for one in past.people:
        people.keep(
            transaction, name=one.name, role=one.role, stored=stored, full_name=one.full_name,
            groups=one.groups, now=at, by=BY,
        )  # fmt: skip
        if one.publishes:
            spaces.grant(
                transaction, space=BASE, principal=f"person:{one.name}", level=Level.WRITE,
                now=at, by=BY,
            )  # fmt: skip


def _attach(blobs: Blobs, person: Principal, files: tuple[str, ...]) -> None:
    for file in files:
        with Path(file).open("rb") as source:
            sha256 = hashlib.file_digest(source, "sha256").hexdigest()
            source.seek(0)
            blobs.put(person, sha256, source)


def _push(pushing: Pushing, person: Principal, deed: Deed) -> None:
    results = pushing.push(person, Push(deed.operations)).results
    for asked, result in zip(deed.operations, results, strict=True):
        if result.status is not Status.APPLIED:
            log.warning("%s of %s was not taken: %s", asked.kind, person.name, result.reason)


def main(folder: Path, past: bytes) -> None:
    """Play a past into a folder, then serve it on a port that is free."""
    place = Place(folder)
    storage = place.open()
    try:
        play(storage, folder, msgspec.json.decode(past, type=Past))
    finally:
        storage.close()
    command(["serve", "--data", str(folder), "--port", "0"])


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.stdin.buffer.read())
