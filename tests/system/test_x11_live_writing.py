"""Writing with each other by keys alone: remarks, edits, reviews, gaps, each at a real desk.

As in `test_x11_live`: a real server, each desk on a desktop of its own, read from outside.
"""

from datetime import timedelta
from pathlib import Path

import pytest

from kbdesk.services.workspace import Workspace
from kbdesk.store.receipts import Receipts, Shift
from tests.support import live_office
from tests.support.live_desk import LiveDesk, Seat, seat
from tests.support.sync_server import SyncServer
from tests.support.told_desk import rows

pytestmark = pytest.mark.long
server, base = live_office.server, live_office.base

# writing

ONCE, NEVER, DAYS = "par client.", "impayee.", "Sous trois jours."


def test_an_edit_survives_a_kill_is_reviewed_in_parts_and_answered(
    base: SyncServer, tmp_path: Path
) -> None:
    """F4, Ctrl+E, kill -9, the draft, sending; a review in part and a no, both told with why."""
    with seat(tmp_path, base, "lea", "en") as lea:
        _remark(lea)
        _begin_an_edit(lea)
        lea.desk.kill()
        _send_what_was_kept(lea)
        _suggest_another(lea)
        with seat(tmp_path, base, "auteur", "fr") as author:
            _review(author)
        _see_the_answers(lea)


def _open(desk: LiveDesk, words: str, article: str) -> None:
    """Find an article, and give it the keys."""
    desk.press("ctrl+1")
    desk.until(lambda f: f.screen == "search" and f.focus == "SearchField", "the search field")
    desk.press("ctrl+a")
    desk.find(words)
    assert desk.facts.article == article
    desk.press("Return")
    desk.until(lambda f: f.focus != "SearchField", "the keys to be in the text")


def _remark(lea: Seat) -> None:
    desk = lea.desk
    _open(desk, "remise", "base/remise")
    desk.press("F4")
    desk.until_seen(lea.said("FeedbackSheet", "The owner of the article reads it and answers you."))
    desk.press("1")
    desk.until(lambda f: f.focus == "QLineEdit", "the caret in the words")
    lea.shot("remark")
    desk.press("Return")
    thanks = "Thank you. Your remark goes to the owner of the article."
    desk.until_seen(lea.said("WritingActs", thanks))


def _begin_an_edit(lea: Seat) -> None:
    """Change two passages, and wait until that is kept."""
    desk = lea.desk
    _edit(lea, NEVER, " Sauf accord.")
    _edit(lea, ONCE, " Et par ligne.")
    desk.until_seen(lea.said("EditorHead", "Kept on this desk at %1").partition(" %1")[0])
    kept = "SELECT text FROM drafts"
    desk.on.wait(lambda: "Et par ligne." in rows(lea.profile, kept)[0], "it on the disk")
    lea.shot("edit")


def _edit(lea: Seat, after: str, words: str) -> None:
    """Bring the caret behind some words by arrows, and write."""
    desk, text = lea.desk, lea.said("Editor", "Your text")
    if desk.facts.name != text:
        desk.press("ctrl+e")
    here = desk.until(lambda f: f.name == text and after in f.held, "the text")
    line = here.held[: here.held.index(after)].count("\n")
    desk.press("ctrl+Home", *["Down"] * line, "End")
    desk.until(lambda f: f.caret == f.held.index(after) + len(after), f"the caret after {after!r}")
    desk.write(words)


def _send_what_was_kept(lea: Seat) -> None:
    """Start again: the draft is there with its caret, and goes by Ctrl+Enter."""
    desk = lea.again()
    desk.press("ctrl+5")
    desk.until(lambda f: "Remise fidelite" in f.held, "the draft in the list")
    lea.shot("draft")
    desk.press("Return")
    mine = f"{ONCE} Et par ligne."
    desk.until(
        lambda f: mine in f.held and f.caret == f.held.index(mine) + len(mine),
        "the text with its caret",
    )
    assert f"{NEVER} Sauf accord." in desk.facts.held
    desk.press("ctrl+Return")
    _until_sent(lea)


def _until_sent(lea: Seat) -> None:
    sent = "Your suggestion is on its way to those who review it."
    lea.desk.until_seen(lea.said("ContributionsScreen", sent))


def _suggest_another(lea: Seat) -> None:
    _open(lea.desk, "avoir", "base/avoir")
    _edit(lea, DAYS, " Ou cinq.")
    lea.desk.press("ctrl+Return")
    _until_sent(lea)
    lea.shot("sent")


def _section(author: Seat, name: str) -> None:
    """Go to a section of steering by the arrows of its names, and into its list."""
    desk, wanted = author.desk, author.said("SteerScreen", name)
    desk.press("ctrl+6")
    desk.until(lambda f: f.screen == "steer" and f.settled, "steering")
    if wanted not in desk.facts.name:
        names = [author.said("SteerScreen", one) for one in ("Health", "Gaps", "Suggestions")]
        desk.tab_to_any(names, "shift+Tab")
        while wanted not in desk.facts.name:
            desk.step("Right")
    author.shot("sections")
    desk.press("Down")


