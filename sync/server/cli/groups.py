"""`kbdesk-server group`: people who are granted things together."""

import click

from sync.server import spaces
from sync.server.cli.desk import json_option, now, opened, placed, show, whoever
from sync.server.place import Place


@click.group
def group() -> None:
    """Add groups, and people to them."""


@group.command
@click.argument("name")
@click.option("--title", default="")
@placed
def add(*, place: Place, name: str, title: str) -> None:
    """Add a group."""
    with opened(place) as storage:
        storage.write(
            lambda t: spaces.add_group(t, name=name, title=title, now=now(), by=whoever())
        )
    click.echo(f"Added the group {name}.")


@group.command("list")
@json_option
@placed
def list_(*, place: Place, as_json: bool) -> None:
    """List the groups and who is in them."""
    with opened(place) as storage:
        found = storage.read(spaces.groups)
    show(found, as_json=as_json, nothing="No groups yet.")


@group.command
@click.argument("group")
@click.argument("person")
@click.option("--remove", is_flag=True, help="Take the person out instead.")
@placed
def member(*, place: Place, group: str, person: str, remove: bool) -> None:
    """Put a person into a group, or take them out."""
    change = spaces.leave if remove else spaces.join
    with opened(place) as storage:
        storage.write(lambda t: change(t, group=group, person=person, now=now(), by=whoever()))
    click.echo(f"{person} is {'no longer' if remove else 'now'} in {group}.")
