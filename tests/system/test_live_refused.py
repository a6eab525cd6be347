"""What somebody wrote and the server does not take: it says why, and the work is not lost."""

import json
from pathlib import Path

from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace
from tests.support.desk_commands import desk, sign_in, sync_until
from tests.support.sync_server import serving

TEXT = "---\ntitle: Câbles\n---\n\nUn texte.\n"


def test_a_suggestion_for_a_shelf_that_is_gone_says_so_and_becomes_a_draft_again(
    tmp_path: Path,
) -> None:
    """Made offline; meanwhile the right to the shelf was taken away."""
    agent, file = tmp_path / "ana", tmp_path / "a.md"
    file.write_text(TEXT, "utf-8")
    with serving(tmp_path / "server") as server:
        server.run("space", "add", "tri")
        server.run("space", "grant", "tri", "person:ana")
        sign_in(agent, server, "ana")
        sync_until(agent, lambda _: "tri" in _shelves(agent))
        server.stop()
        desk(agent, "suggest", "--space", "tri", "--file", str(file))
        server.start()
        server.run("space", "revoke", "tri", "person:ana")
        sync_until(agent, lambda said: said["refused"] == 1)
        (one,) = json.loads(desk(agent, "review", "list", "--mine", "--json"))["suggestions"]
        assert "There is no shelf tri for you" in one["refused"]
        assert not one["waiting"]
        desk(agent, "review", "withdraw", one["id"])
        with Workspace(Profile(agent)) as workspace:
            assert [draft.text for draft in workspace.live.authoring.drafts()] == [TEXT]
            assert workspace.outbox.counts().refused == 0


def _shelves(profile: Path) -> list[str]:
    with Workspace(Profile(profile)) as workspace:
        return [id_ for id_, _ in workspace.live.authoring.shelves()]
