"""Downloads: cut, gone on with, spoiled, and never believed without their hash."""

import hashlib
from pathlib import Path

import pytest

from sync.client.http import HttpTransport
from sync.client.ports import Damaged, NoRoom, Stale, Unreachable
from sync.protocol.wire import Snapshot
from tests.support import scripted_transport
from tests.support.scripted_server import Asked, Said, Scripted, bad

server, transport = scripted_transport.server, scripted_transport.transport
FILE = bytes(range(256)) * 40
SHA = hashlib.sha256(FILE).hexdigest()
SNAPSHOT = Snapshot(7, SHA, len(FILE), 3, "/v1/spaces/base/snapshots/7?sig=x")


def _file(asked: Asked, etag: str = SHA, content: bytes = FILE) -> Said:
    start = 0
    status = 200
    headers = {"ETag": f'"{etag}"'}
    wanted = asked.headers.get("Range")
    if wanted and asked.headers.get("If-Range") == f'"{etag}"':
        start, status = int(wanted.removeprefix("bytes=").rstrip("-")), 206
        headers["Content-Range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
    return status, headers, content[start:]


def _cut(asked: Asked) -> Said:
    status, headers, body = _file(asked)
    return status, headers | {"Content-Length": str(len(body)), "Connection": "close"}, body[:4000]


def test_a_download_goes_on_where_it_was_cut(server: Scripted, transport: HttpTransport) -> None:
    """G22."""

    def cut(asked: Asked) -> Said:
        asked.close_connection = True
        return _cut(asked)

    server.say = cut
    with pytest.raises(Unreachable):
        transport.snapshot("base", SNAPSHOT)
    server.say = _file
    assert transport.snapshot("base", SNAPSHOT).read_bytes() == FILE
    assert server.asked[1].headers["Range"] == "bytes=4000-"
    assert server.asked[1].headers["If-Range"] == f'"{SHA}"'
    assert server.asked[1].path == SNAPSHOT.url


def test_a_file_that_is_here_is_not_fetched_again(
    server: Scripted, transport: HttpTransport
) -> None:
    server.say = _file
    first = transport.blob(SHA)
    assert transport.blob(SHA) == first
    assert len(server.asked) == 1


def test_what_another_tag_stands_for_never_touches_the_part(
    server: Scripted, transport: HttpTransport, tmp_path: Path
) -> None:
    """A portal's page, or a file that was changed."""
    part = tmp_path / "down" / f"{SHA}.part"
    part.parent.mkdir()
    part.write_bytes(FILE[:100])
    server.say = lambda asked: _file(asked, "0" * 64, b"<html>")
    with pytest.raises(Damaged):
        transport.blob(SHA)
    assert part.read_bytes() == FILE[:100]


def test_a_file_that_does_not_fit_its_hash_is_thrown_away(
    server: Scripted, transport: HttpTransport, tmp_path: Path
) -> None:
    server.say = lambda asked: _file(asked, content=FILE[:-1] + b"!")
    with pytest.raises(Damaged):
        transport.blob(SHA)
    assert list((tmp_path / "down").iterdir()) == []


def test_a_part_that_is_longer_than_the_file_is_begun_again(
    server: Scripted, transport: HttpTransport, tmp_path: Path
) -> None:
    part = tmp_path / "down" / f"{SHA}.part"
    part.parent.mkdir()
    part.write_bytes(FILE + b"more")
    server.say = lambda asked: bad(416) if "Range" in asked.headers else _file(asked)
    assert transport.blob(SHA).read_bytes() == FILE


def test_a_file_that_is_gone_is_stale(server: Scripted, transport: HttpTransport) -> None:
    server.say = lambda asked: bad(404)
    with pytest.raises(Stale):
        transport.blob(SHA)


def test_a_download_that_cannot_be_written_is_said_so(
    server: Scripted, transport: HttpTransport, tmp_path: Path
) -> None:
    """G26."""
    (tmp_path / "down").write_text("a file where the folder should be")
    server.say = _file
    with pytest.raises(NoRoom):
        transport.blob(SHA)
