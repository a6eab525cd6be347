"""Signing in and out, and what the server knows of whoever asks."""

from functools import partial
from typing import Any

from litestar import delete, get, post

from sync.protocol import codec
from sync.protocol.wire import Me, Session, SignIn
from sync.server.web.answers import Answer, give, nothing
from sync.server.web.context import Asked, call_of
from sync.server.web.documented import ALWAYS, SESSION, WITH_BODY, Body, answers


@post(
    "/v1/sessions",
    dto=Body[SignIn],
    return_dto=None,
    responses=answers({201: Session}, *ALWAYS, *WITH_BODY, 401),
    operation_id="signIn",
)
async def sign_in(request: Asked, data: SignIn) -> Answer:
    """Sign in; the token is shown this once."""
    call = call_of(request)
    premises = call.premises
    session = await premises.lanes.doors.run(partial(premises.office.sign_in, data, call.address))
    return give(codec.encode(session), call.version, status=201)


@delete(
    "/v1/sessions/current",
    status_code=200,  # what Litestar wants of a route that answers by itself; it answers 204
    responses=answers({204: None}, *SESSION),
    operation_id="signOut",
)
async def sign_out(request: Asked) -> Answer:
    """End this session; its token is worth nothing from now on."""
    call = call_of(request)
    premises = call.premises
    await premises.lanes.write.run(partial(premises.office.sign_out, call.token))
    premises.hub.end_session(call.token)
    return nothing(204, call.version)


@get("/v1/me", responses=answers({200: Me}, *SESSION), operation_id="whoAmI")
async def me(request: Asked) -> Answer:
    """Say who I am, and why I see what I see."""
    call = call_of(request)
    premises = call.premises
    found = await premises.lanes.read.run(partial(premises.office.me, call.person))
    return give(codec.encode(found), call.version, call.coding)


ROUTES: list[Any] = [sign_in, sign_out, me]
