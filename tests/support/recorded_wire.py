"""Conversations between a desk and a server as bytes, recorded once for each version and kept.

`python -m tests.support.recorded_wire N` plays the conversation with the server of today and writes
version N's file. That is done when a version is made, and never again: what stands there is what
desks in the field say and what they were told.
"""

import hashlib
import http.client
import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

from sync.protocol import codec, proof, versions
from sync.protocol.texts import text_sha256
from tests.support.sync_server import PASSWORD, SyncServer, serving

FOLDER = Path(__file__).parents[1] / "system" / "recorded"
PICTURE = b"\x89PNG bytes of a picture"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
OF_THE_DAY = {"token", "expires", "server", "epoch", "pages", "head", "live"}
SENTENCES = {"title", "detail", "reason", "why"}
AMONG_OTHERS = {"spaces", "access"}  # a later server may have more of them
TOLD = ("KB-Protocol", "KB-SHA256", "KB-Proof", "ETag", "Content-Type")


@dataclass(frozen=True)
class Said:
    """A request as it went out, and the answer as it came; `{token}` stands for the session's."""

    name: str
    method: str
    path: str
    headers: Mapping[str, str]
    body: str
    status: int = 0
    told: Mapping[str, str] = field(default_factory=dict)  # headers of the answer
    answer: str = ""


def recorded(version: int) -> list[Said]:
    """Return the conversation of a version."""
    lines = (FOLDER / f"version_{version}.jsonl").read_text("utf-8").splitlines()
    return [Said(**json.loads(line)) for line in lines]


def ask(server: SyncServer, said: Said, token: str) -> Said:
    """Say the same to a server, and return it with what it answers."""
    address = urlsplit(server.url)
    line = http.client.HTTPConnection(address.hostname or "", address.port, timeout=30)
    try:
        headers = {name: value.format(token=token) for name, value in said.headers.items()}
        line.request(said.method, said.path, said.body.encode() or None, headers)
        answer = line.getresponse()
        told = {name: value for name in TOLD if (value := answer.getheader(name))}
        return replace(said, status=answer.status, told=told, answer=answer.read().decode())
    finally:
        line.close()


def holds(then: Any, now: Any, name: str = "") -> bool:
    """Say whether an answer still holds all that one told then; it may tell more.

    What differs from one server to the next, and how a sentence is worded, has only to be there.
    """
    if name in OF_THE_DAY | SENTENCES and isinstance(then, str | int):
        return type(then) is type(now)
    if isinstance(then, dict):
        return isinstance(now, dict) and all(
            key in now and holds(value, now[key], key) for key, value in then.items()
        )
    if isinstance(then, list):
        if name in AMONG_OTHERS:
            return all(any(holds(one, other) for other in now) for one in then)
        same = isinstance(now, list) and len(then) == len(now)
        return same and all(holds(one, other) for one, other in zip(then, now, strict=True))
    if isinstance(then, str) and isinstance(now, str):
        return MOMENT.sub("moment", then) == MOMENT.sub("moment", now)
    return type(then) is type(now) and then == now


def _conversation(version: int) -> Iterator[Said]:
    """Give what a desk may ask, one thing of each kind, and what it may ask wrongly."""
    yield _said(version, "sign in", "POST", "/v1/sessions", {
        "user": "auteur", "password": PASSWORD, "device": "poste 7",
    })  # fmt: skip
    yield _said(version, "who am I", "GET", "/v1/me")
    sha256 = hashlib.sha256(PICTURE).hexdigest()
    first = [_publish(n, f"# Fiche {n}\n\nTexte.\n") for n in range(100)]
    yield _said(version, "push a full page", "POST", "/v1/operations", {"operations": first})
    yield _said(version, "push what ends in every way", "POST", "/v1/operations", {
        "operations": list(_ends(first[0])),
    })  # fmt: skip
    for name, path in (
        ("heads", "/v1/heads"),
        ("the tail", "/v1/spaces/base/changes?after=98&limit=1000"),
        ("a full page", "/v1/spaces/base/pages/0"),
        ("the digest", "/v1/spaces/base/digest"),
        ("a bucket", "/v1/spaces/base/digest/7"),
        ("a page that is not full", "/v1/spaces/base/pages/7"),
        ("a space that one may not see", "/v1/spaces/secrets/changes?after=0"),
        ("nobody's attachment", f"/v1/blobs/{sha256}"),
    ):
        yield _said(version, name, "GET", path)
    wanted = {"rows": [["article", "fiche-1"], ["article", "gone"]]}
    yield _said(version, "rows", "POST", "/v1/spaces/base/rows", wanted)
    yield _said(version, "push of what is beside texts", "POST", "/v1/operations", {
        "operations": list(_beside_texts()),
    })  # fmt: skip
    yield _said(version, "no body", "POST", "/v1/operations", {"operations": 7})
    yield _said(version, "sign out", "DELETE", "/v1/sessions/current")
    yield _said(version, "signed out", "GET", "/v1/heads")


