"""`kbdesk login`: make this the profile of a person at a server."""

import sys

import click

from kbdesk import logs
from kbdesk.paths import Profile
from kbdesk.services.connected.syncing import Syncing
from kbdesk.services.workspace import Workspace


@click.command("login")
@click.argument("url")
@click.option("--user", required=True, help="Your name on the server.")
@click.option(
    "--password-stdin",
    is_flag=True,
    help="Read the password from the first line of standard input, for scripts.",
)
@click.option("--device", default="", help="What the server calls this machine.")
@click.option(
    "--replace-base",
    is_flag=True,
    help="Let the server's base take the place of what came from files.",
)
@click.pass_obj
def command(
    profile: Profile, url: str, user: str, password_stdin: bool, device: str, replace_base: bool
) -> None:
    """Sign in at a server; the base comes with `kbdesk sync`."""
    logs.start_or_say(profile)
    password = (
        sys.stdin.readline().rstrip("\r\n")
        if password_stdin
        else click.prompt("Password", hide_input=True, err=True)
    )
    with Workspace(profile) as workspace:
        session = Syncing(workspace).session
        welcome = session.sign_in(url, user, password, device=device, replace_base=replace_base)
    account = welcome.account
    for note in welcome.notes:
        click.echo(note, err=True)
    click.echo(f"Signed in at {account.url} as {account.person} ({account.role}).")
