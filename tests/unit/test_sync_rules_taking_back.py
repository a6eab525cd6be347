"""What somebody said by mistake is taken back until it is answered, by them alone."""

from typing import Any

import pytest

from sync.protocol.wire import Operation
from sync.server.office import Office
from sync.server.principal import Principal, Role
from tests.support import offices
from tests.support.offices import live, log_of, operation, person, publish, push

storage, clock, office = offices.storage, offices.clock, offices.office


@pytest.fixture
def ed(office: Office) -> Principal:
    author = person(office, "ed", Role.AUTHOR)
    push(office, author, publish("a", "one\n"))
    return author


@pytest.fixture
def ana(office: Office) -> Principal:
    return person(office, "ana")


def feedback() -> Operation:
    return operation("feedback", {"article": "a", "kind": "wrong", "text": "No."})


def not_found(**more: Any) -> Operation:
    return operation("not_found", {"query": "esim"} | more)


def told(office: Office, who: Principal, said: Operation) -> str:
    (result,) = push(office, who, operation("take_back", {"said": said.id}))
    assert not result.reason or result.reason.endswith(".")
    return str(result.code or result.status)


def test_a_remark_and_a_gap_go_as_if_they_had_never_come(
    office: Office, ed: Principal, ana: Principal
) -> None:
    """E01, B10: for those who write, and for who said it; nobody learns whose gap it was."""
    remark, gap = feedback(), not_found()
    push(office, ana, remark, gap)
    assert (told(office, ana, remark), told(office, ana, gap)) == ("applied", "applied")
    for who, space in ((ed, "+edit.base"), (ed, "+edit"), (ana, "~ana")):
        assert live(office, who, space) == {}
    assert "ana" not in repr([log_of(office, ed, space) for space in ("+edit",)])
    assert [told(office, ana, one) for one in (remark, gap)] == ["not_found", "not_found"]


def test_nobody_takes_back_what_another_said(office: Office, ed: Principal, ana: Principal) -> None:
    """Those who write answer it instead; nothing tells them whose it is."""
    remark, gap, theirs = (
        feedback(),
        not_found(),
        operation("suggest", {"article": "a", "text": "x"}, 1),
    )
    push(office, ana, remark, gap, theirs)
    assert {told(office, ed, one) for one in (remark, gap, theirs)} == {"not_found"}
    assert told(office, ana, theirs) == "not_found", "a suggestion is withdrawn"
    assert len(live(office, ed, "+edit.base")) == 2
    assert len(live(office, ed, "+edit")) == 1


def test_what_was_answered_stays(office: Office, ed: Principal, ana: Principal) -> None:
    remark, gap = feedback(), not_found()
    push(office, ana, remark, gap)
    asked = {"feedback": remark.id, "state": "open", "text": "Which?"}
    closing = {"article": "a", "title": "A", "proofs": [{"gap": gap.id, "rank": 1}]}
    push(office, ed, operation("answer_feedback", asked), operation("close_gaps", closing))
    assert [told(office, ana, one) for one in (remark, gap)] == ["answered", "answered"]
    assert remark.id in live(office, ed, "+edit.base")
