"""Is there anything new: the one request that every desk makes over and over.

Answered from memory on the event loop where that is sure to be fresh. An unchanged answer is 304
without a body; the proof (an HMAC under the token, over a number that the desk has just drawn)
shows that it comes from this server now, not from a cache or a portal on the way.
"""

from functools import partial
from typing import Annotated, Any

import msgspec
from litestar import get
from litestar.params import HeaderParameter

from sync.protocol import codec
from sync.protocol.proof import NONCE, NOW, PROOF, now, proof
from sync.protocol.wire import Heads, SpaceHead
from sync.server.web.answers import Answer, give, nothing
from sync.server.web.context import Asked, Call, call_of
from sync.server.web.documented import SESSION, answers
from sync.server.web.signing import Signer

Known = Annotated[str | None, HeaderParameter(name="If-None-Match", max_length=1000)]


@get(
    "/v1/heads",
    responses=answers({200: Heads, 304: None}, *SESSION),
    operation_id="heads",
)
async def heads(request: Asked, known: Known = None) -> Answer:
    """Say how far every space has come that this person may read."""
    call = call_of(request)
    tag, found = await _found(call)
    etag = f'"{tag}"'
    fields = {"ETag": etag, "Cache-Control": "private, no-cache"}
    if known is not None and _same(known, etag):
        return nothing(304, call.version, fields | _proof(call, 304, etag, b""))
    body = codec.encode(signed(found, call.premises.signer))
    return give(body, call.version, call.coding, headers=fields | _proof(call, 200, etag, body))


async def _found(call: Call) -> tuple[str, Heads]:
    office, person = call.premises.office, call.person
    known = office.known_heads(person)
    if known is not None:
        return known
    return await call.premises.lanes.read.run(partial(office.heads, person))


def signed(found: Heads, signer: Signer) -> Heads:
    """Put in the signatures under which pages and snapshots may be had without asking."""
    spaces = {name: _signed(name, head, found.epoch, signer) for name, head in found.spaces.items()}
    return msgspec.structs.replace(found, spaces=spaces)


def _signed(space: str, head: SpaceHead, epoch: str, signer: Signer) -> SpaceHead:
    query = signer.query(epoch, space)
    snapshot = head.snapshot
    if snapshot is not None:
        url = f"/v1/spaces/{space}/snapshots/{snapshot.seq}{query}"
        snapshot = msgspec.structs.replace(snapshot, url=url)
    return msgspec.structs.replace(head, pages=query, snapshot=snapshot)


def _same(known: str, etag: str) -> bool:
    return known.strip() == "*" or etag in {part.strip() for part in known.split(",")}


def _proof(call: Call, status: int, etag: str, body: bytes) -> dict[str, str]:
    nonce = call.header(NONCE.lower().encode())
    if not nonce or len(nonce) > 200:
        return {}
    moment = call.premises.office.now()
    return {
        PROOF: proof(call.token, nonce, status, etag, body),
        NOW: now(call.token, nonce, moment),
    }


ROUTES: list[Any] = [heads]
