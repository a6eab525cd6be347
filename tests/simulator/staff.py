"""What the people of the office do, whoever is syncing meanwhile."""

from collections.abc import Callable
from random import Random

from tests.simulator.desks import PEOPLE, SHELVES
from tests.simulator.office import Key, Office, State


class Staff:
    """Authors and administrators at the server. `touched` is what they changed of late."""

    def __init__(
        self,
        office: Office,
        random: Random,
        tell: Callable[[str], None],
        rights_changed: Callable[[], None],
    ) -> None:
        self._office = office
        self._random = random
        self._tell = tell
        self._rights_changed = rights_changed
        self._made = 0
        self.touched: set[Key] = set()
        self.backups: list[State] = []

    def anything(self) -> None:
        """Do one of the things that may come in the middle of somebody's sync."""
        self._random.choice((self.publish, self.retire, self.move, self.rights, self.rights))()

    def relive(self) -> None:
        """Go back to the newest backup."""
        self._office.restore(self.backups[-1])
        self._tell("restore")

    def publish(self) -> None:
        self._made += 1
        living = self._living()
        fresh = not living or self._random.random() < 0.5
        known = sorted(key for key in self._office.state.entities if key[0] == "article")
        if fresh and known and self._random.random() < 0.3:
            key = self._random.choice(known)  # perhaps one that was taken out: it comes again
        elif fresh:
            key = ("article", f"a{self._made}")
        else:
            key = self._random.choice(living)
        shelf = self._random.choice(SHELVES)
        change = self._office.publish(shelf, key, f"text {self._made}")
        self._touch(key, f"publish {key[1]} r{change.rev}")

    def rewrite(self, key: Key) -> None:
        """Write an article anew, if it stands."""
        if key in self._living():
            self._made += 1
            change = self._office.publish("", key, f"text {self._made}")
            self._touch(key, f"publish {key[1]} r{change.rev}")

    def retire(self) -> None:
        if living := self._living():
            key = self._random.choice(living)
            change = self._office.retire(key)
            self._touch(key, f"retire {key[1]} r{change.rev}")
            if self._random.random() < 0.3:
                shelf = self._random.choice(SHELVES)
                change = self._office.publish(shelf, key, f"again {self._office.now}")
                self._tell(f"{key[1]} comes again in {shelf} r{change.rev}")

    def move(self) -> None:
        if living := self._living():
            key = self._random.choice(living)
            here = self._office.state.entities[key].space
            there = self._random.choice([shelf for shelf in SHELVES if shelf != here])
            self._office.move(key, there)
            self._touch(key, f"move {key[1]} from {here} to {there}")

    def rights(self) -> None:
        person, shelf = self._random.choice(PEOPLE), self._random.choice((*SHELVES, "+steer"))
        if shelf in self._office.spaces(person):
            self._office.revoke(shelf, person)
            self._tell(f"revoke {shelf} from {person}")
        else:
            self._office.grant(shelf, person)
            self._tell(f"grant {shelf} to {person}")
        self._rights_changed()

    def snapshot(self) -> None:
        shelf = self._random.choice(SHELVES)
        self._office.make_snapshot(shelf)
        cut = self._random.random() < 0.5
        if cut:
            self._office.cut(shelf)
        self._tell(f"snapshot of {shelf}{', log cut' if cut else ''}")

    def backup(self) -> None:
        self.backups = [*self.backups[-1:], self._office.backup()]
        self._tell("backup")

    def restore(self) -> None:
        if self.backups:
            self._office.restore(self._random.choice(self.backups))
            self._tell("restore")

    def signed_out(self) -> None:
        person = self._random.choice(PEOPLE)
        self._office.signed_in.discard(person)
        self._tell(f"the session of {person} ends")

    def _living(self) -> list[Key]:
        entities = self._office.state.entities.items()
        return sorted(k for k, e in entities if e.body is not None and k[0] == "article")

    def _touch(self, key: Key, line: str) -> None:
        self.touched.add(key)
        self._tell(line)