def _review(author: Seat) -> None:
    desk = author.desk
    _section(author, "Suggestions")
    desk.until(lambda f: "Remise fidelite" in f.held, "the older one")
    desk.press("j")
    desk.until(lambda f: "Avoir sur facture" in f.held, "the younger one")
    desk.press("k")
    desk.until(lambda f: "Remise fidelite" in f.held, "the older one again")
    desk.until_seen("Et par ligne.", "Sauf accord.")
    author.shot("review")
    desk.press("2")
    part = author.said("ReviewPane", "Publish %1 of %2").replace("%1", "1").replace("%2", "2")
    desk.until_seen(part)
    desk.press("r")
    desk.until(lambda f: f.focus == "QLineEdit", "the caret in the word")
    desk.write("La ligne, oui.")
    author.shot("part")
    desk.press("Return")
    desk.until(lambda f: f.name == part, "the keys on the act")
    desk.press("a")
    desk.until(lambda f: "Avoir sur facture" in f.held and f.settled, "the other one")
    desk.press("d")
    desk.until(lambda f: f.focus == "QLineEdit", "the caret in the reason")
    desk.write("Le delai est legal.")
    author.shot("no")
    desk.press("Return")
    desk.until_seen(author.said("ReviewQueue", "Everything is decided."))
    author.shot("decided")


def _see_the_answers(lea: Seat) -> None:
    desk = lea.desk
    desk.press("ctrl+5")
    desk.until(lambda f: f.screen == "contributions" and f.held, "the list")
    for title, why in (("Avoir", "Le delai est legal."), ("Remise", "La ligne, oui.")):
        desk.until_seen(title)
        desk.walk_to(title)
        desk.until_seen(why)
        lea.shot("answer")


# gaps


def test_what_was_not_found_is_written_proved_and_told_to_who_had_asked(
    base: SyncServer, tmp_path: Path
) -> None:
    """F2 twice; a draft, published; the replay closes it; the brief of the next shift says so."""
    with seat(tmp_path, base, "lea", "fr") as lea:
        for _ in range(2):
            _not_found(lea)
        lea.desk.quit()
        with seat(tmp_path, base, "auteur", "fr") as author:
            _write_what_is_missing(author)
            _prove_and_close(author)
        _sleep_over_it(lea)
        _told_in_the_brief(lea)


MISSING = "carte senior"
WAITING = "SELECT id FROM outbox WHERE acked_at = ''"


def _not_found(lea: Seat) -> None:
    desk = lea.desk
    desk.press("ctrl+1", "ctrl+a")
    desk.type(MISSING)
    desk.until(lambda f: f.query == MISSING and f.settled, "an answer")
    desk.press("F2")
    desk.until_done("not_found")
    desk.until(lambda f: f.notice, "the line that thanks")
    lea.shot("not-found")
    desk.press("Escape")
    desk.until(lambda f: not f.notice, "no line")


def _write_what_is_missing(author: Seat) -> None:
    desk = author.desk
    _section(author, "Gaps")
    desk.until(lambda f: MISSING in f.held, "the subject")
    desk.until_seen(author.said("GapPane", "Asked %n time(s)", count=2))
    author.shot("gap")
    desk.press("n")
    desk.until(
        lambda f: f.name == author.said("Editor", "Your text") and MISSING in f.held, "a draft"
    )
    desk.press("ctrl+End")
    desk.write("Remise de cinq euros.")
    author.shot("draft")
    desk.press("ctrl+Return")
    desk.until(lambda f: f.name != author.said("Editor", "Your text"), "it to be published")
    told = "Published. Everybody reads it as soon as it is sent."
    desk.until_seen(author.said("ContributionsScreen", told))
    author.shot("published")


def _prove_and_close(author: Seat) -> None:
    desk = author.desk
    desk.press("ctrl+1")
    desk.until(lambda f: f.focus == "SearchField", "the search field")
    desk.type(MISSING)
    desk.until(lambda f: f.found and f.chosen and f.query == MISSING, "the new article, found")
    _section(author, "Gaps")
    desk.until(lambda f: MISSING in f.held, "the subject")
    desk.press("l")
    desk.until(lambda f: f.focus == "QLineEdit" and f.held == MISSING, "the words to find it by")
    desk.until(lambda _: "Carte senior" in desk.seen, "the article, offered")
    author.shot("attach")
    desk.press("Return")
    desk.until_seen(author.said("GapPane", "Close %n gap(s)", count=2))
    author.shot("proof")
    desk.press("c")
    desk.until_seen(author.said("GapsPart", "Nothing is missing."))
    desk.on.wait(lambda: not rows(author.profile, WAITING), "all of it sent")
    author.shot("closed")


def _sleep_over_it(lea: Seat) -> None:
    """Let the last shift of hers have ended five hours ago."""
    with Workspace(lea.profile) as workspace:
        ago = workspace.clock.now() - timedelta(hours=5)
        receipts = Receipts(workspace.user, workspace.outbox)
        receipts.keep_shift(Shift(ago, ago))


def _told_in_the_brief(lea: Seat) -> None:
    desk = lea.again()
    desk.until_seen(lea.said("Whisper", "Since your last shift"))
    lea.shot("line")
    desk.press("ctrl+3")
    desk.until_seen(lea.said("BriefPage", "Since your last shift"))
    there = lea.said("BriefPage", "What you could not find is there now")
    desk.until_seen(there)
    assert sum(there in one for one in desk.seen) == 1, "asked twice, it is one thing to know"
    lea.shot("brief")
    desk.press("1")
    desk.until(lambda f: f.screen == "search" and f.article, "what answers it")
