"""A real central server for tests: its own process, a real port, a temporary folder.

`start` waits until it answers, every time at the same address; `stop` is SIGTERM and checks that it
went quietly, `kill` is -9. People are added straight into its database, as the command line does
from another process; `run` is that command line. Everybody has the same password.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import requests

from sync.server import people
from sync.server.moments import system_clock, written
from sync.server.principal import Role
from tests.support.one_password import hashed_once
from tests.support.ports import lasting_port
from tests.support.serving import opened
from tests.support.shared_data import CHECKOUT

PASSWORD = "correct horse battery"
PATIENCE = 60.0


def wait_for(condition: Callable[[], Any], what: str, patience: float = PATIENCE) -> Any:
    """Wait until something is so, and return it; fail saying what never came."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        if found := condition():
            return found
        time.sleep(0.01)
    raise AssertionError(f"Never came: {what}")


class SyncServer:
    """One server process over one folder, or over a PostgreSQL database."""

    def __init__(self, folder: Path, database: str = "", **settings: Any) -> None:
        self.folder = folder
        self.database = database
        self.settings = {"log_level": "WARNING", **settings}
        self.url = ""
        self.verify: str | bool = True  # the certificate to believe
        self.stderr: list[str] = []
        self._port = 0
        self._process: subprocess.Popen[str] | None = None
        self._reader: threading.Thread | None = None

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def start(self, port: int = 0) -> "SyncServer":
        """Start the process, anywhere or where it was before, and wait until it answers."""
        self._port = port or self._port or lasting_port()
        command = [sys.executable, "-m", "tests.support.serving", str(self.folder)]
        command += [json.dumps(self.settings), "127.0.0.1", str(self._port)]
        command += [self.database]
        self._process = subprocess.Popen(
            command,
            cwd=CHECKOUT,
            env=os.environ | {"PYTHONUTF8": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._reader = threading.Thread(target=self._read, args=(self._process,), daemon=True)
        self._reader.start()
        assert self._process.stdout is not None
        line = self._process.stdout.readline().split()
        assert line[:2] == ["Listening", "on"], f"The server said {line} and {self.stderr}"
        self.url = line[2]
        wait_for(self._healthy, "an answer of /health")
        return self

    def stop(self) -> list[str]:
        """End it with SIGTERM; return what it wrote on stderr."""
        process = self._process
        assert process is not None
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0, self.stderr
        return self._ended()

    def kill(self) -> list[str]:
        """Kill it where it stands."""
        assert self._process is not None
        self._process.kill()
        self._process.wait(PATIENCE)
        return self._ended()

    def abandon(self) -> int:
        """Return the exit code of a process that ends by itself."""
        assert self._process is not None
        code = self._process.wait(PATIENCE)
        self._ended()
        return code

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def run(self, *arguments: str) -> str:
        """Run a command of `kbdesk-server` on its folder; it must be content."""
        done = subprocess.run(
            [sys.executable, "-m", "sync.server", *arguments, "--data", str(self.folder)],
            cwd=CHECKOUT,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def add_person(self, name: str, role: str = "agent", groups: tuple[str, ...] = ()) -> None:
        """Add somebody, with the password that everyone has here."""
        with hashed_once(), closing(opened(self.folder, self.database)) as storage:
            storage.write(
                lambda t: people.add(
                    t,
                    name=name,
                    role=Role(role),
                    password=PASSWORD,
                    groups=groups,
                    now=written(system_clock()),
                    by="the test",
                )
            )

    def memory(self) -> int:
        """Return the bytes of memory the process has to itself (Linux)."""
        for line in Path(f"/proc/{self.pid}/status").read_text("ascii").splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) * 1024
        raise AssertionError("The process has no memory.")

    def peak_memory(self) -> int:
        """Return the most memory it ever had."""
        for line in Path(f"/proc/{self.pid}/status").read_text("ascii").splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) * 1024
        raise AssertionError("The process has no memory.")

    def _healthy(self) -> bool:
        assert self.running, self.stderr
        try:
            return requests.get(f"{self.url}/health", timeout=5, verify=self.verify).ok
        except (requests.ConnectionError, requests.Timeout):
            return False

    def _read(self, process: "subprocess.Popen[str]") -> None:
        assert process.stderr is not None
        for line in process.stderr:
            self.stderr.append(line.rstrip())

    def _ended(self) -> list[str]:
        assert self._reader is not None
        assert self._process is not None
        self._reader.join(PATIENCE)
        for stream in (self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()
        self._process = None
        return self.stderr


@contextmanager
def serving(folder: Path, database: str = "", **settings: Any) -> Iterator[SyncServer]:
    """Run a server with three people in it, as `running` does."""
    server = SyncServer(folder, database, **settings)
    prepare(server)
    with running(server):
        yield server


@contextmanager
def running(server: SyncServer) -> Iterator[SyncServer]:
    """Run a server for the length of a block; it must end quietly and say nothing on stderr."""
    server.start()
    try:
        yield server
    finally:
        if server.running:
            said = server.stop()
            assert not said, "The server complained:\n" + "\n".join(said)


def prepare(server: SyncServer) -> None:
    """Set the database up, with an agent, an author and a supervisor."""
    _set_up(server)
    for name, role in (("ana", "agent"), ("auteur", "author"), ("chef", "supervisor")):
        server.add_person(name, role)


def peopled(folder: Path) -> Path:
    """Make the data of a server with an author, an agent, another author and a supervisor."""
    server = SyncServer(folder)
    _set_up(server)
    server.add_person("ana", "author")
    server.add_person("bo", "agent", ("niveau2",))
    server.add_person("cy", "author")
    server.add_person("sam", "supervisor")
    return folder


def _set_up(server: SyncServer) -> None:
    from sync.server.office import Office  # late: only a server that starts from nothing needs it

    Office(opened(server.folder, server.database), server.folder).close()
