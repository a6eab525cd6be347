"""What each kind of operation does, refuses and keeps."""

import hashlib
import io
import json
from typing import Any

import msgspec
import pytest

from sync.protocol.wire import Operation
from sync.server import spaces
from sync.server.errors import Absent, Unfit
from sync.server.office import Office
from sync.server.principal import Principal, Role
from sync.server.rights import Level
from sync.server.rules import registry
from sync.server.rules.rule import Bench, Outcome
from tests.support import offices
from tests.support.offices import NOW, again, live, log_of, operation, person, publish, push, retire

storage, clock, office = offices.storage, offices.clock, offices.office


@pytest.fixture
def ana(office: Office) -> Principal:
    return person(office, "ana", Role.AUTHOR)


@pytest.fixture
def boss(office: Office) -> Principal:
    return person(office, "zoe", Role.SUPERVISOR)


def suggestions(office: Office, who: Principal, space: str = "+edit.base") -> list[dict[str, Any]]:
    return [json.loads(body) for body in live(office, who, space).values()]


def test_two_who_changed_one_text_are_both_kept(
    office: Office, ana: Principal, boss: Principal
) -> None:
    """A merge is proposed to a person, never published by itself."""
    ben = person(office, "ben", Role.AUTHOR)
    push(office, ana, publish("a", "one\n\ntwo\n\nthree\n"))
    push(office, ana, publish("a", "ONE\n\ntwo\n\nthree\n", 1))

    clean, clash = push(
        office,
        ben,
        publish("a", "one\n\ntwo\n\nTHREE\n", 1),
        publish("a", "uno\n\ntwo\n\nthree\n", 1),
    )

    assert [(r.status, r.code, r.rev) for r in (clean, clash)] == [("conflict", "conflict", 2)] * 2
    first, second = suggestions(office, boss)
    assert (first["verdict"], first["merged"]) == ("clean", "ONE\n\ntwo\n\nTHREE\n")
    assert (second["verdict"], second["theirs"]) == ("clash", "ONE\n\ntwo\n\nthree\n")
    assert first["base"] == second["base"] == "one\n\ntwo\n\nthree\n"
    assert "merged" not in second
    assert suggestions(office, ben, "~ben") == [first, second]
    assert live(office, ana) == {"a": "ONE\n\ntwo\n\nthree\n"}


def test_the_same_change_made_twice_is_no_conflict(office: Office, ana: Principal) -> None:
    push(office, ana, publish("a", "one\n"), publish("a", "two\n", 1))

    result = push(office, ana, publish("a", "two\r\n", 1))[0]

    assert (result.status, result.seq, result.rev) == ("applied", 2, 2)
    assert len(log_of(office, ana)) == 2


def test_an_edit_of_what_was_taken_out_waits_for_a_person(
    office: Office, ana: Principal, boss: Principal
) -> None:
    """G17: never dropped, never brought back in silence."""
    push(office, ana, publish("a", "one\n"), retire("a", 1))

    result = push(office, ana, publish("a", "two\n", 1))[0]

    assert (result.status, result.code) == ("conflict", "gone")
    [kept] = suggestions(office, boss)
    assert (kept["state"], kept["mine"]) == ("needs attention", "two\n")
    assert "theirs" not in kept
    assert live(office, ana) == {}


def test_taking_out_what_somebody_changed_meanwhile_waits_for_a_person(
    office: Office, ana: Principal, boss: Principal
) -> None:
    push(office, ana, publish("a", "one\n"), publish("a", "two\n", 1))

    result = push(office, ana, retire("a", 1))[0]

    assert (result.status, result.code) == ("conflict", "conflict")
    assert suggestions(office, boss)[0]["mine"] is None
    assert live(office, ana) == {"a": "two\n"}


def test_a_text_whose_base_was_cut_from_the_log_has_no_third_side(
    office: Office, ana: Principal, boss: Principal
) -> None:
    push(office, ana, publish("a", "one\n"), publish("a", "two\n", 1))
    office.storage.write(lambda t: t.run("DELETE FROM changes WHERE rev = 1 AND id = 'a'"))

    push(office, ana, publish("a", "three\n", 1))

    [kept] = suggestions(office, boss)
    assert (kept["verdict"], kept["state"]) == ("unknown", "needs attention")


def test_a_text_is_not_moved_back_by_who_edited_it_where_it_was(
    office: Office, ana: Principal
) -> None:
    push(office, ana, publish("a", "one\n"), publish("a", "one\n", 1, path="new/a.md"))

    push(office, ana, publish("a", "two\n", 1))

    assert [(c.path, c.body) for c in log_of(office, ana)][-1] == ("new/a.md", "two\n")


def test_moving_takes_out_of_one_space_and_puts_into_the_other_at_once(
    office: Office, ana: Principal
) -> None:
    office.storage.write(lambda t: spaces.add(t, name="fibre", title="", now=NOW, by="test"))
    office.storage.write(
        lambda t: spaces.grant(
            t, space="fibre", principal="everyone", level=Level.READ, now=NOW, by="test"
        )
    )
    push(office, ana, publish("a", "one\n"))

    result = push(office, ana, publish("a", "one\n", 1, space="fibre"))[0]

    gone = log_of(office, ana)[-1]
    [there] = log_of(office, ana, "fibre")
    assert (gone.body, gone.moved, gone.rev) == (None, "fibre", 2)
    assert (there.body, there.rev, result.space, result.seq) == ("one\n", 2, "fibre", 1)
    heads = office.heads(ana)[1].spaces
    assert (heads["base"].live, heads["fibre"].live) == (0, 1)


