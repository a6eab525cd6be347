"""Suggested edits, what becomes of them, verifications, ties of questions, and remarks."""

import hashlib
import io
import json
from typing import Any, TypeVar

import pytest

from sync.protocol.bodies.editing import Credit, Suggestion
from sync.protocol.wire import Operation
from sync.server import spaces
from sync.server.errors import Absent
from sync.server.office import Office
from sync.server.principal import Principal, Role
from sync.server.rights import Level
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


def kept(office: Office, id_: str) -> Suggestion:
    """Return a suggestion, which is the same for who decides and for its author."""
    ed = again(office, "ed")
    [*_, ours] = [c for c in log_of(office, ed, "+edit.base") if c.id == id_]
    found = said(ours.body or "", Suggestion)
    assert found is not None
    own = log_of(office, again(office, found.by), f"~{found.by}")
    assert [c.body for c in own if (c.kind, c.id) == ("own_suggestion", id_)][-1] == ours.body
    return found


def shelf(office: Office, name: str, reader: str = "") -> None:
    office.storage.write(lambda t: spaces.add(t, name=name, title="", now=NOW, by="test"))
    if reader:
        office.storage.write(
            lambda t: spaces.grant(
                t, space=name, principal=reader, level=Level.READ, now=NOW, by="test"
            )
        )


def test_whoever_reads_suggests_and_both_sides_see_the_verdict(
    office: Office, ed: Principal, ana: Principal
) -> None:
    push(office, ed, publish("a", "ONE\n\ntwo\n", 1))
    fresh = suggest("ONE\n\nTWO\n", 2, comment="Louder", gaps=["g"])
    clean, clash = suggest("one\n\nTWO\n", 1), suggest("uno\n\ntwo\n", 1)

    results = push(office, ana, fresh, clean, clash)

    assert {(r.status, r.space) for r in results} == {("applied", "+edit.base")}
    one, two, three = (kept(office, x.id) for x in (fresh, clean, clash))
    assert (one.verdict, one.base, one.theirs, one.comment) == (
        "fresh", "ONE\n\ntwo\n", None, "Louder",
    )  # fmt: skip
    assert (two.verdict, two.theirs, two.merged) == ("clean", "ONE\n\ntwo\n", "ONE\n\nTWO\n")
    assert (three.verdict, three.merged, three.mine) == ("clash", None, "uno\n\ntwo\n")
    assert {(x.state, x.by, x.path) for x in (one, two, three)} == {("open", "ana", "a.md")}
    assert one.gaps == ("g",)
    assert live(office, ed) == {"a": "ONE\n\ntwo\n"}


def test_a_text_that_met_another_and_a_suggestion_have_one_shape(
    office: Office, ed: Principal
) -> None:
    push(office, ed, publish("a", "ONE\n\ntwo\n", 1))
    met, asked = publish("a", "uno\n\ntwo\n", 1), suggest("uno\n\ntwo\n", 1)

    push(office, ed, met, asked)

    assert kept(office, met.id) == kept(office, asked.id)


def test_what_stands_already_and_what_is_gone_are_told_apart(
    office: Office, ed: Principal, ana: Principal
) -> None:
    same, nothing = suggest("one\r\n\r\ntwo\r\n"), suggest("x\n", 7)
    push(office, ana, same, nothing)
    push(office, ed, retire("a", 1))
    gone, taken_out = suggest("three\n", 1), suggest(None, 1)

    push(office, ana, gone, taken_out)

    states = [kept(office, x.id) for x in (same, nothing, gone, taken_out)]
    assert [(x.verdict, x.state) for x in states] == [
        ("same", "accepted"),
        ("unknown", "needs attention"),
        ("gone", "needs attention"),
        ("same", "accepted"),
    ]


def test_an_accepted_edit_is_published_and_credited(
    office: Office, ed: Principal, ana: Principal
) -> None:
    """E04: in whole, or in part with another text."""
    whole, part = suggest("ONE\n\ntwo\n", comment="Louder"), suggest("uno\n\ndos\n")
    push(office, ana, whole, part)

    first = push(office, ed, settle(whole.id, "accepted"))[0]
    stale = push(office, ed, settle(part.id, "partly accepted", text="x\n"))[0]
    second = push(office, ed, settle(part.id, "partly accepted", 2, text="ONE\n\ndos\n"))[0]

    assert [(r.status, r.space, r.rev) for r in (first, second)] == [
        ("applied", "base", 2),
        ("applied", "base", 3),
    ]
    assert (stale.status, stale.code) == ("refused", "moved")
    assert live(office, ed)["a"] == "ONE\n\ndos\n"
    credit = newest(office, ana, "base", "credit", Credit)
    assert (credit.rev, credit.by, credit.decided_by) == (3, "ana", "ed")
    assert json.loads(live(office, ana)["a@2"])["comment"] == "Louder"
    assert (kept(office, whole.id).state, kept(office, part.id).state) == (
        "accepted",
        "partly accepted",
    )
    assert kept(office, whole.id).decided_by == "ed"


def test_a_new_article_a_removal_and_a_return_are_suggested_too(
    office: Office, ed: Principal, ana: Principal
) -> None:
    new = suggest("# New\n", None, article="b", space="base", path="sub/b.md")
    gone = suggest(None, 1)
    push(office, ana, new, gone)
    push(office, ed, settle(new.id, "accepted", None), settle(gone.id, "accepted", 1))
    back = suggest("one again\n", 1)
    push(office, ana, back)
    push(office, ed, settle(back.id, "accepted", 2))

    articles = [c for c in log_of(office, ed) if c.kind == "article"]
    assert [(c.id, c.path, c.rev, c.body) for c in articles[1:]] == [
        ("b", "sub/b.md", 1, "# New\n"),
        ("a", "", 2, None),
        ("a", "a.md", 3, "one again\n"),
    ]


