"""A person who goes on working while a pass is on never meets themself: real server, real profile.

What is done here happens at a stage of the pass: sent and not answered, answered and not come down.
"""

from collections.abc import Callable
from pathlib import Path

from kbdesk.paths import Profile
from kbdesk.services.connected.syncing import Syncing
from kbdesk.services.workspace import Workspace
from sync.client.engine import Progress
from tests.support import writers
from tests.support.desk_commands import desk
from tests.support.writers import ID, text_of

server, people = writers.server, writers.people


def edit(workspace: Workspace, before: str, after: str) -> None:
    """Write on from what this desk shows, and publish."""
    authoring = workspace.live.authoring
    draft = authoring.draft(ID, anew=True)
    assert before in draft.text, "a draft begins with what its author wrote last"
    authoring.save(draft.id, draft.text.replace(before, after))
    assert authoring.send(draft.id).published


def sync(workspace: Workspace, meanwhile: Callable[[], object] = lambda: None) -> None:
    """Run a pass; do something once, as soon as it has sent and before it has fetched."""
    seen: list[str] = []

    def tell(at: Progress) -> None:
        seen.append(at.stage)
        if at.stage == "asking" and "sending" in seen and "done" not in seen:
            seen.append("done")
            meanwhile()

    Syncing(workspace).sync_once(tell)


def test_an_edit_made_between_the_push_and_the_pull_meets_no_edit_of_its_own_author(
    people: dict[str, Path],
) -> None:
    """The first was answered, its text has not come back yet: the second is made from it."""
    with Workspace(Profile(people["auteur"])) as workspace:
        edit(workspace, "cinq", "six")
        sync(workspace, lambda: edit(workspace, "six", "sept"))
        sync(workspace)
        assert [one.outcome for one in workspace.outbox.parked()] == []
        assert workspace.outbox.count() == 0
    desk(people["ana"], "sync")
    assert "sous sept jours" in text_of(people["ana"])


def test_a_verification_made_between_the_push_and_the_pull_is_of_the_text_that_was_sent(
    people: dict[str, Path],
) -> None:
    with Workspace(Profile(people["auteur"])) as workspace:
        edit(workspace, "cinq", "six")
        sync(workspace, lambda: workspace.live.verifying.verify([ID]))
        sync(workspace)
        assert [one.reason for one in workspace.outbox.parked()] == []
        found = workspace.live.verifying.of(ID)
        assert found is not None
        assert found.holds
