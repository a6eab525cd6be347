"""`kbdesk suggest`: propose a text for an article, a new article, or to take one out."""

from pathlib import Path

import click

from kbdesk import logs
from kbdesk.cli.output import as_json
from kbdesk.cli.publishing import after
from kbdesk.core.drafts import Draft, Sent
from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace
from kbdesk.services.writing.checking import NotSendable


@click.command("suggest")
@click.argument("article", metavar="[ARTICLE]", required=False)
@click.option(
    "--file", "file", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The whole new text, front matter included.",
)  # fmt: skip
@click.option("--comment", default="", help="What those who decide should know.")
@click.option("--space", default="", help="Without ARTICLE: the shelf of the new one.")
@click.option(
    "--image", "images", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    multiple=True, help="A picture; the text gets its line at the end.",
)  # fmt: skip
@click.option("--publish", is_flag=True, help="Publish it at once, where you may.")
@click.option("--minor", is_flag=True, help="With --publish: a detail; what is verified stays so.")
@click.option("--remove", is_flag=True, help="Suggest to take ARTICLE out.")
@click.option("--json", "json_", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def command(  # noqa: PLR0913  # one option each
    profile: Profile,
    article: str | None,
    file: Path | None,
    comment: str,
    space: str,
    images: tuple[Path, ...],
    *,
    publish: bool,
    minor: bool,
    remove: bool,
    json_: bool,
) -> None:
    """Propose a text for ARTICLE; without ARTICLE, a new article. Those who may write decide.

    In a base without a server the text stands at once.
    """
    if bool(file) is remove or (remove and not article):
        raise click.UsageError("Give --file F.md, or ARTICLE and --remove.")
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        if remove:
            workspace.live.authoring.suggest_removal(article or "", comment)
            operation = ""
        else:
            assert file is not None
            draft = _written(workspace, article, file, space, images)
            operation = _sent(workspace, draft, comment, publish=publish, minor=minor).operation
        told = after(workspace)
    if json_:
        as_json({"done": True, "id": operation, "told": told})
    else:
        click.echo(told)


def _written(
    workspace: Workspace, article: str | None, file: Path, space: str, images: tuple[Path, ...]
) -> Draft:
    authoring = workspace.live.authoring
    draft = authoring.draft(article, anew=True) if article else authoring.draft_new(space=space)
    text = file.read_bytes().decode("utf-8", "replace")
    for image in images:
        text += f"\n{authoring.image(draft.id, image.name, image.read_bytes())}\n"
    authoring.save(draft.id, text)
    return draft


def _sent(workspace: Workspace, draft: Draft, comment: str, *, publish: bool, minor: bool) -> Sent:
    authoring = workspace.live.authoring
    alone = workspace.live.here_alone
    try:
        return authoring.send(draft.id, comment, publish=publish or alone, minor=minor)
    except NotSendable as refused:
        for one in refused.problems:
            place = f"line {one.line}: " if one.line else ""
            field = f"{one.field}: " if one.field and one.code != "empty" else ""
            click.echo(f"{place}{field}{one.sentence} {one.remedy}".rstrip(), err=True)
        raise
    finally:
        authoring.drop(draft.id)  # the file is the draft; nothing to do once it was sent
