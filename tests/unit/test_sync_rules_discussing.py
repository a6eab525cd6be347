"""A suggestion is asked back about and its author answers, before anybody decides."""

from typing import Any

import pytest

from sync.protocol.bodies.editing import Suggestion
from sync.protocol.wire import Operation
from sync.server import spaces
from sync.server.office import Office
from sync.server.principal import Principal, Role
from sync.server.rights import Level
from sync.server.rules.replies import MOST
from sync.server.rules.rule import said
from tests.support import offices
from tests.support.offices import NOW, again, log_of, operation, person, publish, push

storage, clock, office = offices.storage, offices.clock, offices.office


@pytest.fixture
def ed(office: Office) -> Principal:
    author = person(office, "ed", Role.AUTHOR)
    push(office, author, publish("a", "one\n\ntwo\n"))
    return author


@pytest.fixture
def ana(office: Office) -> Principal:
    return person(office, "ana")


@pytest.fixture
def id_(office: Office, ed: Principal, ana: Principal) -> str:
    made = operation("suggest", {"article": "a", "text": "ONE\n\ntwo\n"}, 1)
    push(office, ana, made)
    return made.id


def word(id_: str, text: str) -> Operation:
    return operation("discuss", {"suggestion": id_, "text": text})


def told(office: Office, who: Principal, operation: Operation) -> str:
    (result,) = push(office, who, operation)
    return str(result.code or result.status)


def kept(office: Office, id_: str) -> Suggestion:
    """Return a suggestion, which says the same to who decides and to its author."""
    bodies = {
        [one.body for one in log_of(office, again(office, who), space) if one.id == id_][-1]
        for who, space in (("ed", "+edit.base"), ("ana", "~ana"))
    }
    (body,) = bodies
    found = said(body or "", Suggestion)
    assert found is not None
    return found


def settle(id_: str, decision: str, **more: Any) -> Operation:
    return operation("settle", {"suggestion": id_, "decision": decision} | more, 1)


def test_a_question_back_decides_nothing_and_the_suggester_answers_it(
    office: Office, ed: Principal, ana: Principal, id_: str
) -> None:
    """E03: the suggestion stays open through both; the thread outlives the decision."""
    assert told(office, ed, word(id_, "Since when?")) == "applied"
    assert told(office, ana, word(id_, "November.")) == "applied"
    assert kept(office, id_).state == "open"
    assert told(office, ed, settle(id_, "accepted")) == "applied"
    found = kept(office, id_)
    assert (found.state, found.mine) == ("accepted", "ONE\n\ntwo\n")
    assert [(one.by, one.text, one.at) for one in found.replies] == [
        ("ed", "Since when?", NOW),
        ("ana", "November.", NOW),
    ]


def test_nobody_else_says_or_hears_anything_of_it(
    office: Office, ed: Principal, ana: Principal, id_: str
) -> None:
    """Who reads the article, writes elsewhere or steers other shelves gets no line of it."""
    office.storage.write(lambda t: spaces.add(t, name="far", title="", now=NOW, by="test"))
    cy, far = person(office, "cy"), person(office, "far", Role.AGENT)
    office.storage.write(
        lambda t: spaces.grant(
            t, space="far", principal="person:far", level=Level.WRITE, now=NOW, by="test"
        )
    )
    far = again(office, "far")
    push(office, ed, word(id_, "A question for one."))
    for other in (cy, far):
        assert told(office, other, word(id_, "Me too.")) == "not_found"
        logs = [log_of(office, other, space) for space in office.readable(other)]
        assert "A question for one." not in repr(logs)
    assert len(kept(office, id_).replies) == 1


def test_words_without_end_and_words_too_late_are_refused_and_it_is_decided_all_the_same(
    office: Office, ed: Principal, ana: Principal, id_: str
) -> None:
    assert told(office, ed, word(id_, " ")) == "malformed"
    assert told(office, ed, word("nothing", "What?")) == "not_found"
    push(office, ana, *(word(id_, str(number)) for number in range(MOST)))
    assert told(office, ana, word(id_, "And.")) == "too_large"
    assert told(office, ed, settle(id_, "declined", why="Enough.")) == "applied"
    assert told(office, ana, word(id_, "Why?")) == "decided"
    assert told(office, ed, word(id_, "Well.")) == "decided"


def test_a_thread_goes_with_its_suggestion_to_another_shelf(
    office: Office, ed: Principal, ana: Principal, id_: str
) -> None:
    """Whoever writes there goes on with it; its author does not hear the name of the shelf."""
    office.storage.write(lambda t: spaces.add(t, name="other", title="", now=NOW, by="test"))
    office.storage.write(
        lambda t: spaces.grant(
            t, space="other", principal="person:ed", level=Level.WRITE, now=NOW, by="t"
        )
    )
    ed = again(office, "ed")
    push(office, ed, word(id_, "Since when?"))
    push(office, ed, publish("a", "one\n\ntwo\n", 1, space="other"))
    assert told(office, ana, word(id_, "November.")) == "applied"
    bodies = [one.body for one in log_of(office, ed, "+edit.other") if one.id == id_]
    found = said(bodies[-1] or "", Suggestion)
    assert found is not None
    assert [one.text for one in found.replies] == ["Since when?", "November."]
    own = [one.body or "" for one in log_of(office, again(office, "ana"), "~ana") if one.id == id_]
    assert "other" not in own[-1]
