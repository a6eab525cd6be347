"""Announcements: sent, edited, recalled, reminded of; and how far they have come with people."""

import json
from typing import Any

import pytest

from sync.protocol.bodies.announcements import Announcement, Receipt
from sync.protocol.wire import Operation
from sync.server import spaces
from sync.server.events import Announced
from sync.server.office import Office
from sync.server.principal import Principal, Role
from sync.server.rules.rule import said
from tests.support import offices
from tests.support.offices import NOW, HandClock, Heard, again, log_of, operation, person, push

storage, clock, office = offices.storage, offices.clock, offices.office
CHECK = {"kind": "single", "text": "Which box?", "offered": [["the new", True], ["the old", False]]}


@pytest.fixture
def boss(office: Office) -> Principal:
    return person(office, "zoe", Role.SUPERVISOR)


@pytest.fixture
def ana(office: Office) -> Principal:
    return person(office, "ana", groups=("niveau2",))


def announce(id_: str, base_rev: int | None = None, **fields: Any) -> Operation:
    return operation("announce", {"id": id_, "audience": "all", "title": id_} | fields, base_rev)


def receipt(id_: str, state: str, version: int = 1, *answer: str, device: str = "") -> Operation:
    body = {"announcement": id_, "version": version, "state": state, "device": device}
    return operation("receipt", body | ({"answer": answer} if answer else {}))


def notice(office: Office, who: Principal, id_: str, space: str = "+all") -> Announcement:
    """Return a notice as its audience has it; who sends has it word for word, with its rev."""
    theirs = [c for c in log_of(office, who, space) if (c.kind, c.id) == ("announcement", id_)][-1]
    boss = again(office, "zoe")
    home = f"+edit.{space}" if space[0] not in "+~" else "+steer"
    ours = [c for c in log_of(office, boss, home) if c.kind == "sent_announcement" and c.id == id_]
    assert (ours[-1].body, ours[-1].rev) == (theirs.body, theirs.rev)
    found = said(theirs.body or "", Announcement)
    assert found is not None
    return found


def stood(office: Office, boss: Principal, id_: str, name: str) -> Receipt:
    """Return the receipt of a person, which is the same in their own space."""
    key = f"{id_}/{name}"
    ours = [c for c in log_of(office, boss, "+steer") if (c.kind, c.id) == ("receipt", key)][-1]
    space = f"~{name}"
    own = [c for c in log_of(office, again(office, name), space) if c.kind == "own_receipt"]
    assert own[-1].body == ours.body
    found = said(ours.body or "", Receipt)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("audience", "space"),
    [
        ("all", "+all"),
        ("role:agent", "+role.agent"),
        ("group:niveau2", "+group.niveau2"),
        ("person:ana", "~ana"),
        ("space:base", "base"),
    ],
)
def test_a_notice_lives_where_its_audience_reads(
    office: Office, boss: Principal, ana: Principal, audience: str, space: str
) -> None:
    """And word for word where those who send look at it; both have the same revision for ever."""
    heard = Heard()
    office.watch(heard)

    [result] = push(office, boss, announce("n", audience=audience, body="x", level="critical"))

    assert (result.status, result.space) == ("applied", space)
    found = notice(office, ana, "n", space)
    assert (found.by, found.version, found.level, found.body) == ("zoe", 1, "critical", "x")
    heard.wait(lambda events: any(isinstance(e, Announced) and e.space == space for e in events))


def test_fields_of_a_newer_desk_are_kept_through_edits(office: Office, boss: Principal) -> None:
    push(office, boss, announce("n", future={"big": 12345678901234567890123}, minor=False))
    push(office, boss, announce("n", 1, title="t", other=1))
    push(office, boss, announce("n", relaunched=True))

    told = json.loads(log_of(office, boss, "+all")[-1].body or "")

    assert (told["future"], told["other"]) == ({"big": 12345678901234567890123}, 1)
    assert not {"id", "minor", "relaunched"} & told.keys()


