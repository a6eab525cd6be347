"""A whole little house for the demo: a server on loopback, the sample base, two people.

The server is the real one, in a process of its own with its data in the demo's folder; the sample
is published by the supervisor, and the profile is that of the agent, who syncs like anybody.
Where the server's parts are not installed there is only the sample base, without a server.
"""

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kbdesk.errors import ServerTrouble
from kbdesk.paths import Profile, resources
from kbdesk.services.base_files import import_base
from kbdesk.services.sample import fill_with_sample
from kbdesk.services.syncing import Syncing
from kbdesk.services.workspace import Workspace

PARTS = ("litestar", "uvicorn", "argon2", "prometheus_client")
AGENT, SUPERVISOR = "lea", "sam"
PEOPLE = {AGENT: "agent", SUPERVISOR: "supervisor"}
PASSWORD = "kbdesk-demo"  # noqa: S105  # of made-up people, on loopback
WAIT = 20  # seconds


def has_server() -> bool:
    """Say whether a server can be started here."""
    frozen = getattr(sys, "frozen", False)
    return not frozen and all(importlib.util.find_spec(part) for part in PARTS)


@contextmanager
def running_server(folder: Path) -> Iterator[str]:
    """Start the server over a folder; give its address, and end it with the body."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, role in PEOPLE.items() if not (folder / "peopled").exists() else ():
        _server(folder, "user", "add", name, "--role", role, "--password-stdin")
    if not (folder / "peopled").exists():
        _server(folder, "space", "grant", "base", f"person:{SUPERVISOR}", "--write")
    (folder / "peopled").touch()
    with (folder / "server.log").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "sync.server", "serve", "--data", str(folder), "--port", "0"],
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
    try:
        yield _address(process)
    finally:
        process.terminate()
        process.communicate(timeout=WAIT)


def _server(folder: Path, *arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "sync.server", *arguments, "--data", str(folder)],
        input=f"{PASSWORD}\n",
        capture_output=True,
        text=True,
        timeout=WAIT,
    )
    if done.returncode:
        raise _no_server(done.stderr)


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    line = process.stdout.readline()
    if "http" not in line:
        raise _no_server(line)
    return line[line.index("http") :].strip()


def _no_server(said: str) -> ServerTrouble:
    return ServerTrouble(
        f"The demo's server did not start: {said.strip()[-300:] or 'it said nothing'}.",
        "Try kbdesk demo --fresh.",
    )


def fill_from_server(profile: Profile, url: str) -> int:
    """Publish the sample as the supervisor, then fetch it as the agent; count what came."""
    publisher = Profile(profile.root / "publisher")
    with Workspace(publisher) as workspace:
        syncing = _signed_in(workspace, url, SUPERVISOR)
        syncing.sync_once()
        import_base(workspace, resources() / "sample")
        syncing.sync_once()
    shutil.rmtree(publisher.root)
    with Workspace(profile) as workspace:
        syncing = _signed_in(workspace, url, AGENT)
        syncing.sync_once()
        syncing.read_on()
        return workspace.articles.count()


def _signed_in(workspace: Workspace, url: str, person: str) -> Syncing:
    syncing = Syncing(workspace)
    syncing.session.sign_in(url, person, PASSWORD, replace_base=True)
    return syncing


@contextmanager
def demo(profile: Profile, *, fresh: bool) -> Iterator[str]:
    """Make the demo ready; give the sentence that says what it is."""
    if fresh and profile.root.is_dir():
        shutil.rmtree(profile.root)
    if not has_server():
        count = fill_with_sample(profile)
        yield (
            f"Sample base: {count} articles in {profile.root}, without a server: its parts are not "
            "installed (pip install 'kbdesk[server]')."
        )
        return
    with running_server(profile.make().root / "server") as url:
        count = fill_from_server(profile, url)
        yield (
            f"Sample base: {count} articles in {profile.root}, from a server at {url}. "
            f"You are {AGENT} (agent); {SUPERVISOR} is the supervisor; password {PASSWORD}."
        )
