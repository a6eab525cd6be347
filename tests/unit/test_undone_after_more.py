"""An act upon articles is undone after more was done to them: the rest of it stands.

With a server the answer is written as the engine writes it, and the copy is told by hand.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kbdesk.clock import FixedClock
from kbdesk.paths import Profile
from kbdesk.services.base_files import import_base
from kbdesk.services.workspace import Workspace
from kbdesk.services.writing.pen import Pen
from kbdesk.store import replica_outbox
from sync.protocol.bodies import editing as wire
from sync.protocol.wire import Operation, Pushed, Result, Status
from tests.support.signed_in import Server, sign_in
from tests.support.small_base import write_base

ID, OTHER = "facturation/remboursement", "facturation/geste"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SHELF = "base"


@pytest.fixture(params=["alone", "connected"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    """A base of its own, and the desk of an author."""
    profile = Profile(tmp_path / "profile")
    with Workspace(profile, FixedClock(NOW)) as alone:
        import_base(alone, write_base(tmp_path / "base"))
    if request.param == "connected":
        sign_in(profile, "ana", "author")
    with Workspace(profile, FixedClock(NOW)) as opened:
        if request.param == "connected":
            with opened.kb.writing() as connection:
                connection.execute(
                    "UPDATE entities SET space = ?, rev = 5 WHERE kind = 'article'", (SHELF,)
                )
                connection.execute(
                    "INSERT OR REPLACE INTO spaces (space, cursor, sweeping, epoch, title, head,"
                    " may_write) VALUES (?, 1, 0, 'e', ?, 1, 1)",
                    (SHELF, SHELF),
                )
        yield opened


def push(desk: Workspace) -> list[Operation]:
    """Send all that can be sent, and let the server take it; nothing comes down."""
    every: list[Operation] = []
    done = sum(1 for one in desk.outbox.ahead(("publish", "verify")) if not one.waits)
    while waiting := replica_outbox.next_to_send(desk.user):
        sent = replica_outbox.launch(desk.user, [one.id for one in waiting])
        rev = 6 + done + len(every)
        yes = tuple(Result(one.id, Status.APPLIED, space=SHELF, seq=99, rev=rev) for one in sent)
        replica_outbox.settle(desk.user, Pushed("e", yes, NOW.isoformat()))
        every += sent
    return every


def edit(desk: Workspace, word: str) -> None:
    authoring = desk.live.authoring
    draft = authoring.draft(ID, anew=True)
    authoring.save(draft.id, f"{draft.text}\n{word}\n")
    authoring.send(draft.id, publish=True)


def standing(desk: Workspace) -> str:
    found = Pen(desk).standing(ID)
    assert found is not None
    assert found.text is not None
    return found.text


def moments(sent: bool) -> str:
    return "sent" if sent else "waiting"


@pytest.mark.parametrize("sent", [False, True], ids=moments)
def test_what_was_verified_anew_since_an_edit_stays_verified(desk: Workspace, sent: bool) -> None:
    """B02: the trust that is taken back is that of the text it was given to, no other."""
    verifying = desk.live.verifying
    first = verifying.verify([ID], "Le premier texte.")
    if sent:
        push(desk)
    edit(desk, "Un mot de plus.")
    verifying.verify([ID], "Le second.")
    if sent:
        push(desk)
    before = desk.outbox.waiting()
    verifying.undo(first)
    found = verifying.of(ID)
    assert found is not None
    assert found.comment == "Le second."
    assert desk.outbox.waiting() == before, "nothing is asked of the server either"


def test_a_verification_by_another_since_then_is_not_mine_to_take_back(desk: Workspace) -> None:
    verifying = desk.live.verifying
    act = verifying.verify([ID], "Le mien.")
    push(desk)
    replica_outbox.land_all(desk.user)
    told = wire.Verification(ID, 5, "zoe", NOW.isoformat(), "Le leur.", act="another")
    Server(desk, NOW).put("verification", ID, told, SHELF)
    verifying.undo(act)
    found = verifying.of(ID)
    assert found is not None
    assert found.comment == "Le leur."
    assert desk.outbox.count() == 0


@pytest.mark.parametrize("sent", [False, True], ids=moments)
@pytest.mark.parametrize("kind", ["archive", "reassign"])
def test_an_edit_since_an_act_outlives_its_undoing(desk: Workspace, kind: str, sent: bool) -> None:
    """B04: only what the act changed is put back; the words of the edit are nobody's to lose."""
    verifying, before = desk.live.verifying, standing(desk)
    act = verifying.archive([ID]) if kind == "archive" else verifying.reassign([ID], "c.d")
    if sent:
        push(desk)
    assert standing(desk) != before
    edit(desk, "Un mot de plus.")
    edited = standing(desk)
    if sent:
        push(desk)
    verifying.undo(act)
    wanted = edited.replace("status: archived\n", "").replace("owner: c.d", "owner: ines.colin")
    assert standing(desk) == wanted
    assert wanted.endswith("\nUn mot de plus.\n")
    push(desk)
    assert standing(desk) == wanted


def test_what_was_handed_over_again_since_then_stays_with_whom_it_is(desk: Workspace) -> None:
    verifying = desk.live.verifying
    first = verifying.reassign([ID], "c.d")
    verifying.reassign([ID], "e.f")
    verifying.undo(first)
    assert "owner: e.f" in standing(desk)


def test_of_many_one_that_was_taken_out_holds_up_no_undoing(desk: Workspace) -> None:
    act = desk.live.verifying.archive([ID, OTHER])
    desk.articles.remove([OTHER])
    desk.live.verifying.undo(act)
    assert "archived" not in standing(desk)
