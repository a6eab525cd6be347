"""Five hundred generated right sets leak nothing, by every way there is out of a real server (J02).

Articles, notices, receipts, answers, remarks, suggestions, gaps and who missed something: by
changes, pages, snapshots (downloaded and unpacked), digests, buckets, rows, attachments, heads, the
live stream, and for some of the people a whole desk: its files byte for byte, and its search.
A right set is one person's rights before or after one shelf is taken back from everybody.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from kbdesk.paths import Profile
from kbdesk.services.connected.syncing import Syncing
from kbdesk.services.workspace import Workspace
from sync.server.packing import decompress_file
from sync.server.setting_up import EDIT, STEER
from tests.support.desk_commands import desk
from tests.support.right_sets import (
    AUDIENCES,
    SHELVES,
    Person,
    World,
    mark,
    picture,
    snapshot_spaces,
    spaces_asked_for,
    title,
)
from tests.support.sync_calls import Caller, checked
from tests.support.sync_listening import Listener
from tests.support.sync_server import PASSWORD, SyncServer, prepare, running

SETTINGS: dict[str, Any] = {
    "session_rate": [10_000, 100_000],
    "stranger_rate": [10_000, 100_000],
    "ping_seconds": 0.2,
    "look_again_seconds": 0.2,
}
BUCKETS = 256


class Counts:
    """What was tried."""

    right_sets = desks = forbidden = 0


@contextmanager
def a_world(folder: Path, seed: int, persons: int) -> Iterator[World]:
    """Run a server with generated rights and a filled base, its snapshots made."""
    server = SyncServer(folder / "server", **SETTINGS)
    prepare(server)
    with running(server):
        world = World(server, seed, persons)
        world.fill()
        world.say_otherwise()
        yield world


def one_world(folder: Path, seed: int, *, persons: int, desks: int, counts: Counts) -> None:
    with a_world(folder, seed, persons) as world, ExitStack() as open_till_the_end:
        callers = {}
        for who in world.people:
            callers[who] = caller = Caller(world.server.url).sign_in(who.name)
            open_till_the_end.callback(caller.close)
            world.live_through(who, caller)
        world.server.run("snapshot", *snapshot_spaces(world))
        profiles = {who: folder / f"desk-{who.name}" for who in world.people[:desks]}
        for who, profile in profiles.items():
            with Workspace(Profile(profile)) as workspace:
                Syncing(workspace).session.sign_in(world.server.url, who.name, PASSWORD)
        for turn in (1, 2):
            if turn == 2:
                world.take_back(world.chance.choice(SHELVES))
            _try_everything(world, callers, turn, folder, counts)
            for who, profile in profiles.items():
                _try_desk(world, who, profile, counts)


def _try_everything(
    world: World, callers: dict[Person, Caller], turn: int, folder: Path, counts: Counts
) -> None:
    heard = _heard(world, callers, turn)
    for who, caller in callers.items():
        out = Out(world, who, caller, folder)
        told = "\n".join([heard[who], *out.everything()])
        for word, may in world.canaries(who):
            counts.forbidden += not may
            assert (word in told) == may, f"{who} and {word}"
        for space in AUDIENCES.values():
            readable = world.reads(who, space)
            assert (mark(space) in heard[who]) == readable, f"{who} hears of {space}"
        for space in (*SHELVES, STEER):
            readable = world.reads(who, space)
            counts.forbidden += not readable
            words = (mark(space),) if space == STEER else (mark(space), title(space))
            for word in words:
                assert (word in told) == readable, f"{who} and {word}"
            if space in SHELVES:
                got = picture(space).decode("latin-1") in told
                assert got == readable, f"{who} and the picture of {space}"
                assert (mark(space) in heard[who]) == readable, f"{who} hears of {space}"
        counts.right_sets += 1


def _heard(world: World, callers: dict[Person, Caller], turn: int) -> dict[Person, str]:
    """Return what everybody hears while somebody writes in every shelf."""
    with ExitStack() as streams:
        listeners = {
            who: streams.enter_context(Listener(world.server.url, caller.token))
            for who, caller in callers.items()
        }
        world.say(turn)
        for listener in listeners.values():
            listener.wait("announcement", lambda data: data["change"]["id"] == f"end-{turn}")
        return {
            who: "\n".join(json.dumps(event.data, ensure_ascii=False) for event in listener.events)
            for who, listener in listeners.items()
        }


class Out:
    """Everything that one person can get out of the server by asking."""

    def __init__(self, world: World, who: Person, caller: Caller, folder: Path) -> None:
        self._world = world
        self._who = who
        self._caller = caller
        self._plain = folder / "plain.db"

    def everything(self) -> Iterator[str]:
        for path in ("/v1/heads", "/v1/me"):
            answer = self._caller.get(path)
            checked(answer)
            yield answer.text
        for space in spaces_asked_for(self._world, self._who):
            yield from self._of_space(space)
        for name in SHELVES:
            yield from self._answer(f"/v1/blobs/{hashlib.sha256(picture(name)).hexdigest()}")

    def _of_space(self, space: str) -> Iterator[str]:
        readable = space != "nowhere" and self._world.reads(self._who, space)
        where = f"/v1/spaces/{space}"
        for text in self._answer(f"{where}/changes?after=0&limit=1000", expected=readable):
            yield text
            if space == EDIT:
                assert not [x.name for x in self._world.people if f'"{x.name}"' in text]
        yield from self._answer(f"{where}/pages/0")
        (digest,) = [*self._answer(f"{where}/digest", expected=readable)] or [""]
        yield digest
        for bucket in _filled(digest) if readable else range(3):
            yield from self._answer(f"{where}/digest/{bucket}", expected=readable)
        wanted = [("article", f"{name}-{n}") for name in SHELVES for n in (1, 2)]
        wanted += [("announcement", f"{name}-n") for name in SHELVES]
        answer = self._caller.post(f"{where}/rows", {"rows": wanted})
        assert answer.ok == readable, f"{self._who} and the rows of {space}: {answer.text}"
        yield answer.text
        yield from self._snapshots(space, readable=readable)

    def _snapshots(self, space: str, *, readable: bool) -> Iterator[str]:
        """Ask for every snapshot there is; unpack it, read rows and bytes."""
        found = 0
        for seq in {1, 2, 3, *self._world.snapshots().get(space, ())}:
            answer = self._caller.get(f"/v1/spaces/{space}/snapshots/{seq}")
            if answer.status_code != 200:
                assert answer.status_code == 404, answer.text
                continue
            assert readable, f"{self._who} got a snapshot of {space}"
            found += 1
            yield _unpacked(answer.content, self._plain)
        if readable and space != "nowhere":
            assert found, f"no snapshot of {space} to look into"

    def _answer(self, path: str, *, expected: bool | None = None) -> Iterator[str]:
        answer = self._caller.get(path)
        assert answer.status_code in {200, 404}, f"{path}: {answer.text}"
        if expected is not None:
            assert (answer.status_code == 200) == expected, f"{self._who} and {path}"
        if answer.status_code == 200:
            yield answer.content.decode("latin-1")


def _filled(digest: str) -> list[int]:
    """Return the buckets that hold something."""
    buckets = json.loads(digest)["buckets"]
    assert len(buckets) == BUCKETS
    return [n for n, value in enumerate(buckets) if value != buckets[_commonest(buckets)]]


def _commonest(values: list[str]) -> int:
    return values.index(max(set(values), key=values.count))


def _unpacked(packed: bytes, plain: Path) -> str:
    source = plain.with_suffix(".zst")
    source.write_bytes(packed)
    decompress_file(source, plain)
    file = sqlite3.connect(plain)
    rows = file.execute("SELECT * FROM entities").fetchall()
    file.close()
    assert rows
    return f"{rows}\n{plain.read_bytes().decode('latin-1')}"


def _try_desk(world: World, who: Person, profile: Path, counts: Counts) -> None:
    """Sync as that person; no file of the profile holds a forbidden word, and search finds none."""
    with Workspace(Profile(profile)) as workspace:
        syncing = Syncing(workspace)
        syncing.sync_once()
        syncing.read_on()
        assert syncing.status().state == "level"
    held = b"\n".join(x.read_bytes() for x in sorted(profile.rglob("*")) if x.is_file()).lower()
    for said, may in world.canaries(who):
        assert (said.encode() in held) == may, f"the disk of {who} and {said}"
    for space in SHELVES:
        readable = world.reads(who, space)
        for word in (mark(space).encode(), title(space).encode(), picture(space)[8:28].lower()):
            assert (word in held) == readable, f"the disk of {who} and {word!r}"
        hits = json.loads(desk(profile, "search", mark(space), "--json"))["hits"]
        assert bool(hits) == readable, f"the search of {who} and {space}"
        found = {hit["id"] for hit in hits}
        assert (f"{space}-1" in found) == readable
    counts.desks += 1


def test_generated_right_sets_leak_nothing(tmp_path: Path) -> None:
    """One small world of the five hundred, by every way there is."""
    counts = Counts()
    one_world(tmp_path, 7, persons=2, desks=1, counts=counts)
    assert (counts.right_sets, counts.desks) == (4, 2)


@pytest.mark.long
def test_five_hundred_generated_right_sets_leak_nothing(tmp_path: Path) -> None:
    """16 people in each of 16 worlds, before and after; 64 of these people with a whole desk."""
    counts = Counts()
    for seed in range(100, 116):
        (tmp_path / str(seed)).mkdir()
        one_world(tmp_path / str(seed), seed, persons=16, desks=4, counts=counts)
    assert counts.right_sets == 512
    assert counts.desks == 128
    assert counts.forbidden > 500, "too few of them were kept from anything"
