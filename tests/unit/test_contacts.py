"""The contact in hand: what telephones say becomes one contact, and no note is ever lost."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kbdesk.clock import FixedClock
from kbdesk.core.calls import CallEvent, read_event
from kbdesk.core.contact import Contact, Phase
from kbdesk.paths import Profile
from kbdesk.services.contact.contacts import MOST_NEW, MOST_WAITING, STALE, Contacts
from kbdesk.services.workspace import Workspace
from kbdesk.store.contacts import KEPT, KEPT_FOR

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
MARTIN = "06 39 98 56 78"
SHARED = "01 99 00 42 33"

ACCOUNTS = f"""
accounts:
  - {{id: C-1, name: Hélène Martin, product: Fibre, since: 2021-03-15, phones: ["{MARTIN}"]}}
  - {{id: C-2, name: Fatima Bensaïd, phones: ["{SHARED}"], tags: [wifi]}}
  - {{id: C-3, name: Luc Bensaïd, phones: ["{SHARED}", "+44 20 7946 0018"]}}
  - {{id: C-4, name: Abroad, phones: ["+32 6 39 98 00 01 23"]}}
  - nonsense
"""
QUEUES = """
queues:
  - {id: facturation, title: Facturation, number: "01 99 00 20 21", lang: fr,
     intents: [{id: refus, title: Prélèvement rejeté}]}
  - {id: english, title: English line, lang: en}
