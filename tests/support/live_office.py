"""An office at a real server, for desks that are struck with real keys: people, texts, a path.

A test module takes the fixtures by name: `server = live_office.server`.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kbdesk.core.paths import Cohort
from tests.support.connected_desk import publish
from tests.support.desk_commands import desk as run
from tests.support.desk_commands import sign_in, sync_until
from tests.support.lessons import learner, level, write_lessons
from tests.support.sync_server import SyncServer, serving

PATHS = """\
paths:
  - id: accueil
    title: Premiers jours
    modules:
      - id: bases
        title: Les bases
        steps:
          - article: base/lecon-0
            title: Lire la premiere lecon
          - quiz: base/lecon-0
            title: Questions de la premiere lecon
      - id: suite
        title: La suite
        after: [bases]
        steps:
          - article: base/lecon-1
            title: Lire la seconde lecon
"""
DISCOUNT = """\
---
id: base/remise
title: Remise fidelite
summary: Je vous offre dix euros.
lang: fr
---

## Conditions

Une fois par an et par client.

## Refus

Jamais sur une facture impayee.
"""
CREDIT = """\
---
id: base/avoir
title: Avoir sur facture
lang: fr
---

Sous trois jours.
"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SyncServer]:
    """A server with one article, an author, a supervisor, and two agents of one group."""
    with serving(tmp_path / "server", housekeeping_seconds=1) as running:
        for name in ("lea", "tom"):
            running.add_person(name, "agent", ("fibre",))
        publish(running, "geste", "Geste commercial", "Je vous offre quinze euros.")
        yield running


@pytest.fixture
def school(server: SyncServer, tmp_path: Path) -> SyncServer:
    """The same server with two lessons of six questions, a path through them, and a cohort."""
    folder = write_lessons(tmp_path / "base", 2)
    (folder / "paths.yaml").write_text(PATHS, "utf-8")
    author, chef = tmp_path / "author", tmp_path / "trainer"
    sign_in(author, server, "auteur")
    run(author, "import", str(folder), "--space", "base")
    sync_until(author, lambda said: not said["waiting"])
    with learner(chef, server, "chef") as workspace:
        made = Cohort("decembre", "Nouveaux de decembre", "accueil", ("tom",), ("chef",))
        workspace.live.coaching.make_cohort(made)
        level(workspace)
    return server


@pytest.fixture
def base(server: SyncServer, tmp_path: Path) -> SyncServer:
    """The same server with two articles more."""
    folder = tmp_path / "base"
    folder.mkdir()
    (folder / "remise.md").write_text(DISCOUNT, "utf-8")
    (folder / "avoir.md").write_text(CREDIT, "utf-8")
    author = tmp_path / "author"
    sign_in(author, server, "auteur")
    run(author, "import", str(folder), "--space", "base")
    sync_until(author, lambda said: not said["waiting"])
    return server
