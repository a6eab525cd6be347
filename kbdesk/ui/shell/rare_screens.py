"""The screens that are rarely shown, made when they are: settings, and the report of a bug."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kbdesk.settings import Settings
from kbdesk.ui.connected_screens import SYNC

if TYPE_CHECKING:
    from kbdesk.ui.main_window import MainWindow


def made_settings(window: "MainWindow", settings: Settings) -> QWidget:
    """Make the settings, joined to the window."""
    from kbdesk.ui.settings_page import SettingsPage  # late: of the two only one is asked for

    made = SettingsPage(settings, window.look)
    made.menu_requested.connect(window.deeds.open_menu)
    made.language_chosen.connect(window.set_language)
    made.theme_chosen.connect(window.set_theme)
    made.text_size_chosen.connect(window.set_text_size)
    made.sync_requested.connect(lambda: window.show_screen(SYNC))
    made.tray_chosen.connect(window.set_close_to_tray)
    made.offer_tray(window.tray is not None)
    window.settings_shown.connect(made.show_settings)
    return made


def made_report(window: "MainWindow") -> QWidget | None:
    """Make the page of reports; None where none are kept."""
    from kbdesk.ui.shell.report_page import ReportPage  # late: as above

    if window.reports is None:
        return None
    made = ReportPage(window.look, window.reports)
    made.menu_requested.connect(window.deeds.open_menu)
    made.left.connect(window.deeds.show_home)
    return made
