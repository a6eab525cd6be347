"""The texts that an article has had on this machine, and what changed between two of them."""

from dataclasses import dataclass
from datetime import datetime

from kbdesk.core.word_diff import Line


@dataclass(frozen=True, slots=True)
class Version:
    """A text of an article; `since` and `until` say when it was to be read here."""

    rev: int
    since: datetime | None  # None: from before anything older was kept
    until: datetime | None  # None: it is the one to be read now
    proposed_by: str = ""  # whose suggestion it was, and who took it
    decided_by: str = ""
    comment: str = ""

    @property
    def present(self) -> bool:
        return self.until is None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions side by side."""

    older: Version
    newer: Version
    lines: tuple[Line, ...]

    @property
    def changes(self) -> int:
        """Count the stretches of lines that are not the same."""
        changed = [line.changed for line in self.lines]
        return sum(
            now and not before for before, now in zip([False, *changed], changed, strict=False)
        )
