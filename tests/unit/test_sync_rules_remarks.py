"""Verifications, ties of questions, and remarks: what hangs on an article."""

import io
import json
from typing import Any, TypeVar

import pytest

from sync.protocol.bodies.editing import Feedback, Verification
from sync.protocol.wire import Operation
from sync.server import spaces
from sync.server.errors import Forbidden
from sync.server.office import Office
from sync.server.principal import Principal, Role
from sync.server.rights import Level
from sync.server.rules.replies import MOST
from sync.server.rules.rule import said
from tests.support import offices
from tests.support.offices import (
    NOW,
    again,
    live,
    log_of,
    operation,
    person,
    publish,
    push,
    retire,
)

storage, clock, office = offices.storage, offices.clock, offices.office
T = TypeVar("T")


@pytest.fixture
def ed(office: Office) -> Principal:
    author = person(office, "ed", Role.AUTHOR)
    push(office, author, publish("a", "one\n\ntwo\n"))
    return author


@pytest.fixture
def ana(office: Office) -> Principal:
    return person(office, "ana")


def suggest(text: str | None, base_rev: int | None = 1, **fields: Any) -> Operation:
    return operation("suggest", {"article": "a", "text": text} | fields, base_rev)


def settle(id_: str, decision: str, base_rev: int | None = 1, **fields: Any) -> Operation:
    return operation("settle", {"suggestion": id_, "decision": decision} | fields, base_rev)


def newest(office: Office, who: Principal, space: str, kind: str, shape: type[T]) -> T:
    """Return what the newest entity of a kind says in a space."""
    change = [c for c in log_of(office, who, space) if c.kind == kind][-1]
    found = said(change.body or "null", shape)
    assert found is not None
    return found


def shelf(office: Office, name: str, reader: str = "") -> None:
    office.storage.write(lambda t: spaces.add(t, name=name, title="", now=NOW, by="test"))
    if reader:
        office.storage.write(
            lambda t: spaces.grant(
                t, space=name, principal=reader, level=Level.READ, now=NOW, by="test"
            )
        )


def verify(base_rev: int | None, **fields: Any) -> Operation:
    return operation("verify", {"article": "a"} | fields, base_rev)


def verified(office: Office, who: Principal, space: str = "base") -> Verification:
    return newest(office, who, space, "verification", Verification)


def test_a_verification_holds_for_a_revision_and_a_minor_edit_takes_it_along(
    office: Office, ed: Principal, ana: Principal
) -> None:
    """B02."""
    push(office, ed, verify(1, comment="Checked", review_every=90))
    first = verified(office, ana)
    push(office, ed, publish("a", "one.\n\ntwo\n", 1, minor=True))
    minor = verified(office, ana)
    push(office, ed, publish("a", "other\n", 2))
    push(office, ed, publish("a", "other.\n", 3, minor=True))
    lapsed = verified(office, ana)
    push(office, ed, verify(4))

    assert [(x.rev, x.by, x.review_every) for x in (first, minor, lapsed)] == [
        (1, "ed", 90), (2, "ed", 90), (2, "ed", 90),
    ]  # fmt: skip
    assert (verified(office, ana).rev, verified(office, ana).review_every) == (4, 90)


def test_a_verification_is_taken_back_by_who_made_it(
    office: Office, ed: Principal, ana: Principal
) -> None:
    """And what stood before it stands again, a minor edit between them or not."""
    fay = person(office, "fay", Role.AUTHOR)
    push(office, fay, verify(1, comment="first"))
    push(office, ed, verify(1, comment="second"), publish("a", "x\n", 1, minor=True))

    assert push(office, fay, verify(2, undo=True))[0].code == "changed"
    assert push(office, ed, verify(2, undo=True))[0].status == "applied"
    assert (verified(office, ana).by, verified(office, ana).comment) == ("fay", "first")
    assert push(office, fay, verify(2, undo=True))[0].status == "applied"
    assert [c.body for c in log_of(office, ana) if c.kind == "verification"][-1] is None
    assert push(office, fay, verify(2, undo=True))[0].code == "changed"


