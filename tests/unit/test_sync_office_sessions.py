"""Signing in, staying signed in, being signed out."""

import pytest

from sync.protocol.wire import SignIn
from sync.server import audit, people
from sync.server.errors import BadCredentials, TooMany
from sync.server.events import RightsChanged
from sync.server.office import Office
from sync.server.principal import Role
from tests.support import offices
from tests.support.offices import NOW, PASSWORD, HandClock, Heard, person

storage, clock, office = offices.storage, offices.clock, offices.office
HERE = "192.0.2.1"


def test_a_token_stands_for_its_person_and_is_kept_as_a_hash_only(office: Office) -> None:
    person(office, "ana", Role.AUTHOR, ("one", "two"))

    session = office.sign_in(SignIn("ana", PASSWORD, "desk 4"), HERE)

    found = office.authenticate(session.token)
    assert found is not None
    assert (found.name, found.role, found.groups) == ("ana", "author", ("one", "two"))
    assert office.known_principal(session.token) == found
    assert session.spaces == (
        "+all", "+edit", "+edit.base", "+group.one", "+group.two", "+role.author", "base", "~ana",
    )  # fmt: skip
    stored = office.storage.read(lambda t: t.rows("SELECT * FROM sessions"))
    assert session.token not in repr(stored)


def test_a_wrong_name_and_a_wrong_password_sound_alike(office: Office) -> None:
    person(office, "ana")
    said = set()
    for user in ("ana", "nobody", "nul\0", "ana\0"):
        with pytest.raises(BadCredentials) as caught:
            office.sign_in(SignIn(user, "wrong password"), HERE)
        said.add((caught.value.detail, caught.value.code))
    assert len(said) == 1


def test_guessing_is_slowed_down_by_name_and_forgiven_with_time(
    office: Office, clock: HandClock
) -> None:
    person(office, "ana")
    for _ in range(5):
        with pytest.raises(BadCredentials):
            office.sign_in(SignIn("ana", "wrong password"), HERE)
    with pytest.raises(TooMany) as caught:
        office.sign_in(SignIn("ana", PASSWORD), HERE)
    assert caught.value.retry_after == 2

    clock.pass_(seconds=3)
    assert office.sign_in(SignIn("ana", PASSWORD), HERE).person.name == "ana"
    assert office.sign_in(SignIn("ana", PASSWORD), HERE).person.name == "ana"


def test_guessing_many_names_from_one_address_is_slowed_down_too(office: Office) -> None:
    person(office, "ana")
    office.storage.write(
        lambda t: t.run(
            "INSERT INTO attempts VALUES (?, 300, ?)",
            f"from {HERE}",
            int(HandClock().moment.timestamp()),
        )
    )
    with pytest.raises(TooMany):
        office.sign_in(SignIn("ana", PASSWORD), HERE)
    assert office.sign_in(SignIn("ana", PASSWORD), "192.0.2.2").person.name == "ana"


def test_a_shift_that_signs_in_from_one_address_is_not_slowed_down(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sync.server.passwords.fits", lambda stored, password: True)
    person(office, "ana")
    for _ in range(250):
        office.sign_in(SignIn("ana", PASSWORD), HERE)


def test_sessions_end_by_signing_out_by_time_and_by_the_administrator(
    office: Office, clock: HandClock
) -> None:
    person(office, "ana")
    out, old, gone = (office.sign_in(SignIn("ana", PASSWORD), HERE).token for _ in range(3))
    assert office.authenticate(out)
    office.sign_out(out)
    assert office.authenticate(out) is None
    office.sign_out(out)

    clock.pass_(days=91)
    assert office.authenticate(old) is None
    clock.pass_(days=-91)

    heard = Heard()
    office.watch(heard)
    assert office.authenticate(gone)
    office.storage.write(lambda t: people.disable(t, name="ana", disabled=True, now=NOW, by="test"))
    heard.wait(lambda events: RightsChanged() in events)
    assert office.authenticate(gone) is None
    with pytest.raises(BadCredentials):
        office.sign_in(SignIn("ana", PASSWORD), HERE)


def test_a_new_password_signs_everyone_of_that_name_out(office: Office) -> None:
    person(office, "ana")
    token = office.sign_in(SignIn("ana", PASSWORD), HERE).token
    office.storage.write(
        lambda t: people.set_password(t, name="ana", password="another one", now=NOW, by="test")
    )
    assert office.authenticate(token) is None
    with pytest.raises(BadCredentials):
        office.sign_in(SignIn("ana", PASSWORD), HERE)
    office.sign_in(SignIn("ana", "another one"), HERE)


def test_the_trail_tells_who_came_and_who_tried(office: Office) -> None:
    person(office, "ana")
    office.sign_in(SignIn("ana", PASSWORD), HERE)
    with pytest.raises(BadCredentials):
        office.sign_in(SignIn("eve", "wrong password"), HERE)
    trail = office.storage.read(lambda t: audit.latest(t, 10))
    assert [(one.number, one.who, one.what) for one in trail] == [
        (1, "test", "user add"),
        (2, "ana", "sign in"),
        (3, "eve", "sign in refused"),
    ]
