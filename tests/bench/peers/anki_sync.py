"""Anki's own sync server and client on the same texts; runs under the Python that has Anki.

    probe                print the version, or exit 3 with the reason why it cannot run
    measure N ROUNDS     one JSON object: rows {name: [seconds, client CPU, server CPU, bytes]},
                         memory [before, after, peak]

A collection on each side, the server a process of its own. The client writes what it downloads
without waiting for the disk, and moves a whole collection as one file.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from itertools import count, islice
from pathlib import Path
from typing import Any

from tests.bench.spent import Relay, Spent, memory, middle, relay, spent
from tests.bench.texts import text

USER, PASSWORD = "ana", "a long enough secret"  # noqa: S105  # of a made-up person
PORT = 27_801
CHANGES = (1, 100, 1_000)
Row = list[float]


def main() -> None:
    verb, *arguments = sys.argv[1:]
    try:
        version = import_module("anki.buildinfo").version
    except ImportError as error:
        print(error)
        sys.exit(3)
    if verb == "probe":
        print(version)
        return
    number, rounds = map(int, arguments)
    with (
        tempfile.TemporaryDirectory() as folder,
        _server(Path(folder)) as (pid, url),
        relay(url) as way,
    ):
        print(json.dumps(Bench(Path(folder), pid, url, way).run(number, rounds)))


@contextmanager
def _server(folder: Path) -> Iterator[tuple[int, str]]:
    settings = {
        "SYNC_USER1": f"{USER}:{PASSWORD}",
        "SYNC_BASE": str(folder / "server"),
        "SYNC_HOST": "127.0.0.1",
        "SYNC_PORT": str(PORT),
        "MAX_SYNC_PAYLOAD_MEGS": "1000",
        "RUST_LOG": "error",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "anki.syncserver"],
        env=os.environ | settings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        url = f"http://127.0.0.1:{PORT}"
        until = time.monotonic() + 30
        while not _answers(url):
            if time.monotonic() > until or process.poll() is not None:
                raise SystemExit("Anki's sync server did not start.")
            time.sleep(0.05)
        yield process.pid, url
    finally:
        process.terminate()
        process.wait(30)


def _answers(url: str) -> bool:
    with suppress(OSError):
        urllib.request.urlopen(f"{url}/health", timeout=5).close()  # noqa: S310  # loopback
        return True
    return False


class Bench:
    """An author's collection that is uploaded, and desks that fetch it."""

    def __init__(self, folder: Path, pid: int, url: str, way: Relay) -> None:
        self._folder = folder
        self._pid = pid
        self._url = url
        self._way = way
        self._names = count()
        self._version = 0

    def run(self, number: int, rounds: int) -> dict[str, Any]:
        before = memory(self._pid)
        author = self._collection()
        _fill(author, number)
        auth = self._auth(author)
        upload = self._spent(lambda: self._full(author, auth, upload=True))
        rows = {"publish": self._row([upload], 0)}
        downloads = [self._download() for _ in range(rounds)]
        rows["first"] = self._row(downloads, self._counted_download())
        rows |= self._changes(author, number)
        after, peak = memory(self._pid), memory(self._pid, "VmHWM")
        author.close()
        return {"rows": rows, "memory": [before, after, peak]}

    def _changes(self, author: Any, number: int) -> dict[str, Row]:
        desk = self._collection()
        auth, counted = self._auth(desk), self._auth(desk, self._way.url)
        self._full(desk, auth, upload=False)
        _pass(author, self._auth(author))
        nothing = [self._spent(lambda: _pass(desk, auth)) for _ in range(20)]
        rows = {"0": self._row(nothing, self._way.counted(lambda: _pass(desk, counted)))}
        for changed in (each for each in CHANGES if each <= number):
            several = []
            for _ in range(3):
                self._change(author, changed)
                several.append(self._spent(lambda: _pass(desk, auth)))
            self._change(author, changed)
            rows[str(changed)] = self._row(several, self._way.counted(lambda: _pass(desk, counted)))
        desk.close()
        return rows

    def _change(self, author: Any, changed: int) -> None:
        self._version += 1
        notes = [author.get_note(nid) for nid in islice(author.find_notes(""), changed)]
        for number, note in enumerate(notes):
            note["Back"] = text(number, self._version)
        author.update_notes(notes)
        time.sleep(1.1)  # Anki's clock of changes counts in seconds
        _pass(author, self._auth(author))

    def _download(self) -> Spent:
        desk = self._collection()
        auth = self._auth(desk)
        used = self._spent(lambda: self._full(desk, auth, upload=False))
        desk.close()
        return used

    def _counted_download(self) -> int:
        desk = self._collection()
        auth = self._auth(desk, self._way.url)
        passed = self._way.counted(lambda: self._full(desk, auth, upload=False))
        desk.close()
        return passed

    def _full(self, collection: Any, auth: Any, *, upload: bool) -> None:
        """Ask, and move the whole collection, as a desk's first sync does."""
        collection.sync_collection(auth, False)
        collection.close_for_full_sync()
        collection.full_upload_or_download(auth=auth, server_usn=None, upload=upload)
        collection.reopen(after_full_sync=True)
        assert upload or collection.note_count(), "nothing came"

    def _auth(self, collection: Any, url: str = "") -> Any:
        return collection.sync_login(USER, PASSWORD, f"{url or self._url}/")

    def _collection(self) -> Any:
        anki = import_module("anki.collection")
        return anki.Collection(str(self._folder / f"{next(self._names)}.anki2"))

    def _spent(self, act: Callable[[], object]) -> Spent:
        return spent(act, self._pid)

    def _row(self, several: Sequence[Spent], passed: int) -> Row:
        one = middle(list(several))
        return [one.seconds, one.client, one.server, passed]


def _fill(collection: Any, number: int) -> None:
    asked = import_module("anki.collection").AddNoteRequest
    kind = collection.models.by_name("Basic")
    deck = collection.decks.id("Default")
    wanted = iter(range(number))
    while block := list(islice(wanted, 1_000)):
        requests = []
        for each in block:
            note = collection.new_note(kind)
            note["Front"], note["Back"] = f"Fiche {each}", text(each)
            requests.append(asked(note=note, deck_id=deck))
        collection.add_notes(requests)


def _pass(collection: Any, auth: Any) -> None:
    collection.sync_collection(auth, False)


if __name__ == "__main__":
    main()
