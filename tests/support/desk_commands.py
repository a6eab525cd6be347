"""The command line of the desk, run in this process against a real server."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from kbdesk.cli.main import group
from kbdesk.errors import Trouble
from tests.support.sync_server import PASSWORD, SyncServer


def desk(profile: Path, *arguments: str, said: str = "", code: int = 0) -> str:
    """Run a command of `kbdesk` in a profile, here; return what it said, troubles too."""
    result = CliRunner().invoke(group, ["--profile", str(profile), *arguments], input=said)
    if isinstance(result.exception, Trouble):
        assert code == 1, result.exception
        return f"{result.output}kbdesk: {result.exception}"
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == code, result.output
    return str(result.stdout if code == 0 else result.output)


def sign_in(profile: Path, server: SyncServer, person: str) -> None:
    desk(profile, "login", server.url, "--user", person, "--password-stdin", said=f"{PASSWORD}\n")


def sync_until(profile: Path, come: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """Sync until it says what is waited for: the server hears of other processes in a moment."""
    for _ in range(60):
        said: dict[str, Any] = json.loads(desk(profile, "sync", "--json"))
        if come(said):
            return said
        time.sleep(0.2)
    raise AssertionError(said)
