"""What is done one upon the other offline is sent upon the right revision."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kbdesk.store import replica_outbox
from kbdesk.store.database import Database
from kbdesk.store.outbox import Draft, Outbox
from kbdesk.store.user import open_user
from sync.protocol.wire import Pushed, Result, Status

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def user(tmp_path: Path) -> Iterator[Database]:
    database = open_user(tmp_path / "user.db")
    yield database
    database.close()


def put(user: Database, *kinds: str) -> list[str]:
    """Do things about one article, each made from its revision 5."""
    drafts = [Draft(kind, {"article": "a", "n": n}, "article:a", 5) for n, kind in enumerate(kinds)]
    return Outbox(user).put_all(drafts, NOW)


def answer(user: Database, id_: str, rev: int) -> None:
    result = Result(id_, Status.APPLIED, rev=rev)
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


@pytest.mark.parametrize("kind", ["verify", "suggest", "settle"])
def test_an_answer_about_another_thing_moves_no_base(user: Database, kind: str) -> None:
    """The server tells the revision of the verification, not of the article it is of."""
    first, _ = put(user, kind, "publish")
    answer(user, first, 1)
    assert bases(user) == [("publish", 5)]
