"""Plays a story, plain or with one call interrupted; a pass that is interrupted is run again."""

import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import msgspec

from sync.client.engine import Engine, Sizes
from sync.client.ports import SyncTrouble
from sync.protocol import codec
from sync.protocol.wire import Heads, Operation, Push, Pushed
from tests.scenarios.stories import Story
from tests.simulator.link import Crash, Line, Weather, shaky
from tests.simulator.office import STEER, Asked, Office, State
from tests.support.memory_replica import MemoryReplica

SIZES = Sizes(tail=2, page=2, batch=2)


class Interruption(Weather):
    """Lets one call of the whole story, the `at`-th, meet a fault; counts the calls."""

    def __init__(self, at: int, kind: str) -> None:
        super().__init__(Random(0), lambda line: None)
        self.calls = 0
        self._at = at
        self._kind = kind

    def fault(self, name: str) -> str:
        return self._kind if self._is_it() else ""

    def power_fails(self, name: str, chance: float = 0.0) -> bool:
        return name.startswith(("before", "after ")) and self._kind == "crash" and self._is_it()

    def _is_it(self) -> bool:
        self.calls += 1
        return self.calls - 1 == self._at


class Desk:
    """A person at a desk of their own."""

    def __init__(self, person: str, office: Office, weather: Weather, folder: Path) -> None:
        self.person = person
        self.replica = MemoryReplica()
        self.line = Line(office, self, weather, folder)
        self._weather = weather
        self._ids = Random(person)

    def sent(self, push: Push) -> None: ...

    def answered(self, pushed: Pushed) -> None: ...

    def served(self, heads: Heads) -> None: ...

    def unchanged(self, spaces: Sequence[str]) -> None: ...

    def write(self, article: str, text: str) -> None:
        held = self.replica.copy.rows.get(("article", article))
        asked = Asked(id=article, space="base", body=text)
        id_ = str(uuid.UUID(int=self._ids.getrandbits(128)))
        raw = msgspec.Raw(codec.encode(asked))
        operation = Operation(id_, "publish", "", raw, held.rev if held else None)
        self.replica.write(operation, f"article:{article}")

    def sync(self) -> None:
        """Run a pass; after an interruption, another one."""
        for _ in range(2):
            replica = shaky(self.replica, self._weather)
            try:
                Engine(replica, self.line, Random(0), SIZES).sync()
            except (SyncTrouble, Crash):
                continue
            return
        raise AssertionError("interrupted twice")

    def articles(self) -> dict[str, str]:
        rows = self.replica.copy.rows.items()
        return {key[1]: kept.body for key, kept in rows if key[0] == "article"}

    def states(self) -> list[str]:
        return [paper.state for paper in self.replica.papers.outbox.values()]


class Stage:
    """The office and the two desks of a story."""

    def __init__(self, weather: Weather, folder: Path) -> None:
        self.office = Office()
        for shelf in ("base", "fibre", STEER):
            self.office.add_space(shelf)
        for person in ("ana", "bo"):
            self.office.add_person(person, ["base"], writes=["base"])
        self.desks = {name: Desk(name, self.office, weather, folder) for name in ("ana", "bo")}
        self._backup: State = self.office.backup()

    def play(self, story: Story) -> None:
        for who, what, *rest in story.steps:
            if who == "office":
                self._office(what, rest)
            else:
                self._desk(self.desks[who], what, rest)

    def end(self) -> dict[str, object]:
        """Return how it ended, in the shape of a story's expectations."""
        return {
            "ana": self.desks["ana"].articles(),
            "bo": self.desks["bo"].articles(),
            "states": {name: desk.states() for name, desk in self.desks.items() if desk.states()},
            "suggestions": len(self.office.rows_of(STEER)),
        }

    def _desk(self, desk: Desk, what: str, rest: list[str]) -> None:
        if what == "sync":
            desk.sync()
        elif what == "write":
            desk.write(*rest)
        elif what == "lose copy":
            desk.replica.lose_copy()
        else:
            raise ValueError(what)

    def _office(self, what: str, rest: list[str]) -> None:
        office = self.office
        if what == "publish":
            space, article, text = rest
            office.publish(space, ("article", article), text)
        elif what == "retire":
            office.retire(("article", rest[0]))
        elif what == "move":
            office.move(("article", rest[0]), rest[1])
        elif what == "backup":
            self._backup = office.backup()
        elif what == "restore":
            office.restore(self._backup)
        else:
            acts = {
                "grant": office.grant,
                "revoke": office.revoke,
                "snapshot": office.make_snapshot,
                "cut": office.cut,
            }
            acts[what](*rest)  # type: ignore[operator]


def play(story: Story, folder: Path, weather: Interruption) -> dict[str, object]:
    stage = Stage(weather, folder)
    stage.play(story)
    return stage.end()


def expected(story: Story) -> dict[str, object]:
    return {
        "ana": story.ana,
        "bo": story.bo,
        "states": story.states,
        "suggestions": story.suggestions,
    }


def interrupted(story: Story, folder: Path, kind: str) -> Iterator[tuple[int, dict[str, object]]]:
    """Play a story as often as it has calls, each time with another one interrupted."""
    at = 0
    while True:
        weather = Interruption(at, kind)
        end = play(story, folder, weather)
        if weather.calls <= at:
            return
        yield at, end
        at += 1
