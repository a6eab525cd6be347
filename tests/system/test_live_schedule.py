"""A scheduled article on a desk that has been off the network since the day before (B01)."""

import json
from datetime import datetime, timedelta
from pathlib import Path

from kbdesk.clock import FixedClock
from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace
from tests.support.desk_commands import desk, sign_in, sync_until
from tests.support.sync_server import serving

COMES = "---\ntitle: Offre de rentrée\npublish_at: {}\n---\n\nLe vermicelle est offert.\n"
GOES = "---\ntitle: Offre de l'été\nexpire_at: {}\n---\n\nLe vermicelle coûte deux euros.\n"


def test_it_comes_and_goes_at_the_minute_on_a_desk_without_a_server(tmp_path: Path) -> None:
    """Published the day before; no server any more; eight o'clock local time, by the clock alone.

    The command line of the author, the copy of the agent, and a clock set by hand.
    """
    here = datetime.now().astimezone()
    eight = (here + timedelta(days=1)).replace(hour=8, minute=0, second=0, microsecond=0)
    base = tmp_path / "base"
    base.mkdir()
    (base / "comes.md").write_text(COMES.format(f"{eight:%Y-%m-%dT%H:%M}"), "utf-8")
    (base / "goes.md").write_text(GOES.format(f"{eight:%Y-%m-%dT%H:%M}"), "utf-8")
    author, agent = tmp_path / "author", tmp_path / "agent"
    with serving(tmp_path / "server") as server:
        sign_in(author, server, "auteur")
        desk(author, "import", str(base), "--space", "base")
        sign_in(agent, server, "ana")
        sync_until(agent, lambda _: _articles(agent) == 2)
    for after, stands in ((-1, "goes"), (0, "comes"), (60 * 24, "comes")):
        now = eight + timedelta(minutes=after)
        clock = FixedClock(now, run=now - here)
        with Workspace(Profile(agent), clock) as workspace:
            found = [hit.id for hit in workspace.knowledge.search("vermicelle").hits]
            assert found == [stands], after
            assert [one.id for one in workspace.knowledge.suggest("offre")] == [stands]


def _articles(profile: Path) -> int:
    return int(json.loads(desk(profile, "status", "--json"))["articles"])
