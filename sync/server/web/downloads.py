"""Snapshots, and attachments both ways: files, addressed by what they are."""

import hashlib
import tempfile
from functools import partial
from pathlib import Path
from typing import Annotated, Any, BinaryIO, cast

from litestar import get, put
from litestar.params import PathParameter
from litestar.response.base import ASGIResponse

from sync.protocol.wire import BLOB_BYTES, MAX_SEQ
from sync.server.errors import Absent
from sync.server.web import bodies, files
from sync.server.web.answers import Answer, nothing
from sync.server.web.context import Asked, Call, call_of
from sync.server.web.documented import SESSION, WITH_BODY, answers, octets
from sync.server.web.refusals import WrongCoding
from sync.server.web.spaces import FOR_EVER, check_reader

IN_MEMORY = 256 * 1024
Seq = Annotated[int, PathParameter(ge=0, le=MAX_SEQ)]
Hash = Annotated[str, PathParameter(pattern="^[0-9a-f]{64}$")]
FILE = {200: octets("The whole file."), 206: octets("The part that Range asked for.")}


@get(
    "/v1/spaces/{space:str}/snapshots/{seq:int}",
    responses=FILE | answers({304: None}, *SESSION, 404, 416),
    operation_id="snapshot",
)
async def snapshot(request: Asked, space: str, seq: Seq) -> ASGIResponse:
    """Give a space as it stood at `seq`, as one file: SQLite, compressed by zstd.

    A session may ask, and so may whoever has the signature that `heads` gives.
    """
    call = call_of(request)
    await check_reader(call, space)
    path, sha256 = await call.premises.lanes.read.run(partial(_proved, call, space, seq))
    return files.hand_out(call, path, sha256, {"Cache-Control": FOR_EVER})


def _proved(call: Call, space: str, seq: int) -> tuple[Path, str]:
    """Find a snapshot and its hash, which is read off the file once in a process."""
    path = call.premises.office.snapshot(space, seq)
    if path is None:
        raise Absent("There is no such snapshot, or a newer one has taken its place.")
    changed, hashes = path.stat().st_mtime_ns, call.premises.hashes
    known = hashes.get(str(path))
    if known is None or known[0] != changed:
        with path.open("rb") as opened:
            known = (changed, hashlib.file_digest(opened, "sha256").hexdigest())
        if len(hashes) > 1000:  # the newest two of each space are asked for, the rest are gone
            hashes.clear()
        hashes[str(path)] = known
    return path, known[1]


@get(
    "/v1/blobs/{sha256:str}",
    responses=FILE | answers({304: None}, *SESSION, 404, 416),
    operation_id="getBlob",
)
async def get_blob(request: Asked, sha256: Hash) -> ASGIResponse:
    """Give an attachment that something speaks of which this person may read."""
    call = call_of(request)
    path = await call.premises.lanes.read.run(
        partial(call.premises.office.get_blob, call.person, sha256)
    )
    return files.hand_out(call, path, sha256, {"Cache-Control": "private, no-cache"})


@put(
    "/v1/blobs/{sha256:str}",
    status_code=200,  # what Litestar wants of a route that answers by itself; it answers 204
    responses=answers({204: None}, *SESSION, *WITH_BODY, 403, 422),
    operation_id="putBlob",
)
async def put_blob(request: Asked, sha256: Hash) -> Answer:
    """Keep an attachment under its hash; to send it again changes nothing."""
    call = call_of(request)
    person = call.person
    with cast(BinaryIO, tempfile.SpooledTemporaryFile(IN_MEMORY)) as kept:
        await _receive(call, request, kept)
        await call.premises.lanes.write.run(
            partial(call.premises.office.put_blob, person, sha256, kept)
        )
    return nothing(204, call.version)


async def _receive(call: Call, request: Asked, kept: BinaryIO) -> None:
    """Take the bytes in as they come; pieces are small, so writing them never holds up others."""
    if call.header(b"content-encoding").strip().lower() not in {"", "identity"}:
        raise WrongCoding("Attachments come as they are, without a content coding.")
    bodies.stated_length(call.headers, BLOB_BYTES)
    async for piece in bodies.chunks(request.receive, BLOB_BYTES, call.premises.settings):
        kept.write(piece)
    kept.seek(0)


ROUTES: list[Any] = [snapshot, get_blob, put_blob]
