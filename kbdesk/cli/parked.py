"""`kbdesk parked`: what the server did not take, why, and what to do about it."""

from dataclasses import asdict
from pathlib import Path

import click

from kbdesk import logs
from kbdesk.cli.output import as_json
from kbdesk.paths import Profile
from kbdesk.services.connected.parked import drop_parked, export_parked, send_parked_again
from kbdesk.services.connected.syncing import Syncing
from kbdesk.services.workspace import Workspace


@click.command("parked")
@click.option(
    "--export",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write all of it, with the whole texts, to a JSON file.",
)
@click.option("--again", multiple=True, metavar="ID", help="Send it again; `all` for all of it.")
@click.option("--drop", multiple=True, metavar="ID", help="Give it up; needs --export FILE.")
@click.option("--json", "json_", is_flag=True, help="Print JSON and nothing else.")
@click.pass_obj
def command(
    profile: Profile,
    file: Path | None,
    again: tuple[str, ...],
    drop: tuple[str, ...],
    json_: bool,
) -> None:
    """List what was not taken; export it, send it again, or give it up."""
    if drop and file is None:
        raise click.UsageError("Nothing is given up unsaved: add --export FILE.")
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        if file is not None:
            count = export_parked(workspace, file)
            click.echo(f"{count} entries written to {file}.", err=json_)
        send_parked_again(workspace, again)
        drop_parked(workspace, drop)
        parked = Syncing(workspace).parked()
    if json_:
        as_json([asdict(one) for one in parked])
        return
    for one in parked:
        click.echo(f"{one.id}  {one.kind} {one.about}\n    {one.reason} ({one.code})")
    if not parked:
        click.echo("Nothing is parked.")
