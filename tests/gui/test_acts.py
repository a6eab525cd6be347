"""One table of acts: keys, menu and palette cannot disagree, and no key is left without an act."""

from PySide6.QtGui import QShortcut

from kbdesk.ui.shell import act_words
from kbdesk.ui.shell.screens import SCREENS
from kbdesk.ui.shortcuts import SHORTCUTS
from tests.support.desk_window import DeskWindow

# Keys that a field or a list takes itself, while the focus is in it.
LOCAL = {"next_result", "previous_result", "read", "complete", "step_back"}


def test_every_key_of_the_table_belongs_to_an_act_or_to_a_field(desk: DeskWindow) -> None:
    names = {act.name for act in desk.window.acts}
    assert set(SHORTCUTS) - names - LOCAL == set()
    assert len(names) == len(desk.window.acts)


def test_every_act_has_words_and_can_be_reached_by_keyboard(desk: DeskWindow) -> None:
    for act in desk.window.acts:
        assert act_words.title(act.name)
        # The palette itself opens by the key of the search field, struck in the field.
        assert act.listed or act.key or act.name == "palette", act.name


def test_no_two_shortcuts_of_the_window_answer_to_one_key(desk: DeskWindow) -> None:
    keys = [shortcut.key().toString() for shortcut in desk.window.findChildren(QShortcut)]
    assert len(keys) == len(set(keys))


def test_an_act_that_does_not_apply_does_nothing(desk: DeskWindow) -> None:
    """Its key may be struck at any time."""
    for act in desk.window.acts:
        if not act.applies():
            act.do()
    assert desk.window.screen_shown == "search"


def test_every_screen_is_shown_by_its_act(desk: DeskWindow) -> None:
    acts = {act.name: act for act in desk.window.acts}
    for screen in SCREENS:
        if screen.name not in {"sync", "now"} and acts[screen.act].applies():
            # without a server there is no sync page
            acts[screen.act].do()
            desk.settle()
            assert desk.window.screen_shown == screen.name
