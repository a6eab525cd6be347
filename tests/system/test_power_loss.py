"""The power goes at any moment: what a person did and was told to be kept is there (G1, fault 16).

The real outbox writes through the real SQLite in a process that strace records; from its calls come
the disks that a loss may leave (tests/support/power_loss.py), and each is opened as the desk does.
"""

import json
import sys
from pathlib import Path
from random import Random

import pytest

from kbdesk.store import integrity
from kbdesk.store.user import open_user
from tests.support import older_outbox, power_loss, write_calls
from tests.support.power_loss import Call, Disk, each_loss
from tests.support.writer_at_work import EACH

pytestmark = pytest.mark.skipif(not write_calls.available(), reason="needs strace")
OLD = ("gap", {"n": -1})  # what an older kbdesk has left waiting


def recorded(tmp_path: Path, synchronous: str) -> tuple[list[Call], Disk]:
    """Let somebody work in a file that an older kbdesk has made; return the calls, and the file."""
    folder = tmp_path / "profile"
    file = folder / "user.db"
    older = older_outbox.older_user(file)
    older_outbox.put(older, *OLD)
    older.close()
    disk = Disk()
    disk.hold(file.name, file.read_bytes())
    command = [sys.executable, "-m", "tests.support.writer_at_work", str(file), synchronous]
    return power_loss.recorded(command, folder, tmp_path / "trace"), disk


def kept(file: Path) -> list[int]:
    """Open what is left as the desk does: sound, in order, and nothing half there."""
    user = open_user(file)
    try:
        assert integrity.check(user) == []
        rows = user.reading().rows("SELECT kind, body FROM outbox ORDER BY rowid")
        found = [(row["kind"], json.loads(row["body"])["n"]) for row in rows]
    finally:
        user.close()
    assert {kind for kind, _ in found} == {"not_found"}, "a migration was half done"
    numbers = [number for _, number in found]
    assert numbers == list(range(-1, len(numbers) - 1)), "something is missing in between"
    return numbers


@pytest.mark.long
def test_what_was_said_to_be_kept_survives_the_loss_of_power(tmp_path: Path) -> None:
    """Every call of the work, four disks for each: none has lost a commit that came back."""
    calls, disk = recorded(tmp_path, "FULL")
    images = 0
    for left, said in each_loss(calls, disk, tmp_path, Random(16)):
        assert len(kept(left / "user.db")) > len(said), f"of {len(said)} that were kept"
        images += 1
    assert len(disk.said) == 2 * EACH
    assert images > 1000


def test_the_search_for_losses_would_see_one(tmp_path: Path) -> None:
    """With synchronous NORMAL, as for what can be fetched again, returned commits do get lost."""
    calls, disk = recorded(tmp_path, "NORMAL")
    for left, said in each_loss(calls, disk, tmp_path, Random(16), several=0):
        if len(kept(left / "user.db")) <= len(said):
            return
    raise AssertionError("No disk has lost anything.")
