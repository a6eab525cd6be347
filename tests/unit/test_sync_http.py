"""The transport against a server that says exactly what a test wants, over a real socket."""

import shutil
import ssl
import subprocess
from pathlib import Path

import pytest

from sync.client import http_answers, http_exchange
from sync.client.http import HttpTransport, sign_in
from sync.client.http_exchange import trusted
from sync.client.ports import (
    Busy,
    Cancelled,
    Damaged,
    Disagreed,
    Intercepted,
    SignedOut,
    Stale,
    SyncTrouble,
    TooOld,
    Unacceptable,
    Unreachable,
)
from sync.protocol import codec, proof
from sync.protocol.wire import (
    Digest,
    Heads,
    Page,
    Person,
    Push,
    Pushed,
    Session,
    SignIn,
)
from tests.support import scripted_transport
from tests.support.scripted_server import Asked, Said, Scripted, bad, good

server, transport = scripted_transport.server, scripted_transport.transport
PAGE = Page("e", "base", 0, (), 0)


@pytest.mark.parametrize("coding", ["", "gzip", "zstd"])
def test_a_proved_answer_is_read_in_every_coding(
    server: Scripted, transport: HttpTransport, coding: str
) -> None:
    server.say = lambda asked: good(PAGE, coding)
    assert transport.changes("base", 0, 5, "") == PAGE
    assert server.asked[0].headers["Accept-Encoding"] == "zstd, gzip"


def test_full_pages_are_asked_for_by_their_signed_address(
    server: Scripted, transport: HttpTransport
) -> None:
    server.say = lambda asked: good(PAGE)
    transport.changes("+steer", 300, 100, "?epoch=e&exp=1&sig=x")
    transport.changes("~ana", 300, 99, "?epoch=e&exp=1&sig=x")
    transport.changes("base", 301, 100, "?epoch=e&exp=1&sig=x")
    assert [asked.path for asked in server.asked] == [
        "/v1/spaces/+steer/pages/3?epoch=e&exp=1&sig=x",
        "/v1/spaces/~ana/changes?after=300&limit=99",
        "/v1/spaces/base/changes?after=301&limit=100",
    ]


def test_where_there_is_no_full_page_the_log_is_asked(
    server: Scripted, transport: HttpTransport
) -> None:
    """A page whose texts are too large for one answer is not made."""
    server.say = lambda asked: bad(404) if "/pages/" in asked.path else good(PAGE)
    assert transport.changes("base", 300, 100, "?sig=x") == PAGE
    assert [asked.path for asked in server.asked] == [
        "/v1/spaces/base/pages/3?sig=x",
        "/v1/spaces/base/changes?after=300&limit=100",
    ]


def test_a_netrc_file_does_not_replace_the_token(
    server: Scripted, transport: HttpTransport, nobody_at_home: Path
) -> None:
    netrc = nobody_at_home / ".netrc"
    netrc.write_text("machine 127.0.0.1 login somebody password else\n")
    netrc.chmod(0o600)
    server.say = lambda asked: good(PAGE)
    transport.changes("base", 0, 1, "")
    assert server.asked[0].headers["Authorization"] == "Bearer secret"


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (bad(400), Unacceptable),
        (bad(401), SignedOut),
        (bad(403), Disagreed),
        (bad(404), Stale),
        (bad(409), Disagreed),
        (bad(410), Stale),
        (bad(413), Unacceptable),
        (bad(422), Unacceptable),
        (bad(426), TooOld),
        (bad(429), Busy),
        (bad(500), Unreachable),
        (bad(503), Busy),
        ((401, {}, b"nginx"), Damaged),
        ((404, {}, b"<html>"), Damaged),
        ((502, {}, b"<html>"), Unreachable),
        ((503, {}, b"<html>"), Busy),
        ((407, {}, b""), Intercepted),
        ((302, {"Location": "http://elsewhere.invalid/"}, b""), Intercepted),
        ((511, {}, b"sign in"), Intercepted),
        ((200, {"Content-Type": "text/html"}, b"<!doctype HTML><p>Terms"), Intercepted),
        ((200, {}, b"{}"), Damaged),
        ((200, {**codec.stamps(b"x"), "Content-Encoding": "gzip"}, b"no gzip"), Damaged),
        ((200, {**codec.stamps(b"x"), "Content-Encoding": "br"}, b"x"), Damaged),
        ((200, {**codec.stamps(b"{}"), "KB-Protocol": "kbdesk/99"}, b"{}"), TooOld),
        ((200, {**codec.stamps(b"{}"), "KB-Protocol": "kbdesk/0"}, b"{}"), TooOld),
    ],
)
def test_every_no_is_the_trouble_that_it_is(
    server: Scripted, transport: HttpTransport, said: Said, kind: type[SyncTrouble]
) -> None:
    """And an unproved one never counts as the server's: a proxy's 401 signs nobody out (G5)."""
    server.say = lambda asked: said
    with pytest.raises(SyncTrouble) as trouble:
        transport.digest("base")
    assert type(trouble.value) is kind


