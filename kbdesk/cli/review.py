"""`kbdesk review`: what was suggested, against what is published now, and the decision.

A change is shown by its number; `--part 3 --part 5` takes those. What is gone stands in `[-…-]` and
what is new in `{+…+}`. An id may be shortened to its first letters.
"""

import dataclasses
from pathlib import Path

import click

from kbdesk import logs
from kbdesk.cli.diff import shown
from kbdesk.cli.output import as_json
from kbdesk.cli.publishing import after
from kbdesk.core.drafts import Unseen
from kbdesk.core.editing import Block
from kbdesk.core.suggestions import ReviewView, Suggested
from kbdesk.errors import Trouble
from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace

json_option = click.option("--json", "json_", is_flag=True, help="Print JSON and nothing else.")


@click.group("review")
def command() -> None:
    """Decide about suggested edits."""


@command.command("list")
@click.option("--mine", is_flag=True, help="Your own suggestions and what became of them.")
@click.option("--decided", is_flag=True, help="What was decided.")
@click.option("--unseen", is_flag=True, help="Drafts, scheduled, expired and archived articles.")
@json_option
@click.pass_obj
def list_(profile: Profile, *, mine: bool, decided: bool, unseen: bool, json_: bool) -> None:
    """List what waits for a decision: conflicts first, then the oldest."""
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        if unseen:
            _show_unseen(workspace.live.authoring.unseen(), json_=json_)
            return
        reviewing = workspace.live.reviewing
        found = reviewing.mine() if mine else reviewing.queue()
        found = reviewing.decided() if decided else found
    if json_:
        as_json({"suggestions": [plain(one) for one in found]})
        return
    for one in found:
        what = "take out" if one.removes else "new" if one.new else one.verdict.value
        click.echo(f"{one.id}  {one.state}  [{what}]  {one.article}  by {one.by_name or 'you'}")
        thread = (f"{reply.by_name}: {reply.text}" for reply in one.replies)
        for said in filter(None, (one.comment, *thread, one.why and f"→ {one.why}", one.refused)):
            click.echo(f"    {said}")
    if not found:
        click.echo("There is nothing.")


def _show_unseen(found: tuple[Unseen, ...], *, json_: bool) -> None:
    if json_:
        as_json({"articles": [dataclasses.asdict(one) for one in found]})
        return
    for one in found:
        turn = f"  until {one.turn.astimezone():%Y-%m-%d %H:%M}" if one.turn else ""
        click.echo(f"{one.phase.value:10}  {one.article}{turn}")
    if not found:
        click.echo("There is nothing.")


@command.command("show")
@click.argument("id_", metavar="ID")
@json_option
@click.pass_obj
def show(profile: Profile, id_: str, *, json_: bool) -> None:
    """Compare a suggestion word by word with what is published now."""
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        view = workspace.live.reviewing.look(_full(workspace, id_))
    if json_:
        as_json(_plain_view(view))
        return
    click.echo(f"{view.article_id}: {view.verdict.value}, by {view.of.by_name or 'you'}")
    if view.kept:
        click.echo(f"You had decided “{view.kept.decision}”; not taken: {view.of.refused}")
    if view.mine is None:
        click.echo("To be taken out.")
    for block in view.blocks:
        if block.changed:
            _print(block)


@command.command("accept")
@click.argument("id_", metavar="ID")
@click.option("--part", "parts", type=int, multiple=True, help="Take only this change; repeat.")
@click.option(
    "--as-file", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Publish this text instead; its author is credited all the same.",
)  # fmt: skip
@click.option("--minor", is_flag=True, help="A detail: what is verified stays so.")
@json_option
@click.pass_obj
def accept(  # noqa: PLR0913  # one option each
    profile: Profile,
    id_: str,
    parts: tuple[int, ...],
    as_file: Path | None,
    *,
    minor: bool,
    json_: bool,
) -> None:
    """Publish a suggestion, whole or in part."""
    if parts and as_file:
        raise click.UsageError("Give --part or --as-file, not both.")
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        reviewing, full = workspace.live.reviewing, _full(workspace, id_)
        if parts:
            reviewing.accept_part(full, parts, minor=minor)
        elif as_file:
            text = as_file.read_bytes().decode("utf-8", "replace")
            reviewing.accept_as(full, text, minor=minor)
        else:
            reviewing.accept(full, minor=minor)
        _end(workspace, full, json_=json_)


