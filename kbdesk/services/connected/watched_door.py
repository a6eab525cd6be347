"""The door to a server as the desk uses it: what goes through can be given up, and is counted.

A pass asks for one line after the other; `cancel` ends the one in use and lets no other be made
until `open`. While a file comes down, how many of its bytes are here is told a few times a second.
"""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from kbdesk.services.connected.front_door import FrontDoor, GiveUp, Line
from sync.client.engine import Progress
from sync.client.ports import Cancelled
from sync.protocol.wire import Session, Snapshot

EVERY = 0.2  # seconds between two looks at a download


class WatchedDoor:
    """A front door that remembers the line in use."""

    def __init__(self, door: FrontDoor, progress: Callable[[Progress], None]) -> None:
        self._door = door
        self._progress = progress
        self._line: Line | None = None
        self._shut = False
        self._turn = threading.Lock()

    def sign_in(
        self,
        url: str,
        user: str,
        password: str,
        device: str,
        hold: Callable[[GiveUp], None] | None = None,
    ) -> Session:
        return self._door.sign_in(url, user, password, device, hold)

    def sign_out(self, url: str, token: str) -> None:
        self._door.sign_out(url, token)

    def line(self, url: str, token: str, downloads: Path) -> Line:
        with self._turn:
            if self._shut:
                raise Cancelled("The connection was given up.")
            self._line = line = self._door.line(url, token, downloads)
        return cast(Line, _WatchedLine(line, downloads, self._progress))

    @property
    def unwatched(self) -> FrontDoor:
        """The same door for whoever is not in yet: a pass that ends takes nothing from them."""
        return self._door

    def open(self) -> None:
        """Let lines be made again."""
        with self._turn:
            self._shut = False

    def cancel(self) -> None:
        """Give up what is under way, from any thread."""
        with self._turn:
            self._shut, line = True, self._line
        give_up = getattr(line, "cancel", None)
        if give_up is not None:
            give_up()


class _WatchedLine:
    """A line that tells how far a download is."""

    def __init__(self, line: Line, downloads: Path, progress: Callable[[Progress], None]) -> None:
        self._line = line
        self._downloads = downloads
        self._progress = progress

    def snapshot(self, space: str, snapshot: Snapshot) -> Path:
        part = self._downloads / f"{snapshot.sha256}.part"
        ended = threading.Event()
        watch = threading.Thread(
            target=self._watch, args=(part, snapshot.size, space, ended), daemon=True
        )
        watch.start()
        try:
            return self._line.snapshot(space, snapshot)
        finally:
            ended.set()
            watch.join()

    def _watch(self, part: Path, size: int, space: str, ended: threading.Event) -> None:
        while not ended.wait(EVERY):
            if part.exists():
                try:
                    here = part.stat().st_size
                    self._progress(Progress("downloading", space, here, size))
                except (OSError, Cancelled):  # it was moved to its place, or nobody listens
                    return

    def __getattr__(self, name: str) -> Any:
        return getattr(self._line, name)
