"""`kbdesk sync`: one pass, and what it did."""

from typing import Any

import click

from kbdesk import logs
from kbdesk.cli.output import as_json, progress
from kbdesk.paths import Profile
from kbdesk.services.connected.syncing import Passed, Syncing, SyncStatus
from kbdesk.services.workspace import Workspace


@click.command("sync")
@click.option("--check", is_flag=True, help="Compare the whole copy with the server's, too.")
@click.option("--json", "json_", is_flag=True, help="Print JSON and nothing else.")
@click.pass_obj
def command(profile: Profile, check: bool, json_: bool) -> None:
    """Send what was done here, fetch what is new."""
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        syncing = Syncing(workspace)
        passed = run(syncing, check=check or None)
        status = syncing.status()
        articles = workspace.articles.count()
    if json_:
        as_json(_as_dict(passed, status, articles))
        return
    click.echo(summary(passed, status))


def run(syncing: Syncing, *, check: bool | None = None) -> Passed:
    """Run one pass with a bar where someone watches, then make what came searchable."""
    try:
        with progress("Syncing") as advance:
            return syncing.sync_once(lambda at: advance(at.done, at.total), check=check)
    finally:
        with progress("Reading") as advance:
            syncing.read_on(advance)


def summary(passed: Passed, status: SyncStatus) -> str:
    report = passed.report
    sent = f"{report.pushed} sent, {report.pulled} fetched"
    lines = [f"{sent}, {status.waiting} waiting, {status.refused} not taken."]
    lines += [f"No longer yours to read: {space}." for space in report.dropped]
    lines += [one.said for one in report.alerts]
    lines += [f"{one.about or one.kind}: {one.reason}" for one in status.parked]
    if status.parked:
        lines.append("Look at them with: kbdesk parked")
    return "\n".join(lines)


def _as_dict(passed: Passed, status: SyncStatus, articles: int) -> dict[str, Any]:
    report = passed.report
    return {
        "pushed": report.pushed,
        "pulled": report.pulled,
        "waiting": status.waiting,
        "refused": status.refused,
        "removed": report.removed,
        "mended": report.mended,
        "attachments": report.attachments,
        "dropped": report.dropped,
        "alerts": [one.said for one in report.alerts],
        "checked": report.checked,
        "state": status.state,
        "articles": articles,
    }
