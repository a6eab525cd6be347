"""`kbdesk announce`: notices to me, and what supervisors send, follow on the board and take back.

An id may be shortened to its first letters. What is done here is sent at once when the server
answers, and waits otherwise.
"""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from kbdesk import logs
from kbdesk.cli import announce_words as words
from kbdesk.cli.output import as_json
from kbdesk.cli.publishing import send as push
from kbdesk.core.announcements import Level, Link, NoticeDraft, place
from kbdesk.core.questions import BadQuestion, Question, parse_question
from kbdesk.errors import Trouble
from kbdesk.paths import Profile
from kbdesk.services.connected.syncing import Syncing
from kbdesk.services.workspace import Workspace

json_option = click.option("--json", "json_", is_flag=True, help="Print JSON and nothing else.")


class Moment(click.ParamType[datetime]):
    """A moment as people write it; without a time zone it is the one of this machine."""

    name = "MOMENT"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """Read `2026-12-01 08:00` and the like."""
        try:
            return datetime.fromisoformat(value).astimezone()
        except ValueError:
            self.fail(f"“{value}” is no moment: write 2026-12-01 08:00.", param, ctx)


def _text_options(function: Any) -> Any:
    """Add the options by which a notice is written and edited."""
    text = click.Path(exists=True, dir_okay=False, path_type=Path, allow_dash=True)
    for option in reversed(
        (
            click.option("--title", help="What is new, in one line."),
            click.option("--body-file", type=text, help="Its text in Markdown; - reads it here."),
            click.option(
                "--level",
                type=click.Choice([level.value for level in Level]),
                help="How much it matters.",
            ),
            click.option("--starts", type=Moment(), help="When it begins to show."),
            click.option("--ends", type=Moment(), help="When it goes by itself."),
            click.option("--article", metavar="ID[#ANCHOR]", help="The article or passage meant."),
            click.option("--old", default="", help="What that said before."),
            click.option("--new", default="", help="What it says now."),
            click.option("--ack", is_flag=True, help="Ask everyone to confirm it."),
            click.option("--check-file", type=text, help="A question to answer, as a quiz block."),
        )
    ):
        function = option(function)
    return function


@click.group("announce")
def command() -> None:
    """Read and confirm announcements; send them and follow who has understood."""


@command.command("send")
@_text_options
@click.option("--to", "audience", required=True, metavar="AUDIENCE",
              help="all, group:G, role:R, space:S or person:P.")  # fmt: skip
@click.option("--yes", is_flag=True, help="Send it even past what people can attend to in a day.")
@json_option
@click.pass_obj
def send(profile: Profile, /, audience: str, yes: bool, json_: bool, **asked: Any) -> None:
    """Send an announcement."""
    if not asked["title"]:
        raise click.UsageError("An announcement needs a --title.")
    draft = _written(NoticeDraft("", audience=audience), asked)
    with _desk(profile) as workspace:
        announcing = workspace.live.announcing
        reach, cost = announcing.reach(audience), announcing.cost(draft)
        if cost.over and not yes:
            raise Trouble(*words.too_much(cost))
        id_ = announcing.send(draft).id
        said = push(Syncing(workspace))
        state = words.sent_state(workspace, id_)
    if json_:
        as_json({"id": id_, **state, "people": reach.people, "offline": reach.offline,
                 "minutes": cost.minutes})  # fmt: skip
        return
    click.echo(id_)
    click.echo(
        f"{reach.people} people, {reach.offline} of them away; {cost.minutes} minutes of work."
    )
    click.echo(said)
    _fail_refused(state)


@command.command("edit")
@click.argument("id_", metavar="ID")
@_text_options
@click.option("--minor", is_flag=True, help="A detail: nobody is asked again.")
@json_option
@click.pass_obj
def edit(profile: Profile, /, id_: str, minor: bool, json_: bool, **asked: Any) -> None:
    """Change an announcement; everyone is asked again, unless it is minor."""
    with _desk(profile) as workspace:
        found = words.one_sent(workspace, id_)
        draft = _written(found.draft, asked)
        workspace.live.announcing.edit(found.id, draft, minor=minor)
        _end(workspace, found.id, json_=json_)


@command.command("recall")
@click.argument("id_", metavar="ID")
@click.option("--why", required=True, help="What those who had read it are told.")
@json_option
@click.pass_obj
def recall(profile: Profile, id_: str, why: str, json_: bool) -> None:
    """Take an announcement back."""
    with _desk(profile) as workspace:
        found = words.one_sent(workspace, id_)
        workspace.live.announcing.recall(found.id, why)
        _end(workspace, found.id, json_=json_)


@command.command("relaunch")
@click.argument("id_", metavar="ID")
@json_option
@click.pass_obj
def relaunch(profile: Profile, id_: str, json_: bool) -> None:
    """Remind those who have not come to the end of it, and nobody else."""
    with _desk(profile) as workspace:
        found = words.one_sent(workspace, id_)
        workspace.live.announcing.relaunch(found.id)
        _end(workspace, found.id, json_=json_)


