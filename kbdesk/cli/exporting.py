"""`kbdesk export`: the whole base as the folder it came from."""

from pathlib import Path

import click

from kbdesk import logs
from kbdesk.paths import Profile
from kbdesk.services.base_files import export_base
from kbdesk.services.workspace import Workspace


@click.command("export")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.pass_obj
def command(profile: Profile, folder: Path) -> None:
    """Write every article, picture and list of the base as files."""
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        done = export_base(workspace, folder)
    for note in done.notes:
        click.echo(note, err=True)
    click.echo(
        f"{done.articles} articles, {done.entities} lists and {done.assets} pictures "
        f"written to {folder}."
    )
