"""`kbdesk history`: the versions of an article that this machine keeps."""

import click

from kbdesk import logs
from kbdesk.cli.output import as_json
from kbdesk.core.versions import Version
from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace


@click.command("history")
@click.argument("article_id", metavar="ID")
@click.option("--json", "json_", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def command(profile: Profile, article_id: str, json_: bool) -> None:
    """List the versions of an article, the present one first."""
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        versions = workspace.knowledge.history(article_id)
    if json_:
        as_json({"id": article_id, "versions": [_plain(version) for version in versions]})
        return
    for version in versions:
        click.echo(f"{version.rev:>6}  {_days(version)}{_credit(version)}")


def _plain(version: Version) -> dict[str, object]:
    return {
        "rev": version.rev,
        "since": version.since.isoformat() if version.since else None,
        "until": version.until.isoformat() if version.until else None,
        "proposed_by": version.proposed_by,
        "decided_by": version.decided_by,
        "comment": version.comment,
    }


def _credit(version: Version) -> str:
    if not version.proposed_by:
        return ""
    said = f", “{version.comment}”" if version.comment else ""
    taken = f", taken by {version.decided_by}" if version.decided_by else ""
    return f"  proposed by {version.proposed_by}{taken}{said}"


def _days(version: Version) -> str:
    since = f"{version.since.astimezone():%Y-%m-%d %H:%M}" if version.since else ""
    if version.until is None:
        return f"present{f', since {since}' if since else ''}"
    until = f"until {version.until.astimezone():%Y-%m-%d %H:%M}"
    return f"{since} {until}".strip() if since else until
