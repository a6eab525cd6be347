"""Files that articles link to, handed to other programs only when somebody asks for one.

Another program opens by name, so the name is made here: letters of our own choosing and one of the
endings that documents have, over bytes that are such a document (`content/assets.py`). The copy
lies in a folder of this profile that its owner alone can read; it goes when the desk closes, or at
the next opening after half a day.
"""

import contextlib
import os
import re
import shutil
import time
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from kbdesk.core.reading import Attachment
from kbdesk.errors import Trouble
from kbdesk.store.assets import Assets
from kbdesk.store.driver import translate_file_error

KEPT = 12 * 3600  # seconds
LONGEST = 80  # letters of a name
_UNSAFE = re.compile(r"[^\w .()+&'’,-]+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


class Attachments:
    """The files of the base that other programs open."""

    def __init__(self, assets: Assets, folder: Path) -> None:
        self._assets = assets
        self._folder = folder

    def listed(self, paths: Sequence[str]) -> tuple[Attachment, ...]:
        """Name those of the files that are attachments, with their size where they are here."""
        from kbdesk.content.assets import is_attachment  # late: no part of the start

        wanted = [path for path in paths if is_attachment(path)]
        sizes = self._assets.sizes(wanted) if wanted else {}
        return tuple(Attachment(path, safe_name(path), sizes.get(path)) for path in wanted)

    def copy_out(self, path: str) -> Path:
        """Write a copy for another program to open; raise Trouble when that is not allowed."""
        from kbdesk.content.assets import attachment_type  # late: no part of the start

        found = self._assets.get(path)
        if found is None:
            raise Trouble("This file is not on this machine yet.", "It comes with the next sync.")
        if not attachment_type(path, found.content):
            raise Trouble(
                "This file is not what its name says; it was not opened.", "Tell its author."
            )
        self._clear(older_than=KEPT)
        try:
            return self._write(safe_name(path), found.content)
        except OSError as error:
            raise translate_file_error(self._folder, error) from error

    def close(self) -> None:
        """Take every copy away."""
        self._clear(older_than=0)

    def _write(self, name: str, content: bytes) -> Path:
        self._folder.mkdir(mode=0o700, exist_ok=True)
        place = self._folder / os.urandom(8).hex()
        place.mkdir(mode=0o700)
        file = place / name
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
        with os.fdopen(descriptor, "wb") as written:
            written.write(content)
        return file

    def _clear(self, older_than: float) -> None:
        """Remove copies; one that a program holds open stays until the next time."""
        with contextlib.suppress(OSError):
            for place in self._folder.iterdir():
                if time.time() - place.stat().st_mtime >= older_than:
                    shutil.rmtree(place, ignore_errors=True)


def safe_name(path: str) -> str:
    """Make a file name that no system reads as anything but a name, its ending kept."""
    given, dot, ending = PurePosixPath(path.replace("\\", "/")).name.rpartition(".")
    stem = _UNSAFE.sub("-", given).strip(" .-")[:LONGEST].rstrip(" .-")
    if not stem or _RESERVED.match(stem):
        stem = f"file-{stem}".rstrip("-")
    return f"{stem}{dot}{ending.lower()}"
