"""`kbdesk verify`: vouch for articles, hand them over, archive them; see what to look at first."""

import click

from kbdesk import logs
from kbdesk.cli.output import as_json
from kbdesk.cli.publishing import after
from kbdesk.core.verification import Risk
from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace


@click.command("verify")
@click.argument("articles", metavar="[ARTICLE]...", nargs=-1)
@click.option("--comment", default="", help="What was looked at.")
@click.option("--every", type=click.IntRange(1, 3650), help="Days until the next look.")
@click.option("--owner", default="", help="Hand the articles over to this person instead.")
@click.option("--archive", is_flag=True, help="Put the articles in the archive instead.")
@click.option("--queue", is_flag=True, help="List what to look at first, and why.")
@click.option("--space", "spaces", multiple=True, help="With --queue: of this shelf only; repeat.")
@click.option(
    "--limit", type=click.IntRange(1), default=20, show_default=True, help="With --queue: how many."
)
@click.option("--json", "json_", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def command(  # noqa: PLR0913  # one option each
    profile: Profile,
    articles: tuple[str, ...],
    comment: str,
    every: int | None,
    owner: str,
    spaces: tuple[str, ...],
    limit: int,
    *,
    archive: bool,
    queue: bool,
    json_: bool,
) -> None:
    """Say that articles were looked at and are right, as they stand now (at most 200 at once)."""
    if queue is bool(articles) or (owner and archive):
        raise click.UsageError("Give articles, or --queue; --owner or --archive, not both.")
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        verifying = workspace.live.verifying
        if queue:
            _show(verifying.queue(limit, spaces), json_=json_)
            return
        if owner:
            act = verifying.reassign(articles, owner)
        elif archive:
            act = verifying.archive(articles)
        else:
            act = verifying.verify(articles, comment, every or 0)
        told = after(workspace)
    if json_:
        as_json({"did": act.kind, "articles": list(act.ids), "told": told})
    else:
        click.echo(told)


def _show(found: tuple[Risk, ...], *, json_: bool) -> None:
    if json_:
        as_json({"articles": [_plain(one) for one in found]})
        return
    for one in found:
        why = " × ".join(f"{factor.name} {factor.detail}" for factor in one.factors)
        click.echo(f"{one.score:10.2f}  {one.freshness.value:10}  {one.article}  ({why})")
    if not found:
        click.echo("There is nothing.")


def _plain(one: Risk) -> dict[str, object]:
    return {
        "article": one.article,
        "title": one.title,
        "space": one.space,
        "owner": one.owner,
        "freshness": one.freshness.value,
        "verified": one.verified,
        "score": one.score,
        "factors": [
            {"name": factor.name, "detail": factor.detail, "share": factor.share}
            for factor in one.factors
        ],
    }