def test_an_act_that_is_undone_takes_no_later_one_back(
    office: Office, ed: Principal, ana: Principal
) -> None:
    """Of one person, in one second, of two texts: each is taken back by its own name."""
    first, second = verify(1, comment="first"), verify(2, comment="second")
    push(office, ed, first, publish("a", "x\n", 1), second)

    def undo(one: Operation) -> str:
        (result,) = push(office, ed, verify(None, undo=True, undoes=one.id))
        return str(result.code or result.status)

    assert undo(first) == "changed"
    assert (verified(office, ana).comment, verified(office, ana).rev) == ("second", 2)
    push(office, ed, publish("a", "x.\n", 2, minor=True))
    assert undo(second) == "applied", "a detail since then is the same trust"
    assert verified(office, ana).comment == "first"
    assert undo(first) == "applied"


def test_a_verification_goes_where_its_article_goes(office: Office, ed: Principal) -> None:
    shelf(office, "fibre", "everyone")
    ed = again(office, "ed")
    push(office, ed, verify(1), publish("a", "one\n\ntwo\n", 1, space="fibre"))
    assert verified(office, ed, "fibre").rev == 1
    assert [c.moved for c in log_of(office, ed) if c.kind == "verification"][-1] == "fibre"

    push(office, ed, retire("a", 2))

    assert live(office, ed, "fibre") == live(office, ed) == {}


def test_who_may_not_write_verifies_nothing(office: Office, ed: Principal, ana: Principal) -> None:
    shelf(office, "secret")
    root = person(office, "root", Role.ADMIN)
    push(office, root, publish("s", "x\n", space="secret"))

    assert push(office, ana, verify(1))[0].code == "forbidden"
    results = push(
        office,
        ed,
        verify(7),
        verify(None),
        verify(1, article="s"),
        verify(1, review_every=-1),
        verify(1, review_every=99_999),
        operation("publish", {"space": "base", "kind": "verification", "id": "a", "body": "{}"}),
    )
    assert [r.code for r in results] == [
        "changed", "changed", "not_found", "malformed", "malformed", "kind",
    ]  # fmt: skip


def test_questions_stay_tied_to_the_passage_they_were_confirmed_against(
    office: Office, ed: Principal, ana: Principal
) -> None:
    """C04: an edit by any road leaves the old tie, until somebody who writes confirms anew."""

    def told() -> dict[str, str] | None:
        changes = [c for c in log_of(office, ana) if c.kind == "question_ties"]
        return None if changes[-1].body is None else json.loads(changes[-1].body)["ties"]

    def edit(text: str, rev: int, **fields: Any) -> None:
        result = push(office, ed, publish("a", text, rev, **fields))[0]
        assert result.status == "applied", result

    edit("v2\n", 1, ties={"q": "h1", "r": "k1"})
    assert told() == {"q": "h1", "r": "k1"}
    edit("v3\n", 2, ties={"q": "h2", "r": "k2"}, confirmed=["r"])
    assert told() == {"q": "h1", "r": "k2"}
    edit("v4\n", 3)
    assert told() == {"q": "h1", "r": "k2"}
    one = operation("confirm_questions", {"article": "a", "ties": {"q": "h2"}})
    assert push(office, ana, one)[0].code == "forbidden"
    assert push(office, ed, operation("confirm_questions", {"article": "a", "ties": {"q": "h2"}}))
    assert told() == {"q": "h2", "r": "k2"}
    asked = suggest("v5\n", 4)
    push(office, ana, asked)
    push(office, ed, settle(asked.id, "accepted", 4, ties={"q": "h3"}, confirmed=["q"]))
    assert told() == {"q": "h3"}
    edit("v6\n", 5, ties={})
    assert told() is None


def feedback(kind: str = "wrong", **fields: Any) -> Operation:
    return operation("feedback", {"article": "a", "kind": kind, "text": "No."} | fields)


def test_a_remark_reaches_who_writes_and_its_answer_who_made_it(
    office: Office, ed: Principal, ana: Principal
) -> None:
    """E01, E02."""
    boss = person(office, "zoe", Role.SUPERVISOR)
    made = feedback(anchor="top", rev=1, query="box", queue="fibre", intent="loss")
    push(office, ana, made)
    asked = {"feedback": made.id, "state": "accepted", "text": "Thanks", "owner": "ed"}
    push(office, boss, operation("answer_feedback", asked))
    push(office, ed, operation("answer_feedback", asked | {"state": "done", "owner": ""}))

    own = newest(office, ana, "~ana", "own_feedback", Feedback)
    assert own == newest(office, ed, "+edit.base", "feedback", Feedback)
    assert (own.state, own.owner, own.by, own.made, own.query, own.queue) == (
        "done", "ed", "ana", NOW, "box", "fibre",
    )  # fmt: skip
    assert [(r.by, r.state, r.text) for r in own.replies] == [
        ("zoe", "accepted", "Thanks"),
        ("ed", "done", "Thanks"),
    ]
    assert "+edit.base" not in office.readable(ana)


