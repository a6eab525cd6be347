"""Announcements as I meet them: which hold now, what may interrupt, and what I did with each.

What I do here counts at once: it is kept in user.db with the operation that tells the server, and
joined to what the server says of my other machines. Nothing goes back, so a notice that was
confirmed once asks nowhere again. Moments of starting and ending go by the mended clock
(`calendar`): a desk that was away since yesterday, or whose clock is wrong, switches at the minute.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from kbdesk.core.announcements import (
    Graded,
    Level,
    Link,
    Notice,
    Recall,
    State,
    ended,
    in_force,
    join,
    next_moment,
    ordered,
    urgent,
)
from kbdesk.core.articles import Article
from kbdesk.core.changes import Changes
from kbdesk.errors import Trouble
from kbdesk.services import bodies
from kbdesk.services.lists.people import person_name
from kbdesk.store.asked import to_core, to_wire
from kbdesk.store.moments import moment_in
from kbdesk.store.receipts import TOLD, WRONG, Noted, Receipts, Step
from sync.protocol.bodies import announcements as said
from sync.protocol.grading import right

if TYPE_CHECKING:
    from collections.abc import Callable

    from kbdesk.core.me import Me
    from kbdesk.services.workspace import Workspace

NOTHING = timedelta(0)


class Counts(NamedTuple):
    """How many notices I have not read, and how many still ask something of me."""

    unread: int = 0
    to_confirm: int = 0


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of an answer, and which screens must look again."""

    graded: Graded
    changes: Changes


class NoSuchNotice(Trouble):
    """An announcement that is not here."""

    def __init__(self, id_: str) -> None:
        super().__init__(
            f"There is no announcement “{id_}” for you.", "See which are: kbdesk announce list"
        )


