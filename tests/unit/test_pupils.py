"""What a supervisor sees of people whom others accompany: figures as the server tells them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kbdesk.clock import FixedClock
from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace
from sync.protocol.bodies import learning
from tests.support import learners, signed_in
from tests.support.signed_in import Server

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
SUPERVISOR = "julien.perrot"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace(Profile(tmp_path / "profile"), FixedClock(NOON)) as opened:
        signed_in.sign_in(opened.profile, SUPERVISOR, "supervisor")
        learners.fill(opened, NOON, SUPERVISOR)
        learners.fill_others(opened, NOON)
        yield opened


def test_figures_of_others_are_at_least_and_nobody_is_named(workspace: Workspace) -> None:
    """What is not told is not shown as nobody: it is left out."""
    seen = workspace.live.coaching.pupils(learners.OTHERS)
    assert (seen.exact, seen.masked, seen.people, seen.pupils) == (False, False, 18, ())
    assert sorted(seen.by_step.values()) == [5, 10]


def test_a_trainer_sees_exact_counts(workspace: Workspace) -> None:
    seen = workspace.live.coaching.pupils(learners.COHORT)
    assert (seen.exact, seen.masked, len(seen.pupils)) == (True, False, 6)


def test_without_figures_nothing_is_shown(workspace: Workspace) -> None:
    figures = learning.CohortFigures(0)
    Server(workspace, NOON).put("cohort_figures", learners.OTHERS, figures, "+steer")
    assert workspace.live.coaching.pupils(learners.OTHERS).masked
