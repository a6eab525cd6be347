"""Palette, contact in hand, report: what stands around the screens, for the pictures."""

import tempfile
from pathlib import Path

from kbdesk.core.calls import read_event
from kbdesk.crash import Reports
from kbdesk.paths import Profile
from tests.gui.shots import shot
from tests.support.desk_window import DeskWindow
from tests.support.keyboard import type_text


def open_palette(desk: DeskWindow, text: str) -> None:
    desk.window.deeds.palette.palette.hide()  # opened again it would close
    desk.find("rembours")
    desk.window.deeds.open_palette()
    type_text(desk.window.deeds.palette.palette.field, text)
    desk.settle()


@shot("palette")
def palette(desk: DeskWindow) -> None:
    open_palette(desk, "cop")


@shot("palette-all")
def palette_of_all(desk: DeskWindow) -> None:
    open_palette(desk, "")


@shot("palette-none")
def palette_of_nothing(desk: DeskWindow) -> None:
    open_palette(desk, ">zzzz")


@shot("call")
def call(desk: DeskWindow) -> None:
    desk.find("rembours")
    window = desk.window
    said = {"call": "c1", "state": "answered", "from": "0639980001", "queue": "facturation"}
    window.call_came.emit(read_event(said))
    desk.wait(lambda: window.contact_in_hand is not None and window.now_flow.settled)
    desk.settle()


@shot("now-at-rest")
def now(desk: DeskWindow) -> None:
    desk.find("rembours")
    desk.window.show_screen("now")


@shot("report")
def report(desk: DeskWindow) -> None:
    reports = Reports(Profile(Path(tempfile.mkdtemp())))
    reports.profile.make().logs.mkdir()
    reports.note_message("QPainter::begin: a message")
    desk.window.reports = reports
    desk.window.show_screen("report")


@shot("dropped")
def dropped(desk: DeskWindow) -> None:
    from kbdesk.services.bringing import Brought

    desk.find("fibre")
    desk.window.drops.tell("fiches-novembre", Brought(new=12, changed=3), lambda: None)