def _said(version: int, name: str, method: str, path: str, value: object = None) -> Said:
    headers = {codec.PROTOCOL: versions.header(version), proof.NONCE: "0123456789abcdef" * 2}
    if path != "/v1/sessions":
        headers["Authorization"] = "Bearer {token}"
    body = "" if value is None else json.dumps(value)
    if body:
        headers |= {"Content-Type": "application/json", codec.SHA256: codec.sha256(body.encode())}
    return Said(name, method, path, headers, body)


def _publish(number: int, text: str, **more: Any) -> dict[str, Any]:
    name = f"fiche-{number}"
    body = {"space": "base", "kind": "article", "id": name, "path": f"{name}.md", "body": text}
    return _operation("publish", number, body, **more)


def _operation(kind: str, number: int, body: object, **more: Any) -> dict[str, Any]:
    id_ = f"01920000-0000-7000-8000-{number:012x}"
    return {"id": id_, "kind": kind, "at": "2026-11-22T12:00:00Z", "body": body, **more}


def _ends(repeated: dict[str, Any]) -> Iterator[dict[str, Any]]:
    edited = "# Fiche 1\n\nAutre texte.\n"
    yield repeated
    yield _publish(1, edited, base_rev=1, base_sha256=text_sha256("# Fiche 1\n\nTexte.\n")) | {
        "id": "01920000-0000-7000-8000-00000000f001", "mood": "a field of another time",
    }  # fmt: skip
    yield _publish(1, "# Fiche 1\n\nEncore.\n", base_rev=1) | {
        "id": "01920000-0000-7000-8000-00000000f002"
    }
    retired = {"kind": "article", "id": "fiche-2"}
    yield _operation("retire", 0xF003, retired, base_rev=1)
    yield _operation("sing", 0xF004, {})
    yield _operation("publish", 0xF005, {"space": 7})


def _beside_texts() -> Iterator[dict[str, Any]]:
    """Give an edit and its decision, a remark and its answer, and more of what people do."""
    edit, remark = (f"01920000-0000-7000-8000-{number:012x}" for number in (0xE001, 0xE003))
    asked = {"article": "fiche-3", "text": "# Fiche 3\n\nMieux.\n", "comment": "Plus clair."}
    yield _operation("suggest", 0xE001, asked, base_rev=1)
    decision = {"suggestion": edit, "decision": "accepted", "text": asked["text"], "why": "Oui."}
    yield _operation("settle", 0xE002, decision, base_rev=1)
    said = {"article": "fiche-4", "kind": "wrong", "text": "Le prix a changé.", "rev": 1}
    yield _operation("feedback", 0xE003, said)
    answer = {"feedback": remark, "state": "done", "text": "Corrigé."}
    yield _operation("answer_feedback", 0xE004, answer)
    yield _operation("verify", 0xE005, {"article": "fiche-5", "comment": "Relue."}, base_rev=1)
    yield _operation("not_found", 0xE006, {"query": "colis perdu", "how": "told"})
    notice = {"announcement": "n", "version": 1, "state": "shown", "device": "poste 7"}
    yield _operation("receipt", 0xE007, notice)


def main(version: int) -> None:
    """Record a version."""
    FOLDER.mkdir(exist_ok=True)
    token, lines = "", []
    with TemporaryDirectory() as folder, serving(Path(folder)) as server:
        for one in _conversation(version):
            said = ask(server, one, token)
            token = token or json.loads(said.answer)["token"]
            lines.append(json.dumps(asdict(said), ensure_ascii=False))
    (FOLDER / f"version_{version}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]))
