"""`kbdesk show`: one article, as the text it is or as others read it."""

import dataclasses

import click

from kbdesk import logs
from kbdesk.cli.output import as_json
from kbdesk.core.articles import Audience
from kbdesk.core.lease import Level
from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace

FORMS = ("markdown", "html", "text", "json")


@click.command("show")
@click.argument("article_id", metavar="ID")
@click.option(
    "--as",
    "form",
    type=click.Choice(FORMS),
    default="markdown",
    show_default=True,
    help="The form to print it in.",
)
@click.option(
    "--audience",
    type=click.Choice([audience.value for audience in Audience]),
    default=Audience.INTERNAL.value,
    show_default=True,
    help="For whom: the public gets no internal block (html and text).",
)
@click.pass_obj
def command(profile: Profile, article_id: str, form: str, audience: str) -> None:
    """Print one article."""
    reader = Audience(audience)
    if reader is Audience.PUBLIC and form not in {"html", "text"}:
        raise click.UsageError("For the public there is --as html and --as text.")
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        knowledge = workspace.knowledge
        lease = knowledge.lease(knowledge.article(article_id))
        if lease.level is Level.AGEING and lease.age is not None:
            hours = int(lease.age.total_seconds()) // 3600
            click.echo(
                f"{lease.of}: not refreshed for {hours} h. Check before you use it.", err=True
            )
        if form == "markdown":
            click.echo(knowledge.article(article_id).source, nl=False)
        elif form == "json":
            article = dataclasses.asdict(knowledge.article(article_id))
            days = article.pop("review_every")
            more = {"review_every_days": days.days if days else None, "lease": lease.level.value}
            as_json(article | more)
        elif form == "html":
            click.echo(knowledge.document(article_id, reader), nl=False)
        else:
            click.echo(knowledge.plain_text(article_id, reader), nl=False)
