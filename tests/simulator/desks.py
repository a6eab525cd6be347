"""The desks of a run, what a run is made of, and how it fails."""

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sync.client.engine import Engine, Sizes
from sync.protocol.wire import Heads, Push, Pushed, Status
from tests.simulator.office import Office
from tests.support.memory_replica import MemoryReplica

SHELVES = ("base", "fibre", "mobile")
PEOPLE = ("ana", "bo", "cy")
SIZES = Sizes(tail=6, page=4, batch=5)


class Breach(Exception):
    """A promise was broken; the trace says how."""

    def __init__(self, sentence: str, trace: list[str]) -> None:
        super().__init__(sentence)
        self.trace = trace


@dataclass(frozen=True)
class Build:
    """The parts a world is made of; a planted bug replaces one, or patches a rule."""

    replica: type[MemoryReplica] = MemoryReplica
    engine: type[Engine] = Engine
    office: type[Office] = Office
    patch: Callable[[], contextlib.AbstractContextManager[object]] = contextlib.nullcontext


@dataclass
class SimDesk:
    """A workstation: what it keeps, who sits at it, how wrong its clock goes."""

    name: str
    person: str
    replica: MemoryReplica
    clock_skew: int
    spaces_served: set[str] = field(default_factory=set)
    permitted: set[str] = field(default_factory=set)
    written: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    dismissed: set[str] = field(default_factory=set)
    results: dict[str, set[Status]] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)

    def sent(self, push: Push) -> None:
        """Hear what leaves: only this person's, and in order (G4, G5)."""
        outbox = self.replica.papers.outbox
        going = {operation.id for operation in push.operations}
        for operation in push.operations:
            paper = outbox[operation.id]
            if paper.person != self.person:
                self.complaints.append(f"{self.person} sent an operation of {paper.person}")
            for id_, earlier in outbox.items():
                if id_ == operation.id:
                    break
                same = (earlier.about, earlier.person) == (paper.about, paper.person)
                if paper.about and same and earlier.state != "done" and id_ not in going:
                    self.complaints.append(f"{operation.id[:8]} overtook {id_[:8]}")

    def answered(self, pushed: Pushed) -> None:
        for result in pushed.results:
            self.results.setdefault(result.id, set()).add(result.status)

    def unchanged(self, spaces: Sequence[str]) -> None:
        """Hear that the heads are what they were: a right may have come back since the start."""
        self.spaces_served = set(spaces)

    def served(self, heads: Heads) -> None:
        self.spaces_served = set(heads.spaces)
        self.permitted &= set(heads.spaces)
