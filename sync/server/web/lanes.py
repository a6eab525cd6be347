"""Threads for what blocks: reading, writing and checking passwords never wait for one another.

A lane that is full says so at once (503 with Retry-After): a queue without an end only turns an
overload into answers that nobody waits for any more.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from sync.server.errors import Unavailable
from sync.server.web.settings import Settings

T = TypeVar("T")


class Lane:
    """Some threads and a bounded queue before them."""

    def __init__(self, name: str, threads: int, room: int) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix=name)
        self._room = room
        self._inside = 0

    async def run(self, work: Callable[[], T]) -> T:
        """Do it in a thread; raise `Unavailable` when too many wait already."""
        if self._inside >= self._room:
            raise Unavailable(
                "The server is busy. Try again in a moment.", code="overloaded", retry_after=2
            )
        self._inside += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, work)
        finally:
            self._inside -= 1

    def close(self) -> None:
        self._pool.shutdown(wait=True)


class Lanes:
    """One lane per kind of waiting."""

    def __init__(self, settings: Settings) -> None:
        self.read = Lane("read", settings.readers, 2_000)
        self.write = Lane("write", settings.writers, 2_000)
        self.doors = Lane("doors", settings.doorkeepers, 50)
        self.files = Lane("files", 4, 12_000)
        self.house = Lane("house", 1, 2)

    def close(self) -> None:
        for lane in (self.doors, self.write, self.read, self.files, self.house):
            lane.close()
