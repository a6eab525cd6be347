"""Remarks and verifications as whole loops: real server, real profiles, the command line."""

import json
from datetime import timedelta
from pathlib import Path

from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace
from tests.support import writers
from tests.support.desk_commands import desk
from tests.support.sync_server import SyncServer
from tests.support.writers import ID, START, freshness, remarks, status, suggest, text_of

server, people = writers.server, writers.people


def test_a_remark_made_offline_waits_and_is_shown_as_waiting(
    server: SyncServer, people: dict[str, Path]
) -> None:
    """E01: no network is no reason to lose what somebody noticed."""
    server.stop()
    desk(people["ana"], "feedback", ID, "--kind", "outdated", "--text", "C'est trois jours")
    (one,) = remarks(people["ana"], "--mine")
    assert (one["waiting"], one["version"], one["kind"]) == (True, 1, "outdated")
    server.start()
    desk(people["ana"], "sync")
    (one,) = remarks(people["ana"], "--mine")
    assert (one["waiting"], one["state"]) == (False, "open")


def test_remarks_of_two_about_one_passage_are_one_matter_and_both_are_told(
    server: SyncServer, people: dict[str, Path]
) -> None:
    """E02: duplicates join; one answer reaches each who had said it."""
    for name in ("ana", "cy"):
        desk(
            people[name], "feedback", ID, "--kind", "wrong", "--text", f"dit {name}",
            "--anchor", "plafond", "--query", "plafond",
        )  # fmt: skip
    desk(people["ana"], "feedback", ID, "--kind", "thanks")
    desk(people["auteur"], "sync")
    wrong, thanks = remarks(people["auteur"], "--board")
    assert (wrong["people"], wrong["version"], wrong["query"]) == (2, 1, "plafond")
    assert [wrong["late"], bool(wrong["due"]), thanks["due"]] == [False, True, None]
    desk(people["auteur"], "feedback", "--answer", wrong["id"], "--state", "done", "--text", "Vu")
    assert [one["kind"] for one in remarks(people["auteur"], "--board")] == ["thanks"]
    for name in ("ana", "cy"):
        desk(people[name], "sync")
        mine = [one for one in remarks(people[name], "--mine") if one["kind"] == "wrong"]
        assert [one["state"] for one in mine] == ["done"]
        assert mine[0]["replies"][0]["text"] == "Vu"
        assert mine[0]["replies"][0]["by"] == "auteur"


def test_a_question_back_is_answered_offline_and_the_matter_stays_open(
    server: SyncServer, people: dict[str, Path]
) -> None:
    """E02: asked without deciding, told to the author, answered without a network, read again."""
    desk(people["ana"], "feedback", ID, "--kind", "unclear", "--text", "Pas clair")
    desk(people["auteur"], "sync")
    (remark,) = remarks(people["auteur"], "--board")
    ask = ("feedback", "--answer", remark["id"], "--state", "open", "--text")
    desk(people["auteur"], *ask, "Quelle ligne ?")
    with Workspace(Profile(people["auteur"])) as workspace:
        (asked,) = workspace.live.remarks.board()
        assert (asked.open, asked.asked) == (True, True)
        assert workspace.live.contributions.to_decide() == 0, "it is the author's turn"
    desk(people["ana"], "sync")
    server.stop()
    with Workspace(Profile(people["ana"])) as workspace:
        assert workspace.live.contributions.unread() == 1
        assert workspace.live.remarks.mine()[0].asked
    desk(people["ana"], "feedback", "--answer", remark["id"], "--text", "Celle du plafond.")
    (mine,) = remarks(people["ana"], "--mine")
    assert [one["text"] for one in mine["replies"]] == ["Quelle ligne ?", "Celle du plafond."]
    server.start()
    desk(people["ana"], "sync")
    desk(people["auteur"], "sync")
    with Workspace(Profile(people["auteur"])) as workspace:
        (answered,) = workspace.live.remarks.board()
        assert (answered.state, answered.asked, answered.late) == ("open", False, False)
        assert workspace.live.contributions.to_decide() == 1
    with Workspace(Profile(people["ana"])) as workspace:
        workspace.live.contributions.seen()
        assert workspace.live.contributions.unread() == 0, "one's own words are no news"
    desk(people["auteur"], "feedback", "--answer", remark["id"], "--text", "C'est écrit.")
    desk(people["ana"], "sync")
    refused = desk(people["ana"], "feedback", "--answer", remark["id"], "--text", "Ah", code=1)
    assert "Make a new one" in refused


def test_a_verification_is_an_act_of_its_own_and_an_edit_in_substance_ends_it(
    people: dict[str, Path],
) -> None:
    """B02: verified on every desk; a typo marked minor keeps it, another edit does not."""
    desk(people["auteur"], "verify", ID, "--comment", "Relu avec la comptabilité")
    desk(people["ana"], "sync")
    verified, state = freshness(people["ana"])
    assert (state, verified != "2026-10-01") == ("verified", True)
    minor = START.replace("euros au plus", "euros au maximum")
    suggest(people["auteur"], minor, "", "--publish", "--minor")
    desk(people["ana"], "sync")
    assert freshness(people["ana"]) == (verified, "verified")
    suggest(people["auteur"], minor.replace("cinq", "six"), "", "--publish")
    desk(people["ana"], "sync")
    assert freshness(people["ana"]) == (None, "unverified")


