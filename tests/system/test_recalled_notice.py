"""What a recall leaves true: who had understood, and that each person reads its why once.

A real server, the desk of who sent, and two PCs of one agent.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from kbdesk.core.announcements import Level, NoticeDraft, State
from kbdesk.core.questions import parse_question
from kbdesk.paths import Profile
from kbdesk.services.connected.syncing import Syncing
from kbdesk.services.workspace import Workspace
from tests.support.sync_server import PASSWORD, SyncServer, prepare, running, wait_for


def sync(desk: Workspace) -> bool:
    """Be level with the server, deliveries told too, as a desk that runs is; return true."""
    Syncing(desk).sync_once()
    if desk.live.informing.note_delivered().outbox:
        Syncing(desk).sync_once()
    assert not desk.outbox.waiting()
    assert not desk.outbox.parked()
    return True


def sync_until(desk: Workspace, unread: int) -> None:
    """Sync until so many notices are unread: the server hears of other desks in a moment."""
    informing = desk.live.informing
    wait_for(lambda: sync(desk) and informing.counts().unread == unread, f"{unread} unread")


@contextmanager
def desks(folder: Path, url: str, *names: str) -> Iterator[list[Workspace]]:
    with ExitStack() as opened:
        made = []
        for number, name in enumerate(names):
            desk = opened.enter_context(Workspace(Profile(folder / f"{name}-{number}")))
            Syncing(desk).session.sign_in(url, name, PASSWORD)
            Syncing(desk).sync_once()
            made.append(desk)
        yield made


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SyncServer]:
    made = SyncServer(tmp_path / "server")
    prepare(made)
    with running(made):
        yield made


def test_a_recall_is_told_once_and_the_board_keeps_who_had_understood(
    server: SyncServer, tmp_path: Path
) -> None:
    """The why is read offline at one PC: the other never shows it once it hears of that.

    Critical or not. And the board goes on counting those who understood against what was asked:
    the auteur has confirmed, which was not all of it.
    """
    with desks(tmp_path, server.url, "chef", "ana", "ana", "auteur") as (chef, one, other, bo):
        ids = [_sent(chef, level) for level in (Level.CRITICAL, Level.INFO)]
        sync(chef)
        for desk in (one, other, bo):
            sync_until(desk, 2)
        for id_ in ids:
            one.live.informing.answer(id_, ("15 €",))
            bo.live.informing.acknowledge(id_)
        for desk in (one, bo):
            sync(desk)
        wait_for(lambda: sync(chef) and _come(chef, ids[1])[1] == COME, "receipts")
        for id_ in ids:
            chef.live.announcing.recall(id_, "Trop tôt")
        assert [_come(chef, id_) for id_ in ids] == [(State.UNDERSTOOD, COME, 1)] * 2
        sync(chef)
        assert [_come(chef, id_) for id_ in ids] == [(State.UNDERSTOOD, COME, 1)] * 2

        for desk in (one, other):
            sync_until(desk, 2)
        for id_ in ids:
            assert one.live.informing.shown(id_).outbox
            assert not one.live.informing.shown(id_).outbox
        sync(one)
        sync_until(other, 0)

        assert other.live.informing.urgent(contact=False) == ()
        for id_ in ids:
            assert not other.live.informing.shown(id_).outbox
            told = [desk.live.informing.notice(id_) for desk in (one, other)]
            assert told[0] == told[1]
            assert told[0] is not None
            assert told[0].told_at is not None


COME = {"ana": State.UNDERSTOOD, "auteur": State.ACKNOWLEDGED}


def _sent(chef: Workspace, level: Level) -> str:
    check = parse_question("Quel plafond ?\n- [x] 15 €\n- [ ] 10 €")
    return chef.live.announcing.send(NoticeDraft("Plafond", "x", level, check=check)).id


def _come(chef: Workspace, id_: str) -> tuple[State, dict[str, State], int]:
    """Return what was asked, how far those are who did something, and how many are done."""
    board = chef.live.board.board(id_)
    nothing = (State.NOT_DELIVERED, State.DELIVERED)
    states = {one.person: one.state for one in board.rows if one.state not in nothing}
    return board.sent.goal, states, board.done