def test_an_edit_in_substance_is_a_new_version_and_one_in_detail_is_not(
    office: Office, boss: Principal, clock: HandClock
) -> None:
    """D13. Another supervisor may edit; who sent it first stays its author."""
    other = person(office, "max", Role.ADMIN)
    push(office, boss, announce("n", body="one"))
    clock.pass_(minutes=1)

    push(office, other, announce("n", 1, body="onne", minor=True))
    detail = notice(office, boss, "n")
    push(office, other, announce("n", 2, body="two"))
    substance = notice(office, boss, "n")
    push(office, boss, announce("n", relaunched=True, body="three"))
    reminded = notice(office, boss, "n")

    assert [(x.version, x.body) for x in (detail, substance, reminded)] == [
        (1, "onne"), (2, "two"), (2, "two"),
    ]  # fmt: skip
    later = "2026-11-22T09:01:00Z"
    assert {(x.by, x.at) for x in (detail, substance, reminded)} == {("zoe", NOW)}
    assert [x.edited for x in (detail, substance, reminded)] == ["", later, later]
    assert (substance.reminded, reminded.reminded) == ("", later)


def test_an_edit_in_detail_keeps_the_moments_and_one_in_substance_begins_anew(
    office: Office, boss: Principal, clock: HandClock
) -> None:
    """D07: whoever is late stays late through a comma; what was reminded of is another text."""
    push(office, boss, announce("n"), announce("n", 1, body="two"), announce("n", relaunched=True))
    before = notice(office, boss, "n")
    clock.pass_(minutes=9)

    push(office, boss, announce("n", 3, body="two.", minor=True))
    detail = notice(office, boss, "n")
    push(office, boss, announce("n", 4, body="three"))
    substance = notice(office, boss, "n")

    assert (before.edited, before.reminded) == (NOW, NOW)
    assert (detail.version, detail.edited, detail.reminded) == (2, NOW, NOW)
    assert (substance.edited, substance.reminded) == ("2026-11-22T09:09:00Z", "")


def test_a_recalled_notice_keeps_its_title_and_says_why(office: Office, boss: Principal) -> None:
    passage = {"article": "a", "old": "x", "new": "y"}
    push(office, boss, announce("n", body="secret", link=passage, check=CHECK, receipt=True))

    first, again_, edit, reminder = push(
        office,
        boss,
        operation("recall", {"id": "n", "why": "It was wrong."}),
        operation("recall", {"id": "n", "why": "It was wrong."}),
        announce("n", 2, body="again"),
        announce("n", relaunched=True),
    )

    found = notice(office, boss, "n")
    assert (first.status, again_.status, edit.code, reminder.code) == (
        "applied", "applied", "recalled", "recalled",
    )  # fmt: skip
    assert (found.title, found.body, found.link, found.check) == ("n", "", None, None)
    assert found.questioned, "what was asked stays true, or a board would count by less"
    assert found.recalled is not None
    assert (found.recalled.why, found.recalled.by, found.recalled.at) == (
        "It was wrong.", "zoe", NOW,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"audience": "group:nobody"}, "no_space"),
        ({"audience": "role:king"}, "no_space"),
        ({"audience": "person:nobody"}, "no_space"),
        ({"audience": "space:secret"}, "no_space"),
        ({"audience": "space:nowhere"}, "no_space"),
        ({"audience": "space:zoe"}, "no_space"),
        ({"audience": "everybody"}, "malformed"),
        ({"audience": "space:+steer"}, "malformed"),
        ({"id": "a/b"}, "malformed"),
        ({"id": "x" * 201}, "malformed"),
        ({"id": " n"}, "malformed"),
        ({"title": " "}, "malformed"),
        ({"title": "a\0b"}, "malformed"),
        ({"link": {"article": "a", "old": "a\0"}}, "malformed"),
        ({"check": {**CHECK, "explanation": "\0"}}, "malformed"),
        ({"later": {"deep": ["\0"]}}, "malformed"),
        ({"later": [[["x" * 300_000]]]}, "too_large"),
        ({"body": "x" * 70_000}, "malformed"),
        ({"level": "shout"}, "malformed"),
        ({"starts": "tomorrow"}, "malformed"),
        ({"starts": "2026-11-22T10:00:00"}, "malformed"),
        ({"starts": "2026-11-22T10:00:00Z", "ends": "2026-11-22T10:00:00+00:00"}, "malformed"),
        ({"check": {**CHECK, "kind": "riddle"}}, "malformed"),
        ({"check": {**CHECK, "offered": [["a", True], ["b", True]]}}, "malformed"),
        ({"check": {**CHECK, "accepted": ["a"]}}, "malformed"),
        ({"check": {**CHECK, "text": ""}}, "malformed"),
        ({"check": {**CHECK, "offered": [["a", n == 0] for n in range(50)]}}, "malformed"),
        ({"check": {"kind": "short", "text": "?", "accepted": ["x" * 3000]}}, "malformed"),
        ({"check": {"kind": "ordering", "text": "?", "order": ["x"]}}, "malformed"),
        (
            {"check": {"kind": "matching", "text": "?", "pairs": [["a", ""], ["b", "c"]]}},
            "malformed",
        ),
    ],
)
def test_a_notice_that_cannot_be_is_refused_with_what_to_do(
    office: Office, boss: Principal, fields: dict[str, Any], code: str
) -> None:
    office.storage.write(lambda t: spaces.add(t, name="secret", title="", now=NOW, by="test"))

    body = {"id": "n", "audience": "all", "title": "t"} | fields
    [result] = push(office, boss, operation("announce", body))

    assert (result.status, result.code) == ("refused", code), result
    assert result.reason.endswith(".")
    assert log_of(office, boss, "+all") == log_of(office, boss, "+steer") == []


