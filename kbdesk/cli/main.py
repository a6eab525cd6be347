"""The `kbdesk` command: options that stand before any command, and one calm way to fail.

Commands live in files of their own and are loaded only when asked for, so that `kbdesk search`
does not pay for the window and `kbdesk --help` pays for nothing.
"""

import importlib
import sys
from pathlib import Path

import click

import kbdesk
from kbdesk.errors import Trouble
from kbdesk.paths import Profile

# command name → module that defines it under the same name, with "-" and keywords spelt "_"
COMMANDS = {
    "import": "kbdesk.cli.importing",
    "export": "kbdesk.cli.exporting",
    "search": "kbdesk.cli.searching",
    "show": "kbdesk.cli.showing",
    "history": "kbdesk.cli.history",
    "diff": "kbdesk.cli.diff",
    "rollback": "kbdesk.cli.rollback",
    "suggest": "kbdesk.cli.suggest",
    "review": "kbdesk.cli.review",
    "feedback": "kbdesk.cli.feedback",
    "verify": "kbdesk.cli.verify",
    "login": "kbdesk.cli.login",
    "logout": "kbdesk.cli.logout",
    "sync": "kbdesk.cli.syncing",
    "retire": "kbdesk.cli.retiring",
    "parked": "kbdesk.cli.parked",
    "rules": "kbdesk.cli.rules",
    "announce": "kbdesk.cli.announce",
    "quiz": "kbdesk.cli.quiz",
    "path": "kbdesk.cli.path",
    "gaps": "kbdesk.cli.gaps",
    "steer": "kbdesk.cli.steer",
    "status": "kbdesk.cli.status",
    "open": "kbdesk.cli.opening",
    "doctor": "kbdesk.cli.doctor",
    "demo": "kbdesk.cli.demo",
}


class LateGroup(click.Group):
    """A group that imports a command's module when the command is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name]).command
        return command


@click.group(
    cls=LateGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--profile",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the profile, instead of KBDESK_PROFILE or the platform's own.",
)
@click.version_option(kbdesk.__version__, message="kbdesk %(version)s")
@click.pass_context
def group(ctx: click.Context, profile: Path | None) -> None:
    """Find the right answer, offline, while typing. Without a command: open the desk."""
    ctx.obj = Profile.choose(profile)
    if ctx.invoked_subcommand is None:
        from kbdesk.cli.desk import open_desk  # late: the window's imports are only for the window

        ctx.exit(open_desk(ctx.obj))


def main(arguments: list[str] | None = None) -> None:
    """Run the command line: 0 done, 1 the world's fault in one sentence, 2 usage."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # replaced streams of tests have it too
    try:
        sys.exit(group.main(args=arguments, prog_name="kbdesk", standalone_mode=False) or 0)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except BrokenPipeError:  # the reader of our output went away: nothing left to say
        sys.stderr.close()
        sys.exit(1)
    except Trouble as trouble:
        click.echo(f"kbdesk: {trouble}", err=True)
        sys.exit(1)
