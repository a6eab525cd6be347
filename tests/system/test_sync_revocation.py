"""A right is withdrawn, the desk syncs: no byte of what it gave is left in the profile (F08, G16).

The marks stand in title, body, tag, summary and picture, in an old revision's text, in one that was
retired, and in downloads that were cut. The person has read all of it, made it a favourite, and
opened the newest text before it was searchable. They are looked for in every file of the profile
folder, the index's too.
"""

import hashlib
import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from kbdesk.paths import Profile
from kbdesk.services.connected.syncing import Syncing
from kbdesk.services.workspace import Workspace
from tests.support.desk_commands import desk, sign_in, sync_until
from tests.support.small_base import write_base
from tests.support.sync_server import SyncServer, peopled, running

MARKS = ("zqtitle", "zqbody", "zqtag", "zqsummary", "zqold", "zqretired", "zqalias")
PICTURE_MARK = "zqpicture"
CUT_MARK = "zqcut"
EVERY_MARK = (*MARKS, PICTURE_MARK, CUT_MARK)
PICTURE = b"\x89PNG\r\n\x1a\n" + PICTURE_MARK.encode() * 20
SECRET = """---
title: Zqtitle au client
space: secrets
summary: Zqsummary en une phrase.
tags: [zqtag]
aliases: [zqalias]
---

# Zqtitle

{text} ![](images/secret.png)
"""
RETIRED = "---\nspace: secrets\n---\n# Ancien\n\nZqretired partout.\n"


def read(profile: Path, *, fetch: bool = False) -> None:
    """Open the secret as a person does, perhaps fetched just now and not yet made searchable."""
    with Workspace(Profile(profile)) as workspace:
        if fetch:
            Syncing(workspace).sync_once()
            assert workspace.unread.count() > 0
        assert "Zqtitle" in workspace.knowledge.open("secret", query="zqbody").html
        assert workspace.knowledge.plain_text("secret")
        workspace.knowledge.record_open("secret")
        assert [card.id for card in workspace.knowledge.recents()] == ["secret"]


def leave_downloads(profile: Path) -> None:
    """Leave what a pass that was cut leaves: parts of a picture and of a snapshot."""
    part = f"{hashlib.sha256(PICTURE).hexdigest()}.part"
    (profile / "downloads" / part).write_bytes(PICTURE[: len(PICTURE) // 2])
    (profile / "downloads" / f"{'0' * 64}.part").write_bytes(CUT_MARK.encode() * 9)


def traces(profile: Path, marks: tuple[str, ...]) -> list[str]:
    """List "mark in file" for every mark that some file of the profile holds."""
    found = []
    for file in sorted(p for p in profile.rglob("*") if p.is_file()):
        data = file.read_bytes().lower()
        found += [f"{mark} in {file.name}" for mark in marks if mark.encode() in data]
    return found


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SyncServer]:
    server = SyncServer(peopled(tmp_path / "server"))
    server.run("space", "add", "secrets")
    server.run("space", "grant", "secrets", "person:bo")
    server.run("space", "grant", "secrets", "person:ana", "--write")
    with running(server):
        yield server


@pytest.fixture(params=["all is searchable", "the newest is not"])
def agent(request: pytest.FixtureRequest, tmp_path: Path, server: SyncServer) -> Path:
    """The desk of somebody who has read the secret, its old text, and what was retired."""
    author, agent = tmp_path / "author", tmp_path / "agent"
    sign_in(author, server, "ana")
    sign_in(agent, server, "bo")
    desk(author, "sync")
    files = write_base(tmp_path / "files")
    (files / "secret.md").write_text(SECRET.format(text="Zqold d'avant."), "utf-8")
    (files / "ancien.md").write_text(RETIRED, "utf-8")
    (files / "images").mkdir()
    (files / "images" / "secret.png").write_bytes(PICTURE)
    desk(author, "import", str(files), "--space", "secrets")
    desk(agent, "sync")
    with Workspace(Profile(agent)) as workspace:
        workspace.knowledge.toggle_favourite("secret")
    read(agent)
    (files / "secret.md").write_text(SECRET.format(text="Zqbody maintenant."), "utf-8")
    desk(author, "import", str(files), "--space", "secrets")
    desk(author, "retire", "ancien")
    read(agent, fetch=True)
    if request.param == "all is searchable":
        desk(agent, "sync")
    return agent


def test_after_a_right_is_withdrawn_no_byte_of_it_is_left(
    server: SyncServer, agent: Path, tmp_path: Path
) -> None:
    leave_downloads(agent)
    before = " ".join(traces(agent, EVERY_MARK))
    for mark in ("zqtitle", "zqbody", "zqtag", "zqpicture", "zqcut"):
        assert mark in before, "the search for traces sees nothing"
    server.run("space", "revoke", "secrets", "person:bo")
    sync_until(agent, lambda said: "secrets" in said["dropped"])
    assert traces(agent, EVERY_MARK) == []
    assert "Nothing found" in desk(agent, "search", "zqtitle")
    shutil.rmtree(tmp_path / "author")


def test_what_moves_out_of_sight_leaves_no_byte_either(
    server: SyncServer, agent: Path, tmp_path: Path
) -> None:
    """The article goes to a shelf that this person may not read; the old shelf stays theirs."""
    server.run("space", "add", "coffre")
    server.run("space", "grant", "coffre", "person:ana", "--write")
    author = tmp_path / "author"
    sync_until(author, lambda said: True)
    text = SECRET.format(text="Zqbody maintenant.").replace("space: secrets", "space: coffre")
    alone = write_base(tmp_path / "alone", {"secret.md": text})
    assert "1 changed" in desk(author, "import", str(alone))
    sync_until(agent, lambda said: "secret" not in desk(agent, "search", "zqtitle"))
    assert traces(agent, MARKS) == []


def test_the_search_for_traces_would_see_a_compressed_mark() -> None:
    """Tantivy stores documents by LZ4, which leaves short words readable; zlib would not."""
    assert b"zqbody" not in zlib.compress(b"zqbody " * 50)
