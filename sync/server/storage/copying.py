"""Moving a whole server between databases: every table, row by row, whichever they are.

A backup is a SQLite file of our own schema, from either database, so that it goes back into either.
"""

from collections.abc import Iterator

from sync.server.storage.interface import Record, Transaction, marks
from sync.server.storage.schema import KEPT, MADE_ANEW

BLOCK = 500


def copy(source: Transaction, target: Transaction) -> int:
    """Copy all rows of the tables that are kept into empty ones; return how many."""
    return sum([_copy_table(source, target, table) for table in KEPT])


def empty(target: Transaction) -> None:
    """Take everything out, in an order that no reference forbids."""
    for table in (*MADE_ANEW, *reversed(tuple(KEPT))):
        target.run(f"DELETE FROM {table}")


def _copy_table(source: Transaction, target: Transaction, table: str) -> int:
    columns = KEPT[table]
    insert = f"INSERT INTO {table} ({columns}) VALUES ({marks(columns.count(',') + 1)})"
    copied = 0
    for block in _blocks(source.stream(f"SELECT {columns} FROM {table}")):
        target.many(insert, block)
        copied += len(block)
    return copied


def _blocks(rows: Iterator[Record]) -> Iterator[list[Record]]:
    block: list[Record] = []
    for row in rows:
        block.append(row)
        if len(block) == BLOCK:
            yield block
            block = []
    if block:
        yield block
