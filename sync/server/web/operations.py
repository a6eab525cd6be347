"""What people did: the one way up."""

from functools import partial
from typing import Any

from litestar import post

from sync.protocol import codec
from sync.protocol.wire import Push, Pushed
from sync.server.web.answers import Answer, give
from sync.server.web.context import Asked, call_of
from sync.server.web.documented import SESSION, WITH_BODY, Body, answers


@post(
    "/v1/operations",
    status_code=200,
    dto=Body[Push],
    return_dto=None,
    responses=answers({200: Pushed}, *SESSION, *WITH_BODY, 422),
    operation_id="push",
)
async def push(request: Asked, data: Push) -> Answer:
    """Apply operations, each once however often it is sent; say what became of each."""
    call = call_of(request)
    premises = call.premises
    pushed = await premises.lanes.write.run(partial(premises.office.push, call.person, data))
    premises.metrics.operations(pushed.results)
    return give(codec.encode(pushed), call.version, call.coding)


ROUTES: list[Any] = [push]
