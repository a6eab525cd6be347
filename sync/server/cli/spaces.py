"""`kbdesk-server space`: shelves, and who reads and writes in them."""

import click
import msgspec

from sync.server import people, rights, spaces
from sync.server.cli.desk import json_option, now, opened, placed, show, whoever
from sync.server.place import Place
from sync.server.rights import Level


@click.group
def space() -> None:
    """Add shelves, grant and revoke, and ask why someone sees one."""


@space.command
@click.argument("name")
@click.option("--title", default="", help="What people call it.")
@placed
def add(*, place: Place, name: str, title: str) -> None:
    """Add a shelf. Nobody reads it yet."""
    with opened(place) as storage:
        storage.write(lambda t: spaces.add(t, name=name, title=title, now=now(), by=whoever()))
    click.echo(f"Added {name}. Let people read it: kbdesk-server space grant {name} everyone")


@space.command("list")
@click.option("--personal", is_flag=True, help="Also everyone's own space.")
@click.option("--kept", is_flag=True, help="Also those that the server keeps by itself.")
@json_option
@placed
def list_(*, place: Place, personal: bool, kept: bool, as_json: bool) -> None:
    """List the spaces, how much they hold and what is granted in them."""
    with opened(place) as storage:
        found = storage.read(lambda t: spaces.every(t, personal=personal, kept=kept))
    show(found, as_json=as_json, nothing="No spaces.")


@space.command
@click.argument("name")
@click.argument("principal")
@click.option("--write", is_flag=True, help="Write too. Then only such people and admins write.")
@placed
def grant(*, place: Place, name: str, principal: str, write: bool) -> None:
    """Let everyone, role:R, group:G or person:P read a shelf."""
    level = Level.WRITE if write else Level.READ
    with opened(place) as storage:
        storage.write(
            lambda t: spaces.grant(
                t, space=name, principal=principal, level=level, now=now(), by=whoever()
            )
        )
    click.echo(f"{principal} may {'read and write in' if write else 'read'} {name}.")


@space.command
@click.argument("name")
@click.argument("principal")
@placed
def revoke(*, place: Place, name: str, principal: str) -> None:
    """Take back what was granted. Desks remove the texts at their next sync."""
    with opened(place) as storage:
        storage.write(
            lambda t: spaces.revoke(t, space=name, principal=principal, now=now(), by=whoever())
        )
    click.echo(f"Nothing is granted to {principal} in {name} any more.")


@space.command
@click.argument("person")
@click.argument("name")
@json_option
@placed
def why(*, place: Place, person: str, name: str, as_json: bool) -> None:
    """Say why a person sees a space, or that they do not."""
    with opened(place) as storage:
        access = storage.read(lambda t: rights.explain(t, people.known(t, person), name))
    if as_json:
        click.echo(msgspec.json.encode(access))
    else:
        click.echo(access.why)
