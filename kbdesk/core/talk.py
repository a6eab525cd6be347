"""What is said back and forth about a remark or a suggestion before anything is decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

OPEN = "open"  # as the state of a reply: words that decide nothing


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: a decision, or words that decide nothing."""

    by: str
    by_name: str
    at: datetime
    state: str
    text: str


def asked_back(replies: Sequence[Reply], author: str) -> bool:
    """Say whether something was asked back, and its author has not answered."""
    return bool(replies) and replies[-1].state == OPEN and replies[-1].by != author


def answered(replies: Sequence[Reply], author: str) -> bool:
    """Say whether the author answered what was asked back, and nobody has said more."""
    return bool(replies) and replies[-1].state == OPEN and replies[-1].by == author
