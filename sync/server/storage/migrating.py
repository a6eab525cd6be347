"""How a database grows: what has not run yet runs, each step in one transaction with its note.

The row `schema` in `meta` is the number of the last step. A higher number than this server knows
was written by a newer one: nothing is touched.
"""

from collections.abc import Mapping

from sync.server.errors import Trouble
from sync.server.storage.interface import Transaction
from sync.server.storage.schema import MIGRATIONS, spelled


def run_next(transaction: Transaction, dialect: Mapping[str, str], found: int) -> int:
    """Run the step after `found`; return the number that stands now."""
    refuse_newer(found)
    if found == len(MIGRATIONS):
        return found
    for statement in MIGRATIONS[found].statements:
        transaction.run(spelled(statement, dialect))
    transaction.run(
        """INSERT INTO meta (key, value) VALUES ('schema', ?)
            ON CONFLICT (key) DO UPDATE SET value = excluded.value""",
        str(found + 1),
    )
    return found + 1


def refuse_newer(found: int) -> None:
    if found > len(MIGRATIONS):
        raise Trouble(
            f"The database was written by a newer server (schema {found}, "
            f"this one knows {len(MIGRATIONS)}).",
            "Install the newer kbdesk-server again; nothing was changed.",
        )
