"""Log files of a profile: small, rotating, without what customers or agents typed."""

import contextlib
import logging
from pathlib import Path

from kbdesk.errors import Trouble
from kbdesk.paths import Profile

MEGABYTE = 1024 * 1024
ENDINGS = ("", ".1", ".2")  # of the files kept, the newest first


class Rotating(logging.FileHandler):
    """A log file that moves aside when it is full.

    Python's own does the same, but its module brings sockets and pickles, 1.5 MB, into every desk.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record, into a new file where it would not fit."""
        line = f"{self.format(record)}\n".encode(errors="replace")
        if self.stream is not None and self.stream.tell() + len(line) > MEGABYTE:
            self._turn()
        super().emit(record)

    def _turn(self) -> None:
        """Begin a new file; one that another process holds open goes on growing meanwhile."""
        if self.stream is not None:
            self.stream.close()
        kept = [Path(f"{self.baseFilename}{end}") for end in ENDINGS]
        with contextlib.suppress(OSError):
            for older, newer in zip(reversed(kept[1:]), reversed(kept[:-1]), strict=True):
                if newer.exists():
                    newer.replace(older)
        self.stream = self._open()


def start(profile: Profile, *, verbose: bool = False) -> None:
    """Send our log records to the profile's own folder; three files of one megabyte at most.

    Opens the file at once: a folder that cannot be written to raises OSError here and now.
    """
    profile.make().logs.mkdir(exist_ok=True)
    handler = Rotating(profile.logs / "kbdesk.log", encoding="utf-8")
    handler.setFormatter(
        logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S%z")
    )
    ours = logging.getLogger("kbdesk")
    for old in [h for h in ours.handlers if isinstance(h, Rotating)]:
        ours.removeHandler(old)
        old.close()
    ours.addHandler(handler)
    ours.setLevel(logging.DEBUG if verbose else logging.INFO)


def start_or_say(profile: Profile) -> None:
    """Like `start`, with a folder that cannot be written to told as a `Trouble`."""
    try:
        start(profile)
    except OSError as error:
        raise Trouble(
            f"The profile folder {profile.root} cannot be used: {error.strerror or error}.",
            "Choose another with --profile DIR.",
        ) from error
