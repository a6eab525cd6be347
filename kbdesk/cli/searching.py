"""`kbdesk search`: one question, or a file of them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from kbdesk import logs
from kbdesk.cli.output import as_json, as_json_line
from kbdesk.core.results import Hit
from kbdesk.errors import BadContent
from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace


@click.command("search")
@click.argument("query", nargs=-1)
@click.option(
    "--limit",
    type=click.IntRange(1, 1000),
    default=10,
    show_default=True,
    help="How many hits at most.",
)
@click.option(
    "--batch",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help='A file with one {"id", "text"} a line; needs --json.',
)
@click.option("--json", "json_", is_flag=True, help="Print JSON and nothing else.")
@click.pass_obj
def command(
    profile: Profile, query: tuple[str, ...], limit: int, batch: Path | None, json_: bool
) -> None:
    """Find articles. Words, "exact phrases", -without, space: tag: kind: filters."""
    if bool(query) == bool(batch):
        raise click.UsageError("Give the words to look for, or --batch FILE.")
    if batch and not json_:
        raise click.UsageError("--batch answers in JSON lines: add --json.")
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        workspace.catch_up()
        if batch:
            for question, text in _questions(batch):
                hits = workspace.knowledge.search(text, limit=limit).hits
                as_json_line({"id": question, "hits": [_as_dict(hit) for hit in hits]})
            return
        results = workspace.knowledge.search(" ".join(query), limit=limit)
    if json_:
        as_json(
            {
                "query": results.query,
                "total": results.total,
                "hits": [_as_dict(hit) for hit in results.hits],
            }
        )
        return
    if not results.hits:
        click.echo("Nothing found. Try fewer words, or other ones.")
    for typed, searched in results.corrected:
        click.echo(f"Searched “{searched}” for “{typed}”.")
    for hit in results.hits:
        click.echo(_as_text(hit))


def _questions(batch: Path) -> Iterator[tuple[Any, str]]:
    with batch.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                question = json.loads(line)
                yield question["id"], str(question["text"])
            except (ValueError, KeyError, TypeError) as error:
                raise BadContent(
                    'expected one {"id": ..., "text": ...} a line.', path=str(batch), line=number
                ) from error


def _as_dict(hit: Hit) -> dict[str, Any]:
    return {
        "id": hit.id,
        "title": hit.title.text,
        "space": hit.space,
        "kind": hit.kind.value,
        "score": round(hit.score, 4),
        "heading": hit.heading,
        "anchor": hit.anchor,
        "snippet": hit.snippet.text,
        "updated": hit.updated.isoformat() if hit.updated else None,
        "verified": hit.verified.isoformat() if hit.verified else None,
        "freshness": hit.freshness.value,
    }


def _as_text(hit: Hit) -> str:
    where = f"{hit.id}  ·  {hit.space}" + (f"  ·  {hit.heading}" if hit.heading else "")
    passage = _marked(hit.snippet.text, hit.snippet.spans)
    return "\n".join([click.style(hit.title.text, bold=True), f"  {passage}", f"  {where}"]) + "\n"


def _marked(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    parts, end = [], 0
    for start, stop in spans:
        parts += [text[end:start], click.style(text[start:stop], underline=True)]
        end = stop
    return "".join([*parts, text[end:]])
