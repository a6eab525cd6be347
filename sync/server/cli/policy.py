"""`kbdesk-server policy`: what is asked of copies that are not refreshed."""

import click
import msgspec

from sync.protocol.wire import Policy
from sync.server import policy as asked
from sync.server.cli.desk import json_option, now, opened, placed, whoever
from sync.server.place import Place

HOURS, DAYS = click.IntRange(0, 366 * 24), click.IntRange(0, 3660)
LONGEST = 40  # letters of the name of a class
MOST = 50  # classes


@click.command("policy")
@click.option("--stale-after", type=HOURS, help="Hours until a desk says that it may be old.")
@click.option("--lease-days", type=DAYS, help="Days until the texts on a desk lock; 0: never.")
@click.option(
    "--class",
    "classes",
    type=(str, HOURS),
    multiple=True,
    metavar="NAME HOURS",
    help="Hours until articles of a class ask for care before they are copied; 0: never.",
)
@json_option
@placed
def policy(
    *,
    place: Place,
    stale_after: int | None,
    lease_days: int | None,
    classes: tuple[tuple[str, int], ...],
    as_json: bool,
) -> None:
    """Say, or change, what is asked of desks that could not sync for a while."""
    given = {
        key: value
        for key, value in (("stale_after", stale_after), ("lease_days", lease_days))
        if value is not None
    }
    with opened(place) as storage:
        found = storage.read(asked.policy_of) or Policy()
        new = msgspec.structs.replace(found, classes=found.classes | _named(classes), **given)
        if len(new.classes) > MOST:
            raise click.UsageError(f"No more than {MOST} classes.")
        if new != found:
            storage.write(lambda t: asked.ask(t, new, now=now(), by=whoever()))
    click.echo(msgspec.json.encode(msgspec.structs.asdict(new)) if as_json else _told(new))


def _named(classes: tuple[tuple[str, int], ...]) -> dict[str, int]:
    named = {name.strip().casefold(): hours for name, hours in classes}
    if any(not name or len(name) > LONGEST or not name.isprintable() for name in named):
        raise click.UsageError(f"The name of a class is a word of at most {LONGEST} letters.")
    return named


def _told(policy: Policy) -> str:
    def after(number: int, unit: str) -> str:
        return f"after {number} {unit}" if number else "never"

    lines = [
        f"A desk says that it may be out of date: {after(policy.stale_after, 'h')}.",
        f"Its texts lock: {after(policy.lease_days, 'd')}.",
    ]
    lines += [
        f"Articles of class {name} ask for care before they are copied: {after(hours, 'h')}."
        for name, hours in sorted(policy.classes.items())
    ]
    return "\n".join(lines)
