"""What the server asks of a database, whichever it is.

SQL is written once, for both: `?` for values, `FOR UPDATE` where rows are locked. The back-end puts
in what it needs and leaves out what it has not. `write` may run its work again after a race was
lost, so that work touches nothing but the transaction it is given.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
Record = tuple[Any, ...]


class Transaction(Protocol):
    """All or nothing, and one moment of the database for whoever only reads."""

    def run(self, sql: str, *values: object) -> int:
        """Run a statement; return how many rows it touched."""

    def many(self, sql: str, rows: Iterable[Record]) -> None:
        """Run a statement once for each row, as one batch."""

    def rows(self, sql: str, *values: object) -> list[Record]:
        """Return all rows of a query."""

    def row(self, sql: str, *values: object) -> Record | None:
        """Return the first row, None when there is none."""

    def value(self, sql: str, *values: object) -> Any:
        """Return the first column of the first row, None when there is none."""

    def stream(self, sql: str, *values: object) -> Iterator[Record]:
        """Yield the rows of a query without holding them all."""

    def attempt(self) -> AbstractContextManager[None]:
        """Undo what is done within when it raises, and only that."""

    def announce(self) -> None:
        """Wake every process of this server once this transaction is committed."""


class Storage(Protocol):
    """One database."""

    shared: bool  # whether other processes, on other machines even, serve from it too

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` as one durable transaction."""

    def read(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` on one moment of the database."""

    def version(self) -> int | None:
        """Return a number that differs after every commit, None where only asking can tell."""

    def listen(self, wake: Callable[[], None]) -> None:
        """Call `wake`, on a thread of ours, after commits that announced, of any process.

        Also after a connection was lost and found again: whoever is woken catches up by number.
        """

    def close(self) -> None:
        """Let everything go; may be called twice."""


def marks(count: int, width: int = 1) -> str:
    """Return placeholders for `count` values, or for `count` rows of `width` values."""
    one = "?" if width == 1 else f"({', '.join('?' * width)})"
    return ", ".join([one] * count)
