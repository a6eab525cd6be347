"""A desk on a desktop of its own, for the tests that strike real keys."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kbdesk.paths import Profile
from kbdesk.settings import Settings
from tests.support.desk_window import make_profile
from tests.support.told_desk import ToldDesk, complaints
from tests.support.x11_desktop import Desktop, desktop
from tests.support.x11_eyes import Eyes


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Profile:
    """A profile with the sample base, to be copied."""
    return make_profile(tmp_path_factory.mktemp("x11") / "profile", language="en")


@pytest.fixture
def profile(filled: Profile, tmp_path: Path) -> Profile:
    copied = Profile(shutil.copytree(filled.root, tmp_path / "profile"))
    Settings(language="en", theme="light").save(copied.settings)
    return copied


@pytest.fixture
def on(tmp_path: Path) -> Iterator[Desktop]:
    home = tmp_path / "home"
    home.mkdir()
    with desktop(home) as opened:
        yield opened


@pytest.fixture
def desk(on: Desktop, profile: Profile) -> Iterator[ToldDesk]:
    """A desk that is whole; at the end it quits by its key, and has complained of nothing."""
    started = ToldDesk(on)
    try:
        started.come_up()
        yield started
        started.quit()
    finally:
        started.end()
    assert not (said := complaints(started, profile)), said


@pytest.fixture
def eyes(on: Desktop) -> Iterator[Eyes]:
    opened = Eyes(on)
    yield opened
    opened.close()
