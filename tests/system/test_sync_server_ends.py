"""How a server process ends, by request and by force, and what its clients are left with."""

import socket
import threading
import time
import uuid
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.support.sync_calls import Caller, publish
from tests.support.sync_listening import Listeners
from tests.support.sync_server import SyncServer, prepare, serving, wait_for


def test_a_server_with_live_streams_ends_quietly_and_soon(tmp_path: Path) -> None:
    """SIGTERM: the streams get their last chunk, the process ends with 0 in less than its grace."""
    with serving(tmp_path) as server:
        ana = Caller(server.url).sign_in("ana")
        with Listeners(server.url, [ana.token] * 50) as crowd:
            began = time.monotonic()
            assert server.stop() == []
            assert time.monotonic() - began < 3
            wait_for(lambda: crowd.reached(b"\r\n0\r\n\r\n") == 50, "the last chunk of each")
        ana.close()


def test_a_stalled_client_does_not_hold_the_end_up(tmp_path: Path) -> None:
    """One who does not read, and one in the middle of a body, are waited for as long as is set."""
    with serving(tmp_path, graceful_seconds=1) as server:
        ana = Caller(server.url).sign_in("ana")
        host, port = server.url.removeprefix("http://").split(":")
        half = socket.create_connection((host, int(port)), 10)
        request = (
            f"POST /v1/operations HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {ana.token}\r\n"
        )
        half.sendall((request + "Content-Length: 10\r\n\r\n{").encode())
        began = time.monotonic()
        server.stop()
        assert time.monotonic() - began < 5
        server.stderr.clear()  # uvicorn says that it gave up on one
        half.close()
        ana.close()


def test_a_port_that_is_taken_is_told_in_a_sentence(tmp_path: Path) -> None:
    with serving(tmp_path / "one") as server:
        second = SyncServer(tmp_path / "two")
        with pytest.raises(AssertionError, match="cannot be listened on"):
            second.start(port=int(server.url.rpartition(":")[2]))
        assert second.abandon() != 0


class Writer(threading.Thread):
    """An author who never stops: pushes, and says again what was not answered."""

    def __init__(self, url: str, token: str, number: int) -> None:
        super().__init__(daemon=True)
        self.caller = Caller(url)
        self.caller.take(token)
        self.number = number
        self.acknowledged: list[str] = []
        self.over = threading.Event()

    def run(self) -> None:
        made = 0
        while not self.over.is_set():
            made += 1
            self._until_answered([self._operation(made, part) for part in range(5)])
        self.caller.close()

    def _operation(self, made: int, part: int) -> dict[str, Any]:
        operation = publish(self.number * 1_000_000 + made * 10 + part, f"Version {made}.")
        operation["id"] = str(uuid.uuid4())
        return operation

    def _until_answered(self, operations: list[dict[str, Any]]) -> None:
        while not self.over.is_set():
            with suppress(requests.ConnectionError, requests.ReadTimeout):
                answer = self.caller.post("/v1/operations", {"operations": operations})
                if answer.status_code == 200:
                    results = answer.json()["results"]
                    assert {r["status"] for r in results} <= {"applied", "duplicate"}, results
                    self.acknowledged += [operation["body"]["id"] for operation in operations]
                    return
            self.over.wait(0.02)


@pytest.mark.long
def test_killed_under_load_it_loses_nothing_it_has_acknowledged(tmp_path: Path) -> None:
    """Five times kill -9 and a start on the same port: every write is there, and exactly once."""
    server = SyncServer(tmp_path)
    prepare(server)
    server.start()
    port = int(server.url.rpartition(":")[2])
    author = Caller(server.url).sign_in("auteur")
    writers = [Writer(server.url, author.token, n) for n in range(4)]
    for writer in writers:
        writer.start()
    try:
        for _ in range(5):
            done = _written(writers)
            _wait_for_more(writers, done + 40)
            server.kill()
            server.start(port)
    finally:
        for writer in writers:
            writer.over.set()
        for writer in writers:
            writer.join(30)
    _check(author, writers)
    author.close()
    assert server.stop() == []


def _wait_for_more(writers: list[Writer], count: int) -> None:
    wait_for(lambda: _written(writers) > count, "writes between two kills", 120)


def _written(writers: list[Writer]) -> int:
    return sum(len(writer.acknowledged) for writer in writers)


def _check(author: Caller, writers: list[Writer]) -> None:
    seen: list[str] = []
    after, head = 0, 1
    while after < head:
        page = author.changes("base", after)
        assert [change.seq for change in page.changes] == list(
            range(after + 1, after + 1 + len(page.changes))
        )
        seen += [change.id for change in page.changes]
        after, head = page.changes[-1].seq, page.head
    assert len(seen) == len(set(seen)), "something was applied twice"
    lost = {id_ for writer in writers for id_ in writer.acknowledged} - set(seen)
    assert not lost
