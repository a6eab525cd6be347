"""`kbdesk gaps`: what people did not find, in subjects; a draft from one; closing by proof.

An id may be shortened to its first letters, as long as they fit one subject.
"""

from typing import Any

import click

from kbdesk import logs
from kbdesk.cli.output import as_json
from kbdesk.cli.publishing import after
from kbdesk.core.gaps import Replay, Replayed, Subject
from kbdesk.errors import Trouble
from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace

json_option = click.option("--json", "json_", is_flag=True, help="Print JSON and nothing else.")
id_argument = click.argument("id_", metavar="SUBJECT")


@click.group("gaps", invoke_without_command=True)
@click.option("--closed", is_flag=True, help="What was closed or dismissed, instead.")
@json_option
@click.pass_context
def command(ctx: click.Context, *, closed: bool, json_: bool) -> None:
    """List what was looked for and not found, in subjects: those asked most first."""
    if ctx.invoked_subcommand is not None:
        return
    logs.start_or_say(ctx.obj)
    with Workspace(ctx.obj) as workspace:
        found = workspace.live.gaps.subjects(closed=closed)
    if json_:
        as_json({"subjects": [plain(one) for one in found]})
        return
    for one in found:
        ways = ", ".join(f"{how} {times}" for how, times in one.hows.items())
        click.echo(f"{one.id}  {one.times} x  “{one.name}”  ({ways}; last {one.last:%Y-%m-%d})")
        others = [asked.query for asked in one.queries[1:]]
        if others:
            click.echo(f"    also: {', '.join(others)}")
    if not found:
        click.echo("Nothing is missing." if not closed else "Nothing was decided yet.")


@command.command("replay")
@id_argument
@click.argument("article")
@json_option
@click.pass_obj
def replay(profile: Profile, id_: str, article: str, *, json_: bool) -> None:
    """Ask the searches of a subject again and say where ARTICLE stands; nothing is closed."""
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        workspace.catch_up()
        made = workspace.live.gaps.replay(_full(workspace, id_), article)
    _tell(made, json_=json_)


@command.command("close")
@id_argument
@click.argument("article")
@json_option
@click.pass_obj
def close(profile: Profile, id_: str, article: str, *, json_: bool) -> None:
    """Close those gaps of a subject whose search finds ARTICLE among the first three."""
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        workspace.catch_up()
        made, _changes = workspace.live.gaps.close(_full(workspace, id_), article)
        told = after(workspace)
    _tell(made, json_=json_)
    if not json_:
        click.echo(told)


@command.command("dismiss")
@id_argument
@click.option("--why", required=True, help="Why this is no gap.")
@click.pass_obj
def dismiss(profile: Profile, id_: str, why: str) -> None:
    """Say that a subject is no gap."""
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        workspace.live.gaps.dismiss(_full(workspace, id_), why)
        click.echo(after(workspace))


@command.command("draft")
@id_argument
@click.option("--space", default="", help="The shelf of the new article.")
@json_option
@click.pass_obj
def draft(profile: Profile, id_: str, space: str, *, json_: bool) -> None:
    """Begin an article from a subject: its searches become its aliases."""
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        made = workspace.live.gaps.draft_from(_full(workspace, id_), space)
    if json_:
        as_json({"draft": made.id, "title": made.title, "gaps": list(made.gaps)})
        return
    click.echo(
        f"Draft “{made.title}” begun, for {len(made.gaps)} gap(s). Go on in My contributions."
    )


@command.command("forget")
@click.pass_obj
def forget(profile: Profile) -> None:
    """Forget what was searched at this computer; what was sent has been sent."""
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        workspace.live.gaps.forget_trail()
    click.echo("What was searched here is forgotten.")


def plain(one: Subject) -> dict[str, Any]:
    """Write a subject in plain values."""
    return {
        "id": one.id,
        "name": one.name,
        "times": one.times,
        "first": one.first.isoformat(),
        "last": one.last.isoformat(),
        "hows": one.hows,
        "queries": [{"query": asked.query, "times": asked.times} for asked in one.queries],
        "opened": list(one.opened),
        "motives": list(one.motives),
        "gaps": [
            {
                "id": gap.id, "query": gap.query, "how": gap.how, "at": gap.at.isoformat(),
                "state": gap.state, "article": gap.article, "rank": gap.rank, "why": gap.why,
                "waiting": gap.waiting,
            }
            for gap in one.gaps
        ],
    }  # fmt: skip


def _tell(made: Replay, *, json_: bool) -> None:
    if json_:
        asked = [
            {"query": one.query, "rank": one.rank, "found": one.found, "gaps": list(one.gaps)}
            for one in made.asked
        ]
        as_json({"subject": made.subject, "article": made.article, "closes": made.closes,
                 "stays": made.stays, "asked": asked})  # fmt: skip
        return
    for one in made.asked:
        click.echo(f"“{one.query}”: {_place(one)}")
    click.echo(f"{made.closes} answered, {made.stays} still open.")


def _place(one: Replayed) -> str:
    if one.rank and not one.speaks:
        return f"rank {one.rank}, but the article says too little of it"
    if one.rank:
        return f"rank {one.rank}"
    return f"not found; first is “{one.first}”" if one.first else "nothing found"


def _full(workspace: Workspace, start: str) -> str:
    found = [one.id for one in workspace.live.gaps.subjects() if one.id.startswith(start)]
    if len(found) > 1:
        raise Trouble(f"“{start}” fits {len(found)} subjects.", "Give more letters of the id.")
    return found[0] if found else start
