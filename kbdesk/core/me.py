"""Who is at a desk, and what that lets them do there."""

from dataclasses import dataclass

STEERS = frozenset({"supervisor", "admin"})
WRITES = frozenset({"author", "supervisor", "admin"})


@dataclass(frozen=True, slots=True)
class Me:
    """Who is at this desk. A base of its own has no names: whoever sits there may do everything."""

    person: str
    role: str
    connected: bool
    device: str = ""

    @property
    def steers(self) -> bool:
        return self.role in STEERS

    @property
    def writes(self) -> bool:
        return self.role in WRITES
