"""`kbdesk retire`: take articles out of the base, for everybody where there is a server."""

import click

from kbdesk import logs
from kbdesk.cli.publishing import send
from kbdesk.paths import Profile
from kbdesk.services.base_files import retire
from kbdesk.services.connected.syncing import Syncing
from kbdesk.services.workspace import Workspace


@click.command("retire")
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.pass_obj
def command(profile: Profile, ids: tuple[str, ...]) -> None:
    """Take articles out of the base."""
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        published = retire(workspace, ids)
        told = send(Syncing(workspace)) if published else "Taken out."
        workspace.catch_up()
    click.echo(told)
