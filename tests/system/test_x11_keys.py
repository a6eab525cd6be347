"""Nothing of the desk needs a mouse: screens, palette and every key of the table, in a window."""

import shutil
from collections.abc import Callable

import pytest

from kbdesk.ui.shell import act_words
from kbdesk.ui.shortcuts import SHORTCUTS
from tests.support.desk_facts import Facts
from tests.support.told_desk import CALL, ToldDesk, hand_over

pytestmark = pytest.mark.long

SCREENS = {
    "F1": "help", "ctrl+comma": "settings", "F9": "sync", "ctrl+4": "learn",
    "ctrl+5": "contributions", "ctrl+6": "steer", "ctrl+1": "search",
}  # fmt: skip


def test_each_screen_has_its_key(desk: ToldDesk) -> None:
    """Ctrl+1, 2, 4, 5, 6, F1, Ctrl+comma, F9; on a French row the digits count without Shift."""
    for key, screen in SCREENS.items():
        desk.press(key)
        desk.until(shows(screen), f"{screen} by {key}")
    desk.press("ctrl+2")
    desk.until(lambda f: f.panel, "the place of the contact")
    desk.press("ctrl+2")
    desk.until(lambda f: not f.panel, "the screens alone")
    if shutil.which("setxkbmap") is not None:
        desk.on.ask("setxkbmap", "fr")
        desk.press("F1")
        desk.until(lambda f: f.screen == "help", "help")
        desk.press("ctrl+ampersand")
        desk.until(lambda f: f.screen == "search", "search by Ctrl+&")
        desk.press("ctrl+eacute")
        desk.until(lambda f: f.panel, "the place of the contact by Ctrl+é")


def shows(screen: str) -> Callable[[Facts], bool]:
    return lambda facts: facts.screen == screen


# What has no key of its own, and is offered with an article open.
KEYLESS = ("copy_text", "dock_other_side", "import", "light_or_dark", "other_language")


def test_the_palette_does_by_its_words_what_no_key_does(desk: ToldDesk) -> None:
    """Ctrl+K in the field opens it; the arrows reach every act without a key; Enter does it."""
    desk.find("pas internet")
    desk.press("ctrl+k")
    desk.until(lambda f: f.palette, "the palette")
    desk.type(">")
    first = desk.until(lambda f: f.asked == ">", "the acts").row
    seen = [first]
    while len(seen) == 1 or seen[-1] != first:
        desk.press("Down")
        seen.append(desk.until(lambda f: f.row != seen[-1], "the next row").row)
    assert {act_words.title(name) for name in KEYLESS} <= set(seen)

    desk.press("ctrl+a")
    desk.type("other edge")
    desk.until(lambda f: f.row == act_words.title("dock_other_side"), "the act")
    desk.press("Return")
    desk.until(lambda f: f.docked and not f.palette, "the docked shape")
    desk.press("ctrl+d")
    desk.until(lambda f: not f.docked and f.focus == "SearchField", "the full shape")
    desk.press("ctrl+k")
    desk.until(lambda f: f.palette, "the palette")
    desk.press("Escape")
    desk.until(lambda f: not f.palette and f.focus == "SearchField", "the search field again")


