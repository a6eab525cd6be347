"""An article moves out of an editor's sight: what was said about it leaves their desk too.

Byte for byte: suggestions open and decided, remarks and their answers, credits and verifications.
"""

from functools import partial
from pathlib import Path

from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace
from tests.support.desk_commands import sign_in, sync_until
from tests.support.sync_calls import Caller, operation
from tests.support.sync_server import SyncServer, peopled, running

TEXT = "---\ntitle: Titre\nspace: {space}\n---\n\n# Titre\n\n{words}\n"
MARKS = ("zqopen", "zqtaken", "zqdeclined", "zqremark", "zqreply", "zqcredit", "zqverified", "zqno")


def traces(profile: Path) -> set[str]:
    """Return the marks that some file of a profile holds."""
    held = b"\n".join(x.read_bytes() for x in sorted(profile.rglob("*")) if x.is_file()).lower()
    return {mark for mark in MARKS if mark.encode() in held}


def _text(words: str, space: str = "gauche") -> str:
    return TEXT.format(space=space, words=words)


def _publish(words: str, base_rev: int | None, space: str = "gauche") -> dict[str, object]:
    body = {"space": space, "kind": "article", "id": "a", "path": "a.md"}
    return operation("publish", body | {"body": _text(words, space)}, base_rev)


def _suggest(words: str, base_rev: int, comment: str = "") -> dict[str, object]:
    return operation(
        "suggest", {"article": "a", "text": _text(words), "comment": comment}, base_rev
    )


def _settle(one: dict[str, object], decision: str, **more: str) -> dict[str, object]:
    return operation("settle", {"suggestion": one["id"], "decision": decision} | more, 1)


def _done(caller: Caller, *operations: dict[str, object]) -> None:
    results = caller.push(list(operations)).results
    assert {one.status for one in results} == {"applied"}, results


def test_what_was_said_of_a_text_that_moved_leaves_no_byte(tmp_path: Path) -> None:
    """Both write in the left shelf, ana alone in the right one; ana has everything there again."""
    server = SyncServer(peopled(tmp_path / "server"))
    for name, writers in {"gauche": ("ana", "bo"), "droite": ("ana",)}.items():
        server.run("space", "add", name)
        for writer in writers:
            server.run("space", "grant", name, f"person:{writer}", "--write")
    ana_desk, bo_desk = tmp_path / "ana", tmp_path / "bo"
    with running(server):
        ana = Caller(server.url).sign_in("ana")
        taken, declined = _suggest("zqtaken", 1, "zqcredit"), _suggest("zqdeclined", 1)
        remark = operation("feedback", {"article": "a", "kind": "wrong", "text": "zqremark"})
        reply = {"feedback": remark["id"], "state": "accepted", "text": "zqreply"}
        _done(
            ana, _publish("un", None), taken, declined, remark, operation("answer_feedback", reply)
        )
        _done(ana, _settle(declined, "declined", why="zqno"), _settle(taken, "accepted"))
        _done(ana, _suggest("zqopen", 2))
        _done(ana, operation("verify", {"article": "a", "comment": "zqverified"}, 2))
        for profile, who in ((ana_desk, "ana"), (bo_desk, "bo")):
            sign_in(profile, server, who)
            sync_until(profile, partial(_has_all, profile))

        _done(ana, _publish("deux", 2, "droite"))
        sync_until(bo_desk, lambda _said: not traces(bo_desk))
        sync_until(ana_desk, lambda _said: _spaces(ana_desk) == {"droite", "+edit.droite"})
        ana.close()


def _has_all(profile: Path, _said: object) -> bool:
    return traces(profile) == set(MARKS)


def _spaces(profile: Path) -> set[str]:
    """Return where what hangs on the article stands at a desk."""
    kinds = ("article", "suggestion", "feedback", "credit", "verification")
    with Workspace(Profile(profile)) as workspace:
        found = [one for kind in kinds for one in workspace.entities.of(kind)]
    return {one.space for one in found if one.space != "help"}
