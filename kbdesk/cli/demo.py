"""`kbdesk demo`: a server on loopback, the sample base and two people, in a profile of its own."""

from pathlib import Path

import click

from kbdesk import logs
from kbdesk.cli.desk import open_desk
from kbdesk.paths import Profile
from kbdesk.services.demo.house import demo


@click.command("demo")
@click.option("--fresh", is_flag=True, help="Forget what was done in the demo before.")
@click.option(
    "--tour",
    type=click.Path(file_okay=False, path_type=Path),
    help="Walk through the desk by itself and leave pictures in this folder.",
)
@click.pass_context
def command(ctx: click.Context, fresh: bool, tour: Path | None) -> None:
    """Open the desk on the sample base of a made-up operator, with a server of its own."""
    # A folder asked for with --profile is used as it is: a demo must not eat someone's profile.
    named = ctx.parent is not None and ctx.parent.params["profile"] is not None
    profile = ctx.obj if named else Profile.for_demo()
    logs.start_or_say(profile)
    with demo(profile, fresh=fresh and not named) as told:
        click.echo(told)
        code = open_desk(profile, tour=tour)
    ctx.exit(code)
