"""`kbdesk-server user`: who there is."""

import sys

import click

from sync.server import passwords, people
from sync.server.cli.desk import json_option, now, opened, placed, show, whoever
from sync.server.place import Place
from sync.server.principal import Role

role_option = click.Choice([role.value for role in Role])
password_option = click.option(
    "--password-stdin",
    is_flag=True,
    help="Read the password from the first line of standard input.",
)


@click.group
def user() -> None:
    """Add, list and change people."""


@user.command
@click.argument("name")
@click.option("--role", type=role_option, required=True)
@click.option("--group", "groups", multiple=True, help="A group to be in; may be said often.")
@click.option("--full-name", default="")
@password_option
@placed
def add(
    *,
    place: Place,
    name: str,
    role: str,
    groups: tuple[str, ...],
    full_name: str,
    password_stdin: bool,
) -> None:
    """Add a person. Their password is asked for, read, or made up and shown once."""
    people.check_name(name)
    password = _password(from_stdin=password_stdin)
    with opened(place) as storage:
        storage.write(
            lambda t: people.add(
                t,
                name=name,
                role=Role(role),
                password=password.text,
                full_name=full_name,
                groups=groups,
                now=now(),
                by=whoever(),
            )
        )
    click.echo(f"Added {name} ({role}).")
    password.tell()


@user.command("list")
@json_option
@placed
def list_(*, place: Place, as_json: bool) -> None:
    """List the people."""
    with opened(place) as storage:
        found = storage.read(people.everyone)
    show(found, as_json=as_json, nothing="Nobody yet. Add someone: kbdesk-server user add NAME")


@user.command
@click.argument("name")
@placed
def disable(*, place: Place, name: str) -> None:
    """Shut a person out at once; what they wrote stays."""
    _set_disabled(place, name, disabled=True)
    click.echo(f"{name} is shut out and signed out everywhere.")


@user.command
@click.argument("name")
@placed
def enable(*, place: Place, name: str) -> None:
    """Let a person in again."""
    _set_disabled(place, name, disabled=False)
    click.echo(f"{name} may sign in again.")


@user.command
@click.argument("name")
@password_option
@placed
def password(*, place: Place, name: str, password_stdin: bool) -> None:
    """Set a person's password; they are signed out everywhere."""
    chosen = _password(from_stdin=password_stdin)
    with opened(place) as storage:
        storage.write(
            lambda t: people.set_password(
                t, name=name, password=chosen.text, now=now(), by=whoever()
            )
        )
    click.echo(f"The password of {name} is changed; their desks must sign in again.")
    chosen.tell()


@user.command
@click.argument("name")
@click.argument("role", type=role_option)
@placed
def role(*, place: Place, name: str, role: str) -> None:
    """Give a person another role."""
    with opened(place) as storage:
        storage.write(
            lambda t: people.set_role(t, name=name, role=Role(role), now=now(), by=whoever())
        )
    click.echo(f"{name} is {role} now.")


class _Password:
    """A password, and whether its owner knows it already."""

    def __init__(self, text: str, *, made_up: bool = False) -> None:
        self.text = text
        self._made_up = made_up

    def tell(self) -> None:
        if self._made_up:
            click.echo(f"Password, shown this once: {self.text}")


def _password(*, from_stdin: bool) -> _Password:
    """Get a password in a way that leaves it in no history and no list of processes."""
    if from_stdin:
        found = _Password(sys.stdin.readline().rstrip("\r\n"))
    elif sys.stdin.isatty():
        found = _Password(click.prompt("Password", hide_input=True, confirmation_prompt=True))
    else:
        return _Password(passwords.made_up(), made_up=True)
    people.check_password(found.text)
    return found


def _set_disabled(place: Place, name: str, *, disabled: bool) -> None:
    with opened(place) as storage:
        storage.write(
            lambda t: people.disable(t, name=name, disabled=disabled, now=now(), by=whoever())
        )