@command.command("decline")
@click.argument("id_", metavar="ID")
@click.option("--why", required=True, help="Why: its author reads it.")
@json_option
@click.pass_obj
def decline(profile: Profile, id_: str, why: str, *, json_: bool) -> None:
    """Say no to a suggestion, and why."""
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        full = _full(workspace, id_)
        workspace.live.reviewing.decline(full, why)
        _end(workspace, full, json_=json_)


@command.command("ask")
@click.argument("id_", metavar="ID")
@click.option("--text", required=True, help="What you want to know: its author reads it.")
@json_option
@click.pass_obj
def ask(profile: Profile, id_: str, text: str, *, json_: bool) -> None:
    """Ask who suggested it something; nothing is decided by that."""
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        full = _full(workspace, id_)
        workspace.live.reviewing.ask_back(full, text)
        _end(workspace, full, json_=json_)


@command.command("answer")
@click.argument("id_", metavar="ID")
@click.option("--text", required=True, help="Your answer: those who decide read it.")
@json_option
@click.pass_obj
def answer(profile: Profile, id_: str, text: str, *, json_: bool) -> None:
    """Answer what was asked about your own suggestion."""
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        full = _full(workspace, id_)
        workspace.live.reviewing.reply(full, text)
        _end(workspace, full, json_=json_)


@command.command("withdraw")
@click.argument("id_", metavar="ID")
@json_option
@click.pass_obj
def withdraw(profile: Profile, id_: str, *, json_: bool) -> None:
    """Take your own suggestion back; your text is a draft again."""
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        full = _full(workspace, id_)
        workspace.live.reviewing.withdraw(full)
        _end(workspace, full, json_=json_)


def _end(workspace: Workspace, id_: str, *, json_: bool) -> None:
    told = after(workspace)
    reviewing = workspace.live.reviewing
    every = (*reviewing.queue(), *reviewing.decided(), *reviewing.mine())
    found = next((one for one in every if one.id == id_), None)
    refused = found.refused if found else ""
    if json_:
        as_json({"id": id_, "told": told, "refused": refused, "state": found and found.state})
    else:
        click.echo(told)
    if refused:
        raise Trouble(f"The server did not take it: {refused}", "What you chose is kept.")


def _full(workspace: Workspace, typed: str) -> str:
    reviewing = workspace.live.reviewing
    known = {one.id for one in (*reviewing.queue(), *reviewing.decided(1000), *reviewing.mine())}
    meant = [id_ for id_ in known if id_ == typed] or [
        id_ for id_ in known if id_.startswith(typed)
    ]
    if len(meant) != 1:
        raise Trouble(
            f"“{typed}” names {len(meant) or 'none'} of the suggestions.",
            "kbdesk review list shows them; give the whole id.",
        )
    return meant[0]


def _print(block: Block) -> None:
    click.echo(f"── {block.n}{' CONFLICT' if block.clash else ''}")
    if block.clash:
        for name, text in (("published", block.before), ("suggested", block.after)):
            click.echo(f"{name}:\n{text}", nl=False)
    else:
        for line in block.lines:
            click.echo(shown(line))


def plain(one: Suggested) -> dict[str, object]:
    """Tell a suggestion in plain values."""
    return {
        "id": one.id,
        "article": one.article,
        "space": one.space,
        "by": one.by,
        "at": one.at.isoformat(),
        "comment": one.comment,
        "state": one.state,
        "verdict": one.verdict.value,
        "removes": one.removes,
        "new": one.new,
        "own": one.own,
        "why": one.why,
        "decided_by": one.decided_by,
        "decided_at": one.decided_at.isoformat() if one.decided_at else None,
        "deciding": one.deciding,
        "refused": one.refused,
        "waiting": one.waiting,
        "asked": one.asked,
        "replies": [
            {"by": reply.by, "at": reply.at.isoformat(), "text": reply.text}
            for reply in one.replies
        ],
    }


def _plain_view(view: ReviewView) -> dict[str, object]:
    return {
        **plain(view.of),
        "verdict": view.verdict.value,
        "rev": view.rev,
        "moved": view.moved,
        "kept": view.kept.decision if view.kept else None,
        "base": view.base,
        "suggested": view.mine,
        "published": view.published,
        "changes": [
            {
                "n": block.n,
                "conflict": block.clash,
                "before": block.before,
                "after": block.after,
                "base": block.base,
                "words": [shown(line) for line in block.lines],
            }
            for block in view.blocks
            if block.changed
        ],
    }
