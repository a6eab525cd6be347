"""What IT and load balancers ask, without a session: the front decides who may come here."""

from typing import Any

from litestar import get
from litestar.response.base import ASGIResponse

from sync.protocol import codec, versions
from sync.protocol.wire import Health
from sync.server.web import metrics
from sync.server.web.answers import Answer, give, raw_headers
from sync.server.web.context import Asked, call_of
from sync.server.web.documented import answers
from sync.server.web.settings import product_version


@get("/health", responses=answers({200: Health}, 503, 500), operation_id="health")
async def health(request: Asked) -> ASGIResponse:
    """Say whether this process can serve: 503 while its storage does not answer."""
    call = call_of(request)
    await call.premises.check_storage()
    found = Health("ok", product_version(), versions.SERVED)
    return give(codec.encode(found), call.version, call.coding)


@get("/metrics", include_in_schema=False)
async def figures(request: Asked) -> Answer:
    """Give the figures of this process as Prometheus reads them."""
    text = call_of(request).premises.metrics.text()
    fields = {"Content-Type": metrics.MEDIA_TYPE, "Content-Length": str(len(text))}
    return Answer(200, raw_headers(fields), text)


ROUTES: list[Any] = [health, figures]
