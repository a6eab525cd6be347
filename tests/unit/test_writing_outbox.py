"""What is done one upon the other offline is sent upon the right revision."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kbdesk.store import replica_outbox
from kbdesk.store.database import Database
from kbdesk.store.operation_hashes import operation_sha256
from kbdesk.store.outbox import Draft, Outbox
from kbdesk.store.user import open_user
from sync.protocol.texts import text_sha256
from sync.protocol.wire import Pushed, Result, Status

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def user(tmp_path: Path) -> Iterator[Database]:
    database = open_user(tmp_path / "user.db")
    yield database
    database.close()


def put(user: Database, *kinds: str) -> list[str]:
    """Do things about one article, each upon the one before, the first from its revision 5."""
    outbox, ids = Outbox(user), [""]
    for kind in kinds:
        draft = Draft(kind, {"article": "a"}, f"{kind}:a", 5, ids[-1])
        ids += outbox.put_all([draft], NOW)
    return ids[1:]


def answer(user: Database, id_: str, rev: int, space: str = "base") -> None:
    result = Result(id_, Status.APPLIED, space=space, rev=rev)
    replica_outbox.settle(user, Pushed("epoch", (result,), "2026-11-22T12:00:00Z"))


def bases(user: Database) -> list[tuple[str, int | None]]:
    return [(one.kind, one.base_rev) for one in Outbox(user).waiting()]


def test_a_verification_of_my_own_edit_is_of_the_revision_that_the_edit_made(
    user: Database,
) -> None:
    """B02 offline: written, then vouched for, before anything was sent."""
    edit, _ = put(user, "publish", "verify")
    answer(user, edit, 6)
    assert bases(user) == [("verify", 6)]


def test_an_edit_of_what_i_accepted_is_of_the_revision_that_accepting_made(user: Database) -> None:
    decision, _ = put(user, "settle", "publish")
    answer(user, decision, 6)
    assert bases(user) == [("publish", 6)]


def test_a_decision_that_published_nothing_moves_no_base(user: Database) -> None:
    """The server tells the revision of the suggestion then, and where that lives."""
    decision, _ = put(user, "settle", "publish")
    answer(user, decision, 2, "+edit.base")
    assert bases(user) == [("publish", 5)]


def test_the_text_that_an_operation_was_made_from_goes_along_also_when_it_is_sent_again(
    user: Database,
) -> None:
    """As a hash, which is part of what proves that nobody changed the operation."""
    seen = text_sha256("one\n")
    draft = Draft("publish", {"article": "a"}, "article:a", 5, base_sha256=seen)
    outbox = Outbox(user)
    [first] = outbox.put_all([draft], NOW)
    refused = Result(first, Status.REFUSED, "forbidden", "No.")
    replica_outbox.settle(user, Pushed("epoch", (refused,), "2026-11-22T12:00:00Z"))
    outbox.send_again([first], NOW)

    [sent] = replica_outbox.next_to_send(user)

    assert (sent.base_rev, sent.base_sha256) == (5, seen)
    assert sent.id != first
    row = user.reading().execute("SELECT * FROM outbox").fetchone()
    told = operation_sha256(row["id"], row["kind"], row["at"], 5, row["body"], seen)
    assert row["sha256"] == told
    assert told != operation_sha256(row["id"], row["kind"], row["at"], 5, row["body"])
