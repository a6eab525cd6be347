"""The desks of a run, what a run is made of, and how it fails."""

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import msgspec

from sync.client.engine import Engine, Sizes
from sync.protocol.wire import Heads, Push, Pushed, Status
from tests.simulator.office import Asked, Office
from tests.support.memory_replica import Key, MemoryReplica, Paper

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


@dataclass(frozen=True)
class View:
    """What somebody saw of an article when they began to write on it."""

    key: Key
    epoch: str
    text: str
    rev: int | None
    upon: str  # their operation that made it so, where the copy does not show it
    known: tuple[str, ...]  # what they had done about it, as far as it is in that text
    person: str


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
    draft: View | None = None  # begun, and not sent yet
    views: dict[str, View] = field(default_factory=dict)  # that operations were made from
    withdrawn: dict[str, Paper] = field(default_factory=dict)  # taken back before they left
    undone: dict[str, str] = field(default_factory=dict)  # taken back later → by which operation

    def view(self, key: Key) -> View:
        """Return what its person sees of an article: the copy, with what was done here over it."""
        papers, kept = self.replica.papers, self.replica.copy.rows.get(key)
        mine = (papers.server, papers.person)
        view = View(key, self.replica.standing().epoch, kept.body if kept else "", None, "", (),
                    papers.person)  # fmt: skip
        if kept:
            view = replace(view, rev=kept.rev)
        if kept and self.replica.doubtful(key, kept):  # a text of the life before
            view = replace(view, epoch="")
        for id_, paper in papers.outbox.items():
            if paper.about != f"article:{key[1]}" or (paper.server, paper.person) != mine:
                continue
            if paper.rev:
                view = replace(view, known=(*view.known, id_))
            shown = kept is not None and 0 < paper.rev <= kept.rev
            if (paper.state == "waiting" or paper.coming) and not shown:
                asked = msgspec.json.decode(paper.operation.body, type=Asked)
                known = _line(papers.outbox, id_)
                view = replace(
                    view, text=asked.body, rev=paper.rev or view.rev, upon=id_, known=known
                )
        return view

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


def _line(outbox: Mapping[str, Paper], id_: str) -> tuple[str, ...]:
    """Return an operation and those that it was made upon."""
    line: tuple[str, ...] = ()
    while id_ in outbox:
        line, id_ = (*line, id_), outbox[id_].upon
    return line
