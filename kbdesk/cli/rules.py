"""`kbdesk rules`: a supervisor's rules for cards, looked at before they fire."""

from dataclasses import asdict
from pathlib import Path

import click

from kbdesk import logs
from kbdesk.cli.output import as_json
from kbdesk.core.card_rules import Clash
from kbdesk.paths import Profile
from kbdesk.services.contact.rules_check import Checked, check_rules
from kbdesk.services.workspace import Workspace

_CLASHES = {
    Clash.SAME: "“{}” and “{}” have the same conditions and pin other cards: only the order of the "
    "list decides",
    Clash.COVERED: "“{}” and “{}” fire together: the first goes before the second",
    Clash.CROWDED: "“{}” and “{}” may fire together and pin more cards than there is room for",
}


@click.group("rules")
def command() -> None:
    """Check the rules that pin cards to contacts."""


@command.command("check")
@click.argument(
    "file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--json", "json_", is_flag=True, help="Print JSON and nothing else.")
@click.pass_context
def check(ctx: click.Context, file: Path | None, json_: bool) -> None:
    """Say what is wrong or in conflict, and what the rules would have done last week.

    FILE is a rules.yaml that is not yet in the base. The exit code is 1 when something is wrong.
    """
    profile: Profile = ctx.obj
    logs.start_or_say(profile)
    with Workspace(profile) as workspace:
        checked = check_rules(workspace, file)
    if json_:
        as_json(_as_dict(checked))
    else:
        _print(checked)
    ctx.exit(0 if checked.is_clean else 1)


def _as_dict(checked: Checked) -> dict[str, object]:
    idle = {rule.id for rule in checked.idle}
    return {
        "rules": [
            {
                "id": rule.id,
                "title": rule.title,
                "cards": rule.cards,
                "in_force": rule.id not in idle,
                "fired": checked.hits[rule.id],
            }
            for rule in checked.rules
        ],
        "faults": [{**asdict(fault), "sentence": str(fault)} for fault in checked.faults],
        "conflicts": [asdict(conflict) for conflict in checked.conflicts],
        "contacts": checked.contacts,
    }


def _print(checked: Checked) -> None:
    idle = {rule.id for rule in checked.idle}
    for rule in checked.rules:
        state = " (not in force today)" if rule.id in idle else ""
        click.echo(f"{checked.hits[rule.id]:5}  {rule.id}{state}: {', '.join(rule.cards)}")
    if not checked.rules:
        click.echo("There is no rule.")
    click.echo(f"The counts are of the {checked.contacts} contacts of the last week on this desk.")
    for conflict in checked.conflicts:
        said = _CLASHES[conflict.clash].format(conflict.first, conflict.second)
        click.echo(f"Conflict: {said}.")
    for fault in checked.faults:
        click.echo(f"Fault: {fault}")
