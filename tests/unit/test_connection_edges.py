"""A connection in the moments between two others: a reading that just ends, a desk that closes."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from kbdesk.core.changes import Changes
from kbdesk.paths import Profile
from kbdesk.services.connected.account import Account, Accounts
from kbdesk.services.connected.connection import Connection, Listeners
from kbdesk.services.connected.front_door import FrontDoor
from kbdesk.services.connected.readings import Readings
from kbdesk.services.workspace import Workspace
from kbdesk.work import InlineRunner, Lane


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace(Profile(tmp_path / "profile"))
    yield opened
    opened.close()


def connection_of(
    workspace: Workspace, deliver: Callable[[Callable[[], None]], None]
) -> Connection:
    heard = Listeners(lambda _activity: None, lambda _changes: None)
    lanes = (InlineRunner(), Lane("index", deliver))
    return Connection(workspace, lanes, deliver, heard, cast(FrontDoor, None))


class Counted:
    """Reads at once, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def read_on(self, progress: object) -> Changes:
        self.times += 1
        return Changes()


def test_what_comes_before_the_screen_heard_of_the_end_is_read_too(workspace: Workspace) -> None:
    """A busy screen hears late that a reading ended; what comes meanwhile does not lie unread."""
    unheard: list[Callable[[], None]] = []
    connection, reads = connection_of(workspace, unheard.append), Counted()
    connection._made = cast(Any, reads)
    for _ in range(2):
        connection._read_on()
        done = threading.Event()
        connection._indexing.run(done.set)
        assert done.wait(30)
    connection._indexing.close()
    assert (reads.times, len(unheard)) == (2, 2)


def test_what_comes_while_it_reads_is_read_in_another_round() -> None:
    readings = Readings()
    begun: list[bool] = []

    def read() -> Changes:
        if len(begun) < 2:
            begun.append(readings.begin())
        return Changes(articles=len(begun) == 1)

    assert readings.begin()
    assert readings.all(read) == Changes(articles=True)
    assert begun == [False, False]
    assert readings.begin()


def test_a_reading_that_fails_does_not_stand_in_the_way_of_the_next() -> None:
    def fail() -> Changes:
        raise OSError

    readings = Readings()
    assert readings.begin()
    with pytest.raises(OSError):  # noqa: PT011  # ours
        readings.all(fail)
    assert readings.begin()


def test_a_keeper_that_begins_while_the_desk_closes_ends(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would go on with a store that is closed, and hold its line to the server open."""
    url = "http://127.0.0.1:9"
    Accounts(workspace.profile).keep(Account(url, "office", "ana"), "token")
    connection = connection_of(workspace, lambda act: act())
    _ = connection._syncing
    monkeypatch.setattr(connection._door, "open", connection.close)
    before = set(threading.enumerate())
    connection.start()
    connection._indexing.close()
    assert connection._keeping is None
    for keeper in set(threading.enumerate()) - before:
        keeper.join(60)
        assert not keeper.is_alive(), keeper.name


def test_an_index_that_closes_before_it_is_tidied_after_a_sign_in_is_no_fault(
    workspace: Workspace,
) -> None:
    """Who closes the desk right after signing in leaves the tidying to the next start."""
    connection = connection_of(workspace, lambda act: act())
    connection.close()
    workspace.index.close()
    connection._tidy()
    connection._indexing.close()


def test_a_pass_that_learns_and_a_person_who_signs_in_do_not_spoil_the_session(
    tmp_path: Path,
) -> None:
    """A pass that was given up may still write what it learnt while somebody signs in anew."""
    accounts = Accounts(Profile(tmp_path).make())
    account = Account("http://127.0.0.1:9", "office", "ana")
    accounts.keep(account, "token")
    ended = threading.Event()

    def learn() -> None:
        while not ended.is_set():
            accounts.learn("agent")
            accounts.learn("author")

    learner = threading.Thread(target=learn)
    learner.start()
    try:
        for number in range(100):
            accounts.keep(account, f"token {number}")
            assert accounts.token() == f"token {number}"
    finally:
        ended.set()
        learner.join()