"""


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture
def workspace(tmp_path: Path, clock: FixedClock) -> Iterator[Workspace]:
    with Workspace(Profile(tmp_path / "profile"), clock) as workspace:
        workspace.entities.put("accounts", "accounts", ACCOUNTS)
        workspace.entities.put("queues", "queues", QUEUES)
        yield workspace


@pytest.fixture
def contacts(workspace: Workspace) -> Contacts:
    return workspace.contacts


def event(state: str = "ringing", call: str = "1", number: str = MARTIN, **more: str) -> CallEvent:
    return read_event({"state": state, "call": call, "from": number, "src": "test", **more})


def in_hand(contacts: Contacts) -> Contact:
    assert contacts.current is not None
    return contacts.current


# one call


def test_a_call_rings_is_answered_held_and_wrapped_up(
    contacts: Contacts, clock: FixedClock
) -> None:
    for state, phase in (
        ("ringing", Phase.RINGING),
        ("answered", Phase.TALKING),
        ("held", Phase.HELD),
        ("answered", Phase.TALKING),
        ("ended", Phase.WRAPPING),
    ):
        contact = contacts.take(event(state))
        assert contact is not None
        assert contact.phase is phase
        assert contacts.in_hand is (phase is not Phase.WRAPPING)
        clock.moment += timedelta(seconds=30)
    contact = in_hand(contacts)
    assert (contact.began, contact.answered) == (NOON, NOON + timedelta(seconds=30))
    assert contact.ended == NOON + timedelta(seconds=120)
    assert contacts.finish().contacts
    assert contacts.current is None
    assert contacts.last() == replace(contact, heard=contact.heard)


def test_an_abandoned_call_closes_itself_and_leaves_nothing(contacts: Contacts) -> None:
    contacts.take(event())
    assert contacts.take(event("ended")) is None
    assert contacts.history() == ()


def test_an_abandoned_call_with_a_note_waits_for_its_author(contacts: Contacts) -> None:
    contacts.take(event())
    contacts.write_note("rappeler")
    contact = contacts.take(event("ended"))
    assert contact is not None
    assert (contact.phase, contact.note) == (Phase.WRAPPING, "rappeler")


def test_states_that_come_late_or_twice_take_nothing_back(contacts: Contacts) -> None:
    contacts.take(event("answered"))
    assert contacts.take(event("ringing")).phase is Phase.TALKING  # type: ignore[union-attr]
    contacts.take(event("ended"))
    for late in ("ended", "answered", "held", "ringing"):
        assert contacts.take(event(late)).phase is Phase.WRAPPING  # type: ignore[union-attr]
    contacts.finish()
    for late in ("ended", "answered", "held", "ringing"):
        assert contacts.take(event(late)) is None


def test_the_end_of_a_call_that_nobody_saw_begin_is_nothing(contacts: Contacts) -> None:
    assert contacts.take(event("ended")) is None


def test_a_program_that_knows_numbers_only_is_understood(contacts: Contacts) -> None:
    """kbdesk-ring, kbdesk-answer and kbdesk-end give no id."""
    for state, phase in (("ringing", Phase.RINGING), ("answered", Phase.TALKING)):
        assert contacts.take(event(state, call="")).phase is phase  # type: ignore[union-attr]
    assert contacts.take(event("ended", call="")).phase is Phase.WRAPPING  # type: ignore[union-attr]
    assert contacts.waiting == ()


def test_a_withheld_number_is_one_contact_too(contacts: Contacts) -> None:
    for state in ("ringing", "answered", "ended"):
        contact = contacts.take(event(state, call="", number="anonymous"))
        assert contact is not None
        assert contact.phone is not None
        assert (contact.phone.kind, contact.matches) == ("withheld", ())
    assert contacts.waiting == ()


def test_two_sources_of_one_call_make_one_contact(contacts: Contacts, clock: FixedClock) -> None:
    contacts.take(event(call="sip-1"))
    clock.moment += timedelta(seconds=1)
    contacts.take(event(call="ami-9", src="other", queue="Facturation", name="Jean"))
    assert contacts.waiting == ()
    assert (in_hand(contacts).queue, in_hand(contacts).name) == ("facturation", "Jean")
    assert contacts.take(event("answered", call="ami-9", src="other")).phase is Phase.TALKING  # type: ignore[union-attr]


def test_a_customer_who_is_called_is_a_contact_like_others(contacts: Contacts) -> None:
    contact = contacts.take(event("ringing", dir="outbound"))
    assert contact is not None
    assert contact.direction == "out"
    assert contact.caller is not None
    assert contact.caller.account == "C-1"


# who it is


def test_a_number_that_one_customer_has_names_them_unverified(contacts: Contacts) -> None:
    contact = contacts.take(event(number="+33639985678"))
    assert contact is not None
    assert contact.caller is not None
    assert (contact.caller.name, contact.caller.since) == ("Hélène Martin", "2021-03-15")
    assert not contact.verified
    assert contacts.choose("C-1").verified


def test_a_number_of_several_is_left_to_the_agent(contacts: Contacts) -> None:
    contact = contacts.take(event(number=SHARED))
    assert contact is not None
    assert contact.caller is None
    assert [caller.account for caller in contact.matches] == ["C-2", "C-3"]
    chosen = contacts.choose("C-3")
    assert (chosen.caller, chosen.account, chosen.verified) == (contact.matches[1], "C-3", True)
    again = contacts.take(event("answered", number=SHARED))
    assert again is not None
    assert again.caller == chosen.caller


def test_nobody_can_be_chosen_and_the_unknown_cannot(contacts: Contacts) -> None:
    contacts.take(event())
    nobody = contacts.choose("")
    assert (nobody.caller, nobody.verified) == (None, False)
    assert contacts.take(event("answered")).caller is None  # type: ignore[union-attr]
    with pytest.raises(ValueError, match="C-99"):
        contacts.choose("C-99")


def test_a_number_that_only_looks_alike_is_a_suggestion(contacts: Contacts) -> None:
    contact = contacts.take(event(number="+49 639985678"))
    assert contact is not None
    assert contact.caller is None
    assert [caller.account for caller in contact.matches] == ["C-1"]


def test_an_account_that_the_source_names_is_taken_and_not_verified(contacts: Contacts) -> None:
    contact = contacts.take(event(number=SHARED, account="C-2"))
    assert contact is not None
    assert contact.caller is not None
    assert (contact.caller.account, contact.verified) == ("C-2", False)


def test_an_account_alone_belongs_to_who_is_on_the_line(contacts: Contacts) -> None:
    contacts.take(event("answered", number="3900"))
    contacts.take(read_event({"account": "C-2", "src": "url"}))
    assert contacts.waiting == ()
    assert in_hand(contacts).account == "C-2"


# queues


@pytest.mark.parametrize(
    "said",
    [
        {"queue": "facturation"},
        {"queue": "FACTURATION"},
        {"name": "Facturation:Jean Dupont"},
        {"to": "+33199002021"},
    ],
)
def test_the_queue_is_found_however_it_is_said(contacts: Contacts, said: dict[str, str]) -> None:
    contact = contacts.take(event(**said))
    assert contact is not None
    assert (contact.queue, contact.lang) == ("facturation", "fr")
    assert contact.name in {"", "Jean Dupont"}
    assert contacts.queue_title(contact.queue) == "Facturation"


def test_a_name_with_a_colon_is_no_queue_and_an_unknown_queue_keeps_its_name(
    contacts: Contacts,
) -> None:
    contact = contacts.take(event(name="Dr: Who", queue="Elsewhere", intent="x"))
    assert contact is not None
    assert (contact.name, contact.queue) == ("Dr: Who", "Elsewhere")
    assert contacts.queue_title("Elsewhere") == "Elsewhere"
    assert contacts.intent_title("facturation", "refus") == "Prélèvement rejeté"
    assert contacts.intent_title("Elsewhere", "x") == "x"


# several calls


def test_a_second_call_waits_and_the_note_stays_where_it_is(contacts: Contacts) -> None:
    contacts.take(event("answered"))
    contacts.write_note("une phrase commencée")
    contacts.take(event("ringing", call="2", number=SHARED))
    contacts.take(event("answered", call="2", number=SHARED))
    contacts.take(event("ended"))
    assert (in_hand(contacts).calls, in_hand(contacts).note) == (
        (("test", "1"),),
        "une phrase commencée",
    )
    assert [contact.phase for contact in contacts.waiting] == [Phase.TALKING]
    contacts.finish()
    assert in_hand(contacts).calls == (("test", "2"),)
    assert contacts.last().note == "une phrase commencée"  # type: ignore[union-attr]


def test_a_new_call_takes_the_place_of_a_wrap_up_without_a_note(contacts: Contacts) -> None:
    contacts.take(event("answered"))
    contacts.take(event("ended"))
    assert contacts.take(event("ringing", call="2", number=SHARED)).calls == (("test", "2"),)  # type: ignore[union-attr]
    assert contacts.last().calls == (("test", "1"),)  # type: ignore[union-attr]


def test_of_two_that_ring_the_answered_one_comes_forward(contacts: Contacts) -> None:
    contacts.take(event(call="1"))
    contacts.take(event(call="2", number=SHARED))
    assert contacts.take(event("answered", call="2", number=SHARED)).calls == (("test", "2"),)  # type: ignore[union-attr]
    assert [contact.calls for contact in contacts.waiting] == [(("test", "1"),)]
    contacts.take(event("ended", call="1"))
    assert contacts.waiting == ()


def test_a_flood_of_calls_is_cut_off(contacts: Contacts, clock: FixedClock) -> None:
    for number in range(100):
        contacts.take(event(call=str(number), number=f"06399800{number:02}"))
    assert len(contacts.waiting) == MOST_WAITING
    clock.moment += timedelta(seconds=2)
    for number in range(100, 100 + MOST_NEW):
        contacts.take(event(call=str(number), number=f"0199{number:06}"))
    assert len(contacts.waiting) == MOST_WAITING
    assert in_hand(contacts).calls == (("test", "0"),)


def test_a_call_that_nobody_speaks_of_any_more_has_ended(
    contacts: Contacts, clock: FixedClock
) -> None:
    contacts.take(event("answered"))
    clock.moment += STALE - timedelta(seconds=1)
    assert contacts.expire().phase is Phase.TALKING  # type: ignore[union-attr]
    contacts.take(event("held"))
    clock.moment += STALE
    assert contacts.in_hand
    assert contacts.expire().phase is Phase.WRAPPING  # type: ignore[union-attr]
    assert not contacts.in_hand


# what is kept


def test_a_killed_desk_finds_the_contact_and_its_note_again(
    workspace: Workspace, clock: FixedClock
) -> None:
    """Nothing is closed here: the second workspace opens what a kill would have left."""
    contacts = workspace.contacts
    contacts.take(event("answered", number=SHARED, queue="facturation"))
    contacts.choose("C-3")
    contacts.write_note("a")
    contacts.add_to_note("b\0\ud800")
    contacts.take(event("ringing", call="2"))
    with Workspace(workspace.profile, clock) as after:
        assert after.contacts.current == contacts.current
        assert after.contacts.waiting == contacts.waiting
        assert in_hand(after.contacts).note == "a\nb?"
        assert after.contacts.take(event("ended", number=SHARED)).phase is Phase.WRAPPING  # type: ignore[union-attr]


def test_a_note_that_is_written_late_goes_to_its_own_contact(contacts: Contacts) -> None:
    contacts.take(event("answered"))
    key = in_hand(contacts).key
    contacts.finish()
    contacts.take(event("answered", call="2", number=SHARED))
    contacts.write_note("dernière frappe", key)
    assert in_hand(contacts).note == ""
    assert contacts.last().note == "dernière frappe"  # type: ignore[union-attr]


def test_the_history_is_bounded_in_number_and_in_days(
    contacts: Contacts, clock: FixedClock
) -> None:
    for number in range(KEPT + 5):
        contacts.take(event("answered", call=str(number)))
        contacts.finish()
        clock.moment += timedelta(minutes=1)
    assert len(contacts.history(1000)) == KEPT
    clock.moment += KEPT_FOR
    contacts.take(event("answered", call="x"))
    contacts.finish()
    assert len(contacts.history(1000)) == 1


def test_what_is_forgotten_leaves_no_letter_in_the_files(
    contacts: Contacts, workspace: Workspace
) -> None:
    secret = "Zibeline-4417"
    contacts.take(event("answered", name=secret))
    contacts.write_note(f"carte {secret}")
    contacts.finish()
    assert contacts.forget(contacts.last().key).contacts  # type: ignore[union-attr]
    assert contacts.history() == ()
    left = b"".join(path.read_bytes() for path in workspace.profile.root.glob("user.db*"))
    assert secret.encode() not in left


@pytest.mark.expects_log("cannot be read and is left aside")
@pytest.mark.parametrize("body", ["{", "[]", "{}", '{"phase": "dancing"}'])
def test_a_damaged_contact_does_not_keep_the_desk_from_opening(
    workspace: Workspace, clock: FixedClock, body: str
) -> None:
    workspace.contacts.take(event("answered"))
    workspace.contacts.take(event("answered", call="2", number=SHARED))
    key = in_hand(workspace.contacts).key
    with workspace.user.writing() as connection:
        connection.execute("UPDATE contacts SET body = ? WHERE key = ?", (body, key))
    with Workspace(workspace.profile, clock) as after:
        assert in_hand(after.contacts).calls == (("test", "2"),)


def test_forgetting_everything_leaves_the_contact_in_hand(contacts: Contacts) -> None:
    contacts.take(event("answered"))
    contacts.finish()
    contacts.take(event("answered", call="2"))
    contacts.forget()
    assert contacts.history() == ()
    assert in_hand(contacts).calls == (("test", "2"),)


def test_without_a_contact_there_is_nothing_to_end(contacts: Contacts) -> None:
    assert not contacts.finish().contacts
    assert contacts.expire() is None
    assert contacts.last() is None
