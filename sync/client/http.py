"""The port `Transport` over HTTP, and signing in and out.

A token is handed in and handed out; where it is kept is not this module's matter.
"""

import contextlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

from sync.client.http_answers import ACCEPTED, Collected, prove, value
from sync.client.http_exchange import Answer, Exchange, Patience, Request
from sync.client.http_files import Downloads
from sync.client.ports import Damaged, SignedOut, Stale
from sync.protocol import codec, proof, wire
from sync.protocol.wire import Bucket, Digest, Heads, Me, Page, Push, Pushed, Rows, Snapshot
from sync.protocol.zstandard import compress

T = TypeVar("T")
WORTH_IT = 1024  # bytes from which a body is compressed


class HttpTransport:
    """One server, spoken to as one signed-in person. `folder` is where downloads come to."""

    def __init__(
        self,
        url: str,
        token: str,
        folder: Path,
        *,
        ca: str = "",
        patience: Patience | None = None,
    ) -> None:
        self._token = token
        self.moment = ""  # the server's, of the last answer about what is new; "" for none
        self._exchange = Exchange(url, token, ca=ca, patience=patience)
        self._downloads = Downloads(self._exchange, folder)

    def cancel(self) -> None:
        """End what is under way within a second, from any thread, and refuse everything later."""
        self._exchange.cancel()

    def close(self) -> None:
        self._exchange.close()

    def heads(self, etag: str) -> tuple[str, Heads] | None:
        nonce = proof.nonce()
        headers = {proof.NONCE: nonce} | ({"If-None-Match": f'"{etag}"'} if etag else {})
        answer, body = _ask(self._exchange, "GET", "/v1/heads", headers=headers)
        if answer.status != 304:
            prove(answer, body)
        tag, shown = answer.headers.get("ETag", ""), answer.headers.get(proof.PROOF)
        if not proof.holds(shown, self._token, nonce, answer.status, tag, body):
            raise Damaged("The answer about what is new is not the server's, or not today's.")
        self.moment = proof.moment(answer.headers.get(proof.NOW), self._token, nonce)
        if answer.status == 304:
            return None
        return tag.strip('"'), value(body, Heads)

    def changes(self, space: str, after: int, limit: int, pages: str) -> Page:
        where = f"/v1/spaces/{_name(space)}"
        if pages and after % wire.PAGE == 0 and limit == wire.PAGE:
            # Texts that are too large together make no page; then the log is asked, which also
            # says better than a missing page what has become of the space.
            with contextlib.suppress(Stale):
                return self._get(f"{where}/pages/{after // wire.PAGE}{pages}", Page)
        return self._get(f"{where}/changes?after={after}&limit={limit}", Page)

    def push(self, push: Push) -> Pushed:
        return _post(self._exchange, "/v1/operations", push, Pushed)

    def snapshot(self, space: str, snapshot: Snapshot) -> Path:
        path = f"/v1/spaces/{_name(space)}/snapshots/{snapshot.seq}"
        if snapshot.url.startswith(f"{path}?"):  # signed: the front may hand it out by itself
            path = snapshot.url
        return self._downloads.fetch(path, snapshot.sha256)

    def digest(self, space: str) -> Digest:
        return self._get(f"/v1/spaces/{_name(space)}/digest", Digest)

    def bucket(self, space: str, bucket: int) -> Bucket:
        return self._get(f"/v1/spaces/{_name(space)}/digest/{bucket}", Bucket)

    def rows(self, space: str, wanted: Sequence[tuple[str, str]]) -> Rows:
        asked = wire.Wanted(tuple(wanted))
        return _post(self._exchange, f"/v1/spaces/{_name(space)}/rows", asked, Rows)

    def blob(self, sha256: str) -> Path:
        return self._downloads.fetch(f"/v1/blobs/{sha256}", sha256)

    def send_blob(self, sha256: str, content: bytes) -> None:
        """Hand over an attachment; to send it again changes nothing."""
        answer, body = _ask(self._exchange, "PUT", f"/v1/blobs/{sha256}", content)
        if answer.status != 204:
            prove(answer, body)

    def me(self) -> Me:
        """Return who I am to the server, and why I see what I see."""
        return self._get("/v1/me", Me)

    def sign_out(self) -> None:
        """End the session at the server; one that has ended already is as good."""
        try:
            answer, body = _ask(self._exchange, "DELETE", "/v1/sessions/current")
            if answer.status != 204:
                prove(answer, body)
        except SignedOut:
            pass

    def _get(self, path: str, kind: type[T]) -> T:
        answer, body = _ask(self._exchange, "GET", path)
        prove(answer, body)
        return value(body, kind)


def sign_in(
    url: str,
    asked: wire.SignIn,
    *,
    ca: str = "",
    patience: Patience | None = None,
) -> wire.Session:
    """Sign in; raise `SignedOut` when name and password do not fit."""
    entrance = Entrance(url, ca=ca, patience=patience)
    try:
        return entrance.sign_in(asked)
    finally:
        entrance.close()


class Entrance:
    """Where one signs in, for whom may change their mind meanwhile."""

    def __init__(self, url: str, *, ca: str = "", patience: Patience | None = None) -> None:
        self._exchange = Exchange(url, ca=ca, patience=patience)

    def sign_in(self, asked: wire.SignIn) -> wire.Session:
        """Sign in, as `sign_in` does; raise `Cancelled` after `cancel`."""
        return _post(self._exchange, "/v1/sessions", asked, wire.Session)

    def cancel(self) -> None:
        """Give it up at once, from any thread, and for good."""
        self._exchange.cancel()

    def close(self) -> None:
        self._exchange.close()


def _post(exchange: Exchange, path: str, said: object, kind: type[T]) -> T:
    body = codec.encode(said)
    headers = {"Content-Type": "application/json", codec.SHA256: codec.sha256(body)}
    if len(body) > WORTH_IT:
        body, headers["Content-Encoding"] = compress(body, 3), "zstd"
    answer, told = _ask(exchange, "POST", path, body, headers)
    prove(answer, told)
    return value(told, kind)


def _ask(
    exchange: Exchange,
    method: str,
    path: str,
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
) -> tuple[Answer, bytes]:
    taker = Collected()
    answer = exchange.ask(Request(method, path, {**ACCEPTED, **(headers or {})}, body), taker)
    return answer, taker.plain(answer.headers)


def _name(space: str) -> str:
    return quote(space, safe="~+")
