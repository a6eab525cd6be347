"""`kbdesk diff`: what changed between two versions of an article, word by word.

What is gone stands in `[-…-]` and what is new in `{+…+}`, as `git diff --word-diff` writes it, so
that it reads without colours, in a file, and aloud.
"""

import click

from kbdesk import logs
from kbdesk.cli.output import as_json
from kbdesk.core.versions import Comparison
from kbdesk.core.word_diff import Line, Mark
from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace

AROUND = 2  # lines shown before and after a change
_SIGNS = {Mark.SAME: ("", ""), Mark.GONE: ("[-", "-]"), Mark.NEW: ("{+", "+}")}


@click.command("diff")
@click.argument("article_id", metavar="ID")
@click.argument("older", metavar="REV", type=int)
@click.argument("newer", metavar="REV", type=int)
@click.option("--json", "json_", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def command(profile: Profile, article_id: str, older: int, newer: int, json_: bool) -> None:
    """Compare two versions of an article word by word."""
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        found = workspace.knowledge.compare(article_id, older, newer)
    if json_:
        as_json(_plain(article_id, found))
        return
    for line in _near_changes(found.lines):
        click.echo("…" if line is None else shown(line))


def shown(line: Line) -> str:
    """Write a line with its changes marked."""
    pieces = ((*_SIGNS[piece.mark], piece.text) for piece in line.pieces)
    return "".join(before + text + after for before, after, text in pieces)


def _near_changes(lines: tuple[Line, ...]) -> list[Line | None]:
    """Keep the changed lines and those around them; None stands for what was left out."""
    changed = [at for at, line in enumerate(lines) if line.changed]
    near = sorted({i for at in changed for i in range(at - AROUND, at + AROUND + 1)})
    kept: list[Line | None] = []
    last = -1
    for at in near:
        if 0 <= at < len(lines):
            kept += [None] if at > last + 1 else []
            kept.append(lines[at])
            last = at
    return [*kept, None] if kept and last < len(lines) - 1 else kept


def _plain(article_id: str, found: Comparison) -> dict[str, object]:
    return {
        "id": article_id,
        "older": found.older.rev,
        "newer": found.newer.rev,
        "lines": [
            {
                "before": line.before,
                "after": line.after,
                "pieces": [[piece.mark.value, piece.text] for piece in line.pieces],
            }
            for line in found.lines
        ],
    }