def test_a_question_back_decides_nothing_and_who_made_the_remark_answers_it(
    office: Office, ed: Principal, ana: Principal
) -> None:
    """E02: the matter stays open through both; its author says no more once it is closed."""
    cy = person(office, "cy", Role.AGENT)
    made = feedback()
    push(office, ana, made)

    def said(who: Principal, text: str, state: str = "open", **more: Any) -> str:
        body = {"feedback": made.id, "state": state, "text": text} | more
        (result,) = push(office, who, operation("answer_feedback", body))
        return str(result.code or result.status)

    assert said(ed, "Which box?") == "applied"
    assert said(ana, "The sixth.") == "applied"
    own = newest(office, ana, "~ana", "own_feedback", Feedback)
    assert (own.state, [(r.by, r.text) for r in own.replies]) == (
        "open",
        [("ed", "Which box?"), ("ana", "The sixth.")],
    )
    assert said(ed, " ") == "malformed"
    assert said(cy, "Mine too.") == "not_found", "it is nobody else's"
    assert said(ana, "Done.", "done") == "not_found", "who made it decides nothing"
    assert said(ana, "You do it.", owner="ed") == "not_found"
    assert said(ed, "I will.", "accepted") == "applied"
    assert said(ana, "And the fifth.") == "applied"
    assert newest(office, ana, "~ana", "own_feedback", Feedback).state == "accepted"
    assert said(ed, "It is.", "done") == "applied"
    assert said(ana, "Sure?") == "decided"


def test_words_without_end_do_not_keep_those_who_decide_from_deciding(
    office: Office, ed: Principal, ana: Principal
) -> None:
    """Who made a remark may fill it with words; it is answered all the same."""
    made = feedback()

    def reply(state: str, text: str) -> Operation:
        body = {"feedback": made.id, "state": state, "text": text}
        return operation("answer_feedback", body)

    push(office, ana, made, *(reply("open", str(n)) for n in range(MOST)))
    [more] = push(office, ana, reply("open", "And."))
    [closed] = push(office, ed, reply("done", "It is done."))
    assert (more.code, closed.status) == ("too_large", "applied")
    assert newest(office, ana, "~ana", "own_feedback", Feedback).state == "done"


def test_remarks_that_cannot_be_are_refused(office: Office, ed: Principal, ana: Principal) -> None:
    shelf(office, "secret")
    root = person(office, "root", Role.ADMIN)
    push(office, root, publish("s", "x\n", space="secret"))
    made = feedback()
    push(office, ana, made)
    answer = {"feedback": made.id, "state": "done"}

    results = push(
        office,
        ana,
        feedback(article="s"),
        feedback(article="nothing"),
        feedback("rude"),
        feedback(text="\0"),
        operation("answer_feedback", answer),
    )
    refused = push(
        office,
        ed,
        operation("answer_feedback", answer | {"state": "lost"}),
        operation("answer_feedback", answer | {"owner": "nobody"}),
        operation("answer_feedback", answer | {"feedback": "nothing"}),
    )

    assert [r.code for r in (*results, *refused)] == [
        "not_found", "not_found", "malformed", "malformed", "not_found",
        "malformed", "no_person", "not_found",
    ]  # fmt: skip
    assert all(r.reason.endswith(".") for r in (*results, *refused))


def test_only_who_reads_a_shelf_brings_a_picture(office: Office, ana: Principal) -> None:
    """Whoever may suggest may bring one; a desk without any shelf may not."""
    office.storage.write(
        lambda t: spaces.revoke(t, space="base", principal="everyone", now=NOW, by="test")
    )
    with pytest.raises(Forbidden):
        office.put_blob(again(office, "ana"), "0" * 64, io.BytesIO(b"x"))
