"""Who may read and write where, and that every sentence about it is true."""

import hashlib
import io
import json
import random
from functools import partial
from pathlib import Path

import pytest

from sync.protocol.wire import Wanted
from sync.server import rights, spaces
from sync.server.errors import Refusal, Trouble
from sync.server.office import Office
from sync.server.principal import Principal, Role
from sync.server.rights import Level
from sync.server.snapshots import Snapshots
from sync.server.storage.sqlite import SqliteStorage
from tests.support import offices
from tests.support.offices import NOW, again, log_of, operation, person, publish, push, retire

storage, clock, office = offices.storage, offices.clock, offices.office
SHELVES = ("red", "green", "blue", "grey")
GROUPS = ("one", "two", "three")


def shelf(office: Office, name: str, *grants: str) -> None:
    """Add a shelf; a grant that ends in ! is to write."""
    office.storage.write(lambda t: spaces.add(t, name=name, title="", now=NOW, by="test"))
    for principal in grants:
        give(office, name, principal)


def give(office: Office, space: str, principal: str) -> None:
    level = Level.WRITE if principal.endswith("!") else Level.READ
    office.storage.write(
        lambda t: spaces.grant(
            t, space=space, principal=principal.rstrip("!"), level=level, now=NOW, by="test"
        )
    )


def take(office: Office, space: str, principal: str) -> None:
    office.storage.write(
        lambda t: spaces.revoke(t, space=space, principal=principal, now=NOW, by="test")
    )


def writing(office: Office, who: Principal) -> dict[str, bool]:
    return {one.space: one.write for one in office.me(who).access}


def why(office: Office, who: Principal, space: str) -> str:
    return office.storage.read(lambda t: rights.explain(t, who, space)).why


def test_no_shelf_may_take_the_name_of_the_manual(office: Office) -> None:
    """A desk keeps its own manual under that name, and would show one for the other."""
    with pytest.raises(Trouble, match="every desk's own manual"):
        shelf(office, "help")


def test_why_names_the_grant(office: Office) -> None:
    """J01."""
    person(office, "bob", groups=("niveau2",))
    shelf(office, "fibre", "group:niveau2")
    shelf(office, "legal", "role:author!", "person:bob")
    ana, bob = person(office, "ana", Role.AUTHOR, ("niveau2",)), again(office, "bob")
    root = person(office, "root", Role.ADMIN)

    assert why(office, bob, "fibre") == "bob reads fibre because group niveau2 may read it."
    assert why(office, bob, "legal") == "bob reads legal because bob was granted it by name."
    assert why(office, ana, "fibre") == (
        "ana reads fibre because group niveau2 may read it, and writes because authors write in "
        "every shelf that has no writers of its own."
    )
    assert "the role author may write in it" in why(office, ana, "legal")
    assert why(office, root, "fibre").startswith("root reads fibre because admins read it all")
    assert why(office, bob, "+steer") == "bob does not read +steer: no grant names them."
    assert why(office, root, "~bob") == "root does not read ~bob: no grant names them."
    assert [one.space for one in office.me(bob).access] == [
        "+all", "+group.niveau2", "+role.agent", "base", "fibre", "legal", "~bob",
    ]  # fmt: skip


def test_why_says_from_what_the_other_spaces_follow(office: Office) -> None:
    """J01: audiences and editing are read by who one is and by the shelves, never by a grant."""
    bob = person(office, "bob")
    office.storage.write(
        lambda t: spaces.add_group(t, name="niveau2", title="", now=NOW, by="test")
    )
    shelf(office, "fibre", "group:niveau2", "person:bob!")
    shelf(office, "legal")
    ana, zoe = person(office, "ana", Role.AUTHOR), person(office, "zoe", Role.SUPERVISOR, GROUPS)
    root = person(office, "root", Role.ADMIN)
    edits = "supervisors, authors and admins read it."

    assert why(office, bob, "+all") == "bob reads +all because notices in it are for everyone."
    assert why(office, bob, "+role.agent").endswith("notices in it are for the role agent.")
    assert why(office, bob, "+edit.fibre") == "bob reads +edit.fibre because they write in fibre."
    assert why(office, bob, "+edit.base") == "bob does not read +edit.base: no grant names them."
    assert why(office, zoe, "+group.two").endswith("notices in it are for group two.")
    assert why(office, zoe, "+edit.base").endswith("they are supervisor and read base.")
    assert why(office, root, "+edit.legal").endswith("they write in legal.")
    assert {why(office, who, "+edit").partition("because ")[2] for who in (ana, zoe)} == {edits}
    for who, space in ((zoe, "+edit.fibre"), (ana, "+role.agent"), (bob, "+edit")):
        assert space not in office.readable(who)
    for space in ("+tally", "+role.agent", "+group.one", "~ana"):
        assert space not in office.readable(root), "admins do not read it all"
    assert not any(space[0] == "+" and writes for space, writes in writing(office, root).items())


def test_nothing_is_granted_where_the_server_keeps_order(office: Office) -> None:
    person(office, "bob", groups=("one",))
    shelf(office, "fibre")
    for space in ("+all", "+role.agent", "+group.one", "+edit", "+edit.fibre", "+tally"):
        for level in ("everyone", "person:bob!"):
            with pytest.raises(Trouble, match="kept by the server"):
                give(office, space, level)


def test_a_shelf_with_writers_of_its_own_is_not_written_by_other_authors(office: Office) -> None:
    person(office, "bob")
    shelf(office, "legal", "everyone", "person:bob!")
    ana, bob = person(office, "ana", Role.AUTHOR), again(office, "bob")

    refused = push(office, ana, publish("a", "x\n", space="legal"))[0]
    done = push(office, bob, publish("a", "x\n", space="legal"))[0]

    assert (refused.code, done.status) == ("forbidden", "applied")


