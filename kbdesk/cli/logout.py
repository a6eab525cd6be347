"""`kbdesk logout`: end the session; the base stays readable, what waits stays kept."""

import click

from kbdesk import logs
from kbdesk.paths import Profile
from kbdesk.services.connected.syncing import Syncing
from kbdesk.services.workspace import Workspace


@click.command("logout")
@click.pass_obj
def command(profile: Profile) -> None:
    """Sign out. The base stays readable here, and what was not sent yet is kept."""
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        account = Syncing(workspace).session.sign_out()
        waiting = workspace.outbox.counts().waiting
    kept = f" {waiting} things wait until {account.person} signs in again." if waiting else ""
    click.echo(f"Signed out from {account.url}.{kept}")
