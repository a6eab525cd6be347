"""What people do at their desks: write, write on what they see, begin, and take back."""

import uuid
from collections.abc import Callable
from random import Random

import msgspec

from sync.protocol import codec
from sync.protocol.texts import text_sha256
from sync.protocol.wire import Operation
from tests.simulator.desks import SHELVES, SimDesk, View
from tests.simulator.office import Asked, Office
from tests.support.memory_replica import DiskFull


class Hands:
    """The acts of people, every choice from the run's seed."""

    def __init__(self, office: Office, random: Random, tell: Callable[[str], None]) -> None:
        self._office = office
        self._random = random
        self._tell = tell

    def write(self, desk: SimDesk, upon: View | None = None) -> None:
        """Do something: with an article as it was seen, or anything."""
        operation, about, view = self._operation(desk, upon)
        try:
            desk.replica.write(operation, about, view.upon if view else "")
        except DiskFull:
            self._tell(f"{desk.name}: no room to write")
            return
        desk.written.add(operation.id)
        if view is not None:
            desk.views[operation.id] = view
        if self._random.random() < 0.03:
            self._office.unacceptable.add(operation.id)
        self._tell(f"{desk.name}: {desk.person} writes {operation.id[:8]} {operation.kind} {about}")

    def cross(self, desk: SimDesk) -> None:
        """Begin on an article, write on it by another way, and then send what was begun."""
        view = self._seen(desk)
        if view is not None:
            self.write(desk, desk.view(view.key))
            self.write(desk, view)

    def _operation(self, desk: SimDesk, upon: View | None) -> tuple[Operation, str, View | None]:
        id_ = self._new_id()
        kinds = ("publish", "publish", "publish", "retire", "not_found", "odd")
        kind = "publish" if upon else self._random.choice(kinds)
        base_rev, about = None, ""
        asked = Asked(body=f"by {id_}", space=self._random.choice(SHELVES))
        view = upon or (self._seen(desk) if kind in {"publish", "retire"} else None)
        if view is not None:
            base_rev, asked.id = view.rev, view.key[1]
        else:
            asked.id = f"new-{id_[:8]}"
        if kind in {"publish", "retire"}:
            about = f"article:{asked.id}"
        if kind == "retire":
            asked.body = ""
        if kind == "not_found":
            asked.query = asked.body
        base = text_sha256(view.text) if view else ""
        return self._made(desk, id_, kind, asked, base_rev, base), about, view

    def _seen(self, desk: SimDesk) -> View | None:
        """Return what somebody goes on from: a draft that was begun, or an article as it is shown.

        What they did last is nearest to their hands.
        """
        if desk.draft is not None and self._random.random() < 0.4:
            draft, desk.draft = desk.draft, None
            return draft if draft.person == desk.replica.papers.person else None
        rows = sorted(key for key in desk.replica.copy.rows if key[0] == "article")
        abouts = [paper.about for paper in desk.replica.papers.outbox.values() if paper.about]
        mine = sorted({("article", about.partition(":")[2]) for about in abouts[-3:]})
        keys = [*rows, *mine * 3]
        if not keys or self._random.random() < 0.2:
            return None
        view = desk.view(self._random.choice(keys))
        return view if view.text else None  # what is to be taken out is not written on

    def _made(
        self, desk: SimDesk, id_: str, kind: str, asked: Asked, base_rev: int | None, base: str
    ) -> Operation:
        at = f"day {self._office.now + desk.clock_skew}"
        return Operation(id_, kind, at, msgspec.Raw(codec.encode(asked)), base_rev, base)

    def _new_id(self) -> str:
        return str(uuid.UUID(int=self._random.getrandbits(128)))

    def begin(self, desk: SimDesk) -> None:
        """Begin to write on something, to be sent later."""
        desk.draft = self._seen(desk)
        if desk.draft is not None:
            self._tell(f"{desk.name}: {desk.person} begins on {desk.draft.key[1]}")

    def take_back(self, desk: SimDesk) -> None:
        """Take back what was written anew, wherever that is by now; no screen undoes an undo."""
        papers, who = desk.replica.papers, (desk.replica.papers.server, desk.replica.papers.person)
        mine = [
            paper
            for id_, paper in papers.outbox.items()
            if (paper.server, paper.person) == who and paper.about.startswith("article:new-")
            and id_ not in desk.undone and id_ not in desk.views and paper.result is None
            and not paper.undoes
        ]  # fmt: skip
        if not mine:
            return
        paper = self._random.choice(mine)
        id_, article = paper.operation.id, paper.about.partition(":")[2]
        view = desk.view(("article", article))
        said, base = Asked(id=article), text_sha256(view.text or None)
        after = self._made(desk, self._new_id(), "retire", said, view.rev, base)
        try:
            gone = desk.replica.take_back(id_, after, view.upon)
        except DiskFull:
            return
        self._tell(f"{desk.name}: {desk.person} takes {id_[:8]} back{'' if gone else ' later'}")
        if gone:
            desk.written.discard(id_)
            desk.withdrawn[id_] = paper
        else:
            desk.written.add(after.id)
            desk.undone[id_] = after.id