@command.command("list")
@click.option("--sent", is_flag=True, help="What was sent, with how far it has come.")
@click.option("--all", "every", is_flag=True, help="Also what has ended.")
@json_option
@click.pass_obj
def list_(profile: Profile, sent: bool, every: bool, json_: bool) -> None:
    """List the announcements to me, what asks something of me first."""
    with _desk(profile) as workspace:
        live = workspace.live
        if sent:
            listed = [words.sent_values(one) for one in live.board.sent()]
        else:
            notices = live.informing.notices() + (live.informing.past() if every else ())
            listed = [words.notice_values(one) for one in notices]
    if json_:
        as_json(listed)
        return
    for one in listed:
        click.echo(words.line(one))
    if not listed:
        click.echo("No announcement.")


@command.command("show")
@click.argument("id_", metavar="ID")
@json_option
@click.pass_obj
def show(profile: Profile, id_: str, json_: bool) -> None:
    """Show an announcement to me; it then counts as shown."""
    with _desk(profile) as workspace:
        found = words.one_notice(workspace, id_)
        workspace.live.informing.shown(found.id)
        push(Syncing(workspace))
        found = words.one_notice(workspace, found.id)
    if json_:
        as_json(words.notice_values(found))
        return
    click.echo(words.page(found))


@command.command("ack")
@click.argument("id_", metavar="ID")
@json_option
@click.pass_obj
def ack(profile: Profile, id_: str, json_: bool) -> None:
    """Confirm an announcement, once and for good."""
    with _desk(profile) as workspace:
        found = words.one_notice(workspace, id_)
        workspace.live.informing.acknowledge(found.id)
        said = push(Syncing(workspace))
        found = words.one_notice(workspace, found.id)
    if json_:
        as_json(words.notice_values(found))
        return
    click.echo(f"{words.state_of(found)}\n{said}")


@command.command("answer")
@click.argument("id_", metavar="ID")
@click.argument("answers", metavar="ANSWER...", nargs=-1, required=True)
@json_option
@click.pass_obj
def answer(profile: Profile, id_: str, answers: tuple[str, ...], json_: bool) -> None:
    """Answer its question: the texts chosen, one after the other; a wrong one leaves it open."""
    with _desk(profile) as workspace:
        found = words.one_notice(workspace, id_)
        graded = workspace.live.informing.answer(found.id, answers).graded
        push(Syncing(workspace))
        found = words.one_notice(workspace, found.id)
    if json_:
        as_json({**words.notice_values(found), "right": graded.right,
                 "explanation": graded.explanation})  # fmt: skip
        return
    click.echo(words.verdict(graded))


@command.command("board")
@click.argument("id_", metavar="ID")
@click.option("--csv", "file", type=click.Path(dir_okay=False, path_type=Path),
              help="Write it as a table.")  # fmt: skip
@json_option
@click.pass_obj
def board(profile: Profile, id_: str, file: Path | None, json_: bool) -> None:
    """Show who has received, seen, confirmed and understood an announcement."""
    with _desk(profile) as workspace:
        found = words.one_sent(workspace, id_)
        told = workspace.live.board.board(found.id)
        if file is not None:
            count = workspace.live.board.csv(found.id, file)
            click.echo(f"{count} people written to {file}.", err=json_)
    if json_:
        as_json(words.board_values(told))
    elif file is None:
        click.echo(words.board_page(told))


def _desk(profile: Profile) -> Workspace:
    logs.start_or_say(profile)
    return Workspace(profile)


def _end(workspace: Workspace, id_: str, *, json_: bool) -> None:
    """Send what was done, and say what became of it."""
    said = push(Syncing(workspace))
    state = words.sent_state(workspace, id_)
    if json_:
        as_json({"id": id_, **state})
        return
    click.echo(said)
    _fail_refused(state)


def _fail_refused(state: dict[str, Any]) -> None:
    if state["refused"]:
        raise Trouble(f"The server did not take it: {state['refused']}", "See: kbdesk parked")


def _written(draft: NoticeDraft, asked: dict[str, Any]) -> NoticeDraft:
    """Return a draft with what the options say in the place of what it said."""
    given: dict[str, Any] = {
        name: asked[name] for name in ("title", "starts", "ends") if asked[name] is not None
    }
    if asked["level"] is not None:
        given["level"] = Level(asked["level"])
    if asked["body_file"] is not None:
        given["body"] = _read(asked["body_file"])
    if asked["check_file"] is not None:
        given["check"] = _question(_read(asked["check_file"]))
    if asked["article"] is not None:
        article, anchor = place(asked["article"])
        given["link"] = Link(article, anchor, asked["old"], asked["new"])
    if asked["ack"]:
        given["receipt"] = True
    return replace(draft, **given)


def _read(file: Path) -> str:
    try:
        with click.open_file(str(file), encoding="utf-8") as stream:
            return str(stream.read())
    except (OSError, UnicodeDecodeError) as error:
        raise Trouble(
            f"{file} could not be read: {error}.", "Give a file of UTF-8 text."
        ) from error


def _question(text: str) -> Question:
    lines = [line for line in text.strip().splitlines() if not line.startswith("```")]
    try:
        return parse_question("\n".join(lines))
    except BadQuestion as bad:
        raise Trouble(f"The question is not sound: {bad.sentence}", "Mend its file.") from bad
