"""The outermost application: what holds for every request, before any route sees it.

In this order, each step before anything that costs more: version, session (everything under /v1 but
the door itself wants one), rate, and only then the body. So a stranger's bytes are never unfolded,
and a route that forgot to ask who is there still finds nobody. The live stream leaves here, past
Litestar, because ten thousand of it must cost little.
"""

import logging
import re
import time
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any
from urllib.parse import parse_qs

from sync.protocol import versions
from sync.protocol.wire import PUSH_BYTES
from sync.server.errors import Absent, Malformed, SignedOut, StorageDown, Unavailable
from sync.server.principal import Principal
from sync.server.web import bodies, live
from sync.server.web.answers import accepted, refuse
from sync.server.web.context import KEY, Call, Premises
from sync.server.web.refusals import NoSuchVerb, TooOld, WrongCoding
from sync.server.web.verbs import Verbs

Scope = Any  # ASGI's dictionaries: the server's, Litestar's and ours have different types for them
Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

log = logging.getLogger("kbdesk.server.request")

DOOR = "/v1/sessions"
LIVE = "/v1/live"
OPEN = {("GET", "/health"), ("GET", "/metrics"), ("GET", "/openapi.json"), ("POST", DOOR)}
OPEN_PATHS = {path for _, path in OPEN}
SIGNED = re.compile(r"/v1/spaces/([^/]+)/(?:pages|snapshots)/[0-9]+")
BLOB = "/v1/blobs/"
LIMITS = {DOOR: 16 * 1024, "/v1/operations": 2 * PUSH_BYTES}  # JSON may double what a text weighs
LIMIT = 128 * 1024
TOKEN = 100  # letters of the longest token there is
WITH_BODY = {"POST", "PUT", "PATCH"}


