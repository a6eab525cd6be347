"""How one server process is set up: bounds, patience, keys. Everything has a sound default."""

import os
from dataclasses import dataclass, field
from functools import cache
from importlib import metadata
from pathlib import Path

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Rate:
    """So many requests a second in the long run, and so many at once."""

    per_second: float
    burst: int


@dataclass(frozen=True, slots=True)
class Settings:
    """What may differ from one server to the next.

    `signing_key` must be the same in every process behind one address, and in nginx. Left empty it
    is the one that the database of this server holds. What an administrator sets beside the command
    line stands in the environment, because arguments are seen by everyone on the machine.
    """

    signing_key: str = field(
        default_factory=lambda: os.environ.get("KBDESK_SIGNING_KEY", ""), repr=False
    )
    signature_seconds: int = 600
    certificate: Path | None = None
    certificate_key: Path | None = None
    trusted_proxies: str = field(
        default_factory=lambda: os.environ.get("FORWARDED_ALLOW_IPS", "127.0.0.1")
    )
    session_rate: Rate = Rate(100, 2_000)  # a first sync by pages takes a thousand in a burst
    stranger_rate: Rate = Rate(20, 300)  # per address, for requests without a session
    live_connections: int = 12_000
    ping_seconds: float = 15
    look_again_seconds: float = 60  # whether the sessions of live connections still hold
    pulls_per_second: float = 200  # how a crowd is asked to spread what an event makes it fetch
    bodies_bytes: int = 64 * MEGABYTE  # of all requests under way, whoever sends them
    body_stall_seconds: float = 10
    body_bytes_per_second: int = 8 * 1024
    body_grace_seconds: float = 30
    head_seconds: float = 10
    head_bytes: int = 64 * 1024
    discarded_bytes: int = 16 * MEGABYTE  # of a body that was refused; then the line is cut
    graceful_seconds: int = 3
    housekeeping_seconds: float = 60
    readers: int = 8
    writers: int = 16  # they wait for the disk, and those that wait together are written together
    doorkeepers: int = 2  # argon2 takes a core and 64 MB for a moment: never many at once
    page_cache_bytes: int = 8 * MEGABYTE
    log_level: str = "INFO"

    @property
    def tls(self) -> bool:
        return self.certificate is not None


@cache
def product_version() -> str:
    """Return the version of the installed product; a bare checkout has none."""
    try:
        return metadata.version("kbdesk")
    except metadata.PackageNotFoundError:
        return "0"
