"""A desk as the server sees it: plain HTTP calls, and answers checked as a desk checks them."""

import json
import uuid
from collections.abc import Sequence
from typing import Any

import requests

from sync.protocol import codec, versions
from sync.protocol.wire import Heads, Page, Pushed, Session
from tests.support.sync_server import PASSWORD


class BearerToken(requests.auth.AuthBase):
    """The session's token; a netrc cannot replace it."""

    def __init__(self, token: str) -> None:
        self.token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self.token}"
        return request


class Caller:
    """Calls one server, signed in once `sign_in` was called."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.http = requests.Session()
        self.http.headers[codec.PROTOCOL] = versions.header()
        self.token = ""

    def sign_in(self, user: str, password: str = PASSWORD) -> "Caller":
        answer = self.post("/v1/sessions", {"user": user, "password": password, "device": "test"})
        assert answer.status_code == 201, answer.text
        self.take(codec.decode(checked(answer), Session).token)
        return self

    def take(self, token: str) -> None:
        self.token = token
        self.http.auth = BearerToken(token)

    def get(self, path: str, **more: Any) -> requests.Response:
        return self.http.get(self.url + path, timeout=30, **more)

    def delete(self, path: str) -> requests.Response:
        return self.http.delete(self.url + path, timeout=30)

    def post(self, path: str, value: object, **more: Any) -> requests.Response:
        body = value if isinstance(value, bytes) else json.dumps(value).encode()
        headers = {"Content-Type": "application/json", **more.pop("headers", {})}
        return self.http.post(self.url + path, data=body, headers=headers, timeout=30, **more)

    def heads(self) -> Heads:
        answer = self.get("/v1/heads")
        assert answer.status_code == 200, answer.text
        return codec.decode(checked(answer), Heads)

    def changes(self, space: str, after: int = 0, limit: int = 1000) -> Page:
        answer = self.get(f"/v1/spaces/{space}/changes", params={"after": after, "limit": limit})
        assert answer.status_code == 200, answer.text
        return codec.decode(checked(answer), Page)

    def push(self, operations: Sequence[dict[str, Any]]) -> Pushed:
        answer = self.post("/v1/operations", {"operations": list(operations)})
        assert answer.status_code == 200, answer.text
        return codec.decode(checked(answer), Pushed)

    def close(self) -> None:
        self.http.close()


def checked(answer: requests.Response) -> bytes:
    """Return the body of an answer whose stamps prove it."""
    codec.check(
        answer.content, answer.headers.get(codec.PROTOCOL), answer.headers.get(codec.SHA256)
    )
    return answer.content


def problem(answer: requests.Response) -> dict[str, Any]:
    """Return the problem that an answer is, whose shape and stamps must be right."""
    assert answer.headers["Content-Type"] == "application/problem+json", answer.text
    said: dict[str, Any] = json.loads(checked(answer))
    assert said["status"] == answer.status_code
    assert said["code"]
    assert said["title"]
    return said


def operation(kind: str, body: dict[str, Any], base_rev: int | None = None) -> dict[str, Any]:
    """Make an operation as a desk does."""
    made = {"id": str(uuid.uuid4()), "kind": kind, "at": "2026-11-22T08:00:00Z", "body": body}
    return made if base_rev is None else made | {"base_rev": base_rev}


def publish(number: int, text: str = "Un texte.", space: str = "base") -> dict[str, Any]:
    """Make the operation that publishes article `number`."""
    source = f"---\ntitle: Article {number}\n---\n{text}\n"
    body = {
        "space": space,
        "kind": "article",
        "id": f"a/{number}",
        "path": f"a/{number}.md",
        "body": source,
    }
    return operation("publish", body)
