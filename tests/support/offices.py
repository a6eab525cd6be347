"""Real offices for the tests: on SQLite and on PostgreSQL, people in them, operations to push.

A test module takes the fixtures by name: `office = offices.office`. Each then runs on both.
"""

import itertools
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from sync.protocol import codec
from sync.protocol.wire import Change, Operation, Page, Push, Result
from sync.server import people
from sync.server.log import StoredPage
from sync.server.office import Office
from sync.server.principal import Principal, Role
from sync.server.storage.interface import Storage
from sync.server.storage.postgres import PostgresStorage
from sync.server.storage.sqlite import SqliteStorage
from tests.support import postgres
from tests.support.one_password import hashed_once

NOW = "2026-11-22T09:00:00Z"
PASSWORD = "correct horse"
_numbers = itertools.count(1)


@dataclass
class HandClock:
    """The server's clock, moved by hand."""

    moment: datetime = field(default_factory=lambda: datetime(2026, 11, 22, 9, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.moment

    def pass_(self, **time: float) -> None:
        self.moment += timedelta(**time)


@contextmanager
def a_storage(which: str, folder: Path) -> Iterator[Storage]:
    """Open an empty database of either kind."""
    if which == "sqlite":
        storage: Storage = SqliteStorage(folder / "server.db")
        try:
            yield storage
        finally:
            storage.close()
        return
    with postgres.a_database(postgres.the_server()) as address:
        storage = PostgresStorage(address)
        try:
            yield storage
        finally:
            storage.close()


@pytest.fixture(params=["sqlite", "postgres"])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Storage]:
    with a_storage(request.param, tmp_path) as opened:
        yield opened


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def office(storage: Storage, clock: HandClock, tmp_path: Path) -> Iterator[Office]:
    made = Office(storage, tmp_path / "files", clock)
    yield made
    made.close()


def person(
    office: Office, name: str, role: Role = Role.AGENT, groups: tuple[str, ...] = ()
) -> Principal:
    """Add a person and return them as signed in."""
    with hashed_once():
        office.storage.write(
            lambda t: people.add(
                t, name=name, role=role, password=PASSWORD, groups=groups, now=NOW, by="test"
            )
        )
    return again(office, name)


def again(office: Office, name: str) -> Principal:
    """Return a person as they stand now."""
    found = office.storage.read(lambda t: people.principal_of(t, name))
    assert found is not None
    return found


def operation(kind: str, body: dict[str, Any], base_rev: int | None = None) -> Operation:
    """Make an operation with an id of its own."""
    number = next(_numbers)
    id_ = f"01920000-0000-7000-8000-{number:012x}"
    return Operation(id_, kind, NOW, msgspec.Raw(codec.encode(body)), base_rev)


def publish(id_: str, text: str, base_rev: int | None = None, **more: object) -> Operation:
    fields = {"space": "base", "kind": "article", "id": id_, "path": f"{id_}.md", "body": text}
    return operation("publish", fields | more, base_rev)


def retire(id_: str, base_rev: int | None = None, kind: str = "article") -> Operation:
    return operation("retire", {"kind": kind, "id": id_}, base_rev)


def push(office: Office, who: Principal, *operations: Operation) -> tuple[Result, ...]:
    return office.push(who, Push(operations)).results


def read(page: StoredPage) -> Page:
    """Read a page as a desk reads it."""
    return codec.decode(codec.encode(page), Page)


def log_of(office: Office, who: Principal, space: str = "base") -> list[Change]:
    """Return all changes of a space."""
    found: list[Change] = []
    while True:
        page = read(office.changes(who, space, found[-1].seq if found else 0, 1000))
        found.extend(page.changes)
        if not page.changes or found[-1].seq == page.head:
            return found


def live(office: Office, who: Principal, space: str = "base") -> dict[str, str]:
    """Map id → text of what is live, as its log tells."""
    texts: dict[str, str] = {}
    for change in log_of(office, who, space):
        if change.body is None:
            texts.pop(change.id, None)
        else:
            texts[change.id] = change.body
    return texts


class Heard:
    """What a watcher was told; `wait` until something holds."""

    def __init__(self) -> None:
        self.events: list[object] = []
        self._news = threading.Condition()

    def __call__(self, event: object) -> None:
        with self._news:
            self.events.append(event)
            self._news.notify_all()

    def wait(self, holds: Callable[[list[object]], bool]) -> None:
        with self._news:
            assert self._news.wait_for(lambda: holds(self.events), 60), self.events
