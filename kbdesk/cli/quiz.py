"""`kbdesk quiz`: what is due, answers, and questions in and out."""

from pathlib import Path
from typing import Any

import click

from kbdesk import logs
from kbdesk.cli.output import as_json
from kbdesk.core.quiz import Due, Marked
from kbdesk.errors import Trouble, UnknownArticle
from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace

SHORTEST = 6  # letters of an id that may stand for the whole
_AS_JSON = click.option("--json", "json_", is_flag=True, help="Print JSON and nothing else.")


@click.group("quiz")
def command() -> None:
    """Learn by questions, with or without a network."""


@command.command("due")
@_AS_JSON
@click.pass_context
def due(ctx: click.Context, json_: bool) -> None:
    """List what is to be asked today, in its order.

    JSON goes on with what is new and for another day ("today" is then false).
    """
    with _workspace(ctx) as workspace:
        coaching = workspace.live.coaching
        today, found = coaching.due_count(), coaching.due(all_new=True)
    if json_:
        as_json([_due_dict(one) | {"today": n < today} for n, one in enumerate(found)])
        return
    _show(found[:today], "Nothing is due.", json_=False)
    if later := len(found) - today:
        click.echo(f"{later} more are new to you, for other days.")


@command.command("list")
@click.argument("article", required=False, default="")
@click.option("--asleep", is_flag=True, help="Those whose passage changed, where you write.")
@_AS_JSON
@click.pass_context
def list_(ctx: click.Context, article: str, asleep: bool, json_: bool) -> None:
    """List the questions of the base, or of ARTICLE."""
    with _workspace(ctx) as workspace:
        if article and workspace.articles.rid(article) is None:
            raise UnknownArticle(article)
        if asleep:
            rows = [
                {"id": one.id, "article": one.tested.article, "text": one.text,
                 "passage": one.tested.text}
                for one in workspace.live.coaching.asleep()
                if article in {"", one.tested.article}
            ]  # fmt: skip
            _show_asleep(rows, json_=json_)
            return
        found = workspace.live.coaching.asking(article)
    _show(found, "There is no question.", json_=json_)


@command.command("answer")
@click.argument("question")
@click.argument("answer", nargs=-1, required=True)
@_AS_JSON
@click.pass_context
def answer(ctx: click.Context, question: str, answer: tuple[str, ...], json_: bool) -> None:
    """Answer QUESTION, by its id or the beginning of it.

    ANSWER is the text of an answer, or its number as `kbdesk quiz due` shows it; several for
    questions with several. To order, give all in their order; to match, the right side of each.
    """
    with _workspace(ctx) as workspace:
        coaching = workspace.live.coaching
        due = _found(coaching.asking(), question)
        marked = coaching.answer_alone(due, _texts(due, answer))
    if json_:
        as_json(_as_dict(marked))
        return
    click.echo("Right." if marked.right else "Wrong.")
    if not marked.right:
        click.echo(f"Right would be: {'; '.join(marked.solution)}")
    if marked.explanation:
        click.echo(marked.explanation)
    click.echo(f"{marked.tested.title}: {marked.tested.text}")
    click.echo(f"Asked again on {marked.again.astimezone():%Y-%m-%d}.")


@command.command("history")
@click.argument("question")
@_AS_JSON
@click.pass_context
def history(ctx: click.Context, question: str, json_: bool) -> None:
    """Show my answers to QUESTION, each as it was marked then."""
    with _workspace(ctx) as workspace:
        rows: list[dict[str, Any]] = [
            {"at": one.at, "text": one.asked.text, "answer": one.answer, "right": one.right}
            for one in workspace.live.coaching.history(question)
        ]
    if json_:
        as_json(rows)
        return
    for row in rows:
        mark = "right" if row["right"] else "wrong"
        click.echo(f"{row['at']:%Y-%m-%d %H:%M}  {mark}  {'; '.join(row['answer'])}")


@command.command("confirm")
@click.argument("questions", nargs=-1, required=True)
@_AS_JSON
@click.pass_context
def confirm(ctx: click.Context, questions: tuple[str, ...], json_: bool) -> None:
    """Wake QUESTIONS that sleep: they fit their passage as it stands."""
    with _workspace(ctx) as workspace:
        coaching = workspace.live.coaching
        asleep = {one.id for one in coaching.asleep()}
        ids = [_whole(id_, asleep) for id_ in questions]
        waits = coaching.confirm(ids).outbox
    if json_:
        as_json({"confirmed": ids, "waits": waits})
    else:
        click.echo(f"{len(ids)} confirmed{', to be sent with the next sync' if waits else ''}.")


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--into", "article", required=True, help="The article that asks them.")
@_AS_JSON
@click.pass_context
def import_(ctx: click.Context, file: Path, article: str, json_: bool) -> None:
    """Add the questions of FILE, in Moodle's GIFT format, to the end of an article."""
    with _workspace(ctx) as workspace:
        report, changes = workspace.live.coaching.import_gift(file, article)
        if changes.articles:
            workspace.catch_up()
    said = {"carried": report.carried, "known": report.known, "waits": changes.outbox}
    _report(said, report.left_out, json_=json_)


