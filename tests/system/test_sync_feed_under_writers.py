"""G8 under load: eight writers (sixteen in `make long`), readers by cursor, not one row missed.

The same readers and writers on a naive feed, numbered by a sequence of the database, lose rows in
the same test: so the test can fail.
"""

import random
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import psycopg
import pytest

from sync.protocol import cursors
from sync.protocol.wire import Push, Status
from sync.server import check
from sync.server.office import Office
from sync.server.principal import Principal, Role
from sync.server.storage.postgres import PostgresStorage
from sync.server.storage.sqlite import SqliteStorage
from tests.support import postgres
from tests.support.offices import HandClock, person, publish, read

WRITERS, PUSHES, OPERATIONS = 8, 50, 6
ROWS = WRITERS * PUSHES * OPERATIONS
CROWD, PROCESSES, SECONDS = 16, 4, 30.0  # of the long test: it ends by the clock


@pytest.fixture
def address() -> Iterator[str]:
    with postgres.a_database(postgres.the_server()) as made:
        yield made


@pytest.fixture(params=["sqlite", "postgres"])
def offices(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[list[Office]]:
    """Give three processes' worth of offices on one PostgreSQL, or one on SQLite."""
    with ExitStack() as stack:
        if request.param == "sqlite":
            storages = [SqliteStorage(tmp_path / "server.db")] * 3
        else:
            made = stack.enter_context(postgres.a_database(postgres.the_server()))
            storages = [PostgresStorage(made) for _ in range(3)]  # type: ignore[misc]  # either
        found = [Office(storage, tmp_path, HandClock()) for storage in storages]
        for office in found:
            stack.callback(office.close)
        yield found


def test_no_reader_misses_a_row_while_eight_write(offices: list[Office]) -> None:
    """Numbers come in commit order and without a gap; every page fits behind the last."""
    authors = [person(offices[0], f"author{n}", Role.AUTHOR) for n in range(WRITERS)]
    reader = offices[2]
    seen: list[str] = []
    with ThreadPoolExecutor(WRITERS + 1) as pool:
        writing = [
            pool.submit(_write, offices[number % 2], author, number)
            for number, author in enumerate(authors)
        ]
        reading = pool.submit(_follow, reader, authors[0], seen)
        for one in writing:
            one.result()
        reading.result()

    assert len(seen) == ROWS
    assert len(set(seen)) == ROWS
    assert reader.heads(authors[0])[1].spaces["base"].live == ROWS
    assert reader.storage.read(lambda t: list(check.complaints(t))) == []


def _write(office: Office, author: Principal, number: int) -> None:
    for turn in range(PUSHES):
        made = (publish(f"{number}-{turn}-{n}", "text\n") for n in range(OPERATIONS))
        office.push(author, Push(tuple(made)))


def _follow(office: Office, who: Principal, seen: list[str]) -> None:
    """Follow the log as a desk does, believing nothing that does not fit."""
    epoch, cursor = office.epoch(), 0
    while cursor < ROWS:
        page = read(office.changes(who, "base", cursor, 50))
        cursor = cursors.next_cursor(page, epoch=epoch, space="base", after=cursor)
        seen += [change.id for change in page.changes]


@pytest.mark.long
def test_no_reader_misses_a_row_while_sixteen_write_through_four_processes(
    address: str, tmp_path: Path
) -> None:
    """Two readers in other processes than most writers; batches of every size."""
    with ExitStack() as stack:
        offices = [
            Office(PostgresStorage(address), tmp_path, HandClock()) for _ in range(PROCESSES)
        ]
        for office in offices:
            stack.callback(office.close)
        authors = [person(offices[0], f"author{n}", Role.AUTHOR) for n in range(CROWD)]
        over, until = threading.Event(), time.monotonic() + SECONDS
        with ThreadPoolExecutor(CROWD + 2) as pool:
            writing = [
                pool.submit(_write_until, offices[n % PROCESSES], author, n, until)
                for n, author in enumerate(authors)
            ]
            reading = [pool.submit(_follow_until, offices[n], authors[n], over) for n in range(2)]
            written = {id_ for one in writing for id_ in one.result()}
            over.set()
            seen = [one.result() for one in reading]

        assert len(written) > CROWD * PUSHES
        for ids in seen:
            assert len(ids) == len(set(ids))
            assert set(ids) == written
        assert offices[0].storage.read(lambda t: list(check.complaints(t))) == []


def _write_until(office: Office, author: Principal, number: int, until: float) -> list[str]:
    """Push batches of one to six until the time is up; return what was taken."""
    chance = random.Random(number)
    ids: list[str] = []
    while time.monotonic() < until:
        made = [f"{number}-{len(ids) + n}" for n in range(chance.randint(1, OPERATIONS))]
        results = office.push(author, Push(tuple(publish(id_, "text\n") for id_ in made))).results
        assert {result.status for result in results} == {Status.APPLIED}
        ids += made
    return ids


def _follow_until(office: Office, who: Principal, over: threading.Event) -> list[str]:
    """Follow the log as a desk does, to its head when all is written."""
    epoch, seen, cursor = office.epoch(), [], 0
    while True:
        last_look = over.is_set()
        page = read(office.changes(who, "base", cursor, 50))
        cursor = cursors.next_cursor(page, epoch=epoch, space="base", after=cursor)
        seen += [change.id for change in page.changes]
        if last_look and cursor == page.head:
            return seen


@pytest.mark.long
def test_sixteen_writers_lose_rows_of_a_feed_numbered_by_a_sequence(address: str) -> None:
    """So the test above can fail: by the same database, under as many writers."""
    written, seen = _naive_race(address, CROWD)
    assert written == CROWD * PUSHES
    assert len(seen) < written


def test_a_feed_numbered_by_a_sequence_loses_rows(address: str) -> None:
    """What our counter is for: the same load on a BIGSERIAL, and rows that no reader ever sees."""
    written, seen = _naive_race(address, WRITERS)
    assert written == WRITERS * PUSHES
    assert len(seen) < written


def _naive_race(address: str, writers: int) -> tuple[int, list[int]]:
    """Let so many write and one follow; return how many rows there are, and those it saw."""
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("CREATE TABLE naive (seq BIGSERIAL PRIMARY KEY, writer INT)")
    finished = threading.Event()
    with ThreadPoolExecutor(writers + 1) as pool:
        reading = pool.submit(_follow_naive, address, finished)
        for one in [pool.submit(_write_naive, address, number) for number in range(writers)]:
            one.result()
        finished.set()
        seen = reading.result()
    return _count(address), seen


def _write_naive(address: str, number: int) -> None:
    chance = random.Random(number)
    with psycopg.connect(address) as connection:
        for _ in range(PUSHES):
            connection.execute("INSERT INTO naive (writer) VALUES (%s)", (number,))
            # the rest of a transaction's work: others commit meanwhile
            connection.execute("SELECT pg_sleep(%s)", (chance.random() / 200,))
            connection.commit()


def _follow_naive(address: str, finished: threading.Event) -> list[int]:
    seen: list[int] = []
    with psycopg.connect(address, autocommit=True) as connection:
        while True:
            last_look = finished.is_set()
            rows = connection.execute(
                "SELECT seq FROM naive WHERE seq > %s ORDER BY seq", (seen[-1] if seen else 0,)
            ).fetchall()
            seen += [seq for (seq,) in rows]
            if last_look:
                return seen


def _count(address: str) -> int:
    with psycopg.connect(address) as connection:
        found = connection.execute("SELECT count(*) FROM naive").fetchone()
    assert found is not None
    return int(found[0])


def test_a_number_given_before_the_commit_is_how_a_row_is_lost(address: str) -> None:
    """The same by hand, step by step, and the same steps on our log."""
    with psycopg.connect(address) as early, psycopg.connect(address) as late:
        early.execute("CREATE TABLE naive (seq BIGSERIAL PRIMARY KEY)")
        early.commit()
        early.execute("INSERT INTO naive DEFAULT VALUES")  # takes number 1
        late.execute("INSERT INTO naive DEFAULT VALUES")  # takes number 2
        late.commit()
        found = late.execute("SELECT seq FROM naive WHERE seq > 0").fetchall()
        early.commit()
        after = late.execute("SELECT seq FROM naive WHERE seq > %s", found[-1]).fetchall()
    assert (found, after) == ([(2,)], [])


def test_who_takes_a_number_holds_the_space_until_the_commit(address: str, tmp_path: Path) -> None:
    """A second writer of the space waits for the first; its number is the higher one."""
    office = Office(PostgresStorage(address), tmp_path, HandClock())
    author = person(office, "ana", Role.AUTHOR)
    started = threading.Event()

    def second() -> int:
        started.set()
        return office.push(author, Push((publish("b", "x\n"),))).results[0].seq

    with psycopg.connect(address) as first, ThreadPoolExecutor(1) as pool:
        first.execute("UPDATE kbdesk.spaces SET head = head + 1 WHERE name = 'base'")
        pushed = pool.submit(second)
        assert started.wait(60)
        _until(lambda: _waits(address))
        head = office.heads(author)[1].spaces["base"].head
        first.commit()
        assert (head, pushed.result()) == (0, 2)
    office.close()


def _waits(address: str) -> bool:
    with psycopg.connect(address) as connection:
        found = connection.execute(
            """SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND wait_event_type = 'Lock'"""
        ).fetchone()
    return found is not None and found[0] > 0


def _until(holds: Callable[[], bool]) -> None:
    for _ in range(2_000):
        if holds():
            return
    raise AssertionError("it never came to be")
