"""Images of a base: known by their first bytes, never by their name, and never too large."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kbdesk.content.loss_report import Entry, LossReport, Severity

MAX_IMAGE = 10_000_000
IMAGE_ENDINGS = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp", ".avif"})


@dataclass(frozen=True, slots=True)
class Asset:
    """An image with its path in the base."""

    path: str
    media_type: str
    data: bytes


def media_type(data: bytes) -> str:
    """Return the type of an image we show, "" for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    return "image/webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else ""


def checked(path: str, data: bytes) -> Asset | Entry:
    """Make an asset of bytes, or the entry that says why not."""
    if len(data) > MAX_IMAGE:
        message = f"is larger than {MAX_IMAGE // 1_000_000} MB"
        return Entry(Severity.REFUSED, "Images that are too large", path, message)
    found = media_type(data)
    if not found:
        svg = path.lower().endswith(".svg")
        message = "is an SVG, which can carry scripts" if svg else "is no PNG, JPEG, GIF or WebP"
        return Entry(Severity.REFUSED, "Images of a kind that is not shown", path, message)
    return Asset(path, found, data)


def read_assets(files: Iterable[tuple[str, Path]], report: LossReport) -> Iterator[Asset]:
    """Read images one by one; those refused go to the report."""
    for path, file in files:
        try:
            too_large = file.stat().st_size > MAX_IMAGE
            data = b"\0" * (MAX_IMAGE + 1) if too_large else file.read_bytes()
        except OSError as error:
            message = f"cannot be read: {error.strerror}"
            report.add(Entry(Severity.REFUSED, "Files that cannot be read", path, message))
            continue
        found = checked(path, data)
        if isinstance(found, Asset):
            yield found
        else:
            report.add(found)
