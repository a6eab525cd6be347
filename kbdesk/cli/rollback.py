"""`kbdesk rollback`: make a text of before the newest version; nothing of the past is lost."""

import click

from kbdesk import logs
from kbdesk.cli.output import as_json
from kbdesk.cli.publishing import after
from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace


@click.command("rollback")
@click.argument("article", metavar="ID")
@click.option("--to", "rev", type=int, required=True, help="A version of: kbdesk history ID")
@click.option("--comment", default="", help="Why.")
@click.option("--json", "json_", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def command(profile: Profile, article: str, rev: int, comment: str, *, json_: bool) -> None:
    """Publish an older text of an article again, or suggest that where you may not publish."""
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        sent = workspace.live.authoring.roll_back(article, rev, comment)
        told = after(workspace)
    if json_:
        as_json({"id": article, "to": rev, "published": sent.published, "told": told})
    else:
        click.echo(told)
