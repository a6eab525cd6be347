"""People, groups, shelves and grants by chance on a real server, and a mark in every shelf.

What a person may read is decided here anew, straight from the grants: the server's own rules are
what is tried. A mark is one word that stands in all texts of one shelf and nowhere else.
"""

import hashlib
import json
import random
from dataclasses import dataclass
from functools import partial

from sync.server import spaces
from sync.server.rights import Level
from sync.server.setting_up import STEER
from sync.server.storage.interface import Storage, Transaction
from tests.support.serving import opened
from tests.support.sync_calls import Caller, operation
from tests.support.sync_server import SyncServer

SHELVES = ("rouge", "verte", "bleue", "grise")
GROUPS = ("one", "two", "three")
ROOT = "root"
NOW = "2026-11-22T09:00:00Z"
GRANTS = (
    "everyone", "role:agent", "role:author!", "role:supervisor", "person:p0!", "person:p1",
    *(f"group:{group}{mark}" for group in GROUPS for mark in ("", "!")),
)  # fmt: skip


@dataclass(frozen=True)
class Person:
    """Somebody whose set of rights is tried."""

    name: str
    role: str
    groups: tuple[str, ...]


def mark(space: str) -> str:
    """Return the word by which texts of a space are known."""
    return f"zqsecret{space.strip('+~')}"


def title(space: str) -> str:
    return f"zqtitle{space}"


def picture(space: str) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + f"zqpicture{space}".encode() * 20


class World:
    """One server with generated rights; `people` are those who are tried."""

    def __init__(self, server: SyncServer, seed: int, persons: int) -> None:
        self.server = server
        self.chance = random.Random(seed)
        self.people = [self._person(number) for number in range(persons)]
        server.add_person(ROOT, "admin", GROUPS)
        for name in SHELVES:
            some = self.chance.sample(GRANTS, self.chance.randrange(4))
            self._write(partial(_add, name=name, grants=some))

    def _person(self, number: int) -> Person:
        groups = tuple(sorted(self.chance.sample(GROUPS, self.chance.randrange(3))))
        role = self.chance.choice(("agent", "agent", "author", "supervisor"))
        self.server.add_person(f"p{number}", role, groups)
        return Person(f"p{number}", role, groups)

    def fill(self) -> None:
        """Write texts, pictures and announcements into all shelves; move one, retire one."""
        root = Caller(self.server.url).sign_in(ROOT)
        for name in SHELVES:
            sha256 = hashlib.sha256(picture(name)).hexdigest()
            put = root.http.put(f"{root.url}/v1/blobs/{sha256}", data=picture(name), timeout=10)
            assert put.status_code == 204, put.text
            _done(root, [_article(f"{name}-{n}", name) for n in (1, 2)])
            _done(root, [_asset(name, sha256), announcement(f"{name}-n", name)])
        moved = self.chance.choice(SHELVES)
        _done(root, [_article("rouge-2", moved, 1)])
        _done(root, [operation("retire", {"kind": "article", "id": "bleue-2"}, 1)])
        root.close()

    def say(self, number: int) -> None:
        """Announce and publish in every shelf, and at the end in the one that all read."""
        root = Caller(self.server.url).sign_in(ROOT)
        for name in SHELVES:
            _done(
                root,
                [announcement(f"{name}-live-{number}", name), _article(f"l{number}-{name}", name)],
            )
        _done(root, [announcement(f"end-{number}", "base")])
        root.close()

    def reads(self, who: Person, space: str) -> bool:
        """Decide anew whether somebody reads a space."""
        if space.startswith("~"):
            return space == f"~{who.name}"
        names = {"everyone", f"role:{who.role}", f"person:{who.name}"}
        names |= {f"group:{group}" for group in who.groups}
        return any(principal in names for principal in self._grants(space))

    def take_back(self, space: str) -> None:
        """Withdraw every grant of a shelf."""
        for principal in self._grants(space):
            self._write(
                partial(spaces.revoke, space=space, principal=principal, now=NOW, by="test")
            )

    def _grants(self, space: str) -> list[str]:
        storage = opened(self.server.folder, "")
        try:
            there = {one.name: one.grants for one in storage.read(spaces.every)}
        finally:
            storage.close()
        return [principal for principal, _ in there[space]]

    def _write(self, work: "partial[None]") -> None:
        storage: Storage = opened(self.server.folder, "")
        try:
            storage.write(work)
        finally:
            storage.close()


def _add(transaction: Transaction, *, name: str, grants: list[str]) -> None:
    spaces.add(transaction, name=name, title=title(name), now=NOW, by="test")
    for principal in grants:
        level = Level.WRITE if principal.endswith("!") else Level.READ
        spaces.grant(
            transaction,
            space=name,
            principal=principal.rstrip("!"),
            level=level,
            now=NOW,
            by="test",
        )


def _article(id_: str, space: str, base_rev: int | None = None) -> dict[str, object]:
    text = f"---\ntitle: {mark(space)} {id_}\nspace: {space}\n---\n\n{mark(space)} partout.\n"
    body = {"space": space, "kind": "article", "id": id_, "path": f"{id_}.md", "body": text}
    return operation("publish", body, base_rev)


def _asset(space: str, sha256: str) -> dict[str, object]:
    path = f"images/{space}.png"
    said = json.dumps({"sha256": sha256, "size": len(picture(space)), "media_type": "image/png"})
    body = {"space": space, "kind": "asset", "id": path, "path": path, "body": said}
    return operation("publish", body)


def announcement(id_: str, space: str) -> dict[str, object]:
    said = mark(space) if space in SHELVES else id_
    body = {"space": space, "id": id_, "title": said, "body": said, "level": "info"}
    return operation("announce", body)


def _done(who: Caller, operations: list[dict[str, object]]) -> None:
    results = who.push(operations).results
    assert all(result.status == "applied" for result in results), results


def spaces_asked_for(world: World) -> tuple[str, ...]:
    """Return the spaces that everybody tries to get something out of."""
    return (*SHELVES, "base", STEER, *(f"~{who.name}" for who in world.people[:3]), "nowhere")
