"""What was not found: told without a name, closed with a proof, and those who asked are told."""

import json
from typing import Any

import pytest

from sync.protocol.bodies.gaps import AnsweredGap, Gap
from sync.protocol.wire import Operation
from sync.server import spaces
from sync.server.office import Office
from sync.server.principal import Principal, Role
from sync.server.rules.rule import said
from tests.support import offices
from tests.support.offices import NOW, again, live, log_of, operation, person, publish, push

storage, clock, office = offices.storage, offices.clock, offices.office


@pytest.fixture
def ed(office: Office) -> Principal:
    author = person(office, "ed", Role.AUTHOR)
    push(office, author, publish("a", "one\n"))
    return author


@pytest.fixture
def ana(office: Office) -> Principal:
    return person(office, "ana")


def not_found(query: str, **fields: Any) -> Operation:
    return operation("not_found", {"query": query} | fields)


def close(*proofs: tuple[str, int], **fields: Any) -> Operation:
    told = [{"gap": gap, "rank": rank} for gap, rank in proofs]
    return operation("close_gaps", {"article": "a", "title": "A", "proofs": told} | fields)


def gaps(office: Office, who: Principal) -> dict[str, Gap]:
    found = {id_: said(body, Gap) for id_, body in live(office, who, "+edit").items()}
    assert all(found.values())
    return {id_: gap for id_, gap in found.items() if gap is not None}


def test_anyone_may_say_that_the_base_did_not_answer_and_nobody_learns_who(
    office: Office, ed: Principal, ana: Principal
) -> None:
    """N05: the name is in no change that comes down, nor are fields that could hold it."""
    told = not_found("écran noir", spaces=["base"], queue="fibre", by="ana", person="ana")
    silent = operation("missed", {"query": "ecran", "how": "reworded", "opened": ["a"]})

    results = push(office, ana, told, silent)

    assert {(r.status, r.space) for r in results} == {("applied", "+edit")}
    found = gaps(office, ed)
    assert (found[told.id].query, found[told.id].how, found[told.id].queue) == (
        "écran noir", "told", "fibre",
    )  # fmt: skip
    assert (found[silent.id].how, found[silent.id].opened) == ("reworded", ("a",))
    everything = [log_of(office, ed, space) for space in office.readable(ed)]
    assert "ana" not in repr(everything)
    assert "+edit" not in office.readable(ana)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("not_found", {"query": " "}),
        ("not_found", {"query": "x", "how": "empty"}),
        ("not_found", {"query": "x\0"}),
        ("not_found", {"query": "x", "tags": ["\0"]}),
        ("not_found", {"query": "x" * 3000}),
        ("missed", {"query": "x"}),
        ("missed", {"query": "x", "how": "shouted"}),
        ("missed", {"how": "empty"}),
    ],
)
def test_a_gap_without_a_question_is_none(
    office: Office, ed: Principal, kind: str, body: dict[str, Any]
) -> None:
    [result] = push(office, ed, operation(kind, body))

    assert (result.status, result.code) == ("refused", "malformed")
    assert result.reason.endswith(".")
    assert gaps(office, ed) == {}


def test_a_gap_without_end_is_refused(office: Office, ed: Principal) -> None:
    [result] = push(office, ed, not_found("x", opened=["y" * 1000] * 100))
    assert (result.code, gaps(office, ed)) == ("too_large", {})


def test_a_closed_gap_is_told_to_each_who_had_asked(
    office: Office, ed: Principal, ana: Principal
) -> None:
    """B10: with the rank at which its query finds the answer."""
    ben = person(office, "ben")
    one, two, other = not_found("box"), not_found("boxe"), not_found("rien")
    push(office, ana, one)
    push(office, ben, two, other)

    [result] = push(office, ed, close((one.id, 1), (two.id, 3)))

    assert result.status == "applied"
    found = gaps(office, ed)
    assert [(found[x.id].state, found[x.id].rank) for x in (one, two, other)] == [
        ("closed", 1), ("closed", 3), ("open", 0),
    ]  # fmt: skip
    assert (found[one.id].decided_by, found[one.id].decided_at) == ("ed", NOW)
    for who, asked in ((ana, one), (ben, two)):
        told = said(live(office, who, f"~{who.name}")[asked.id], AnsweredGap)
        assert told == AnsweredGap(json.loads(bytes(asked.body))["query"], "a", NOW, "A")
    assert len(live(office, ben, "~ben")) == 1
    push(office, ed, close((one.id, 2)))
    assert gaps(office, ed)[one.id].rank == 1, "it was closed already"


def test_a_dismissed_gap_is_told_to_nobody(office: Office, ed: Principal, ana: Principal) -> None:
    asked = not_found("qsdf")
    push(office, ana, asked)
    push(office, ed, close((asked.id, 0), article="", why="A slip."))

    found = gaps(office, ed)[asked.id]
    assert (found.state, found.why, found.article) == ("dismissed", "A slip.", "")
    assert live(office, ana, "~ana") == {}


def test_who_may_not_read_the_answer_is_not_told_of_it(office: Office, ana: Principal) -> None:
    office.storage.write(lambda t: spaces.add(t, name="secret", title="", now=NOW, by="test"))
    root = person(office, "root", Role.ADMIN)
    push(office, root, publish("s", "x\n", space="secret"))
    asked = not_found("box")
    push(office, ana, asked)

    push(office, root, close((asked.id, 1), article="s"))

    assert gaps(office, root)[asked.id].state == "closed"
    assert live(office, again(office, "ana"), "~ana") == {}


def test_a_gap_closes_only_with_a_proof(office: Office, ed: Principal, ana: Principal) -> None:
    asked = not_found("box")
    push(office, ana, asked)

    results = [
        push(office, who, made)[0]
        for who, made in (
            (ana, close((asked.id, 1))),
            (ed, close((asked.id, 4))),
            (ed, close((asked.id, 0))),
            (ed, close((asked.id, 1), article="nothing")),
            (ed, close()),
            (ed, close(*[(asked.id, 1)] * 501)),
        )
    ]

    assert [r.code for r in results] == [
        "forbidden", "not_proved", "not_proved", "not_found", "malformed", "malformed",
    ]  # fmt: skip
    assert all(r.reason.endswith(".") for r in results)
    assert gaps(office, ed)[asked.id].state == "open"
