"""Edits as whole loops: real server, real profiles, the command line between them."""

import json
from pathlib import Path

from kbdesk.core.editing import Fate
from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace
from tests.support import writers
from tests.support.desk_commands import desk
from tests.support.sync_server import SyncServer
from tests.support.writers import ID, PIXEL, START, queue, status, suggest, text_of

server, people = writers.server, writers.people


def test_an_agent_suggests_an_author_takes_a_part_and_the_agent_is_credited(
    people: dict[str, Path],
) -> None:
    """E03: proposed as a diff, accepted in part, credited in the history on every desk."""
    proposed = START.replace("cinq jours", "trois jours").replace("Cinquante", "Mille")
    id_ = suggest(people["ana"], proposed, "Le délai a changé")
    desk(people["auteur"], "sync")
    (one,) = queue(people["auteur"])
    assert (one["id"], one["by"], one["comment"]) == (id_, "ana", "Le délai a changé")
    view = json.loads(desk(people["auteur"], "review", "show", id_, "--json"))
    first, second = view["changes"]
    assert "[-cinq-]{+trois+}" in "".join(first["words"])
    assert "Mille" in second["after"]
    desk(people["auteur"], "review", "accept", id_, "--part", str(first["n"]))
    desk(people["ana"], "sync")
    assert "trois jours" in text_of(people["ana"])
    assert "Cinquante euros" in text_of(people["ana"])
    now = json.loads(desk(people["ana"], "history", ID, "--json"))["versions"][0]
    assert (now["proposed_by"], now["decided_by"]) == ("ana", "auteur")
    (mine,) = json.loads(desk(people["ana"], "review", "list", "--mine", "--json"))["suggestions"]
    assert mine["state"] == "partly accepted"
    with Workspace(Profile(people["ana"])) as workspace:
        fates = workspace.live.reviewing.own(id_).fates
        assert list(fates.values()) == [Fate.TAKEN, Fate.LEFT], "she sees which one stands"


def test_a_no_comes_back_with_its_reason(people: dict[str, Path]) -> None:
    """E03: whoever proposed reads why not; the text that stands has not moved."""
    id_ = suggest(people["ana"], START.replace("cinq", "deux"))
    desk(people["auteur"], "sync")
    assert "wants a reason" in desk(
        people["auteur"], "review", "decline", id_, "--why", " ", code=1
    )
    desk(people["auteur"], "review", "decline", id_, "--why", "La banque met cinq jours.")
    desk(people["ana"], "sync")
    (mine,) = json.loads(desk(people["ana"], "review", "list", "--mine", "--json"))["suggestions"]
    assert (mine["state"], mine["why"]) == ("declined", "La banque met cinq jours.")
    assert mine["decided_by"] == "auteur"
    assert text_of(people["ana"]) == START
    assert queue(people["auteur"]) == []


def test_two_who_changed_the_same_line_are_both_kept_and_a_person_chooses(
    people: dict[str, Path],
) -> None:
    """F05: nothing is merged by itself, both texts are seen, and the choice is published."""
    id_ = suggest(people["ana"], START.replace("cinq jours", "trois jours"))
    other = START.replace("cinq jours", "dix jours").replace("Cinquante", "Cent")
    suggest(people["auteur"], other, "", "--publish")
    desk(people["cy"], "sync")
    (one,) = queue(people["cy"])
    assert one["id"] == id_
    view = json.loads(desk(people["cy"], "review", "show", id_, "--json"))
    assert view["verdict"] == "clash"
    (clash,) = [change for change in view["changes"] if change["conflict"]]
    assert "dix jours" in clash["before"]
    assert "trois jours" in clash["after"]
    assert "cinq jours" in clash["base"]
    assert "same lines" in desk(people["cy"], "review", "accept", id_, code=1)
    desk(people["cy"], "review", "accept", id_, "--part", str(clash["n"]))
    assert "trois jours" in text_of(people["cy"])
    assert "Cent euros" in text_of(people["cy"]), "what the other changed elsewhere stands"


def test_what_was_taken_out_meanwhile_asks_before_it_comes_back(people: dict[str, Path]) -> None:
    """F06: delete against edit is never silent, whichever came first."""
    id_ = suggest(people["ana"], START.replace("cinq", "deux"))
    desk(people["auteur"], "retire", ID)
    desk(people["cy"], "sync")
    view = json.loads(desk(people["cy"], "review", "show", id_, "--json"))
    assert (view["verdict"], view["published"]) == ("gone", None)
    assert "deux jours" in view["suggested"]
    desk(people["cy"], "review", "accept", id_)
    desk(people["ana"], "sync")
    assert "deux jours" in text_of(people["ana"])


def test_an_edit_of_what_somebody_wants_out_waits_for_a_person(people: dict[str, Path]) -> None:
    """F06: the wish to take out meets an edit: it is a conflict, and both are there."""
    suggest(people["auteur"], START.replace("cinq", "quatre"), "", "--publish")
    desk(people["ana"], "suggest", ID, "--remove", "--comment", "En double")
    desk(people["cy"], "sync")
    (one,) = queue(people["cy"])
    assert (one["removes"], one["verdict"]) == (True, "clash")
    desk(people["cy"], "review", "decline", one["id"], "--why", "Elle vient d'être revue.")
    assert "quatre jours" in text_of(people["cy"])


