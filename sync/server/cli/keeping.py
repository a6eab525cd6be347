"""`kbdesk-server snapshot|backup|restore|check|audit`: what keeps a server well."""

import json
from itertools import islice
from pathlib import Path

import click

from sync.server import audit as trail
from sync.server import backup as backups
from sync.server import check as checking
from sync.server import spaces
from sync.server.cli.desk import json_option, now, opened, placed, show, whoever
from sync.server.errors import Trouble
from sync.server.moments import system_clock
from sync.server.place import Place
from sync.server.snapshots import Snapshots
from sync.server.storage.interface import Storage

SHOWN = 100  # complaints of a check


@click.command
@click.argument("names", nargs=-1, metavar="[SPACE]...")
@click.option("--cut", is_flag=True, help="Also cut the log behind the older snapshot.")
@placed
def snapshot(*, place: Place, names: tuple[str, ...], cut: bool) -> None:
    """Make snapshots for first syncs, of all shelves or of those named.

    The server makes them itself when a space has grown by a thousand changes.
    """
    _must_exist(place)
    with opened(place) as storage:
        snapshots = Snapshots(storage, place.folder / "snapshots", system_clock)
        for name in _chosen(storage, names):
            made = snapshots.build(name)
            said = f"{made.rows} rows, {made.size} bytes" if made else "there is one already"
            click.echo(f"{name}: {said}.")
            if cut:
                click.echo(f"{name}: the log begins after {snapshots.cut(name)}.")


@click.command
@click.argument("file", type=click.Path(path_type=Path))
@placed
def backup(*, place: Place, file: Path) -> None:
    """Write everything into one new file. The server may run meanwhile."""
    _must_exist(place)
    with opened(place) as storage:
        size = backups.backup(storage, file)
        storage.write(
            lambda t: trail.note(t, at=now(), who=whoever(), what="backup", about=file.name)
        )
    click.echo(f"Wrote {file}: {size} bytes.")


@click.command
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="On PostgreSQL: replace the server that is there.")
@placed
def restore(*, place: Place, file: Path, replace: bool) -> None:
    """Put a backup in place. Stop the server first; desks offer again what was lost since."""
    kept = backups.restore(place, file, now=system_clock(), by=whoever(), replace=replace)
    click.echo("Restored. Desks will compare their copy and send again what the backup lacks.")
    click.echo("Sessions stand as they stood then: end one with kbdesk-server user password NAME")
    if kept is not None:
        click.echo(f"What was there before is kept as {kept}.")


@click.command
@json_option
@placed
def check(*, place: Place, as_json: bool) -> None:
    """Check logs, entities, counts and hashes; exit 1 when something is wrong."""
    _must_exist(place)
    with opened(place) as storage:
        found = storage.read(lambda t: list(islice(checking.complaints(t), SHOWN)))
    if as_json:
        click.echo(json.dumps({"sound": not found, "complaints": found}, ensure_ascii=False))
    else:
        for complaint in found:
            click.echo(complaint)
    if found:
        raise Trouble("Something is wrong.", "Stop the server and restore the last good backup.")
    if not as_json:
        click.echo("All is well.")


@click.command
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1, 100_000))
@json_option
@placed
def audit(*, place: Place, limit: int, as_json: bool) -> None:
    """Show who did what, the newest last."""
    _must_exist(place)
    with opened(place) as storage:
        found = storage.read(lambda t: trail.latest(t, limit))
    show(found, as_json=as_json, nothing="Nothing yet.")


def _must_exist(place: Place) -> None:
    if not place.exists:
        raise Trouble(f"There is no server in {place.folder}.", "Name its folder with --data.")


def _chosen(storage: Storage, names: tuple[str, ...]) -> list[str]:
    found = storage.read(lambda t: spaces.every(t, personal=True, kept=True))
    there = [one.name for one in found if one.sort != "tally"]
    for name in names:
        if name not in there:
            raise Trouble(f"There is no space {name}.", "See: kbdesk-server space list")
    return list(names) or [one.name for one in found if one.sort in spaces.GRANTABLE]
