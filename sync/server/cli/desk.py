"""What all commands share: where the server is, who is at the keyboard, and how lists are shown."""

import functools
import getpass
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click
import platformdirs

from sync.server.moments import system_clock, written
from sync.server.place import Place
from sync.server.setting_up import set_up
from sync.server.storage.interface import Storage

F = TypeVar("F", bound=Callable[..., Any])


def placed(command: F) -> F:
    """Give a command `place`, from --data and --database."""

    @click.option(
        "--data",
        type=click.Path(file_okay=False, path_type=Path),
        envvar="KBDESK_SERVER_DATA",
        help="Folder of the server. Without it: KBDESK_SERVER_DATA, or the platform's own.",
    )
    @click.option(
        "--database",
        metavar="URL",
        default="",
        envvar="KBDESK_SERVER_DATABASE",
        help="postgresql://… Safer in KBDESK_SERVER_DATABASE: arguments are seen by everyone.",
    )
    @functools.wraps(command)
    def with_place(*args: Any, data: Path | None, database: str, **kwargs: Any) -> Any:
        if database and not database.startswith(("postgresql://", "postgres://")):
            raise click.UsageError("--database is an address like postgresql://user@host/name.")
        own = platformdirs.user_data_path("kbdesk-server", appauthor=False)
        return command(*args, place=Place(data or own, database), **kwargs)

    return with_place  # type: ignore[return-value]  # the wrapper takes what click passes


json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")


@contextmanager
def opened(place: Place) -> Iterator[Storage]:
    """Open the server's database; a new one is set up."""
    storage = place.open()
    try:
        set_up(storage, system_clock)
        yield storage
    finally:
        storage.close()


def now() -> str:
    return written(system_clock())


def whoever() -> str:
    """Return who is at the keyboard, for the audit trail."""
    try:
        return f"{getpass.getuser()} (command line)"
    except (KeyError, OSError):  # an account without a name, as in some containers
        return "command line"


def show(rows: Sequence[NamedTuple], *, as_json: bool, nothing: str) -> None:
    """Print a list as a table for people or as JSON for programs."""
    if as_json:
        dicts = [row._asdict() for row in rows]
        click.echo(json.dumps(dicts, ensure_ascii=False, indent=2, default=str))
        return
    if not rows:
        click.echo(nothing)
        return
    table = [list(rows[0]._fields), *([_cell(value) for value in row] for row in rows)]
    widths = [max(len(row[column]) for row in table) for column in range(len(table[0]))]
    for row in table:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, tuple):
        return " ".join(":".join(one) if isinstance(one, tuple) else str(one) for one in value)
    return str(value)
