"""What every request finds: the premises it came into, and what the front learned about it."""

import time
from dataclasses import dataclass, field
from typing import Any

from litestar import Request

from sync.protocol import versions
from sync.server.errors import SignedOut
from sync.server.office import Office
from sync.server.principal import Principal
from sync.server.web.lanes import Lanes
from sync.server.web.limits import Limits
from sync.server.web.live_hub import Hub
from sync.server.web.metrics import Metrics
from sync.server.web.page_cache import PageCache
from sync.server.web.settings import Settings
from sync.server.web.signing import Signer

KEY = "kbdesk"
EPOCH_SECONDS = 5.0  # for so long a page may still come from before a restore, and says so itself
PULSE_SECONDS = 1.0  # a balancer that asks ten times a second touches the database once
Asked = Request[Any, Any, Any]


@dataclass(slots=True)
class Premises:
    """What one server process consists of."""

    office: Office
    settings: Settings
    lanes: Lanes
    signer: Signer
    metrics: Metrics
    hub: Hub
    pages: PageCache
    sessions: Limits
    strangers: Limits
    hashes: dict[str, tuple[int, str]] = field(default_factory=dict)
    _epoch: tuple[float, str] = (-EPOCH_SECONDS, "")
    _alive: float = -PULSE_SECONDS

    async def epoch(self) -> str:
        """Return the epoch, asked of the database every few seconds only."""
        at, epoch = self._epoch
        if time.monotonic() - at < EPOCH_SECONDS:
            return epoch
        epoch = await self.lanes.read.run(self.office.epoch)
        self._epoch = (time.monotonic(), epoch)
        return epoch

    async def check_storage(self) -> None:
        """Raise `StorageDown` when the database does not answer."""
        if time.monotonic() - self._alive < PULSE_SECONDS:
            return
        await self.lanes.read.run(self.office.check_storage)
        self._alive = time.monotonic()


@dataclass(slots=True)
class Call:
    """What the front knows of a request before any route sees it."""

    premises: Premises
    headers: dict[bytes, bytes]
    address: str
    version: int = versions.NEWEST
    coding: str = ""
    token: str = ""
    principal: Principal | None = None
    held: int = 0  # bytes of its body that are in memory

    @property
    def person(self) -> Principal:
        """Who is asking; nobody is an answer of 401, in a route that forgot to ask too."""
        if self.principal is None:
            raise SignedOut("Sign in first.")
        return self.principal

    def header(self, name: bytes) -> str:
        return self.headers.get(name, b"").decode("latin-1")


def call_of(request: Asked) -> Call:
    scope: Any = request.scope  # ASGI's own keys are typed; ours stands beside them
    call: Call = scope[KEY]
    return call
