"""The way in: commands by group, and one calm way to fail.

Exit 0 done; 1 the world's fault, one sentence on standard error with what to do; 2 usage.
"""

import sys

import click

from sync.server.cli.groups import group as group_commands
from sync.server.cli.keeping import audit, backup, check, restore, snapshot
from sync.server.cli.policy import policy
from sync.server.cli.serving import serve
from sync.server.cli.spaces import space
from sync.server.cli.users import user
from sync.server.errors import Refusal, Trouble


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def commands() -> None:
    """Run and look after the central server of kbdesk."""


PLACES = (serve, user, group_commands, space, policy)
KEEPING = (snapshot, backup, restore, check, audit)
for command in (*PLACES, *KEEPING):
    commands.add_command(command)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; always exits."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # replaced streams of tests have it too
    try:
        status = commands.main(args=arguments, prog_name="kbdesk-server", standalone_mode=False)
        sys.exit(status or 0)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except BrokenPipeError:  # the reader of our output went away: nothing left to say
        sys.stderr.close()
        sys.exit(1)
    except (Trouble, Refusal) as trouble:
        click.echo(f"kbdesk-server: {trouble}", err=True)
        sys.exit(1)
