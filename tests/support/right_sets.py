"""People, groups, shelves and grants by chance on a real server, and a mark in every shelf.

What a person may read is decided here anew, straight from the grants: the server's own rules are
what is tried. A mark is one word that stands in all texts of one shelf and nowhere else.
"""

import hashlib
import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from sync.protocol import codec, grading
from sync.protocol.bodies.learning import Question
from sync.server import spaces
from sync.server.rights import Level
from sync.server.setting_up import EDIT, EVERYONE, STEER, TALLY
from sync.server.storage.interface import Storage, Transaction
from tests.support.serving import opened
from tests.support.sync_calls import Caller, operation
from tests.support.sync_server import SyncServer

SHELVES = ("rouge", "verte", "bleue", "grise")
GROUPS = ("one", "two", "three")
ROOT = "root"
NOW = "2026-11-22T09:00:00Z"
AUDIENCES = {
    "all": EVERYONE,
    "role:agent": "+role.agent",
    "role:supervisor": "+role.supervisor",
    **{f"group:{name}": f"+group.{name}" for name in GROUPS},
    "person:p0": "~p0",
}
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
    return f"zqsecret{space.strip('+~').replace('.', '')}zq"


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
        _done(root, [_article("common", "base")])
        root.close()

    def say_otherwise(self) -> None:
        """Say everything that is no article, in words that are known again: see `canaries`."""
        root = Caller(self.server.url).sign_in(ROOT)
        for audience, space in AUDIENCES.items():
            _done(root, [notice(f"n-{space.strip('+~')}", audience, mark(space))])
        for name in SHELVES:
            about = {"article": f"{name}-1", "text": f"{mark(f'+edit.{name}')}\n"}
            suggested = operation("suggest", about, 1)
            asked_back = {"suggestion": suggested["id"], "text": mark(f"+edit.{name}")}
            _done(
                root,
                [
                    suggested,
                    operation("discuss", asked_back),
                    operation("feedback", about | {"kind": "wrong"}),
                    operation("verify", {"article": f"{name}-1", "comment": mark(name)}, 1),
                ],
            )
        learners = {"people": [self.people[0].name], "trainers": [self.people[1].name]}
        steered = {"people": [ROOT], "trainers": []}
        for id_, people in (("c", learners), ("d", steered)):
            about = {"id": id_, "title": mark(STEER) if id_ == "d" else "c", "path": "p"}
            _done(root, [operation("cohort", about | people)])
        root.close()

    def live_through(self, who: Person, caller: Caller) -> None:
        """Let a person do what people do: miss something, confirm, answer."""
        asked = Question("short", "Quel mot ?", accepted=("x",))
        review = {
            "question": grading.question_id(asked),
            "article": "common",
            "asked": json.loads(codec.encode(asked)),
            "answer": [answer_of(who)],
        }
        seen = {"announcement": "n-all", "version": 1, "state": "shown", "device": device_of(who)}
        _done(
            caller,
            [
                operation("not_found", {"query": mark(EDIT), "queue": "q"}),
                operation("missed", {"query": mark(EDIT), "how": "empty"}),
                operation("receipt", seen),
                operation("review", review),
                operation("progress", {"path": "p", "step": step_of(who)}),
            ],
        )

    def canaries(self, who: Person) -> Iterator[tuple[str, bool]]:
        """Yield words, and whether this person may come across them anywhere."""
        steers = self.reads(who, STEER)
        for space in AUDIENCES.values():
            yield mark(space), self.reads(who, space) or steers
        for name in SHELVES:
            yield mark(f"+edit.{name}"), self.reads(who, f"+edit.{name}")
        yield mark(EDIT), self.reads(who, EDIT)
        for other in self.people:
            mine = other == who
            trains = (other, who) == (self.people[0], self.people[1])
            yield device_of(other), mine or steers
            yield answer_of(other), mine or trains
            yield step_of(other), mine or trains

    def say(self, number: int) -> None:
        """Announce and publish in every shelf, and at the end in the one that all read."""
        root = Caller(self.server.url).sign_in(ROOT)
        for name in SHELVES:
            _done(
                root,
                [announcement(f"{name}-live-{number}", name), _article(f"l{number}-{name}", name)],
            )
        for audience, space in AUDIENCES.items():
            _done(root, [notice(f"{space.strip('+~')}-live-{number}", audience, mark(space))])
        _done(root, [announcement(f"end-{number}", "base")])
        root.close()

    def reads(self, who: Person, space: str) -> bool:
        """Decide anew whether somebody reads a space."""
        if space.startswith("~"):
            return space == f"~{who.name}"
        if space.startswith("+") and space != STEER:
            return self._follows(who, space)
        names = self._names(who)
        return any(principal in names for principal in self._grants(space))

    def _names(self, who: Person) -> set[str]:
        groups = {f"group:{group}" for group in who.groups}
        return {"everyone", f"role:{who.role}", f"person:{who.name}"} | groups

    def _follows(self, who: Person, space: str) -> bool:
        """Decide about a space in which nothing is granted."""
        sort, _, name = space.partition(".")
        if sort == "+edit" and name:
            supervises = who.role == "supervisor" and self.reads(who, name)
            return supervises or self.writes(who, name)
        return {
            EVERYONE: True,
            "+role": who.role == name,
            "+group": name in who.groups,
            EDIT: who.role in {"supervisor", "author"},
            TALLY: False,
        }[sort]

    def writes(self, who: Person, shelf: str) -> bool:
        """Decide anew whether somebody writes in a shelf."""
        granted = self._granted(shelf)
        writers = [principal for principal, level in granted if level == "write"]
        if any(principal in self._names(who) for principal in writers):
            return True
        return who.role == "author" and self.reads(who, shelf) and not writers

    def take_back(self, space: str) -> None:
        """Withdraw every grant of a shelf."""
        for principal in self._grants(space):
            self._write(
                partial(spaces.revoke, space=space, principal=principal, now=NOW, by="test")
            )

    def _grants(self, space: str) -> list[str]:
        return [principal for principal, _ in self._granted(space)]

    def _granted(self, space: str) -> tuple[tuple[str, str], ...]:
        storage = opened(self.server.folder, "")
        try:
            there = {one.name: one.grants for one in storage.read(spaces.every)}
        finally:
            storage.close()
        return there[space]

    def snapshots(self) -> dict[str, list[int]]:
        """Map each space to the numbers of its snapshots."""
        storage = opened(self.server.folder, "")
        try:
            rows = storage.read(lambda t: t.rows("SELECT space, seq FROM snapshots"))
        finally:
            storage.close()
        return {space: [seq for one, seq in rows if one == space] for space, _ in rows}

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
    return notice(id_, f"space:{space}", said)


