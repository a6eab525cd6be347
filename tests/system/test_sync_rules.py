"""A supervisor’s rule reaches another desk by sync, and fires there on the next such contact."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kbdesk.core.contact import Contact, Phase
from kbdesk.core.phones import WITHHELD
from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace
from tests.support.desk_commands import desk, sign_in
from tests.support.sample_profile import NOON
from tests.support.small_base import FILES, write_base
from tests.support.sync_server import SyncServer, peopled, running

RULE = "rules:\n  - {id: r, when: {words: colère}, cards: [facturation/geste]}\n"
OTHER = RULE.replace("facturation/geste", "mobile/resilier")
ANGRY = Contact("c", Phase.TALKING, WITHHELD, "", "", "", "", "", NOON.now(), note="en colère")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SyncServer]:
    with running(SyncServer(peopled(tmp_path / "server"))) as server:
        yield server


def pinned(profile: Path) -> list[str]:
    """Return what rules pin on a desk for one and the same contact."""
    with Workspace(Profile(profile), NOON) as workspace:
        workspace.catch_up()
        return [card.article_id for card in workspace.cards.for_contact(ANGRY) if card.pinned]


def test_a_rule_fires_elsewhere_after_sync(server: SyncServer, tmp_path: Path) -> None:
    author, agent = tmp_path / "author", tmp_path / "agent"
    files = write_base(tmp_path / "files", {**FILES, "rules.yaml": RULE})
    for profile, person in ((author, "ana"), (agent, "bo")):
        sign_in(profile, server, person)
    desk(author, "import", str(files))
    assert pinned(agent) == []

    desk(author, "sync")
    desk(agent, "sync")
    assert pinned(agent) == ["facturation/geste"]

    (files / "rules.yaml").write_text(OTHER, "utf-8")
    desk(author, "import", str(files))
    desk(author, "sync")
    desk(agent, "sync")
    assert pinned(agent) == ["mobile/resilier"]
    assert "mobile/resilier" in desk(agent, "rules", "check")
