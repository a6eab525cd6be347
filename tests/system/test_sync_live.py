"""The live stream over real sockets: at once, to all, in order, and never to the wrong person."""

import socket
import threading
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from sync.server import people
from sync.server.moments import system_clock, written
from tests.support.serving import opened
from tests.support.sync_calls import Caller, operation, problem, publish
from tests.support.sync_listening import Listener, Listeners
from tests.support.sync_server import SyncServer, serving, wait_for


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SyncServer]:
    folder = tmp_path_factory.mktemp("server")
    with serving(folder, ping_seconds=0.3, look_again_seconds=1) as running:
        yield running


def announce(chef: Caller, title: str) -> None:
    body = {"audience": "space:base", "id": title, "title": title, "body": "À lire."}
    [result] = chef.push([operation("announce", body)]).results
    assert result.status == "applied", result


def signed_in(server: SyncServer, name: str) -> Caller:
    return Caller(server.url).sign_in(name)


def test_a_push_and_an_announcement_are_heard_at_once(server: SyncServer) -> None:
    ana, author, chef = (signed_in(server, name) for name in ("ana", "auteur", "chef"))
    with Listener(server.url, ana.token) as listener:
        [result] = author.push([publish(1)]).results
        moved = listener.wait("heads", lambda data: data["space"] == "base")
        assert moved.data["head"] >= result.seq
        assert moved.data["spread"] >= 0
        announce(chef, "panne")
        heard = listener.wait("announcement", lambda data: True)
        assert heard.data["space"] == "base"
        assert heard.data["change"]["id"] == "panne"
        assert heard.id.partition(":")[0] == ana.heads().epoch
        listener.wait_for_ping()


def test_a_stranger_hears_nothing(server: SyncServer) -> None:
    stranger = Caller(server.url)
    assert problem(stranger.get("/v1/live"))["status"] == 401


def test_another_persons_space_is_not_heard_of(server: SyncServer) -> None:
    ana, chef = signed_in(server, "ana"), signed_in(server, "chef")
    with Listener(server.url, ana.token) as listener:
        ana.push([operation("not_found", {"query": "introuvable"})])  # goes to +edit
        announce(chef, "apres")
        listener.wait("announcement", lambda data: data["change"]["id"] == "apres")
        spaces = {event.data["space"] for event in listener.events}
        assert spaces <= {"base", "~ana"}


def test_who_comes_back_hears_what_was_missed_in_order_and_once(server: SyncServer) -> None:
    ana, chef = signed_in(server, "ana"), signed_in(server, "chef")
    with Listener(server.url, ana.token) as listener:
        announce(chef, "m0")
        last = listener.wait("announcement", lambda data: data["change"]["id"] == "m0").id
    for n in range(1, 6):
        announce(chef, f"m{n}")
    with Listener(server.url, ana.token, last) as listener:
        announce(chef, "m6")
        listener.wait("announcement", lambda data: data["change"]["id"] == "m6")
        told = [e.data["change"]["id"] for e in listener.events if e.kind == "announcement"]
        assert told == [f"m{n}" for n in range(1, 7)]
    foreign = f"another:{last.rpartition(':')[2]}"
    with Listener(server.url, ana.token, foreign) as listener:
        announce(chef, "m7")
        listener.wait("announcement", lambda data: True)
        assert [e.data["change"]["id"] for e in listener.events if e.data.get("change")] == ["m7"]


def test_signing_out_ends_the_stream(server: SyncServer) -> None:
    ana = signed_in(server, "ana")
    with Listener(server.url, ana.token) as listener:
        assert ana.delete("/v1/sessions/current").status_code == 204
        wait_for(lambda: listener.ended, "the end of the stream")


def test_being_disabled_ends_the_stream(server: SyncServer) -> None:
    server.add_person("passager")
    passenger = signed_in(server, "passager")
    with Listener(server.url, passenger.token) as listener:
        storage = opened(server.folder, "")
        now = written(system_clock())
        storage.write(
            lambda t: people.disable(t, name="passager", disabled=True, now=now, by="the test")
        )
        storage.close()
        wait_for(lambda: listener.ended, "the end of the stream")
        assert [event.kind for event in listener.events] == ["rights"]


def test_an_announcement_reaches_five_hundred_connections(server: SyncServer) -> None:
    ana, chef = signed_in(server, "ana"), signed_in(server, "chef")
    with Listeners(server.url, [ana.token] * 500) as crowd:
        announce(chef, "foule")
        wait_for(lambda: crowd.reached(b"foule") == 500, "the last of five hundred")
        metrics = chef.get("/metrics").text
        assert "kbdesk_live_connections 500.0" in metrics
    wait_for(lambda: "kbdesk_live_connections 0.0" in chef.get("/metrics").text, "their leaving")


def test_who_does_not_read_is_cut_and_the_others_do_not_notice(server: SyncServer) -> None:
    """The kernel and uvicorn hold some bytes for them; then the connection is closed."""
    ana, chef = signed_in(server, "ana"), signed_in(server, "chef")
    stalled = stalled_connection(server, ana.token)
    wait_for(lambda: "kbdesk_live_connections 1.0" in chef.get("/metrics").text, "the stalled one")
    with Listener(server.url, ana.token) as listener:
        for n in range(400):
            body = {
                "audience": "space:base",
                "id": f"long-{n}",
                "title": "Long",
                "body": "mot " * 5000,
                "level": "info",
            }
            chef.push([operation("announce", body)])
            if "kbdesk_live_dropped_total 1.0" in chef.get("/metrics").text:
                break
        announce(chef, "fin")
        listener.wait("announcement", lambda data: data["change"]["id"] == "fin")
    assert "kbdesk_live_dropped_total 1.0" in chef.get("/metrics").text
    stalled.close()


def stalled_connection(server: SyncServer, token: str) -> socket.socket:
    address = urlsplit(server.url)
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.connect((address.hostname, address.port))
    request = f"GET /v1/live HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\n"
    connection.sendall(request.encode())
    return connection


def test_the_listener_of_these_tests_leaves_no_thread(server: SyncServer) -> None:
    ana = signed_in(server, "ana")
    before = threading.active_count()
    with Listener(server.url, ana.token):
        pass
    wait_for(lambda: threading.active_count() <= before, "the end of the reading thread")