def test_a_right_that_is_taken_back_is_gone_for_the_next_request(office: Office) -> None:
    shelf(office, "fibre", "everyone")
    ana = person(office, "ana", Role.AUTHOR)
    push(office, ana, publish("a", "x\n", space="fibre"))
    tag = office.heads(ana)[0]

    take(office, "fibre", "everyone")

    assert "fibre" not in office.readable(ana)
    assert office.heads(ana)[0] != tag
    with pytest.raises(Refusal):
        office.changes(ana, "fibre", 0, 10)
    assert push(office, ana, publish("b", "x\n", space="fibre"))[0].code == "no_space"


@pytest.mark.parametrize(
    ("space", "principal"),
    [
        ("base", "nobody"),
        ("base", "role:king"),
        ("base", "group:none"),
        ("base", "person:none"),
        ("none", "everyone"),
        ("~ana", "everyone"),
        ("+steer", "role:agent!"),
    ],
)
def test_a_grant_that_means_nothing_is_not_taken(
    office: Office, space: str, principal: str
) -> None:
    person(office, "ana")
    with pytest.raises(Trouble):
        give(office, space, principal)


def _world(office: Office, chance: random.Random) -> list[Principal]:
    """Make people, groups, shelves and grants by chance, and texts in all of them."""
    found = []
    for number in range(4):
        groups = tuple(sorted(chance.sample(GROUPS, chance.randrange(3))))
        role = chance.choice([Role.AGENT, Role.AGENT, Role.AUTHOR, Role.SUPERVISOR])
        found.append(person(office, f"p{number}", role, groups))
    root = person(office, "root", Role.ADMIN)
    for group in GROUPS:
        office.storage.write(partial(spaces.join, group=group, person="root", now=NOW, by="test"))
    choices = ["everyone", "role:agent", "role:author!", "role:supervisor", "person:p0!"]
    choices += [f"group:{group}{mark}" for group in GROUPS for mark in ("", "!")] + ["person:p1"]
    for name in SHELVES:
        shelf(office, name, *chance.sample(choices, chance.randrange(4)))
    _fill(office, root, chance)
    return found


def notice(id_: str, audience: str, title: str) -> dict[str, str]:
    return {"id": id_, "audience": audience, "title": title}


def _fill(office: Office, root: Principal, chance: random.Random) -> None:
    for name in SHELVES:
        picture = f"PICTURE-{name}".encode()
        sha256 = hashlib.sha256(picture).hexdigest()
        office.put_blob(root, sha256, io.BytesIO(picture))
        asset = json.dumps({"sha256": sha256})
        push(
            office,
            root,
            publish(f"{name}-1", f"SECRET-{name}\n", space=name),
            publish(f"{name}-2", f"SECRET-{name}\n", space=name),
            publish(f"{name}.png", asset, space=name, kind="asset"),
            operation("announce", notice(f"{name}-n", f"space:{name}", f"SECRET-{name}")),
        )
    moved = chance.choice(SHELVES)
    push(office, root, publish("red-2", f"SECRET-{moved}\n", 1, space=moved))
    push(office, root, retire("blue-2", 1))


def _everything(office: Office, who: Principal) -> str:
    """Return all that a person can get out of the server, by every way there is."""
    found = [repr(office.heads(who)), repr(office.me(who))]
    found += [bytes(one.change).decode() for one in office.announcements(who, 0)]
    for space in (*SHELVES, "base", "+steer", "~p0", "~p1", "nowhere"):
        wanted = Wanted(tuple(("article", f"{name}-{n}") for name in SHELVES for n in (1, 2)))
        try:
            found.append(repr(log_of(office, who, space)))
            found.append(repr(office.digest(who, space)))
            found += [repr(office.bucket(who, space, n).rows) for n in range(256)]
            found.append(repr(office.rows(who, space, wanted)))
        except Refusal:
            assert space not in office.readable(who)
    for name in SHELVES:
        try:
            sha256 = hashlib.sha256(f"PICTURE-{name}".encode()).hexdigest()
            found.append(office.get_blob(who, sha256).read_text("utf-8"))
        except Refusal:
            pass
    return "\n".join(found)


def _reads(office: Office, who: Principal, space: str) -> bool:
    """Decide anew, straight from the grants, whether somebody reads a shelf."""
    names = {"everyone", f"role:{who.role}", f"person:{who.name}"}
    names |= {f"group:{group}" for group in who.groups}
    there = {one.name: one.grants for one in office.storage.read(spaces.every)}
    return any(principal in names for principal, _ in there[space])


def _leaks_nothing(office: Office, found: list[Principal]) -> None:
    for who in found:
        told = _everything(office, who)
        for space in SHELVES:
            readable = _reads(office, who, space)
            assert (f"SECRET-{space}" in told, f"PICTURE-{space}" in told) == (readable, readable)


@pytest.mark.parametrize("seed", range(4))
def test_generated_rights_leak_nothing(seed: int, tmp_path: Path) -> None:
    """J02, inside the office; tests/system/test_sync_right_sets.py has HTTP, streams and desks."""
    chance = random.Random(seed)
    office = Office(SqliteStorage(tmp_path / "server.db"), tmp_path / "files")
    found = _world(office, chance)
    _leaks_nothing(office, found)
    lost = chance.choice(SHELVES)
    there = {one.name: one.grants for one in office.storage.read(spaces.every)}
    for principal, _ in there[lost]:
        take(office, lost, principal)
    _leaks_nothing(office, found)
    assert not any(lost in office.readable(who) for who in found)
    assert Snapshots(office.storage, tmp_path / "x", offices.HandClock()).build(lost) is not None
    office.close()