@command.command("export")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--article", "articles", multiple=True, help="Only of this one; may be repeated.")
@_AS_JSON
@click.pass_context
def export(ctx: click.Context, file: Path, articles: tuple[str, ...], json_: bool) -> None:
    """Write questions to FILE in Moodle's GIFT format."""
    with _workspace(ctx) as workspace:
        report = workspace.live.coaching.export_gift(file, articles)
    _report({"carried": report.carried}, report.left_out, json_=json_)


@command.command("figures")
@_AS_JSON
@click.pass_context
def figures(ctx: click.Context, json_: bool) -> None:
    """Show how questions fare with everybody; of fewer than five people nothing is shown."""
    with _workspace(ctx) as workspace:
        rows = [
            {"question": row.question, "article": row.article, "text": row.text,
             "masked": row.masked, "people": row.people, "asked": row.asked, "right": row.right}
            for row in workspace.live.coaching.figures()
        ]  # fmt: skip
    if json_:
        as_json(rows)
        return
    for row in rows:
        told = "few people" if row["masked"] else f"{row['right']} of {row['asked']} right"
        click.echo(f"{told:>20}  {row['article']}: {row['text']}")


def _workspace(ctx: click.Context) -> Workspace:
    profile: Profile = ctx.obj
    logs.start_or_say(profile)
    return Workspace(profile)


def _show(found: tuple[Due, ...], nothing: str, *, json_: bool) -> None:
    if json_:
        as_json([_due_dict(one) for one in found])
        return
    for one in found:
        click.echo(f"{one.id[:12]}  {one.tested.title}")
        click.echo(f"    {one.asked.text}")
        if one.changed is not None:
            click.echo(f"    The passage has changed: {one.changed.new}")
        for left in one.lefts:
            click.echo(f"    {left} => ?")
        for number, choice in enumerate(one.choices, 1):
            click.echo(f"    {number}  {choice}")
    if not found:
        click.echo(nothing)


def _due_dict(one: Due) -> dict[str, Any]:
    changed = {"old": one.changed.old, "new": one.changed.new} if one.changed else None
    return {
        "id": one.id,
        "kind": one.asked.kind.value,
        "text": one.asked.text,
        "choices": one.choices,
        "lefts": one.lefts,
        "article": one.tested.article,
        "title": one.tested.title,
        "anchor": one.tested.anchor,
        "space": one.tested.space,
        "since": one.since,
        "times": one.times,
        "changed": changed,
        "seconds": one.seconds,
    }


def _as_dict(marked: Marked) -> dict[str, Any]:
    return {
        "id": marked.id,
        "question": marked.question,
        "right": marked.right,
        "answer": marked.given,
        "solution": marked.solution,
        "explanation": marked.explanation,
        "article": marked.tested.article,
        "anchor": marked.tested.anchor,
        "passage": marked.tested.text,
        "again": marked.again,
    }


def _show_asleep(rows: list[dict[str, Any]], *, json_: bool) -> None:
    if json_:
        as_json(rows)
        return
    for row in rows:
        click.echo(f"{row['id'][:12]}  {row['article']}: {row['text']}")
        click.echo(f"    {row['passage']}")
    if not rows:
        click.echo("No question sleeps where you write.")


def _found(asking: tuple[Due, ...], id_: str) -> Due:
    whole = _whole(id_, {one.id for one in asking})
    return next(one for one in asking if one.id == whole)


def _whole(id_: str, known: set[str]) -> str:
    """Return the id that begins so; raise a Trouble where none does, or several."""
    fits = [one for one in known if one.startswith(id_)] if len(id_) >= SHORTEST else []
    if len(fits) != 1:
        raise Trouble(
            f"“{id_}” is not the id of one question that can be asked now.",
            "See which are: kbdesk quiz list",
        )
    return fits[0]


def _texts(due: Due, answer: tuple[str, ...]) -> tuple[str, ...]:
    """Take numbers for the answers they stand before, unless they are answers themselves."""
    if not due.choices or any(text in due.choices for text in answer):
        return answer if due.choices else (" ".join(answer),)
    numbers = [int(text) for text in answer if text.isascii() and text.isdigit()]
    if len(numbers) < len(answer) or not all(0 < n <= len(due.choices) for n in numbers):
        return answer
    return tuple(due.choices[number - 1] for number in numbers)


def _report(said: dict[str, Any], left_out: tuple[Any, ...], *, json_: bool) -> None:
    if json_:
        rows = [
            {"what": one.what, "why": one.why, "line": one.line, "whole": one.whole}
            for one in left_out
        ]
        as_json({**said, "left_out": rows})
        return
    click.echo(f"{said['carried']} questions carried.")
    if said.get("known"):
        click.echo(f"{said['known']} were asked there already.")
    if said.get("waits"):
        click.echo("They wait for the next sync.")
    for one in left_out:
        click.echo(f"Left out: {one}")
