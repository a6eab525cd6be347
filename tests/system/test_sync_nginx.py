"""nginx as installers/server sets it up, before two server processes on one PostgreSQL."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from sync.protocol import codec, proof
from sync.protocol.wire import Page
from tests.support import postgres
from tests.support.nginx import fronting
from tests.support.sync_calls import Caller, checked, operation, problem, publish
from tests.support.sync_listening import Listener
from tests.support.sync_server import SyncServer, prepare, wait_for

KEY = "a key that nginx and the servers share"


@dataclass
class Site:
    """The address of the front, the two servers, and the folder of nginx."""

    url: str
    servers: tuple[SyncServer, SyncServer]
    folder: Path

    def caller(self, name: str) -> Caller:
        return Caller(self.url).sign_in(name)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    with postgres.a_database(postgres.the_server()) as database:
        settings = {"signing_key": KEY, "ping_seconds": 0.5, "look_again_seconds": 1}
        one = SyncServer(folder / "one", database, **settings)
        two = SyncServer(folder / "two", database, **settings)
        prepare(one)
        one.start()
        two.start()
        author = Caller(one.url).sign_in("auteur")
        for first in range(0, 300, 100):
            author.push([publish(n, f"Texte {n}. " * 20) for n in range(first, first + 100)])
        author.close()
        try:
            with fronting(folder / "nginx", [one.url, two.url], KEY) as url:
                yield Site(url, (one, two), folder / "nginx")
        finally:
            said = [server.stop() for server in (one, two) if server.running]
        assert not any(said), said


def test_a_page_is_handed_out_by_nginx_under_its_signature(site: Site) -> None:
    """First from a server, then from the cache; each coding for itself; the proof stays true."""
    ana, stranger = site.caller("ana"), Caller(site.url)
    address = f"/v1/spaces/base/pages/2{ana.heads().spaces['base'].pages}"  # asked for here alone
    for coding in ("zstd", "gzip", "identity"):
        headers = {"Accept-Encoding": coding}
        first, again = (stranger.get(address, headers=headers) for _ in range(2))
        assert (first.headers["X-Cache"], again.headers["X-Cache"]) == ("MISS", "HIT")
        assert again.headers.get("Content-Encoding", "identity") == coding
        assert len(codec.decode(checked(again), Page).changes) == 100


def test_without_a_good_signature_a_session_is_wanted_even_for_what_is_kept(site: Site) -> None:
    ana, stranger = site.caller("ana"), Caller(site.url)
    query = ana.heads().spaces["base"].pages
    assert stranger.get(f"/v1/spaces/base/pages/0{query}").status_code == 200
    for spoiled in ("", query[:-3] + "abc", query.replace("exp=1", "exp=2"), "?exp=1&sig=x"):
        answer = stranger.get(f"/v1/spaces/base/pages/0{spoiled}")
        assert problem(answer)["code"] == "signed_out"
        assert answer.headers["X-Cache"] == "BYPASS"
        assert ana.get(f"/v1/spaces/base/pages/0{spoiled}").status_code == 200
    assert stranger.get(f"/v1/spaces/+steer/pages/0{query}").status_code == 401


def test_a_revoked_session_is_refused_by_every_process(site: Site) -> None:
    ana = site.caller("ana")
    assert ana.get("/v1/me").status_code == 200
    assert ana.delete("/v1/sessions/current").status_code == 204

    def refused() -> bool:
        direct = [Caller(server.url) for server in site.servers]
        for caller in direct:
            caller.take(ana.token)
        return all(caller.get("/v1/heads").status_code == 401 for caller in direct)

    wait_for(refused, "the end of the session at both")
    assert problem(ana.get("/v1/heads"))["code"] == "signed_out"
    assert problem(ana.get("/v1/spaces/base/pages/0"))["code"] == "signed_out"


def test_heads_prove_themselves_through_the_front(site: Site) -> None:
    ana = site.caller("ana")
    first = ana.get("/v1/heads", headers={proof.NONCE: "aa"})
    etag = first.headers["ETag"]
    assert proof.holds(first.headers[proof.PROOF], ana.token, "aa", 200, etag, checked(first))
    again = ana.get("/v1/heads", headers={proof.NONCE: "bb", "If-None-Match": etag})
    assert again.status_code == 304
    assert proof.holds(again.headers[proof.PROOF], ana.token, "bb", 304, etag, b"")


def test_a_stream_through_nginx_hears_what_the_other_process_did(site: Site) -> None:
    """Listeners stand at both processes; each hears of a push that went to one of them."""
    ana = site.caller("ana")
    with Listener(site.url, ana.token) as first, Listener(site.url, ana.token) as second:
        for server in site.servers:
            author = Caller(server.url).sign_in("auteur")
            [result] = author.push([publish(9000 + server.pid)]).results
            for listener in (first, second):
                _wait_for_head(listener, result.seq)
            author.close()
        first.wait_for_ping()


def _wait_for_head(listener: Listener, seq: int) -> None:
    listener.wait("heads", lambda data: data["space"] == "base" and data["head"] >= seq)


def test_the_log_of_nginx_holds_no_signature_and_no_token(site: Site) -> None:
    ana = site.caller("ana")
    query = ana.heads().spaces["base"].pages
    ana.get(f"/v1/spaces/base/pages/1{query}")
    log = site.folder / "access.log"
    wait_for(lambda: "/pages/1" in log.read_text("utf-8"), "the line of the log")
    text = log.read_text("utf-8")
    assert "sig=" not in text
    assert ana.token not in text


def test_too_large_is_refused_by_the_front(site: Site) -> None:
    ana = site.caller("ana")
    answer = ana.post("/v1/operations", b"x" * 10_000_000)
    assert answer.status_code == 413


def test_one_process_dies_and_the_other_goes_on(site: Site) -> None:
    """What was said goes on being said through the front; the dead one comes back and serves."""
    one, _ = site.servers
    ana = site.caller("ana")
    port = int(one.url.rpartition(":")[2])
    one.kill()
    assert {ana.get("/v1/heads").status_code for _ in range(10)} == {200}
    ana.push([operation("not_found", {"query": "pendant la panne"})])
    one.start(port)
    wait_for(lambda: ana.get("/v1/heads").status_code == 200, "an answer afterwards")


def test_without_any_process_the_front_asks_for_patience(site: Site) -> None:
    ana = site.caller("ana")
    ports = [int(server.url.rpartition(":")[2]) for server in site.servers]
    for server in site.servers:
        server.stop()
    answer = ana.get("/v1/heads")
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) >= 1
    for server, port in zip(site.servers, ports, strict=True):
        server.start(port)
    wait_for(lambda: ana.get("/v1/heads").status_code == 200, "an answer afterwards")
