"""Pictures of every screen, to be looked at: `python -m tests.gui.screens FOLDER [NAME]`.

The window runs over the sample base, offscreen unless a platform is named: every step of `shots`
in both languages, both themes, both shapes, at 100 and 200 %. Ends with 1 where text is cut or
stands there in the wrong language.

One process for each core takes one dress after another: to dress the application anew costs more
than to bring a screen up, and Qt draws in one thread.
"""

import argparse
import itertools
import logging
import multiprocessing
import os
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from kbdesk.paths import Profile
from kbdesk.settings import Settings
from kbdesk.ui.first_run import FirstActs
from tests.gui.cut_text import cut, untranslated
from tests.gui.shots import NARROW, WIDE, Shot, all_shots
from tests.support.desk_window import DeskWindow, copy_of, make_profile, open_desk

Dress = tuple[str, str, int]
DRESSES = tuple(itertools.product(("fr", "en"), ("light", "dark"), (100, 200)))
EXPECTED = "Told the person"  # what the step of a trouble logs, as it should


def main(folder: Path, only: str = "") -> int:
    """Take every picture, or those whose name holds a word; return how it went."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        for language in ("fr", "en"):
            make_profile(Path(scratch) / language, language=language)
        fresh = multiprocessing.get_context("spawn")  # a fork would inherit half of Qt
        with ProcessPoolExecutor(os.cpu_count(), fresh) as cores:
            found = cores.map(partial(take_all, folder, only, Path(scratch)), DRESSES)
            faults = list(itertools.chain.from_iterable(found))
    for fault in dict.fromkeys(faults):
        sys.stderr.write(f"{fault}\n")
    taken = len(list(folder.glob("*.png")))
    sys.stdout.write(f"{taken} pictures in {folder}, {len(faults)} faults\n")
    return 1 if faults else 0


def take_all(folder: Path, only: str, scratch: Path, dress: Dress) -> list[str]:
    """Take the pictures of one dress; return the faults seen in them."""
    if logging.lastResort is not None:
        logging.lastResort.addFilter(_unexpected)
    own = scratch / "-".join(map(str, dress))
    own.mkdir()
    template = Profile(scratch / dress[0])
    faults: list[str] = []
    for shot in all_shots():
        if only in shot.name:
            faults += _take(copy_of(template, own / shot.name), shot, dress, folder)
    if only in "first-run":
        faults += _first_run(own / "empty", dress, folder)
    return faults


def _unexpected(record: logging.LogRecord) -> bool:
    return not record.getMessage().startswith(EXPECTED)


def _take(profile: Path, shot: Shot, dress: Dress, folder: Path) -> Iterator[str]:
    language, theme, scale = dress
    with open_desk(profile, Settings(language=language, theme=theme, text_scale=scale)) as desk:
        desk.window.resize(*WIDE)
        shot.step(desk)
        yield from _picture(desk, f"{shot.name}-wide", dress, folder)
        if shot.narrow:
            desk.window.resize(*NARROW)
            shot.step(desk)
            yield from _picture(desk, f"{shot.name}-narrow", dress, folder)


def _first_run(profile: Path, dress: Dress, folder: Path) -> Iterator[str]:
    acts = FirstActs(import_folder=lambda _folder: None, try_sample=lambda: None)
    language, theme, scale = dress
    profile.mkdir()
    settings = Settings(language=language, theme=theme, text_scale=scale)
    with open_desk(profile, settings, acts=acts) as desk:
        for shape, size in (("wide", WIDE), ("narrow", NARROW)):
            desk.window.resize(*size)
            yield from _picture(desk, f"first-run-{shape}", dress, folder)


def _picture(desk: DeskWindow, name: str, dress: Dress, folder: Path) -> Iterator[str]:
    desk.settle()
    QApplication.sendPostedEvents()
    language, theme, scale = dress
    file = folder / f"{name}-{language}-{theme}-{scale}.png"
    shown = QApplication.activePopupWidget() or desk.window
    shown.grab().save(str(file))
    yield from (f"{file.stem}: cut: {fault}" for fault in cut(desk.window))
    if language == "fr":
        yield from (f"{file.stem}: English: {text!r}" for text in untranslated(desk.window))


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("name", nargs="?", default="", help="only steps whose name holds this")
    asked = arguments.parse_args()
    sys.exit(main(asked.folder, asked.name))
