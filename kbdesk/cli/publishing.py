"""How commands that make operations end: sent at once, or told to wait."""

from kbdesk.cli.syncing import run, summary
from kbdesk.errors import NotSignedIn, ServerTrouble
from kbdesk.services.connected.syncing import Syncing
from kbdesk.services.workspace import Workspace


def send(syncing: Syncing) -> str:
    """Run a pass; return what it did, or that what was done here waits."""
    try:
        passed = run(syncing)
    except (ServerTrouble, NotSignedIn) as trouble:
        waiting = syncing.status().waiting
        return f"{waiting} operations wait and are kept: {trouble}"
    return summary(passed, syncing.status())


def after(workspace: Workspace) -> str:
    """End what was written here: sent at once, or in a base of its own made searchable."""
    told = "Done." if workspace.live.here_alone else send(Syncing(workspace))
    workspace.catch_up()
    return told