def notice(id_: str, audience: str, said: str) -> dict[str, object]:
    body = {"audience": audience, "id": id_, "title": said, "body": said}
    return operation("announce", body)


def device_of(who: Person) -> str:
    return f"zqdevice{who.name}zq"


def answer_of(who: Person) -> str:
    return f"zqanswer{who.name}zq"


def step_of(who: Person) -> str:
    return f"zqstep{who.name}zq"


def _done(who: Caller, operations: list[dict[str, object]]) -> None:
    results = who.push(operations).results
    assert all(result.status == "applied" for result in results), results


def snapshot_spaces(world: World) -> tuple[str, ...]:
    """Return the spaces that snapshots are made of: all there are, but for the tally."""
    return _spaces(world.people)


def spaces_asked_for(world: World, who: Person) -> tuple[str, ...]:
    """Return the spaces that somebody tries to get something out of: their own among them."""
    some = (*world.people[:3], who)
    return tuple(dict.fromkeys((*_spaces(some), TALLY, "nowhere")))


def _spaces(people: Iterable[Person]) -> tuple[str, ...]:
    edits = (f"+edit.{name}" for name in SHELVES)
    persons = (f"~{who.name}" for who in people)
    audiences = [space for space in AUDIENCES.values() if not space.startswith("~")]
    return (*SHELVES, "base", STEER, EDIT, *edits, *audiences, *persons)
