"""What an agent does with contacts without any telephone saying so."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kbdesk.clock import FixedClock
from kbdesk.core.calls import CallEvent, CallState
from kbdesk.core.contact import Phase
from kbdesk.paths import Profile
from kbdesk.services.contact.contacts import Contacts
from kbdesk.services.workspace import Workspace

MOMENT = datetime(2026, 11, 22, 9, 40, tzinfo=UTC)


@pytest.fixture
def contacts(tmp_path: Path) -> Iterator[Contacts]:
    """Return the contacts of an empty base; each call here is a minute after the one before."""
    with Workspace(Profile(tmp_path), FixedClock(MOMENT)) as workspace:
        yield workspace.contacts


def call(contacts: Contacts, name: str, state: CallState = CallState.ANSWERED) -> None:
    assert isinstance(contacts._clock, FixedClock)
    contacts._clock.moment += timedelta(minutes=1)
    contacts.take(CallEvent(call=name, state=state, source="test", name=name))


def held(contacts: Contacts) -> list[str]:
    current = contacts.current
    return [contact.name for contact in ((current,) if current else ()) + contacts.waiting]


def test_someone_on_the_line_is_in_hand_with_their_words(contacts: Contacts) -> None:
    contacts.begin("facturation", "remboursement", "trop prélevé")
    taken = contacts.current
    assert taken is not None
    assert (taken.phase, taken.queue, taken.intent) == (
        Phase.TALKING, "facturation", "remboursement",
    )  # fmt: skip
    assert taken.note == "trop prélevé"
    assert contacts.in_hand


def test_the_agent_ends_a_call_of_which_no_telephone_says_so(contacts: Contacts) -> None:
    contacts.begin("", "", "")
    ended = contacts.end()
    assert ended is not None
    assert ended.phase is Phase.WRAPPING
    assert not contacts.in_hand
    assert contacts.end() == ended, "to end it twice changes nothing"


def test_nobody_on_the_line_can_be_ended(contacts: Contacts) -> None:
    assert contacts.end() is None


def test_a_waiting_call_is_taken_in_hand_and_the_first_waits(contacts: Contacts) -> None:
    call(contacts, "a")
    contacts.write_note("de a")
    call(contacts, "b", CallState.RINGING)
    waiting = contacts.waiting[0]
    assert contacts.switch(waiting.key) == waiting
    assert held(contacts) == ["b", "a"]
    assert contacts.waiting[0].note == "de a"


def test_to_switch_to_a_call_that_is_gone_changes_nothing(contacts: Contacts) -> None:
    call(contacts, "a")
    contacts.switch("no such key")
    assert held(contacts) == ["a"]


def test_an_end_taken_back_puts_the_contact_in_front_again(contacts: Contacts) -> None:
    call(contacts, "a")
    contacts.write_note("de a")
    contacts.finish()
    call(contacts, "b")
    back = contacts.take_back()
    assert back is not None
    assert (back.name, back.note, back.phase) == ("a", "de a", Phase.WRAPPING)
    assert held(contacts) == ["a", "b"]
    assert contacts.last() is None


def test_with_nothing_closed_there_is_nothing_to_take_back(contacts: Contacts) -> None:
    assert contacts.take_back() is None