class Informing:
    """The notices of one profile."""

    def __init__(self, workspace: "Workspace", me: "Callable[[], Me]") -> None:
        self._workspace = workspace
        self._entities = workspace.entities
        self._receipts = Receipts(workspace.user, workspace.outbox)
        self._me = me
        self._repeated: set[tuple[str, int]] = set()  # told again in this run

    # look

    def notices(self, now: datetime | None = None) -> tuple[Notice, ...]:
        """Return what holds now, what asks something of me first."""
        moment = now or self._moment()
        return ordered(notice for notice in self.known() if in_force(notice, moment))

    def past(self, now: datetime | None = None) -> tuple[Notice, ...]:
        """Return what has ended and what I had seen of it, the newest first."""
        moment = now or self._moment()
        over = (one for one in self.known() if ended(one, moment) and not one.unread)
        return tuple(sorted(over, key=lambda one: one.at_first, reverse=True))

    def urgent(self, *, contact: bool, now: datetime | None = None) -> tuple[Notice, ...]:
        """Return what may interrupt now; with a contact in hand only what is critical."""
        return urgent(self.notices(now), contact=contact)

    def counts(self, now: datetime | None = None) -> Counts:
        notices = self.notices(now)
        return Counts(sum(one.unread for one in notices), sum(not one.done for one in notices))

    def next_moment(self, now: datetime | None = None) -> datetime | None:
        """Return when something starts or ends next; None when nothing will."""
        return next_moment(self.known(), now or self._moment())

    def notice(self, id_: str) -> Notice | None:
        """Return a notice whatever the time; None for one that is not here."""
        return next((one for one in self.known() if one.id == id_), None)

    def render(self, text: str) -> str:
        """Render the text of a notice, with the classes of the reader; hostile text stays text."""
        from kbdesk.content import render  # late: the Markdown reader is no part of the start

        written = Article("", "notice.md", text, "", body=text)
        return render.to_html(written, on=self._workspace.calendar.today()).html

    def known(self) -> Iterator[Notice]:
        """Give every notice that came to this desk, in no order, held or not."""
        mine, theirs = self._receipts.all(), self._theirs()
        off = self._workspace.leases.clock_off or NOTHING
        for found, body in bodies.every(self._entities, "announcement", said.Announcement):
            record = _Record(mine.get(found.id, {}), theirs.get(found.id, {}), off)
            if (notice := self._notice(found.id, body, record)) is not None:
                yield notice

    def _notice(self, id_: str, body: said.Announcement, record: "_Record") -> Notice | None:
        at = moment_in(body.at)
        if at is None or body.level not in set(Level):
            return None
        recalled = body.recalled
        version = body.version
        return Notice(
            id=id_,
            level=Level(body.level),
            title=body.title,
            body=body.body,
            by=body.by,
            by_name=person_name(self._entities, body.by) or body.by,
            at=at,
            starts=moment_in(body.starts),
            ends=moment_in(body.ends),
            version=version,
            edited=moment_in(body.edited),
            reminded=moment_in(body.reminded),
            link=link_of(body.link),
            receipt=body.receipt,
            check=to_core(body.check) if body.check is not None else None,
            questioned=body.questioned,
            recalled=self._recall(recalled, at) if recalled is not None else None,
            state=join(State.DELIVERED, record.state(version)),
            earlier=join(*(record.state(one) for one in record.versions if one < version)),
            shown_at=record.moment(version, State.SHOWN),
            confirmed_at=record.moment(version, State.UNDERSTOOD)
            or record.moment(version, State.ACKNOWLEDGED),
            wrong=record.wrong(version),
            told_at=record.told(),
        )

    def _recall(self, recalled: said.Recalled, at: datetime) -> Recall:
        name = person_name(self._entities, recalled.by) or recalled.by
        return Recall(recalled.why, recalled.by, name, moment_in(recalled.at) or at)

    # act

    def note_delivered(self) -> Changes:
        """Tell the server of what has come to this desk, and again of what it has lost since."""
        known, mine, theirs = tuple(self.known()), self._receipts.all(), self._theirs()
        steps = [
            self._step(one.id, one.version, State.DELIVERED)
            for one in known
            if one.recalled is None  # neither this machine nor another of mine has said so
            and one.version not in mine.get(one.id, {})
            and str(one.version) not in theirs.get(one.id, {})
        ]
        lost = [
            (one.id, version)
            for one in known
            for version, noted in mine.get(one.id, {}).items()
            if version <= one.version and _is_behind(theirs.get(one.id, {}), version, noted)
        ]
        return self._keep(steps) | self._repeat(lost)

    def shown(self, id_: str) -> Changes:
        """Note that its text was before my eyes, or why it was recalled."""
        notice = self._existing(id_)
        if notice.recalled is not None:
            if notice.told_at is not None:
                return Changes()
            return self._keep([self._step(id_, notice.version, TOLD)])
        if notice.state.rank >= State.SHOWN.rank:
            return Changes()
        return self._keep([self._step(id_, notice.version, State.SHOWN)])

    def acknowledge(self, id_: str) -> Changes:
        """Confirm a notice; doing it again, here or elsewhere, changes nothing."""
        notice = self._existing(id_)
        if notice.recalled is not None or notice.goal.rank < State.ACKNOWLEDGED.rank:
            return self.shown(id_)
        if notice.state.rank >= State.ACKNOWLEDGED.rank:
            return Changes()
        return self._keep([self._step(id_, notice.version, State.ACKNOWLEDGED)])

    def answer(self, id_: str, answer: tuple[str, ...]) -> Answered:
        """Answer the question of a notice; a wrong answer leaves it open, to be tried again."""
        notice = self._existing(id_)
        if notice.check is None or notice.recalled is not None:
            raise Trouble("This announcement asks no question.", "Confirm it instead.")
        answer = bodies.typed(answer)
        is_right = right(to_wire(notice.check), answer)
        graded = Graded(is_right, notice.check.explanation, notice.link)
        if notice.state is State.UNDERSTOOD:
            return Answered(graded, Changes())
        step = self._step(id_, notice.version, State.UNDERSTOOD, answer)
        if not is_right:
            step = Step(id_, notice.version, WRONG, step.body)
        return Answered(graded, self._keep([step]))

    def _repeat(self, lost: list[tuple[str, int]]) -> Changes:
        """Tell again what the server took and does not show.

        A desk may tell a restored server of a notice before its sender has offered that anew. Once
        in a run for each version is enough; more would be an argument.
        """
        outbox = self._workspace.outbox
        waiting = {one.about for one in outbox.of_kinds(("receipt",), waiting=True)} if lost else ()
        news = [
            one for one in lost if one not in self._repeated and f"receipt:{one[0]}" not in waiting
        ]
        self._repeated.update(news)
        abouts = {f"receipt:{id_}" for id_, _ in news}
        count = outbox.repeat("receipt", abouts, self._workspace.clock.now()) if abouts else 0
        return Changes(outbox=bool(count))

    def _theirs(self) -> dict[str, dict[str, said.Reached]]:
        """Map announcement → version → what the server knows of me."""
        receipts = bodies.every(self._entities, "own_receipt", said.Receipt)
        return {receipt.announcement: receipt.versions for _, receipt in receipts}

    def _step(self, id_: str, version: int, state: str, answer: tuple[str, ...] = ()) -> Step:
        asked = said.ReceiptAsked(id_, version, str(state), self._me().device, answer)
        return Step(id_, version, str(state), bodies.dump(asked))

    def _keep(self, steps: list[Step]) -> Changes:
        if not steps:
            return Changes()
        self._receipts.note(steps, self._workspace.clock.now())
        return Changes(notices=True, outbox=any(step.body is not None for step in steps))

    def _existing(self, id_: str) -> Notice:
        notice = self.notice(id_)
        if notice is None:
            raise NoSuchNotice(id_)
        return notice

    def _moment(self) -> datetime:
        return self._workspace.calendar.moment()


