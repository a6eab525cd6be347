"""Full pages are made once for all who ask, and the next one ahead of whoever will."""

import asyncio

import pytest

from sync.server.errors import StorageDown
from sync.server.web.page_cache import KeptPage, PageCache

PLACE = ("epoch", "base", 7, "zstd")
PAGE = KeptPage("00", "zstd", b"a page")


class Maker:
    """Makes the page when it is let to, and counts how often it was asked."""

    def __init__(self, page: KeptPage | None = PAGE) -> None:
        self.page = page
        self.asked = 0
        self.free = asyncio.Event()

    async def __call__(self) -> KeptPage | None:
        self.asked += 1
        await self.free.wait()
        return self.page


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


def test_a_page_that_many_ask_for_at_once_is_made_once() -> None:
    async def run() -> None:
        cache, maker = PageCache(1000), Maker()
        asking = [asyncio.create_task(cache.made(PLACE, maker)) for _ in range(5)]
        await settle()
        asking[0].cancel()  # the one who was first leaves
        maker.free.set()
        answers = await asyncio.gather(*asking, return_exceptions=True)
        assert isinstance(answers[0], asyncio.CancelledError)
        assert answers[1:] == [PAGE] * 4
        assert await cache.made(PLACE, maker) is PAGE
        assert maker.asked == 1

    asyncio.run(run())


def test_a_page_made_ready_is_there_when_it_is_asked_for() -> None:
    async def run() -> None:
        cache, maker = PageCache(1000), Maker()
        maker.free.set()
        cache.make_ready(PLACE, maker)
        await settle()
        assert cache.get(*PLACE) is PAGE

    asyncio.run(run())


def test_a_page_that_is_not_full_yet_is_looked_for_anew() -> None:
    async def run() -> None:
        cache, maker = PageCache(1000), Maker(None)
        maker.free.set()
        assert await cache.made(PLACE, maker) is None
        maker.page = PAGE
        assert await cache.made(PLACE, maker) is PAGE

    asyncio.run(run())


def test_what_goes_wrong_ahead_is_met_by_who_asks_and_by_nobody_else() -> None:
    async def fail() -> KeptPage | None:
        raise StorageDown

    async def run() -> None:
        cache = PageCache(1000)
        cache.make_ready(PLACE, fail)
        await settle()
        with pytest.raises(StorageDown):
            await cache.made(PLACE, fail)

    asyncio.run(run())
