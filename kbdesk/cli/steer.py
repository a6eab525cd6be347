"""`kbdesk steer`: the figures of the boards, exact and offline."""

from dataclasses import asdict
from typing import Any

import click

from kbdesk import logs
from kbdesk.cli.gaps import plain as plain_subject
from kbdesk.cli.output import as_json
from kbdesk.core.figures import Overview, Waiting
from kbdesk.errors import NotAllowed
from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace


@click.command("steer")
@click.option("--json", "json_", is_flag=True, help="Print JSON and nothing else.")
@click.pass_obj
def command(profile: Profile, *, json_: bool) -> None:
    """Say how the base fares: what is missing, to be verified, and waiting for somebody."""
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        if not workspace.live.me().writes:
            raise NotAllowed(
                "These figures are for supervisors, authors and administrators.",
                "Sign in as one of them.",
            )
        found = workspace.live.steering.overview()
    if json_:
        as_json(plain(found))
        return
    trusted = found.trusted
    click.echo(f"{len(found.subjects)} subject(s) missing, asked {found.open_gaps} time(s)")
    click.echo(
        f"{trusted.articles} articles: {trusted.verified} verified, {trusted.stale} to review, "
        f"{trusted.never} never verified"
    )
    for shelf in found.shelves:
        own = shelf.trusted
        click.echo(f"    {shelf.title}: {own.verified} / {own.stale} / {own.never}")
    click.echo(f"Suggestions: {_waiting(found.suggestions)}, {found.suggestions.clashes} clash(es)")
    click.echo(f"Remarks: {_waiting(found.remarks)}")
    notices = found.notices
    click.echo(
        f"Announcements: {notices.in_force} in force, {notices.done} of {notices.expected} done, "
        f"{notices.late} late"
    )
    for weak in found.weak:
        click.echo(f"    weak: {weak.title}, {weak.right} of {weak.asked} right")


def _waiting(one: Waiting) -> str:
    return f"{one.count} waiting, the oldest {one.oldest} day(s), {one.late} late"


def plain(found: Overview) -> dict[str, Any]:
    """Write the figures in plain values."""
    said = asdict(found)
    said["subjects"] = [plain_subject(one) for one in found.subjects]
    said["verify_first"] = [
        {"article": one.article, "title": one.title, "views": one.views, "age": one.age}
        for one in found.verify_first
    ]
    return said
