"""Log files of a profile: small, rotating, without what customers or agents typed."""

import logging
import logging.handlers

from kbdesk.errors import Trouble
from kbdesk.paths import Profile

MEGABYTE = 1024 * 1024


def start(profile: Profile, *, verbose: bool = False) -> None:
    """Send our log records to the profile's own folder; three files of one megabyte at most.

    Opens the file at once: a folder that cannot be written to raises OSError here and now.
    """
    profile.make().logs.mkdir(exist_ok=True)
    handler = logging.handlers.RotatingFileHandler(
        profile.logs / "kbdesk.log", maxBytes=MEGABYTE, backupCount=2, encoding="utf-8"
    )
    handler.setFormatter(
        logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S%z")
    )
    ours = logging.getLogger("kbdesk")
    for old in [h for h in ours.handlers if isinstance(h, logging.handlers.RotatingFileHandler)]:
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
