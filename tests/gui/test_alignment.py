"""What the eye found once and a ruler can hold: edges, base lines, and no shift under the focus."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kbdesk.core.results import Factor
from kbdesk.core.word_diff import Mark, Piece
from kbdesk.search import priors, scoring
from kbdesk.settings import Settings
from kbdesk.ui.controls.field import Field
from kbdesk.ui.controls.focus_ring import REACH, RingAround
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.controls.quiet_button import QuietButton
from kbdesk.ui.controls.word_marks import marked
from kbdesk.ui.guide.step_text import StepText
from kbdesk.ui.look.look import Look, load_fonts
from kbdesk.ui.look.stylesheet import stylesheet
from kbdesk.ui.reader.prose import Prose
from kbdesk.ui.reader.style import item_mark
from kbdesk.ui.steer.screen import SteerScreen
from kbdesk.ui.why_panel import WhyPanel
from tests.gui import shots_of_steer as filled
from tests.gui.shots import NARROW
from tests.support.desk_window import DeskWindow

INK = 170  # lightness below which a pixel belongs to a letter


@pytest.fixture(autouse=True)
def _letters(qtbot: QtBot) -> None:
    del qtbot  # an application must stand
    load_fonts()


@pytest.fixture
def settings(request: pytest.FixtureRequest) -> Settings:
    return Settings(language="fr", theme="light", text_scale=getattr(request, "param", 100))


def _shown(qtbot: QtBot, *parts: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(40, 8, 40, 8)
    for part in parts:
        column.addWidget(part)
    page.setStyleSheet(stylesheet(Look.of("light")))
    page.resize(480, 200)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


def _lowest(picture: QImage, left: int, right: int, line: QRect) -> int:
    """Return the last row of a line that letters reach between two columns."""
    return max(
        y
        for y in range(line.top(), line.bottom() + 1)
        if any(picture.pixelColor(x, y).lightness() < INK for x in range(left, right))
    )


@pytest.mark.parametrize("kind", [QuietButton, KeyedButton])
def test_words_that_stand_alone_begin_where_their_column_does(
    qtbot: QtBot, kind: type[QuietButton | KeyedButton]
) -> None:
    """The ring stands round them, seen by the page, and goes with the focus."""
    button, other = kind(Look.of("light"), flush=True), QuietButton(Look.of("light"))
    button.setText("Ce que voit votre tuteur")
    page = _shown(qtbot, button, other)
    assert button.edge == 0
    assert button.x() == 40
    button.setFocus(Qt.FocusReason.TabFocusReason)
    ring = page.findChild(RingAround)
    assert ring is not None
    assert ring.parentWidget() is page
    assert ring.geometry() == button.geometry().adjusted(-REACH, 0, REACH, 0)
    other.setFocus(Qt.FocusReason.TabFocusReason)
    assert not ring.isVisible()


def test_a_field_has_letters_of_its_role_and_moves_nothing_under_the_focus(qtbot: QtBot) -> None:
    look = Look.of("light")
    first, second = Field(look), Field(look)
    for field in (first, second):
        field.edit.setText("Panne fibre")
    page = _shown(qtbot, first, second)  # held: its fields go with it
    places = []
    for one in (first, second):
        one.edit.setFocus(Qt.FocusReason.TabFocusReason)
        first.edit.setCursorPosition(3)
        places.append(first.edit.cursorRect())
    assert places[0] == places[1]
    assert first.edit.fontInfo().pixelSize() == look.tokens.types["field"].size
    assert page.isVisible()


def test_what_is_offered_stands_on_the_line_of_what_is_typed(desk: DeskWindow) -> None:
    """Neither “rembours” nor “er une facture” reaches below the line: both end on one row."""
    desk.find("rembours")
    field = desk.window.search.list.findChild(QLineEdit)
    assert field is not None
    caret = field.cursorRect()
    picture = field.grab().toImage()
    left, middle = field.textMargins().left() + 6, caret.center().x()
    typed = _lowest(picture, left, middle - 3, caret)
    offered = _lowest(picture, middle + 4, middle + 30, caret)
    assert typed == offered


def test_lists_of_a_notice_have_the_dots_of_an_article() -> None:
    text = StepText(Look.of("light"), None)
    text.show_html("<ul><li>Un</li></ul><ol><li>Deux</li></ol>")
    blocks = [text.document().findBlockByNumber(number) for number in (0, 1)]
    for block, numbered in zip(blocks, (False, True), strict=True):
        wanted = item_mark(Look.of("light"), numbered=numbered)
        assert block.charFormat().foreground() == wanted.foreground()
        assert block.charFormat().font() == wanted.font()


def test_words_with_room_above_count_it_at_every_width() -> None:
    """Else the last line of a name is cut once the words were laid out at another width."""
    text = Prose("label", Look.of("light"))
    text.setContentsMargins(0, 6, 0, 0)
    text.resize(10, 10)
    text.say("Désormais")
    assert text.heightForWidth(332) == Look.of("light").line("label") + 6


def test_a_mark_covers_words_and_not_the_spaces_beside_them() -> None:
    look = Look.of("light")
    shown = marked(Piece(Mark.GONE, " d’un superviseur "), look)
    assert shown.startswith(" <span")
    assert shown.endswith("</span> ")
    assert "line-through" in shown
    assert "underline" in marked(Piece(Mark.NEW, "sans"), look)


def test_every_reason_of_a_rank_has_words(desk: DeskWindow) -> None:
    """A name out of the search is no reason to whoever asks why."""
    panel = desk.window.search.list.findChild(WhyPanel) or WhyPanel(
        Look.of("light"), desk.window.search.list
    )
    for name in (*scoring.PLACES, "cover", "name", *priors.NAMES):
        told = panel.name_of(Factor(name, "facture", 1.0))
        assert not told.startswith(name), name


@pytest.mark.parametrize("settings", [100, 200], indirect=True)
def test_steer_in_one_column_gives_one_line_to_its_sections(desk: DeskWindow) -> None:
    """Seven names took four lines at twice the size; a chip with a menu takes one.

    The window is made narrow, or docked, while the screen is seen.
    """
    screen = filled.connected(desk)
    assert isinstance(screen, SteerScreen)
    desk.window.resize(*NARROW)
    desk.settle()
    assert screen.chip.isVisible()
    assert not screen.tabs.isVisible()
    top = screen.stack.mapTo(screen, QPoint(0, 0)).y()
    assert top <= screen.look.size("bar") + 8
    screen.chip.chosen.emit("gaps")
    desk.settle()
    assert screen.section == "gaps"
    assert screen.chip.key == "gaps"