@pytest.mark.parametrize(
    "check",
    [
        CHECK,
        {"kind": "multiple", "text": "?", "offered": [["a", True], ["b", True]]},
        {"kind": "truefalse", "text": "?", "offered": [["vrai", True], ["faux", False]]},
        {"kind": "short", "text": "?", "accepted": ["a"]},
        {"kind": "ordering", "text": "?", "order": ["a", "b"]},
        {"kind": "matching", "text": "?", "pairs": [["a", "b"], ["c", "d"]]},
    ],
)
def test_every_kind_of_question_may_be_asked(
    office: Office, boss: Principal, check: dict[str, Any]
) -> None:
    assert push(office, boss, announce("n", check=check))[0].status == "applied"


def test_only_supervisors_announce_and_what_changed_meanwhile_is_looked_at_again(
    office: Office, boss: Principal, ana: Principal
) -> None:
    author = person(office, "ed", Role.AUTHOR)
    recall = operation("recall", {"id": "n", "why": "x"})
    push(office, boss, announce("n"), announce("n", 1, title="two"))

    for who in (ana, author):
        assert {r.code for r in push(office, who, announce("m"))} == {"forbidden"}
    assert push(office, ana, recall)[0].code == "forbidden"
    results = push(
        office,
        boss,
        announce("n"),
        announce("n", 1),
        announce("m", 3),
        announce("m", relaunched=True),
        announce("n", 2, audience="person:ana"),
        operation("recall", {"id": "m", "why": "x"}),
        operation("recall", {"id": "n", "why": " "}),
    )

    assert [r.code for r in results] == [
        "id_taken", "changed", "not_found", "not_found", "audience", "not_found", "malformed",
    ]  # fmt: skip
    assert all(r.reason.endswith(".") for r in results)


def test_a_notice_to_a_shelf_is_not_seen_by_supervisors_who_do_not_read_it(office: Office) -> None:
    """Its copy lives with those who write in the shelf, not where every supervisor looks."""
    office.storage.write(lambda t: spaces.add(t, name="secret", title="", now=NOW, by="test"))
    root, boss = person(office, "root", Role.ADMIN), person(office, "zoe", Role.SUPERVISOR)

    push(office, root, announce("n", audience="space:secret", body="CANARY"))

    assert "CANARY" not in repr([log_of(office, boss, s) for s in office.readable(boss)])
    assert "CANARY" in repr(log_of(office, root, "+edit.secret"))
    recall = operation("recall", {"id": "n", "why": "x"})
    assert push(office, boss, recall)[0].code == "not_found"
    assert push(office, root, operation("recall", {"id": "n", "why": "x"}))[0].status == "applied"