# key → act, in an order in which each of them applies; first with an article and two callers
WITH_AN_ARTICLE = {
    "alt+r": "reply_form", "ctrl+f": "find_in_article", "ctrl+j": "outline", "ctrl+h": "versions",
    "ctrl+shift+d": "as_of", "ctrl+p": "print", "ctrl+b": "favourite", "ctrl+l": "copy_link",
    "ctrl+shift+c": "copy_reply", "ctrl+i": "why", "alt+Left": "history_back",
    "alt+Right": "history_forward", "alt+e": "filter_space", "alt+t": "filter_kind",
    "ctrl+plus": "text_larger", "ctrl+minus": "text_smaller", "ctrl+0": "text_normal",
    "alt+1": "card_1", "alt+2": "card_2", "alt+3": "card_3", "alt+4": "card_4", "alt+5": "card_5",
    "alt+c": "copy_card", "F4": "feedback", "F6": "switch_call", "ctrl+n": "note",
    "ctrl+t": "test_yourself",  # with somebody in hand: a sentence
}  # fmt: skip
WITH_NOBODY = {
    "ctrl+shift+n": "take_contact", "F1": "help", "ctrl+comma": "settings", "F9": "sync",
    "ctrl+2": "show_now", "ctrl+4": "show_learn", "ctrl+5": "show_contributions",
    "ctrl+6": "show_steer", "ctrl+1": "show_search", "ctrl+k": "search", "ctrl+d": "dock",
}  # fmt: skip
AT_THE_RIGHT_MOMENT = {  # struck by name below
    "F2": "not_found", "ctrl+e": "suggest_edit", "ctrl+z": "undo", "F8": "end_contact",
    "shift+F8": "undo_end", "ctrl+q": "quit",
}  # fmt: skip
AT_A_SERVER = {"show_announcements", "confirm_notice"}  # test_x11_live strikes them
OPENING_A_MENU = {"filter_space", "filter_kind"}
IN_FIELDS = {  # taken by what has the focus; test_x11_journeys strikes them
    "next_result", "previous_result", "read", "complete", "step_back", "guide",
}  # fmt: skip


def test_every_key_of_the_table_does_its_act(desk: ToldDesk) -> None:
    """Struck where the caret happens to be, and each applies; Esc leads back to the article."""
    struck = {*WITH_AN_ARTICLE.values(), *WITH_NOBODY.values(), *AT_THE_RIGHT_MOMENT.values()}
    assert set(SHORTCUTS) == struck | IN_FIELDS | AT_A_SERVER

    answered = CALL.replace("call?", "call?state=answered&")
    hand_over(desk.on, answered)
    hand_over(desk.on, answered.replace("c1", "c2").replace("0639981207", "0639981204"))
    desk.until(lambda f: f.cards >= 5 and f.waiting, "two calls")
    desk.find("pas internet")
    desk.press("F2")
    desk.until_done("not_found")
    desk.until(lambda f: f.notice, "the line with what can be undone")
    desk.press("ctrl+z")
    desk.until_done("undo")
    desk.until(lambda f: not f.notice, "no line")
    desk.press("Return")
    desk.until(lambda f: f.focus != "SearchField", "the keys to be in the text")
    for key, act in WITH_AN_ARTICLE.items():
        desk.press(key)
        desk.until_done(act)
        if act in OPENING_A_MENU:
            desk.until(lambda f: f.menu, f"the menu of {key}")
        desk.press("Escape")
        desk.until(lambda f: f.settled and f.article and not f.menu, f"rest after {key}")
    desk.press("ctrl+e")
    desk.until_done("suggest_edit")
    desk.until(lambda f: f.screen == "contributions" and f.settled, "the editor")
    desk.press("ctrl+1")
    desk.until(lambda f: f.screen == "search" and f.settled, "the search screen")
    desk.acts.clear()

    end(desk)
    desk.press("shift+F8")
    desk.until_done("undo_end")
    desk.until(lambda f: f.phase == "wrapping", "the contact that was taken back")
    desk.press("F8")
    desk.until(lambda f: f.phase == "talking", "the other caller")
    end(desk)
    desk.until(lambda f: not f.contact, "nobody in hand")
    desk.acts.clear()
    for key, act in WITH_NOBODY.items():
        desk.press(key)
        desk.until_done(act)


def end(desk: ToldDesk) -> None:
    """End a contact, and close it."""
    here = desk.facts.contact
    desk.press("F8")
    desk.until_done("end_contact")
    desk.until(lambda f: f.phase == "wrapping", "the wrap-up")
    desk.press("F8")
    desk.until_done("end_contact")
    desk.until(lambda f: f.contact != here, "the contact to be closed")
