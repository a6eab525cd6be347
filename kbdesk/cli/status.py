"""`kbdesk status`: what this profile holds, and how fresh it is."""

import click

from kbdesk import logs
from kbdesk.cli.output import as_json
from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace


@click.command("status")
@click.option("--json", "json_", is_flag=True, help="Print JSON and nothing else.")
@click.pass_obj
def command(profile: Profile, json_: bool) -> None:
    """Say what this profile holds."""
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        status = workspace.status()
    if json_:
        as_json(status)
        return
    for name, value in status.items():
        shown = (
            ", ".join(f"{k} {v}" for k, v in value.items()) if isinstance(value, dict) else value
        )
        click.echo(f"{name.replace('_', ' ') + ':':16} {'none' if shown in (None, '') else shown}")
