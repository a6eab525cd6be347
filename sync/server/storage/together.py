"""Works that wait for the one writer, done in one transaction: one wait for the disk for all.

Each stands under a savepoint and fails alone; what ends the transaction itself (a full disk, say)
fails them all, and nothing of any of them is kept. Nobody is answered before the commit.
"""

import queue
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any

from sync.server.storage.interface import Transaction

MOST = 16  # works in one transaction: whoever comes next waits for all of them


class Job:
    """A work that waits for the writer, and the answer that its caller waits for."""

    def __init__(self, work: Callable[[Any], Any]) -> None:
        self.answer: Future[Any] = Future()
        self._work = work
        self._value: Any = None
        self._error: Exception | None = None

    def do(self, transaction: Transaction) -> None:
        self._value = self._work(transaction)

    def attempt(self, transaction: Transaction, fatal: Callable[[Exception], bool]) -> None:
        """Do the work or leave no trace of it; raise only what concerns the others too."""
        try:
            with transaction.attempt():
                self.do(transaction)
        except Exception as error:
            if fatal(error):
                raise
            self._error = error

    def tell(self) -> None:
        """Answer the caller: what was done is durable now."""
        if self._error is None:
            self.answer.set_result(self._value)
        else:
            self.answer.set_exception(self._error)


def waiting(jobs: "queue.SimpleQueue[Job]") -> list[Job]:
    """Take those that wait, in their order, as many as go together."""
    taken: list[Job] = []
    while len(taken) < MOST and not jobs.empty():
        taken.append(jobs.get())
    return taken


def do_all(
    jobs: Sequence[Job], transaction: Transaction, fatal: Callable[[Exception], bool]
) -> None:
    if len(jobs) == 1:  # a savepoint costs a copy of each page that is changed
        jobs[0].do(transaction)
        return
    for job in jobs:
        job.attempt(transaction, fatal)