def test_a_decision_upon_an_older_text_is_refused_and_the_choice_is_kept(
    people: dict[str, Path],
) -> None:
    """E03: the article moved between look and decision; nothing is published, nothing forgotten."""
    proposed = START.replace("cinq jours", "trois jours").replace("Cinquante", "Mille")
    id_ = suggest(people["ana"], proposed)
    desk(people["cy"], "sync")
    first = json.loads(desk(people["cy"], "review", "show", id_, "--json"))["changes"][0]["n"]
    suggest(people["auteur"], START.replace("est payée", "est soldée"), "", "--publish")
    said = desk(people["cy"], "review", "accept", id_, "--part", str(first), code=1)
    assert "What you chose is kept" in said
    view = json.loads(desk(people["cy"], "review", "show", id_, "--json"))
    assert (view["kept"], view["state"], view["verdict"]) == ("partly accepted", "open", "clean")
    assert "soldée" in text_of(people["cy"])
    assert "trois" not in text_of(people["cy"])
    desk(people["cy"], "review", "accept", id_, "--part", str(first))
    assert "trois jours" in text_of(people["cy"])
    assert "soldée" in text_of(people["cy"])
    assert status(people["cy"])["refused"] == 0, "what was decided anew leaves nothing behind"


def test_a_rollback_is_a_new_version(people: dict[str, Path]) -> None:
    """B06: what stood before stands again, and what stood meanwhile is in the history."""
    suggest(people["auteur"], START.replace("cinq", "six"), "", "--publish")
    desk(people["auteur"], "rollback", ID, "--to", "1")
    assert text_of(people["auteur"]) == START
    versions = json.loads(desk(people["auteur"], "history", ID, "--json"))["versions"]
    assert [one["rev"] for one in versions] == [3, 2, 1]
    assert "That is what" in desk(people["auteur"], "rollback", ID, "--to", "3", code=1)


def test_what_an_agent_writes_offline_with_a_picture_is_read_by_all_once_it_is_taken(
    server: SyncServer, people: dict[str, Path], tmp_path: Path
) -> None:
    """E04: a new article with a table and a picture, made without a network, goes the whole way."""
    server.stop()
    picture = tmp_path / "écran.png"
    picture.write_bytes(PIXEL)
    file = tmp_path / "nouveau.md"
    file.write_text(
        "---\ntitle: Câbles\n---\n\n| Câble | Prix |\n|---|---|\n| RJ45 | 5 € |\n", "utf-8"
    )
    said = desk(
        people["ana"], "suggest", "--space", "base", "--file", str(file), "--image", str(picture)
    )
    assert "wait" in said
    (mine,) = json.loads(desk(people["ana"], "review", "list", "--mine", "--json"))["suggestions"]
    assert (mine["waiting"], mine["new"]) == (True, True)
    server.start()
    desk(people["ana"], "sync")
    desk(people["auteur"], "sync")
    (one,) = queue(people["auteur"])
    assert (one["new"], one["article"]) == (True, "base/cables")
    desk(people["auteur"], "review", "accept", one["id"])
    desk(people["cy"], "sync")
    with Workspace(Profile(people["cy"])) as workspace:
        made = workspace.knowledge.article("base/cables")
        assert "RJ45" in made.source
        assert [workspace.knowledge.asset(path) for path in made.assets] == [PIXEL]
        now = workspace.knowledge.history("base/cables")[0]
        assert (now.proposed_by, now.decided_by) == ("ana", "auteur")


def _what_it_changes(workspace: Workspace, id_: str) -> None:
    (changed,) = [one for one in workspace.live.reviewing.own(id_).blocks if one.changed]
    assert "cinq" in changed.before
    assert "neuf" in changed.after


def test_who_takes_a_suggestion_back_has_the_draft_again(people: dict[str, Path]) -> None:
    """Sent or not, the work is not lost, and the queue is without it."""
    text = START.replace("cinq", "neuf")
    with Workspace(Profile(people["ana"])) as workspace:
        authoring = workspace.live.authoring
        draft = authoring.draft(ID)
        authoring.save(draft.id, text)
        id_ = authoring.send(draft.id, "Neuf jours").operation
        assert authoring.drafts() == ()
        assert workspace.live.contributions.mine().suggestions[0].waiting
        _what_it_changes(workspace, id_)
    desk(people["ana"], "sync")
    desk(people["auteur"], "sync")
    assert [one["id"] for one in queue(people["auteur"])] == [id_]
    with Workspace(Profile(people["ana"])) as workspace:
        _what_it_changes(workspace, id_)
    desk(people["ana"], "review", "withdraw", id_)
    desk(people["auteur"], "sync")
    assert queue(people["auteur"]) == []
    with Workspace(Profile(people["ana"])) as workspace:
        assert [one.text for one in workspace.live.authoring.drafts()] == [text]


def test_where_four_eyes_are_asked_for_nobody_publishes_their_own_text(
    people: dict[str, Path], tmp_path: Path
) -> None:
    """B07: an author's edit becomes a suggestion; they cannot take it, a colleague can."""
    lists = tmp_path / "lists"
    lists.mkdir()
    rule = "spaces:\n- {id: base, title: Base, four_eyes: true}\n"
    (lists / "spaces.yaml").write_text(rule, "utf-8")
    (lists / "autre.md").write_text("---\ntitle: Autre\n---\n\nTexte.\n", "utf-8")
    desk(people["auteur"], "import", str(lists), "--space", "base")
    text = START.replace("cinq", "sept")
    with Workspace(Profile(people["auteur"])) as workspace:
        authoring = workspace.live.authoring
        draft = authoring.draft(ID)
        authoring.save(draft.id, text)
        assert not authoring.standing(draft.id).publishes
        assert not authoring.send(draft.id).published
    desk(people["auteur"], "sync")
    (one,) = queue(people["auteur"])
    assert "nobody publishes their own" in desk(
        people["auteur"], "review", "accept", one["id"], code=1
    )
    desk(people["cy"], "sync")
    desk(people["cy"], "review", "accept", one["id"])
    assert "sept jours" in text_of(people["cy"])
