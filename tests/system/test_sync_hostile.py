"""Bodies and heads that mean harm: every one a 4xx, none a 5xx, and memory as it was."""

import gzip
import http.client
import json
import socket
import struct
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlsplit

import pytest

from sync.server.web.answers import encoded
from tests.support.sync_calls import Caller, operation, problem, publish
from tests.support.sync_server import SyncServer, serving, wait_for

MEGABYTE = 1024 * 1024
BOUND = 60 * MEGABYTE  # that memory may grow by in all of these
UUID = "01890000-0000-7000-8000-000000000000"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SyncServer]:
    folder = tmp_path_factory.mktemp("server")
    with serving(
        folder,
        body_stall_seconds=1,
        body_grace_seconds=2,
        head_seconds=1,
        stranger_rate=[10_000, 100_000],
    ) as running:
        author = Caller(running.url).sign_in("auteur")
        author.push([publish(n) for n in range(150)])
        author.close()
        before = running.memory()
        yield running
        assert running.peak_memory() - before < BOUND, "hostile bodies cost memory"
        assert Caller(running.url).sign_in("ana").heads().spaces["base"].head >= 150


@pytest.fixture
def author(server: SyncServer) -> Iterator[Caller]:
    caller = Caller(server.url).sign_in("auteur")
    yield caller
    caller.close()


def one(**fields: object) -> dict[str, object]:
    return {"operations": [operation("publish", {}) | fields]}


