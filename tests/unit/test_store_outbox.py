"""The outbox with answers: what is parked, what it holds, what is offered again, and to whom."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kbdesk.store import integrity
from kbdesk.store.database import Database
from kbdesk.store.outbox import Draft, Outbox, State
from kbdesk.store.replica_outbox import (
    land,
    land_all,
    launch,
    next_to_send,
    offer_again,
    settle,
)
from kbdesk.store.user import FOLLOWING, MIGRATIONS, open_user
from sync.protocol.wire import Pushed, Result, Status
from tests.support import older_outbox

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


def publish(outbox: Outbox, about: str, base_rev: int | None = None, upon: str = "") -> str:
    return outbox.put("publish", {"body": "x"}, NOON, base_rev, f"article:{about}", upon)


def answer(
    user: Database, id_: str, status: Status, *, rev: int = 0, epoch: str = "e1", at: str = ""
) -> None:
    result = Result(id_, status, "code", "A reason.", "base", 7, rev)
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
    first = publish(outbox, "a", 3)
    second = publish(outbox, "a", 3, upon=first)
    answer(user, first, Status.APPLIED, rev=4)
    assert [(o.id, o.base_rev) for o in next_to_send(user)] == [(second, 4)]
    third = publish(outbox, "a", 3, upon=first)
    assert [o.base_rev for o in outbox.waiting() if o.id == third] == [4], "answered by then"


def test_a_text_made_from_an_older_one_keeps_its_base(user: Database, outbox: Outbox) -> None:
    """Sent later, but begun earlier: its author meets what they did since, and hides nothing."""
    first, second = publish(outbox, "a", 3), publish(outbox, "a", 3)
    answer(user, first, Status.APPLIED, rev=4)
    assert [(o.id, o.base_rev) for o in next_to_send(user)] == [(second, 3)]


def test_what_is_made_upon_another_thing_goes_after_it(user: Database, outbox: Outbox) -> None:
    """A verification of my own edit: not in the same push, or its base would be unknown."""
    edit = publish(outbox, "a", 3)
    verify = outbox.put("verify", {}, NOON, 3, "verification:a", edit)
    assert sent(user) == [edit]
    answer(user, edit, Status.APPLIED, rev=4)
    assert [(o.id, o.base_rev) for o in next_to_send(user)] == [(verify, 4)]


def test_what_was_answered_counts_here_until_the_copy_has_come_so_far(
    user: Database, outbox: Outbox
) -> None:
    id_ = publish(outbox, "a", 3)
    answer(user, id_, Status.APPLIED, rev=4)
    for space, seq in (("base", 6), ("fibre", 9)):
        land(user, space, seq, anew=True)
        assert [(o.id, o.rev, o.waits) for o in outbox.ahead(("publish",))] == [(id_, 4, False)]
    land(user, "base", 7, anew=True)
    assert outbox.ahead(("publish",)) == []


def test_what_had_come_counts_here_again_while_a_copy_that_was_taken_away_is_filled_again(
    user: Database, outbox: Outbox
) -> None:
    """A page from the beginning shows a text from before it; a sweep shows what stood already."""
    id_ = publish(outbox, "a", 3)
    answer(user, id_, Status.APPLIED, rev=4)
    land_all(user)  # the right to the shelf was taken for a moment
    land(user, "base", 5, anew=False)
    assert outbox.ahead(("publish",)) == []
    land(user, "base", 5, anew=True)
    assert [one.id for one in outbox.ahead(("publish",))] == [id_]
    outbox.belong_to("elsewhere", "ana")
    land(user, "base", 7, anew=True)
    land(user, "base", 5, anew=True)
    outbox.belong_to("office", "ana")
    assert outbox.ahead(("publish",)) == []


def test_what_was_answered_in_a_space_not_followed_here_counts_until_the_copy_is_level(
    user: Database, outbox: Outbox
) -> None:
    id_ = publish(outbox, "a", 3)
    answer(user, id_, Status.APPLIED, rev=4)
    outbox.belong_to("office", "bo")
    land_all(user)
    outbox.belong_to("office", "ana")
    assert [one.id for one in outbox.ahead(("publish",))] == [id_], "level, for somebody else"
    land_all(user)
    assert outbox.ahead(("publish",)) == []


# what is taken back


def undo(outbox: Outbox, id_: str) -> bool:
    return outbox.take_back(id_, Draft("retire", {}), NOON)


def test_what_never_left_is_taken_back_at_once(user: Database, outbox: Outbox) -> None:
    id_ = publish(outbox, "a")
    assert undo(outbox, id_)
    assert outbox.count() == 0
    assert launch(user, [id_]) == []


def test_what_may_be_at_the_server_is_taken_back_after_it_was_answered(
    user: Database, outbox: Outbox
) -> None:
    """Also when the answer was lost: nobody knows then, and it is asked for again."""
    id_ = publish(outbox, "a")
    assert [one.id for one in launch(user, sent(user))] == [id_]
    assert outbox.withdraw([id_]) == 0
    assert not undo(outbox, id_)
    assert sent(user) == [id_]
    answer(user, id_, Status.DUPLICATE, rev=1)
    assert [one.kind for one in next_to_send(user)] == ["retire"]


@pytest.mark.parametrize("again", [False, True], ids=["at first", "sent again"])
def test_what_was_taken_back_on_its_way_and_is_refused_is_gone(
    user: Database, outbox: Outbox, again: bool
) -> None:
    """Its author wanted it undone, and it never was done."""
    id_ = publish(outbox, "a")
    if again:
        answer(user, id_, Status.REFUSED)
        outbox.send_again([id_], NOON)
    (id_,) = sent(user)
    launch(user, [id_])
    undo(outbox, id_)
    answer(user, id_, Status.REFUSED)
    assert (outbox.waiting(), outbox.parked()) == ([], [])


def test_what_met_another_text_while_it_was_taken_back_stays_in_sight(
    user: Database, outbox: Outbox
) -> None:
    """The server keeps that text for somebody to look at: its author must know."""
    id_ = publish(outbox, "a")
    launch(user, [id_])
    undo(outbox, id_)
    answer(user, id_, Status.CONFLICT)
    assert (outbox.waiting(), [one.id for one in outbox.parked()]) == ([], [id_])


def test_a_restored_server_is_offered_what_was_done_and_then_what_took_it_back(
    user: Database, outbox: Outbox
) -> None:
    id_ = publish(outbox, "a", 3)
    launch(user, [id_])
    undo(outbox, id_)
    answer(user, id_, Status.APPLIED, rev=4)
    (undoing,) = sent(user)
    answer(user, undoing, Status.APPLIED, rev=5)
    offer_again(user, "office", "e2")
    assert sent(user) == [id_]
    answer(user, id_, Status.APPLIED, rev=9, epoch="e2")
    assert sent(user) == [undoing]


def test_what_is_sent_again_takes_what_was_made_upon_it_along(
    user: Database, outbox: Outbox
) -> None:
    first = publish(outbox, "a", 3)
    second = publish(outbox, "a", 3, upon=first)
    answer(user, first, Status.REFUSED)
    outbox.send_again([first], NOON)
    answer(user, sent(user)[0], Status.APPLIED, rev=4)
    assert [(o.id, o.base_rev) for o in next_to_send(user)] == [(second, 4)]


def test_nobody_waits_for_what_another_person_did_at_this_desk(
    user: Database, outbox: Outbox
) -> None:
    """G5: a draft begun upon it goes all the same."""
    hers = publish(outbox, "a", 3)
    outbox.belong_to("office", "bo")
    his = publish(outbox, "a", 3, upon=hers)
    assert sent(user) == [his]


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
    before = older_outbox.older_user(path)
    ids = [older_outbox.put(before, "gap", {"query": "é\u0000"}, rev) for rev in (None, 0, 7)]
    older_outbox.put(before, "publish", {"body": "gap"})
    before.close()
    user = open_user(path)
    sent_now = next_to_send(user)
    assert [one.kind for one in sent_now] == ["not_found"] * 3 + ["publish"]
    assert [one.id for one in sent_now[:3]] == ids
    assert json.loads(bytes(sent_now[0].body)) == {"query": "é\u0000"}
    assert integrity.check(user) == []
    user.close()


def test_what_waits_of_an_older_kbdesk_goes_as_it_would_have_gone(tmp_path: Path) -> None:
    """Upon the one before it from the same revision; and whether it has left, nobody knows."""
    path = tmp_path / "older.db"
    before = older_outbox.older_user(path, MIGRATIONS.index(FOLLOWING))
    texts = [older_outbox.put(before, "publish", {}, 3, "article:a", "ana") for _ in range(2)]
    apart = older_outbox.put(before, "publish", {}, 2, "article:a", "ana")
    others = older_outbox.put(before, "publish", {}, 3, "article:a", "bo")
    nobodys = older_outbox.put(before, "not_found", {})
    Outbox(before).belong_to("elsewhere", "cy")
    with before.writing() as connection:
        connection.execute("UPDATE outbox SET server = '', person = '' WHERE id = ?", (nobodys,))
    before.close()
    user = open_user(path)
    rows = user.reading().rows("SELECT id, upon, sent FROM outbox")
    assert {row["id"]: (row["upon"], row["sent"]) for row in rows} == {
        texts[0]: ("", 1),
        texts[1]: (texts[0], 1),
        apart: ("", 1),
        others: ("", 1),
        nobodys: ("", 0),
    }
    assert integrity.check(user) == []
    user.close()


def test_what_waits_behind_a_refused_one_of_an_older_kbdesk_still_follows_it(
    tmp_path: Path,
) -> None:
    """Its author sends the refused one again: the next is made upon it, and meets nobody."""
    path = tmp_path / "older.db"
    before = older_outbox.older_user(path, MIGRATIONS.index(FOLLOWING))
    Outbox(before).belong_to("office", "ana")
    first, second = (
        older_outbox.put(before, "publish", {}, 3, "article:a", "ana") for _ in range(2)
    )
    with before.writing() as connection:
        connection.execute("UPDATE outbox SET state = 'refused' WHERE id = ?", (first,))
    before.close()
    user = open_user(path)
    outbox = Outbox(user)
    assert outbox.send_again([first], NOON) == 1
    [again] = sent(user)
    answer(user, again, Status.APPLIED, rev=4)
    assert [(one.id, one.base_rev) for one in next_to_send(user)] == [(second, 4)]
    user.close()
