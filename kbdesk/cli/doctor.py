"""`kbdesk doctor`: look at everything that can go wrong on this machine, and say what to do."""

import click

from kbdesk.paths import Profile
from kbdesk.services.health import examine


@click.command("doctor")
@click.option("--repair", is_flag=True, help="Mend what can be mended without losing anything.")
@click.pass_context
def command(ctx: click.Context, repair: bool) -> None:
    """Check files, index, clock and fonts; exit 1 when something needs a hand."""
    profile: Profile = ctx.obj
    findings = examine(profile, repair=repair)
    for finding in findings:
        sign = "ok  " if finding.fine else "FAIL"
        click.echo(f"{sign}  {finding.subject}: {finding.sentence}")
        if finding.remedy:
            click.echo(f"      {finding.remedy}")
    ctx.exit(0 if all(finding.fine for finding in findings) else 1)