@dataclass(frozen=True, slots=True)
class _Record:
    """What this machine and the server know of me and one notice."""

    mine: Mapping[int, Noted]
    theirs: Mapping[str, said.Reached]
    off: timedelta  # how far the clock of this machine is wrong

    @property
    def versions(self) -> set[int]:
        return set(self.mine) | {int(one) for one in self.theirs if one.isdecimal()}

    def state(self, version: int) -> State:
        here = self.mine.get(version, Noted()).moments
        there = self.theirs.get(str(version), said.Reached())
        return join(
            *(State(name) for name in here if name in set(State)),
            *(state for state in State if getattr(there, state.value, None) is not None),
        )

    def moment(self, version: int, state: State) -> datetime | None:
        """Return when a state was come to, by the server's clock as far as that is known."""
        stamp = getattr(self.theirs.get(str(version)), state.value, None)
        if stamp is not None and (known := moment_in(stamp.server)) is not None:
            return known
        here = self.mine.get(version, Noted()).moments.get(state.value)
        if here is None and state is State.SHOWN:  # implied by what came after
            here = self.mine.get(version, Noted()).moments.get(State.ACKNOWLEDGED.value)
        return None if here is None else here - self.off

    def wrong(self, version: int) -> int:
        there = self.theirs.get(str(version))
        return max(self.mine.get(version, Noted()).wrong, there.wrong if there else 0)

    def told(self) -> datetime | None:
        """Return when I was told of the recall, by whichever of my desks was first."""
        here = [one.moments[TOLD] - self.off for one in self.mine.values() if TOLD in one.moments]
        stamps = (one.told for one in self.theirs.values())
        there = [moment_in(one.server) for one in stamps if one is not None]
        return min((one for one in (*here, *there) if one is not None), default=None)


def _is_behind(theirs: Mapping[str, said.Reached], version: int, noted: Noted) -> bool:
    there = theirs.get(str(version), said.Reached())
    if TOLD in noted.moments and there.told is None:
        return True
    state = _Record({}, theirs, NOTHING).state(version)
    return state.rank < _Record({version: noted}, {}, NOTHING).state(version).rank


def link_of(passage: said.Passage | None) -> Link | None:
    if passage is None:
        return None
    return Link(passage.article, passage.anchor, passage.old, passage.new)
