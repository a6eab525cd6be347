"""Pictures of every screen, to be looked at: `python -m tests.gui.screens FOLDER [NAME]`.

The window runs over the sample base, offscreen unless a platform is named: every step of `shots`
in both languages, both themes, both shapes, at 100 and 200 %. Ends with 1 where text is cut or
stands there in the wrong language.
"""

import itertools
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from kbdesk.settings import Settings
from kbdesk.ui.first_run import FirstActs
from tests.gui.cut_text import cut, untranslated
from tests.gui.shots import NARROW, WIDE, Shot, all_shots
from tests.support.desk_window import DeskWindow, copy_of, make_profile, open_desk

DRESSES = tuple(itertools.product(("fr", "en"), ("light", "dark"), (100, 200)))


def main(folder: Path, only: str = "") -> int:
    """Take every picture, or those whose name holds a word; return how it went."""
    folder.mkdir(parents=True, exist_ok=True)
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as scratch:
        templates = {
            language: make_profile(Path(scratch) / language, language=language)
            for language in ("fr", "en")
        }
        shots = [s for s in all_shots() if only in s.name]
        for number, (shot, dress) in enumerate(itertools.product(shots, DRESSES)):
            profile = copy_of(templates[dress[0]], Path(scratch) / str(number))
            faults += _take(profile, shot, dress, folder)
        if only in "first-run":
            for number, dress in enumerate(DRESSES):
                faults += _first_run(Path(scratch) / f"empty{number}", dress, folder)
    for fault in dict.fromkeys(faults):
        sys.stderr.write(f"{fault}\n")
    return 1 if faults else 0


def _take(profile: Path, shot: Shot, dress: tuple[str, str, int], folder: Path) -> Iterator[str]:
    language, theme, scale = dress
    with open_desk(profile, Settings(language=language, theme=theme, text_scale=scale)) as desk:
        desk.window.resize(*WIDE)
        shot.step(desk)
        yield from _picture(desk, f"{shot.name}-wide", dress, folder)
        if shot.narrow:
            desk.window.resize(*NARROW)
            shot.step(desk)
            yield from _picture(desk, f"{shot.name}-narrow", dress, folder)


def _first_run(profile: Path, dress: tuple[str, str, int], folder: Path) -> Iterator[str]:
    acts = FirstActs(import_folder=lambda _folder: None, try_sample=lambda: None)
    language, theme, scale = dress
    profile.mkdir()
    settings = Settings(language=language, theme=theme, text_scale=scale)
    with open_desk(profile, settings, acts=acts) as desk:
        for shape, size in (("wide", WIDE), ("narrow", NARROW)):
            desk.window.resize(*size)
            yield from _picture(desk, f"first-run-{shape}", dress, folder)


def _picture(
    desk: DeskWindow, name: str, dress: tuple[str, str, int], folder: Path
) -> Iterator[str]:
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
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:3]))
