"""`kbdesk open`: hand a kbdesk:// link to the desk, starting one when none is open."""

import click

from kbdesk import handing
from kbdesk.core.calls import BadCall, read_url
from kbdesk.errors import Trouble
from kbdesk.paths import Profile


@click.command("open")
@click.argument("url")
@click.option("--no-start", is_flag=True, help="Only to a desk that is open already; else exit 3.")
@click.pass_context
def command(ctx: click.Context, url: str, no_start: bool) -> None:
    """Show a call or an article in the desk: exit 0 handed over, 3 no desk was open."""
    profile: Profile = ctx.obj
    try:
        read_url(url)
    except BadCall as refused:
        raise Trouble(str(refused), "See “Connect a softphone” in the manual.") from refused
    where = handing.address(str(profile.root))
    program = [*handing.own_program(), "--profile", str(profile.root)]
    ctx.exit(
        handing.deliver(
            {"v": 1, "url": url},
            where,
            start=not no_start,
            begin=lambda message: handing.start_desk(message, program),
        )
    )
