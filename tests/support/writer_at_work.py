"""`python -m tests.support.writer_at_work FILE FULL|NORMAL`: somebody's work of a day in a user.db.

Operations small and large, their answers, a WAL that is folded in and one that a close folds in.
After each commit that came back, its number is said, so that whoever listens knows what must never
be lost. NORMAL is what the product must not use.
"""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from kbdesk.store.database import Database, Synchronous
from kbdesk.store.outbox import Outbox
from kbdesk.store.replica_outbox import settle
from kbdesk.store.user import APPLICATION, MIGRATIONS
from sync.protocol.wire import Pushed, Result, Status

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
EACH = 24  # operations in each of two sessions


def work(database: Database, first: int) -> None:
    outbox = Outbox(database)
    for number in range(first, first + EACH):
        size = 30_000 if number % 9 == 4 else 200
        id_ = outbox.put("not_found", {"n": number, "text": "x" * size}, NOON)
        os.write(1, f"{number}\n".encode())
        if number % 5 == 0:
            settle(database, Pushed("e1", (Result(id_, Status.APPLIED, "", ""),), NOON.isoformat()))
        if number % 10 == 7:
            database.fold()


def main(file: Path, synchronous: str) -> None:
    for first in (0, EACH):
        database = Database(
            file,
            application=APPLICATION,
            synchronous=cast(Synchronous, synchronous),
            migrations=MIGRATIONS,
        )
        work(database, first)
        database.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
