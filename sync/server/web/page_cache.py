"""Full pages as they go out, for servers without nginx before them.

A page never changes within an epoch and is the same for everybody, so it is encoded and compressed
once, however many ask for it at the same moment. Bounded in bytes; those used longest ago go first.
Whoever reads a page will want the next one: it is made while they are busy with theirs.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial


@dataclass(frozen=True, slots=True)
class KeptPage:
    """The bytes of a page in each coding, and the hash of what they hold."""

    plain_sha256: str
    coding: str
    body: bytes


Place = tuple[str, str, int, str]  # epoch, space, number, coding
Make = Callable[[], Awaitable[KeptPage | None]]


class PageCache:
    """Pages by space, number and coding."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._size = 0
        self._epoch = ""
        self._kept: OrderedDict[tuple[str, int, str], KeptPage] = OrderedDict()
        self._making: dict[Place, asyncio.Task[KeptPage | None]] = {}

    async def made(self, place: Place, make: Make) -> KeptPage | None:
        """Return a page, from memory or by `make`; None when there is no such page."""
        kept = self.get(*place)
        # Shielded: whoever leaves does not take it away from the others.
        return kept if kept is not None else await asyncio.shield(self._begun(place, make))

    def make_ready(self, place: Place, make: Make) -> None:
        """Have a page made, if it is not here, while nobody waits for it."""
        if self.get(*place) is None:
            _ = self._begun(place, make)

    def _begun(self, place: Place, make: Make) -> "asyncio.Task[KeptPage | None]":
        task = self._making.get(place)
        if task is None:
            task = self._making[place] = asyncio.create_task(self._make(place, make))
            task.add_done_callback(partial(self._ended, place))
        return task

    async def _make(self, place: Place, make: Make) -> KeptPage | None:
        page = await make()
        if page is not None:
            self.keep(*place, page)
        return page

    def _ended(self, place: Place, task: "asyncio.Task[KeptPage | None]") -> None:
        """See what went wrong, or asyncio complains; whoever asks next meets it again."""
        del self._making[place]
        if not task.cancelled():
            task.exception()

    def get(self, epoch: str, space: str, number: int, coding: str) -> KeptPage | None:
        if epoch != self._epoch:
            return None
        kept = self._kept.get((space, number, coding))
        if kept is not None:
            self._kept.move_to_end((space, number, coding))
        return kept

    def keep(self, epoch: str, space: str, number: int, coding: str, page: KeptPage) -> None:
        if epoch != self._epoch:
            self._kept.clear()
            self._size, self._epoch = 0, epoch
        old = self._kept.pop((space, number, coding), None)
        self._size -= len(old.body) if old else 0
        self._kept[space, number, coding] = page
        self._size += len(page.body)
        while self._size > self._room:
            self._size -= len(self._kept.popitem(last=False)[1].body)
