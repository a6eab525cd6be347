"""One writer of an index folder at a time, over all processes; a killed one leaves nothing behind.

The lock is the operating system's own on an open file, not the existence of a file.
"""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def writer_lock(path: Path) -> Iterator[bool]:
    """Take the lock if it is free, and say whether it was; never wait."""
    handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        yield _try_lock(handle)
    finally:
        os.close(handle)  # this also gives the lock back


if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
