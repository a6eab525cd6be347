"""Logs go to the profile, stay small, and say at once when they cannot."""

import logging
import os
from pathlib import Path

import pytest

from kbdesk import logs
from kbdesk.paths import Profile


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "profile")


def _logged(profile: Profile) -> str:
    return (profile.logs / "kbdesk.log").read_text("utf-8")


def test_our_records_go_to_the_profile(profile: Profile) -> None:
    logs.start(profile)
    logging.getLogger("kbdesk.store").info("opened à l'instant")
    assert "INFO kbdesk.store: opened à l'instant" in _logged(profile)


def test_details_are_kept_only_when_asked_for(profile: Profile) -> None:
    logs.start(profile)
    logging.getLogger("kbdesk.x").debug("one")
    logs.start(profile, verbose=True)
    logging.getLogger("kbdesk.x").debug("two")
    assert "one" not in _logged(profile)
    assert "two" in _logged(profile)


def test_starting_twice_writes_each_record_once(profile: Profile) -> None:
    logs.start(profile)
    logs.start(profile)
    logging.getLogger("kbdesk.x").info("only once")
    assert _logged(profile).count("only once") == 1


def test_logs_never_grow_past_three_files_of_a_megabyte(profile: Profile) -> None:
    logs.start(profile)
    for _ in range(450):
        logging.getLogger("kbdesk.x").info("x" * 10_000)
    sizes = [path.stat().st_size for path in profile.logs.iterdir()]
    assert len(sizes) == 3
    assert max(sizes) <= logs.MEGABYTE


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="rights do not stop root, nor Windows"
)
def test_a_folder_without_right_to_write_is_said_at_once(profile: Profile) -> None:
    profile.make().logs.mkdir(mode=0o500)
    with pytest.raises(PermissionError):
        logs.start(profile)


def test_a_file_in_the_way_is_said_at_once(profile: Profile) -> None:
    profile.make().logs.write_text("")
    with pytest.raises(OSError, match="logs"):
        logs.start(profile)
