"""Whatever a server, a colleague or a spoilt disk says: nothing raises, and the rest is shown."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kbdesk.clock import FixedClock
from kbdesk.core.articles import Freshness
from kbdesk.core.editing import COMPARED, blocks, partly
from kbdesk.paths import Profile
from kbdesk.services.base_files import import_base
from kbdesk.services.workspace import Workspace
from tests.support.small_base import write_base

ID = "facturation/remboursement"
SUGGESTION = {
    "article": ID,
    "space": "base",
    "by": "ana",
    "at": "2026-11-22T09:00:00Z",
    "mine": "x",
}
JUNK = [
    "",
    "null",
    "[]",
    "{}",
    "[" * 5_000,
    '{"at": "hier", "rev": "x", "article": 3}',
    '{"at": "2026-11-22T09:00:00", "rev": 1, "by": null}',
    '{"at": "2026-11-22T09:00:00Z", "rev": 1e999, "review_every": -5}',
    '{"at": "2026-11-22T09:00:00Z", "rev": 1, "review_every": 99999999999}',
]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    clock = FixedClock(datetime(2026, 11, 22, 12, tzinfo=UTC))
    with Workspace(Profile(tmp_path / "profile"), clock) as opened:
        import_base(opened, write_base(tmp_path / "base"))
        opened.catch_up()
        yield opened


@pytest.mark.parametrize("junk", JUNK)
def test_spoilt_entities_are_left_aside(workspace: Workspace, junk: str) -> None:
    """Suggestions, remarks, verifications and credits that say nothing we know."""
    entities, live = workspace.entities, workspace.live
    entities.put("verification", ID, junk)
    for kind in ("suggestion", "feedback"):
        entities.put(kind, "bad", junk)
    entities.put("credit", f"{ID}@1", junk)
    live.remarks.give(ID, "wrong", "Vrai")
    assert live.reviewing.queue() == ()
    assert [one.text for one in live.remarks.board()] == ["Vrai"]
    assert len(live.verifying.queue()) == 3
    assert live.contributions.mine().remarks
    assert workspace.knowledge.search("rembourser").hits
    assert workspace.knowledge.open(ID).freshness in set(Freshness)
    assert workspace.knowledge.history(ID)


@pytest.mark.parametrize(
    "more",
    [
        {"at": "jamais"},
        {"verdict": "peut-être"},
        {"mine": None},
        {"article": "nulle/part"},
        {"mine": "\r\n\x0c\u2028<b>&\n", "base": "\x1c", "base_rev": 9, "rev": 9},
        {"state": "???"},
    ],
)
def test_a_strange_suggestion_can_be_looked_at(
    workspace: Workspace, more: dict[str, object]
) -> None:
    """It is listed, shown and declined like any other, or listed as decided."""
    workspace.entities.put("suggestion", "s", json.dumps(SUGGESTION | more))
    reviewing = workspace.live.reviewing
    listed = (*reviewing.queue(), *reviewing.decided())
    assert [one.id for one in listed] == ["s"]
    reviewing.look("s")
    reviewing.touches("s")
    if listed[0].open:
        reviewing.decline("s", "Étrange")
        assert reviewing.queue() == ()


def test_a_very_long_text_is_compared_in_no_time(workspace: Workspace) -> None:
    """Line by line beyond some pages, word by word below; every letter of both is there."""
    assert COMPARED < 40_000 * 20
    mine = "".join(f"mine {n} alpha beta gamma\n" for n in range(40_000))
    theirs = "".join(f"theirs {n} delta epsilon\n" for n in range(40_000))
    found = blocks("base\n", mine, theirs)
    assert partly(found, ()) == theirs
    assert partly(found, [one.n for one in found]) == mine
