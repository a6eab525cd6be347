"""`kbdesk show`: one article, as the text it is or as others read it."""

import dataclasses

import click

from kbdesk import logs
from kbdesk.cli.output import as_json
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
@click.pass_obj
def command(profile: Profile, article_id: str, form: str) -> None:
    """Print one article."""
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        knowledge = workspace.knowledge
        if form == "markdown":
            click.echo(knowledge.article(article_id).source, nl=False)
        elif form == "json":
            article = dataclasses.asdict(knowledge.article(article_id))
            days = article.pop("review_every")
            as_json(article | {"review_every_days": days.days if days else None})
        elif form == "html":
            click.echo(knowledge.document(article_id), nl=False)
        else:
            click.echo(knowledge.plain_text(article_id), nl=False)
