"""Pictures of the screens of a connected desk: `python -m tests.gui.sync_screens FOLDER [NAME]`."""

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from kbdesk.services.connected.sync_facts import Activity, Refusal, SyncFacts
from kbdesk.settings import Settings
from kbdesk.ui.connected.first_run_page import FirstRun
from kbdesk.ui.connected.sign_in_form import SignInForm
from kbdesk.ui.first_run import FirstActs
from kbdesk.ui.sync_line import BaseStatus
from tests.support.desk_window import MOMENT, DeskWindow, copy_of, make_profile, open_desk
from tests.support.played_connection import REFUSED, WAITING, PlayedConnection, facts

WIDE, NARROW = (1280, 800), (400, 800)
Step = Callable[[DeskWindow, PlayedConnection], None]
OLD = MOMENT - timedelta(hours=2, minutes=3)


def status(desk: DeskWindow, sync: SyncFacts, articles: int = 41) -> None:
    waiting = len(sync.waiting)
    desk.window.show_status(BaseStatus(articles, MOMENT, waiting, sync=sync))


def doors(desk: DeskWindow, played: PlayedConnection) -> FirstRun:
    status(desk, SyncFacts(), articles=0)
    found = desk.window.connected.first_run
    assert found is not None
    return found


def form(desk: DeskWindow) -> SignInForm:
    page = desk.window.connected.first_run
    assert page is not None
    assert page.form is not None
    return page.form


def first(desk: DeskWindow, played: PlayedConnection) -> None:
    doors(desk, played)


def address(desk: DeskWindow, played: PlayedConnection) -> None:
    doors(desk, played).take(0)
    form(desk).where.edit.setText("base.nordal.example")


def unreachable(desk: DeskWindow, played: PlayedConnection) -> None:
    address(desk, played)
    played.refusal = Refusal("stranger")
    form(desk).look()


def who(desk: DeskWindow, played: PlayedConnection) -> None:
    address(desk, played)
    form(desk).look()
    form(desk).user.edit.setText("ana.lefebvre")


def wrong(desk: DeskWindow, played: PlayedConnection) -> None:
    who(desk, played)
    form(desk).password.edit.setText("secret")
    played.refusal = Refusal("password")
    form(desk).sign_in()


def second_door(desk: DeskWindow, played: PlayedConnection) -> None:
    page = doors(desk, played)
    page.doors.choose(1)
    page.focus_doors()


def copying(desk: DeskWindow, played: PlayedConnection) -> None:
    status(desk, facts("never", last_success=None))
    desk.find("rembours")
    desk.window.show_activity(Activity("downloading", 3_400_000, 8_100_000, first=True))


def reading(desk: DeskWindow, played: PlayedConnection) -> None:
    status(desk, facts("behind"))
    desk.find("rembours")
    desk.window.show_activity(Activity("reading", 3400, 10_000, first=True))


def page(sync: SyncFacts, activity: Activity | None = None) -> Step:
    def step(desk: DeskWindow, played: PlayedConnection) -> None:
        status(desk, sync)
        desk.window.show_screen("sync")
        desk.window.show_activity(activity)

    return step


def details(desk: DeskWindow, played: PlayedConnection) -> None:
    page(facts("offline", last_success=OLD, trouble="The server cannot be reached."))(desk, played)
    found = desk.window.connected.page
    assert found is not None
    found.details.toggle.click()


def exported(desk: DeskWindow, played: PlayedConnection) -> None:
    page(facts("behind", refused=REFUSED, waiting=WAITING))(desk, played)
    found = desk.window.connected.page
    assert found is not None
    found.choose_file = lambda: Path("Documents/kbdesk non envoyés.json")
    found.export.click()


def line(sync: SyncFacts) -> Step:
    def step(desk: DeskWindow, played: PlayedConnection) -> None:
        status(desk, sync)
        desk.find("rembours")

    return step


def settings(desk: DeskWindow, played: PlayedConnection) -> None:
    status(desk, facts())
    desk.window.show_screen("settings")


FULL = facts("behind", refused=REFUSED, waiting=WAITING, others={"bruno": 2})
OUT = facts("signed out", next_try=None, waiting=WAITING)

# name, (width, height), language, theme, text scale, what is done before
SHOTS: list[tuple[str, tuple[int, int], str, str, int, Step]] = [
    ("first", WIDE, "fr", "light", 100, first),
    ("first-address", WIDE, "fr", "light", 100, address),
    ("first-stranger", WIDE, "fr", "light", 100, unreachable),
    ("first-who", WIDE, "fr", "light", 100, who),
    ("first-wrong-dark", WIDE, "fr", "dark", 100, wrong),
    ("first-second-en", WIDE, "en", "light", 100, second_door),
    ("first-200", WIDE, "fr", "light", 200, wrong),
    ("first-narrow", NARROW, "fr", "light", 100, wrong),
    ("first-narrow-200-dark", NARROW, "fr", "dark", 200, unreachable),
    ("copying", WIDE, "fr", "light", 100, copying),
    ("copying-narrow", NARROW, "fr", "light", 100, reading),
    ("copying-200-dark", NARROW, "fr", "dark", 200, reading),
    ("page-level", WIDE, "fr", "light", 100, page(facts())),
    ("page-full", WIDE, "fr", "light", 100, page(FULL)),
    ("page-full-dark", WIDE, "en", "dark", 100, page(FULL)),
    ("page-full-narrow", NARROW, "fr", "light", 100, page(FULL)),
    ("page-full-200", WIDE, "fr", "light", 200, page(FULL)),
    ("page-narrow-200", NARROW, "fr", "dark", 200, page(FULL)),
    ("page-exported", WIDE, "fr", "light", 100, exported),
    ("page-details", WIDE, "fr", "light", 100, details),
    ("page-out", WIDE, "fr", "light", 100, page(OUT)),
    ("page-local", WIDE, "fr", "light", 100, page(SyncFacts())),
    ("page-going", WIDE, "fr", "light", 100, page(facts(), Activity("fetching", 340, 1200))),
    ("line-offline", WIDE, "fr", "light", 100, line(facts("offline", last_success=OLD))),
    ("line-full", WIDE, "fr", "light", 100, line(FULL)),
    ("line-narrow", NARROW, "fr", "light", 100, line(FULL)),
    ("line-out-dark", WIDE, "fr", "dark", 100, line(OUT)),
    ("settings", WIDE, "fr", "light", 100, settings),
]


def main(folder: Path, only: str = "") -> None:
    """Take every picture, or those whose name holds a word."""
    folder.mkdir(parents=True, exist_ok=True)
    acts = FirstActs(import_folder=lambda _folder: None, try_sample=lambda: None)
    with tempfile.TemporaryDirectory() as scratch:
        template = make_profile(Path(scratch) / "template")
        for number, (name, size, language, theme, scale, step) in enumerate(SHOTS):
            if only not in name:
                continue
            profile = copy_of(template, Path(scratch) / str(number))
            chosen = Settings(language=language, theme=theme, text_scale=scale)
            played = PlayedConnection()
            with open_desk(profile, chosen, acts=acts, connection=played) as desk:
                desk.window.resize(*size)
                step(desk, played)
                desk.settle()
                QApplication.sendPostedEvents()
                desk.window.grab().save(str(folder / f"{name}.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
