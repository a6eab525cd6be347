"""Where the documents of the index come from: the small door through which the store looks in.

`Source` is what the life cycle of the index asks of the store, so that this package needs to know
no database. The stamp of an index says up to where it has read its source; it stands in a document
of its own (`rid` 0, field `stamp`), so that it is committed with what it speaks of.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from kbdesk.core.documents import IndexDocument

__all__ = ["IndexDocument", "Source", "Stamp"]


class Source(Protocol):
    """A base that can say what changed since a moment in its own count."""

    def head(self) -> tuple[str, int]:
        """Return the epoch (a new one says that nothing known before counts) and the newest seq."""

    def changed_count(self, seq: int) -> int:
        """Return how many articles `changed_since(seq)` would give."""

    def changed_since(self, seq: int) -> Iterator[IndexDocument]:
        """Give each article whose document may have changed after `seq`; all of them for 0."""

    def removed_since(self, seq: int) -> Iterator[int]:
        """Give the rid of each article taken out after `seq`."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an index holds: the shape of its documents, whose they are, and up to which seq."""

    format: int
    epoch: str
    seq: int

    def write(self) -> str:
        return json.dumps([self.format, self.epoch, self.seq])

    @classmethod
    def read(cls, text: str) -> "Stamp":
        """Read what `write` wrote; raises ValueError for anything else."""
        shape, epoch, seq = json.loads(text)
        return cls(int(shape), str(epoch), int(seq))
