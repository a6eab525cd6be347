"""A question back on a suggestion as a whole loop: real server, real profiles, the command line."""

import json
from pathlib import Path
from typing import Any

from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace
from tests.support import writers
from tests.support.desk_commands import desk
from tests.support.sync_server import SyncServer
from tests.support.writers import START, queue, suggest, text_of

server, people = writers.server, writers.people
TEXT = START.replace("cinq", "dix")


def mine(profile: Path) -> dict[str, Any]:
    (found,) = json.loads(desk(profile, "review", "list", "--mine", "--json"))["suggestions"]
    made: dict[str, Any] = found
    return made


def words(one: dict[str, Any]) -> list[tuple[str, str]]:
    return [(said["by"], said["text"]) for said in one["replies"]]


def test_a_suggestion_is_asked_back_about_and_answered_offline_before_it_is_taken(
    server: SyncServer, people: dict[str, Path]
) -> None:
    """E03: asked without deciding, answered without a network, read by both, then accepted."""
    id_ = suggest(people["ana"], TEXT, "C'est dix jours.")
    desk(people["auteur"], "sync")
    desk(people["auteur"], "review", "ask", id_, "--text", "Depuis quand ?")
    with Workspace(Profile(people["auteur"])) as workspace:
        (asked,) = workspace.live.reviewing.queue()
        assert (asked.open, asked.asked, asked.answered) == (True, True, False)
        assert workspace.live.contributions.to_decide() == 0, "it is the author's turn"
    desk(people["ana"], "sync")
    server.stop()
    with Workspace(Profile(people["ana"])) as workspace:
        assert (workspace.live.contributions.unread(), mine(people["ana"])["asked"]) == (1, True)
    desk(people["ana"], "review", "answer", id_, "--text", "Depuis novembre.")
    thread = [("auteur", "Depuis quand ?"), ("ana", "Depuis novembre.")]
    assert words(mine(people["ana"])) == thread, "it stands there before it is sent"
    server.start()
    desk(people["ana"], "sync")
    desk(people["auteur"], "sync")
    with Workspace(Profile(people["auteur"])) as workspace:
        (answered,) = workspace.live.reviewing.queue()
        assert (answered.asked, answered.answered) == (False, True)
        assert workspace.live.contributions.to_decide() == 1
    with Workspace(Profile(people["ana"])) as workspace:
        workspace.live.contributions.seen()
        assert workspace.live.contributions.unread() == 0, "one's own words are no news"
    desk(people["auteur"], "review", "accept", id_)
    desk(people["ana"], "sync")
    found = mine(people["ana"])
    assert (found["state"], words(found)) == ("accepted", thread)
    assert "dix jours" in text_of(people["ana"])
    with Workspace(Profile(people["ana"])) as workspace:
        assert workspace.live.contributions.unread() == 1, "the decision is"
    refused = desk(people["ana"], "review", "answer", id_, "--text", "Ah", code=1)
    assert "decided" in refused


def test_two_who_decide_ask_offline_and_neither_question_is_lost(
    server: SyncServer, people: dict[str, Path]
) -> None:
    """Words are no decision: they never meet each other, nor hold up what is decided after them."""
    id_ = suggest(people["ana"], TEXT)
    for name in ("auteur", "cy"):
        desk(people[name], "sync")
    server.stop()
    desk(people["auteur"], "review", "ask", id_, "--text", "Depuis quand ?")
    desk(people["cy"], "review", "ask", id_, "--text", "Pour qui ?")
    desk(people["cy"], "review", "decline", id_, "--why", "Trop vague.")
    (asked,) = queue(people["auteur"])
    assert words(asked) == [("auteur", "Depuis quand ?")]
    server.start()
    for name in ("auteur", "cy", "ana"):
        desk(people[name], "sync")
    found = mine(people["ana"])
    assert found["state"] == "declined"
    assert words(found) == [("auteur", "Depuis quand ?"), ("cy", "Pour qui ?")]


def test_nobody_asks_themselves_and_who_may_not_decide_asks_nothing(
    people: dict[str, Path],
) -> None:
    id_ = suggest(people["cy"], TEXT)
    desk(people["cy"], "sync")
    assert "your own" in desk(people["cy"], "review", "ask", id_, "--text", "Vrai ?", code=1)
    assert "Nothing was asked" in desk(
        people["cy"], "review", "answer", id_, "--text", "Oui.", code=1
    )
    assert "none" in desk(people["ana"], "review", "ask", id_, "--text", "Vrai ?", code=1)