def test_what_was_taken_out_may_be_made_anew_on_purpose(office: Office, ana: Principal) -> None:
    push(office, ana, publish("a", "one\n"), retire("a", 1))

    result = push(office, ana, publish("a", "again\n"))[0]

    assert (result.status, result.rev) == ("applied", 3)


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (publish("a", "x", space="+steer"), "no_space"),
        (publish("a", "x", space="~zoe"), "no_space"),
        (publish("a", "x", space="~ana"), "forbidden"),
        (publish("a", "x", kind="suggestion"), "kind"),
        (publish("a", "x", kind="announcement"), "kind"),
        (publish("a", "x", path="../../etc/passwd"), "path"),
        (publish("a", "x", path="C:\\x"), "path"),
        (publish("", "x"), "id"),
        (publish("a\nb", "x"), "id"),
        (publish("a", "nul\0"), "malformed"),
        (publish("a", "x" * (2 * 1024 * 1024 + 1)), "too_large"),
        (publish("p.png", "{}", kind="asset"), "malformed"),
        (operation("publish", {"space": "base"}), "malformed"),
        (Operation(publish("a", "").id, "publish", NOW, msgspec.Raw(b"[" * 2000)), "malformed"),
        (retire("nothing"), "not_found"),
        (operation("x" * 200, {}), "unknown_kind"),
        (operation("nul\0kind", {}), "unknown_kind"),
    ],
)
def test_what_may_not_be_is_refused_with_a_code_and_a_sentence(
    office: Office, ana: Principal, made: Operation, code: str
) -> None:
    result = push(office, ana, made)[0]

    assert (result.status, result.code) == ("refused", code)
    assert result.reason.endswith(".")


def test_an_agent_reads_and_does_not_write(office: Office, ana: Principal) -> None:
    push(office, ana, publish("a", "x\n"))
    agent = person(office, "ben")

    results = push(office, agent, publish("b", "x\n"), publish("a", "y\n", 1), retire("a", 1))

    assert {result.code for result in results} == {"forbidden"}


def test_an_id_used_where_one_may_not_look_is_taken_and_tells_nothing_else(
    office: Office, ana: Principal
) -> None:
    office.storage.write(lambda t: spaces.add(t, name="secret", title="", now=NOW, by="test"))
    admin = person(office, "root", Role.ADMIN)
    push(office, admin, publish("a", "SECRET\n", space="secret"))

    taken, unknown = push(office, ana, publish("a", "x\n", 1), retire("a", 1))

    assert (taken.code, unknown.code) == ("id_taken", "not_found")
    assert "secret" not in f"{taken}{unknown}".lower()
    assert live(office, ana, "~ana") == {}


def test_a_mistake_of_ours_in_one_rule_refuses_that_operation_alone(
    office: Office, ana: Principal, monkeypatch: pytest.MonkeyPatch, expects_log: Any
) -> None:
    """And forgets it: mended, the server takes the very same operation."""

    class Broken:
        body: Any = dict[str, Any]

        def touches(self, *_: Any) -> tuple[()]:
            return ()

        def decide(self, bench: Bench, *_: Any) -> Outcome:
            bench.text_of("article", "nul\0" * 10**6, 2**70)  # makes the database complain
            raise ZeroDivisionError

    expects_log("The rule of odd failed")
    odd = operation("odd", {})
    with monkeypatch.context() as patch:
        patch.setattr("sync.server.pushing.RULES", {**registry.RULES, "odd": Broken()})
        results = push(office, ana, publish("a", "a\n"), odd, publish("b", "b\n"))

    assert [r.code or r.status for r in results] == ["applied", "server_fault", "applied"]
    assert push(office, ana, odd)[0].code == "unknown_kind"


def test_attachments_are_had_by_who_reads_something_that_shows_them(
    office: Office, ana: Principal
) -> None:
    picture = b"\x89PNG" + bytes(range(256)) * 9000
    sha256 = hashlib.sha256(picture).hexdigest()
    agent = person(office, "ben")
    asset = json.dumps({"media_type": "image/png", "sha256": sha256, "size": len(picture)})

    with pytest.raises(Unfit):
        office.put_blob(ana, "0" * 64, io.BytesIO(picture))
    office.put_blob(ana, sha256, io.BytesIO(picture))
    office.put_blob(ana, sha256, io.BytesIO(picture))
    with pytest.raises(Absent):
        office.get_blob(agent, sha256)
    push(office, ana, publish("images/p.png", asset, kind="asset"))

    assert office.get_blob(again(office, "ben"), sha256).read_bytes() == picture

    push(office, ana, retire("images/p.png", 1, "asset"))
    with pytest.raises(Absent):
        office.get_blob(agent, sha256)
