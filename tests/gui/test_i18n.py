"""French and English complete: every string found, translated, compiled and shown."""

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kbdesk import paths
from kbdesk.paths import Profile
from kbdesk.settings import Settings
from kbdesk.ui import words
from tests.support.desk_window import DeskWindow, copy_of, open_desk

ROOT = Path(__file__).resolve().parents[2]
FOLDER = paths.resources() / "i18n"
TOOLS = Path(sys.executable).parent
SOURCES = sorted(str(file.relative_to(ROOT)) for file in (ROOT / "kbdesk" / "ui").rglob("*.py"))
LANGUAGES = {"fr": [], "en": ["-pluralonly"]}
HARD = re.compile(r" [:;?!»]| %(?![0-9nL])|« | \u20ac")  # a breaking space where French wants none


def messages(file: Path) -> list[tuple[str, str, ET.Element]]:
    root = ET.parse(file).getroot()
    return [
        (context.findtext("name", ""), message.findtext("source", ""), message)
        for context in root.iter("context")
        for message in context.iter("message")
    ]


def texts(message: ET.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return forms or [translation.text or ""]


@pytest.mark.parametrize("language", LANGUAGES)
def test_lupdate_finds_nothing_that_the_file_does_not_hold(language: str, tmp_path: Path) -> None:
    """Every string of the screens is in the file, and the file holds no other."""
    tool = shutil.which("pyside6-lupdate", path=str(TOOLS)) or pytest.skip("no lupdate here")
    ours = FOLDER / f"kbdesk_{language}.ts"
    fresh = tmp_path / ours.name
    shutil.copy(ours, fresh)
    options = ["-locations", "none", "-no-obsolete", *LANGUAGES[language]]
    subprocess.run(
        [tool, *SOURCES, "-ts", str(fresh), *options], cwd=ROOT, check=True, capture_output=True
    )
    named = [{(context, source) for context, source, _ in messages(f)} for f in (ours, fresh)]
    assert named[0] == named[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_unfinished(language: str) -> None:
    for context, source, message in messages(FOLDER / f"kbdesk_{language}.ts"):
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, (context, source)
        assert all(texts(message)), (context, source)


def test_french_spaces_do_not_break() -> None:
    for context, source, message in messages(FOLDER / "kbdesk_fr.ts"):
        for text in texts(message):
            assert not HARD.search(text), (context, source, text)


def test_placeholders_survive_translation() -> None:
    for context, source, message in messages(FOLDER / "kbdesk_fr.ts"):
        for text in texts(message):
            assert set(re.findall(r"%[1-9n]", text)) == set(re.findall(r"%[1-9n]", source)), (
                context,
                source,
            )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_file_is_that_of_the_source(language: str, tmp_path: Path) -> None:
    """A forgotten lrelease would show old words."""
    tool = shutil.which("pyside6-lrelease", path=str(TOOLS)) or pytest.skip("no lrelease here")
    compiled = FOLDER / f"kbdesk_{language}.qm"
    if not compiled.is_file():
        pytest.skip("the translations are not compiled in this checkout")
    fresh = tmp_path / compiled.name
    source = FOLDER / f"kbdesk_{language}.ts"
    subprocess.run([tool, "-silent", str(source), "-qm", str(fresh)], check=True)
    assert fresh.read_bytes() == compiled.read_bytes()


def shown_words(root: QWidget) -> set[str]:
    found = set()
    for part in root.findChildren(QWidget):
        found |= {part.accessibleName(), part.toolTip()}
        if isinstance(part, QLabel | QAbstractButton):
            found.add(part.text())
        if isinstance(part, QLineEdit):
            found.add(part.placeholderText())
    return {text for text in found if text}


def test_every_word_of_the_window_is_french_in_french(
    qtbot: QtBot, tmp_path: Path, sample_profile: Profile
) -> None:
    """No English source string is left on any screen."""
    english = {
        source
        for _, source, message in messages(FOLDER / "kbdesk_fr.ts")
        if source not in texts(message) and len(source) > 3 and "%" not in source
    }
    folder = copy_of(sample_profile, tmp_path / "p")
    with open_desk(folder, Settings(language="fr", theme="light")) as desk:
        for name in ("help", "settings", "search"):
            desk.window.show_screen(name)
            desk.settle()
        desk.find("facture")
        assert shown_words(desk.window) & english == set()


def test_plurals_are_right_in_both_languages(desk: DeskWindow) -> None:
    from datetime import date, timedelta

    today = date(2026, 11, 22)
    desk.window.set_language("fr")
    assert words.age(today - timedelta(days=800), today) == "2 ans"
    assert words.age(today - timedelta(days=735), today) == "2 ans"
    assert words.age(today, today) == "aujourd’hui"
    desk.window.set_language("en")
    assert words.age(today - timedelta(days=120), today) == "4 months"
    assert words.age(today - timedelta(days=3), today) == "3 d"
    desk.window.set_language("fr")
    assert desk.window.search.tr("%n result(s)", "", 1) == "1 résultat"
    assert desk.window.search.tr("%n result(s)", "", 0) == "0 résultat"
    assert desk.window.search.tr("%n result(s)", "", 2) == "2 résultats"
