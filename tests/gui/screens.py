"""Pictures of every screen, to be looked at: `python -m tests.gui.screens FOLDER`.

The window runs over the sample base, offscreen unless a platform is named, in both languages, both
themes, both shapes and at 200 % text.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from kbdesk.settings import Settings
from kbdesk.ui.first_run import FirstActs
from tests.support.desk_window import DeskWindow, copy_of, make_profile, open_desk

WIDE, NARROW = (1280, 800), (400, 800)
Step = Callable[[DeskWindow], None]


def results(desk: DeskWindow) -> None:
    desk.find("rembours")


def plain(desk: DeskWindow) -> None:
    desk.find("")


def nothing(desk: DeskWindow) -> None:
    desk.find("zzyx")


def noted(desk: DeskWindow) -> None:
    desk.find("zzyx")
    desk.window.search.report_not_found()
    desk.settle()


def why(desk: DeskWindow) -> None:
    desk.find("rembourser")
    desk.window.search.explain()
    desk.wait(desk.window.search.why.isVisible)


def reading(desk: DeskWindow) -> None:
    desk.find("rembours")
    desk.window.search.read()
    desk.settle()


def home(desk: DeskWindow) -> None:
    for query in ("box", "facture", "mobile"):
        desk.find(query)
        desk.window.search.read()
        desk.settle()
    desk.window.search.toggle_favourite()
    desk.find("")


def shelf(desk: DeskWindow) -> None:
    desk.find("")
    desk.window.search.list.spaces.choose("fibre")
    desk.window.search.filters.chosen.emit()
    desk.settle()


def settings_page(desk: DeskWindow) -> None:
    desk.window.show_screen("settings")


def manual(desk: DeskWindow) -> None:
    desk.window.show_screen("help")
    desk.settle()


def trouble(desk: DeskWindow) -> None:
    desk.find("fibre")
    desk.window.tell(RuntimeError("a bug of ours"))


def menu(desk: DeskWindow) -> None:
    desk.find("rembours")
    desk.window.search.list.spaces.open_menu()


# name, (width, height), language, theme, text scale, what is done before
SHOTS: list[tuple[str, tuple[int, int], str, str, int, Step]] = [
    ("start", WIDE, "fr", "light", 100, plain),
    ("results", WIDE, "fr", "light", 100, results),
    ("results-dark", WIDE, "fr", "dark", 100, results),
    ("results-en", WIDE, "en", "light", 100, results),
    ("results-200", WIDE, "fr", "light", 200, results),
    ("home", WIDE, "fr", "light", 100, home),
    ("shelf", WIDE, "fr", "light", 100, shelf),
    ("why", WIDE, "fr", "light", 100, why),
    ("nothing", WIDE, "fr", "light", 100, nothing),
    ("noted-dark", WIDE, "fr", "dark", 100, noted),
    ("trouble", WIDE, "fr", "light", 100, trouble),
    ("settings", WIDE, "fr", "light", 100, settings_page),
    ("settings-200-dark", WIDE, "en", "dark", 200, settings_page),
    ("help", WIDE, "fr", "light", 100, manual),
    ("narrow", NARROW, "fr", "light", 100, results),
    ("narrow-reading", NARROW, "fr", "light", 100, reading),
    ("narrow-dark-en", NARROW, "en", "dark", 100, results),
    ("narrow-200", NARROW, "fr", "light", 200, results),
    ("narrow-200-reading", NARROW, "fr", "dark", 200, reading),
    ("narrow-200-nothing", NARROW, "fr", "light", 200, nothing),
    ("narrow-200-settings", NARROW, "fr", "light", 200, settings_page),
    ("menu", WIDE, "fr", "light", 100, menu),
]


def main(folder: Path) -> None:
    """Take every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        template = make_profile(Path(scratch) / "template")
        for number, (name, size, language, theme, scale, step) in enumerate(SHOTS):
            profile = copy_of(template, Path(scratch) / str(number))
            chosen = Settings(language=language, theme=theme, text_scale=scale)
            with open_desk(profile, chosen) as desk:
                desk.window.resize(*size)
                step(desk)
                _take(desk, folder / f"{name}.png")
        _first_run(Path(scratch) / "empty", folder / "first-run.png")


def _first_run(profile: Path, picture: Path) -> None:
    acts = FirstActs(import_folder=lambda _folder: None, try_sample=lambda: None)
    profile.mkdir()
    with open_desk(profile, Settings(language="fr", theme="light"), acts=acts) as desk:
        desk.window.resize(*WIDE)
        _take(desk, picture)


def _take(desk: DeskWindow, picture: Path) -> None:
    desk.settle()
    QApplication.sendPostedEvents()
    shown = QApplication.activePopupWidget() or desk.window
    shown.grab().save(str(picture))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
