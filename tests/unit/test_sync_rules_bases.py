"""A number may be of another life of the server; the hash of the text it was made from is not.

Each test stands where a restore has brought it: revision 2 was one text in the old life and is
another one now, by somebody else. What was made from the old one meets it, as any text would.
"""

import msgspec
import pytest

from sync.protocol.bodies.editing import Suggestion
from sync.protocol.texts import text_sha256
from sync.protocol.wire import Operation, Status
from sync.server.office import Office
from sync.server.principal import Principal, Role
from sync.server.rules.rule import said
from tests.support import offices
from tests.support.offices import live, log_of, operation, person, publish, push, retire

storage, clock, office = offices.storage, offices.clock, offices.office

FIRST, LOST, STANDS = "one\n\ntwo\n", "one\n\ndeux\n", "uno\n\ntwo\n"


@pytest.fixture
def ed(office: Office) -> Principal:
    author = person(office, "ed", Role.AUTHOR)
    push(office, author, publish("a", FIRST), publish("a", STANDS, 1))
    return author


def made_from(text: str | None, one: Operation) -> Operation:
    return msgspec.structs.replace(one, base_sha256=text_sha256(text))


def suggested(office: Office, who: Principal, id_: str) -> Suggestion:
    found = [c for c in log_of(office, who, "+edit.base") if c.id == id_][-1]
    made = said(found.body or "", Suggestion)
    assert made is not None
    return made


def test_a_text_of_the_old_life_does_not_hide_what_stands_under_its_number(
    office: Office, ed: Principal
) -> None:
    """Both texts are kept, and the text that was lost is not given for the one it was made from."""
    late = made_from(LOST, publish("a", "one\n\ndeux\n\ntrois\n", 2))

    [result] = push(office, ed, late)

    assert (result.status, result.code) == (Status.CONFLICT, "conflict")
    assert live(office, ed) == {"a": STANDS}
    kept = suggested(office, ed, late.id)
    assert (kept.mine, kept.theirs, kept.base) == ("one\n\ndeux\n\ntrois\n", STANDS, None)
    assert (kept.verdict, kept.state) == ("unknown", "needs attention")


def test_a_base_that_the_log_holds_under_another_number_is_the_third_side(
    office: Office, ed: Principal
) -> None:
    """The text was found by its hash, so those who decide see what each side changed."""
    late = made_from(FIRST, publish("a", "one\n\ntwo\n\nthree\n", 2))

    [result] = push(office, ed, late)

    kept = suggested(office, ed, late.id)
    assert result.status is Status.CONFLICT
    assert (kept.base, kept.verdict) == (FIRST, "clean")
    assert kept.merged == "uno\n\ntwo\n\nthree\n"


def test_a_text_made_from_what_stands_is_taken_whatever_its_number_was(
    office: Office, ed: Principal
) -> None:
    """An accepted text comes under another number after a restore; nobody's change is hidden."""
    [result] = push(office, ed, made_from(STANDS, publish("a", "uno\n\ndos\n", 7)))

    assert (result.status, result.rev) == (Status.APPLIED, 3)
    assert live(office, ed) == {"a": "uno\n\ndos\n"}


def test_an_older_desk_that_says_no_hash_is_served_as_before(office: Office, ed: Principal) -> None:
    [result] = push(office, ed, publish("a", "ONE\n", 2))

    assert (result.status, result.rev) == (Status.APPLIED, 3)


def test_how_lines_end_makes_no_other_text(office: Office, ed: Principal) -> None:
    [result] = push(office, ed, made_from("uno\r\n\r\ntwo", publish("a", "ONE\n", 2)))

    assert result.status is Status.APPLIED


def test_a_suggestion_stands_beside_the_text_it_really_met(office: Office, ed: Principal) -> None:
    ana = person(office, "ana")
    change = {"article": "a", "text": "one\n\ndeux\n\ntrois\n"}
    late = made_from(LOST, operation("suggest", change, 2))
    removal = made_from(LOST, operation("suggest", {"article": "a", "text": None}, 2))

    push(office, ana, late, removal)

    kept, gone = (suggested(office, ed, one.id) for one in (late, removal))
    assert (kept.theirs, kept.base, kept.verdict) == (STANDS, None, "unknown")
    assert (gone.theirs, gone.verdict) == (STANDS, "clash")


def test_nobody_takes_out_verifies_or_decides_about_a_text_they_did_not_see(
    office: Office, ed: Principal
) -> None:
    asked = operation("suggest", {"article": "a", "text": "uno\n\ndos\n"}, 2)
    push(office, ed, asked)
    settled = {"suggestion": asked.id, "decision": "accepted"}

    out, verified, decided = push(
        office,
        ed,
        made_from(LOST, retire("a", 2)),
        made_from(LOST, operation("verify", {"article": "a"}, 2)),
        made_from(LOST, operation("settle", settled, 2)),
    )

    assert (out.status, verified.code, decided.code) == (Status.CONFLICT, "changed", "moved")
    assert live(office, ed) == {"a": STANDS}


def test_a_hash_that_is_none_is_no_operation(office: Office) -> None:
    """What is malformed is refused where it comes in, before any rule reads it."""
    text = '{"id": "01920000-0000-7000-8000-000000000001", "kind": "publish", "at": "", "body": {}'
    assert msgspec.json.decode(text + "}", type=Operation).base_sha256 == ""
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(text + ', "base_sha256": "abc"}', type=Operation)
