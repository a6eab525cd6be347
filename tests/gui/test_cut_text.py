"""Nothing is cut where a call is in hand either; and what looks for cuts sees our own controls."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kbdesk.settings import Settings
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.controls.paragraph import Paragraph
from kbdesk.ui.look.look import Look
from tests.gui import now_screens
from tests.gui.cut_text import cut
from tests.support.desk_window import DeskWindow, dressed

LONG = "words that are far too long for the room they are given"


@pytest.fixture
def narrow(qtbot: QtBot) -> QWidget:
    """Show a window of a few letters' width; a test fills its column."""
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window)
    window.setFixedSize(120, 400)
    window.show()
    return window


def put(part: QWidget, window: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(part)
    part.show()
    layout.activate()


def test_words_that_end_in_an_ellipsis_are_seen(narrow: QWidget) -> None:
    """A paragraph of one line and a button tell that their words do not fit."""
    line, button = Paragraph("caption", Look.of("light"), lines=1), KeyedButton(Look.of("light"))
    line.say(LONG)
    button.setText(LONG)
    put(line, narrow)
    put(button, narrow)
    assert [found.split()[0] for found in cut(narrow)] == ["Paragraph", "KeyedButton"]


def test_words_from_outside_may_be_cut(narrow: QWidget) -> None:
    """A name of any length is given the room there is; that is no fault of the screen."""
    line = Paragraph("caption", Look.of("light"), lines=1, gives_way=True)
    line.say(LONG)
    put(line, narrow)
    assert line.cut
    assert list(cut(narrow)) == []


def test_shorter_words_stand_in_and_the_whole_is_still_told(narrow: QWidget) -> None:
    """Where the words do not fit the shorter ones are shown; a screen reader says all of them."""
    line = Paragraph("caption", Look.of("light"), lines=1)
    line.say(LONG, "brief")
    put(line, narrow)
    assert not line.cut
    assert line.accessibleName() == LONG


def test_a_paragraph_in_too_low_a_box_is_cut(narrow: QWidget) -> None:
    """Words that wrap below the edge of their box cannot be read either."""
    text = Paragraph("caption", Look.of("light"))
    text.say(LONG)
    put(text, narrow)
    assert not text.cut
    text.setFixedHeight(10)
    put(text, narrow)
    assert text.cut


@pytest.mark.parametrize("step", now_screens.STEPS, ids=lambda step: step.__name__)
@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("alone", [True, False], ids=["alone", "beside"])
def test_nothing_of_a_contact_is_cut(
    qtbot: QtBot, step: now_screens.Step, scale: int, alone: bool
) -> None:
    """Every state of the Now screen fits its room, which is 400 px where it stands alone."""
    dressed(Settings(language="fr", theme="light"))
    panel = now_screens.made_panel(step, Look.of("light", scale), alone)
    qtbot.addWidget(panel)
    assert list(cut(panel)) == []
    assert panel.width() <= 450
    if alone:
        assert panel.width() == 400


def test_both_chips_stand_in_one_line_at_twice_the_size(desk: DeskWindow) -> None:
    """In one column they say less; their menus still say all."""
    desk.window.set_text_size(200)
    desk.window.resize(400, 800)
    desk.find("rembours")
    pane = desk.window.search.list
    desk.wait(lambda: pane.spaces.y() == pane.kinds.y(), "one line of chips")
    assert pane.spaces.text() != pane.spaces.menu_of_choices.actions()[0].text().split("\t")[0]
