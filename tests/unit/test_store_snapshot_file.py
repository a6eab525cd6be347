"""The file of a snapshot, as the server packs it, unpacked beside the base."""

from pathlib import Path
from random import Random

import pytest

from kbdesk.store.replica_snapshot import FRAME, unpacked
from sync.protocol.codec import Unbelievable
from sync.protocol.zstandard import compress, get_frame_size
from sync.server.packing import compress_file

DATABASE = b"SQLite format 3\0" + Random(1).randbytes(5_000_000)  # noqa: S311  # any bytes


def packed(folder: Path) -> Path:
    (folder / "plain.db").write_bytes(DATABASE)
    compress_file(folder / "plain.db", folder / "packed")
    return folder / "packed"


def test_a_snapshot_of_several_frames_comes_out_as_it_went_in(tmp_path: Path) -> None:
    file = packed(tmp_path)
    assert get_frame_size(file.read_bytes()) < file.stat().st_size / 4
    with unpacked(file, tmp_path) as database:
        assert database.read_bytes() == DATABASE
    assert sorted(path.name for path in tmp_path.iterdir()) == ["packed", "plain.db"]


@pytest.mark.parametrize("left", [0, 3, 1_000_000, 4_999_999])
def test_a_snapshot_that_was_cut_is_not_believed(tmp_path: Path, left: int) -> None:
    file = packed(tmp_path)
    file.write_bytes(file.read_bytes()[:left])
    with pytest.raises(Unbelievable), unpacked(file, tmp_path):
        pass


def test_a_frame_that_would_fill_the_memory_is_not_unpacked(tmp_path: Path) -> None:
    file = tmp_path / "packed"
    file.write_bytes(compress(bytes(FRAME + 1), 1))
    with pytest.raises(Unbelievable, match="too large"), unpacked(file, tmp_path):
        pass