class Front:
    """Wraps the routes of one server process."""

    def __init__(self, premises: Premises, routes: App, verbs: Verbs) -> None:
        self._premises = premises
        self._verbs = verbs
        self._held = 0
        self._routes = routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._routes(scope, receive, send)
            return
        call = Call(self._premises, dict(scope["headers"]), _address(scope))
        scope[KEY] = call
        watched = Watched(send)
        started = time.perf_counter()
        try:
            watched.status = await self._serve(scope, receive, watched) or watched.status
        except bodies.Left:
            watched.status = 499
        except Exception as error:  # noqa: BLE001  # the last resort: whatever it is, it is told
            if watched.status:
                raise
            await self._refuse(error, call, scope, receive, watched)
        finally:
            self._reserve_nothing(call)
            self._note(scope, call, watched, time.perf_counter() - started)

    async def _serve(self, scope: Scope, receive: Receive, watched: "Watched") -> int | None:
        call: Call = scope[KEY]
        known = self._verbs.of(scope["path"])
        wrong = NoSuchVerb(known) if known and scope["method"] not in known else None
        if wrong is not None and scope["path"] in OPEN_PATHS:
            raise wrong
        await self._admit(scope, call)
        if wrong is not None:
            raise wrong
        if (scope["method"], scope["path"]) == ("GET", LIVE):
            return await live.answer(call, receive, watched.send)
        if scope["method"] in WITH_BODY and not scope["path"].startswith(BLOB):
            receive = Again(await self._body(scope, call, receive))
        await self._routes(scope, receive, watched)
        return None

    async def _admit(self, scope: Scope, call: Call) -> None:
        """Find out who asks and in which version; raise for those who may not come in."""
        call.coding = accepted(call.header(b"accept-encoding"))
        asked = (scope["method"], scope["path"])
        if asked in OPEN:
            if scope["path"] == DOOR:
                self._premises.strangers.spend(call.address)
                call.version = _version(call)
            return
        call.version = _version(call)
        call.token = _bearer(call.header(b"authorization"))
        call.principal = await self._principal(call)
        if call.principal is not None:
            self._premises.sessions.spend(call.token)
            return
        self._premises.strangers.spend(call.address)
        if scope["path"].startswith("/v1/") and not await self._signed(scope):
            raise SignedOut("Sign in again: there is no session, or it has ended.")

    async def _principal(self, call: Call) -> Principal | None:
        if not 0 < len(call.token) <= TOKEN:
            return None
        office = self._premises.office
        known = office.known_principal(call.token)
        if known is not None:
            return known
        self._premises.strangers.check(call.address)  # guessing tokens must not cost us queries
        return await self._premises.lanes.read.run(partial(office.authenticate, call.token))

    async def _signed(self, scope: Scope) -> bool:
        """Say whether the address proves itself (a page or a snapshot of the present epoch)."""
        address = SIGNED.fullmatch(scope["path"])
        if address is None or scope["method"] != "GET":
            return False
        query = parse_qs(scope["query_string"].decode("latin-1"))
        epoch, expires, signature = (query.get(key, [""])[0] for key in ("epoch", "exp", "sig"))
        if not self._premises.signer.holds(epoch, address[1], expires, signature):
            return False
        if epoch != await self._premises.epoch():
            raise Absent("That was before this server was restored. Ask for the heads.")
        return True

    async def _body(self, scope: Scope, call: Call, receive: Receive) -> bytes:
        limit = LIMITS.get(scope["path"], LIMIT)
        self._reserve(call, bodies.stated_length(call.headers, limit))
        body = await bodies.whole(receive, call.headers, self._premises.settings, limit)
        self._reserve(call, len(body))
        media_type = call.header(b"content-type").partition(";")[0].strip().lower()
        if body and media_type != "application/json":
            raise WrongCoding("Bodies here are application/json.")
        return body

    def _reserve_nothing(self, call: Call) -> None:
        self._held -= call.held
        call.held = 0

    def _reserve(self, call: Call, size: int) -> None:
        """Account for a body in memory, in place of what was accounted for before."""
        self._held += size - call.held
        call.held = size
        if self._held > self._premises.settings.bodies_bytes:
            raise Unavailable(
                "The server is busy. Try again in a moment.", code="overloaded", retry_after=2
            )

    async def _refuse(
        self, error: Exception, call: Call, scope: Scope, receive: Receive, watched: "Watched"
    ) -> None:
        if isinstance(error, StorageDown):
            self._premises.metrics.database_errors.inc()
        answer: Any = refuse(error, call.version)
        await answer(scope, receive, watched)

    def _note(self, scope: Scope, call: Call, watched: "Watched", seconds: float) -> None:
        route = LIVE if scope["path"] == LIVE else scope.get("path_template") or "none"
        method = scope["method"] if scope["method"] in KNOWN_METHODS else "other"
        self._premises.metrics.answered(route, method, watched.status, seconds)
        log.info(
            "answered",
            extra={
                "method": scope["method"],
                "path": scope["path"][:300],
                "status": watched.status,
                "ms": round(seconds * 1000, 2),
                "address": call.address,
            },
        )


KNOWN_METHODS = frozenset({"GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH"})


class Watched:
    """A `send` that remembers the status that went out; 0 as long as nothing has."""

    __slots__ = ("send", "status")

    def __init__(self, send: Send) -> None:
        self.send = send
        self.status = 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
        await self.send(message)


class Again:
    """A `receive` that gives a body which was read already."""

    __slots__ = ("_body",)

    def __init__(self, body: bytes) -> None:
        self._body: bytes | None = body

    async def __call__(self) -> Message:
        body, self._body = self._body, None
        if body is None:
            return {"type": "http.disconnect"}
        return {"type": "http.request", "body": body, "more_body": False}


def _address(scope: Scope) -> str:
    client = scope.get("client")
    return str(client[0]) if client else ""


def _bearer(header: str) -> str:
    kind, _, token = header.partition(" ")
    return token.strip() if kind.lower() == "bearer" else ""


def _version(call: Call) -> int:
    """Agree on a version; a request that names none, as from curl, is taken for the newest."""
    said = call.headers.get(b"kb-protocol")
    if said is None:
        return versions.NEWEST
    asked = versions.read(said.decode("latin-1"))
    if asked is None:
        raise Malformed("The header KB-Protocol is not one of kbdesk.")
    agreed = versions.agreed(asked)
    if agreed is None:
        raise TooOld("This desk is too old for the server. Update it; what it holds is kept.")
    return agreed
