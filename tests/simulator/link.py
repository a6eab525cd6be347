"""The way from a desk to the office, and what may happen on it.

`Line` is the port `Transport` over an `Office`. Every question goes through `_ask`, where `Weather`
may lose it, lose the answer, ask twice, bring an old answer, or have the desk crash.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Any, Protocol, TypeVar, cast

from sync.client.ports import Busy, Damaged, Intercepted, Replica, Transport, Unreachable
from sync.protocol.wire import (
    Bucket,
    Digest,
    Heads,
    Page,
    Push,
    Pushed,
    Rows,
    Snapshot,
)

T = TypeVar("T")
FAULTS = ("lost", "swallowed", "twice", "stale", "foreign", "busy", "page of a portal", "crash")


class Crash(BaseException):
    """The desk's process ends here."""


class Desk(Protocol):
    """What a line needs to know of its desk."""

    person: str

    def sent(self, push: Push) -> None: ...

    def answered(self, pushed: Pushed) -> None: ...

    def served(self, heads: Heads) -> None: ...

    def unchanged(self, spaces: Sequence[str]) -> None: ...


class Server(Protocol):
    """What a line asks of an office: the small one here, or the real one behind an adapter."""

    def spaces(self, person: str) -> Sequence[str]: ...

    def heads(self, person: str, etag: str) -> tuple[str, Heads] | None: ...

    def changes(self, person: str, space: str, after: int, limit: int) -> Page: ...

    def push(self, person: str, push: Push) -> Pushed: ...

    def snapshot(self, person: str, space: str, seq: int) -> bytes: ...

    def digest(self, person: str, space: str) -> Digest: ...

    def bucket(self, person: str, space: str, bucket: int) -> Bucket: ...

    def rows(self, person: str, space: str, wanted: Sequence[tuple[str, str]]) -> Rows: ...


class Weather:
    """Decides, call by call, what goes wrong; `calm` lets everything through."""

    def __init__(self, random: Random, tell: Callable[[str], None]) -> None:
        self._random = random
        self._tell = tell
        self.calm = True
        self.meanwhile: Callable[[], None] = lambda: None

    def fault(self, name: str) -> str:
        """Return the fault that this call meets, "" for none."""
        if self.calm:
            return ""
        if self._random.random() < 0.06:
            self.meanwhile()
        if self._random.random() > 0.07:
            return ""
        # An old answer to a push is the rarest of crossings: it gets some weight.
        fault = self._random.choice((*FAULTS, *["stale"] * 4) if name == "push" else FAULTS)
        self._tell(f"  {name}: {fault}")
        return fault

    def power_fails(self, name: str, chance: float = 0.03) -> bool:
        if self.calm or self._random.random() > chance:
            return False
        self._tell(f"  crash at {name}")
        return True

    def pick(self, n: int) -> int:
        return self._random.randrange(n)


class Line:
    """The port `Transport`: one desk's way to the office."""

    moment = ""  # the office has no clock of its own

    def __init__(self, office: Server, desk: Desk, weather: Weather, folder: Path) -> None:
        self._office = office
        self._desk = desk
        self._weather = weather
        self._folder = folder
        self._answers: dict[str, list[Any]] = {}
        self._pushing: list[str] = []

    def heads(self, etag: str) -> tuple[str, Heads] | None:
        answer = self._ask("heads", lambda: self._office.heads(self._desk.person, etag))
        if answer is None:
            self._desk.unchanged(self._office.spaces(self._desk.person))
        else:
            self._desk.served(answer[1])
        return answer

    def changes(self, space: str, after: int, limit: int, pages: str) -> Page:
        who = self._desk.person
        return self._ask("changes", lambda: self._office.changes(who, space, after, limit))

    def push(self, push: Push) -> Pushed:
        self._desk.sent(push)
        self._pushing = [operation.id for operation in push.operations]
        pushed = self._ask("push", lambda: self._office.push(self._desk.person, push))
        self._desk.answered(pushed)
        return pushed

    def snapshot(self, space: str, snapshot: Snapshot) -> Path:
        who, seq = self._desk.person, snapshot.seq
        file = self._ask("snapshot", lambda: self._office.snapshot(who, space, seq))
        path = self._folder / snapshot.sha256
        path.write_bytes(file)
        return path

    def digest(self, space: str) -> Digest:
        return self._ask("digest", lambda: self._office.digest(self._desk.person, space))

    def bucket(self, space: str, bucket: int) -> Bucket:
        who = self._desk.person
        return self._ask("bucket", lambda: self._office.bucket(who, space, bucket))

    def rows(self, space: str, wanted: Sequence[tuple[str, str]]) -> Rows:
        return self._ask("rows", lambda: self._office.rows(self._desk.person, space, wanted))

    def blob(self, sha256: str) -> Path:
        raise NotImplementedError  # attachments are tried with real files (test_sync_http)

    def _ask(self, name: str, question: Callable[[], T]) -> T:
        fault = self._weather.fault(name)
        if fault == "crash":
            raise Crash
        if fault == "lost":
            raise Unreachable("The way is cut.")
        if fault == "busy":
            raise Busy("Later, please.", 5)
        if fault == "page of a portal":
            raise Intercepted("Somebody else answered.")
        if fault in {"stale", "foreign"}:
            return cast("T", self._old(name))
        answer = question()
        if fault == "twice":
            answer = question()
        if fault == "swallowed":
            raise Unreachable("The answer was lost.")
        self._answers.setdefault(name, []).append(answer)
        if self._weather.power_fails(f"after {name}"):
            raise Crash
        return answer

    def _old(self, name: str) -> Any:
        """Return an answer from before; what is proved fresh or by its hash cannot be one."""
        answers = self._answers.get(name)
        if not answers or name in {"heads", "snapshot"}:
            raise Damaged("That is not the answer.")
        if name == "push":  # the most dangerous is one about the very same operations
            alike = [a for a in answers if [result.id for result in a.results] == self._pushing]
            answers = alike or answers
        return answers[self._weather.pick(len(answers))]


class Shaky:
    """A replica during whose calls the power may fail: before or after a transaction."""

    def __init__(self, replica: Replica, weather: Weather) -> None:
        self._replica = replica
        self._weather = weather

    def __getattr__(self, name: str) -> Callable[..., object]:
        method = getattr(self._replica, name)

        def call(*args: object) -> object:
            if self._weather.power_fails(f"before {name}", 0.01):
                raise Crash
            result: object = method(*args)
            if self._weather.power_fails(f"after {name}", 0.01):
                raise Crash
            return result

        return call


def shaky(replica: Replica, weather: Weather) -> Replica:
    return cast("Replica", Shaky(replica, weather))


def fits(line: Line) -> Transport:
    """Say to mypy that a line is a transport."""
    return line
