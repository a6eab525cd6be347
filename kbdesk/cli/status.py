"""`kbdesk status`: what this profile holds, and how fresh it is."""

from dataclasses import asdict
from typing import Any

import click

from kbdesk import logs
from kbdesk.cli.output import as_json
from kbdesk.paths import Profile
from kbdesk.services.connected.syncing import Syncing, SyncStatus
from kbdesk.services.workspace import Workspace


@click.command("status")
@click.option("--json", "json_", is_flag=True, help="Print JSON and nothing else.")
@click.pass_obj
def command(profile: Profile, json_: bool) -> None:
    """Say what this profile holds."""
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        status = workspace.status() | _of_sync(Syncing(workspace).status())
    if json_:
        as_json(status)
        return
    for name, value in status.items():
        click.echo(f"{name.replace('_', ' ') + ':':16} {_shown(value)}")


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        value = ", ".join(f"{k} {v}" for k, v in value.items())
    elif isinstance(value, list):
        value = ", ".join(str(one.get("about") if isinstance(one, dict) else one) for one in value)
    return "none" if value in (None, "") else str(value)


def _of_sync(sync: SyncStatus) -> dict[str, Any]:
    """Say how level the profile is with its server; a local one has `state` local."""
    return {
        "state": sync.state,
        "server": sync.server,
        "person": sync.person,
        "role": sync.role,
        "unread": sync.unread,
        "unreadable": list(sync.unreadable),
        "parked": [asdict(one) for one in sync.parked],
        "others": sync.others,
        "trouble": sync.trouble,
        "lease": sync.lease.level.value,
        "age_seconds": None if sync.age is None else round(sync.age.total_seconds()),
        "clock_off_seconds": None
        if sync.clock_off is None
        else round(sync.clock_off.total_seconds()),
        "alerts": [one.said for one in sync.alerts],
    }
