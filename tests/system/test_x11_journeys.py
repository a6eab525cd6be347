"""What a person does with a desk, by real keys in a real window under a real window manager.

The desk is the whole program; it is watched from outside: by the facts it is made to tell, the
properties of its window, the pixels of the screen, the clipboard, and the files it leaves.
"""

import subprocess
import sys

import pytest

from kbdesk.paths import Profile
from tests.support.desk_facts import Facts
from tests.support.told_desk import CALL, ToldDesk, complaints, hand_over, note_kept, rows
from tests.support.x11_desktop import Desktop, start_softphone
from tests.support.x11_eyes import Eyes

GUIDE = "fibre/pas-internet"
PATH = ["incident", "suspension", "perimetre", "appareil"]


# find and read


def test_find_and_read(desk: ToldDesk, profile: Profile) -> None:
    """Words, arrows, Enter, words within the article, back: the caret never needs the mouse."""
    first = desk.find("pas internet")
    assert first.chosen == GUIDE
    desk.press("Down", "Down", "Up")
    second = desk.until(
        lambda f: f.article == f.chosen and f.chosen not in {"", GUIDE}, "the second article"
    )
    assert (second.focus, second.query) == ("SearchField", "pas internet")

    desk.press("Up")
    desk.until(lambda f: f.article == GUIDE, "the first article again")
    desk.press("Return")
    read = desk.until(lambda f: f.focus != "SearchField", "the keys to be in the text")
    desk.press("ctrl+f")
    desk.until(lambda f: f.focus == "FindField", "the field to find within the article")
    desk.type("voyant")
    desk.until(lambda f: f.held == "voyant" and f.match.startswith("1 / "), "the first match")
    desk.press("Return")
    desk.until(lambda f: f.match.startswith("2 / "), "the second match")
    desk.press("Escape")
    desk.until(lambda f: not f.match and f.focus == read.focus, "the text without the bar")

    desk.press("ctrl+k")
    desk.until(lambda f: f.focus == "SearchField", "the search field")
    other = desk.find("hameconnage").article
    desk.press("Return")
    desk.until(lambda f: f.focus == read.focus, "the keys to be in the text")
    desk.press("alt+Left")
    desk.until(lambda f: f.article == GUIDE, "the article before")
    desk.press("alt+Right")
    desk.until(lambda f: f.article == other, "the article after it")
    desk.press("Escape")
    desk.until(lambda f: f.focus == "SearchField" and f.query, "the results")
    desk.press("Escape")
    desk.until(lambda f: not f.query, "the empty field")

    # Passed over and shown beside the list is not read.
    desk.on.wait(lambda: len(rows(profile, "SELECT article FROM opens")) > 1, "both openings")
    assert second.article not in rows(profile, "SELECT article FROM opens")
    assert {GUIDE, other} <= set(rows(profile, "SELECT article FROM opens"))


# a guide


@pytest.mark.long  # the same by the keys of Qt: tests/gui/test_guide.py, test_now.py
def test_a_guide_walked_during_a_contact_goes_into_its_note(
    desk: ToldDesk, profile: Profile, eyes: Eyes
) -> None:
    """By digits, arrows and Enter; the path is in the note, in user.db, and on the clipboard."""
    hand_over(desk.on, CALL)
    desk.until(lambda f: f.lead and f.panel, "the card of the contact")
    desk.find("pas internet")
    desk.press("Return")
    desk.until(lambda f: f.focus != "SearchField" and f.article == GUIDE, "the guide to be read")
    desk.press("g", "2")
    desk.until(lambda f: f.step == PATH[1], "the second step, by a digit struck at once")
    desk.press("Down", "Up", "Return")
    desk.until(lambda f: f.step == PATH[2], "the third step, by arrows and Enter")
    desk.press("Left")
    desk.until(lambda f: f.step == PATH[1], "one step back")
    desk.press("1")
    desk.until(lambda f: f.step == PATH[2], "forward again")
    desk.press("1")
    end = desk.until(lambda f: f.step == PATH[3], "the end")
    assert end.answers == 3, "note, copy, start over"
    desk.press("1")
    noted = desk.until(lambda f: f.note, "the path in the note").note
    assert noted.startswith("Guide: Pas d’Internet fibre")
    assert "Votre adresse est-elle touchée par un incident connu ? → Non, aucun incident" in noted
    desk.on.wait(lambda: note_kept(profile) == noted, "the note in user.db")
    desk.press("2")
    # A text edit gives its no-break spaces back as spaces.
    desk.on.wait(lambda: eyes.clipboard.replace("\u00a0", " ") == noted, "the clipboard")


