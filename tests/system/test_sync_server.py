"""The central server over real sockets: who is let in, what they are told, and in which shape."""

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from sync.protocol import codec, proof, versions
from sync.protocol.wire import Page
from sync.server import people
from sync.server.moments import system_clock, written
from sync.server.snapshots import Snapshots
from sync.server.web.answers import encoded
from tests.support.serving import opened
from tests.support.sync_calls import Caller, checked, operation, problem, publish
from tests.support.sync_server import PASSWORD, SyncServer, prepare, serving, wait_for

NOBODYS = "no-such-space"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SyncServer]:
    with serving(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture
def author(server: SyncServer) -> Iterator[Caller]:
    caller = Caller(server.url).sign_in("auteur")
    yield caller
    caller.close()


@pytest.fixture
def ana(server: SyncServer) -> Iterator[Caller]:
    caller = Caller(server.url).sign_in("ana")
    yield caller
    caller.close()


@pytest.fixture
def stranger(server: SyncServer) -> Iterator[Caller]:
    caller = Caller(server.url)
    yield caller
    caller.close()


@pytest.fixture(scope="module")
def full(server: SyncServer) -> None:
    """See to it that the shelf holds two full pages and a bit."""
    caller = Caller(server.url).sign_in("auteur")
    for start in range(0, 240, 120):
        pushed = caller.push([publish(n, f"Texte {n}.") for n in range(start, start + 120)])
        assert {result.status for result in pushed.results} <= {"applied", "duplicate", "conflict"}
    caller.close()


def test_a_person_signs_in_looks_and_signs_out(stranger: Caller) -> None:
    ana = stranger.sign_in("ana")
    heads = ana.heads()
    assert heads.person == "ana"
    assert set(heads.spaces) == {"+all", "+role.agent", "base", "~ana"}
    assert ana.delete("/v1/sessions/current").status_code == 204
    assert problem(ana.get("/v1/heads"))["code"] == "signed_out"


def test_a_wrong_password_and_an_unknown_name_sound_the_same(stranger: Caller) -> None:
    told = []
    for user in ("chef", "personne"):
        said = {"user": user, "password": "wrong", "device": ""}
        answer = stranger.post("/v1/sessions", said)
        assert answer.status_code == 401
        assert answer.headers["WWW-Authenticate"] == "Bearer"
        told.append(problem(answer))
    assert told[0] == told[1]


def test_nothing_under_v1_is_told_to_a_stranger(stranger: Caller) -> None:
    """Every path of the OpenAPI document but the door; unknown ones too."""
    document = stranger.get("/openapi.json").json()
    paths = {path for path in document["paths"] if path.startswith("/v1/")} - {"/v1/sessions"}
    assert len(paths) > 10
    for path in [*paths, "/v1/nothing"]:
        filled = re.sub(r"\{(\w+)[^}]*\}", "1", path)
        for verb in ("GET", "POST", "PUT", "DELETE"):
            answer = stranger.http.request(verb, stranger.url + filled, timeout=10)
            assert answer.status_code == 401, f"{verb} {path}"
            assert problem(answer)["code"] == "signed_out"


@pytest.mark.parametrize("token", ["x", "Z" * 43, "a" * 5000, "=", "a b"])
def test_a_made_up_token_is_nobody(stranger: Caller, token: str) -> None:
    stranger.take(token)
    assert problem(stranger.get("/v1/heads"))["code"] == "signed_out"


def test_a_space_one_may_not_read_looks_like_none(ana: Caller) -> None:
    """A person learns nothing from the difference: status, code and sentence are alike."""
    for path in ("changes", "pages/0", "digest", "digest/3", "snapshots/100"):
        hidden = ana.get(f"/v1/spaces/~chef/{path}")
        absent = ana.get(f"/v1/spaces/{NOBODYS}/{path}")
        assert hidden.status_code == absent.status_code == 404
        assert hidden.text.replace("~chef", NOBODYS) == absent.text
    hidden = ana.post("/v1/spaces/~chef/rows", {"rows": [["article", "a/1"]]})
    assert problem(hidden)["status"] == 404


def test_who_may_read_only_is_refused_by_operation_not_by_status(ana: Caller) -> None:
    [result] = ana.push([publish(9000)]).results
    assert result.status == "refused"
    assert result.reason


def test_unchanged_heads_are_304_without_a_body_and_prove_themselves(ana: Caller) -> None:
    first = ana.get("/v1/heads")
    etag = first.headers["ETag"]
    headers = {"If-None-Match": etag, proof.NONCE: "ab12"}
    again = ana.get("/v1/heads", headers=headers)
    assert (again.status_code, again.content) == (304, b"")
    assert proof.holds(again.headers[proof.PROOF], ana.token, "ab12", 304, etag, b"")
    fresh = ana.get("/v1/heads", headers={proof.NONCE: "cd34"})
    said = fresh.headers[proof.PROOF]
    assert proof.holds(said, ana.token, "cd34", 200, etag, checked(fresh))
    size = sum(len(k) + len(v) + 4 for k, v in again.headers.items()) + 20
    assert size < 1024


def test_what_is_pushed_comes_down_and_moves_the_heads(author: Caller, ana: Caller) -> None:
    before = ana.get("/v1/heads")
    head = ana.heads().spaces["base"].head
    [result] = author.push([publish(5000, "Nouveau.")]).results
    assert (result.status, result.seq) == ("applied", head + 1)
    page = ana.changes("base", after=head)
    assert [change.id for change in page.changes] == ["a/5000"]
    after = ana.get("/v1/heads", headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200


def test_a_repeated_push_is_answered_by_name(author: Caller) -> None:
    made = publish(5001)
    first, again = author.push([made]).results[0], author.push([made]).results[0]
    assert (first.status, again.status) == ("applied", "duplicate")
    assert first.seq == again.seq


@pytest.mark.parametrize("coding", ["zstd", "gzip", "identity"])
def test_answers_come_in_the_coding_that_is_asked_for(full: None, ana: Caller, coding: str) -> None:
    """And the hash is of the bytes before the coding, whichever it is."""
    answer = ana.get(
        "/v1/spaces/base/changes?limit=200", headers={"Accept-Encoding": coding}, stream=True
    )
    assert answer.headers.get("Content-Encoding", "identity") == coding
    assert len(codec.decode(checked(answer), Page).changes) == 200


@pytest.mark.parametrize("coding", ["zstd", "gzip"])
def test_requests_may_be_compressed(ana: Caller, coding: str) -> None:
    rows = {"rows": [["article", f"a/{n}" * 20] for n in range(60)]}
    body, used = encoded(json.dumps(rows).encode(), coding)
    assert used == coding
    answer = ana.post("/v1/spaces/base/rows", body, headers={"Content-Encoding": coding})
    assert answer.status_code == 200, answer.text


def test_full_pages_are_the_same_for_everybody_and_for_ever(
    full: None, ana: Caller, author: Caller
) -> None:
    mine, theirs = ana.get("/v1/spaces/base/pages/0"), author.get("/v1/spaces/base/pages/0")
    assert checked(mine) == checked(theirs)
    assert mine.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    page = codec.decode(mine.content, Page)
    assert (page.after, page.head, len(page.changes)) == (0, 100, 100)
    assert problem(ana.get("/v1/spaces/base/pages/7000"))["status"] == 404


def test_a_signature_opens_the_pages_of_its_space_alone(
    full: None, ana: Caller, stranger: Caller
) -> None:
    query = ana.heads().spaces["base"].pages
    assert checked(stranger.get(f"/v1/spaces/base/pages/0{query}"))
    assert stranger.get(f"/v1/spaces/base/pages/0{query[:-2]}xx").status_code == 401
    assert stranger.get(f"/v1/spaces/~ana/pages/0{query}").status_code == 401
    assert stranger.get(f"/v1/spaces/base/changes{query}").status_code == 401
    late = re.sub(r"exp=\d+", "exp=1", query)
    assert stranger.get(f"/v1/spaces/base/pages/0{late}").status_code == 401
    assert ana.get("/v1/spaces/base/pages/0?sig=old&exp=1&epoch=x").status_code == 200


def test_a_snapshot_comes_whole_or_in_parts(
    server: SyncServer, full: None, ana: Caller, stranger: Caller
) -> None:
    """A strong ETag that is its hash; If-Range of another file starts over (G22)."""
    seq, whole = _snapshot(server, ana)
    address = f"/v1/spaces/base/snapshots/{seq}"
    sha256 = hashlib.sha256(whole).hexdigest()
    described = ana.heads().spaces["base"].snapshot
    assert described is not None
    assert (described.sha256, described.size) == (sha256, len(whole))
    assert stranger.get(described.url).content == whole
    part = ana.get(address, headers={"Range": "bytes=10-19", "If-Range": f'"{sha256}"'})
    assert (part.status_code, part.content) == (206, whole[10:20])
    assert part.headers["Content-Range"] == f"bytes 10-19/{len(whole)}"
    assert part.headers["ETag"] == f'"{sha256}"'
    tail = ana.get(address, headers={"Range": f"bytes={len(whole) - 5}-"})
    assert (tail.status_code, tail.content) == (206, whole[-5:])
    other = ana.get(address, headers={"Range": "bytes=10-19", "If-Range": '"another"'})
    assert (other.status_code, other.content) == (200, whole)
    beyond = ana.get(address, headers={"Range": f"bytes={len(whole)}-"})
    assert problem(beyond)["code"] == "no_such_range"


def _snapshot(server: SyncServer, ana: Caller) -> tuple[int, bytes]:
    storage = opened(server.folder, server.database)
    Snapshots(storage, server.folder / "snapshots", system_clock).build("base")
    storage.close()
    described = ana.heads().spaces["base"].snapshot
    assert described is not None
    answer = ana.get(f"/v1/spaces/base/snapshots/{described.seq}")
    assert answer.status_code == 200
    return described.seq, answer.content


def test_an_attachment_goes_up_and_comes_down(author: Caller, ana: Caller) -> None:
    content = bytes(range(256)) * 4000
    sha256 = hashlib.sha256(content).hexdigest()
    put = author.http.put(f"{author.url}/v1/blobs/{sha256}", data=content, timeout=30)
    assert put.status_code == 204, put.text
    spoken = {"media_type": "image/png", "sha256": sha256, "size": len(content)}
    body = {
        "space": "base",
        "kind": "asset",
        "id": "images/a.png",
        "path": "images/a.png",
        "body": json.dumps(spoken),
    }
    [result] = author.push([operation("publish", body)]).results
    assert result.status == "applied", result
    down = ana.get(f"/v1/blobs/{sha256}")
    assert down.content == content
    part = ana.get(f"/v1/blobs/{sha256}", headers={"Range": "bytes=0-0"})
    assert (part.status_code, part.content) == (206, b"\0")


def test_an_attachment_that_is_not_its_hash_is_not_kept(author: Caller, ana: Caller) -> None:
    wrong = "0" * 64
    put = author.http.put(f"{author.url}/v1/blobs/{wrong}", data=b"other", timeout=30)
    assert problem(put)["status"] == 422
    assert problem(ana.get(f"/v1/blobs/{wrong}"))["status"] == 404


@pytest.mark.parametrize(
    ("said", "status"),
    [
        (versions.header(), 200),
        ("kbdesk/99", 200),
        ("kbdesk/0", 426),
        ("http/2", 400),
        ("", 400),
        ("kbdesk/-1", 400),
    ],
)
def test_versions_are_agreed_on(ana: Caller, said: str, status: int) -> None:
    """A desk ahead of the server is answered in the server's newest; one too old is told so."""
    answer = ana.get("/v1/me", headers={codec.PROTOCOL: said})
    assert answer.status_code == status
    assert answer.headers[codec.PROTOCOL] == versions.header()
    if status == 426:
        assert problem(answer)["code"] == "too_old"


def test_a_body_damaged_on_the_way_changes_nothing(author: Caller) -> None:
    body = json.dumps({"operations": [publish(5100)]}).encode()
    headers = {codec.SHA256: codec.sha256(body + b" ")}
    assert problem(author.post("/v1/operations", body, headers=headers))["code"] == "damaged"
    assert author.push([publish(5100)]).results[0].status == "applied"


def test_a_cut_or_unknown_verb_is_a_problem_too(ana: Caller) -> None:
    assert problem(ana.get("/v1/nothing"))["status"] == 404
    answer = ana.http.patch(f"{ana.url}/v1/heads", timeout=10)
    assert problem(answer)["status"] == 405
    assert "GET" in answer.headers["Allow"]


def test_the_server_says_how_it_is(stranger: Caller) -> None:
    health = stranger.get("/health").json()
    assert health["status"] == "ok"
    assert health["protocols"] == list(versions.SERVED)


def test_figures_speak_of_routes_and_never_of_people(author: Caller, stranger: Caller) -> None:
    author.heads()
    author.push([publish(5200)])
    author.get("/v1/spaces/~auteur/changes")
    text = stranger.get("/metrics").text
    assert 'kbdesk_requests_total{method="GET",route="/v1/heads",status="200"}' in text
    assert 'kbdesk_operations_total{status="applied"}' in text
    assert "kbdesk_live_connections 0.0" in text
    assert "auteur" not in text


def test_a_session_that_has_ended_by_time_is_over(server: SyncServer, stranger: Caller) -> None:
    """What is remembered of a session is asked again within seconds."""
    chef = stranger.sign_in("chef")
    storage = opened(server.folder, server.database)
    storage.write(
        lambda t: t.run("UPDATE sessions SET expires = ? WHERE person = 'chef'", "2001-01-01")
    )
    storage.close()
    wait_for(lambda: chef.get("/v1/me").status_code == 401, "the end of the session")


def test_who_is_disabled_is_out_at_once_and_cannot_come_back(
    server: SyncServer, stranger: Caller
) -> None:
    server.add_person("partant")
    leaver = stranger.sign_in("partant")
    storage = opened(server.folder, server.database)
    now = written(system_clock())
    storage.write(
        lambda t: people.disable(t, name="partant", disabled=True, now=now, by="the test")
    )
    storage.close()
    wait_for(lambda: leaver.get("/v1/heads").status_code == 401, "the revocation")
    said = {"user": "partant", "password": PASSWORD, "device": ""}
    assert leaver.post("/v1/sessions", said).status_code == 401


def test_the_log_is_json_and_holds_no_secret(tmp_path: Path) -> None:
    """One object a line; no token, no password, no signature, no body."""
    server = SyncServer(tmp_path, log_level="INFO")
    prepare(server)
    server.start()
    ana = Caller(server.url).sign_in("ana")
    query = ana.heads().spaces["base"].pages
    requests.get(f"{server.url}/v1/spaces/base/pages/0{query}", timeout=10)
    ana.push([operation("not_found", {"query": "phrase très secrète"})])
    ana.post("/v1/sessions", {"user": "ana", "password": "another secret", "device": "d"})
    ana.close()
    lines = [json.loads(line) for line in server.stop()]
    answered = [line for line in lines if line["message"] == "answered"]
    assert {"method", "path", "status", "ms", "address", "at", "level"} <= set(answered[0])
    text = "\n".join(map(str, lines))
    for secret in (PASSWORD, "another secret", ana.token, query, "sig=", "secrète"):
        assert secret not in text


def test_a_busy_session_is_asked_to_wait(tmp_path: Path) -> None:
    with serving(tmp_path, session_rate=[1, 5]) as server:
        ana = Caller(server.url).sign_in("ana")
        answers = [ana.get("/v1/heads") for _ in range(8)]
        slowed = [answer for answer in answers if answer.status_code == 429]
        assert slowed
        assert int(slowed[0].headers["Retry-After"]) >= 1
        assert problem(slowed[0])["retry_after"] >= 1
        chef = Caller(server.url).sign_in("chef")
        assert chef.get("/v1/heads").status_code == 200
        ana.close()
        chef.close()


def test_a_stranger_who_guesses_is_asked_to_wait(tmp_path: Path) -> None:
    """By address; who has a session at that address already goes on."""
    with serving(tmp_path, stranger_rate=[0.1, 10]) as server:
        ana, stranger = Caller(server.url).sign_in("ana"), Caller(server.url)
        ana.heads()
        statuses = []
        for n in range(15):
            stranger.take(f"guess-{n}")
            statuses.append(stranger.get("/v1/heads").status_code)
        assert statuses[0] == 401
        assert statuses[-1] == 429
        assert ana.get("/v1/heads").status_code == 200
        ana.close()
        stranger.close()
