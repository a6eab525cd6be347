"""A whole little house for the demo: a server on loopback, the sample base, its people, a history.

The server is the real one, in a process of its own with its data in the demo's folder; the sample
is published by the supervisor, colleagues play what happened lately (`demo_history`), and the
profile is that of the agent, who syncs like anybody. Where the server's parts are not installed
there is only the sample base, without a server.
"""

import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from kbdesk.errors import ServerTrouble
from kbdesk.paths import Profile, resources
from kbdesk.services.base_files import import_base
from kbdesk.services.demo_history import make_history
from kbdesk.services.demo_story import AGENT, AUTHOR, GROUPS, NAMES, PEOPLE, SUPERVISOR
from kbdesk.services.sample import fill_with_sample
from kbdesk.services.syncing import Syncing
from kbdesk.services.workspace import Workspace

PARTS = ("litestar", "uvicorn", "argon2", "prometheus_client")
PASSWORD = "kbdesk-demo"  # noqa: S105  # of made-up people, on loopback
WAIT = 20  # seconds
COMMANDS = """
import json, sys
from sync.server.cli.main import commands
for one in json.loads(sys.stdin.readline()):
    commands.main(one, standalone_mode=False)
"""  # each that wants a password takes the next line


def has_server() -> bool:
    """Say whether a server can be started here."""
    frozen = getattr(sys, "frozen", False)
    return not frozen and all(importlib.util.find_spec(part) for part in PARTS)


@contextmanager
def running_server(folder: Path) -> Iterator[str]:
    """Start the server over a folder; give its address, and end it with the body."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "peopled").exists():
        _people(folder)
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


def _people(folder: Path) -> None:
    """Make everybody known, with their groups, and let two of them write."""
    groups = [("group", "add", name, "--title", title) for name, title in GROUPS.items()]
    people = []
    for name, (role, within) in PEOPLE.items():
        named = [part for group in within for part in ("--group", group)]
        called = ("--full-name", NAMES[name], *named)
        people.append(("user", "add", name, "--role", role, *called, "--password-stdin"))
    grants = [
        ("space", "grant", "base", f"person:{name}", "--write") for name in (SUPERVISOR, AUTHOR)
    ]
    _server(folder, [*groups, *people, *grants])


def _server(folder: Path, commands: Sequence[Sequence[str]]) -> None:
    """Run commands of the server one after another in one process: a start costs more than each."""
    asked = [[*command, "--data", str(folder)] for command in commands]
    done = subprocess.run(
        [sys.executable, "-c", COMMANDS],
        input="\n".join([json.dumps(asked), *[PASSWORD] * len(asked), ""]),
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
        with tempfile.TemporaryDirectory() as folder:
            import_base(workspace, _base_of_these_people(Path(folder) / "base"))
        syncing.sync_once()
        lived = profile.root / "server" / "lived"
        if not lived.exists():
            syncing.sync_once()  # what was published comes back, to be spoken of
            syncing.read_on()
            make_history(workspace, url, PASSWORD)
            lived.touch()
    shutil.rmtree(publisher.root)
    with Workspace(profile) as workspace:
        syncing = _signed_in(workspace, url, AGENT)
        syncing.sync_once()
        syncing.read_on()
        return workspace.articles.count()


def _base_of_these_people(folder: Path) -> Path:
    """Copy the sample, and let its list of people name those of the demo too."""
    shutil.copytree(resources() / "sample", folder)
    with (folder / "people.yaml").open("a", encoding="utf-8") as people:
        for name, (role, _) in PEOPLE.items():
            people.write(f"  - {{id: {name}, name: {NAMES[name]}, role: {role}}}\n")
    return folder


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
            f"You are {AGENT} (agent); {SUPERVISOR} is the supervisor, {AUTHOR} an author; "
            f"password {PASSWORD}."
        )
