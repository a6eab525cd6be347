"""Works that wait for SQLite's writer go into one transaction, and each is answered by itself."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from sync.server.errors import StorageDown
from sync.server.storage.interface import Transaction
from sync.server.storage.sqlite import SqliteStorage

PUT = "INSERT INTO counters (name, value) VALUES (?, ?)"


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[SqliteStorage]:
    storage = SqliteStorage(tmp_path / "server.db")
    yield storage
    storage.close()


def put(name: str) -> Callable[[Transaction], int]:
    return lambda transaction: transaction.run(PUT, name, 1)


def names(storage: SqliteStorage) -> list[str]:
    rows = storage.read(lambda t: t.rows("SELECT name FROM counters ORDER BY name"))
    return [name for (name,) in rows]


def together(storage: SqliteStorage, *works: Callable[[Transaction], int]) -> list["Future[int]"]:
    """Have these works wait until the writer, held up by another, is free for all of them."""
    held, free = threading.Event(), threading.Event()

    def hold(transaction: Transaction) -> None:
        held.set()
        free.wait(10)

    with ThreadPoolExecutor(len(works) + 1) as pool:
        first = pool.submit(storage.write, hold)
        held.wait(10)
        answers: list[Future[int]] = []
        for number, work in enumerate(works, 1):
            answers.append(pool.submit(storage.write, work))
            while storage._jobs.qsize() < number:
                threading.Event().wait(0.001)
        free.set()
        first.result(10)
    return answers


def commits(storage: SqliteStorage) -> int:
    return storage.version()


def test_works_that_wait_together_are_committed_together(storage: SqliteStorage) -> None:
    """Three pushes that wait for the disk wait for it once."""
    begun: list[int] = []

    def counted(name: str) -> Callable[[Transaction], int]:
        def work(transaction: Transaction) -> int:
            begun.append(commits(storage))
            return transaction.run(PUT, name, 1)

        return work

    answers = together(storage, counted("a"), counted("b"), counted("c"))

    assert [answer.result() for answer in answers] == [1, 1, 1]
    assert names(storage) == ["a", "b", "c"]
    assert len(set(begun)) == 1  # nothing was committed between the first and the last


def test_a_work_that_fails_takes_no_other_with_it(storage: SqliteStorage) -> None:
    def fail(transaction: Transaction) -> int:
        transaction.run(PUT, "b", 1)
        raise KeyError("b")

    def collide(transaction: Transaction) -> int:
        return transaction.run(PUT, "a", 2)

    answers = together(storage, put("a"), fail, collide, put("c"))

    assert isinstance(answers[1].exception(), KeyError)
    assert isinstance(answers[2].exception(), sqlite3.IntegrityError)
    assert [answers[0].result(), answers[3].result()] == [1, 1]
    assert names(storage) == ["a", "c"]


@pytest.mark.expects_log("The database cannot be used")
def test_a_full_disk_fails_all_and_keeps_nothing(storage: SqliteStorage) -> None:
    def fill(transaction: Transaction) -> int:
        pages = transaction.value("PRAGMA page_count")
        transaction.rows(f"PRAGMA max_page_count = {pages}")
        return transaction.run(PUT, "x" * 1_000_000, 1)

    answers = together(storage, put("a"), fill, put("c"))

    assert all(isinstance(answer.exception(), StorageDown) for answer in answers)
    assert names(storage) == []
    storage.write(lambda t: t.rows("PRAGMA max_page_count = 1000000"))
    assert storage.write(put("d")) == 1


def test_more_than_go_together_are_all_answered(storage: SqliteStorage) -> None:
    answers = together(storage, *(put(f"{number:02}") for number in range(40)))
    assert [answer.result() for answer in answers] == [1] * 40
    assert len(names(storage)) == 40
