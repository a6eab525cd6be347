"""Reading what somebody else's folder holds: nothing outside it, nothing endless, nothing guessed.

Links that leave the folder are not followed, a text that is not UTF-8 is read as Windows-1252 and
said so, and what is no text at all is refused with a sentence.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kbdesk.content.loss_report import Entry, Severity
from kbdesk.errors import BadContent, Trouble

MAX_TEXT = 5_000_000
_BOMS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a file and what is to be said of how it was read."""

    text: str
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of a folder: path in the base → file on this disk, and what was left aside."""

    root: Path
    files: dict[str, Path]
    entries: tuple[Entry, ...] = ()


def look_into(root: Path) -> Folder:
    """List a folder, or one file as a folder that holds only it; in the order of the paths."""
    try:
        if root.is_file():
            return Folder(root.parent, {root.name: root})
        entries: list[Entry] = []
        files = dict(sorted(_walk(root, root.resolve(), "", entries)))
    except OSError as error:
        raise Trouble(f"“{root}” cannot be read: {error.strerror}.", "Check the path.") from error
    return Folder(root, files, (*entries, *_case_clashes(files)))


def _walk(
    folder: Path, root: Path, prefix: str, entries: list[Entry]
) -> Iterator[tuple[str, Path]]:
    with os.scandir(folder) as found:
        for item in found:
            path = prefix + item.name
            if item.name.startswith("."):
                continue
            if item.is_symlink() and not _safe_link(Path(item.path), root):
                entries.append(_aside(path, "Links out of the folder, or to a folder"))
            elif item.is_dir(follow_symlinks=False):
                yield from _walk(Path(item.path), root, path + "/", entries)
            elif item.is_file():
                yield path, Path(item.path)
            else:
                entries.append(_aside(path, "Things that are no files"))


def _safe_link(link: Path, root: Path) -> bool:
    """Follow a link to a file inside the folder only: one to a folder may lead round for ever."""
    try:
        real = link.resolve(strict=True)
    except (OSError, RuntimeError):
        return False
    return real.is_file() and real.is_relative_to(root)


def _aside(path: str, topic: str) -> Entry:
    shown = path.encode(errors="replace").decode()
    return Entry(Severity.LOST, topic, shown, "is left aside")


def _case_clashes(files: dict[str, Path]) -> list[Entry]:
    first: dict[str, str] = {}
    entries = []
    for path in files:
        other = first.setdefault(path.casefold(), path)
        if other != path:
            message = f"differs from “{other}” by case only: on Windows and macOS they are one file"
            topic = "Names that differ by case only"
            entries.append(Entry(Severity.NOTE, topic, path, message))
    return entries


def read_text(file: Path, path: str) -> Text:
    """Read one text file; raise BadContent when it is too long, or no text."""
    try:
        if file.stat().st_size > MAX_TEXT:
            raise BadContent(f"The file is longer than {MAX_TEXT // 1_000_000} MB.", path=path)
        return decode(file.read_bytes(), path)
    except OSError as error:
        raise BadContent(f"The file cannot be read: {error.strerror}.", path=path) from None


def decode(data: bytes, path: str) -> Text:
    """Make text of bytes: UTF-8, a byte order mark kept; UTF-16 by its mark; else Windows-1252."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _foreign(data, encoding, "UTF-16", path)
    if b"\0" in data:
        raise BadContent("The file is not a text.", path=path)
    try:
        return Text(data.decode())
    except UnicodeDecodeError:
        return _foreign(data, "cp1252", "Windows-1252", path)


def _foreign(data: bytes, encoding: str, name: str, path: str) -> Text:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise BadContent("The file is not a text in a known encoding.", path=path) from None
    topic = "Texts that are not UTF-8"
    message = f"is read as {name} and will be written as UTF-8"
    return Text(text, (Entry(Severity.NOTE, topic, path, message, value=name),))
