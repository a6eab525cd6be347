"""One run: an office, desks, people and misfortune, every choice from one seed.

The trace is the run: the same seed gives the same lines, byte for byte.
"""

import contextlib
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random

from sync.client.ports import SyncTrouble
from sync.protocol.wire import Status
from tests.simulator import checks
from tests.simulator.desks import PEOPLE, SHELVES, SIZES, Breach, Build, SimDesk
from tests.simulator.hands import Hands
from tests.simulator.link import Crash, Line, Weather, shaky
from tests.simulator.staff import Staff
from tests.support.memory_replica import DONE, DiskFull

__all__ = ["Breach", "Build", "World", "play"]


class World:
    """The run of one seed."""

    def __init__(self, seed: int, build: Build, folder: Path) -> None:
        self.random = Random(seed)
        self.trace: list[str] = [f"seed {seed}"]
        self.build = build
        self.office = build.office()
        self.weather = Weather(self.random, self.tell)
        self.weather.meanwhile = self._meanwhile
        self.staff = Staff(self.office, self.random, self.tell, self._narrow)
        self.hands = Hands(self.office, self.random, self.tell)
        self.disturbed = False  # the office did something while a desk was syncing
        self._syncing: SimDesk | None = None
        self._folder = folder
        self._settle_in()

    def tell(self, line: str) -> None:
        self.trace.append(line)

    def _settle_in(self) -> None:
        """Make shelves with a few articles, people with rights, and desks."""
        for shelf in SHELVES:
            self.office.add_space(shelf)
            for number in range(self.random.randrange(9)):
                self.office.publish(shelf, ("article", f"{shelf}-{number}"), f"first {number}")
        for person in PEOPLE:
            reads = [shelf for shelf in SHELVES if self.random.random() < 0.7]
            self.office.add_person(person, reads, writes=reads if person != "cy" else ())
        self.office.grant("+steer", "bo")
        self.desks = [
            SimDesk(
                f"desk{number}",
                self.random.choice(PEOPLE),
                self.build.replica(),
                self.random.choice((0, 0, -20, 20)) * 365,
            )
            for number in range(self.random.choice((2, 2, 3)))
        ]
        self.lines = {
            desk.name: Line(self.office, desk, self.weather, self._folder) for desk in self.desks
        }
        for desk in self.desks:
            desk.replica.now = lambda skew=desk.clock_skew: self.office.now + skew  # type: ignore[misc]

    def run(self, steps: int) -> None:
        """Live through some days, then rest and see whether all agree."""
        names = [name for name, (weight, _) in self.acts().items() for _ in range(weight)]
        for _ in range(steps):
            self.act(self.random.choice(names))
        self.rest()

    def act(self, name: str) -> None:
        self.office.now += 1
        self.acts()[name][1]()

    def acts(self) -> Mapping[str, tuple[int, Callable[[], object]]]:
        return {
            "sync": (16, lambda: self._sync(self._desk())),
            "check": (1, lambda: self._sync(self._desk(), check=True)),
            "write": (12, lambda: self.hands.write(self._desk())),
            "begin": (4, lambda: self.hands.begin(self._desk())),
            "cross": (2, lambda: self.hands.cross(self._desk())),
            "take back": (4, lambda: self.hands.take_back(self._desk())),
            "publish": (8, self.staff.publish),
            "retire": (3, self.staff.retire),
            "move": (3, self.staff.move),
            "rights": (4, self.staff.rights),
            "waver": (2, self._waver),
            "snapshot": (2, self.staff.snapshot),
            "relive": (1, self._relive),
            "shift": (1, self._shift),
            "renumber": (1, self._renumber),
            "backup": (2, self.staff.backup),
            "restore": (1, self.staff.restore),
            "sign in": (2, self._sign_in),
            "signed out": (1, self.staff.signed_out),
            "dismiss": (1, self._dismiss),
            "lose the copy": (1, self._lose_copy),
            "disk": (1, self._disk),
        }

    # Crossings that are too rare to leave to chance.

    def _waver(self) -> None:
        """Change a right and change it back, with a sync between that may not end."""
        desk = self._desk()
        shelf = self.random.choice(SHELVES)
        may = shelf in self.office.spaces(desk.person)
        self._sync(desk)
        self.tell(f"{shelf} is {'taken from' if may else 'given to'} {desk.person} for a moment")
        self._let_see(shelf, desk.person, may=not may)
        self._sync(desk)
        self._let_see(shelf, desk.person, may=may)
        self._sync(desk)

    def _let_see(self, shelf: str, person: str, *, may: bool) -> None:
        if may != (shelf in self.office.spaces(person)):
            (self.office.grant if may else self.office.revoke)(shelf, person)

    def _relive(self) -> None:
        """Lose, by two restores, what a desk has just handed over and what has just moved."""
        desk = self._desk()
        self.staff.backup()
        self.hands.write(desk)
        for _ in range(3):
            self.staff.move()
        for _ in range(2):
            self._sync(desk)
            self.staff.relive()
        self._sync(desk)

    def _shift(self) -> None:
        """Two people take turns at a desk; the second time the disk fills up as one signs in."""
        desk = self._desk()
        first, second = self.random.sample(PEOPLE, 2)
        self.office.signed_in.update((first, second))
        desk.replica.full.clear()
        for person in (second, first):
            desk.person = person
            desk.replica.identify(self.office.name, person)
            self.hands.write(desk)
        self._sync(desk)
        self._sync(desk)
        desk.replica.full.add("copy")
        with contextlib.suppress(DiskFull):
            desk.replica.identify(self.office.name, second)
        desk.replica.full.clear()
        self.tell(f"{desk.name}: {second} cannot sign in, {first} goes on")
        self._sync(desk)

    def _renumber(self) -> None:
        """Give the number of a text that a restore took back to another, while a desk writes."""
        desk = self._desk()
        keys = sorted(key for key in desk.replica.copy.rows if key[0] == "article")
        if not keys:
            return
        key = self.random.choice(keys)
        self.staff.backup()
        self.staff.rewrite(key)
        self._sync(desk)
        view = desk.view(key)
        if view.text:
            self.hands.write(desk, view)
        self.staff.relive()
        self.staff.rewrite(key)
        self._sync(desk)

    # What people do at their desks.

    def _sign_in(self) -> None:
        desk = self._desk()
        desk.person = self.random.choice(PEOPLE)
        self.office.signed_in.add(desk.person)
        self.tell(f"{desk.name}: {desk.person} signs in")
        if self.random.random() < 0.5:  # else the first sync finds out
            with contextlib.suppress(DiskFull):
                desk.replica.identify(self.office.name, desk.person)

    def _dismiss(self) -> None:
        desk = self._desk()
        if desk.refused:
            id_ = self.random.choice(sorted(desk.refused))
            with contextlib.suppress(DiskFull):
                desk.replica.dismiss(id_)
                desk.refused.discard(id_)
                desk.dismissed.add(id_)
                self.tell(f"{desk.name}: {id_[:8]} dismissed")

    def _lose_copy(self) -> None:
        desk = self._desk()
        desk.replica.lose_copy()
        self.tell(f"{desk.name}: the copy is lost")

    def _disk(self) -> None:
        desk = self._desk()
        full = desk.replica.full
        full ^= {self.random.choice(("copy", "papers"))}
        self.tell(f"{desk.name}: full: {sorted(full)}")

    # Syncing.

    def _meanwhile(self) -> None:
        """Let others act while a pass is on, or the person whose pass it is."""
        self.tell("  meanwhile:")
        if self._syncing is not None and self.random.random() < 0.5:
            act = self.hands.take_back if self.random.random() < 0.4 else self.hands.write
            act(self._syncing)
        else:
            self.disturbed = True
            self.staff.anything()

    def _sync(self, desk: SimDesk, *, check: bool = False) -> bool:
        """Run one pass, whatever happens in it, then ask for every promise."""
        was = checks.before(desk.replica)
        desk.permitted = set(self.office.spaces(desk.person))
        desk.spaces_served = set(desk.permitted)
        desk.replica.between = self._half_way
        self.office.between = self._office_fails
        self.tell(f"{desk.name}: {desk.person} syncs{' and checks' if check else ''}")
        self.disturbed = False
        self.staff.touched.clear()
        self._syncing = desk
        ended = self._pass(desk, check=check)
        self._syncing = None
        desk.replica.between = self.office.between = lambda: None
        self._narrow()
        self._judge(desk, was, ended=ended)
        return ended

    def _pass(self, desk: SimDesk, *, check: bool) -> bool:
        calm = self.weather.calm
        replica = desk.replica if calm else shaky(desk.replica, self.weather)
        engine = self.build.engine(replica, self.lines[desk.name], self.random, SIZES)
        try:
            report = engine.sync(check=check)
        except (SyncTrouble, DiskFull) as trouble:
            self.tell(f"  {type(trouble).__name__}: {trouble}")
            return False
        except Crash:
            return False
        self.tell(f"  {report}")
        if report.alerts or (report.mended and calm):
            raise Breach(f"the copy had to be mended: {report}", self.trace)
        return True

    def _half_way(self) -> None:
        if self.weather.power_fails("half way", 0.05):
            raise Crash

    def _office_fails(self) -> None:
        """The server's process ends inside a transaction of the small office: see mutants."""

    def _judge(self, desk: SimDesk, was: checks.Before, *, ended: bool) -> None:
        self._learn_results(desk)
        for complaint in self._complaints(desk, was, ended=ended):
            raise Breach(f"{desk.name}: {complaint}", self.trace)

    def _complaints(self, desk: SimDesk, was: checks.Before, *, ended: bool) -> Iterator[str]:
        replica, office = desk.replica, self.office
        yield from desk.complaints
        yield from checks.copy_is_what_its_cursors_say(office, replica)
        yield from checks.nothing_vanished(
            office, replica, was, desk.permitted, self.staff.touched, ended=ended
        )
        yield from checks.revisions_never_fall(office, replica, was)
        yield from checks.outbox_is_whole(desk)
        yield from checks.nobody_met_themself(office, desk)
        yield from checks.results_are_kept(replica, desk.refused)
        yield from checks.each_operation_counted_once(office, replica)
        if ended:
            yield from checks.nothing_revoked_stays(replica, desk.spaces_served)
        if ended and not self.disturbed:
            yield from checks.level_with(office, replica, desk.person)

    def _learn_results(self, desk: SimDesk) -> None:
        """Note which refusals the person can see from now on."""
        for id_, paper in desk.replica.papers.outbox.items():
            if paper.state == "refused":
                desk.refused.add(id_)
                desk.results.setdefault(id_, set()).add(Status.REFUSED)
        outbox = desk.replica.papers.outbox
        for id_, said in desk.results.items():
            only_no = not said & DONE and id_ not in desk.dismissed
            if only_no and id_ in outbox and outbox[id_].state == "done":
                desk.complaints.append(f"the refusal of {id_[:8]} was taken for a yes")

    # At rest.

    def rest(self) -> None:
        self.weather.calm = True
        self.office.signed_in.update(PEOPLE)
        for desk in self.desks:
            desk.replica.full.clear()
            authors = {paper.person for paper in desk.replica.papers.outbox.values()} - {""}
            for person in [*sorted(authors - {desk.person}), desk.person]:
                desk.person = person
                self._sync(desk)
        for desk in self.desks:
            for check in (False, True):
                if not self._sync(desk, check=check):
                    raise Breach(f"{desk.name} does not come level at rest", self.trace)
                self._agree(desk)
        self.tell("all agree")

    def _agree(self, desk: SimDesk) -> None:
        for complaint in (
            *checks.level_with(self.office, desk.replica, desk.person),
            *checks.work_arrived(self.office, desk.replica, desk.person),
            *checks.what_was_taken_back_is_nowhere(self.office, desk),
        ):
            raise Breach(f"{desk.name}: {complaint}", self.trace)

    # Small things.

    def _desk(self) -> SimDesk:
        return self.random.choice(self.desks)

    def _narrow(self) -> None:
        for desk in self.desks:
            desk.permitted &= set(self.office.spaces(desk.person))


def play(seed: int, build: Build | None = None, steps: int = 40) -> list[str]:
    """Play one seed; return its trace. Raise `Breach` when a promise is broken."""
    build = build or Build()
    with tempfile.TemporaryDirectory() as folder, build.patch():
        world = World(seed, build, Path(folder))
        world.weather.calm = False
        try:
            world.run(steps)
        finally:
            world.office.close()
        return world.trace
