"""An article moves to another shelf, and all that hangs on it with it, in one transaction."""

import hashlib
import io
import random
from pathlib import Path
from typing import Any

import pytest

from sync.protocol import codec, grading
from sync.protocol.bodies.editing import Suggestion
from sync.protocol.bodies.learning import Question
from sync.protocol.wire import Change, Operation
from sync.server import spaces
from sync.server.errors import Absent
from sync.server.office import Office
from sync.server.principal import Principal, Role
from sync.server.rights import Level
from sync.server.rules.rule import Bench, said
from tests.support import offices
from tests.support.offices import (
    NOW,
    HandClock,
    a_storage,
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
ASKED = Question("short", "Quel mot ?", accepted=("x",))
PICTURE = b"\x89PNG\r\n\x1a\n" + b"x" * 40
SHA256 = hashlib.sha256(PICTURE).hexdigest()


@pytest.fixture
def root(office: Office) -> Principal:
    """Two shelves with a writer each; ana reads the left one, and only an admin both."""
    made = person(office, "root", Role.ADMIN)
    grants = {"left": {"lea": Level.WRITE, "ana": Level.READ}, "right": {"rik": Level.WRITE}}
    for name in ("lea", "ana", "rik"):
        person(office, name)
    for shelf, readers in grants.items():
        _shelf(office, shelf, readers)
    push(office, made, publish("a", "one\n\ntwo\n", space="left"))
    return again(office, "root")


def _shelf(office: Office, name: str, readers: dict[str, Level]) -> None:
    office.storage.write(lambda t: spaces.add(t, name=name, title="", now=NOW, by="test"))
    for who, level in readers.items():
        _grant(office, name, f"person:{who}", level)


def _grant(office: Office, shelf: str, who: str, level: Level) -> None:
    office.storage.write(
        lambda t: spaces.grant(t, space=shelf, principal=who, level=level, now=NOW, by="test")
    )


def suggest(text: str, base_rev: int = 1, article: str = "a", **fields: Any) -> Operation:
    return operation("suggest", {"article": article, "text": text} | fields, base_rev)


def settle(id_: str, decision: str, base_rev: int = 1, **fields: Any) -> Operation:
    return operation("settle", {"suggestion": id_, "decision": decision} | fields, base_rev)


def feedback(article: str = "a") -> Operation:
    return operation("feedback", {"article": article, "kind": "wrong", "text": "No."})


def answer() -> Operation:
    fields = {"question": grading.question_id(ASKED), "article": "a", "answer": ["x"]}
    return operation("review", fields | {"asked": _asked()})


def _asked() -> dict[str, Any]:
    found: dict[str, Any] = codec.decode(codec.encode(ASKED), dict[str, Any])
    return found


def said_of_it(office: Office, root: Principal) -> dict[str, Operation]:
    """Let everything be said about `a` that can be; return some of it by name."""
    lea, ana = again(office, "lea"), again(office, "ana")
    with io.BytesIO(PICTURE) as picture:
        office.put_blob(ana, SHA256, picture)
    shown = {"path": "p.png", "sha256": SHA256}
    made = {"taken": suggest("ONE\n\ntwo\n"), "no": suggest("no\n"), "remark": feedback()}
    push(office, ana, *made.values())
    push(office, lea, settle(made["taken"].id, "accepted"))
    push(office, lea, settle(made["no"].id, "declined", why="No."))
    made["open"] = suggest("ONE\n\nTWO\n", 2, assets=[shown])
    push(office, ana, made["open"], feedback())
    push(office, lea, operation("verify", {"article": "a"}, 2))
    push(office, lea, operation("confirm_questions", {"article": "a", "ties": {"q": "h"}}))
    for name in ("b1", "b2", "b3", "b4", "b5"):
        person(office, name)
        _grant(office, "left", f"person:{name}", Level.READ)
        push(office, again(office, name), answer())
    return made


def stands(office: Office, who: Principal, space: str) -> dict[tuple[str, str], Change]:
    """Map what is live in a space."""
    found: dict[tuple[str, str], Change] = {}
    for one in log_of(office, who, space):
        found[one.kind, one.id] = one
    return {key: one for key, one in found.items() if one.body is not None}


def test_all_that_hangs_on_an_article_goes_where_it_goes(office: Office, root: Principal) -> None:
    """Open and decided suggestions, their pictures, remarks, figures, credits, ties, the rest.

    Those who write in the new shelf have it and decide; those of the old one have nothing of it.
    """
    made = said_of_it(office, root)
    before = {space: stands(office, root, space) for space in ("left", "+edit.left")}
    kinds = {kind for held in before.values() for kind, _ in held}
    assert kinds == {
        "article", "verification", "question_ties", "credit", "suggestion", "suggested_asset",
        "feedback", "question_figures",
    }  # fmt: skip

    [moved] = push(office, root, publish("a", "ONE\n\ntwo\n", 2, space="right"))

    assert (moved.status, moved.space) == ("applied", "right")
    lea, rik = again(office, "lea"), again(office, "rik")
    assert live(office, lea, "left") == live(office, lea, "+edit.left") == {}
    for space, held in before.items():
        after = stands(office, rik, space.replace("left", "right"))
        assert after.keys() == held.keys()
        assert {one.rev - held[key].rev for key, one in after.items()} == {1}
        for (kind, _), one in after.items():
            assert kind != "question_figures" or one.by == "", "nobody is told whose it was"
    assert office.get_blob(rik, SHA256).read_bytes() == PICTURE
    with pytest.raises(Absent):
        office.get_blob(lea, SHA256)
    decision = settle(made["open"].id, "accepted", 3)
    assert push(office, lea, decision)[0].code == "not_found"
    assert push(office, rik, settle(made["open"].id, "accepted", 3))[0].status == "applied"
    reply = {"feedback": made["remark"].id, "state": "done"}
    assert push(office, lea, operation("answer_feedback", reply))[0].code == "not_found"
    assert push(office, rik, operation("answer_feedback", reply))[0].status == "applied"


def test_a_shelf_is_not_named_to_an_author_who_does_not_read_it(
    office: Office, root: Principal
) -> None:
    """Who suggested keeps their own text, and is told what became of it; not where it went."""
    made = said_of_it(office, root)
    push(office, root, publish("a", "ONE\n\ntwo\n", 2, space="right"))
    push(office, again(office, "rik"), settle(made["open"].id, "accepted", 3))
    ana = again(office, "ana")
    told = [one for one in log_of(office, ana, "~ana") if one.id == made["open"].id][-1]
    own = said(told.body or "", Suggestion)

    assert own is not None
    assert (own.state, own.space, own.decided_by) == ("accepted", "left", "rik")
    assert "right" not in repr([log_of(office, ana, space) for space in ("~ana", "+all")])
    _grant(office, "right", "person:ana", Level.READ)
    push(office, root, publish("a", "ONE\n\nTWO\n", 4, space="left"))
    push(office, root, publish("a", "ONE\n\nTWO\n", 5, space="right"))
    ours = stands(office, root, "+edit.right")["suggestion", made["open"].id]
    theirs = stands(office, again(office, "ana"), "~ana")["own_suggestion", made["open"].id]
    assert ours.body == theirs.body


def test_an_old_revision_shows_nobody_the_text_of_a_shelf_they_do_not_read(
    office: Office, root: Principal
) -> None:
    """What stood in the left shelf was not for rik; naming its revision does not bring it out."""
    push(office, root, publish("a", "told\n", 1, space="right"))
    rik = again(office, "rik")
    push(office, rik, suggest("mine\n", 1), publish("a", "mine too\n", 1, space="right"))

    for space in ("~rik", "+edit.right"):
        made = stands(office, rik, space).values()
        found = [said(one.body or "", Suggestion) for one in made]
        assert [one.base for one in found if one] == [None, None]
    assert "two" not in repr([log_of(office, rik, space) for space in ("~rik", "+edit.right")])


def test_what_is_said_and_moved_in_one_batch_goes_too(office: Office, root: Principal) -> None:
    """A desk that was offline sends a remark, an edit and the move together."""
    lea = again(office, "lea")
    _grant(office, "right", "person:lea", Level.WRITE)
    lea = again(office, "lea")
    one, other = suggest("1\n"), suggest("2\n")
    push(office, lea, one)
    results = push(
        office, lea,
        other, feedback(), settle(one.id, "accepted"), publish("a", "1\n", 2, space="right"),
    )  # fmt: skip

    assert {result.status for result in results} == {"applied"}
    assert live(office, lea, "+edit.left") == live(office, lea, "left") == {}
    held = stands(office, lea, "+edit.right")
    assert sorted(kind for kind, _ in held) == ["feedback", "suggestion", "suggestion"]
    body = said(held["suggestion", one.id].body or "", Suggestion)
    assert body is not None
    assert (body.state, body.space) == ("accepted", "right")
    assert ("credit", "a@2") in stands(office, lea, "right")


def test_what_was_said_of_a_text_that_is_gone_comes_along_when_it_is_made_anew(
    office: Office, root: Principal
) -> None:
    said_of_it(office, root)
    push(office, root, retire("a", 2))
    push(office, root, publish("a", "back\n", space="right"))

    assert live(office, root, "+edit.left") == live(office, root, "left") == {}
    assert len(stands(office, root, "+edit.right")) == 7


def test_whoever_takes_the_id_of_a_text_that_is_gone_does_not_get_what_was_said_of_it(
    office: Office, root: Principal
) -> None:
    """Rik reads the left shelf and does not write there: what people said is not for him."""
    said_of_it(office, root)
    _grant(office, "left", "person:rik", Level.READ)
    push(office, root, retire("a", 2))
    before = stands(office, root, "+edit.left").keys()
    credited = {key for key in stands(office, root, "left") if key[0] == "credit"}
    [taken] = push(office, again(office, "rik"), publish("a", "mine\n", space="right"))

    assert (taken.status, taken.space) == ("applied", "right")
    assert live(office, again(office, "rik"), "+edit.right") == {}
    assert stands(office, again(office, "lea"), "+edit.left").keys() == before
    assert stands(office, root, "left").keys() == credited


def test_other_articles_stay_where_they_are(office: Office, root: Principal) -> None:
    """Also one whose id begins alike, or holds what JSON writes otherwise."""
    odd = 'a"\\ é'
    push(office, root, *(publish(one, "x\n", space="left", path="p.md") for one in ("ab", odd)))
    kept, gone = feedback("ab"), feedback(odd)
    push(office, again(office, "ana"), kept, gone, suggest("y\n", article="ab"))
    push(office, root, publish(odd, "x\n", 1, space="right", path="odd.md"))

    assert {id_ for _, id_ in stands(office, root, "+edit.right")} == {gone.id}
    assert len(stands(office, root, "+edit.left")) == 2


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_done_what_is_said_stands_with_its_article(tmp_path: Path, seed: int) -> None:
    """A hundred acts by chance, in batches: each thing said is for the shelf of its article."""
    chance = random.Random(seed)
    with a_storage("sqlite", tmp_path) as opened:
        office = Office(opened, tmp_path / "files", HandClock())
        root = person(office, "root", Role.ADMIN)
        for name in ("left", "right", "mid"):
            _shelf(office, name, {})
        root = again(office, "root")
        revs: dict[str, int] = dict.fromkeys("abc", 0)
        made: list[str] = []
        for _ in range(20):
            batch = []
            for _ in range(chance.randrange(1, 7)):
                id_ = chance.choice("abc")
                batch.append(_act(chance, id_, revs, made))
            push(office, root, *batch)
            revs = {id_: _rev(office, id_) for id_ in revs}
        places: dict[str, str] = dict(opened.read(lambda t: t.rows(
            "SELECT id, space FROM entities WHERE kind = 'article'")))  # fmt: skip
        rows = opened.read(lambda t: t.rows(
            "SELECT kind, id, space, body FROM entities WHERE body IS NOT NULL"
            " AND kind IN ('suggestion', 'feedback', 'credit')"))  # fmt: skip
        office.close()
    assert len(rows) > 10
    for kind, id_, space, body in rows:
        home = places[codec.decode(body.encode(), dict[str, Any])["article"]]
        assert space == (home if kind == "credit" else f"+edit.{home}"), f"{kind} {id_}"


def _act(chance: random.Random, id_: str, revs: dict[str, int], made: list[str]) -> Operation:
    text, rev = f"{chance.random()}\n", revs[id_]
    match chance.randrange(6) if rev else 0:
        case 0 | 1:
            return publish(id_, text, rev, space=chance.choice(("left", "right", "mid")))
        case 2:
            one = suggest(text, rev, id_)
            made.append(one.id)
            return one
        case 3:
            return feedback(id_)
        case 4 if made:
            decision = chance.choice(("accepted", "declined", "accepted"))
            return settle(chance.choice(made), decision, rev, why="x")
        case _:
            return retire(id_, rev) if chance.random() < 0.2 else feedback(id_)


def _rev(office: Office, id_: str) -> int:
    found = office.storage.read(
        lambda t: t.value("SELECT rev FROM entities WHERE kind = 'article' AND id = ?", id_)
    )
    return int(found or 0)


def test_what_hangs_on_an_article_is_found_in_one_look_for_a_batch(
    office: Office, root: Principal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A shelf that is tidied moves fifty texts in a push, whatever others wrote into it."""
    ids = [f"t{n}" for n in range(20)]
    push(office, root, *(publish(one, '{"article":', space="left") for one in ids))
    fields = {"audience": "space:left", "title": "x", "id": "n"}
    push(office, root, operation("announce", {"article": ["x" * 2000]} | fields))
    push(office, again(office, "ana"), *(feedback(one) for one in ids))
    looks = []
    look = Bench._named

    def counted(bench: Bench, space: str, kinds: Any) -> Any:
        looks.append(space)
        return look(bench, space, kinds)

    monkeypatch.setattr(Bench, "_named", counted)
    results = push(office, root, *(publish(one, "x", 1, space="right") for one in ids))

    assert {one.status for one in results} == {"applied"}
    assert looks == ["+edit.left"]
    assert len(stands(office, root, "+edit.right")) == len(ids)
