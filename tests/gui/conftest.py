"""A desk over the sample base for the tests of the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kbdesk.paths import Profile
from kbdesk.settings import Settings
from tests.support.desk_window import DeskWindow, copy_of, make_profile, open_desk


@pytest.fixture(scope="session")
def sample_profile(tmp_path_factory: pytest.TempPathFactory) -> Profile:
    """Return a profile with the sample base and the French manual; never write in it."""
    return make_profile(tmp_path_factory.mktemp("sample") / "profile")


@pytest.fixture
def settings() -> Settings:
    """Return the settings that the desk opens with; a test may ask for it first and change it."""
    return Settings(language="fr", theme="light")


@pytest.fixture
def desk(
    qtbot: QtBot, tmp_path: Path, sample_profile: Profile, settings: Settings
) -> Iterator[DeskWindow]:
    """Open the window over a copy of the sample base."""
    with open_desk(copy_of(sample_profile, tmp_path / "profile"), settings) as desk:
        yield desk
