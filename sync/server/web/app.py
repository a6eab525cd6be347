"""The composition root of one server process: office, threads, hub, routes, front.

Order of start: the hub listens before the first request may come in. Order of end: streams first
(they would never end by themselves), then the threads, then the office and its database.
"""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable
from functools import partial
from typing import Any, cast

from litestar import Litestar, Request
from litestar.exceptions import HTTPException

from sync.server.errors import Refusal, StorageDown
from sync.server.office import Office
from sync.server.web import (
    downloads,
    heads,
    machine_room,
    openapi,
    operations,
    sessions,
    spaces,
)
from sync.server.web.answers import refuse
from sync.server.web.context import Premises, call_of
from sync.server.web.front import App, Front
from sync.server.web.lanes import Lanes
from sync.server.web.limits import Limits
from sync.server.web.live_hub import Hub, Stream
from sync.server.web.metrics import Metrics
from sync.server.web.page_cache import PageCache
from sync.server.web.settings import Settings
from sync.server.web.signing import Signer
from sync.server.web.verbs import Verbs

log = logging.getLogger("kbdesk.server")
ROUTES: list[Any] = [
    *sessions.ROUTES,
    *heads.ROUTES,
    *spaces.ROUTES,
    *operations.ROUTES,
    *downloads.ROUTES,
    *machine_room.ROUTES,
    *openapi.ROUTES,
]


def premises_of(office: Office, settings: Settings) -> Premises:
    """Furnish a process."""
    lanes = Lanes(settings)
    hub = Hub(
        lambda: premises.epoch(),  # noqa: PLW0108  # it is furnished below
        lambda streams: lanes.read.run(partial(_look, office, streams)),
        pulls_per_second=settings.pulls_per_second,
        ping_seconds=settings.ping_seconds,
    )
    metrics = Metrics(lambda: len(hub))
    hub.on_event = lambda event: metrics.events.labels(event).inc()
    hub.on_drop = metrics.dropped.inc
    key = settings.signing_key or office.signing_key
    premises = Premises(
        office=office,
        settings=settings,
        lanes=lanes,
        signer=Signer(key, settings.signature_seconds),
        metrics=metrics,
        hub=hub,
        pages=PageCache(settings.page_cache_bytes),
        sessions=Limits(settings.session_rate),
        strangers=Limits(settings.stranger_rate),
    )
    return premises


def build(premises: Premises) -> Front:
    """Make the ASGI application of a furnished process."""
    routes = Litestar(
        ROUTES,
        openapi_config=None,
        logging_config=None,
        request_max_body_size=None,  # the front bounds bodies, attachments bound theirs
        exception_handlers={HTTPException: _told, Refusal: _told, Exception: _told},
        lifespan=[partial(_alive, premises)],
        debug=False,
    )
    return Front(premises, cast(App, routes), Verbs(ROUTES))


def _told(request: Request[Any, Any, Any], error: Exception) -> Any:
    call = call_of(request)
    if isinstance(error, StorageDown):
        call.premises.metrics.database_errors.inc()
    return refuse(error, call.version)


@contextlib.asynccontextmanager
async def _alive(premises: Premises, _: Litestar) -> AsyncIterator[None]:
    hub, settings = premises.hub, premises.settings
    tasks = [
        asyncio.create_task(coroutine)
        for coroutine in (
            hub.run(),
            hub.ping(),
            hub.look_round(settings.look_again_seconds),
            _keep_house(premises),
        )
    ]
    await asyncio.sleep(0)  # the hub takes its place on the loop
    unwatch = await premises.lanes.read.run(lambda: premises.office.watch(hub.hear))
    try:
        yield
    finally:
        hub.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.to_thread(_close, premises, unwatch)


def _close(premises: Premises, unwatch: Callable[[], None]) -> None:
    unwatch()
    premises.lanes.close()
    premises.office.close()


async def _keep_house(premises: Premises) -> None:
    """Do what is due in a thread of its own, again and again; a fault is logged, never the end."""
    while True:
        try:
            await premises.lanes.house.run(premises.office.housekeeping)
        except StorageDown:
            log.warning("The database does not answer; housekeeping waits.")
        except Exception:
            log.exception("Housekeeping failed.")
        await asyncio.sleep(premises.settings.housekeeping_seconds)


def _look(office: Office, streams: list[Stream]) -> list[frozenset[str] | None]:
    """Say for each stream what its session may read now, None when it may no longer be here."""
    found: list[frozenset[str] | None] = []
    for stream in streams:
        principal = office.authenticate(stream.token)
        found.append(office.readable(principal) if principal is not None else None)
    return found
