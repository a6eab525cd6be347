"""The window around the screens: rail, shapes, settings, troubles."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kbdesk.paths import Profile
from kbdesk.settings import Settings
from kbdesk.ui import words
from kbdesk.ui.first_run import FirstActs
from kbdesk.ui.rail import KEYS, RailItem
from kbdesk.ui.settings_page import SettingsPage
from kbdesk.ui.shortcuts import SHORTCUTS
from kbdesk.ui.sync_line import BaseStatus
from tests.support.desk_window import MOMENT, DeskWindow, copy_of, open_desk
from tests.support.keyboard import press, type_text

CONTROL = Qt.KeyboardModifier.ControlModifier


class Windows(QObject):
    """Notes every top-level window that shows itself."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's own name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched.objectName() or type(watched).__name__)
        return False


def test_the_caret_is_in_the_search_field_from_the_start(desk: DeskWindow) -> None:
    assert desk.window.search.list.field.hasFocus()


def test_no_stray_window_shows_while_screens_are_made(
    qtbot: QtBot, tmp_path: Path, sample_profile: Profile, settings: Settings
) -> None:
    """A widget shown before it has a parent flashes up as a window and steals the focus."""
    watch = Windows()
    app = QApplication.instance()
    assert app is not None
    with open_desk(copy_of(sample_profile, tmp_path / "p"), settings) as desk:
        app.installEventFilter(watch)
        for name in ("help", "settings", "search"):
            desk.window.show_screen(name)
            desk.settle()
        desk.window.resize(400, 800)
        desk.find("facture")
        app.removeEventFilter(watch)
        assert watch.shown == []
        assert desk.window.search.list.field.hasFocus()


def test_every_screen_of_the_rail_comes_up_by_its_key(desk: DeskWindow) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_F1)
    desk.settle()
    assert desk.window.screen_shown == "help"
    QTest.keyClick(desk.window, Qt.Key.Key_Comma, CONTROL)
    assert desk.window.screen_shown == "settings"
    QTest.keyClick(desk.window, Qt.Key.Key_1, CONTROL)
    assert desk.window.screen_shown == "search"


def test_escape_leads_home_from_every_screen(desk: DeskWindow) -> None:
    for name in ("help", "settings"):
        desk.window.show_screen(name)
        desk.settle()
        press(QApplication.focusWidget() or desk.window, "Esc")
        assert desk.window.screen_shown == "search"


def test_help_lists_the_manual_and_finds_in_it_alone(desk: DeskWindow) -> None:
    desk.window.show_screen("help")
    desk.settle()
    screen = desk.window.screens["help"]
    assert screen.searching.finder.answer.total >= 10  # type: ignore[attr-defined]
    assert screen.list.results.chosen.id == "help/getting-started"  # type: ignore[attr-defined]
    assert screen.side.reads  # type: ignore[attr-defined]
    screen.search_for("raccourci")  # type: ignore[attr-defined]
    desk.settle()
    assert {hit.space for hit in screen.searching.finder.answer.hits} == {"help"}  # type: ignore[attr-defined]


def test_a_narrow_window_shows_results_or_the_article(desk: DeskWindow) -> None:
    search = desk.window.search
    desk.window.resize(400, 800)
    desk.find("rembourser une facture")
    assert search.list.isVisible()
    assert not search.side.isVisible()
    press(search.list.field, "Return")
    desk.settle()
    assert search.side.isVisible()
    assert not search.list.isVisible()
    press(search.side.reader.page, "Esc")
    assert search.list.isVisible()
    assert search.list.field.hasFocus()
    desk.window.resize(1280, 800)
    assert search.list.isVisible()
    assert search.side.isVisible()


def test_a_narrow_article_opens_at_its_sentence(desk: DeskWindow) -> None:
    """What to say comes first, also when the page was laid out unseen."""
    desk.window.resize(400, 800)
    desk.find("rembourser une facture")
    desk.window.search.read()
    desk.settle()
    assert desk.window.search.side.reader.page.verticalScrollBar().value() == 0


def test_text_size_follows_the_keys_within_its_bounds(desk: DeskWindow) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_Plus, CONTROL)
    assert desk.window.look.scale == 110
    desk.window.set_text_size(200)
    QTest.keyClick(desk.window, Qt.Key.Key_Plus, CONTROL)
    assert desk.window.look.scale == 200
    desk.window.set_text_size(80)
    QTest.keyClick(desk.window, Qt.Key.Key_Minus, CONTROL)
    assert desk.window.look.scale == 80
    QTest.keyClick(desk.window, Qt.Key.Key_0, CONTROL)
    assert desk.window.look.scale == 100


def test_settings_work_at_once_and_are_kept(desk: DeskWindow) -> None:
    desk.window.show_screen("settings")
    page = desk.window.screens["settings"]
    assert isinstance(page, SettingsPage)
    page.theme_chosen.emit("dark")
    page.text_size_chosen.emit(125)
    page.language_chosen.emit("en")
    assert desk.window.look.tokens.theme == "dark"
    assert desk.window.look.scale == 125
    field = desk.window.search.list.field
    desk.wait(lambda: field.placeholderText() == "Search the base")
    desk.wait(lambda: bool(desk.kept))
    kept = desk.kept[-1]
    assert (kept.theme, kept.text_scale, kept.language) == ("dark", 125, "en")


