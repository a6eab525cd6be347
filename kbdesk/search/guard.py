"""The one boundary to tantivy: whatever it throws comes out as a trouble of ours.

Two traps. A panic of its Rust side is a `PanicException`, which derives from BaseException and
slips through `except Exception`. Everything else (busy, damage, a full disk) is a bare ValueError
told apart by its text alone. A full disk is never read as damage.
"""

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

from kbdesk.errors import DiskFull, IndexTrouble


class IndexBusy(IndexTrouble):
    """Another process is writing the index."""


@contextlib.contextmanager
def guard(folder: Path) -> Iterator[None]:
    """Run tantivy inside; its errors come out as `IndexTrouble`, `IndexBusy` or `DiskFull`."""
    try:
        yield
    except (ValueError, OSError) as error:
        raise trouble_for(folder, error) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise trouble_for(folder, error) from error


def trouble_for(folder: Path, error: BaseException) -> IndexTrouble | DiskFull:
    """Return the trouble that an error of tantivy, or of the file system below it, stands for."""
    said = str(error)
    if "No space left" in said or getattr(error, "errno", None) == errno.ENOSPC:
        return DiskFull(
            folder,
            f"The disk that holds {folder} is full; the index stays as it was.",
            "Free some room: the index then catches up by itself.",
        )
    if "LockBusy" in said:
        return IndexBusy("Another kbdesk is writing the index.")
    return IndexTrouble(
        f"The search index in {folder} cannot be read or written ({_short(said)}).",
        "It is made again from the base by itself, or now by: kbdesk doctor --repair",
    )


def _short(said: str) -> str:
    first = said.splitlines()[0] if said else "no reason given"
    return first if len(first) <= 120 else f"{first[:119]}…"
