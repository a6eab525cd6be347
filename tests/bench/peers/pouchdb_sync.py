"""PouchDB and its Express server on the same texts: `measure` returns rows as Anki's peer does.

Documents go one by one with their trees of revisions, up uncompressed; both sides keep them in
LevelDB, without waiting for the disk.
"""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.bench.spent import Relay, Spent, cpu, memory, middle, relay
from tests.bench.texts import text
from tests.support import pouchdb_folder

SIDE = Path(__file__).with_name("pouchdb_side.cjs")
CHANGES = (1, 100, 1_000)
Figures = dict[str, tuple[Spent, int]]


def missing() -> str:
    """Say why it cannot be measured, "" where it can."""
    if shutil.which("node") is None:
        return "PouchDB: there is no Node"
    if not pouchdb_folder.INSTALLED.is_file():
        return "PouchDB: python -m tests.support.pouchdb_folder fetches it"
    return ""


def measure(number: int, rounds: int) -> tuple[Figures, list[float]]:
    """Return the figures by row, and the server's memory: before, after, peak."""
    with (
        TemporaryDirectory() as name,
        _node(Path(name), "serve", f"{name}/server") as server,
        _node(Path(name), "desk") as client,
    ):
        assert server.stdout is not None
        url = f"http://127.0.0.1:{int(server.stdout.readline())}"
        with relay(url) as way:
            return _Bench(Path(name), server.pid, client, url, way).run(number, rounds)


@contextmanager
def _node(folder: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    if arguments[0] == "serve":
        Path(arguments[1]).mkdir()
    process = subprocess.Popen(
        ["node", "--max-old-space-size=4096", str(SIDE), *arguments],
        env=os.environ | {"KBDESK_POUCHDB": str(pouchdb_folder.FOLDER)},
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


class _Bench:
    """An author's database, and desks that replicate from the server."""

    def __init__(
        self, folder: Path, server: int, client: subprocess.Popen[str], url: str, way: Relay
    ) -> None:
        self._folder = folder
        self._server = server
        self._client = client
        self._url = f"{url}/base"
        self._way = way
        self._names = count()
        self._version = 0

    def run(self, number: int, rounds: int) -> tuple[Figures, list[float]]:
        before = memory(self._server)
        self._put("author", number)
        rows = {"publish": (self._replicate("author", up=True), 0)}
        downloads = [self._replicate(self._desk()) for _ in range(rounds)]
        counted = self._desk()
        rows["first"] = middle(downloads), self._counted(counted)
        desk = self._desk()
        self._replicate(desk)
        assert self._ask(do="count", desk=desk)["value"] == number, "not all came"
        nothing = [self._replicate(desk) for _ in range(20)]
        rows["0"] = middle(nothing), self._counted(counted)
        for changed in (each for each in CHANGES if each <= number):
            rows[str(changed)] = self._changed(desk, counted, changed)
        return rows, [before, memory(self._server), memory(self._server, "VmHWM")]

    def _changed(self, desk: str, counted: str, changed: int) -> tuple[Spent, int]:
        several = []
        for _ in range(3):
            self._version += 1
            self._put("author", changed)
            self._replicate("author", up=True)
            several.append(self._replicate(desk))
            passed = self._counted(counted)
        return middle(several), passed

    def _put(self, desk: str, number: int) -> None:
        file = self._folder / "texts.jsonl"
        with file.open("w", encoding="utf-8") as lines:
            for each in range(number):
                named = {"_id": f"fiche-{each}", "title": f"Fiche {each}"}
                lines.write(json.dumps(named | {"body": text(each, self._version)}) + "\n")
        self._ask(do="put", desk=desk, file=str(file))

    def _counted(self, desk: str) -> int:
        return self._way.counted(lambda: self._replicate(desk, url=f"{self._way.url}/base"))

    def _replicate(self, desk: str, *, up: bool = False, url: str = "") -> Spent:
        began, before = time.perf_counter(), cpu(self._server)
        told = self._ask(do="replicate", desk=desk, url=url or self._url, up=up)
        took = time.perf_counter() - began
        return Spent(took, told["cpu"], cpu(self._server) - before)

    def _desk(self) -> str:
        return f"desk{next(self._names)}"

    def _ask(self, **said: object) -> dict[str, Any]:
        assert self._client.stdin is not None
        assert self._client.stdout is not None
        self._client.stdin.write(json.dumps(said) + "\n")
        self._client.stdin.flush()
        answer = self._client.stdout.readline()
        if not answer:
            raise RuntimeError("PouchDB's side has stopped.")
        told: dict[str, Any] = json.loads(answer)
        return told
