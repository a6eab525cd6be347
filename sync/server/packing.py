"""Whole files, compressed and back, a block at a time."""

import shutil
from pathlib import Path

from sync.protocol.zstandard import ZstdFile, compress

LEVEL = 3
FRAME = 1024 * 1024  # bytes of the plain file


def compress_file(source: Path, target: Path) -> None:
    """Write `target` as the compressed `source`, in frames that can be unpacked side by side."""
    with source.open("rb") as plain, target.open("wb") as packed:
        while block := plain.read(FRAME):
            packed.write(compress(block, LEVEL))


def decompress_file(source: Path, target: Path) -> None:
    """Write `target` as what `source` holds."""
    with ZstdFile(source, "rb") as packed, target.open("wb") as plain:
        shutil.copyfileobj(packed, plain, 1024 * 1024)
