"""The loss report: what an import could not take in, file by file.

Three severities. *Refused*: the file stays out. *Lost*: the file is in, some of it is not. *Note*:
nothing is lost, but it was read otherwise than a reader might think. Entries of one topic are told
together, so that a note on 7,000 files is one line; the full list is always there to be written.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum

from kbdesk.errors import BadContent

EXAMPLES = 3


class Severity(StrEnum):
    """How bad an entry is, worst first."""

    REFUSED = "refused"
    LOST = "lost"
    NOTE = "note"


_TITLES = {
    Severity.REFUSED: "Refused (the file stays out)",
    Severity.LOST: "Lost (the rest of the file is in)",
    Severity.NOTE: "Notes (nothing is lost)",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to know about one place; `topic` groups, `value` is the word it turns on."""

    severity: Severity
    topic: str
    path: str
    message: str
    line: int = 0
    field: str = ""
    value: str = ""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        field = f"{self.field}: " if self.field else ""
        return f"{place}: {field}{self.message}"


def refusal(error: BadContent, path: str, topic: str = "Faults of the text") -> Entry:
    """Turn a fault into the entry that says why the file stays out."""
    return Entry(
        Severity.REFUSED,
        topic,
        error.path or path,
        f"{error.sentence} {error.remedy}".strip(),
        error.line,
        error.field,
    )


@dataclass(frozen=True, slots=True)
class Group:
    """All the entries of one topic."""

    severity: Severity
    topic: str
    entries: tuple[Entry, ...]

    @property
    def files(self) -> int:
        return len({entry.path for entry in self.entries})

    def values(self, most: int = 6) -> str:
        """Name the words these entries turn on, the most frequent first."""
        counts = Counter(entry.value for entry in self.entries if entry.value)
        named = ", ".join(f"{value} ({count:,})" for value, count in counts.most_common(most))
        return named + (f" and {len(counts) - most:,} more" if len(counts) > most else "")


class LossReport:
    """What happened on the way in; it fills as the import goes on."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.entries: list[Entry] = list(entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def add(self, entry: Entry) -> None:
        self.entries.append(entry)

    def extend(self, entries: Iterable[Entry]) -> None:
        self.entries.extend(entries)

    def count(self, severity: Severity) -> int:
        return sum(entry.severity is severity for entry in self.entries)

    def groups(self) -> list[Group]:
        """Gather the entries by topic: worst severity first, then the largest."""
        gathered: dict[tuple[Severity, str], list[Entry]] = {}
        for entry in self.entries:
            gathered.setdefault((entry.severity, entry.topic), []).append(entry)
        order = list(Severity)
        return sorted(
            (Group(severity, topic, tuple(found)) for (severity, topic), found in gathered.items()),
            key=lambda group: (order.index(group.severity), -len(group.entries), group.topic),
        )

    def to_text(self, *, full: bool = False) -> str:
        """Tell it to a person: a few examples a topic, or every entry when `full`."""
        if not self.entries:
            return "Nothing was lost.\n"
        lines: list[str] = []
        shown: Severity | None = None
        for group in self.groups():
            if group.severity is not shown:
                shown = group.severity
                lines += ["", _TITLES[shown]]
            lines += _group_lines(group, full=full)
        return "\n".join(lines[1:]) + "\n"

    def to_json(self) -> dict[str, object]:
        """Give every entry and the counts, ready for json.dumps."""
        return {
            "counts": {severity.value: self.count(severity) for severity in Severity},
            "topics": [
                {"severity": group.severity.value, "topic": group.topic, "n": len(group.entries)}
                for group in self.groups()
            ],
            "entries": [asdict(entry) for entry in self.entries],
        }


def _group_lines(group: Group, *, full: bool) -> list[str]:
    number = len(group.entries)
    files = f" in {group.files:,} files" if number > group.files > 1 else ""
    lines = [f"  {group.topic}: {number:,}{files}"]
    values = group.values()
    if values:
        lines.append(f"    {values}")
    listed = group.entries if full else group.entries[:EXAMPLES]
    if full or not values or group.severity is not Severity.NOTE:
        lines += [f"    {entry}" for entry in listed]
        if len(listed) < number:
            lines.append(f"    … and {number - len(listed):,} more")
    return lines
