"""The roster: who there is, kept level by the server, and cheap however many they are."""

import json
from functools import partial
from typing import Any

import pytest

from sync.protocol.wire import SignIn
from sync.server import people, spaces
from sync.server.office import Office
from sync.server.principal import Principal, Role
from sync.server.rights import Level, shelves_of_all, standings
from sync.server.roster import _level
from sync.server.storage.interface import Storage, Transaction
from tests.support import offices
from tests.support.offices import NOW, PASSWORD, HandClock, live, log_of, person

storage, clock, office = offices.storage, offices.clock, offices.office


@pytest.fixture
def boss(office: Office) -> Principal:
    return person(office, "zoe", Role.SUPERVISOR)


def roster(office: Office, boss: Principal) -> dict[str, dict[str, Any]]:
    """Bring the roster level, as the tending of a server does, and return it."""
    office._roster.level()
    return {id_: json.loads(body) for id_, body in live(office, boss, "+steer").items()}


def test_the_roster_follows_people_groups_and_grants(office: Office, boss: Principal) -> None:
    person(office, "ana", groups=("two", "one"))
    assert roster(office, boss) == {
        "ana": {
            "full_name": "", "role": "agent", "groups": ["one", "two"], "spaces": ["base"],
        },
        "zoe": {"full_name": "", "role": "supervisor", "spaces": ["base"]},
    }  # fmt: skip

    def change(transaction: Transaction) -> None:
        more = {"now": NOW, "by": "test"}
        spaces.add(transaction, name="fibre", title="", **more)
        spaces.grant(transaction, space="fibre", principal="group:one", level=Level.READ, **more)
        spaces.leave(transaction, group="two", person="ana", **more)
        people.set_role(transaction, name="ana", role=Role.AUTHOR, **more)

    office.storage.write(change)
    assert roster(office, boss)["ana"] == {
        "full_name": "", "role": "author", "groups": ["one"], "spaces": ["base", "fibre"],
    }  # fmt: skip
    office.storage.write(lambda t: people.disable(t, name="ana", disabled=True, now=NOW, by="x"))
    assert list(roster(office, boss)) == ["zoe"]
    office.storage.write(lambda t: people.disable(t, name="ana", disabled=False, now=NOW, by="x"))
    assert sorted(roster(office, boss)) == ["ana", "zoe"]


def test_a_level_roster_is_left_alone(office: Office, boss: Principal) -> None:
    roster(office, boss)
    before = len(log_of(office, boss, "+steer"))
    for _ in range(3):
        office._roster._level = None  # as another process, which has not looked yet
        roster(office, boss)
    assert len(log_of(office, boss, "+steer")) == before


def test_the_roster_is_level_when_a_server_starts(
    storage: Storage, clock: HandClock, office: Office, boss: Principal
) -> None:
    again = Office(storage, office._snapshots._folder, clock)
    assert list(live(again, boss, "+steer")) == ["zoe"]


def test_who_is_here_costs_one_change_when_they_come_and_one_when_they_go(
    office: Office, boss: Principal, clock: HandClock
) -> None:
    """A desk is heard every few seconds; a thousand of them must not fill the log."""
    token = office.sign_in(SignIn("zoe", PASSWORD), "192.0.2.1").token
    roster(office, boss)
    before = len(log_of(office, boss, "+steer"))

    for _ in range(60):
        clock.pass_(minutes=2)
        assert office.authenticate(token) is not None
        office.housekeeping()
    here = roster(office, boss)["zoe"]
    assert len(log_of(office, boss, "+steer")) == before + 1
    last = offices.NOW.replace("09:00", "11:00")
    seen = office.storage.read(lambda t: t.value("SELECT seen FROM people WHERE name = 'zoe'"))
    clock.pass_(minutes=11)
    gone = roster(office, boss)["zoe"]

    assert (here["here"], here["seen"]) == (True, "2026-11-22T09:02:00Z")
    assert "here" not in gone
    assert gone["seen"] == seen
    assert "2026-11-22T10:55:00Z" <= seen <= last, "to about five minutes"
    assert len(log_of(office, boss, "+steer")) == before + 2


def test_shelves_of_everybody_at_once_are_those_of_each(office: Office) -> None:
    """The roster asks for all people in two queries; each alone would be four."""
    for name in ("red", "green", "blue"):
        office.storage.write(partial(spaces.add, name=name, title="", now=NOW, by="x"))
    found = [
        person(office, "ana", Role.AGENT, ("one",)),
        person(office, "ben", Role.AUTHOR),
        person(office, "zoe", Role.SUPERVISOR, ("one", "two")),
        person(office, "root", Role.ADMIN),
    ]
    for space, who in (("red", "group:one"), ("green", "role:author"), ("blue", "person:ana")):
        office.storage.write(
            partial(spaces.grant, space=space, principal=who, level=Level.READ, now=NOW, by="x")
        )

    def shelves(who: Principal, transaction: Transaction) -> tuple[str, ...]:
        reads = standings(transaction, who)
        return tuple(space for space, _ in reads if not space.startswith(("+", "~")))

    at_once = office.storage.read(lambda t: shelves_of_all(t, found))
    assert at_once == {who.name: office.storage.read(partial(shelves, who)) for who in found}
    assert at_once["ana"] == ("base", "blue", "red")


def test_a_thousand_people_are_levelled_in_one_batch(
    storage: Storage, office: Office, clock: HandClock
) -> None:
    """Counted in statements, not in seconds."""
    boss = person(office, "zoe", Role.SUPERVISOR)
    rows = [(f"p{n}", "", "agent", "x", NOW) for n in range(1000)]
    storage.write(
        lambda t: t.many(
            "INSERT INTO people (name, full_name, role, password, made) VALUES (?, ?, ?, ?, ?)",
            rows,
        )
    )
    asked: list[str] = []

    class Counting:
        def __init__(self, inner: Transaction) -> None:
            self._inner = inner

        def __getattr__(self, name: str) -> Any:
            asked.append(name)
            return getattr(self._inner, name)

    storage.write(lambda t: _level(Counting(t), clock()))

    assert len(live(office, boss, "+steer")) == 1001
    assert len(asked) < 20
