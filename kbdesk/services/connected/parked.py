"""What the server did not take, as a file that a person can read, and what to do about it."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from kbdesk.core.changes import Changes
from kbdesk.errors import Trouble
from kbdesk.services.workspace import Workspace
from kbdesk.store.outbox import Operation


def export_parked(workspace: Workspace, file: Path) -> int:
    """Write everything that is parked, whole, to a file; return how many things that is."""
    parked = workspace.outbox.parked()
    told = {
        "what": "What was done on this desk and not taken by the server. Nothing here is lost: "
        "each entry holds the whole text.",
        "profile": str(workspace.profile.root),
        "entries": [_told(one) for one in parked],
    }
    try:
        file.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", "utf-8")
    except OSError as error:
        raise Trouble(f"{file} cannot be written: {error.strerror}.", "Choose another.") from error
    return len(parked)


def drop_parked(workspace: Workspace, ids: Iterable[str]) -> Changes:
    """Delete what its person has decided to give up; offer `export_parked` first."""
    return Changes(outbox=bool(workspace.outbox.drop(_full(workspace, ids))))


def send_parked_again(workspace: Workspace, ids: Iterable[str]) -> Changes:
    """Let parked things wait again, in their old place."""
    sent = workspace.outbox.send_again(_full(workspace, ids), workspace.clock.now())
    return Changes(outbox=bool(sent))


def _full(workspace: Workspace, ids: Iterable[str]) -> Sequence[str]:
    """Find what is meant by the ids as they were typed, perhaps only their beginning."""
    parked = [one.id for one in workspace.outbox.parked()]
    found = []
    for typed in ids:
        meant = parked if typed == "all" else [id_ for id_ in parked if id_.startswith(typed)]
        if not meant or (len(meant) > 1 and typed != "all"):
            raise Trouble(
                f"“{typed}” names {len(meant) or 'none'} of what is parked.",
                "kbdesk parked lists them; give the whole id.",
            )
        found += meant
    return found


def _told(one: Operation) -> dict[str, Any]:
    return {
        "id": one.id,
        "what": one.kind,
        "about": one.about,
        "when": one.at.isoformat(),
        "made_from_revision": one.base_rev,
        "answer": one.outcome,
        "code": one.code,
        "reason": one.reason,
        "by": one.person,
        "server": one.server,
        "content": one.body,
    }
