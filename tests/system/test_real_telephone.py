"""Real calls: sipp calls a real baresip, and the contact comes up, stays or goes as it should."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from kbdesk.core.calls import CallEvent, CallState
from kbdesk.core.contact import Phase
from kbdesk.paths import Profile
from kbdesk.services.contact.baresip import Baresip
from kbdesk.services.workspace import Workspace
from tests.support.telephone import WAIT, Telephone

NUMBER = "+33612345678"
CALLS = 20

Ring = Callable[[bool], tuple[Telephone, "SimpleQueue[CallEvent]"]]


@pytest.fixture
def ring(tmp_path: Path) -> Iterator[Ring]:
    """Give a telephone that answers or does not, and what is heard of it."""
    ends: list[Callable[[], None]] = []

    def begin(answers: bool) -> tuple[Telephone, "SimpleQueue[CallEvent]"]:
        telephone = Telephone(tmp_path, answers=answers)
        ends.append(telephone.close)
        telephone.wait_until_it_listens()
        heard: SimpleQueue[CallEvent] = SimpleQueue()
        adapter = Baresip(telephone.control, heard.put)
        ends.append(adapter.close)
        assert adapter.wait_connected(WAIT)
        return telephone, heard

    yield begin
    for end in reversed(ends):
        end()


def _until_ended(heard: "SimpleQueue[CallEvent]", calls: int) -> list[CallEvent]:
    events: list[CallEvent] = []
    while sum(event.state is CallState.ENDED for event in events) < calls:
        events.append(heard.get(timeout=WAIT))
    return events


def test_an_abandoned_call_comes_up_and_closes_itself(ring: Ring, tmp_path: Path) -> None:
    telephone, heard = ring(False)
    with Workspace(Profile(tmp_path / "profile")) as workspace:
        telephone.call("cancel.xml", NUMBER)
        rang = workspace.contacts.take(heard.get(timeout=WAIT))
        assert rang is not None
        assert rang.phone is not None
        assert (rang.phase, rang.phone.e164) == (Phase.RINGING, NUMBER)
        assert workspace.contacts.take(_until_ended(heard, 1)[-1]) is None
        assert not workspace.contacts.in_hand
        assert workspace.contacts.last() is None


def test_of_twenty_abandoned_calls_none_is_lost_and_none_stays(ring: Ring, tmp_path: Path) -> None:
    telephone, heard = ring(False)
    telephone.call("cancel.xml", NUMBER, times=CALLS)
    events = _until_ended(heard, CALLS)
    rang = {event.call for event in events if event.state is CallState.RINGING}
    assert len(rang) == CALLS
    with Workspace(Profile(tmp_path / "profile")) as workspace:
        for event in events:
            workspace.contacts.take(event)
        assert workspace.contacts.current is None
        assert not workspace.contacts.waiting


def test_of_twenty_answered_calls_none_is_lost(ring: Ring, tmp_path: Path) -> None:
    telephone, heard = ring(True)
    telephone.call("call.xml", NUMBER, times=CALLS)
    events = _until_ended(heard, CALLS)
    # A telephone that answers by itself never says that it rings.
    states = Counter(event.state for event in events)
    assert states == {CallState.ANSWERED: CALLS, CallState.ENDED: CALLS}
    assert len({event.call for event in events}) == CALLS
    with Workspace(Profile(tmp_path / "profile")) as workspace:
        first = events[0].call
        for event in events:
            if event.call == first:
                workspace.contacts.take(event)
        current = workspace.contacts.current
        assert current is not None
        assert current.phase is Phase.WRAPPING