def test_who_may_decide_and_what_is_refused_otherwise(
    office: Office, ed: Principal, ana: Principal
) -> None:
    boss, ben = person(office, "zoe", Role.SUPERVISOR), person(office, "ben")
    one, two = suggest("x\n"), suggest("y\n")
    push(office, ana, one, two)

    def code(who: Principal, decision: str, id_: str = one.id, **fields: Any) -> str:
        result = push(office, who, settle(id_, decision, **fields))[0]
        assert result.status == "applied" or result.reason.endswith("."), result
        return result.code

    assert code(ben, "accepted") == code(ed, "accepted", "nothing") == "not_found"
    assert code(ana, "accepted") == code(ana, "declined", why="x") == "forbidden"
    assert code(boss, "accepted") == "forbidden"
    assert code(ed, "withdrawn") == "forbidden"
    assert code(ed, "declined") == code(ed, "eaten") == "malformed"
    assert code(ed, "accepted", text="\0") == "malformed"
    assert code(boss, "declined", why="Not so.") == ""
    assert code(ed, "accepted") == "decided"
    assert code(ana, "withdrawn", id_=two.id) == ""
    assert code(ed, "accepted", id_=two.id) == "decided"
    assert (kept(office, one.id).why, kept(office, two.id).state) == ("Not so.", "withdrawn")
    assert live(office, ed) == {"a": "one\n\ntwo\n"}


def test_what_cannot_be_suggested_is_refused(office: Office, ed: Principal, ana: Principal) -> None:
    shelf(office, "secret")
    root = person(office, "root", Role.ADMIN)
    push(office, root, publish("s", "SECRET\n", space="secret"))

    results = push(
        office,
        ana,
        suggest("x", 1, article="s"),
        suggest("x", None, article="n", space="secret"),
        suggest("x", None, article="n", space="+edit"),
        suggest("x", None, article="n", space="~ana"),
        suggest(None, None, article="n", space="base"),
        suggest("x", None, article="n", space="base", path="../n.md"),
        suggest("x", None, article=" ", space="base"),
        suggest("x", 1, gaps=["g"] * 101),
        suggest("x", 1, gaps=["\0"]),
        suggest("x" * (2 * 1024 * 1024 + 1), 1),
    )

    assert [r.code for r in results] == [
        "id_taken", "no_space", "no_space", "no_space", "not_found", "path", "id", "too_large",
        "malformed", "too_large",
    ]  # fmt: skip
    assert "SECRET" not in repr(results)
    assert all(r.reason.endswith(".") for r in results)
    assert log_of(office, ana, "~ana") == []


def test_pictures_of_a_suggested_text_are_seen_by_who_decides(
    office: Office, ed: Principal, ana: Principal
) -> None:
    picture = b"\x89PNG suggested"
    sha256 = hashlib.sha256(picture).hexdigest()
    asset = {"path": "images/p.png", "sha256": sha256, "media_type": "image/png", "size": 14}
    ben = person(office, "ben")

    office.put_blob(ana, sha256, io.BytesIO(picture))
    with pytest.raises(Absent):
        office.get_blob(ed, sha256)
    push(office, ana, suggest("![](images/p.png)\n", assets=[asset]))

    assert office.get_blob(ed, sha256).read_bytes() == picture
    assert office.get_blob(again(office, "ana"), sha256).read_bytes() == picture
    with pytest.raises(Absent):
        office.get_blob(ben, sha256)


@pytest.mark.parametrize(
    "listed",
    [
        json.dumps({"spaces": [{"id": "base", "four_eyes": True}]}),
        "spaces:\n  - id: other\n  - id: base\n    title: Base\n    four_eyes: true\n",
        "spaces:\n- {id: 'base', title: x, four_eyes: yes}\n- {id: other}\n",
        'spaces:\n- four_eyes: "true"\n  id: "base"  # the base\n',
    ],
)
def test_nobody_accepts_their_own_text_where_four_eyes_are_asked_for(
    office: Office, ed: Principal, ana: Principal, listed: str
) -> None:
    root = person(office, "root", Role.ADMIN)
    fields = {"space": "base", "kind": "spaces", "id": "spaces", "body": listed}
    push(office, root, operation("publish", fields))
    mine, theirs = suggest("x\n"), suggest("y\n")
    push(office, ed, mine)
    push(office, ana, theirs)

    results = push(
        office,
        ed,
        publish("a", "x\n", 1),
        settle(mine.id, "accepted"),
        settle(theirs.id, "accepted"),
    )

    assert [r.code for r in results] == ["four_eyes", "four_eyes", ""]
    assert push(office, root, publish("a", "z\n", 2))[0].status == "applied"


@pytest.mark.parametrize(
    "listed",
    [
        "spaces:\n- id: base\n- id: other\n  four_eyes: true\n",
        "spaces:\n- {id: base}\n- {id: base-two, four_eyes: true}\n",
        "spaces:\n- id: base\n  four_eyes: false\n",
        "spaces:\n- id: base\n  # four_eyes: true\n",
        "nonsense",
    ],
)
def test_four_eyes_are_asked_for_nowhere_else(office: Office, ed: Principal, listed: str) -> None:
    root = person(office, "root", Role.ADMIN)
    fields = {"space": "base", "kind": "spaces", "id": "spaces", "body": listed}
    push(office, root, operation("publish", fields))

    assert push(office, ed, publish("a", "x\n", 1))[0].status == "applied"