# docked


def test_docked_it_stands_above_and_a_call_leaves_the_window_that_is_active(
    desk: ToldDesk,
) -> None:
    """Ctrl+D, Alt+Tab, a call, a second start, Ctrl+D again: at the old place, and no mouse."""
    on = desk.on
    on.ask("xdotool", "windowsize", "--sync", desk.window, "1240", "700")
    on.ask("xdotool", "windowmove", "--sync", desk.window, "120", "90")
    before = on.place(desk.window)
    desk.press("ctrl+d")
    desk.until(lambda f: f.docked and f.active, "the docked shape, with the keys")
    on.wait(lambda: "ABOVE" in on.state(desk.window), "the docked shape above the others")
    on.wait(lambda: _size(on.place(desk.window)) == (400, 900), "the size of the docked shape")

    softphone = start_softphone(on)
    desk.falls_behind()
    on.ask("xdotool", "key", "alt+Tab")
    desk.until(lambda f: f.active and f.focus == "SearchField", "the panel, by Alt+Tab")
    desk.type("facture")
    desk.until(lambda f: f.query == "facture", "the letters in its search box")
    on.ask("xdotool", "key", "alt+Tab")
    on.wait(lambda: on.active() == softphone, "the softphone, by Alt+Tab")
    desk.falls_behind()  # a call before that finds somebody typing, who gets a line only

    hand_over(on, CALL)
    desk.until(lambda f: f.contact in f.painted, "the card to be painted")
    on.wait(lambda: "input focus: False" in on.state(desk.window), "it to refuse the focus")
    assert on.active() == softphone
    on.ask("xdotool", "type", "abc")
    on.window("Softphone stand-in abc")

    second = subprocess.run([sys.executable, "-m", "kbdesk"], env=on.environment, timeout=60)
    assert second.returncode == 0
    on.wait(lambda: on.active() == desk.window, "the panel that was called forward")
    desk.until(lambda f: f.active, "the keys")
    desk.press("ctrl+d")
    desk.until(lambda f: not f.docked, "the full shape")
    on.wait(lambda: on.place(desk.window) | {"WINDOW": 0} == before | {"WINDOW": 0},
            "the old place")  # fmt: skip
    on.wait(lambda: "ABOVE" not in on.state(desk.window), "the desk to be free again")


def _size(place: dict[str, int]) -> tuple[int, int]:
    return place.get("WIDTH", 0), place.get("HEIGHT", 0)


# a crash


@pytest.mark.long  # the same by the keys of Qt: tests/gui/test_now.py
def test_after_a_kill_the_note_is_there_and_nothing_is_stale(on: Desktop, profile: Profile) -> None:
    """Kill -9 during a call: the next desk has contact and note, takes calls, and closes it."""
    first = ToldDesk(on)
    second = None
    try:
        first.come_up()
        hand_over(on, CALL)
        before = first.until(lambda f: f.lead, "the card of the contact")
        first.press("ctrl+n")
        first.until(lambda f: f.focus == "NoteEdit", "the caret in the note")
        first.type("Rappeler demain")
        on.wait(lambda: note_kept(profile) == "Rappeler demain", "the note in user.db")
        first.kill()

        second = ToldDesk(on)
        second.come_up()
        again = second.until(lambda f: f.lead, "the card of the contact")
        assert _who(again) == _who(before)
        assert again.note == "Rappeler demain"
        assert not again.notice, "there is nothing to excuse"
        hand_over(on, CALL.replace("call?", "call?state=ended&"))
        second.until(lambda f: f.phase == "wrapping", "the end of the call")
        second.press("F8")
        second.until(lambda f: not f.contact, "nobody in hand")
        second.quit()
        assert note_kept(profile) == "Rappeler demain", "in the history"
    finally:
        first.end()
        if second is not None:
            second.end()
    assert not (said := complaints(first, profile)), said


def _who(facts: Facts) -> tuple[str, str]:
    return facts.contact, facts.number
