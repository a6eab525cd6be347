"""The doctor: what it finds, and that it mends only what can be made again."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kbdesk.clock import FixedClock
from kbdesk.paths import Profile
from kbdesk.services.base_files import import_base
from kbdesk.services.health import Finding, examine
from kbdesk.services.workspace import Workspace
from tests.support.small_base import write_base

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """The small base, indexed, with one favourite and one reading."""
    made = Profile(tmp_path / "profile")
    with Workspace(made, FixedClock(NOON)) as workspace:
        import_base(workspace, write_base(tmp_path / "base"))
        workspace.catch_up()
        workspace.knowledge.toggle_favourite("facturation/geste")
        workspace.knowledge.record_open("facturation/geste")
    return made


def of(findings: list[Finding], subject: str) -> Finding:
    return next(finding for finding in findings if finding.subject == subject)


def test_a_sound_profile_has_no_fault(profile: Profile) -> None:
    """Every finding is fine and asks for nothing."""
    findings = examine(profile, clock=FixedClock(NOON))

    assert [f for f in findings if not f.fine] == []
    assert not any(finding.remedy for finding in findings)


def test_a_clock_set_back_is_noticed(profile: Profile) -> None:
    """Two days before the last reading is no honest clock: dated rules would follow it."""
    early = FixedClock(NOON - timedelta(days=2))

    assert not of(examine(profile, clock=early), "clock").fine


def test_an_index_of_noise_is_made_again_by_repair(profile: Profile) -> None:
    """It is a cache: repair builds a new one and the profile is fine."""
    for file in profile.index.rglob("*"):
        if file.is_file() and file.stat().st_size:
            file.write_bytes(b"noise" * 100)
    examine(profile, repair=True, clock=FixedClock(NOON))

    assert of(examine(profile, clock=FixedClock(NOON)), "index").fine


def test_a_damaged_user_file_is_salvaged_beside_and_kept(profile: Profile) -> None:
    """What can be read goes into a new file; the damaged one stays to the letter."""
    content = bytearray(profile.user_db.read_bytes())
    content[:16] = b"no database here"
    profile.user_db.write_bytes(content)

    told = of(examine(profile, clock=FixedClock(NOON)), "profile")
    mended = examine(profile, repair=True, clock=FixedClock(NOON))

    assert "user.db" in told.sentence
    assert "user-saved.db" in of(mended, "salvage").sentence
    assert profile.user_db.read_bytes() == bytes(content)
    assert (profile.root / "user-saved.db").is_file()
