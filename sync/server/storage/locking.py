"""One server process per SQLite file: a second one is told so.

The lock is an open exclusive transaction on a file of its own. SQLite's locks work alike on every
system and go with the process, however it ends. The command line needs no lock: it takes its turn.
"""

import sqlite3
from pathlib import Path

from sync.server.errors import Trouble

NAME = "server.lock"


class ServerLock:
    """Held from making until `release`."""

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(
            folder / NAME, timeout=0, isolation_level=None, check_same_thread=False
        )
        try:
            self._connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            self._connection.close()
            raise Trouble(
                f"A kbdesk-server is running on {folder}.",
                "Stop it first, or name another folder with --data.",
            ) from error

    def release(self) -> None:
        """Let others in; may be called twice."""
        self._connection.close()