def test_nobody_who_may_not_write_publishes_verifies_or_decides(people: dict[str, Path]) -> None:
    """The desk says no at once, and says what to do."""
    file = people["ana"] / "x.md"
    file.write_text(START.replace("cinq", "un"), "utf-8")
    assert "Suggest it" in desk(
        people["ana"], "suggest", ID, "--file", str(file), "--publish", code=1
    )
    assert "right to write" in desk(people["ana"], "verify", ID, code=1)
    assert status(people["ana"])["waiting"] == 0
    assert text_of(people["ana"]) == START


def test_what_was_answered_is_counted_until_it_was_read(people: dict[str, Path]) -> None:
    """E02: unread answers of both sorts, and none left after looking."""
    id_ = suggest(people["ana"], START.replace("cinq", "deux"))
    desk(people["ana"], "feedback", ID, "--kind", "unclear", "--text", "Quel compte ?")
    desk(people["auteur"], "sync")
    with Workspace(Profile(people["auteur"])) as workspace:
        assert workspace.live.contributions.to_decide() == 2
    with Workspace(Profile(people["ana"])) as workspace:
        assert workspace.live.contributions.unread() == 0
    desk(people["auteur"], "review", "decline", id_, "--why", "Non.")
    (remark,) = remarks(people["auteur"], "--board")
    desk(people["auteur"], "feedback", "--answer", remark["id"], "--text", "Celui du paiement.")
    desk(people["ana"], "sync")
    with Workspace(Profile(people["ana"])) as workspace:
        contributions = workspace.live.contributions
        assert (contributions.unread(), contributions.mine().unread) == (2, 2)
        contributions.seen()
        assert (contributions.unread(), contributions.mine().unread) == (0, 0)
    with Workspace(Profile(people["auteur"])) as workspace:
        assert workspace.live.contributions.to_decide() == 0


def test_an_act_upon_many_that_was_sent_is_undone_on_every_desk(people: dict[str, Path]) -> None:
    """B04: also when the server has taken it: the texts and the verification stand as before."""
    with Workspace(Profile(people["auteur"])) as workspace:
        act = workspace.live.verifying.archive([ID])
        desk(people["auteur"], "sync")
        desk(people["ana"], "sync")
        assert json.loads(desk(people["ana"], "search", "rembourser", "--json"))["hits"] == []
        workspace.live.verifying.undo(act)
        desk(people["auteur"], "sync")
        verified = workspace.live.verifying.verify([ID])
        desk(people["auteur"], "sync")
        workspace.live.verifying.undo(verified)
        desk(people["auteur"], "sync")
    desk(people["ana"], "sync")
    assert text_of(people["ana"]) == START
    assert freshness(people["ana"]) == ("2026-10-01", "verified"), "as the text says of itself"


def test_what_was_edited_and_verified_since_an_act_outlives_its_undoing(
    people: dict[str, Path],
) -> None:
    """B02, B04: the trust in the text of today stands, and so do the words that others added."""
    with Workspace(Profile(people["auteur"])) as workspace:
        verifying = workspace.live.verifying
        verified, archived = verifying.verify([ID]), verifying.archive([ID])
        desk(people["auteur"], "sync")
        desk(people["cy"], "sync")
        text = text_of(people["cy"]).replace("cinq", "neuf")
        suggest(people["cy"], text, "", "--publish")
        desk(people["cy"], "verify", ID, "--comment", "Relu")
        desk(people["auteur"], "sync")
        verifying.undo(verified)
        verifying.undo(archived)
        desk(people["auteur"], "sync")
        assert status(people["auteur"])["refused"] == 0
    desk(people["ana"], "sync")
    assert "neuf jours" in text_of(people["ana"])
    assert "archived" not in text_of(people["ana"])
    assert freshness(people["ana"])[1] == "verified"
    with Workspace(Profile(people["ana"])) as workspace:
        found = workspace.live.verifying.of(ID)
        assert found is not None
        assert (found.by, found.comment) == ("cy", "Relu")


def test_what_was_edited_and_verified_offline_is_verified_once_both_have_arrived(
    server: SyncServer, people: dict[str, Path]
) -> None:
    """B02, F03: the verification is of the text that I wrote, not of the one before it."""
    server.stop()
    text = START.replace("cinq", "huit")
    suggest(people["auteur"], text, "", "--publish")
    desk(people["auteur"], "verify", ID, "--every", "30")
    assert freshness(people["auteur"])[1] == "verified", "what I did here counts at once"
    server.start()
    desk(people["auteur"], "sync")
    desk(people["ana"], "sync")
    assert "huit jours" in text_of(people["ana"])
    assert freshness(people["ana"])[1] == "verified"
    assert status(people["auteur"])["refused"] == 0
    with Workspace(Profile(people["ana"])) as workspace:
        found = workspace.live.verifying.of(ID)
        assert found is not None
        assert (found.by, found.review_every) == ("auteur", timedelta(days=30))
