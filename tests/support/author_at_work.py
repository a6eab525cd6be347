"""An author's whole round as a process of its own, quick to start, so that it can be killed often.

`python -m tests.support.author_at_work PROFILE FOLDER TRIES`: import as operations, push, pull,
read on. A round that meets a trouble (a full disk) is begun again, as the desk does by itself, up
to `TRIES` times. It says nothing: what it writes to is the profile and the server alone.
"""

import sys
from pathlib import Path

from kbdesk.errors import Trouble
from kbdesk.paths import Profile
from kbdesk.services.base_files import import_base
from kbdesk.services.connected.syncing import Syncing
from kbdesk.services.workspace import Workspace


def work(workspace: Workspace, folder: Path | None = None) -> None:
    """Bring a folder in, if there is one, and come level."""
    if folder is not None:
        import_base(workspace, folder, workers=1)
    syncing = Syncing(workspace)
    syncing.sync_once(check=False)
    syncing.read_on()


def main(profile: Path, folder: Path, tries: int) -> int:
    """Work until all is done and searchable; return 1 when that was not to be."""
    left = tries
    while left > 0:
        left -= 1
        try:
            with Workspace(Profile(profile)) as workspace:
                while not _done(workspace, folder):
                    if not left:
                        return 1
                    left -= 1
                return 0
        except Trouble:  # it could not even be opened
            continue
    return 1


def _done(workspace: Workspace, folder: Path) -> bool:
    try:
        work(workspace, folder)
    except Trouble:
        return False
    return bool(workspace.status()["index"] == "level")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])))
