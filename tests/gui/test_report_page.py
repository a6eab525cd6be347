"""After a bug the desk goes on: one calm line, one page, and the way back to work."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu

from kbdesk.crash import Reports
from kbdesk.paths import Profile
from kbdesk.ui.controls.scroll_page import ScrollPage
from kbdesk.ui.shell.after import After
from kbdesk.ui.shell.report_page import ReportPage
from tests.support.desk_window import DeskWindow
from tests.support.keyboard import press


@pytest.fixture
def reports(desk: DeskWindow, tmp_path: Path) -> Iterator[Reports]:
    """Reports that the window tells of; nothing of Qt's own is listened to."""
    made = Reports(Profile(tmp_path / "reports"))
    made.profile.make().logs.mkdir()
    after = After(desk.window, made, desk.settings, None)
    made.told = after.tell_soon
    yield made
    made.told = lambda _file: None


def test_a_bug_is_one_line_and_its_page_is_one_key_away(
    desk: DeskWindow, reports: Reports, expects_log: Callable[[str], None]
) -> None:
    expects_log("Told the person")
    desk.window.tell(RuntimeError("Mme Martin"))
    desk.wait(desk.window.notice.act.isVisible)
    desk.window.notice.act.click()
    page = desk.window.screens["report"]
    assert isinstance(page, ReportPage)
    assert desk.window.screen_shown == "report"
    assert "RuntimeError" in page.text.toPlainText()
    assert "Martin" not in page.text.toPlainText()
    assert page.go_on.hasFocus()
    page.copy.click()
    assert QApplication.clipboard().text() == page.text.toPlainText()
    press(page.go_on, "Esc")
    assert desk.window.screen_shown == "search"
    assert desk.window.deeds.has_reports


def test_without_a_report_the_act_is_not_offered(desk: DeskWindow, reports: Reports) -> None:
    assert not desk.window.deeds.has_reports
    assert not next(act for act in desk.window.acts if act.name == "reports").applies()


@pytest.mark.parametrize("name", ["settings", "report"])
def test_in_one_column_each_page_has_the_menu_in_the_corner_of_the_others(
    desk: DeskWindow, reports: Reports, name: str
) -> None:
    """Without the rail the menu is the way on; it is there on pages as it is on the search."""
    desk.window.resize(400, 800)
    desk.settle()
    there = desk.window.search.list.menu_button.mapTo(desk.window, QPoint(0, 0))
    desk.window.show_screen(name)
    page = desk.window.screens[name]
    assert isinstance(page, ScrollPage)
    assert page.menu.isVisible()
    assert page.menu.mapTo(desk.window, QPoint(0, 0)) == there
    page.menu.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert desk.window.screen_shown == "search"
    desk.window.resize(1280, 800)
    desk.window.show_screen(name)
    assert not page.menu.isVisible()


def test_a_hard_end_last_time_is_told_at_the_start(desk: DeskWindow, tmp_path: Path) -> None:
    reports = Reports(Profile(tmp_path / "reports"))
    after = After(desk.window, reports, desk.settings, tmp_path / "report.txt")
    after.begin()
    assert desk.window.notice.isVisible()
    assert desk.window.notice.act.isVisible()
    after.end()
