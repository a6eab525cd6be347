"""What is open about an article while it moves, is changed, or the server says no."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kbdesk.clock import FixedClock
from kbdesk.errors import NotAllowed
from kbdesk.paths import Profile
from kbdesk.services.base_files import import_base
from kbdesk.services.workspace import Workspace
from kbdesk.store import replica_outbox
from sync.protocol.bodies import editing as wire
from sync.protocol.wire import Pushed, Result, Status
from tests.support.signed_in import Server, sign_in
from tests.support.small_base import REFUND, write_base

ID = "facturation/remboursement"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
OLD, NEW = "base", "archives"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A desk of an author who writes on the new shelf, and on the old one no more."""
    profile = Profile(tmp_path / "profile")
    with Workspace(profile, FixedClock(NOW)) as opened:
        import_base(opened, write_base(tmp_path / "base"))
    sign_in(profile, "ana", "author")
    with Workspace(profile, FixedClock(NOW)) as opened:
        _may(opened, {OLD: True, NEW: True})
        _move(opened, OLD, ID + ".md")
        yield opened


def _may(workspace: Workspace, rights: dict[str, bool]) -> None:
    with workspace.kb.writing() as connection:
        for shelf, writes in rights.items():
            connection.execute(
                "INSERT OR REPLACE INTO spaces (space, cursor, sweeping, epoch, title, head,"
                " may_write) VALUES (?, 1, 0, 'e', ?, 1, ?)",
                (shelf, shelf, int(writes)),
            )


def _move(workspace: Workspace, shelf: str = NEW, path: str = "ailleurs/remboursement.md") -> None:
    """Let the article come down from another shelf and another file."""
    with workspace.kb.writing() as connection:
        connection.execute(
            "UPDATE entities SET space = ?, path = ? WHERE id = ?", (shelf, path, ID)
        )


def _suggest(workspace: Workspace) -> None:
    body = wire.Suggestion(
        ID, OLD, "ben", NOW.isoformat(), REFUND + "\nEncore.\n", base_rev=1, rev=1, base=REFUND
    )
    Server(workspace, NOW).put("suggestion", "s1", body, f"+edit.{OLD}")


def test_a_draft_is_published_where_its_article_has_gone(workspace: Workspace) -> None:
    """Sending an edit never moves an article back to the shelf it stood on when it was begun."""
    authoring = workspace.live.authoring
    draft = authoring.draft(ID)
    authoring.save(draft.id, f"{draft.text}\nUn mot de plus.\n")
    _move(workspace)
    assert authoring.send(draft.id).published
    (sent,) = [one for one in workspace.outbox.waiting() if one.kind == "publish"]
    assert (sent.body["space"], sent.body["path"]) == (NEW, "ailleurs/remboursement.md")


def test_who_decides_is_who_writes_where_the_article_stands_now(workspace: Workspace) -> None:
    """As the server has it: accepting publishes on the shelf of now, by the rights there."""
    reviewing = workspace.live.reviewing
    _suggest(workspace)
    _move(workspace)
    _may(workspace, {OLD: True, NEW: False})
    (shown,) = reviewing.queue()
    assert shown.mine_only
    with pytest.raises(NotAllowed):
        reviewing.accept("s1")
    _may(workspace, {OLD: False, NEW: True})
    (shown,) = reviewing.queue()
    assert not shown.mine_only
    reviewing.accept("s1")
    assert [one.kind for one in workspace.outbox.waiting()] == ["settle"]


def test_what_was_searched_goes_with_a_remark_without_numbers_and_addresses(
    workspace: Workspace,
) -> None:
    """Nobody wrote it into the remark: it may hold what a customer said."""
    remarks = workspace.live.remarks
    remarks.give(ID, "wrong", query="remboursement 06 12 34 56 78 jean@example.com")
    (remark,) = remarks.mine()
    assert remark.query == "remboursement"


def test_a_remark_is_of_the_day_it_was_made_and_due_from_the_day_it_came(
    workspace: Workspace,
) -> None:
    """Made on Thursday off the network, come on Saturday: nobody is late for what they had not.

    A desk whose clock runs ahead has said nothing in days to come.
    """
    came, made = NOW - timedelta(hours=2), NOW - timedelta(days=3)
    for id_, at in (("early", made), ("ahead", NOW + timedelta(days=2))):
        body = wire.Feedback(
            article=ID, kind="wrong", by="ben", at=came.isoformat(), made=at.isoformat(), anchor=id_
        )
        Server(workspace, NOW).put("feedback", id_, body, f"+edit.{OLD}")
    found = {one.id: one for one in workspace.live.remarks.board()}
    assert (found["early"].at, found["ahead"].at) == (made, came)
    assert {one.due for one in found.values()} == {came + timedelta(days=1)}
    assert not any(one.late for one in found.values())


def test_a_remark_is_its_articles_owners_until_somebody_takes_it(workspace: Workspace) -> None:
    """E02: each matter has an owner, also where the server names none."""
    body = wire.Feedback(article=ID, kind="wrong", by="ben", at=NOW.isoformat(), made="")
    Server(workspace, NOW).put("feedback", "f1", body, f"+edit.{OLD}")
    (matter,) = workspace.live.remarks.board()
    assert matter.owner == "ines.colin"


def test_what_waits_for_me_is_counted_by_the_servers_shelf(workspace: Workspace) -> None:
    """The text names a shelf of its own; whoever writes on the server's decides."""
    body = wire.Feedback(article=ID, kind="wrong", by="ben", at=NOW.isoformat(), made="")
    Server(workspace, NOW).put("feedback", "f1", body, f"+edit.{OLD}")
    assert workspace.live.contributions.to_decide() == 1


def _refuse(workspace: Workspace) -> None:
    """Let the server refuse what would be sent next."""
    sent = replica_outbox.next_to_send(workspace.user)
    no = tuple(Result(one.id, Status.REFUSED, "changed", "It was changed.") for one in sent)
    replica_outbox.settle(workspace.user, Pushed("e", no, NOW.isoformat()))


def _next(workspace: Workspace) -> list[str]:
    return [one.kind for one in replica_outbox.next_to_send(workspace.user)]


@pytest.mark.parametrize("kind", ["verify", "answer_feedback", "settle", "suggest"])
def test_what_was_refused_and_is_done_anew_is_sent(workspace: Workspace, kind: str) -> None:
    """It is shown here as done at once: so it must never wait behind its own refusal."""
    live = workspace.live
    _suggest(workspace)
    body = wire.Feedback(article=ID, kind="wrong", by="ben", at=NOW.isoformat(), made="")
    Server(workspace, NOW).put("feedback", "f1", body, f"+edit.{OLD}")
    acts: dict[str, Callable[[], object]] = {
        "verify": lambda: live.verifying.verify([ID]),
        "answer_feedback": lambda: live.remarks.answer("f1", "done"),
        "settle": lambda: live.reviewing.decline("s1", "Non."),
        "suggest": lambda: live.authoring.suggest_removal(ID, "Double."),
    }
    acts[kind]()
    assert _next(workspace) == [kind]
    _refuse(workspace)
    assert (_next(workspace), len(workspace.outbox.parked())) == ([], 1)
    acts[kind]()
    assert (_next(workspace), workspace.outbox.parked()) == ([kind], [])
