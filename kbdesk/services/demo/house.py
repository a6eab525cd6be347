"""A whole little house for the demo: a server on loopback, the sample base, its people, a history.

The server is the real one, in a process of its own with its data in the demo's folder. Before it
serves for the first time it is told the past (`demo_history`): the sample is published, and what
colleagues did since happens at its own moment. The profile is that of the agent, who syncs like
anybody. Where the server's parts are not installed there is only the sample base, with what one
person alone can have done.
"""

import contextlib
import hashlib
import importlib.util
import itertools
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from kbdesk.clock import SystemClock
from kbdesk.content.importing import BaseIn, read_base
from kbdesk.errors import ServerTrouble
from kbdesk.paths import Profile, resources
from kbdesk.services.connected.syncing import Syncing
from kbdesk.services.demo.history import Deed, Material, history, published
from kbdesk.services.demo.sample import open_sample
from kbdesk.services.demo.story import AGENT, AUTHOR, GROUPS, NAMES, PEOPLE, SUPERVISOR
from kbdesk.services.learn.ties import ties_of
from kbdesk.services.workspace import Workspace
from kbdesk.store.moments import write_moment

PARTS = ("litestar", "uvicorn", "argon2", "prometheus_client")
PASSWORD = "kbdesk-demo"  # noqa: S105  # of made-up people, on loopback
WAIT = 20  # seconds
PUBLISHED = 24 * 45.0  # hours ago
PLAYED = "played"  # a file of this name says that the past is whole


def has_server() -> bool:
    """Say whether a server can be started here."""
    frozen = getattr(sys, "frozen", False)
    return not frozen and all(importlib.util.find_spec(part) for part in PARTS)


@contextmanager
def running_server(folder: Path) -> Iterator[str]:
    """Start the server over a folder; give its address, and end it with the body.

    A folder whose past was cut short is made anew.
    """
    played = folder / PLAYED
    if folder.is_dir() and not played.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    how = ["sync.server", "serve", "--data", str(folder), "--port", "0"]
    past = "" if played.exists() else _past(SystemClock().now())
    if past:
        how = ["sync.server.playing", str(folder)]
    with (folder / "server.log").open("a", encoding="utf-8") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", *how],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            encoding="utf-8",
        )
    try:
        address = _address(process, past)
        played.touch()
        yield address
    finally:
        process.terminate()
        process.communicate(timeout=WAIT)


def _address(process: subprocess.Popen[str], past: str) -> str:
    assert process.stdin is not None
    assert process.stdout is not None
    with contextlib.suppress(BrokenPipeError):  # it has ended: it says nothing either
        process.stdin.write(past)
        process.stdin.close()
    process.stdin = None  # told: whoever ends the process need not flush it
    line = process.stdout.readline()
    if "http" not in line:
        raise ServerTrouble(
            f"The demo's server did not start: {line.strip()[-300:] or 'it said nothing'}.",
            "Try kbdesk demo --fresh.",
        )
    return line[line.index("http") :].strip()


# the past


def _past(now: datetime) -> str:
    """Return the past as the server reads it (`sync.server.playing`)."""
    base = read_base(resources() / "sample")
    paths = next(one.body for one in base.entities if one.kind == "paths")
    material = Material(base.articles, paths)
    deeds = [_publication(base, material, now)]
    lived = history(material, now)
    for (person, _), together in itertools.groupby(lived, lambda one: (one.person, one.hours)):
        deeds.append(_deed(person, list(together), now))
    people = [
        {
            "name": name, "role": role, "full_name": NAMES[name], "groups": within,
            "publishes": name in {SUPERVISOR, AUTHOR},
        }
        for name, (role, within) in PEOPLE.items()
    ]  # fmt: skip
    past = {"password": PASSWORD, "groups": GROUPS, "people": people, "deeds": deeds}
    return json.dumps(past, ensure_ascii=False)


def _deed(person: str, together: Sequence[Deed], now: datetime) -> dict[str, Any]:
    at = write_moment(together[0].at(now))
    return {"person": person, "at": at, "operations": [one.operation(now) for one in together]}


def _publication(base: BaseIn, material: Material, now: datetime) -> dict[str, Any]:
    """Return how the supervisor published the sample: texts, pictures and lists."""
    bodies = []
    for article in material.articles.values():
        ties = {"ties": ties_of(article)} if article.questions else {}
        bodies.append(published(article, article.source) | ties)
    assets = list(base.assets)
    for asset in assets:
        said = {
            "media_type": asset.media_type, "size": len(asset.data),
            "sha256": hashlib.sha256(asset.data).hexdigest(),
        }  # fmt: skip
        bodies.append(_beside("asset", asset.path, asset.path, json.dumps(said, sort_keys=True)))
    for one in base.entities:
        text = one.body + _demo_people() if one.kind == "people" else one.body
        bodies.append(_beside(one.kind, one.id, f"{one.kind}.yaml", text))
    asked = [Deed(SUPERVISOR, "publish", body, PUBLISHED) for body in bodies]
    files = [str(resources() / "sample" / asset.path) for asset in assets]
    return _deed(SUPERVISOR, asked, now) | {"files": files}


def _beside(kind: str, id_: str, path: str, body: str) -> dict[str, Any]:
    return {"space": "base", "kind": kind, "id": id_, "path": path, "body": body}


def _demo_people() -> str:
    """Let the sample's list of people name those of the demo too."""
    return "".join(
        f"  - {{id: {name}, name: {NAMES[name]}, role: {role}}}\n"
        for name, (role, _) in PEOPLE.items()
    )


# the desk


def fill_from_server(profile: Profile, url: str) -> int:
    """Fetch what was published as the agent; count what came."""
    with Workspace(profile) as workspace:
        syncing = Syncing(workspace)
        syncing.session.sign_in(url, AGENT, PASSWORD, replace_base=True)
        syncing.sync_once()
        syncing.read_on()
        return workspace.articles.count()


@contextmanager
def demo(profile: Profile, *, fresh: bool) -> Iterator[str]:
    """Make the demo ready; give the sentence that says what it is."""
    if fresh and profile.root.is_dir():
        shutil.rmtree(profile.root)
    if not has_server():
        count = open_sample(profile)
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
