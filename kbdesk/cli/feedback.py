"""`kbdesk feedback`: say something of an article, see the board, answer."""

from datetime import datetime

import click

from kbdesk import logs
from kbdesk.cli.output import as_json
from kbdesk.cli.publishing import after
from kbdesk.core.feedback import KINDS, STATES, Remark
from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace
from kbdesk.services.writing.remarks import Remarks


@click.command("feedback")
@click.argument("article", metavar="[ARTICLE]", required=False)
@click.option("--kind", type=click.Choice(KINDS), help="What you say of ARTICLE.")
@click.option("--text", default="", help="In your words; or the answer, with --answer.")
@click.option("--anchor", default="", help="The passage of ARTICLE that is meant.")
@click.option("--query", default="", help="What was looked for.")
@click.option("--mine", is_flag=True, help="List your own remarks and their answers.")
@click.option("--board", is_flag=True, help="List what wants an answer.")
@click.option("--closed", is_flag=True, help="With --board: what had one.")
@click.option(
    "--answer",
    metavar="ID",
    default="",
    help="Answer a remark of the board; or what was asked back about one of your own.",
)
@click.option(
    "--take-back",
    metavar="ID",
    default="",
    help="Have your own remark unsaid, until it is answered.",
)
@click.option(
    "--state",
    type=click.Choice(STATES),
    default="answered",
    show_default=True,
    help="With --answer: what became of it; “open” asks back and decides nothing.",
)
@click.option("--json", "json_", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def command(  # noqa: PLR0913  # one option each
    profile: Profile,
    article: str | None,
    kind: str | None,
    text: str,
    anchor: str,
    query: str,
    answer: str,
    state: str,
    *,
    take_back: str,
    mine: bool,
    board: bool,
    closed: bool,
    json_: bool,
) -> None:
    """Say that an article is outdated, wrong, unclear, incomplete, or thank for it.

    Without ARTICLE: see what was said (--board, --mine), answer it (--answer ID), or have your own
    unsaid (--take-back ID).
    """
    asked = [bool(article), mine, board, bool(answer), bool(take_back)]
    if sum(asked) != 1 or bool(article) is not bool(kind):
        one_of = "--mine, --board, --answer ID, --take-back ID"
        raise click.UsageError(f"Give ARTICLE and --kind, or one of {one_of}.")
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        remarks = workspace.live.remarks
        if mine or board:
            _show(remarks.mine() if mine else remarks.board(closed=closed), json_=json_)
            return
        if answer:
            _answer(remarks, answer, state, text)
        elif take_back:
            remarks.take_back(take_back)
        else:
            remarks.give(article or "", kind or "", text, anchor=anchor, query=query)
        told = after(workspace)
    if json_:
        as_json({"done": True, "told": told})
    else:
        click.echo(told)


def _answer(remarks: Remarks, id_: str, state: str, text: str) -> None:
    """Answer as who decides; where that is somebody else, as who made the remark."""
    board = (*remarks.board(), *remarks.board(closed=True))
    decides = any(id_ in (one.id, *(other.id for other in one.joined)) for one in board)
    if decides or all(one.id != id_ for one in remarks.mine()):
        remarks.answer(id_, state, text)
    else:
        remarks.reply(id_, text)


def _show(found: tuple[Remark, ...], *, json_: bool) -> None:
    if json_:
        as_json({"remarks": [plain(one) for one in found]})
        return
    for one in found:
        people = f" ({one.people} people)" if one.people > 1 else ""
        late = " LATE" if one.late else ""
        where = f"{one.article}{f'#{one.anchor}' if one.anchor else ''}"
        click.echo(f"{one.id}  {one.state}{late}  {one.kind}  {where}{people}")
        for said in filter(None, (one.text, *(other.text for other in one.joined))):
            click.echo(f"    “{said}”")
        for reply in one.replies:
            click.echo(f"    {reply.by_name or 'you'}: {reply.state} {reply.text}".rstrip())
    if not found:
        click.echo("There is nothing.")


def plain(one: Remark) -> dict[str, object]:
    """Tell a remark in plain values."""
    return {
        "id": one.id,
        "article": one.article,
        "kind": one.kind,
        "text": one.text,
        "anchor": one.anchor,
        "version": one.rev,
        "query": one.query,
        "by": one.by,
        "at": one.at.isoformat(),
        "state": one.state,
        "owner": one.owner,
        "due": _moment(one.due),
        "late": one.late,
        "waiting": one.waiting,
        "people": one.people,
        "joined": [plain(other) for other in one.joined],
        "replies": [
            {"by": r.by, "at": r.at.isoformat(), "state": r.state, "text": r.text}
            for r in one.replies
        ],
    }


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