def test_receipts_only_go_forward_and_keep_the_first_moment(
    office: Office, boss: Principal, ana: Principal, clock: HandClock
) -> None:
    """D07: each state implies those before; times of the desk and of the server, and the device."""
    push(office, boss, announce("n"))

    push(office, ana, receipt("n", "delivered", device="pc1"))
    clock.pass_(minutes=1)
    push(office, ana, receipt("n", "acknowledged", device="pc2"))
    clock.pass_(minutes=1)
    before = len(log_of(office, boss, "+steer"))
    late = push(office, ana, receipt("n", "shown"), receipt("n", "acknowledged"))

    reached = stood(office, boss, "n", "ana").versions["1"]
    assert reached.delivered is not None
    assert reached.shown == reached.acknowledged
    assert reached.shown is not None
    assert reached.understood is None
    assert (reached.delivered.device, reached.delivered.server) == ("pc1", NOW)
    assert (reached.shown.device, reached.shown.server) == ("pc2", "2026-11-22T09:01:00Z")
    assert {r.status for r in late} == {"applied"}
    assert len(log_of(office, boss, "+steer")) == before


def test_to_have_understood_is_to_have_answered_rightly(
    office: Office, boss: Principal, ana: Principal
) -> None:
    push(office, boss, announce("n", check=CHECK))

    push(office, ana, receipt("n", "understood", 1, "the old"))
    wrong = stood(office, boss, "n", "ana").versions["1"]
    push(office, ana, receipt("n", "understood"))
    push(office, ana, receipt("n", "understood", 1, "the new"))
    right = stood(office, boss, "n", "ana").versions["1"]

    assert (wrong.wrong, wrong.acknowledged, wrong.understood) == (1, None, None)
    assert wrong.shown is not None
    assert (right.wrong, right.understood is not None) == (2, True)


def test_each_version_is_confirmed_apart_by_the_question_it_had(
    office: Office, boss: Principal, ana: Principal
) -> None:
    """A desk that was offline answers the version it knew, and a recalled one too."""
    other = {**CHECK, "offered": [["the new", False], ["the old", True]]}
    push(office, boss, announce("n", check=CHECK), announce("n", 1, check=other))
    push(office, boss, operation("recall", {"id": "n", "why": "wrong"}))

    push(office, ana, receipt("n", "understood", 1, "the new"))
    push(office, ana, receipt("n", "understood", 2, "the new"))
    push(office, ana, receipt("n", "understood", 2, "the old"))

    versions = stood(office, boss, "n", "ana").versions
    assert (versions["1"].wrong, versions["1"].understood is not None) == (0, True)
    assert (versions["2"].wrong, versions["2"].understood is not None) == (1, True)


def test_nobody_confirms_what_is_not_for_them(
    office: Office, boss: Principal, ana: Principal
) -> None:
    ben = person(office, "ben")
    push(office, boss, announce("n", audience="group:niveau2"), announce("m"))

    results = push(
        office,
        ben,
        receipt("n", "shown"),
        receipt("nothing", "shown"),
        receipt("m", "shown", 2),
        receipt("m", "shown", 0),
        receipt("m", "loved"),
        receipt("m", "understood", 1, *["x"] * 500),
    )

    assert [(r.status, r.code) for r in results] == [
        *[("applied", "")] * 3, *[("refused", "malformed")] * 3,
    ]  # fmt: skip
    silent = {(r.space, r.seq, r.rev) for r in results[:3]}
    assert silent == {("", 0, 0)}, "it is not told that there is such a notice"
    assert not [c for c in log_of(office, boss, "+steer") if c.kind == "receipt"]


def test_who_left_the_audience_may_still_tell_what_they_did_before(
    office: Office, boss: Principal
) -> None:
    """D09: it was confirmed offline, in the group; and nothing is left waiting or refused."""
    person(office, "ana", groups=("niveau2",))
    push(office, boss, announce("n", audience="group:niveau2"))
    push(office, again(office, "ana"), receipt("n", "delivered"))
    office.storage.write(
        lambda t: spaces.leave(t, group="niveau2", person="ana", now=NOW, by="test")
    )

    [told] = push(office, again(office, "ana"), receipt("n", "acknowledged"))

    assert told.status == "applied"
    assert stood(office, boss, "n", "ana").versions["1"].acknowledged is not None


def test_a_person_sees_no_receipt_but_their_own(
    office: Office, boss: Principal, ana: Principal
) -> None:
    """N01."""
    ben = person(office, "ben", Role.AUTHOR)
    push(office, boss, announce("n"))
    push(office, ana, receipt("n", "acknowledged", device="CANARY"))

    seen = repr([log_of(office, ben, space) for space in office.readable(ben)])

    assert "CANARY" not in seen
    assert "n/ana" not in seen
