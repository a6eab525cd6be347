"""Lanes: where slow work goes, so that no screen ever waits for it.

One lane owns one resource (the SQLite writer, the index, the network). Jobs of a lane run one
after the other on its own thread; each result comes home through one door, `deliver`, which the
desk makes a hop to the GUI thread and everything else leaves as a plain call. Nothing here
knows Qt.
"""

import logging
import queue
import threading
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

log = logging.getLogger(__name__)
T = TypeVar("T")

Deliver = Callable[[Callable[[], None]], None]


class LaneClosed(RuntimeError):
    """A job was given to a lane that has been closed."""


class Runner(Protocol):
    """Something that runs a job and brings its result home."""

    def run(
        self,
        job: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run `job`; pass what it returns to `then`, what it raises to `failed`."""

    def close(self) -> None:
        """Finish what was given, take nothing more."""


def _call(action: Callable[[], None]) -> None:
    action()


class InlineRunner:
    """Runs each job at once, where it is called: for the command line and for tests."""

    def __init__(self) -> None:
        self._closed = False

    def run(
        self,
        job: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        if self._closed:
            raise LaneClosed("This runner has been closed.")
        try:
            result = job()
        except Exception as error:
            if failed is None:
                raise
            failed(error)
            return
        if then is not None:
            then(result)

    def close(self) -> None:
        self._closed = True


class Lane:
    """One thread that runs jobs in the order given; `close()` drains and may be called again."""

    def __init__(self, name: str, deliver: Deliver = _call) -> None:
        self._name = name
        self._deliver = deliver
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._closing = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._work, name=f"lane-{name}", daemon=True)
        self._thread.start()

    def run(
        self,
        job: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        with self._closing:
            if self._closed:
                raise LaneClosed(f"The lane “{self._name}” has been closed.")
            self._jobs.put(lambda: self._do(job, then, failed))

    def _do(
        self,
        job: Callable[[], Any],
        then: Callable[[Any], None] | None,
        failed: Callable[[Exception], None] | None,
    ) -> None:
        try:
            result = job()
        except BaseException as raised:  # noqa: BLE001  # a panic of Tantivy is no Exception
            self._tell(_as_exception(raised), failed)
            return
        if then is not None:
            self._deliver(lambda: then(result))

    def _tell(self, error: Exception, failed: Callable[[Exception], None] | None) -> None:
        if failed is None:
            log.error("A job of the lane %s failed.", self._name, exc_info=error)
        else:
            self._deliver(lambda: failed(error))

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                job()
            except BaseException:  # what a plain `deliver` calls may raise: the lane goes on
                log.exception("What came home from the lane %s was met by an error.", self._name)

    def close(self) -> None:
        with self._closing:
            if not self._closed:
                self._closed = True
                self._jobs.put(None)
        if threading.current_thread() is not self._thread:
            self._thread.join()


def _as_exception(raised: BaseException) -> Exception:
    """Give `failed` what its type promises; the first cause stays attached."""
    if isinstance(raised, Exception):
        return raised
    error = RuntimeError(f"{type(raised).__name__}: {raised}")
    error.__cause__ = raised
    return error
