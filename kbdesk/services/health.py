"""What `kbdesk doctor` looks at: each finding is one subject, fine or not, with a remedy.

Repair only ever touches what can be made again (the index, folder rights). A damaged database is
told, with what to do, and left as it is.
"""

import importlib.util
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from kbdesk.clock import Clock, SystemClock
from kbdesk.errors import DamagedStore, Trouble
from kbdesk.paths import Profile, resources
from kbdesk.services.connected.syncing import Syncing
from kbdesk.services.contact import link_handler
from kbdesk.services.workspace import Workspace
from kbdesk.store import integrity
from kbdesk.store.salvage import salvage

ROOM_NEEDED = 200 * 1024 * 1024  # bytes: a rebuilt index of 100,000 articles beside the old one
SHOWN = 3  # texts named
CLOCK_SLACK = timedelta(days=1)
_SWAP = "Close the desk, move user.db away, and give user-saved.db its name."


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    subject: str
    fine: bool
    sentence: str
    remedy: str = ""


def examine(profile: Profile, *, repair: bool = False, clock: Clock | None = None) -> list[Finding]:
    """Look at a profile and this machine; with `repair`, mend what can be made again."""
    findings = [_room(profile), _shipped(), _window(), _links(repair=repair)]
    try:
        with Workspace(profile, clock) as workspace:
            findings += _databases(workspace)
            findings += [
                _clock(workspace, clock or SystemClock()),
                _index(workspace, repair=repair),
                _texts(workspace),
                _sync(workspace),
                _reserve(workspace),
            ]
    except Trouble as trouble:
        findings.append(Finding("profile", fine=False, sentence=str(trouble)))
        if isinstance(trouble, DamagedStore) and trouble.path == profile.user_db and repair:
            findings.append(_salvage(profile))
    return findings


def _salvage(profile: Profile) -> Finding:
    """Copy what can be read of a damaged user.db beside it; the damaged file stays as it is."""
    saved = profile.root / "user-saved.db"
    if saved.exists():
        return Finding("salvage", fine=False, sentence=f"{saved} is there already.", remedy=_SWAP)
    kept = salvage(profile.user_db, saved).kept
    counted = ", ".join(f"{count} {name}" for name, count in kept.items())
    return Finding("salvage", fine=False, sentence=f"Saved to {saved}: {counted}.", remedy=_SWAP)


def _room(profile: Profile) -> Finding:
    folder = profile.root
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    return Finding(
        "disk",
        free >= ROOM_NEEDED,
        f"{free // (1024 * 1024)} MB free for {profile.root}.",
        "" if free >= ROOM_NEEDED else "Free some room, or move the profile with --profile DIR.",
    )


def _reserve(workspace: Workspace) -> Finding:
    used = workspace.reserve.used
    return Finding(
        "reserve",
        not used,
        f"{workspace.reserve.held // (1024 * 1024)} MB are kept for what you write."
        if not used
        else "The disk was full: the room kept for what you write is in use.",
        "Free some room on this disk; the desk then keeps it again." if used else "",
    )


def _shipped() -> Finding:
    wanted = ("fonts", "i18n", "styles", "help", "sample")
    missing = [name for name in wanted if not (resources() / name).is_dir()]
    return Finding(
        "resources",
        not missing,
        f"Missing from {resources()}: {', '.join(missing)}." if missing else "Fonts, texts, help.",
        "Install kbdesk again." if missing else "",
    )


def _window() -> Finding:
    found = importlib.util.find_spec("PySide6") is not None
    return Finding(
        "window",
        found,
        "The desktop parts are installed." if found else "The desktop parts are not installed.",
        "" if found else "Install them with: pip install 'kbdesk[desktop]'",
    )


def _links(*, repair: bool) -> Finding:
    """Look whether calls and links reach the desk; without it all else works, so it is no fault."""
    if repair and not link_handler.registered():
        link_handler.register()
    told = (
        "kbdesk:// links open this desk."
        if link_handler.registered()
        else "kbdesk:// links do not open this desk; kbdesk doctor --repair sees to it."
    )
    return Finding("links", fine=True, sentence=told)


def _databases(workspace: Workspace) -> Iterator[Finding]:
    checks: tuple[tuple[str, Callable[[], list[str]]], ...] = (
        ("kb.db", lambda: integrity.check_kb(workspace.kb)),
        ("user.db", lambda: integrity.check(workspace.user)),
    )
    for name, check in checks:
        faults = check()
        yield Finding(
            name,
            not faults,
            " ".join(faults) or "Sound.",
            "Keep a copy of the file, then bring the base in again." if faults else "",
        )


def _clock(workspace: Workspace, clock: Clock) -> Finding:
    latest = workspace.opens.latest()
    back = latest is not None and clock.now() < latest - CLOCK_SLACK
    if (off := workspace.leases.clock_off) is not None:
        hours = f"{abs(off).total_seconds() / 3600:.1f}"
        return Finding(
            "clock",
            fine=False,
            sentence=f"It is {clock.now():%Y-%m-%d %H:%M} UTC by this machine, {hours} h "
            f"{'after' if off.total_seconds() > 0 else 'before'} what the server's time would be.",
            remedy="Set the clock of this machine, then sync: kbdesk sync",
        )
    return Finding(
        "clock",
        not back,
        f"It is {clock.now():%Y-%m-%d %H:%M} UTC"
        + (", earlier than your last reading." if back else "."),
        "Set the clock of this machine: dated rules follow it." if back else "",
    )


def _texts(workspace: Workspace) -> Finding:
    faults = workspace.unread.faults()
    named = "; ".join(f"{id_}: {why}" for id_, why in faults[:SHOWN])
    return Finding(
        "texts",
        not faults,
        f"{len(faults)} texts cannot be read, and are shown as they stand: {named}"
        if faults
        else "Every text can be read.",
        "Tell their authors." if faults else "",
    )


def _sync(workspace: Workspace) -> Finding:
    status = Syncing(workspace).status()
    told = {
        "local": "This base is of files, without a server.",
        "level": "Level with the server.",
        "never": "Nothing has come from the server yet.",
        "behind": f"{status.waiting} waiting, {status.refused} not taken, {status.unread} unread.",
    }
    held = f" {status.refused} were not taken." if status.refused else ""
    fine = status.state in {"local", "level", "behind", "never"} and not held
    return Finding(
        "sync",
        fine and not status.alerts,
        told.get(status.state, status.trouble or "The session has ended.")
        + held
        + "".join(f" {alert.said}" for alert in status.alerts),
        "" if fine else "Look at it with: kbdesk status; kbdesk parked",
    )


def _index(workspace: Workspace, *, repair: bool) -> Finding:
    if repair:
        workspace.catch_up(check=True)
    status = workspace.status()["index"]
    level = status == "level"
    return Finding(
        "index",
        level,
        "Level with the base." if level else f"Not level with the base ({status}).",
        "" if level else "Mend it with: kbdesk doctor --repair",
    )
