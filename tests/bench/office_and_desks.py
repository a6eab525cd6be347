"""An author who publishes generated articles to a real server, and new desks that fetch them."""

import json
import random
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import msgspec

from kbdesk.core.identity import uuid7
from kbdesk.search.index import SearchIndex
from kbdesk.services.connected.reading_on import parser, read_on
from kbdesk.store.articles import Articles
from kbdesk.store.database import Database
from kbdesk.store.kb import open_kb
from kbdesk.store.replica import StoredReplica
from kbdesk.store.user import open_user
from sync.client.engine import Engine
from sync.client.http import HttpTransport, sign_in
from sync.protocol import wire
from tests.bench.http_load import request
from tests.bench.texts import text
from tests.support.sync_server import PASSWORD

PUSHED = 200


class Paged(HttpTransport):
    """A way on which no snapshot is offered."""

    def heads(self, etag: str) -> tuple[str, wire.Heads] | None:
        answer = super().heads(etag)
        if answer is None:
            return None
        spaces = {
            name: msgspec.structs.replace(head, snapshot=None)
            for name, head in answer[1].spaces.items()
        }
        return answer[0], msgspec.structs.replace(answer[1], spaces=spaces)


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk of its own, empty at first."""

    engine: Engine
    kb: Database
    replica: StoredReplica
    folder: Path

    def sync(self) -> None:
        self.engine.sync()
        assert self.replica.standing().cursors["base"].seq, "nothing came"

    def make_searchable(self) -> None:
        """Read what has come and index it, as the desk does in the background."""
        articles, index = Articles(self.kb, parser(self.kb)), SearchIndex(self.folder / "index")
        read_on(self.kb, lambda: index.catch_up(articles))


class House:
    """Everybody around one server."""

    def __init__(self, folder: Path, url: str) -> None:
        self._folder = folder
        self._url = url
        self._token = sign_in(url, wire.SignIn("ana", PASSWORD)).token
        self._line = HttpTransport(url, self._token, folder / "author")
        self._chance = random.Random(7)  # noqa: S311  # numbers of operations, not secrets
        self._revisions: dict[int, int] = {}

    def publish(self, numbers: range) -> None:
        """Publish these articles, each time with other words."""
        operations = map(self._operation, numbers)
        while batch := tuple(islice(operations, PUSHED)):
            results = self._line.push(wire.Push(batch)).results
            assert all(result.status is wire.Status.APPLIED for result in results), results[0]

    @contextmanager
    def desk(self, *, by_pages: bool = False, url: str = "") -> Iterator[Desk]:
        """Give a new desk; its way to the server is `url` where that is another."""
        with TemporaryDirectory(prefix="desk", dir=self._folder) as name:
            place = Path(name)
            kb, user = open_kb(place / "kb.db"), open_user(place / "user.db")
            replica = StoredReplica(kb, user, lambda: datetime.now(UTC))
            line = (Paged if by_pages else HttpTransport)(url or self._url, self._token, place)
            try:
                yield Desk(Engine(replica, line, random.Random(1)), kb, replica, place)  # noqa: S311
            finally:
                line.close()
                kb.close()
                user.close()

    @contextmanager
    def downloads(self, number: int) -> Iterator[None]:
        """Have so many downloads of the snapshot under way, each read as far as its beginning."""
        found = self._line.heads("")
        assert found is not None
        snapshot = found[1].spaces["base"].snapshot
        assert snapshot is not None
        address = urlsplit(self._url)
        path = f"/v1/spaces/base/snapshots/{snapshot.seq}"
        asked = request("GET", path, self._token)
        with ExitStack() as lines:
            for _ in range(number):
                place = (address.hostname or "", address.port or 80)
                line = lines.enter_context(socket.create_connection(place))
                line.sendall(asked)
                assert line.recv(65536).startswith(b"HTTP/1.1 200")
            yield

    def close(self) -> None:
        self._line.close()

    def _operation(self, number: int) -> wire.Operation:
        base = self._revisions.get(number, 0)
        self._revisions[number] = base + 1
        name = f"fiche-{number}"
        said = {
            "space": "base", "kind": "article", "id": name, "path": f"{name}.md",
            "body": f"---\nid: {name}\n---\n# Fiche {number}\n\n{text(number, base)}\n",
        }  # fmt: skip
        now = datetime.now(UTC)
        id_ = str(uuid7(now, self._chance.randbytes(10)))
        body = wire.Raw(json.dumps(said).encode())
        return wire.Operation(id_, "publish", now.isoformat(), body, base or None)
