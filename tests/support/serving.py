"""`python -m tests.support.serving FOLDER SETTINGS [DATABASE]`: the server, with a test's settings.

The same office and the same `serve.run` as `kbdesk-server serve`, which has no options for pings a
second apart or rates that a test can reach.
"""

import json
import sys
from pathlib import Path
from typing import Any

from sync.server.office import Office
from sync.server.storage.interface import Storage
from sync.server.storage.sqlite import SqliteStorage
from sync.server.web.serve import run
from sync.server.web.settings import Rate, Settings


def opened(folder: Path, database: str) -> Storage:
    """Open the database of a folder, or the PostgreSQL that is named."""
    folder.mkdir(parents=True, exist_ok=True)
    if not database:
        return SqliteStorage(folder / "server.db")
    from sync.server.storage.postgres import PostgresStorage  # late: most tests need no driver

    return PostgresStorage(database)


def settings_of(told: dict[str, Any]) -> Settings:
    """Make settings of JSON: a rate is [per second, burst]."""
    given: dict[str, Any] = dict(told)
    for key, value in told.items():
        if key.endswith("_rate"):
            given[key] = Rate(*value)
        if key.startswith("certificate"):
            given[key] = Path(value)
    return Settings(**given)


def main(folder: str, told: str, host: str = "127.0.0.1", port: str = "0", url: str = "") -> None:
    settings = settings_of(json.loads(told))
    run(
        lambda: Office(opened(Path(folder), url), Path(folder)),
        host=host,
        port=int(port),
        settings=settings,
        say=lambda line: print(line, flush=True),  # noqa: T201  # the test reads it
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