def test_the_screen_shown_last_is_shown_again(
    qtbot: QtBot, tmp_path: Path, sample_profile: Profile
) -> None:
    folder, settings = copy_of(sample_profile, tmp_path / "p"), Settings(language="fr")
    with open_desk(folder, settings) as desk:
        desk.window.show_screen("help")
        desk.window.close()
        kept = desk.kept[-1]
    with open_desk(folder, kept) as again:
        assert again.window.screen_shown == "help"


def test_a_contact_in_hand_is_a_dot_and_a_word_in_the_rail(desk: DeskWindow) -> None:
    """Told to eyes and ears alike; and a count never grows out of its badge."""
    rail = desk.window._rail
    rail.show_dot("now", True)
    rail.show_count("search", 240)
    search, now = rail._items["search"], rail._items["now"]
    assert "240" in search.accessibleName()
    assert now.accessibleName().count(",") == 1
    rail.show_dot("now", False)
    rail.show_count("search", 0)
    assert not any("," in item.accessibleName() for item in (search, now))


def test_what_the_search_is_limited_to_survives_a_restart(
    qtbot: QtBot, tmp_path: Path, sample_profile: Profile
) -> None:
    chosen = Settings(language="fr", theme="light", space="mobile", kind="guide")
    with open_desk(copy_of(sample_profile, tmp_path / "p"), chosen) as desk:
        assert desk.window.search.list.spaces.key == "mobile"
        assert desk.window.search.list.kinds.key == "guide"
        desk.window.search.list.spaces.menu_of_choices.actions()[0].trigger()
        desk.settle()
        desk.wait(lambda: bool(desk.kept))
        assert desk.kept[-1].space == ""
        assert desk.kept[-1].kind == "guide"


def test_the_width_given_to_the_list_survives_a_restart(
    qtbot: QtBot, tmp_path: Path, sample_profile: Profile
) -> None:
    folder, settings = copy_of(sample_profile, tmp_path / "p"), Settings(language="fr")
    with open_desk(folder, settings) as desk:
        panes = desk.window.search.panes
        before = panes.sizes()[0]
        handle = panes.handle(1)
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(handle, left, pos=QPoint(0, 200))
        QTest.mouseMove(handle, QPoint(-24, 200))
        QTest.mouseRelease(handle, left, pos=QPoint(0, 200))
        chosen = panes.sizes()[0]
        assert chosen != before
        desk.wait(lambda: bool(desk.kept))
        kept = desk.kept[-1]
    with open_desk(folder, kept) as again:
        assert again.window.search.panes.sizes()[0] == chosen


def test_tooltips_name_keys_as_they_stand_on_the_keyboard(desk: DeskWindow) -> None:
    """The same words as the caps that are drawn beside an act (words.keys)."""
    items = desk.window.findChildren(RailItem)
    shown = {item.toolTip().rpartition(" (")[2].rstrip(")") for item in items}
    assert shown == {"+".join(words.keys(SHORTCUTS[key])) for key in KEYS.values()}


def test_a_trouble_is_one_line_that_escape_takes_away(
    desk: DeskWindow, expects_log: Callable[[str], None]
) -> None:
    expects_log("Told the person")
    desk.window.tell(RuntimeError("a bug of ours"))
    assert desk.window.notice.isVisible()
    assert "bug of ours" not in desk.window.notice.text
    press(desk.window.search.list.field, "Esc")
    assert not desk.window.notice.isVisible()


def test_the_status_line_says_only_what_is_known(desk: DeskWindow) -> None:
    line = desk.window.status
    line.show_status(BaseStatus())
    assert line.spoken == "Aucune base pour l’instant"
    line.show_status(BaseStatus(articles=1, as_of=MOMENT, waiting=2))
    assert line.spoken.startswith("1 fiche sur ce poste, ")
    assert "2 envois en attente" in line.spoken
    line.show_status(BaseStatus(articles=200, indexed=50))
    assert "Indexation\u00a0:\u00a025\u00a0%" in line.spoken
    assert "Prêt" not in line.spoken


def test_an_empty_base_offers_only_the_acts_there_are(
    qtbot: QtBot, tmp_path: Path, settings: Settings
) -> None:
    done: list[str] = []
    acts = FirstActs(try_sample=lambda: done.append("sample"))
    (tmp_path / "p").mkdir()
    with open_desk(tmp_path / "p", settings, acts=acts) as desk:
        assert desk.window.screen_shown == "first run"
        first = desk.window.connected.first_run
        assert first is not None
        (door,) = first.doors.doors
        assert door.head.name.text() == "Essayer avec la base d’exemple"
        type_text(door.head, "1")
        assert done == ["sample"]


@pytest.mark.parametrize("name", sorted(SHORTCUTS))
def test_every_key_is_one_that_qt_knows(name: str) -> None:
    from PySide6.QtGui import QKeySequence

    assert QKeySequence(SHORTCUTS[name]).toString() != ""


def test_no_two_acts_share_a_key() -> None:
    assert len(set(SHORTCUTS.values())) == len(SHORTCUTS)
