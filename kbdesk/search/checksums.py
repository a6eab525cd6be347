"""Proving the files of an index: tantivy writes a CRC-32 behind each, and never reads it again.

Opening an index does not notice a flipped bit; a search then fails, panics or answers wrongly. The
end of each file is: its content, a JSON footer with the checksum, the length of that footer and a
magic number (32 bits each, little end first).
"""

import json
import struct
import zlib
from pathlib import Path

from kbdesk.search.folders import signature

_TAIL = struct.Struct("<II")
_MAGIC = 1337
_LONGEST_FOOTER = 4096
_CHUNK = 1024 * 1024
_PARTS = ("store", "term", "idx", "pos", "fast", "fieldnorm")
_TRIES = 3


def faults_in(folder: Path) -> list[str]:
    """Read all files of an index; return a sentence for each that is missing or not as written."""
    meta = folder / "meta.json"
    for _ in range(_TRIES):
        before = signature(meta)
        try:
            wanted = _files_named_in(meta.read_text("utf-8"))
        except (OSError, ValueError, KeyError, TypeError) as error:
            return [f"{folder} holds no index that can be read ({error})."]
        faults = [
            f"{name} is not what was written."
            for name in wanted
            if not _is_as_written(folder / name)
        ]
        if not faults or signature(meta) == before:
            break  # else a commit has taken files away while we looked
    return faults


def _files_named_in(meta: str) -> list[str]:
    names = []
    for segment in json.loads(meta)["segments"]:
        stem = str(segment["segment_id"]).replace("-", "")
        names += [f"{stem}.{part}" for part in _PARTS]
        if segment["deletes"]:
            names.append(f"{stem}.{segment['deletes']['opstamp']}.del")
    return names


def _is_as_written(file: Path) -> bool:
    try:
        length, checksum = _footer(file)
        return _crc32(file, length) == checksum
    except (OSError, ValueError, KeyError, TypeError, struct.error):
        return False


def _footer(file: Path) -> tuple[int, int]:
    """Return how long the content is and what its checksum should be."""
    size = file.stat().st_size
    with file.open("rb") as opened:
        opened.seek(-_TAIL.size, 2)
        length, magic = _TAIL.unpack(opened.read())
        if magic != _MAGIC or length > min(_LONGEST_FOOTER, size):
            raise ValueError("no footer")
        opened.seek(-_TAIL.size - length, 2)
        footer = json.loads(opened.read(length))
    return size - _TAIL.size - length, int(footer["crc"])


def _crc32(file: Path, length: int) -> int:
    found = 0
    with file.open("rb") as opened:
        while length and (chunk := opened.read(min(_CHUNK, length))):
            found = zlib.crc32(chunk, found)
            length -= len(chunk)
    return found
