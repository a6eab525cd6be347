"""Images and attachments of a base: known by what they hold, never too large.

An attachment is opened by another program, and that program goes by the name. So only endings of
documents are taken, and only when the bytes are such a document; one that carries macros is none.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from posixpath import splitext

from kbdesk.content.loss_report import Entry, LossReport, Severity

MAX_IMAGE = 10_000_000
IMAGE_ENDINGS = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp", ".avif"})

MAX_ATTACHMENT = 20_000_000
_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN = "application/vnd.oasis.opendocument."
ATTACHMENTS = {
    ".pdf": "application/pdf",
    ".docx": f"{_OFFICE}wordprocessingml.document",
    ".xlsx": f"{_OFFICE}spreadsheetml.sheet",
    ".pptx": f"{_OFFICE}presentationml.presentation",
    ".odt": f"{_OPEN}text",
    ".ods": f"{_OPEN}spreadsheet",
    ".odp": f"{_OPEN}presentation",
    ".csv": "text/csv",
}
FILE_ENDINGS = IMAGE_ENDINGS | ATTACHMENTS.keys()  # what may come in beside the pages


@dataclass(frozen=True, slots=True)
class Asset:
    """An image or attachment with its path in the base."""

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


def is_attachment(path: str) -> bool:
    """Say whether a path names a document that another program may open."""
    return splitext(path)[1].lower() in ATTACHMENTS


def attachment_type(path: str, data: bytes) -> str:
    """Return the type of a document whose bytes are what its name says, "" for anything else."""
    ending = splitext(path)[1].lower()
    if ending == ".pdf":
        sound = data.startswith(b"%PDF-")
    elif ending == ".csv":
        sound = b"\0" not in data
    else:
        sound = ending in ATTACHMENTS and _is_plain_package(data)
    return ATTACHMENTS[ending] if sound else ""


def _is_plain_package(data: bytes) -> bool:
    """Look into a document that is a zip: it may hold no macros, whatever its ending."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = [name.lower() for name in package.namelist()]
    except (zipfile.BadZipFile, ValueError, OSError):
        return False
    macros = ("vbaproject", "vbadata", "basic/", "scripts/", "macros/", "activex")
    return bool(names) and not any(macro in name for name in names for macro in macros)


def checked(path: str, data: bytes) -> Asset | Entry:
    """Make an asset of bytes, or the entry that says why not."""
    if is_attachment(path):
        return _checked_attachment(path, data)
    if len(data) > MAX_IMAGE:
        message = f"is larger than {MAX_IMAGE // 1_000_000} MB"
        return Entry(Severity.REFUSED, "Images that are too large", path, message)
    found = media_type(data)
    if not found:
        svg = path.lower().endswith(".svg")
        message = "is an SVG, which can carry scripts" if svg else "is no PNG, JPEG, GIF or WebP"
        return Entry(Severity.REFUSED, "Images of a kind that is not shown", path, message)
    return Asset(path, found, data)


def _checked_attachment(path: str, data: bytes) -> Asset | Entry:
    if len(data) > MAX_ATTACHMENT:
        message = f"is larger than {MAX_ATTACHMENT // 1_000_000} MB"
        return Entry(Severity.REFUSED, "Attachments that are too large", path, message)
    found = attachment_type(path, data)
    if not found:
        message = "is not what its name says, or carries macros"
        return Entry(Severity.REFUSED, "Attachments that are not taken", path, message)
    return Asset(path, found, data)


def read_assets(files: Iterable[tuple[str, Path]], report: LossReport) -> Iterator[Asset]:
    """Read images and attachments one by one; those refused go to the report."""
    for path, file in files:
        try:
            most = MAX_ATTACHMENT if is_attachment(path) else MAX_IMAGE
            too_large = file.stat().st_size > most
            data = b"\0" * (most + 1) if too_large else file.read_bytes()
        except OSError as error:
            message = f"cannot be read: {error.strerror}"
            report.add(Entry(Severity.REFUSED, "Files that cannot be read", path, message))
            continue
        found = checked(path, data)
        if isinstance(found, Asset):
            yield found
        else:
            report.add(found)
