"""The sample base in a profile, imported and indexed once for all tests that only search it."""

from datetime import UTC, datetime
from pathlib import Path

from kbdesk.clock import FixedClock
from kbdesk.paths import Profile, resources
from kbdesk.services.base_files import import_base
from kbdesk.services.workspace import Workspace

NOON = FixedClock(datetime(2026, 11, 22, 12, tzinfo=UTC))


def open_sample(folder: Path) -> Workspace:
    """Fill a profile with the sample base and open it."""
    workspace = Workspace(Profile(folder), NOON)
    import_base(workspace, resources() / "sample")
    workspace.catch_up()
    return workspace
