"""What is taken back while it is on its way: real server, real profiles, a line that is held.

The line hands a push to the server, lets the person act, and then brings the answer or loses it.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from kbdesk.core.results import Scope
from kbdesk.errors import ServerTrouble, Trouble
from kbdesk.paths import Profile
from kbdesk.services.connected.front_door import HttpDoor, Line
from kbdesk.services.connected.syncing import Syncing
from kbdesk.services.workspace import Workspace
from sync.client.ports import Unreachable
from sync.protocol.wire import Push, Pushed
from tests.support import writers
from tests.support.desk_commands import desk
from tests.support.writers import ID, START, freshness, queue, remarks, text_of

server, people = writers.server, writers.people
lost = pytest.mark.parametrize("lost", [False, True], ids=["answered", "answer lost"])


class _HeldLine:
    """A line on which something happens once between a push and its answer."""

    def __init__(self, line: Line, door: "HeldDoor") -> None:
        self._line = line
        self._door = door

    def push(self, push: Push) -> Pushed:
        pushed = self._line.push(push)
        meanwhile, self._door.meanwhile = self._door.meanwhile, None
        if meanwhile is not None:
            meanwhile()
            if self._door.lost:
                raise Unreachable("The answer was lost.")
        return pushed

    def __getattr__(self, name: str) -> Any:
        return getattr(self._line, name)


class HeldDoor(HttpDoor):
    """The real way, held once."""

    def __init__(self, meanwhile: Callable[[], object], *, lost: bool) -> None:
        self.meanwhile: Callable[[], object] | None = meanwhile
        self.lost = lost

    def line(self, url: str, token: str, downloads: Path) -> Line:
        held: Any = _HeldLine(super().line(url, token, downloads), self)
        line: Line = held
        return line


def sync(workspace: Workspace, meanwhile: Callable[[], object], *, lost: bool) -> None:
    """Run a pass that is held, and one that is not; then nothing waits and nothing is parked."""
    with suppress(ServerTrouble):
        Syncing(workspace, HeldDoor(meanwhile, lost=lost)).sync_once()
    Syncing(workspace).sync_once()
    assert (workspace.outbox.count(), workspace.outbox.parked()) == (0, [])


@lost
def test_a_verification_undone_on_its_way_stands_nowhere(
    people: dict[str, Path],
    lost: bool,
) -> None:
    with Workspace(Profile(people["auteur"])) as workspace:
        verifying = workspace.live.verifying
        act = verifying.verify([ID])

        def undo() -> None:
            verifying.undo(act)
            assert verifying.of(ID) is None, "it is not shown as verified any more"

        sync(workspace, undo, lost=lost)
    desk(people["ana"], "sync")
    assert freshness(people["ana"]) == ("2026-10-01", "verified"), "as the text says of itself"


@lost
def test_an_archived_article_brought_back_on_its_way_is_there_everywhere(
    people: dict[str, Path],
    lost: bool,
) -> None:
    with Workspace(Profile(people["auteur"])) as workspace:
        verifying = workspace.live.verifying
        act = verifying.archive([ID])
        sync(workspace, lambda: verifying.undo(act), lost=lost)
    desk(people["ana"], "sync")
    assert text_of(people["ana"]) == START


@lost
def test_a_suggestion_withdrawn_on_its_way_is_in_nobodys_queue(
    people: dict[str, Path],
    lost: bool,
) -> None:
    """Its author has the draft again at once, and sees that it is being withdrawn."""
    with Workspace(Profile(people["ana"])) as workspace:
        authoring, reviewing = workspace.live.authoring, workspace.live.reviewing
        draft = authoring.draft(ID)
        authoring.save(draft.id, draft.text.replace("cinq", "six"))
        sent = authoring.send(draft.id).operation

        def withdraw() -> None:
            reviewing.withdraw(sent)
            (mine,) = reviewing.mine()
            assert (mine.id, mine.deciding) == (sent, "withdrawn")
            assert [one.id for one in authoring.drafts()] == [draft.id]
            with pytest.raises(Trouble):
                reviewing.withdraw(sent)

        sync(workspace, withdraw, lost=lost)
        assert [one.state for one in reviewing.mine()] == ["withdrawn"]
        assert [one.id for one in authoring.drafts()] == [draft.id]
    desk(people["auteur"], "sync")
    assert queue(people["auteur"]) == []


@lost
def test_a_remark_taken_back_on_its_way_is_on_nobodys_board(
    people: dict[str, Path],
    lost: bool,
) -> None:
    with Workspace(Profile(people["ana"])) as workspace:
        told = workspace.live.remarks
        told.give(ID, "wrong", "C'est six jours.")
        (mine,) = told.mine()

        def take_back() -> None:
            told.take_back(mine.id)
            assert told.mine() == ()
            assert not told.can_take_back(mine.id)

        sync(workspace, take_back, lost=lost)
        assert told.mine() == ()
    desk(people["auteur"], "sync")
    assert remarks(people["auteur"], "--board") == []


@lost
def test_a_report_taken_back_on_its_way_is_no_gap(people: dict[str, Path], lost: bool) -> None:
    with Workspace(Profile(people["auteur"])) as workspace:
        workspace.knowledge.not_found("esim perdue", Scope())

        def forget() -> None:
            workspace.knowledge.forget_not_found("esim perdue")
            assert workspace.live.gaps.all() == []

        sync(workspace, forget, lost=lost)
        assert workspace.live.gaps.all() == []


def test_a_remark_is_taken_back_until_it_is_answered_and_then_it_stays(
    people: dict[str, Path],
) -> None:
    """E01: who answers first is heard; nothing of either is lost."""
    desk(people["ana"], "feedback", ID, "--kind", "wrong", "--text", "Six jours.")
    desk(people["ana"], "feedback", ID, "--kind", "unclear", "--text", "Quel compte ?")
    unclear, wrong = remarks(people["ana"], "--mine")
    desk(people["ana"], "feedback", "--take-back", wrong["id"])
    desk(people["auteur"], "sync")
    assert [one["id"] for one in remarks(people["auteur"], "--board")] == [unclear["id"]]
    with Workspace(Profile(people["ana"])) as workspace:
        workspace.live.remarks.take_back(unclear["id"])
        desk(people["auteur"], "feedback", "--answer", unclear["id"], "--text", "Le vôtre.")
        Syncing(workspace).sync_once()
        assert [one.code for one in workspace.outbox.parked()] == ["answered"]
    (mine,) = remarks(people["ana"], "--mine")
    assert [one["text"] for one in mine["replies"]] == ["Le vôtre."]
    told = desk(people["ana"], "feedback", "--take-back", unclear["id"], code=1)
    assert "answered already" in told
