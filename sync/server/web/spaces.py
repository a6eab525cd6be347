"""What a space holds: its log, its immutable pages, its digests and single entities."""

from functools import partial
from typing import Annotated, Any

from litestar import get, post
from litestar.params import PathParameter, QueryParameter

from sync.protocol import codec
from sync.protocol.digests import BUCKETS
from sync.protocol.wire import MAX_SEQ, Bucket, Digest, Page, Rows, Wanted
from sync.server.errors import Absent
from sync.server.web.answers import Answer, encoded, give, raw_headers
from sync.server.web.context import Asked, Call, call_of
from sync.server.web.documented import SESSION, WITH_BODY, Body, answers
from sync.server.web.page_cache import KeptPage, Make

MOST = 1000
FOR_EVER = "public, max-age=31536000, immutable"
After = Annotated[int, QueryParameter(name="after", ge=0, le=MAX_SEQ)]
Limit = Annotated[int, QueryParameter(name="limit", ge=1, le=MOST)]
PageNumber = Annotated[int, PathParameter(ge=0, le=MAX_SEQ // 100 - 1)]
BucketNumber = Annotated[int, PathParameter(ge=0, le=BUCKETS - 1)]


@get(
    "/v1/spaces/{space:str}/changes",
    responses=answers({200: Page}, *SESSION, 404, 410),
    operation_id="changes",
)
async def changes(request: Asked, space: str, after: After = 0, limit: Limit = 100) -> Answer:
    """Give what comes after a cursor: at most `limit` changes, fewer when they are large."""
    call = call_of(request)
    find = partial(call.premises.office.changes, call.person, space, after, limit)

    def work() -> Answer:
        return give(codec.encode(find()), call.version, call.coding)

    return await call.premises.lanes.read.run(work)


@get(
    "/v1/spaces/{space:str}/pages/{number:int}",
    responses=answers({200: Page}, *SESSION, 404),
    operation_id="page",
)
async def page(request: Asked, space: str, number: PageNumber) -> Answer:
    """Give one full page of 100 changes: the same bytes for everybody, for ever.

    A session may ask, and so may whoever has the signature that `heads` gives.
    """
    call = call_of(request)
    premises = call.premises
    await check_reader(call, space)
    epoch = await premises.epoch()
    kept = await premises.pages.made(
        (epoch, space, number, call.coding), _maker(call, space, number)
    )
    if kept is None:
        raise Absent("This page is not full, or no longer kept.")
    following = number + 1
    premises.pages.make_ready(
        (epoch, space, following, call.coding), _maker(call, space, following)
    )
    return _handed_out(kept, call)


async def check_reader(call: Call, space: str) -> None:
    """Let in who may read the space, and who came with a signature that the front has checked."""
    person = call.principal
    if person is None:
        return
    readable = partial(call.premises.office.readable, person)
    if space not in await call.premises.lanes.read.run(readable):
        raise Absent("There is no such space.")


def _maker(call: Call, space: str, number: int) -> Make:
    """Return what makes a page in a thread that may read."""
    office, coding = call.premises.office, call.coding

    def make() -> KeptPage | None:
        found = office.page(space, number)
        if found is None:
            return None
        plain = codec.encode(found)
        body, used = encoded(plain, coding)
        return KeptPage(codec.sha256(plain), used, body)

    return partial(call.premises.lanes.read.run, make)


def _handed_out(kept: KeptPage, call: Call) -> Answer:
    """Answer with a page. It says version 1 to all: what is kept for ever cannot know who reads."""
    fields = {
        "Content-Type": "application/json",
        "Content-Length": str(len(kept.body)),
        "Vary": "Accept-Encoding",
        "Cache-Control": FOR_EVER,
        "ETag": f'"{kept.plain_sha256}{kept.coding}"',
        codec.PROTOCOL: codec.stamps(b"", call.version)[codec.PROTOCOL],
        codec.SHA256: kept.plain_sha256,
    }
    if kept.coding:
        fields["Content-Encoding"] = kept.coding
    return Answer(200, raw_headers(fields), kept.body)


@get(
    "/v1/spaces/{space:str}/digest",
    responses=answers({200: Digest}, *SESSION, 404),
    operation_id="digest",
)
async def digest(request: Asked, space: str) -> Answer:
    """Give the 256 hashes of what the space holds."""
    call = call_of(request)
    found = await call.premises.lanes.read.run(
        partial(call.premises.office.digest, call.person, space)
    )
    return give(codec.encode(found), call.version, call.coding)


@get(
    "/v1/spaces/{space:str}/digest/{number:int}",
    responses=answers({200: Bucket}, *SESSION, 404),
    operation_id="bucket",
)
async def bucket(request: Asked, space: str, number: BucketNumber) -> Answer:
    """Give the rows of one of the 256 buckets, without their texts."""
    call = call_of(request)
    found = await call.premises.lanes.read.run(
        partial(call.premises.office.bucket, call.person, space, number)
    )
    return give(codec.encode(found), call.version, call.coding)


@post(
    "/v1/spaces/{space:str}/rows",
    status_code=200,
    dto=Body[Wanted],
    return_dto=None,
    responses=answers({200: Rows}, *SESSION, *WITH_BODY, 404),
    operation_id="rows",
)
async def rows(request: Asked, space: str, data: Wanted) -> Answer:
    """Give single entities as they stand now; one that is gone or out of sight comes as gone."""
    call = call_of(request)
    find = partial(call.premises.office.rows, call.person, space, data)

    def work() -> Answer:
        return give(codec.encode(find()), call.version, call.coding)

    return await call.premises.lanes.read.run(work)


ROUTES: list[Any] = [changes, page, digest, bucket, rows]
