"""The real server in a process of its own, looked after by its own command line."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from kbdesk.cli.main import group
from kbdesk.errors import Trouble
from tests.support.ports import lasting_port
from tests.support.shared_data import CHECKOUT

SERVER = (sys.executable, "-m", "sync.server")
PASSWORD = "a long enough secret"  # noqa: S105  # of made-up people


class ServerProcess:
    """One server with its data in a folder; it may be stopped, restored and started again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.url = ""
        self._port = lasting_port()
        self._process: subprocess.Popen[str] | None = None

    def run(self, *arguments: str, said: str = "") -> str:
        """Run a command of `kbdesk-server`; it must be content."""
        done = subprocess.run(
            [*SERVER, *arguments, "--data", str(self.folder)],
            cwd=CHECKOUT,
            input=said,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def add_person(self, name: str, role: str, *groups: str) -> None:
        memberships = [word for group in groups for word in ("--group", group)]
        self.run(
            "user", "add", name, "--role", role, *memberships, "--password-stdin",
            said=f"{PASSWORD}\n",
        )  # fmt: skip

    def start(self) -> "ServerProcess":
        """Start it, every time at the same address, and wait until it listens."""
        log = (self.folder.parent / f"{self.folder.name}.log").open("a", encoding="utf-8")
        self._process = subprocess.Popen(
            [*SERVER, "serve", "--data", str(self.folder), "--port", str(self._port)],
            cwd=CHECKOUT,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        log.close()
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line.startswith("Listening on "):
            self.stop()
            raise AssertionError(f"The server did not start: {line}")
        self.url = line.removeprefix("Listening on ").strip()
        return self

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.communicate(timeout=30)
            self._process = None

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid


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


def sign_in(profile: Path, server: ServerProcess, person: str) -> None:
    desk(profile, "login", server.url, "--user", person, "--password-stdin", said=f"{PASSWORD}\n")


def sync_until(profile: Path, come: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """Sync until it says what is waited for: the server hears of other processes in a moment."""
    for _ in range(60):
        said: dict[str, Any] = json.loads(desk(profile, "sync", "--json"))
        if come(said):
            return said
        time.sleep(0.2)
    raise AssertionError(said)


def peopled(folder: Path) -> Path:
    """Make the data of a server with an author, an agent, another author and a supervisor."""
    process = ServerProcess(folder)
    process.add_person("ana", "author")
    process.add_person("bo", "agent", "niveau2")
    process.add_person("cy", "author")
    process.add_person("sam", "supervisor")
    return folder
