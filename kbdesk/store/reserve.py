"""Room kept for user.db: a file beside it that gives way, a slice at a time, when the disk is full.

What a person writes must go in even when pictures, logs or another program have filled the disk
(G26). Slices, because whatever else writes there would take all of it at once; a write of user.db
follows its slice within the same millisecond. The bytes are random: a file system that packs or
shares blocks would keep none for zeros. Only free space is asked, never an error waited for, since
SQLite cannot go on in a transaction that has failed; where a quota lies about free space, the
write that fails makes room for the next.
"""

import contextlib
import logging
import os
import shutil
from pathlib import Path

log = logging.getLogger(__name__)

MEGABYTE = 1024 * 1024
SIZE = 16 * MEGABYTE
SLICE = 2 * MEGABYTE  # that shall be free before a write begins; an operation has at most that
COMFORT = 64 * MEGABYTE  # that must be left when the reserve is made, or it would go at once


class Reserve:
    """The file, by what it still holds: whole, used, or not there."""

    def __init__(
        self, database: Path, *, size: int = SIZE, piece: int = SLICE, comfort: int = COMFORT
    ) -> None:
        self.file = database.with_suffix(".reserve")
        self._size, self._piece, self._comfort = size, piece, comfort

    @property
    def held(self) -> int:
        """How many bytes are kept."""
        try:
            return self.file.stat().st_size
        except OSError:
            return 0

    @property
    def used(self) -> bool:
        """True from the first slice that had to go until there is room again."""
        return self.file.exists() and self.held < self._size

    def make_way(self) -> None:
        """Have a slice free on the disk, out of the reserve if need be. Costs one system call."""
        if self._free() < self._piece:
            self.give()

    def give(self) -> bool:
        """Let a slice go; return whether there was one."""
        held = self.held
        if not held:
            return False
        log.info("The disk is full: a slice of the reserve goes, %d bytes were left.", held)
        try:
            os.truncate(self.file, max(held - self._piece, 0))
        except OSError as error:
            log.info("The reserve could not give way: %s", error)
            return False
        return True

    def refill(self) -> None:
        """Take back what was given, once there is room for it."""
        if self.used:
            self.make()

    def make(self) -> None:
        """Make the reserve whole where there is room; otherwise leave it as it is."""
        if self.held >= self._size or self._free() < self._size + self._comfort:
            return
        new = self.file.with_name(f"{self.file.name}.new")  # a half-made one would look used
        try:
            self._write(new)
            new.replace(self.file)
        except OSError as error:
            log.info("The reserve could not be made: %s", error)
            with contextlib.suppress(OSError):
                new.unlink()

    def _write(self, file: Path) -> None:
        descriptor = os.open(file, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            left = self._size
            while left > 0:
                left -= stream.write(os.urandom(min(left, MEGABYTE)))

    def _free(self) -> int:
        try:
            return shutil.disk_usage(self.file.parent).free
        except OSError:
            return self._piece
