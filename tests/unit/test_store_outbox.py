"""The outbox with answers: what is parked, what it holds, what is offered again, and to whom."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kbdesk.store import integrity
from kbdesk.store.database import Database
from kbdesk.store.outbox import Draft, Outbox, State
from kbdesk.store.replica_outbox import next_to_send, offer_again, settle
from kbdesk.store.user import APPLICATION, MIGRATIONS, open_user
from sync.protocol.wire import Pushed, Result, Status

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


@pytest.fixture
def user(tmp_path: Path) -> Iterator[Database]:
    database = open_user(tmp_path / "user.db")
    Outbox(database).belong_to("office", "ana")
    yield database
    assert integrity.check(database) == []
    database.close()


@pytest.fixture
def outbox(user: Database) -> Outbox:
    return Outbox(user)


def publish(outbox: Outbox, about: str, base_rev: int | None = None, text: str = "x") -> str:
    return outbox.put("publish", {"body": text}, NOON, base_rev, about=f"article:{about}")


def answer(
    user: Database, id_: str, status: Status, *, rev: int = 0, epoch: str = "e1", at: str = ""
) -> None:
    result = Result(id_, status, "code", "A reason.", rev=rev)
    settle(user, Pushed(epoch, (result,), at or NOON.isoformat()))


def sent(user: Database) -> list[str]:
    return [operation.id for operation in next_to_send(user)]


def test_of_one_thing_only_the_oldest_is_sent(user: Database, outbox: Outbox) -> None:
    first, second, other = publish(outbox, "a"), publish(outbox, "a"), publish(outbox, "b")
    assert sent(user) == [first, other]
    answer(user, first, Status.APPLIED, rev=1)
    assert sent(user) == [second, other]


def test_the_next_text_is_based_on_the_revision_that_the_first_one_made(
    user: Database, outbox: Outbox
) -> None:
    first, second = publish(outbox, "a", 3), publish(outbox, "a", 3)
    answer(user, first, Status.APPLIED, rev=4)
    assert [(o.id, o.base_rev) for o in next_to_send(user)] == [(second, 4)]


def test_what_is_refused_holds_the_later_ones_about_the_same_and_no_others(
    user: Database, outbox: Outbox
) -> None:
    first, _, other = publish(outbox, "a"), publish(outbox, "a"), publish(outbox, "b")
    answer(user, first, Status.REFUSED)
    assert sent(user) == [other]
    parked = outbox.parked()
    assert [(one.id, one.reason, one.outcome) for one in parked] == [
        (first, "A reason.", "refused")
    ]
    assert (outbox.counts().waiting, outbox.counts().refused) == (2, 1)


def test_sent_again_it_goes_under_a_new_id_in_its_old_place(user: Database, outbox: Outbox) -> None:
    first, second = publish(outbox, "a"), publish(outbox, "a")
    answer(user, first, Status.REFUSED)
    assert outbox.send_again([first], NOON) == 1
    (again,) = sent(user)
    assert again not in {first, second}
    answer(user, again, Status.APPLIED)
    assert sent(user) == [second]


def test_only_what_is_parked_can_be_given_up(user: Database, outbox: Outbox) -> None:
    first, second = publish(outbox, "a"), publish(outbox, "b")
    answer(user, first, Status.REFUSED)
    assert outbox.drop([first, second]) == 1
    assert sent(user) == [second]


def test_a_conflict_gives_way_to_a_newer_text(user: Database, outbox: Outbox) -> None:
    first = publish(outbox, "a")
    answer(user, first, Status.CONFLICT)
    second = publish(outbox, "a")
    assert sent(user) == []
    assert outbox.supersede(["article:a"]) == 1
    assert sent(user) == [second]


def test_another_life_of_the_server_is_offered_what_it_took_before_once(
    user: Database, outbox: Outbox
) -> None:
    taken, refused = publish(outbox, "a"), publish(outbox, "b")
    answer(user, taken, Status.APPLIED)
    answer(user, refused, Status.REFUSED)
    offer_again(user, "office", "e1")
    assert sent(user) == []
    for _ in range(2):  # cut between the two files, it is done again
        offer_again(user, "office", "e2")
        assert sent(user) == [taken]
    answer(user, taken, Status.DUPLICATE, epoch="e2")
    offer_again(user, "office", "e2")
    offer_again(user, "elsewhere", "e3")
    assert sent(user) == []


def test_what_one_did_is_never_sent_as_another(user: Database, outbox: Outbox) -> None:
    """G5: it waits, is counted as theirs, and goes when they are back."""
    hers = publish(outbox, "a")
    outbox.belong_to("office", "bo")
    his = publish(outbox, "b")
    assert sent(user) == [his]
    assert outbox.counts().others == {"ana": 1}
    outbox.belong_to("office", "ana")
    assert sent(user) == [hers]


def test_what_was_done_before_any_sign_in_becomes_the_first_persons(tmp_path: Path) -> None:
    user = open_user(tmp_path / "other.db")
    outbox = Outbox(user)
    early = publish(outbox, "a")
    assert sent(user) == [early]
    outbox.belong_to("office", "ana")
    assert [one.person for one in outbox.waiting()] == ["ana"]
    user.close()


def test_what_was_taken_is_kept_by_the_days_of_the_server(user: Database, outbox: Outbox) -> None:
    """G28: a month later by the server it is still there; the desk's own clock has no say."""
    taken, later, last = (publish(outbox, name) for name in "abc")
    answer(user, taken, Status.APPLIED)
    answer(user, later, Status.APPLIED, at=(NOON + timedelta(days=34)).isoformat())
    assert outbox.counts().done == 2
    answer(user, last, Status.APPLIED, at=(NOON + timedelta(days=36)).isoformat())
    assert outbox.counts().done == 2


def test_an_answer_to_what_does_not_wait_changes_nothing(user: Database, outbox: Outbox) -> None:
    id_ = publish(outbox, "a")
    answer(user, id_, Status.REFUSED)
    answer(user, id_, Status.APPLIED)
    assert [one.state for one in outbox.parked()] == [State.REFUSED]


def test_a_push_keeps_within_its_bounds(user: Database, outbox: Outbox) -> None:
    outbox.put_all(
        [Draft("publish", {"body": "x" * 900_000}, f"article:{n}") for n in range(9)], NOON
    )
    assert len(sent(user)) == 4
    outbox.put_all([Draft("not_found", {"query": str(n)}) for n in range(500)], NOON)
    assert len(sent(user)) <= 200


def test_what_waits_under_the_old_name_of_a_missing_answer_goes_under_the_one_it_has(
    tmp_path: Path,
) -> None:
    """Renamed in the file, with a hash that proves it as before; its id and place stay."""
    path = tmp_path / "older.db"
    before = Database(path, application=APPLICATION, synchronous="FULL", migrations=MIGRATIONS[:2])
    older = Outbox(before)
    ids = [older.put("gap", {"query": "é\u0000"}, NOON, base_rev=rev) for rev in (None, 0, 7)]
    older.put("publish", {"body": "gap"}, NOON)
    before.close()
    user = open_user(path)
    sent_now = next_to_send(user)
    assert [one.kind for one in sent_now] == ["not_found"] * 3 + ["publish"]
    assert [one.id for one in sent_now[:3]] == ids
    assert json.loads(bytes(sent_now[0].body)) == {"query": "é\u0000"}
    assert integrity.check(user) == []
    user.close()