BODIES = {
    "nothing": b"",
    "no JSON": b"\x00\x01\x02",
    "a web page": b"<html></html>",
    "cut": b'{"operations": [',
    "a list": b"[]",
    "null": b"null",
    "a number": b"1e999",
    "bad UTF-8": b'{"operations": [{"id": "\xff\xfe"}]}',
    "UTF-16": '{"operations": []}'.encode("utf-16"),
    "a lone surrogate": b'{"operations": [{"id": "\\ud800"}]}',
    "deep lists": b'{"operations": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "deep objects": b'{"operations":[{"body":' + b'{"a":' * 50_000,
    "operations as a map": b'{"operations": {}}',
    "operations missing": b"{}",
    "too many operations": json.dumps({"operations": [operation("x", {})] * 201}).encode(),
    "an id that is none": json.dumps(one(id="1")).encode(),
    "an id with NUL": json.dumps(one(id=UUID[:-1] + "\0")).encode(),
    "a kind that is a number": json.dumps(one(kind=7)).encode(),
    "a kind of a megabyte": json.dumps(one(kind="k" * MEGABYTE)).encode(),
    "a revision beyond 63 bits": json.dumps(one(base_rev=2**63)).encode(),
    "a revision below zero": json.dumps(one(base_rev=-1)).encode(),
    "a fraction for a revision": json.dumps(one(base_rev=1.5)).encode(),
    "9 MB": b'{"operations": [], "more": "' + b"x" * 9 * MEGABYTE + b'"}',
    "deep inside a body": b'{"operations":[{"id":"'
    + UUID.encode()
    + b'","kind":"publish","at":"x","body":'
    + b"[" * 200_000
    + b"]" * 200_000
    + b"}]}",
}


@pytest.mark.parametrize("name", BODIES)
def test_a_push_of_nonsense_is_refused(author: Caller, name: str) -> None:
    answer = author.post("/v1/operations", BODIES[name])
    assert 400 <= answer.status_code < 500, answer.text[:300]
    problem(answer)


HOSTILE_OPERATIONS: dict[str, dict[str, Any]] = {
    "NUL in a kind": {"kind": "pub\0lish"},
    "NUL in an id": {"body": {"space": "base", "kind": "article", "id": "a\0b", "body": "x"}},
    "NUL in a text": {"body": {"space": "base", "kind": "article", "id": "nul", "body": "x\0y"}},
    "NUL in a space": {"body": {"space": "ba\0se", "kind": "article", "id": "n", "body": "x"}},
    "a body that is a number": {"body": 7},
    "a body that is null": {"body": None},
    "a body of other types": {"body": {"space": 1, "kind": [], "id": {}, "body": 3}},
    "a path upwards": {
        "body": {"space": "base", "kind": "article", "id": "p", "path": "../../x", "body": "x"}
    },
    "a number of many digits": {
        "body": {"space": "base", "kind": "article", "id": "n", "body": "x", "n": 10**400}
    },
    "a kind of the server's own": {
        "body": {"space": "base", "kind": "suggestion", "id": "s", "body": "{}"}
    },
    "another's space": {"body": {"space": "~chef", "kind": "article", "id": "c", "body": "x"}},
    "a moment from nowhere": {"at": "\0"},
}


@pytest.mark.parametrize("name", HOSTILE_OPERATIONS)
def test_a_hostile_operation_is_refused_by_itself(author: Caller, name: str) -> None:
    """The batch goes on; nothing of ours breaks over one operation."""
    hostile = operation("publish", {}) | HOSTILE_OPERATIONS[name]
    answer = author.post("/v1/operations", {"operations": [hostile, publish(7000)]})
    assert answer.status_code in {200, 400, 422}, answer.text
    if answer.status_code == 200:
        results = answer.json()["results"]
        assert results[0].get("code") != "server_fault", results[0]
        assert len(results) == 2


@pytest.mark.parametrize("after", [2**63, 2**64, 10**400, -1, "x", "", "1.5", "٣", "0x1"])
def test_a_cursor_that_is_none_is_malformed(author: Caller, after: object) -> None:
    answer = author.get(f"/v1/spaces/base/changes?after={after}")
    assert answer.status_code == 400, answer.text
    problem(answer)


def test_the_largest_cursor_is_only_beyond_the_end(author: Caller) -> None:
    answer = author.get(f"/v1/spaces/base/changes?after={2**63 - 1}")
    assert answer.status_code in {200, 404, 410}


@pytest.mark.parametrize(
    "space",
    [
        "%00",
        "a%00b",
        "%ff",
        "..",
        "%2e%2e",
        "a%2Fb",
        "x" * 4000,
        "'%20OR%201=1",
        "%F0%9F%98%80",
        "~",
    ],
)
def test_a_name_that_is_none_is_not_found(author: Caller, space: str) -> None:
    for path in ("changes", "pages/0", "digest", "digest/0", "snapshots/1"):
        answer = author.get(f"/v1/spaces/{space}/{path}")
        assert answer.status_code in {400, 404}, f"{path}: {answer.status_code} {answer.text}"
        problem(answer)


@pytest.mark.parametrize(
    "sha256", ["0" * 63, "0" * 65, "g" * 64, "..%2f..%2fetc", "%00" * 64, "A" * 64]
)
def test_a_hash_that_is_none_names_no_file(author: Caller, sha256: str) -> None:
    for answer in (
        author.get(f"/v1/blobs/{sha256}"),
        author.http.put(f"{author.url}/v1/blobs/{sha256}", data=b"x", timeout=10),
    ):
        assert answer.status_code in {400, 404}, answer.text
        problem(answer)


@pytest.mark.parametrize("coding", ["gzip", "zstd"])
def test_a_bomb_unfolds_to_its_bound_and_no_further(author: Caller, coding: str) -> None:
    bomb, _ = encoded(b'{"operations": "' + bytes(300 * MEGABYTE), coding)
    answer = author.post("/v1/operations", bomb, headers={"Content-Encoding": coding})
    assert answer.status_code == 413
    problem(answer)


def test_bombs_at_once_cost_no_more_than_their_bounds(server: SyncServer, author: Caller) -> None:
    bomb = gzip.compress(bytes(100 * MEGABYTE), 9)
    before = server.memory()

    def send(_: int) -> int:
        caller = Caller(server.url)
        caller.take(author.token)
        answer = caller.post("/v1/operations", bomb, headers={"Content-Encoding": "gzip"})
        caller.close()
        return answer.status_code

    with ThreadPoolExecutor(8) as crowd:
        assert set(crowd.map(send, range(24))) == {413}
    assert server.memory() - before < BOUND


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Encoding": "br"}, 415),
        ({"Content-Encoding": "gzip, gzip"}, 415),
        ({"Content-Encoding": "gzip"}, 400),
        ({"Content-Encoding": "zstd"}, 400),
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
        ({"KB-SHA256": "0" * 64}, 400),
        ({"KB-SHA256": "é".encode("latin-1").decode("latin-1")}, 400),
    ],
)
def test_a_body_in_the_wrong_clothes_is_refused(
    author: Caller, headers: dict[str, str], status: int
) -> None:
    answer = author.post("/v1/operations", b'{"operations": []}', headers=headers)
    assert answer.status_code == status, answer.text
    problem(answer)


def raw(server: SyncServer, request: bytes, patience: float = 15) -> bytes:
    """Send bytes as they are; return all that comes back until the server hangs up or is done."""
    address = urlsplit(server.url)
    with socket.create_connection((address.hostname or "", address.port or 0), patience) as line:
        try:
            line.sendall(request)
        except OSError:
            return b""
        got = b""
        try:
            while piece := line.recv(65536):
                got += piece
                if b"\r\n\r\n" in got and _complete(got):
                    break
        except OSError:
            pass
        return got


def _complete(got: bytes) -> bool:
    head, _, body = got.partition(b"\r\n\r\n")
    stated = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    return bool(stated) and len(body) >= int(stated[0].partition(b":")[2])


def status_of(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


HEADS = {
    "junk": b"\x00\x01\x02\x03\r\n\r\n",
    "no path": b"GET HTTP/1.1\r\n\r\n",
    "raw bytes in the path": b"GET /v1/\xff\xfe HTTP/1.1\r\nHost: x\r\n\r\n",
    "a length that is none": b"POST /v1/me HTTP/1.1\r\nHost: x\r\nContent-Length: ten\r\n\r\n",
    "a length below zero": b"POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    "two lengths": b"POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n"
    b"Content-Length: 2\r\n\r\nx",
    "length and chunks": b"POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "a chunk of no size": b"POST /v1/sessions HTTP/1.1\r\nHost: x\r\n"
    b"Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    "a header with NUL": b"GET /v1/me HTTP/1.1\r\nHost: x\r\nX: a\x00b\r\n\r\n",
    "a token that is no ASCII": b"GET /v1/me HTTP/1.1\r\nHost: x\r\n"
    b"Authorization: Bearer \xff\xfe\r\n\r\n",
    "a host that is none": b"GET /health HTTP/1.1\r\nHost: <script>\r\n\r\n",
    "an upgrade": b"GET /v1/live HTTP/1.1\r\nHost: x\r\nConnection: upgrade\r\n"
    b"Upgrade: websocket\r\n\r\n",
    "another verb": b"BREW /v1/me HTTP/1.1\r\nHost: x\r\n\r\n",
}


@pytest.mark.parametrize("name", HEADS)
def test_a_head_of_nonsense_is_refused(server: SyncServer, name: str) -> None:
    answer = raw(server, HEADS[name])
    assert 400 <= status_of(answer) < 500, answer[:200]
    assert b"application/problem+json" in answer


def test_a_length_that_lies_low_leaves_the_rest_as_another_request(server: SyncServer) -> None:
    """What stands behind the stated length is junk by itself, never part of the body."""
    request = b"POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
    answer = raw(server, request + b'Content-Length: 2\r\n\r\n{}{"user":"ana"}')
    assert status_of(answer) == 400


def test_a_length_of_terabytes_is_refused_before_a_byte_comes(
    server: SyncServer, author: Caller
) -> None:
    for path in ("/v1/operations", f"/v1/blobs/{'0' * 64}"):
        verb = "PUT" if "blobs" in path else "POST"
        request = f"{verb} {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {author.token}\r\n"
        request += "Content-Type: application/json\r\nContent-Length: 9999999999999\r\n\r\n"
        assert status_of(raw(server, request.encode())) == 413


@pytest.mark.parametrize("where", ["line", "header"])
def test_a_head_without_an_end_is_cut_off(server: SyncServer, where: str) -> None:
    begun = b"GET /v1/me HTTP/1.1\r\nHost: x\r\nX: " if where == "header" else b"GET /"
    answer = raw(server, begun + b"a" * 300_000)
    assert answer == b"" or status_of(answer) in {400, 414, 431}


def test_a_head_that_drips_is_hung_up_on(server: SyncServer) -> None:
    answer = raw(server, b"GET /v1/me HTTP/1.1\r\nHost:")
    assert status_of(answer) == 408
    assert raw(server, b"") == b""  # who says nothing at all is hung up on without a word


def test_a_body_that_drips_is_too_slow(server: SyncServer, author: Caller) -> None:
    request = f"POST /v1/operations HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {author.token}\r\n"
    request += "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
    assert status_of(raw(server, request.encode())) == 408


def test_a_strangers_body_is_not_even_read(server: SyncServer) -> None:
    request = b"POST /v1/operations HTTP/1.1\r\nHost: x\r\nContent-Length: 8000000\r\n\r\n"
    assert status_of(raw(server, request)) == 401


def test_a_client_that_leaves_in_the_middle_leaves_nothing(
    server: SyncServer, author: Caller
) -> None:
    """A reset in a body, before an answer, and in a download: the server says nothing of it."""
    address = urlsplit(server.url)
    request = f"POST /v1/operations HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {author.token}\r\n"
    request += "Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{"
    for _ in range(20):
        line = socket.create_connection((address.hostname or "", address.port or 0), 10)
        line.sendall(request.encode())
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        line.close()
    wait_for(author.heads, "an answer after the resets")


def test_a_body_that_never_ends_is_cut_after_its_refusal(
    server: SyncServer, author: Caller
) -> None:
    address = urlsplit(server.url)
    connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=15)
    connection.putrequest("POST", "/v1/operations")
    connection.putheader("Authorization", f"Bearer {author.token}")
    connection.putheader("Transfer-Encoding", "chunked")
    connection.endheaders()
    piece = b"100000\r\n" + bytes(MEGABYTE) + b"\r\n"
    with pytest.raises(OSError, match=r"reset|[Bb]roken"):
        _send_for_ever(connection, piece)
    connection.close()


def _send_for_ever(connection: http.client.HTTPConnection, piece: bytes) -> None:
    for _ in range(200):
        connection.send(piece)