@pytest.mark.parametrize(
    ("stated", "seconds"),
    [("7", 7), ("999999999999", 3600), ("Wed, 21 Oct 2026 07:28:00 GMT", 5), ("-1", 5), ("", 5)],
)
def test_retry_after_is_read_with_suspicion(
    server: Scripted, transport: HttpTransport, stated: str, seconds: float
) -> None:
    server.say = lambda asked: bad(503, Retry_After=stated)
    with pytest.raises(Busy) as trouble:
        transport.digest("base")
    assert trouble.value.after == seconds


def test_a_small_answer_does_not_unfold_without_end(
    server: Scripted, transport: HttpTransport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_answers, "MOST", 1000)
    for coding in ("gzip", "zstd"):
        server.say = lambda asked, coding=coding: good("x" * 100_000, coding)  # type: ignore[misc]
        with pytest.raises(Damaged):
            transport.digest("base")
    server.say = lambda asked: good("x" * 100_000)
    with pytest.raises(Damaged):
        transport.digest("base")


HEADS = Heads("s", "e", {})


def _heads(asked: Asked, token: str = "secret", nonce: str = "") -> Said:
    status, headers, body = good(HEADS)
    if asked.headers.get("If-None-Match") == '"tag"':
        status, headers, body = 304, codec.stamps(b""), b""
    said = nonce or asked.headers[proof.NONCE]
    shown = proof.proof(token, said, status, '"tag"', body)
    return status, headers | {"ETag": '"tag"', proof.PROOF: shown}, body


def test_heads_are_believed_with_their_proof(server: Scripted, transport: HttpTransport) -> None:
    server.say = _heads
    assert transport.heads("") == ("tag", HEADS)
    assert transport.heads("tag") is None


def test_what_time_it_is_there_is_believed_with_a_proof_of_its_own(
    server: Scripted, transport: HttpTransport
) -> None:
    """Of an older server, or cut out on the way, there is none: heads are heads all the same."""
    key = "secret"

    def say(asked: Asked) -> Said:
        status, headers, body = _heads(asked)
        said = proof.now(key, asked.headers[proof.NONCE], "2026-11-22T09:00:00Z")
        return status, headers | {proof.NOW: said}, body

    server.say = say
    for etag in ("", "tag"):
        transport.heads(etag)
        assert transport.moment == "2026-11-22T09:00:00Z"
    key = "another"
    transport.heads("")
    assert transport.moment == ""
    server.say = _heads
    transport.heads("")
    assert transport.moment == ""


@pytest.mark.parametrize("etag", ["", "tag"])
@pytest.mark.parametrize(("token", "nonce"), [("other", ""), ("secret", "last week's")])
def test_heads_of_yesterday_or_of_somebody_else_are_not_believed(
    server: Scripted, transport: HttpTransport, etag: str, token: str, nonce: str
) -> None:
    """G24: 304 needs the proof as much as 200."""
    server.say = lambda asked: _heads(asked, token, nonce)
    with pytest.raises(Damaged):
        transport.heads(etag)


