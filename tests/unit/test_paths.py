"""A profile is found where it was asked for, and nobody else may read it."""

import os
import sys
from pathlib import Path

import pytest

from kbdesk.paths import PROFILE_VARIABLE, Profile, resources


def test_the_folder_asked_for_wins_over_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PROFILE_VARIABLE, str(tmp_path / "named"))
    assert Profile.choose(tmp_path / "asked").root == tmp_path / "asked"
    assert Profile.choose().root == tmp_path / "named"


def test_a_relative_folder_is_made_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The profile stays where it is when the process changes folder."""
    monkeypatch.chdir(tmp_path)
    assert Profile.choose(Path("here")).root == tmp_path / "here"


def test_without_a_word_the_platform_chooses(
    nobody_at_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(PROFILE_VARIABLE)
    assert Profile.choose().root.is_relative_to(nobody_at_home)


def test_the_demo_never_uses_the_persons_own_profile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PROFILE_VARIABLE)
    assert Profile.for_demo().root != Profile.choose().root


@pytest.mark.skipif(
    os.name != "posix", reason="rights are a matter of the folder's place elsewhere"
)
@pytest.mark.parametrize("was_there", [False, True])
def test_only_the_owner_may_enter_a_profile(tmp_path: Path, was_there: bool) -> None:
    root = tmp_path / "deep" / "profile"
    if was_there:
        root.mkdir(parents=True, mode=0o755)
    assert Profile(root).make().root.stat().st_mode & 0o777 == 0o700


def test_files_of_a_profile_lie_inside_it(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    files = {profile.kb_db, profile.user_db, profile.index, profile.settings, profile.logs}
    assert len(files) == 5
    assert {path.parent for path in files} == {tmp_path}


def test_a_checkout_finds_its_own_resources() -> None:
    assert resources() == Path(__file__).resolve().parents[2] / "resources"


def test_a_frozen_app_finds_the_resources_it_carries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources() == tmp_path / "resources"


def test_an_installed_package_finds_them_in_share(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    assert resources() == tmp_path / "share" / "kbdesk" / "resources"
