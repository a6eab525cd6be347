"""Where indexes lie on the disk, and which one counts.

`index/current` names the sub-folder that answers; it is replaced by one atomic rename. A rebuild
grows in a sub-folder of its own and is named only when it is whole. No index is ever changed by
moving or truncating its files: another process may have them mapped. What `current` does not name
is swept away later, by whoever holds the writer lock; what cannot be deleted (Windows keeps mapped
files) waits for the next sweep. Files that are not of our naming are not touched.
"""

import logging
import os
import re
import shutil
import time
from pathlib import Path

log = logging.getLogger(__name__)

_NAME = re.compile(r"index-[0-9a-f]{12}")
_WAITS = (0.01, 0.05, 0.25)  # seconds between tries to rename over a file that is open
_LONGEST = 64  # bytes of a pointer file worth reading


class Folders:
    """The folder of an index with its pointer, lock and sub-folders."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.pointer = root / "current"
        self.lock = root / "writer.lock"

    def make(self) -> None:
        """Make the folder; whatever lies in its place is moved aside, not deleted."""
        if self.root.exists() and not self.root.is_dir():
            _move_aside(self.root)
        self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        if self.lock.is_dir():
            _move_aside(self.lock)

    def current(self) -> Path | None:
        """Return the sub-folder that answers, None when the pointer leads nowhere."""
        try:
            with self.pointer.open("rb") as file:
                name = file.read(_LONGEST).decode("ascii", "replace").strip()
        except OSError:
            return None
        folder = self.root / name
        return folder if _NAME.fullmatch(name) and folder.is_dir() else None

    def fresh(self) -> Path:
        """Make an empty sub-folder to build in."""
        folder = self.root / f"index-{os.urandom(6).hex()}"
        folder.mkdir(mode=0o700)
        return folder

    def point_to(self, folder: Path) -> None:
        """Let `folder` answer from now on: written beside, brought to the disk, renamed over."""
        if self.pointer.is_dir():
            _move_aside(self.pointer)
        beside = self.root / "current.new"
        with beside.open("wb") as file:
            file.write(folder.name.encode())
            file.flush()
            os.fsync(file.fileno())
        _replace(beside, self.pointer)

    def sweep(self) -> None:
        """Delete the sub-folders of our naming that do not answer; only ever under the lock."""
        current = self.current()
        for place in self.root.iterdir():
            if _NAME.fullmatch(place.name) and place != current:
                _delete(place)

    def forget(self) -> None:
        """Let nothing answer: the next catch-up builds anew."""
        self.pointer.unlink(missing_ok=True)


def signature(*files: Path) -> tuple[tuple[int, int, int] | None, ...]:
    """Return what changes whenever one of these files, always replaced whole, is replaced."""
    return tuple(_signature(file) for file in files)


def _signature(file: Path) -> tuple[int, int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_ino, found.st_size)


def _replace(beside: Path, place: Path) -> None:
    """Rename over; Windows refuses while anybody, a virus scanner say, has the old file open."""
    for wait in _WAITS:
        try:
            beside.replace(place)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    beside.replace(place)


def _move_aside(place: Path) -> None:
    place.rename(place.with_name(f"{place.name}-aside-{os.urandom(4).hex()}"))


def _delete(place: Path) -> None:
    try:
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        else:
            place.unlink()
    except OSError as error:
        log.info("%s is still in use and will be deleted later (%s).", place, error)