def test_a_large_push_goes_out_compressed_with_the_hash_of_what_it_says(
    server: Scripted, transport: HttpTransport
) -> None:
    server.say = lambda asked: good(Pushed("e", ()))
    transport.push(Push(()))
    asked = server.asked[0]
    assert asked.headers[codec.SHA256] == codec.sha256(asked.body)


def test_signing_in_returns_the_session(server: Scripted) -> None:
    session = Session("token", "later", "s", Person("ana", "agent"), ("base",))
    body = codec.encode(session)
    server.say = lambda asked: (201, codec.stamps(body), body)
    assert sign_in(server.url, SignIn("ana", "pw")) == session
    assert "Authorization" not in server.asked[0].headers


def test_signing_out_of_a_session_that_has_ended_is_fine(
    server: Scripted, transport: HttpTransport
) -> None:
    server.say = lambda asked: bad(401)
    transport.sign_out()


def test_nobody_at_the_other_end_is_unreachable(tmp_path: Path) -> None:
    gone = HttpTransport("http://127.0.0.1:1", "token", tmp_path)
    with pytest.raises(Unreachable):
        gone.heads("")


def test_a_request_that_is_given_up_as_it_begins_is_not_made(
    server: Scripted, transport: HttpTransport, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However early: a stream that nobody ends would be listened to for ever."""

    class Late(http_exchange._Running):
        def __init__(self, patience: http_exchange.Patience) -> None:
            super().__init__(patience)
            transport.cancel()

    monkeypatch.setattr(http_exchange, "_Running", Late)
    server.say = lambda asked: good(PAGE)
    with pytest.raises(Cancelled):
        transport.changes("base", 0, 5, "")
    assert server.asked == []


def test_a_proxy_of_the_environment_is_used(
    server: Scripted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", server.url)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    server.say = lambda asked: good(Digest("e", "base", 1, ()))
    HttpTransport("http://office.invalid", "token", tmp_path).digest("base")
    assert server.asked[0].path == "http://office.invalid/v1/spaces/base/digest"


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """Make a certificate for 127.0.0.1 that nobody trusts; key and certificate in one file."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl makes the certificate, and is not here")
    key, file = tmp_path / "key.pem", tmp_path / "certificate.pem"
    options = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=kb"
    options += f" -addext subjectAltName=IP:127.0.0.1 -keyout {key} -out {file}"
    subprocess.run(["openssl", *options.split()], check=True, capture_output=True)
    both = tmp_path / "both.pem"
    both.write_text(key.read_text() + file.read_text())
    return both


@pytest.mark.parametrize("named", ["ca", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", ""])
def test_only_trusted_certificates_are_spoken_to(
    server: Scripted, certificate: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    """By name, by either variable; and what nobody named is refused in words."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.say = lambda asked: good(PAGE)
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"):
        monkeypatch.delenv(name, raising=False)
    if named.isupper():
        monkeypatch.setenv(named, str(certificate))
    url = server.url.replace("http:", "https:")
    desk = HttpTransport(url, "t", tmp_path, ca=str(certificate) if named == "ca" else "")
    if named:
        assert desk.changes("base", 0, 1, "") == PAGE
    else:
        with pytest.raises(Unreachable, match="certificate is not trusted"):
            desk.changes("base", 0, 1, "")
    desk.close()


def test_which_certificates_are_trusted_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"):
        monkeypatch.delenv(name, raising=False)
    assert trusted() == ""
    monkeypatch.setenv("SSL_CERT_FILE", "/etc/ours.pem")
    assert trusted() == "/etc/ours.pem"
    assert trusted("/explicit.pem") == "/explicit.pem"


def test_patience_is_what_the_guarantee_says() -> None:
    """G19: connect 5 s, 30 s without a byte, in all 30 s and the size at 8 KB/s."""
    patience = http_exchange.Patience()
    assert (patience.connect, patience.stall, patience.grace, patience.speed) == (5, 30, 30, 8192)
