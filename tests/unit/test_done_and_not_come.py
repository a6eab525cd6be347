"""What one did stays in sight while it waits, is answered, and until it has come down: no gap.

The answer is written as the engine writes it; then the copy comes level, and shows it itself.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kbdesk.clock import FixedClock
from kbdesk.core.results import Scope
from kbdesk.paths import Profile
from kbdesk.services.base_files import import_base
from kbdesk.services.workspace import Workspace
from kbdesk.store import replica_outbox
from sync.protocol.bodies import editing, gaps
from sync.protocol.wire import Pushed, Result, Status
from tests.support.signed_in import Server, sign_in
from tests.support.small_base import REFUND, write_base

ID = "facturation/remboursement"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
AT = NOW.isoformat()
SHELF, EDIT = "base", "+edit"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    profile = Profile(tmp_path / "profile")
    with Workspace(profile, FixedClock(NOW)) as alone:
        import_base(alone, write_base(tmp_path / "base"))
    sign_in(profile, "ana", "author")
    with Workspace(profile, FixedClock(NOW)) as opened:
        with opened.kb.writing() as connection:
            connection.execute("UPDATE entities SET space = ? WHERE id = ?", (SHELF, ID))
            connection.execute(
                "INSERT OR REPLACE INTO spaces (space, cursor, sweeping, epoch, title, head,"
                " may_write) VALUES (?, 1, 0, 'e', ?, 1, 1)",
                (SHELF, SHELF),
            )
        opened.catch_up()
        yield opened


@pytest.fixture
def server(desk: Workspace) -> Server:
    return Server(desk, NOW)


def answer(desk: Workspace) -> None:
    """Let the server take what waits; nothing comes down."""
    waiting = replica_outbox.next_to_send(desk.user)
    sent = replica_outbox.launch(desk.user, [one.id for one in waiting])
    yes = tuple(Result(one.id, Status.APPLIED, space=EDIT, seq=9, rev=1) for one in sent)
    replica_outbox.settle(desk.user, Pushed("e", yes, AT))
    assert sent
    assert desk.outbox.count() == 0


def stays(desk: Workspace, seen: Callable[[], bool], come: Callable[[], object]) -> None:
    """Hold at each moment between the act and the copy that shows it."""
    assert seen(), "while it waits"
    answer(desk)
    assert seen(), "once it was answered"
    come()
    assert seen(), "as it comes down"
    replica_outbox.land_all(desk.user)
    assert seen(), "by the copy alone"


def gap(**more: object) -> gaps.Gap:
    return gaps.Gap("esim perdue", AT, AT, **more)  # type: ignore[arg-type]


def test_a_subject_that_was_set_aside_does_not_come_back_for_a_moment(
    desk: Workspace, server: Server
) -> None:
    """B10."""
    server.put("gap", "g", gap(), EDIT)
    live = desk.live.gaps
    live.dismiss("g", "Ce n’est pas à nous.")
    stays(
        desk,
        lambda: live.subjects() == () and [one.id for one in live.subjects(closed=True)] == ["g"],
        lambda: server.put("gap", "g", gap(state="dismissed", why="Ce n’est pas à nous."), EDIT),
    )


def test_a_subject_that_was_closed_by_proof_stays_closed(desk: Workspace, server: Server) -> None:
    """B10."""
    asked = gaps.Gap("rembourser une facture", AT, AT)
    server.put("gap", "g", asked, EDIT)
    live = desk.live.gaps
    replay, _ = live.close("g", ID)
    assert all(one.found for one in replay.asked)
    come = gaps.Gap("rembourser une facture", AT, AT, state="closed", article=ID, rank=1)
    stays(desk, lambda: live.count() == 0, lambda: server.put("gap", "g", come, EDIT))


def test_what_i_did_not_find_stays_among_the_gaps(desk: Workspace, server: Server) -> None:
    """B10, A19: who writes sees what they reported themselves, and sees it once."""
    desk.knowledge.not_found("esim perdue", Scope())
    (sent,) = desk.outbox.waiting()
    stays(
        desk,
        lambda: [one.id for one in desk.live.gaps.all()] == [sent.id],
        lambda: server.put("gap", sent.id, gap(), EDIT),
    )


def test_what_is_said_of_a_suggestion_stays_in_its_thread(desk: Workspace, server: Server) -> None:
    """E03."""
    body = editing.Suggestion(
        ID, SHELF, "ben", AT, REFUND + "\nEncore.\n", base_rev=1, rev=1, base=REFUND
    )
    server.put("suggestion", "s", body, f"+edit.{SHELF}")
    reviewing = desk.live.reviewing
    reviewing.ask_back("s", "Depuis quand ?")
    come = editing.Suggestion(
        ID, SHELF, "ben", AT, REFUND + "\nEncore.\n", base_rev=1, rev=1, base=REFUND,
        replies=(editing.Reply("ana", AT, "open", "Depuis quand ?"),),
    )  # fmt: skip
    stays(
        desk,
        lambda: [one.text for one in reviewing.queue()[0].replies] == ["Depuis quand ?"],
        lambda: server.put("suggestion", "s", come, f"+edit.{SHELF}"),
    )
