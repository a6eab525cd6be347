"""Where the Now screen stands: it comes up by itself, over nobody who types, and takes no focus."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kbdesk.core.calls import CallState
from kbdesk.paths import Profile
from kbdesk.ui.look.look import Look, dress
from tests.gui.test_accessibility import nameless, walk
from tests.support.desk_window import copy_of
from tests.support.keyboard import press, type_text
from tests.support.now_desk import NowDesk, open_now

JEAN = {"number": "06 39 98 12 01", "queue": "facturation", "intent": "facture-elevee"}
NARROW = (400, 800)


@pytest.fixture
def wide(qtbot: QtBot, tmp_path: Path, sample_profile: Profile) -> Iterator[NowDesk]:
    """Open it where there is room beside the other screens."""
    with open_now(copy_of(sample_profile, tmp_path / "profile")) as desk:
        yield desk


@pytest.fixture
def narrow(qtbot: QtBot, tmp_path: Path, sample_profile: Profile) -> Iterator[NowDesk]:
    """Open it in one column."""
    with open_now(copy_of(sample_profile, tmp_path / "profile"), size=NARROW) as desk:
        yield desk


def test_in_one_column_a_call_shows_its_sentence_and_a_letter_leads_to_the_search(
    narrow: NowDesk,
) -> None:
    asked: list[str] = []
    narrow.panel.search_requested.connect(asked.append)
    narrow.call(**JEAN)
    assert narrow.panel.isVisible()
    assert not narrow.screens.isVisible()
    assert not narrow.panel.cards.lead.visibleRegion().isEmpty()
    focus = QApplication.focusWidget()
    assert focus is narrow.panel.door.field
    type_text(focus, "r")
    assert asked == ["r"]


def test_whoever_types_keeps_screen_and_focus_and_gets_a_line(narrow: NowDesk) -> None:
    narrow.screens.field.setText("rembours")
    narrow.call(**JEAN)
    assert narrow.screens.isVisible()
    assert not narrow.panel.isVisible()
    assert narrow.place.strip.isVisible()
    assert "Jean Dupont" in narrow.place.strip.who.text
    assert QApplication.focusWidget() is narrow.screens.field
    narrow.place.toggle()
    assert narrow.panel.isVisible()
    assert not narrow.place.strip.isVisible()


def test_the_line_leaves_out_what_matters_less_than_the_name(narrow: NowDesk) -> None:
    strip, name = narrow.place.strip, "06 39 98 99 99"
    narrow.screens.field.setText("rembours")
    narrow.call(number=name)
    assert strip._state.isVisible()
    assert strip._time.isVisible()
    dress(strip, Look.of("light", 200))
    narrow.wait(lambda: not strip._time.isVisible(), "a line of large letters")
    shown = QFontMetrics(strip._look.font("body")).horizontalAdvance(name)
    narrow.wait(lambda: strip.who.width() >= shown, "room for the whole number")


def test_the_line_tells_of_a_second_call_and_of_an_end_to_take_back(narrow: NowDesk) -> None:
    narrow.screens.field.setText("rembours")
    narrow.call(CallState.ANSWERED, call="a", **JEAN)
    narrow.call(call="b", number="06 39 98 12 05", queue="mobile")
    assert narrow.place.strip.who.text == "A call waits: Amadou Sow"
    narrow.call(CallState.ENDED, call="b", number="06 39 98 12 05")
    assert "Jean Dupont" in narrow.place.strip.who.text
    narrow.press("F8")
    narrow.press("F8")
    assert not narrow.place.strip.isVisible()
    narrow.place.undo.act.click()
    narrow.settle()
    assert narrow.place.strip.isVisible()
    assert not narrow.place.undo.isVisible()


def test_a_key_goes_there_and_esc_comes_back(narrow: NowDesk) -> None:
    narrow.screens.field.setText("rembours")
    narrow.call(CallState.ANSWERED, **JEAN)
    narrow.place.toggle()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert narrow.panel.isAncestorOf(focus)
    press(focus, "Esc")
    assert narrow.screens.isVisible()
    assert QApplication.focusWidget() is narrow.screens.field


def test_the_note_key_works_where_the_panel_is_not_seen(narrow: NowDesk) -> None:
    narrow.screens.field.setText("rembours")
    narrow.call(CallState.ANSWERED, **JEAN)
    narrow.press("Ctrl+N")
    assert narrow.panel.isVisible()
    assert QApplication.focusWidget() is narrow.panel.note.edit


def test_a_key_folds_the_panel_and_a_line_remains(wide: NowDesk) -> None:
    wide.call(CallState.ANSWERED, **JEAN)
    wide.place.toggle()
    wide.place.toggle()
    assert not wide.panel.isVisible()
    assert wide.place.strip.isVisible()
    assert QApplication.focusWidget() is wide.screens.field
    wide.call(CallState.ENDED, **JEAN)
    wide.press("F8")
    wide.call(number="06 39 98 12 05", queue="mobile")
    assert wide.panel.isVisible()


def test_a_window_that_is_not_active_stays_so(wide: NowDesk) -> None:
    other = QWidget()
    other.show()
    other.activateWindow()
    QTest.qWaitForWindowActive(other)
    wide.call(**JEAN)
    assert QApplication.activeWindow() is other
    other.close()


@pytest.mark.parametrize("phase", ["rest", "by hand", "ringing", "several", "wrap-up"])
def test_all_that_can_be_focused_has_a_name(wide: NowDesk, phase: str) -> None:
    if phase == "by hand":
        wide.press("Ctrl+Shift+N")
    elif phase == "several":
        wide.call(number="01 99 00 42 33", queue="mobile")
    elif phase != "rest":
        wide.call(CallState.ANSWERED, **JEAN)
    if phase == "wrap-up":
        wide.press("F8")
    wide.place.show_now()
    assert nameless(wide.window) == []


def test_a_card_is_told_with_its_sentence_and_its_reason(wide: NowDesk) -> None:
    wide.call(**JEAN)
    lead = QAccessible.queryAccessibleInterface(wide.panel.cards.lead)
    assert lead.role() == QAccessible.Role.Button
    assert lead.text(QAccessible.Text.Name) == wide.panel.cards.cards[0].title
    told = lead.text(QAccessible.Text.Description)
    assert wide.panel.cards.cards[0].say in told
    assert "Facture plus élevée" in told


def test_tab_goes_from_the_cards_to_the_note_and_the_end(wide: NowDesk) -> None:
    wide.call(CallState.ANSWERED, **JEAN)
    wide.place.show_now()
    seen: list[QWidget] = []
    for _ in range(20):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    panel = wide.panel
    order = [panel.cards.lead, panel.cards.lead.copy, panel.note.edit, panel.end]
    places = [seen.index(part) for part in order]
    assert places == sorted(places)


def test_twice_the_size_takes_the_place_of_the_screens_and_says_its_sentence(
    wide: NowDesk,
) -> None:
    dress(wide.window, Look.of("dark", 200))
    wide.call(**JEAN)
    assert wide.place.is_alone
    assert not wide.panel.cards.lead.visibleRegion().isEmpty()
    assert wide.window.width() == 1280, "nothing in it is wider than the window"


def test_words_are_drawn_in_the_colour_of_the_theme(wide: NowDesk) -> None:
    """Told apart by more than a name: the same panel in the other theme has another ground."""
    wide.call(**JEAN)
    corner = wide.panel.grab().toImage().pixelColor(5, 5)
    dress(wide.window, Look.of("dark"))
    assert wide.panel.grab().toImage().pixelColor(5, 5) == QColor("#161614") != corner


def test_a_reader_of_screens_finds_the_panel_by_its_name(wide: NowDesk) -> None:
    wide.call(**JEAN)
    names = [p.text(QAccessible.Text.Name) for p in walk(
        QAccessible.queryAccessibleInterface(wide.window))]  # fmt: skip
    assert "Contact in hand" in names
    assert "Jean Dupont" in names
